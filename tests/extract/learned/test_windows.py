"""What the encoder reads."""

import pytest
from tokenizers import Tokenizer

from claimatlas.extract.learned.settings import FOLDER
from claimatlas.extract.learned.windows import LIMIT, windows


@pytest.fixture(scope="module")
def tokenizer():
    return Tokenizer.from_file(str(FOLDER / "tokenizer.json"))


def test_lost_commas_and_apostrophes_change_nothing(leaves, tokenizer):
    whole = windows(leaves("Syria's army, backed by Russia, took Palmyra on Monday."), tokenizer)
    bare = windows(leaves("Syrias army backed by Russia took Palmyra on Monday."), tokenizer)
    assert whole.pieces == bare.pieces


def test_sentences_share_a_window_until_it_is_full(leaves, tokenizer):
    short = windows(leaves("ISIS attacked Raqqa. The army fled."), tokenizer)
    assert len(short.pieces) == 1
    long = windows(leaves("ISIS attacked the town of Raqqa on Monday with mortars and rockets. " * 40), tokenizer)
    assert len(long.pieces) > 1 and all(len(w) <= LIMIT for w in long.pieces)


def test_a_sentence_longer_than_a_window_is_cut(leaves, tokenizer, monkeypatch):
    monkeypatch.setattr("claimatlas.extract.learned.windows.LIMIT", 12)
    found = leaves("The Syrian army captured the town of Mayadin from ISIS on Monday after heavy fighting near the river.")
    w = windows(found, tokenizer)
    assert len(found) == 1 and [len(x) for x in w.pieces] == [12]
    assert max(at for _, at in w.at) < len(found[0].scene.passage.tokens) - 1
    assert w.places([(0, 0), (0, 10**6)])[1].tolist() == [0, 0]


def test_arrays_are_padded_and_masked(leaves, tokenizer):
    ids, mask = windows(leaves("ISIS attacked Raqqa. " * 90), tokenizer).arrays()
    assert ids.shape == mask.shape and (ids[mask == 0] == 0).all() and (ids[:, 0] == 101).all()
