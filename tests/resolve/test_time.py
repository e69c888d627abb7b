"""Resolved times: words, the report's date and the context to an interval."""

from datetime import date

import pytest

from claimatlas.extract.time import mentions_in
from claimatlas.model.time import TimeRange
from claimatlas.resolve.time import TimeContext, resolve_time, why_unplaced

WEDNESDAY = date(2016, 5, 18)

# words in a report of Wednesday 18 May 2016; tense; start; end
CASES = [
    ("on 3 Feb 2014", "past", "2014-02-03", "2014-02-03"),
    ("on 31.12.2015", "past", "2015-12-31", "2015-12-31"),
    ("on May 2", "past", "2016-05-02", "2016-05-02"),
    ("on May 27", "past", "2015-05-27", "2015-05-27"),
    ("on May 27", "future", "2016-05-27", "2016-05-27"),
    ("on January 5", "future", "2017-01-05", "2017-01-05"),
    ("on February 29", "past", "2016-02-29", "2016-02-29"),
    ("In May", "past", "2016-05-01", "2016-05-18"),
    ("In May", "future", "2016-05-01", "2016-05-31"),
    ("In April", "past", "2016-04-01", "2016-04-30"),
    ("In August", "past", "2015-08-01", "2015-08-31"),
    ("In August", "future", "2016-08-01", "2016-08-31"),
    ("in late April", "past", "2016-04-21", "2016-04-30"),
    ("in early March", "past", "2016-03-01", "2016-03-10"),
    ("in mid-March", "past", "2016-03-11", "2016-03-20"),
    ("at the end of February", "past", "2016-02-21", "2016-02-29"),
    ("last May", "past", "2015-05-01", "2015-05-31"),
    ("in March 2011", "past", "2011-03-01", "2011-03-31"),
    ("since March 2011", "past", "2011-03-01", "2016-05-18"),
    ("since 2013", "past", "2013-01-01", "2016-05-18"),
    ("since spring 2015", "past", "2015-03-01", "2016-05-18"),
    ("in spring 2015", "past", "2015-03-01", "2015-05-31"),
    ("last summer", "past", "2015-06-01", "2015-08-31"),
    ("in winter 2015", "past", "2015-12-01", "2016-02-29"),
    ("in mid-2014", "past", "2014-05-01", "2014-08-31"),
    ("in late 2015", "past", "2015-09-01", "2015-12-31"),
    ("in 2016", "past", "2016-01-01", "2016-05-18"),
    ("during Ramadan 2015", "past", "2015-06-18", "2015-07-16"),
    ("during Ramadan", "future", "2016-06-06", "2016-07-05"),
    ("on Eid al-Fitr", "past", "2015-07-17", "2015-07-19"),
    ("on Wednesday", "past", "2016-05-18", "2016-05-18"),
    ("on Thursday", "past", "2016-05-12", "2016-05-12"),
    ("on Thursday", "future", "2016-05-19", "2016-05-19"),
    ("on Wednesday", "future", "2016-05-18", "2016-05-18"),
    ("last Wednesday", "past", "2016-05-11", "2016-05-11"),
    ("next Wednesday", "future", "2016-05-25", "2016-05-25"),
    ("Monday night", "past", "2016-05-16", "2016-05-16"),
    ("since Saturday", "past", "2016-05-14", "2016-05-18"),
    ("by Tuesday", "past", "2016-05-17", "2016-05-17"),
    ("today", "past", "2016-05-18", "2016-05-18"),
    ("yesterday", "past", "2016-05-17", "2016-05-17"),
    ("tomorrow", "future", "2016-05-19", "2016-05-19"),
    ("overnight", "past", "2016-05-17", "2016-05-18"),
    ("this week", "past", "2016-05-16", "2016-05-18"),
    ("this week", "future", "2016-05-18", "2016-05-22"),
    ("later this week", "future", "2016-05-19", "2016-05-22"),
    ("last week", "past", "2016-05-09", "2016-05-15"),
    ("early next week", "future", "2016-05-23", "2016-05-25"),
    ("at the beginning of the week", "past", "2016-05-16", "2016-05-17"),
    ("last weekend", "past", "2016-05-14", "2016-05-15"),
    ("this month", "past", "2016-05-01", "2016-05-18"),
    ("last month", "past", "2016-04-01", "2016-04-30"),
    ("last year", "past", "2015-01-01", "2015-12-31"),
    ("earlier this year", "past", "2016-01-01", "2016-05-18"),
    ("in the past 24 hours", "past", "2016-05-17", "2016-05-18"),
    ("in the last 48 hours", "past", "2016-05-16", "2016-05-18"),
    ("over the past two weeks", "past", "2016-05-04", "2016-05-18"),
    ("in the last three months", "past", "2016-02-18", "2016-05-18"),
    ("in the past week", "past", "2016-05-11", "2016-05-18"),
    ("in the next two days", "future", "2016-05-18", "2016-05-20"),
    ("three days ago", "past", "2016-05-15", "2016-05-15"),
    ("two weeks ago", "past", "2016-05-01", "2016-05-07"),
    ("two months ago", "past", "2016-03-01", "2016-03-31"),
    ("two years ago", "past", "2014-01-01", "2014-12-31"),
    ("between 8 and 11 May", "past", "2016-05-08", "2016-05-11"),
    ("from April 28 to May 3", "past", "2016-04-28", "2016-05-03"),
    ("December 2015 to February 2016", "past", "2015-12-01", "2016-02-29"),
    ("between Friday and Sunday", "past", "2016-05-13", "2016-05-15"),
    ("It will soon fall", "future", "2016-05-18", "2016-06-17"),
    ("recently", "past", "2016-05-04", "2016-05-18"),
    ("in recent days", "past", "2016-05-12", "2016-05-18"),
    ("in recent weeks", "past", "2016-04-27", "2016-05-18"),
    ("in recent months", "past", "2016-02-18", "2016-05-18"),
    ("for the third day in a row", "past", "2016-05-16", "2016-05-18"),
    ("It has been cut off for six months", "past", "2015-11-18", "2016-05-18"),
    ("nine died in two days of raids", "past", "2016-05-16", "2016-05-18"),
    ("It will be done in two days", "future", "2016-05-18", "2016-05-20"),
    ("nearly two weeks ago", "past", "2016-05-04", "2016-05-07"),
    ("more than two weeks ago", "past", "2016-05-01", "2016-05-04"),
    ("over the weekend", "past", "2016-05-14", "2016-05-15"),
    ("in the last week", "past", "2016-05-11", "2016-05-18"),
    ("in June last year", "past", "2015-06-01", "2015-06-30"),
    ("on 5-04-2016", "past", "2016-04-05", "2016-04-05"),
    ("on 06-05-2016", "past", "2016-05-06", "2016-05-06"),
    ("on 05/06/2016", "past", "2016-05-06", "2016-05-06"),
    ("Sunday 05/06/2016", "past", "2016-06-05", "2016-06-05"),
    ("on Eid", "past", "2015-09-24", "2015-09-27"),
    ("on Eid", "future", "2016-07-06", "2016-07-08"),
    ("on Nowruz", "past", "2016-03-21", "2016-03-21"),
    ("hours ago", "past", "2016-05-17", "2016-05-18"),
    ("days ago", "past", "2016-05-12", "2016-05-17"),
]

