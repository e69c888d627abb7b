"""Rules for lengths of time that run up to now: in recent days, for the third day in a row, besieged for two years."""

import re

from claimatlas.extract.time_rules import Match, Rule
from claimatlas.extract.time_value import TimeValue
from claimatlas.extract.time_words import ABOUT, COUNT, UNIT, count_number, ordinal_number, than_of, unit_name

LOOSE = {"minute": 30, "hour": 12, "day": 6, "week": 3, "weekend": 3, "month": 3, "year": 3, "decade": 3}
"""How many units "recent days", "for months" stand for: a week, three weeks, three months, three years."""
ORDINAL = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,3}(?:st|nd|rd|th))"
ROW = r"(?:straight|consecutive|successive|running)"
LASTING = (
    r"(?:siege|blockade|battle|war|conflict|fighting|clashes|campaign|offensive|assault|operation|bombardment|bombing|attack"
    r"|ceasefire|truce|lull|rebellion|insurgency|uprising|revolt|crisis|push|advance)"
)
MANY = r"(?:strikes|raids|attacks|airstrikes|bombings|shelling)"
STATE = re.compile(r"\b(?:has|have|had|is|are|was|were|been|being)\b[^.;:!?]{0,150}$", re.IGNORECASE)


def holds_on(before: str) -> bool:
    """Whether the words before a length tell a state, which then lasts up to now: "has been besieged", "were fighting"."""
    return STATE.search(before) is not None


def _length(m: Match, shift: str | None = "so_far") -> TimeValue:
    count, approx = count_number(m["n"]) if m["n"] else (None, True)
    about = m["q"]
    return TimeValue("duration", unit=unit_name(m["u"]), count=count, approx=approx or bool(about), shift=shift, than=than_of(about))


def _ongoing(m: Match) -> TimeValue:
    """ "For two years": up to now where the verb before it is one of state ("has been besieged for two years")."""
    return _length(m, "so_far" if holds_on(m.string[: m.start()]) else None)


def _one_long(m: Match) -> TimeValue:
    return TimeValue("duration", unit=unit_name(m["u"]), count=1, shift="so_far")


def _recent(m: Match) -> TimeValue:
    unit = unit_name(m["u"])
    if m["w"].lower() != "recent":
        return TimeValue("vague", name="soon")
    return TimeValue("lookback", unit=unit, count=LOOSE[unit], approx=True, name="recently")


def _nth(m: Match) -> TimeValue | None:
    count = ordinal_number(m["n"])
    return TimeValue("lookback", unit=unit_name(m["u"]), count=count - 1) if count else None


def _weekend(_: Match) -> TimeValue:
    return TimeValue("unit", which="the", unit="weekend")


def _behind(words: str) -> str:
    """A look-behind for one of some words and a space."""
    return "(?:" + "|".join(rf"(?<=\b{word} )" for word in words.split()) + ")"


def _i(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts), re.IGNORECASE)


UNITS = rf"(?P<u>{UNIT}s?)"
DAYS = r"(?P<u>day|night|week|month|year)"
HOW_LONG = rf"(?P<q>{ABOUT})?(?P<n>{COUNT})"
NO_SHIFT = r"\b(?!\s+(?:after|before|later|ago|earlier|of\s+each)\b)"
LASTING_RULES: tuple[Rule, ...] = (
    (_i(rf"\b(?P<w>recent|coming)\s+(?P<u>{UNIT}s)\b"), _recent, False),
    (
        _i(_behind("for on in"), rf"(?:the|a|its|their)\s+(?P<n>{ORDINAL})\s+(?:{ROW}\s+)?{DAYS}(?:\s+in\s+a\s+row|\s+running)?\b"),
        _nth,
        False,
    ),
    (_i(rf"\b(?P<n>{ORDINAL})\s+{ROW}\s+{DAYS}\b"), _nth, False),
    (_i(rf"(?<=\bfor )(?P<q>{ABOUT})?(?:(?P<n>{COUNT})\s+)?(?:(?:more|whole|full)\s+)?{UNITS}", NO_SHIFT), _ongoing, False),
    (_i(_behind("in over during within"), rf"{HOW_LONG}[\s-]+{UNITS}", NO_SHIFT), _length, False),
    (_i(rf"\b{HOW_LONG}\s+{UNITS}(?=\s+of\s+(?:[\w-]+\s+){{0,4}}?(?:{LASTING}|{MANY})\b)"), _length, False),
    (_i(rf"(?<=\bafter )(?P<q>)(?P<n>)(?P<u>{UNIT}s)(?=\s+of\b)"), _length, False),
    (_i(rf"\b{HOW_LONG}-(?P<u>{UNIT})(?:[\s-](?:long|old))?(?=\s+(?:[\w-]+\s+){{0,2}}?{LASTING}\b)"), _length, False),
    (_i(rf"\b(?P<u>{UNIT})-(?:long|old)(?=\s+(?:[\w-]+\s+){{0,2}}?{LASTING}\b)"), _one_long, False),
    (_i(r"\b(?:at|over|on|during)\s+the\s+weekend\b"), _weekend, False),
)
