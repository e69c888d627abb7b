"""Time mentions: which words are found, and what their fields say."""

import pytest

from claimatlas.extract.time import TimeMention, TimeValue, mentions_in, time_mentions
from claimatlas.model.passage import Passage, Token

# sentence; words found; fields of the first mention
CASES = [
    ("Shelling on 3 Feb 2014 hit the market.", ["3 Feb 2014"], {"kind": "day", "year": 2014, "month": 2, "day": 3}),
    ("On September 9th, 2015 the convoy left.", ["September 9th, 2015"], {"year": 2015, "month": 9, "day": 9}),
    ("Beirut 2016-11-30 - Rebels left.", ["2016-11-30"], {"kind": "day", "month": 11, "day": 30}),
    ("Updated 07.10.2015 at night", ["07.10.2015 at night"], {"month": 10, "day": 7}),
    ("Filed 10/25/2016.", ["10/25/2016"], {"month": 10, "day": 25}),
    ("Filed 25/10/2016.", ["25/10/2016"], {"month": 10, "day": 25}),
    ("Filed 19-03-2013.", ["19-03-2013"], {"month": 3, "day": 19}),
    ("On April 2nd they withdrew.", ["April 2nd"], {"year": None, "month": 4, "day": 2}),
    ("The 5th of June saw clashes.", ["5th of June"], {"month": 6, "day": 5}),
    ("December 14 2016 Evacuation begins", ["December 14 2016"], {"year": 2016, "day": 14}),
    ("Dec 142016 Evacuation", ["Dec 142016"], {"year": 2016, "day": 14}),
    ("a May 3 air raid on a clinic", ["May 3"], {"kind": "day", "day": 3}),
    ("Sunday, 12 June 2016, was quiet", ["Sunday, 12 June 2016"], {"kind": "day", "day": 12}),
    ("Tue 08 Nov 2016 Army advances", ["Tue 08 Nov 2016"], {"kind": "day", "day": 8}),
    ("In November rebels advanced.", ["November"], {"kind": "month", "month": 11}),
    ("in late March the army left", ["late March"], {"kind": "month", "part": "late"}),
    ("by mid-October they had lost it", ["by mid-October"], {"part": "mid", "bound": "by"}),
    ("since the start of September", ["since the start of September"], {"part": "start", "bound": "since"}),
    ("at the end of January 2015", ["the end of January 2015"], {"part": "end", "year": 2015}),
    ("last November the dam fell", ["last November"], {"which": "last"}),
    ("since October 2012 the city", ["since October 2012"], {"kind": "month", "bound": "since"}),
    ("in 2013 and in early 2014", ["2013", "early 2014"], {"kind": "year", "year": 2013}),
    ("since mid-2012", ["since mid-2012"], {"part": "mid", "year": 2012, "bound": "since"}),
    ("the 2014 offensive", ["2014"], {"kind": "year"}),
    ("in the 1980s", ["the 1980s"], {"kind": "decade", "year": 1980}),
    ("in the summer of 2014", ["summer of 2014"], {"kind": "season", "name": "summer", "year": 2014}),
    ("winter 2013 was hard", ["winter 2013"], {"name": "winter"}),
    ("last winter", ["last winter"], {"kind": "season", "which": "last"}),
    ("during Ramadan", ["Ramadan"], {"kind": "feast", "name": "ramadan"}),
    ("a truce for Eid al-Adha", ["Eid al-Adha"], {"name": "eid_adha"}),
    ("killed on Friday", ["Friday"], {"kind": "weekday", "weekday": 4}),
    ("Saturdays raids", ["Saturday"], {"weekday": 5}),
    ("Thursday night", ["Thursday night"], {"weekday": 3, "daytime": "night"}),
    ("late on Monday", ["late on Monday"], {"weekday": 0, "daytime": "late"}),
    ("last Tuesday", ["last Tuesday"], {"which": "last", "weekday": 1}),
    ("this Sunday", ["this Sunday"], {"which": "this", "weekday": 6}),
    ("since Wednesday", ["since Wednesday"], {"bound": "since"}),
    ("until Monday", ["until Monday"], {"bound": "until"}),
    ("on the morning of Saturday", ["on the morning of Saturday"], {"daytime": "morning"}),
    ("today the army", ["today"], {"kind": "deictic", "name": "today"}),
    ("at dawn yesterday", ["at dawn yesterday"], {"name": "yesterday", "daytime": "dawn"}),
    ("clashes overnight", ["overnight"], {"name": "overnight"}),
    ("on the same day", ["the same day"], {"name": "same_day"}),
    ("the next morning", ["the next morning"], {"name": "next_day"}),
    ("the day before", ["the day before"], {"name": "previous_day"}),
    ("last week", ["last week"], {"kind": "unit", "which": "last", "unit": "week"}),
    ("later this month", ["later this month"], {"which": "this", "unit": "month", "part": "later"}),
    ("early next week", ["early next week"], {"which": "next", "part": "early"}),
    ("the end of the year", ["the end of the year"], {"kind": "unit", "unit": "year", "part": "end"}),
    ("three days ago", ["three days ago"], {"kind": "shift", "shift": "ago", "count": 3}),
    ("more than a year ago", ["more than a year ago"], {"unit": "year", "count": 1, "approx": True}),
    ("a month earlier", ["a month earlier"], {"shift": "earlier", "count": 1}),
    ("hours later", ["hours later"], {"shift": "later", "count": None}),
    ("two weeks after the siege began", ["two weeks after"], {"shift": "after", "complement": True}),
    ("a few days before, troops left", ["a few days before"], {"shift": "earlier", "count": 3, "approx": True}),
    ("in the past 72 hours", ["past 72 hours"], {"kind": "lookback", "count": 72, "unit": "hour"}),
    ("over the last three months", ["last three months"], {"kind": "lookback", "count": 3}),
    ("in the next few days", ["next few days"], {"kind": "lookahead"}),
    ("in recent weeks", ["recent weeks"], {"kind": "lookback", "name": "recently", "unit": "week"}),
    ("shelled for the third day in a row", ["the third day in a row"], {"kind": "lookback", "count": 2, "unit": "day"}),
    ("on its fifth day the assault", ["its fifth day"], {"kind": "lookback", "count": 4}),
    ("it has been besieged for more than two years", ["more than two years"], {"kind": "duration", "shift": "so_far", "than": "over"}),
    ("a truce of two weeks", ["two weeks"], {"kind": "duration", "shift": None}),
    ("20 died in three days of raids", ["three days"], {"kind": "duration", "shift": "so_far", "count": 3}),
    ("it fell on Monday after two days of clashes", ["Monday", "two days"], {"weekday": 0}),
    ("a week-long siege", ["week-long"], {"kind": "duration", "unit": "week", "count": 1}),
    ("since the civil war broke out", ["since the civil war broke out"], {"kind": "war", "bound": "since"}),
    ("a five-year conflict", ["five-year conflict"], {"kind": "war", "bound": None}),
    ("the war has spread since it began", ["since it began"], {"kind": "war"}),
    ("Since then 40 fell", ["Since then"], {"name": "then", "bound": "since"}),
    ("the group has since taken two villages", ["since"], {"name": "then", "bound": "since"}),
    ("over the weekend", ["over the weekend"], {"kind": "unit", "unit": "weekend"}),
    ("held since the capture of the hill in March", ["March"], {"complement": True}),
    ("since the Tuesday raid", ["Tuesday"], {"complement": True}),
    ("the siege that began on July 17", ["July 17"], {"complement": True}),
    ("A bombing on July 2 killed nine", ["July 2"], {"kind": "day", "day": 2}),
    ("in June last year", ["June last year"], {"which": "last", "shift": "of_year"}),
    ("nearly two weeks ago", ["nearly two weeks ago"], {"than": "nearly"}),
    ("agreed at May talks", ["May"], {"kind": "month"}),
    ("Filed 5-04-2016.", ["5-04-2016"], {"month": 4, "day": 5, "second": TimeValue("day", year=2016, month=5, day=4)}),
    ("Sunday 5/04/2016", ["Sunday 5/04/2016"], {"weekday": 6, "month": 5}),
    ("during Eid", ["Eid"], {"kind": "feast", "name": "eid"}),
    ("on Nowruz 2016", ["Nowruz 2016"], {"name": "nowruz", "year": 2016}),
    ("for five years", ["five years"], {"kind": "duration", "count": 5}),
    ("after a 16-hour search", ["16-hour"], {"kind": "duration", "unit": "hour"}),
    ("between 3 and 9 March 2013", ["between 3 and 9 March 2013"], {"kind": "range"}),
    ("from June 2 to June 9", ["from June 2 to June 9"], {"kind": "range"}),
    ("August 12-15, 2012", ["August 12-15, 2012"], {"kind": "range"}),
    ("from October 2015 to January 2016", ["from October 2015 to January 2016"], {"kind": "range"}),
    ("between Friday and Sunday", ["between Friday and Sunday"], {"kind": "range"}),
    ("in 2012-13", ["2012-13"], {"kind": "range"}),
    ("at 6:30 a.m. they fled", ["6:30 a.m."], {"kind": "daytime"}),
    ("killed since the war began in May 2012", ["May 2012"], {"complement": True, "bound": None}),
    ("in May of last year", ["May of last year"], {"kind": "month", "which": "last"}),
]  # fmt: skip