UNSAID = [
    "the next day",
    "since then",
    "the same day",
    "two days later",
    "for two years",
    "at dawn",
    "since the war began",
    "before March 2015",
    "in 480 BC",
]


@pytest.mark.parametrize(("words", "tense", "start", "end"), CASES, ids=[f"{c[0]}-{c[1]}" for c in CASES])
def test_resolved(words: str, tense: str, start: str, end: str) -> None:
    (mention,) = mentions_in(words)
    time = resolve_time(mention, WEDNESDAY, TimeContext(tense=tense))
    assert time is not None
    assert (str(time.start), str(time.end)) == (start, end)


@pytest.mark.parametrize("words", UNSAID)
def test_unsaid_is_none(words: str) -> None:
    (mention,) = mentions_in(words)
    assert resolve_time(mention, WEDNESDAY) is None


# words with the story's day at 9 March 2016; role; start; end
ANCHORED = [
    ("the same day", "complement", "2016-03-09", "2016-03-09"),
    ("the next day", "complement", "2016-03-10", "2016-03-10"),
    ("two days later", "complement", "2016-03-11", "2016-03-11"),
    ("a week earlier", "complement", "2016-03-02", "2016-03-02"),
    ("one week after the raid", "complement", "2016-03-02", "2016-03-02"),
    ("one week after the raid", "main", "2016-03-09", "2016-03-09"),
    ("that month", "complement", "2016-03-01", "2016-03-31"),
    ("the following year", "complement", "2017-01-01", "2017-12-31"),
    ("since then", "complement", "2016-03-09", "2016-05-18"),
    ("at that time", "complement", "2016-03-09", "2016-03-09"),
    ("days later", "complement", "2016-03-10", "2016-03-15"),
    ("days before", "complement", "2016-03-03", "2016-03-08"),
    ("held since the capture of the hill in April", "main", "2016-04-01", "2016-05-18"),
    ("held since the capture of the hill in April", "complement", "2016-04-01", "2016-04-30"),
    ("since the Monday raid", "main", "2016-05-16", "2016-05-18"),
    ("killed since the war began in May 2012", "complement", "2012-05-01", "2012-05-31"),
    ("killed since the war began in May 2012", "main", "2012-05-01", "2016-05-18"),
]


