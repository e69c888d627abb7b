"""Words beside a number that say what it counts, for headlines and run-on lines that the parser reads wrongly."""

import re

FORMS = {
    "killed": r"kill(?:s|ed|ing)?|execut(?:e|es|ed|ing)|martyr(?:s|ed|ing)",
    "wounded": r"wound(?:s|ed|ing)?|injur(?:e|es|ed|ing)",
    "captured": r"captur(?:e|es|ed|ing)|arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|abduct(?:s|ed|ing)?|kidnap(?:s|ped|ping)?",
    "displaced": r"displac(?:e|es|ed|ing)",
    "evacuated": r"evacuat(?:e|es|ed|ing)",
    "released": r"releas(?:e|es|ed|ing)|free(?:s|d|ing)",
}
STATES = {
    "killed": r"killed|dead|died|die|dying|slain|martyred|executed|deaths?|fatalities|bodies",
    "wounded": r"wounded|injured|hurt|injuries",
    "captured": r"captured|arrested|detained|abducted|kidnapped",
    "missing": r"missing",
    "displaced": r"displaced|fled|flee",
    "evacuated": r"evacuated",
    "released": r"released|freed",
    "surrendered": r"surrendered|surrender",
    "defected": r"defected|defect",
}
BEFORE = {what: re.compile(rf"\b(?:{forms})\s+(?:an?\s+|the\s+|another\s+|some\s+)?$", re.IGNORECASE) for what, forms in FORMS.items()}
PASSIVE = re.compile(r"\b(?:was|were|been|be|is|are)\s+\w+\s*$", re.IGNORECASE)
LINK = r"(?:(?:was|were|are|is|have|has|had|been|be|reported|reportedly|confirmed|also|among|the|left|lay|all|most|allegedly)\s+)*"
STOPS = ["who", "which", "that", "and", "in", "after", "by", "when", "as", "to", "with", "at", "least", "more", "were", "was", "have"]
NOT_STOP = rf"(?!(?:{'|'.join(STOPS[:-4])})\b|\d)"
WORDS = rf"(?:(?!(?:{'|'.join(STOPS)})\b|\d)[\w'\u2019-]+\s+){{0,4}}?"
# an object after the state word ("killed two civilians") makes the number the doer, unless a state follows it in turn ("killed 12 injured")
OBJECT = (
    r"(?!\s+(?:(?:more than|at least|over|up to|about|some)\s+)?(?:\d[\d,]*|an?|the|several|dozens|one|two|three|four|five|six"
    r"|seven|eight|nine|ten)\b"
    r"(?!\s+(?:others?\s+|more\s+|people\s+|civilians\s+)?(?:injured|wounded|dead|hurt|missing|killed)\b)|\s+by\s+an?\b)"
)
SHORT = r"(?:[\w'\u2019-]+\s+)?(?:(?:was|were|are|have been|has been|had been)\s+)?(?:also\s+|reported(?:ly)?\s+)?"
AFTER = {what: re.compile(rf"^\s*{WORDS}{LINK}(?:{states})\b{OBJECT}", re.IGNORECASE) for what, states in STATES.items()}
NEXT = {what: re.compile(rf"^\s+{NOT_STOP}{SHORT}(?:{states})\b{OBJECT}", re.IGNORECASE) for what, states in STATES.items()}


def adjacent_verb(before: str) -> str | None:
    """The class of the verb form that stands right before a number: "kills six", "wounding 19"."""
    if PASSIVE.search(before):
        return None
    return next((what for what, pattern in BEFORE.items() if pattern.search(before)), None)


def adjacent_state(after: str) -> str | None:
    """The class of the state that stands right after a number: "400 wounded", "20 others injured"."""
    ends = [what for what, pattern in NEXT.items() if pattern.match(after)]
    return ends[0] if ends else None


def surface_what(before: str, after: str) -> str | None:
    """The class that the words right before or after a number name, or None; `before` ends and `after` begins at the number."""
    verb = adjacent_verb(before)
    if verb:
        return verb
    ends = [(m.end(), what) for what, pattern in AFTER.items() if (m := pattern.match(after))]
    return min(ends)[1] if ends else None
