"""Rules for words that count from another time: today, last week, two days later, in the past 24 hours, for two years."""

import re

from claimatlas.extract.time_lasting import holds_on
from claimatlas.extract.time_rules import Match, Rule
from claimatlas.extract.time_value import TimeValue
from claimatlas.extract.time_words import ABOUT, COUNT, DAYTIME, UNIT, count_number, than_of, unit_name

WHICH = {
    "last": "last",
    "previous": "previous",
    "preceding": "previous",
    "past": "past",
    "this": "this",
    "current": "this",
    "next": "next",
    "coming": "next",
    "upcoming": "next",
    "following": "following",
    "succeeding": "following",
    "same": "same",
    "that": "same",
    "the": "the",
}
DEICTIC = {
    "today": "today",
    "yesterday": "yesterday",
    "tomorrow": "tomorrow",
    "overnight": "overnight",
    "tonight": "tonight",
    "last night": "last_night",
    "this morning": "today",
    "this afternoon": "today",
    "this evening": "today",
    "now": "now",
    "nowadays": "now",
    "currently": "now",
    "at present": "now",
    "at the moment": "now",
    "present day": "now",
    "at this time": "now",
    "the time being": "now",
    "recently": "recently",
    "lately": "recently",
    "soon": "soon",
    "shortly": "soon",
}
VAGUE = ("now", "recently", "soon")
SAME_DAY = r"(?:the|that)\s+(?:very\s+)?same\s+day|that\s+(?:same\s+)?day|(?:earlier|later)\s+(?:[io]n\s+the|that|the\s+same)\s+day"
NEXT_DAY = rf"the\s+(?:next|following)\s+(?:day|{DAYTIME})|the\s+day\s+(?:following|after)|a\s+day\s+later"
DAY_BEFORE = r"the\s+(?:previous|preceding)\s+(?:day|night|evening)|the\s+(?:day|night|evening)\s+before|a\s+day\s+earlier"


def _deictic(m: Match) -> TimeValue:
    word = re.sub(r"\s+", " ", m[0].lower())
    name = DEICTIC[word]
    daytime = word.split()[-1] if word.startswith("this ") else None
    return TimeValue("vague" if name in VAGUE else "deictic", name=name, daytime=daytime)


def _near_day(name: str, text: str) -> TimeValue:
    daytime = next((w for w in ("morning", "afternoon", "evening", "night") if w in text.lower()), None)
    return TimeValue("deictic", name=name, daytime=daytime)


def _unit(m: Match) -> TimeValue:
    return TimeValue("unit", which=WHICH[m["w"].lower()], unit=unit_name(m["u"]))


SHIFTS = {"ago": "ago", "later": "later", "afterwards": "later", "earlier": "earlier", "previously": "earlier", "on": "later"}


def _shift(m: Match) -> TimeValue | None:
    count, approx = count_number(m["n"])
    if m["n"] is None and not m["u"].lower().endswith("s"):
        return None
    word = m["s"].lower()
    complement = word in ("after", "before", "prior to") and m["c"] is not None
    shift = SHIFTS.get(word) or ("later" if word == "after" else "earlier")
    if complement:
        shift = "after" if word == "after" else "before"
    return TimeValue(
        "shift",
        unit=unit_name(m["u"]),
        count=count,
        approx=approx or bool(m["q"]),
        shift=shift,
        complement=complement,
        than=than_of(m["q"]),
    )


def _look(m: Match) -> TimeValue:
    count, approx = count_number(m["n"]) if m["n"] else (1, False)
    kind = "lookahead" if m["w"].lower() in ("next", "coming", "following") else "lookback"
    return TimeValue(kind, unit=unit_name(m["u"]), count=count, approx=approx)


def _duration(m: Match) -> TimeValue | None:
    count, approx = count_number(m["n"]) if m["n"] else (None, True)
    lasts = m[0].lower().startswith("for ") and holds_on(m.string[: m.start()])
    about = bool(m.groupdict().get("q"))
    return TimeValue("duration", unit=unit_name(m["u"]), count=count, approx=approx or about, shift="so_far" if lasts else None)