@pytest.mark.parametrize(("words", "role", "start", "end"), ANCHORED, ids=[f"{c[0]}-{c[1]}" for c in ANCHORED])
def test_counted_from_the_story(words: str, role: str, start: str, end: str) -> None:
    (mention,) = mentions_in(words)
    anchor = TimeRange(start=date(2016, 3, 9), end=date(2016, 3, 9))
    time = resolve_time(mention, WEDNESDAY, TimeContext(anchor, role=role))
    assert time is not None
    assert (str(time.start), str(time.end)) == (start, end)


def test_a_length_runs_up_to_the_day_beside_it() -> None:
    _, length = mentions_in("The town fell on Monday after three days of clashes.")
    time = resolve_time(length, WEDNESDAY)
    assert time is not None
    assert (time.start, time.end) == (date(2016, 5, 13), date(2016, 5, 16))


def test_a_shift_counts_from_the_day_beside_it() -> None:
    _, shift = mentions_in("They were found on Sunday, two days after gunmen took them.")
    taken, found = (resolve_time(shift, WEDNESDAY, TimeContext(role=role)) for role in ("complement", "main"))
    assert taken is not None
    assert found is not None
    assert (taken.start, found.start) == (date(2016, 5, 13), date(2016, 5, 15))


def test_a_war_begins_where_the_theatre_has_it() -> None:
    (mention,) = mentions_in("since the war began")
    time = resolve_time(mention, WEDNESDAY, TimeContext(war=date(2011, 3, 1)))
    assert time is not None
    assert (time.start, time.end, time.precision) == (date(2011, 3, 1), WEDNESDAY, 4)


def test_a_war_told_with_its_date_is_that_date() -> None:
    (mention,) = mentions_in("since the war began in March 2011")
    assert mention.text == "March 2011"


WHY = [
    ("for two years", "length_only"),
    ("two days later", "day_not_told"),
    ("on February 30, 2016", "no_such_day"),
    ("before March 2015", "open_start"),
    ("in 480 BC", "not_in_calendar"),
    ("since the war began", "war_not_known"),
]


@pytest.mark.parametrize(("words", "why"), WHY)
def test_what_cannot_be_placed_says_why(words: str, why: str) -> None:
    (mention,) = mentions_in(words)
    assert resolve_time(mention, WEDNESDAY) is None
    assert why_unplaced(mention) == why


def test_without_an_anchor_a_week_earlier_counts_from_the_default() -> None:
    (mention,) = mentions_in("a week earlier")
    time = resolve_time(mention, WEDNESDAY)
    assert time is not None
    assert (time.start, time.end) == (date(2016, 5, 10), date(2016, 5, 11))


def test_a_narrative_goes_on_from_its_anchor() -> None:
    (mention,) = mentions_in("In February")
    time = resolve_time(mention, None, TimeContext.on(date(2012, 12, 4)))
    assert time is not None
    assert time.start == date(2013, 2, 1)


def test_no_date_known_gives_none() -> None:
    assert [resolve_time(m, None) for m in mentions_in("yesterday, on Friday, last week, in May")] == [None, None, None, None]


def test_result_carries_words_span_anchor_and_precision() -> None:
    (mention,) = mentions_in("Troops left in late April.", 40)
    time = resolve_time(mention, WEDNESDAY)
    assert time is not None
    assert (time.text, time.begin, time.finish) == ("late April", 55, 65)
    assert (time.anchor, time.precision, time.default) == (WEDNESDAY, 2, False)


def test_a_day_that_no_calendar_has_is_none() -> None:
    (mention,) = mentions_in("on February 30, 2016")
    assert resolve_time(mention, WEDNESDAY) is None
