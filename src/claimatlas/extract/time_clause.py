"""Clauses that name a beginning: "since the assault began on Sunday", "the siege that began in July"."""

import re

from claimatlas.extract.time_value import TimeValue

DATED = ("day", "month", "year", "season", "weekday", "unit", "deictic")
WORD = r"(?:[\w\"'\u2019-]+\s+)"
SINCE_CLAUSE = re.compile(
    rf"(?<!has )(?<!have )(?<!had )\bsince\s+(?!then\b){WORD}{{1,14}}?(?:(?:in|on|of|at|from|late|early|the|a|an|that)\s+)*$",
    re.IGNORECASE,
)
BEGAN_CLAUSE = re.compile(
    r"\b(?:(?:began|begun|started|erupted|broke\s+out)|(?:war|conflict|uprising|revolution|revolt)\s+(?:which|that)\s+(?:began|started|erupted))\s+"
    rf"(?:{WORD}{{0,7}}?)(?:in|on|at|from)?\s*(?:(?:late|early|mid)[\s-]+|the\s+)?$",
    re.IGNORECASE,
)
OTHER_CLAUSE = re.compile(r"[.;:!?()]|\b(?:but|while|when|after|before|who|killing|said)\b", re.IGNORECASE)


def in_since_clause(before: str, value: TimeValue) -> bool:
    """Whether a date stands in a clause that something is counted from; `before` is the text before the date."""
    if value.bound is not None or not (value.kind in DATED or (value.kind == "shift" and value.shift == "ago")):
        return False
    found = (SINCE_CLAUSE.search(before), BEGAN_CLAUSE.search(before))
    return any(m is not None and not OTHER_CLAUSE.search(m[0]) for m in found)
