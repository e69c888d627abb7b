"""The learned reader as it ships."""

import json
from datetime import date

import msgspec
import numpy as np
import pytest

from claimatlas.extract.learned.settings import FOLDER, load_settings
from claimatlas.model.codebook import codebook
from claimatlas.model.report import Report

MEGABYTE = 1_000_000
STORY = (
    "Syrian army captures Mayadin. The Syrian army captured the town of Mayadin from ISIS on Monday, a military source told SANA. "
    "At least 12 ISIS fighters were killed. Russian warplanes carried out air strikes on the town of al-Sukhnah. "
    "Reports that the army had captured al-Sukhnah are incorrect, the Syrian Observatory for Human Rights said."
)


def test_the_weights_are_small_and_know_the_codebook():
    assert sum(f.stat().st_size for f in FOLDER.iterdir()) < 45 * MEGABYTE
    settings = load_settings()
    assert settings.types == ("none", *codebook().types)
    assert settings.trained_on >= 220


def test_the_calibration_rises():
    raw, share = zip(*load_settings().calibration, strict=True)
    assert list(raw) == sorted(raw) and list(share) == sorted(share)
    assert share[0] >= 0 and share[-1] <= 1


def test_a_story_is_read(coded):
    claims = coded(STORY)
    capture = next(c for c in claims if c.type == "capture" and c.stance == "fact")
    assert [a.name for a in capture.agent] == ["Syrian Army"]
    assert [t.name for t in capture.target] == ["Islamic State"]
    assert capture.place and capture.place.name == "Mayadin"
    assert capture.time.start == capture.time.end and not capture.time.default
    strike = next(c for c in claims if c.type == "airstrike")
    assert [a.name for a in strike.agent] == ["Russia"]
    assert any(c.stance == "denied" for c in claims)


def test_each_claim_names_the_reader_and_stands_in_the_text(coded, learned):
    for c in coded(STORY):
        assert c.reader == learned.reader.info and c.reader.name == "learned-en"
        assert STORY[c.quote.start : c.quote.end] == c.quote.exact
        assert 0 < c.confidence < 1
        assert c.trigger and c.quote.start <= c.trigger[0] < c.trigger[1] <= c.quote.end


def test_reading_twice_gives_the_same(coded):
    assert msgspec.json.encode(coded(STORY)) == msgspec.json.encode(coded(STORY))


@pytest.mark.parametrize("text", ["", "   \n\n", "Nothing happened.", "…", "١٢٣", "a" * 5000, "!" * 300])
def test_texts_without_claims_are_borne(coded, text):
    assert isinstance(coded(text), list)


def test_marks_make_no_difference(coded):
    whole = coded("On Monday, Syria's army captured the town of Mayadin from ISIS.")
    bare = coded("On Monday Syrias army captured the town of Mayadin from ISIS.")
    plain = [[(c.type, c.stance, [a.name for a in c.agent], c.place and c.place.name) for c in x] for x in (whole, bare)]
    assert plain[0] == plain[1] != []


def test_the_encoder_gives_one_vector_a_piece(learned, leaves):
    w = learned.reader.encoder.windows(leaves(STORY))
    vectors = learned.reader.encoder.vectors(w)
    assert vectors.shape[:2] == w.arrays()[0].shape and vectors.dtype == np.float32
    assert np.isfinite(vectors).all()


def test_settings_are_plain_json():
    assert set(json.loads((FOLDER / "settings.json").read_text(encoding="utf-8"))) >= {"types", "calibration", "seed"}


def test_fighters_of_a_named_group_are_the_group(learned):
    text = "The army killed 60 fighters of the Islamic State in Suran on Monday, the spokesman said."
    claims = learned.claims(Report(id="r_x", key="x", text=text, published=date(2017, 8, 2)))
    killed = next(c for c in claims if c.type == "killing")
    assert [a.name for a in killed.target] == ["Islamic State"]
