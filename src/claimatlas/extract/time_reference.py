"""Words that tell a time but date no event by themselves: the past, the future, "former", how often something happens."""

import re

from claimatlas.extract.time_rules import Match, Rule
from claimatlas.extract.time_value import TimeValue
from claimatlas.extract.time_words import unit_name

OFTEN = {"daily": "day", "nightly": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year", "everyday": "day"}


def _past(_: Match) -> TimeValue:
    return TimeValue("vague", name="past")


def _future(_: Match) -> TimeValue:
    return TimeValue("vague", name="future")


def _often(m: Match) -> TimeValue:
    word = m[0].lower()
    return TimeValue("vague", name="often", unit=OFTEN[word] if word in OFTEN else unit_name(m["u"]))


def _i(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


REFERENCE_RULES: tuple[Rule, ...] = (
    (_i(r"\b(?:former|formerly|in\s+the\s+past|recent)\b(?!\s+(?:days|weeks|months|years|hours))"), _past, False),
    (_i(r"\b(?:in\s+)?(?:the\s+|near\s+|any\s+|'?s\s+)?future\b"), _future, False),
    (_i(r"\b(?:per|every|each)\s+(?P<u>day|night|week|month|year)\b|\b(?:" + "|".join(OFTEN) + r")\b"), _often, False),
    (_i(r"\b(?:this|that|the\s+same)\s+(?:time|period)\b(?!\s+of)"), lambda m: TimeValue("deictic", name="then"), False),
)
REFERENCES = frozenset({"past", "future", "often"})
"""Names of values that no event is dated by."""
