"""Twins of reports with the names of sides exchanged."""

from datetime import date

import pytest

from claimatlas.model.report import Report
from claimatlas.train.exchange import Exchange, classes, twin

TEXT = "ISIS captured Mayadin from the Syrian army. Russian jets bombed it, ISIS said on Monday."


def claim(word: str, **more):
    at = TEXT.index(word)
    return {
        "type": "capture",
        "at": [at, at + len(word)],
        "agent": [{"name": "Islamic State", "aliases": ["ISIS"], "spans": [[0, 4]]}],
    } | more


def test_no_name_keeps_its_place():
    for seed in range(20):
        other = Exchange.drawn("x", seed).other
        assert all(a != b for a, b in other.items()) and sorted(other) == sorted(other.values())


def test_one_key_and_seed_give_one_exchange():
    assert Exchange.drawn("x", 1) == Exchange.drawn("x", 1) != Exchange.drawn("x", 2)


def test_classes_share_no_name():
    names = [n for c in classes() for n in c]
    assert len(names) == len(set(names)) and all(len(c) > 1 for c in classes())


@pytest.mark.parametrize("seed", range(8))
def test_offsets_lead_to_the_same_words(seed):
    report = Report(id="r", key="x", text=TEXT, published=date(2017, 8, 2))
    found = twin(report, [claim("captured"), claim("bombed"), claim("Monday", time={"span": [len(TEXT) - 7, len(TEXT) - 1]})], seed)
    assert found is not None
    text = found[0].text
    assert [text[slice(*c["at"])] for c in found[1]] == ["captured", "bombed", "Monday"]
    assert text[slice(*found[1][2]["time"]["span"])] == "Monday"
    actor = found[1][0]["agent"][0]
    start, end = actor["spans"][0]
    assert text[start:end] == Exchange.drawn("x", seed).other["ISIS"] and text[start:end] in actor["aliases"]
    assert found[1][0]["type"] == "capture"


def test_a_report_without_sides_has_no_twin():
    assert twin(Report(id="r", key="x", text="A school was shelled."), [], 1) is None
