"""Rules for dates, months, years, seasons, feasts and weekdays: a pattern and the value that its groups make."""

import re
from collections.abc import Callable
from dataclasses import replace

from claimatlas.extract.time_value import TimeValue
from claimatlas.extract.time_words import (
    DAY,
    FULL_MONTH,
    MONTH,
    SEASONS,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
    weekday_number,
)

Match = re.Match[str]
Rule = tuple[re.Pattern[str], Callable[[Match], TimeValue | None], bool]

NAMED_AFTER = (
    r"(?!\s+(?:Movement|Brigades?|Battalion|Bridge|University|City|Street|Group|Coalition|Front|Stadium|Square|Regiment|Division"
    r"|Hospital|School|Martyrs|Gathering|Alliance|Airport|Neighbou?rhood|Company|Forces)\b)"
)
NOT_NAME = r"(?!\s+\d{1,2}(?:st|nd|rd|th)?\s+(?:Movement|Brigades?|Battalion|Bridge|University|City|Street|Group|Regiment|Division)\b)"
COUNTED_NEXT = (
    r"(?!\s+(?:more\s+|other\s+|\w+\s+)?(?:people|persons|civilians|militants|soldiers|fighters|children|women|men|terrorists|rebels"
    r"|others|bodies|martyrs|policemen|troops|members|were|killed|wounded|percent|per cent)\b|\s*%|:\d|[.,]\d)"
)
FEASTS = {
    "ramadan": "ramadan",
    "eid": "eid",
    "ashura": "ashura",
    "mawlid": "mawlid",
    "prophet's birthday": "mawlid",
    "nowruz": "nowruz",
    "newroz": "nowruz",
    "eid al-fitr": "eid_fitr",
    "eid al-adha": "eid_adha",
    "eid-al-fitr": "eid_fitr",
    "eid-al-adha": "eid_adha",
    "feast of sacrifice": "eid_adha",
    "christmas": "christmas",
    "christmas day": "christmas",
    "christmas eve": "christmas_eve",
    "new year's day": "new_year",
    "new years day": "new_year",
    "new year's eve": "new_year_eve",
    "new years eve": "new_year_eve",
}


