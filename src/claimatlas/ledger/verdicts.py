"""What people have judged, once undone judgements are set aside."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import msgspec

from claimatlas.model.claim import Claim
from claimatlas.model.errors import LedgerError
from claimatlas.model.judgement import Judgement
from claimatlas.model.names import fold_name
from claimatlas.model.report import Report


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Judgements in force, by what they do. `copies`: report id to the id that it copies; `edits`: claim id to slots as JSON.

    `marks`: voice key or folded name to the letter of its reliability; `corrections`: the claim that corrects, and those that it corrects.
    `taken`: ids of reports and claims that are taken down; such claims are rejected, too.
    """

    rejected: frozenset[str]
    accepted: frozenset[str]
    corrected: frozenset[str]
    together: tuple[tuple[str, ...], ...]
    apart: tuple[tuple[str, ...], ...]
    copies: dict[str, str]
    edits: dict[str, str]
    marks: dict[str, str]
    corrections: tuple[tuple[str, tuple[str, ...]], ...] = ()
    taken: frozenset[str] = frozenset()

    def without(self, unheard: set[str]) -> "Verdicts":
        """These, less the corrections by claims that are not heard (not published yet, say): they correct nothing."""
        heard = frozenset(c for by, of in self.corrections if by not in unheard for c in of)
        return replace(self, corrected=heard)


def in_force(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The judgements, in their order, that no later `undo` in force takes back."""
    undone: set[str] = set()
    kept: list[Judgement] = []
    for one in reversed(judgements):
        if one.id in undone:
            continue
        if one.kind == "undo":
            undone.update(one.subjects)
        else:
            kept.append(one)
    return kept[::-1]


def verdicts(judgements: Sequence[Judgement]) -> Verdicts:
    """The judgements in force; of accept and reject, and of two edits of one claim, the later wins."""
    kept = in_force(judgements)
    taken = frozenset(s for j in kept if j.kind == "takedown" for s in j.subjects)
    last = {s: j.kind for j in kept if j.kind in ("accept", "reject") for s in j.subjects}
    return Verdicts(
        rejected=frozenset(s for s, kind in last.items() if kind == "reject") | {s for s in taken if s.startswith("c_")},
        taken=taken,
        accepted=frozenset(s for s, kind in last.items() if kind == "accept"),
        corrected=frozenset(s for j in kept if j.kind == "corrects" for s in j.subjects[1:]),
        corrections=tuple((j.subjects[0], j.subjects[1:]) for j in kept if j.kind == "corrects" and j.subjects),
        together=_pairs(kept, "join"),
        apart=_pairs(kept, "apart"),
        copies={j.subjects[0]: j.subjects[1] for j in kept if j.kind == "copy" and len(j.subjects) == 2},
        marks={k: j.value for j in kept if j.kind == "mark_source" and j.value for s in j.subjects for k in (s, fold_name(s))},
        edits={s: j.value for j in kept if j.kind == "edit" and j.value for s in j.subjects},
    )


def _pairs(judgements: Iterable[Judgement], kind: str) -> tuple[tuple[str, ...], ...]:
    """The pairs of claims on which the last judgement is of this kind."""
    last = {pair: j.kind for j in judgements if j.kind in ("join", "apart") for pair in _judged(j)}
    return tuple(sorted(pair for pair, said in last.items() if said == kind))


def _judged(one: Judgement) -> Iterator[tuple[str, ...]]:
    """The pairs that a judgement is on: all of its subjects, or the first `value` of them with each of the others."""
    if one.value and one.value.isdigit():
        first, others = one.subjects[: int(one.value)], one.subjects[int(one.value) :]
        yield from ((min(a, b), max(a, b)) for a in first for b in others if a != b)
    else:
        yield from combinations(sorted(set(one.subjects)), 2)


def stands(claim: Claim, said: Verdicts) -> bool:
    """Whether a claim is neither rejected nor taken down, alone or with its report."""
    return claim.id not in said.rejected and claim.report_id not in said.taken


def judged_claims(claims: Iterable[Claim], said: Verdicts) -> list[Claim]:
    """The claims that stand, edited where a person edited them; their ids stay."""
    return [_edited(c, said.edits[c.id]) if c.id in said.edits else c for c in claims if stands(c, said)]


def _edited(claim: Claim, slots: str) -> Claim:
    """LedgerError where the edit is not a JSON object of slots of a claim."""
    try:
        changes = msgspec.json.decode(slots, type=dict[str, object])
        return msgspec.convert({**msgspec.to_builtins(claim), **changes, "id": claim.id}, Claim)
    except msgspec.MsgspecError as error:
        raise LedgerError(f"claim {claim.id}: an edit of it cannot be read ({error}); undo that judgement.") from error


def judged_reports(reports: Iterable[Report], said: Verdicts) -> list[Report]:
    """The reports, marked as copies where a person says so."""
    return [replace(r, copy_of=said.copies[r.id]) if r.id in said.copies else r for r in reports]
