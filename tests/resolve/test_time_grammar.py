"""Properties of the time grammar and its resolving, over made-up sentences."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from claimatlas.extract.time import mentions_in
from claimatlas.model.time import TimeRange, precision_of
from claimatlas.resolve.time import TimeContext, resolve_time, why_unplaced

WORDS = [
    "since", "until", "by", "before", "after", "between", "from", "to", "and", "of", "the", "a", "an", "in", "on", "at", "for",
    "over", "during", "within", "last", "next", "this", "that", "past", "recent", "late", "early", "mid", "Monday", "Friday",
    "Sunday", "January", "March", "May", "June", "2016", "2011", "31", "30", "2", "1st", "05-04-2016", "31/12/2015", "days",
    "day", "weeks", "week", "months", "years", "hours", "two", "three", "few", "several", "second", "third", "row", "straight",
    "ago", "later", "earlier", "overnight", "today", "yesterday", "tomorrow", "dawn", "night", "morning", "Ramadan", "Eid",
    "summer", "winter", "war", "conflict", "began", "erupted", "siege", "fighting", "raid", "killed", "has", "been", "besieged",
    "then", "weekend", "end", "beginning", "half", "nearly", "more", "than", "BC", "1990s", ",", ".", "-",
]  # fmt: skip
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.text(max_size=60)
DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
CONTEXTS = st.builds(
    TimeContext,
    anchor=st.none() | DAYS.map(lambda d: TimeRange(start=d, end=d)),
    tense=st.sampled_from(("past", "present", "future")),
    role=st.sampled_from(("complement", "main")),
    narrative=st.booleans(),
    war=st.none() | DAYS,
)


@given(SENTENCES, st.integers(0, 500))
def test_offsets_lie_in_the_text_and_mentions_do_not_overlap(text: str, offset: int) -> None:
    last = offset
    for m in mentions_in(text, offset):
        assert last <= m.start < m.end <= offset + len(text)
        assert m.text == text[m.start - offset : m.end - offset]
        last = m.end


@given(SENTENCES, st.none() | DAYS, CONTEXTS)
def test_an_interval_is_in_order_and_as_precise_as_it_is_wide(text: str, on: date | None, context: TimeContext) -> None:
    for m in mentions_in(text):
        time = resolve_time(m, on, context)
        if time is None:
            assert why_unplaced(m)
        else:
            assert time.start is not None
            assert time.end is not None
            assert time.start <= time.end
            assert time.precision == precision_of(time.start, time.end)
            assert not time.default


@given(SENTENCES, DAYS, CONTEXTS)
def test_the_same_words_give_the_same_days(text: str, on: date, context: TimeContext) -> None:
    first, again = ([resolve_time(m, on, context) for m in mentions_in(text)] for _ in range(2))
    assert first == again
