"""The grammar's side of an explanation: rule, fields, anchor."""

import pytest

from claimatlas.explain.time import RULES, fields
from claimatlas.extract.time_value import KINDS, TimeValue


def test_every_kind_of_the_grammar_has_words():
    assert set(RULES) == set(KINDS)


def test_fields_are_those_that_the_words_give():
    value = TimeValue("range", first=TimeValue("weekday", weekday=0), second=TimeValue("weekday", weekday=3), approx=True)
    assert fields(value) == "approx, first (weekday weekday 0), second (weekday weekday 3)"


@pytest.mark.parametrize("reader", ["learned", "rules"])
def test_a_weekday_is_counted_from_the_report(explain, reader):
    (found,) = explain("The Syrian army captured the town of Mayadin from ISIS on Monday.", "capture", reader).of("time").then
    assert found.value == "2017-07-31, to the day"
    assert found.by.startswith("rule «weekday»")
    assert "counted from 2017-08-02, the report's date" in found.notes
    assert [w.text for w in found.words] == ["Monday"]


def test_the_day_of_the_story_is_an_anchor_of_its_own(explain):
    text = "ISIS captured the town of Mayadin on 3 July 2017. Two days later, the army shelled the town of Mayadin."
    (found,) = explain(text, "shelling").of("time").then
    assert found.value == "2017-07-05, to the day"
    assert found.by.startswith("rule «shift»")
    assert "counted from the story's day, 2017-07-03, to the day: «3 July 2017»" in found.notes


def test_without_words_the_default_is_told(explain):
    (found,) = explain("The army captured the town of Mayadin.", "capture").of("time").then
    assert found.by == "no words tell it: the day before the report to its date"


def test_words_that_give_no_day_say_so(explain):
    (found,) = explain("The army captured the town of Mayadin the following day.", "capture").of("time").then
    assert found.by == "no day can be given to the words (day not told): the day before the report to its date"
    assert [w.text for w in found.words] == ["the following day"]


def test_what_begins_with_the_war_is_counted_from_it(explain):
    (found,) = explain("Clashes have killed more than 200,000 people since the civil war began.", "toll").of("time").then
    assert any(n.startswith("counted from the war's beginning") for n in found.notes)


def test_a_toll_of_the_war_runs_from_its_beginning(explain):
    (found,) = explain("The war has killed 300,000 people.", "toll").of("time").then
    assert found.by == "a toll of the whole war: from its beginning"


def test_a_time_told_again_later_is_that_of_the_later_words(explain):
    found = explain("The army captured the town of Mayadin. On Monday the army captured the town of Mayadin from ISIS.", "capture")
    time = found.of("time")
    assert time.notes == ("told again in the same report: «On Monday the army captured the town of Mayadin from ISIS.»",)
    assert time.then[0].by.startswith("rule «weekday»")