def made_day(year: str | None, month: int, day: int) -> TimeValue | None:
    """A day, or None where the numbers cannot be one."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return TimeValue("day", year=int(year) if year else None, month=month, day=day)


def _numeric(m: Match) -> TimeValue | None:
    one, two = int(m["a"]), int(m["b"])
    readings = [v for month, day in ((two, one), (one, two)) if (v := made_day(m["y"], month, day))]
    if m["sep"] == "/":
        readings.reverse()
    if len(readings) < 2 or one == two:
        return next(iter(readings), None)
    return replace(readings[0], second=readings[1])


def _year_after(m: Match) -> str | None:
    return m["y"] or m.groupdict().get("y2")


def _named(m: Match) -> TimeValue | None:
    return made_day(_year_after(m), month_number(m["m"]), day_number(m["d"]))


def _days(m: Match) -> TimeValue | None:
    first, second = (made_day(m["y"], month_number(m["m"]), day_number(m[g])) for g in ("d", "e"))
    if not (first and second) or (first.day or 0) >= (second.day or 0):
        return None
    return TimeValue("range", first=first, second=second)


def _month(m: Match) -> TimeValue:
    return TimeValue("month", year=int(m["y"]) if m.groupdict().get("y") else None, month=month_number(m["m"]))


def _years(m: Match) -> TimeValue | None:
    start = int(m["y"])
    end = int(m["z"]) if len(m["z"]) == 4 else start - start % 100 + int(m["z"])
    return TimeValue("range", first=TimeValue("year", year=start), second=TimeValue("year", year=end)) if start < end else None


def _season(m: Match) -> TimeValue:
    return TimeValue("season", year=int(m["y"]) if m["y"] else None, name=SEASONS[m["s"].lower()])


def _feast(m: Match) -> TimeValue:
    return TimeValue("feast", year=int(m["y"]) if m["y"] else None, name=FEASTS[m["f"].lower().replace("\u2019", "'")])


def _rule(pattern: str, make: Callable[[Match], TimeValue | None], weak: bool = False) -> Rule:
    return re.compile(pattern), make, weak


AND = r"\s*(?:-|\u2013|\u2014|\bto\b|\band\b|\buntil\b|\bthrough\b)\s*"
YEAR_TAIL = rf"(?:,?\s+(?:of\s+|in\s+)?(?P<y>{YEAR})\b(?!\s+(?:people|civilians|fighters)))"
FEAST_NAMES = "|".join(sorted((re.escape(f).replace("'", "['\u2019]?") for f in FEASTS), key=len, reverse=True))

DATE_RULES: tuple[Rule, ...] = (
    _rule(rf"\b(?P<y>{YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)", lambda m: made_day(m["y"], int(m["m"]), int(m["d"]))),
    _rule(rf"\b(?P<a>\d{{1,2}})(?P<sep>[./-])(?P<b>\d{{1,2}})(?P=sep)(?P<y>{YEAR})(?!\d)", _numeric),
    _rule(rf"\b(?P<d>{DAY})(?:\s+day)?(?:\s+of)?[\s-]+(?P<m>{MONTH}){NAMED_AFTER}(?:{YEAR_TAIL}|-(?P<y2>{YEAR})\b)?", _named),
    _rule(
        rf"\b(?P<m>{MONTH})\s+(?:the\s+)?(?P<d>(?:0?[1-9]|[12]\d|3[01]))(?:st|nd|rd|th)?,?\s*(?:of\s+|in\s+)?(?P<y>{YEAR})(?!\d)", _named
    ),
    _rule(rf"\b(?P<m>{MONTH})\s+(?:the\s+)?(?P<d>{DAY}){NAMED_AFTER}{COUNTED_NEXT}(?P<y>)?", _named),
    _rule(rf"(?<=\b[Oo]n )(?P<m>{MONTH})\s+(?P<d>{DAY})(?!\s*%|:\d|[.,]\d)(?P<y>)?", _named),
    _rule(rf"\b(?:(?:[Bb]etween|[Ff]rom)\s+)?(?P<d>{DAY}){AND}(?P<e>{DAY})\s+(?:of\s+)?(?P<m>{MONTH}){YEAR_TAIL}?", _days),
    _rule(rf"\b(?:(?:[Bb]etween|[Ff]rom)\s+)?(?P<m>{MONTH})\s+(?P<d>{DAY}){AND}(?P<e>{DAY}){COUNTED_NEXT}{YEAR_TAIL}?", _days),
    _rule(rf"\b(?P<m>{MONTH}){YEAR_TAIL}", _month),
    _rule(rf"\b(?P<m>(?!May\b|March\b){FULL_MONTH}){NAMED_AFTER}{NOT_NAME}", _month),
    _rule(r"\b(?P<m>May|March|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\b(?!-)", _month, True),
    _rule(rf"\b(?P<y>{YEAR})\s*(?:-|\u2013|\u2014|/)\s*(?P<z>{YEAR}|\d\d)\b(?![-./]\d)", _years),
    _rule(rf"(?<![\d.,$/:])(?<!\d-)\b(?P<y>{YEAR})\b(?![\d%:/]|[.,]\d|-\d)", lambda m: TimeValue("year", year=int(m["y"])), True),
    _rule(r"\b(?P<y>\d{1,4})\s+(?:BCE?|B\.C\.)", lambda m: TimeValue("year", year=int(m["y"]), bc=True)),
    _rule(r"\b(?:the\s+)?(?P<y>(?:1[5-9]|20)\d0)s\b", lambda m: TimeValue("decade", year=int(m["y"]))),
    _rule(r"\b(?P<n>\d\d)(?:st|nd|rd|th)\s+century\b", lambda m: TimeValue("century", year=(int(m["n"]) - 1) * 100)),
    _rule(rf"\b(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Ff]all)(?:\s+(?:of\s+|in\s+)?(?P<y>{YEAR})\b)", _season),
    _rule(r"\b(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\b(?P<y>)?", _season, True),
    _rule(rf"\b(?i:(?P<f>{FEAST_NAMES}))\b(?:\s+(?:of\s+|in\s+)?(?P<y>{YEAR})\b)?", _feast),
    _rule(rf"\b(?P<w>{WEEKDAY})(?=s?\b)", lambda m: TimeValue("weekday", weekday=weekday_number(m["w"]))),
)
