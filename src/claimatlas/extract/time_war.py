"""Rules for times that only the story dates: since the war began, the five-year conflict, since then, at that time."""

import re

from claimatlas.extract.time_rules import Match, Rule
from claimatlas.extract.time_value import TimeValue
from claimatlas.extract.time_words import COUNT

WAR = r"(?:(?:civil\s+)?war|conflict|uprising|revolution|revolt|rebellion|insurrection|crisis)"
BEGUN = r"(?:began|begun|started|erupted|broke\s+out|beginning|start|outbreak|onset|eruption)"
OWNER = r"(?:(?:the|its|their|this|that|a|[A-Z][\w'\u2019]+)\s+){0,2}(?:[\w-]+\s+){0,2}?"
NO_CLAUSE = r"(?=\s+(?!then|the\b|an?\b|last|late|early|mid|that|this|its|their|his|it\b|they\b|he\b|\d)[a-z])"


def _war(m: Match) -> TimeValue:
    return TimeValue("war", bound="since" if m[0].lower().startswith("since") else None)


def _its_war(m: Match) -> TimeValue | None:
    """ "Since it began", where the sentence has told of the war."""
    return TimeValue("war", bound="since") if re.search(rf"\b{WAR}\b", m.string[: m.start()], re.IGNORECASE) else None


def _then(m: Match) -> TimeValue:
    return TimeValue("deictic", name="then", bound="since" if "since" in m[0].lower() else None)


def _i(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts), re.IGNORECASE)


WAR_RULES: tuple[Rule, ...] = (
    (_i(rf"\bsince\s+{OWNER}{WAR}\s+(?:first\s+)?{BEGUN}\b"), _war, False),
    (_i(rf"\bsince\s+it\s+(?:first\s+)?{BEGUN}\b"), _its_war, False),
    (_i(rf"\bsince\s+(?:the\s+)?{BEGUN}\s+of\s+{OWNER}{WAR}\b"), _war, False),
    (_i(rf"\b(?!an?\b){COUNT}[\s-]years?(?:[\s-]old)?\s+(?:of\s+)?(?:civil\s+)?(?:war|conflict|uprising|revolt|rebellion)\b"), _war, False),
    (_i(r"\b(?:ever\s+)?since\s+then\b|\b(?:at\s+that|at\s+the|by\s+that)\s+time\b(?!\s+of)"), _then, False),
    (_i(r"(?:(?<=\bhas )|(?<=\bhave )|(?<=\bhad ))since\b", NO_CLAUSE), _then, False),
)
