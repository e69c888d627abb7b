"""Words of the time grammar: months, weekdays, units, small counts, and the pattern pieces made of them."""

import re

from claimatlas.extract.number_words import ONES, TENS

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
COUNTED = (*ONES[1:], TENS[0])
COUNTS = {word: n for n, word in enumerate(COUNTED, 1)} | {
    "a": 1,
    "an": 1,
    "single": 1,
    "thirty": 30,
    "forty": 40,
    "sixty": 60,
    "ninety": 90,
}
VAGUE_COUNTS = {"few": 3, "several": 3, "couple": 2, "some": 3, "many": 5}
DAYTIMES = ("morning", "afternoon", "evening", "night", "dawn", "midnight", "noon", "midday", "dusk", "daybreak", "sunset")

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b\.?"
)
FULL_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
WEEKDAY = "(?:" + "|".join([w.title() for w in WEEKDAYS] + [w.upper() for w in WEEKDAYS]) + ")"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
YEAR = r"(?:1[5-9]\d\d|20[0-4]\d)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?\b"
UNIT = r"(?:minute|hour|day|night|weekend|week|month|year|decade)"
COUNT = (
    r"(?:\d{1,3}|(?:a )?(?:few|couple(?: of)?)|several|some|many|an?|single|thirty|forty|sixty|ninety"
    r"|twenty[ -](?:" + "|".join(COUNTED[:9]) + ")|" + "|".join(sorted(COUNTED, key=len, reverse=True)) + ")"
)
ABOUT = (
    r"(?:(?:more than|less than|at least|about|around|nearly|almost|over|under|just(?: over| under)?|only|barely|some|roughly"
    r"|approximately)\s+)"
)
DAYTIME = "(?:" + "|".join(DAYTIMES) + ")"


def month_number(word: str) -> int:
    """1 to 12 for a month's name or its first three letters."""
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a weekday's name."""
    return WEEKDAYS.index(word.lower())


def day_number(word: str) -> int:
    """The day of the month in "3", "03" or "3rd"."""
    return int(re.sub(r"\D", "", word))


def count_number(words: str | None) -> tuple[int | None, bool]:
    """The count and whether it is only approximate: "twelve" (12, False), "a few" (3, True), None (None, True)."""
    if words is None:
        return None, True
    parts = [w for w in re.split(r"[\s-]+", words.lower()) if w not in ("of", "the")]
    vague = next((VAGUE_COUNTS[w] for w in parts if w in VAGUE_COUNTS), None)
    if vague is not None:
        return vague, True
    if parts and parts[-1].isdigit():
        return int(parts[-1]), False
    if len(parts) == 2 and parts[0] == "twenty" and parts[1] in COUNTS:
        return 20 + COUNTS[parts[1]], False
    return (COUNTS[parts[-1]], False) if parts and parts[-1] in COUNTS else (None, True)


def unit_name(word: str) -> str:
    """The unit in the singular; nights count as days."""
    word = word.lower().rstrip("s")
    return "day" if word == "night" else word


ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")


def ordinal_number(word: str) -> int | None:
    """3 for "third" and "3rd"; None for what is no ordinal."""
    word = word.lower()
    if word in ORDINALS:
        return ORDINALS.index(word) + 1
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else None


def than_of(words: str | None) -> str | None:
    """Which side of its count a length lies on: nearly ("less than", "almost"), over ("more than", "at least"), None for "about"."""
    first = (words or "").lower().split()[:1]
    if first and first[0] in ("nearly", "almost", "under", "less", "barely"):
        return "nearly"
    return "over" if first and first[0] in ("more", "over", "at") else None