NOTHING = [
    "They may march on the city.",
    "The army will march north.",
    "The April 6 Movement called a rally.",
    "The 17th Division and Brigade 93 withdrew.",
    "A 25-year-old man fell.",
    "The second of two attacks, 10% of the force.",
    "The fall of the town was denied.",
    "He fired 2000 rounds at 1300 soldiers.",
    "US Resolution 2254 was cited.",
    "The October 6 Bridge was shelled.",
    "Daily raids on a former school.",
    "The future of the town is unclear.",
    "The second brigade and the third division left.",
]


@pytest.mark.parametrize(("text", "words", "fields"), CASES, ids=[c[0] for c in CASES])
def test_mention(text: str, words: list[str], fields: dict[str, object]) -> None:
    found = mentions_in(text)
    assert [m.text for m in found] == words
    assert {name: getattr(found[0].value, name) for name in fields} == fields


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_to_find(text: str) -> None:
    passage = passage_of(text)
    assert time_mentions(passage) == []


def passage_of(text: str, start: int = 0) -> Passage:
    words, tokens, at = text.split(" "), [], start
    for i, word in enumerate(words):
        number = word.isdigit() and i + 1 < len(words)
        head = i + 1 if number else i
        tokens.append(Token(i, word, word, "NOUN", "NNS", "nummod" if number else "ROOT", head, at, at + len(word)))
        at += len(word) + 1
    return Passage(0, start, start + len(text), text, tuple(tokens), tuple(() for _ in tokens))


def test_offsets_count_in_the_report() -> None:
    passage = passage_of("Rebels left on Friday.", 100)
    (mention,) = time_mentions(passage)
    assert (mention.start, mention.end) == (115, 121)


def test_month_before_a_count_of_people_is_not_a_day() -> None:
    (mention,) = mentions_in("In June 14 civilians were killed.")
    assert (mention.text, mention.kind) == ("June", "month")


def test_range_ends_share_the_year() -> None:
    (mention,) = mentions_in("between March and June 2014")
    assert mention.value.first == TimeValue("month", year=2014, month=3)
    assert mention.value.second == TimeValue("month", year=2014, month=6)


def test_impossible_dates_are_no_mention() -> None:
    assert mentions_in("see 45.99.2016") == []


def test_mentions_are_frozen() -> None:
    mention = TimeMention("today", 0, 5, TimeValue("deictic", name="today"))
    with pytest.raises(AttributeError):
        mention.text = "x"  # type: ignore[misc]