def _look_few(m: Match) -> TimeValue:
    kind = "lookahead" if m["w"].lower() in ("coming", "next") else "lookback"
    return TimeValue(kind, unit=unit_name(m["u"]), count=3, approx=True)


def _daytime(m: Match) -> TimeValue:
    return TimeValue("daytime", daytime=m.groupdict().get("t") or "clock")


def _i(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


BETWEEN = r"(?:(?:and\s+a\s+half|more|straight|consecutive|full)\s+)"
RELATIVE_RULES: tuple[Rule, ...] = (
    (_i(r"\b(?:" + "|".join(sorted(DEICTIC, key=len, reverse=True)) + r")\b(?!\s+(?:after|before|as)\b|-)"), _deictic, False),
    (_i(rf"\b(?:{SAME_DAY})\b"), lambda m: _near_day("same_day", m[0]), False),
    (_i(rf"\b(?:{NEXT_DAY})\b"), lambda m: _near_day("next_day", m[0]), False),
    (_i(rf"\b(?:{DAY_BEFORE})\b(?!\s+yesterday)"), lambda m: _near_day("previous_day", m[0]), False),
    (_i(r"\bthe\s+day\s+before\s+yesterday\b"), lambda m: TimeValue("shift", unit="day", count=2, shift="ago"), False),
    (
        _i(
            rf"\b(?P<w>last|previous|preceding|past|this|current|next|coming|upcoming|following|succeeding|same|that)\s+(?P<u>{UNIT})\b(?!s)"
        ),
        _unit,
        False,
    ),
    (_i(r"\bthe\s+(?P<u>week|month|year|weekend)\b"), lambda m: TimeValue("unit", which="the", unit=m["u"].lower()), True),
    (
        _i(
            rf"\b(?P<q>{ABOUT})?(?:(?P<n>{COUNT})[\s-]+)?(?:and\s+a\s+half\s+)?(?P<u>{UNIT}s?)\s+"
            r"(?P<s>ago|later|afterwards|earlier|previously|before|after|prior\s+to)\b(?=(?P<c>\s+\w)?)"
        ),
        _shift,
        False,
    ),
    (_i(rf"\b(?P<w>past|last|previous|preceding|next|coming|following)\s+(?:(?P<n>{COUNT})\s+)(?P<u>{UNIT}s?)\b"), _look, False),
    (_i(rf"\b(?:in|over|during|for|within|throughout)\s+(?:the\s+)?(?P<w>past|last)\s+(?P<n>)?(?P<u>{UNIT})\b"), _look, False),
    (_i(rf"\b(?P<w>past|last|previous|coming|next)\s+(?P<n>)?(?P<u>{UNIT}s)\b"), _look_few, False),
    (_i(rf"\b(?P<q>{ABOUT})?(?P<n>(?!an?\b|some\b){COUNT})[\s-]+{BETWEEN}?(?P<u>{UNIT}s?)\b(?![\s-]*old)"), _duration, False),
    (_i(rf"\b(?:for|within|after|than|nearly|almost|about|under|over|in)\s+(?P<n>an?)\s+(?P<u>{UNIT})\b"), _duration, False),
    (_i(rf"\b(?:for|within|after|of|many|in|took)\s+(?P<n>)?(?P<u>{UNIT}s)\b"), _duration, False),
    (_i(rf"\b(?:at|by|before|since|until|in\s+the|during\s+the)\s+(?P<t>{DAYTIME})\b"), _daytime, False),
    (_i(r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s*(?:[ap]\.?m\b\.?|GMT|local time))?|\b(?:1[0-2]|[1-9])\s*[ap]\.?m\b\.?"), _daytime, False),
    (_i(r"\b(?:[01]\d|2[0-3])[0-5]\d\s*(?:hours|hrs|GMT|local time)\b|\b(?<=at )0\d[0-5]\d\b"), _daytime, False),
)
