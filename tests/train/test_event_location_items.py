"""A coding as arrays."""

import pytest

from claimatlas.extract.learned.encoder import Encoder
from claimatlas.extract.learned.windows import CLS, LIMIT, SEP
from claimatlas.train.event_location_data import Coding
from claimatlas.train.event_location_items import FAR, SHAPES, item, language

TEXT = "On Monday  rebels shelled Qasr al-Wadi, ISIS said."


@pytest.fixture(scope="module")
def made():
    parts, tokenizer = language(), Encoder().tokenizer
    return lambda text, event, *places: item(Coding(text, event, places), tokenizer, parts)


def at(words, text=TEXT):
    return text.index(words), text.index(words) + len(words)


def test_words_target_and_event(made):
    found = made(TEXT, at("shelled"), at("Qasr al-Wadi"))
    words = [TEXT[a:b] for a, b in found.words]
    assert words == ["On", "Monday", "rebels", "shelled", "Qasr", "al", "-", "Wadi", ",", "ISIS", "said", "."]
    assert words[found.event] == "shelled"
    assert [w for w, t in zip(words, found.target, strict=True) if t] == ["Qasr", "al", "-", "Wadi"]


def test_pieces_carry_distance_and_shape_of_their_word(made):
    found = made(TEXT, at("shelled"))
    assert (found.pieces[0], found.pieces[-1]) == (CLS, SEP)
    assert len(found.pieces) == len(found.distance) == len(found.shape)
    first, last = found.ends[:, 0], found.ends[:, 1]
    assert (first <= last).all() and (first[1:] > last[:-1]).all()
    assert found.distance[first].tolist() == [FAR - 3 + n for n in range(12)]
    assert [SHAPES[n] for n in found.shape[first[[0, 1, 2, 8, 9]]]] == ["first", "name", "lower", "other", "capitals"]


def test_a_long_sentence_is_cut_and_its_far_words_have_no_pieces(made):
    text = "shelled " + "again " * 600
    found = made(text, (0, 7))
    assert len(found.pieces) == LIMIT
    assert found.ends[0, 0] == 1 and found.ends[-1].tolist() == [0, 0]
    assert found.distance.max() == 2 * FAR
