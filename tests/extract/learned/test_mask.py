"""What stands for the names of sides."""

import pytest
from tokenizers import Tokenizer

from claimatlas.extract.learned.mask import MASK, masked
from claimatlas.extract.learned.settings import FOLDER
from claimatlas.extract.learned.windows import windows


@pytest.fixture(scope="module")
def tokenizer():
    return Tokenizer.from_file(str(FOLDER / "tokenizer.json"))


def shown(leaves, text):
    leaf = leaves(text)[0]
    names = masked(leaf)
    return " ".join(w for t in leaf.scene.passage.tokens if (w := names.get(t.index, t.text)))


def test_names_of_sides_are_masked_and_words_of_force_stay(leaves):
    assert shown(leaves, "Russian warplanes bombed Mayadin.") == f"{MASK} warplanes bombed Mayadin ."
    assert shown(leaves, "ISIS attacked the Syrian army.").count(MASK) == 2


@pytest.mark.parametrize("text", ["The Syrian Observatory for Human Rights counted the dead.", "Civilians fled Mayadin."])
def test_who_does_not_fight_keeps_his_name(leaves, text):
    assert MASK not in shown(leaves, text)


def test_the_encoder_reads_the_same_whoever_does_it(leaves, tokenizer):
    read = {
        tuple(windows(leaves(f"{side} captured the town of Mayadin on Monday."), tokenizer).pieces[0])
        for side in ("ISIS", "Hezbollah", "Ahrar al-Sham", "The Islamic State"[4:])
    }
    assert len(read) == 1


def test_all_words_of_a_name_stand_where_its_mask_stands(leaves, tokenizer):
    found = leaves("The Syrian Democratic Forces captured Mayadin.")
    w = windows(found, tokenizer)
    (name,) = [m for m in found[0].scene.actors if m.text.endswith("Forces")]
    hidden = [i for i in range(name.first, name.last + 1) if masked(found[0]).get(i) is not None]
    assert len(hidden) >= 2 and len({w.at[0, i] for i in hidden}) == 1
