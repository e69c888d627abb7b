"""`claimatlas holds`: FORMAT.md's answers."""

import json
from datetime import date

import pytest

from claimatlas.commands.holds import in_words
from claimatlas.model.hold import HeldPlace, Hold, Holder, Rival

FIELDS = {"place", "on", "known", "status", "holder", "share", "since", "evidence_age_days", "because", "rivals", "why"}


def asked(run, ledger, *arguments):
    done = run("holds", *arguments, "--json", "--ledger", ledger)
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_record_has_the_fields_of_the_format(run, ledger):
    (hold,) = asked(run, ledger, "--place", "Idlib", "--on", "2017-08-02")
    assert set(hold) == FIELDS
    assert set(hold["place"]) == {"name", "id", "lat", "lon"}
    assert (hold["status"], hold["holder"]["name"], hold["on"], hold["known"]) == ("held", "Hayat Tahrir al-Sham", "2017-08-02", None)
    assert hold["because"][0].startswith("c_")


def test_a_name_in_another_spelling_is_the_same_place(run, ledger):
    one, two = (asked(run, ledger, "--place", name, "--on", "2017-08-02")[0] for name in ("Idlib", "Edlib"))
    assert one["place"]["id"] == two["place"]["id"]
    assert one["because"] == two["because"]


def test_a_place_not_found_is_unknown_and_says_why(run, ledger):
    (hold,) = asked(run, ledger, "--place", "Xqzzt", "--on", "2017-08-02")
    assert (hold["status"], hold["holder"], hold["place"]["id"]) == ("unknown", None, None)
    assert "Xqzzt" in hold["why"]


def test_known_leaves_later_reports_out(run, ledger):
    (now,) = asked(run, ledger, "--place", "Idlib", "--on", "2017-08-02", "--known", "2017-08-02")
    (then,) = asked(run, ledger, "--place", "Idlib", "--on", "2017-08-02", "--known", "2017-08-01")
    assert (now["status"], then["status"], then["known"]) == ("held", "unknown", "2017-08-01")
    assert then["why"]


def test_without_a_place_all_are_told(run, ledger):
    assert "Idlib" in {h["place"]["name"] for h in asked(run, ledger, "--on", "2017-08-02")}


def test_a_table_is_answered_in_its_order(run, ledger, tmp_path):
    table = tmp_path / "q.csv"
    table.write_text("place,date,known\nXqzzt,2017-08-02,\nIdlib,2017-08-02,2017-08-03\n", encoding="utf-8")
    found = asked(run, ledger, "--queries", table)
    assert [(h["place"]["name"], h["known"]) for h in found] == [("Xqzzt", None), ("Idlib", "2017-08-03")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("town,date\nIdlib,2017-08-02\n", "no column place"),
        ("place,when\nIdlib,2017-08-02\n", "no column date"),
        ("place,date\nIdlib,2 August\n", "Line 2"),
        ("place,date\n,2017-08-02\n", "Line 2"),
    ],
)
def test_a_table_that_cannot_be_used_is_told_in_a_sentence(run, ledger, tmp_path, text, said):
    table = tmp_path / "q.csv"
    table.write_text(text, encoding="utf-8")
    done = run("holds", "--queries", table, "--ledger", ledger)
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
    assert said in done.stderr
    assert "q.csv" in done.stderr


def test_neither_date_nor_table_is_told(run, ledger):
    assert run("holds", "--place", "Idlib", "--ledger", ledger).exit_code == 2
    assert run("holds", "--queries", "q.csv", "--on", "2017-08-02", "--ledger", ledger).exit_code == 2


def test_words_for_people(run, ledger):
    assert "Idlib on 2017-08-02: held (Hayat Tahrir al-Sham)" in run("holds", "--on", "2017-08-02", "--ledger", ledger).stdout


def test_those_whom_others_name_are_told_apart_from_the_holder():
    place, gov, foe = HeldPlace("Suran", "g:1", 35.3, 36.7), Holder("Syrian government", "gov"), Holder("Islamic State", "is")
    day, rival = date(2017, 8, 2), Rival(foe, ("c_2",))
    assert in_words(Hold(place, day, status="held", holder=gov, rivals=(rival,))).startswith(
        "Suran on 2017-08-02: held (Syrian government; others say Islamic State)"
    )
    assert "contested (Syrian government, Islamic State)" in in_words(Hold(place, day, status="contested", holder=gov, rivals=(rival,)))
    assert "unknown (Islamic State)" in in_words(Hold(place, day, status="unknown", rivals=(rival,)))
