"""Spotting of time expressions: which words of a passage tell a time, and what they say."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimatlas.extract.time_beside import beside
from claimatlas.extract.time_join import dressed, range_of, same_date
from claimatlas.extract.time_lasting import LASTING_RULES
from claimatlas.extract.time_reference import REFERENCE_RULES, REFERENCES
from claimatlas.extract.time_relative import RELATIVE_RULES
from claimatlas.extract.time_rules import DATE_RULES
from claimatlas.extract.time_value import Atom, TimeValue
from claimatlas.extract.time_war import WAR_RULES
from claimatlas.model.passage import Passage

__all__ = ["TimeMention", "TimeValue", "mentions_in", "time_mentions"]


RULES = DATE_RULES + LASTING_RULES + WAR_RULES + RELATIVE_RULES + REFERENCE_RULES


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words that tell a time, their span in the report (code points), and their parsed fields."""

    text: str
    start: int
    end: int
    value: TimeValue

    @property
    def kind(self) -> str:
        """The kind of the value, one of time_value.KINDS."""
        return self.value.kind


def _atoms(text: str) -> list[Atom]:
    found = []
    for pattern, make, weak in RULES:
        for m in pattern.finditer(text):
            value = make(m)
            if value is not None:
                found.append(Atom(m.start(), m.end(), value, weak))
    return found


def _longest(atoms: Iterable[Atom]) -> list[Atom]:
    """Atoms that do not overlap, the longest first; a strong one before a weak one of the same length."""
    kept: list[Atom] = []
    for atom in sorted(atoms, key=lambda a: (a.start - a.end, a.weak, a.start)):
        if all(atom.end <= k.start or atom.start >= k.end for k in kept):
            kept.append(atom)
    return sorted(kept, key=lambda a: a.start)


def _joined(text: str, atoms: list[Atom]) -> list[Atom]:
    out: list[Atom] = []
    for atom in atoms:
        made = (same_date(text, out[-1], atom) or range_of(text, out[-1], atom)) if out else None
        if made:
            out[-1] = made
        else:
            out.append(atom)
    return out


def _counted_years(passage: Passage) -> set[int]:
    """Offsets of four-digit numbers that count something ("2000 fighters") rather than name a year."""
    spans = set()
    for token in passage.tokens:
        head = passage.tokens[token.head]
        plural = head.tag in ("NNS", "NNPS") and head.index > token.index and head.index - token.index <= 3
        if token.dep == "nummod" and plural and token.text.isdigit():
            before = passage.lower_at(token.index - 1)
            if before not in ("the", "in", "since", "during"):
                spans.add(token.start - passage.start)
    return spans


def mentions_in(text: str, offset: int = 0, counted: frozenset[int] = frozenset()) -> list[TimeMention]:
    """Time mentions of a text in order; `counted` holds offsets of numbers that are no years."""
    atoms = [a for a in _longest(_atoms(text)) if not (a.value.kind == "year" and a.weak and a.start in counted)]
    worn = [d for a in atoms if (d := dressed(text, a)) is not None]
    joined = beside(text, _joined(text, _longest(worn)))
    return [TimeMention(text[a.start : a.end], a.start + offset, a.end + offset, a.value) for a in joined]


def time_mentions(passage: Passage) -> list[TimeMention]:
    """Time mentions of a passage that may date an event, in order, with spans in the report's text."""
    found = mentions_in(passage.text, passage.start, frozenset(_counted_years(passage)))
    return [m for m in found if m.value.name not in REFERENCES]
