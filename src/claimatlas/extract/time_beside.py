"""Times that hang on the day beside them: "fell on Tuesday after two days of fighting", "found on Friday, two days after"."""

import re
from dataclasses import replace
from itertools import pairwise

from claimatlas.extract.time_value import Atom, TimeValue

DAYS = ("day", "weekday", "deictic", "range", "month")
GAP = re.compile(r"^s?['\u2019]?s?,?\s*(?:after|following|just|only|barely|exactly|,)?\s*$", re.IGNORECASE)


def beside(text: str, atoms: list[Atom]) -> list[Atom]:
    """The atoms, with the day that a length ran up to or a shift is counted from put into its value; a dated war left to its date."""
    out = list(atoms)
    for i, (one, two) in enumerate(pairwise(atoms)):
        gap = text[one.end : two.start]
        if one.value.kind in DAYS and _hangs(two.value) and GAP.match(gap):
            out[i + 1] = replace(two, value=replace(two.value, second=_bare(one.value)))
    return [a for i, a in enumerate(out) if not _dated_war(text, a, out[i + 1] if i + 1 < len(out) else None)]


def _dated_war(text: str, atom: Atom, after: Atom | None) -> bool:
    """Whether a war's beginning is told with its date right behind: the date then says it all."""
    if atom.value.kind != "war" or after is None or not after.value.complement:
        return False
    return not re.search(r"[.;:!?]", text[atom.end : after.start])


def _hangs(value: TimeValue) -> bool:
    return value.kind == "duration" or (value.kind == "shift" and value.complement)


def _bare(value: TimeValue) -> TimeValue:
    return replace(value, bound=None, complement=False)
