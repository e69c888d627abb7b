"""The reading desk: claims that want a person, one report beside its coded claims, and the verdicts of people."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.background import BackgroundTask

from claimatlas.ledger.takedown import left_up
from claimatlas.ledger.takedown import told as reason_of
from claimatlas.ledger.verdicts import in_force
from claimatlas.model.claim import STANCES, Claim
from claimatlas.model.codebook import codebook
from claimatlas.model.judgement import Judgement
from claimatlas.model.quantity import WHAT
from claimatlas.serve.asked import Told, Working, found
from claimatlas.serve.describe import told_claim, told_report
from claimatlas.serve.page import page
from claimatlas.serve.pages.reports import pieces
from claimatlas.serve.snapshot import Snapshot
from claimatlas.serve.who import Person, Reader

router = APIRouter()
LOW, PAGE = 0.2, 60
WHY = {
    "low": "low confidence",
    "actor": "new actor",
    "place": "no place found",
    "disputed": "disputed",
    "number": "numbers do not fit",
    "time": "time not placed",
}
"""Why a claim wants a person: key and words."""
FLAGS = {"derived_number_mismatch": "number", "time_unplaced": "time"}
Start = Annotated[int, Query(ge=0, le=10**9)]
Wanted = Literal["", "low", "actor", "place", "disputed", "number", "time"]


@dataclass(frozen=True, slots=True)
class Judged:
    """Verdicts in force on single claims by claim id, in their order: the last is what shows, undo takes it back."""

    of: dict[str, list[Judgement]]

    @classmethod
    def by(cls, judgements: Sequence[Judgement]) -> "Judged":
        """From the log."""
        of: dict[str, list[Judgement]] = defaultdict(list)
        for one in in_force(judgements):
            if one.kind in ("accept", "reject", "edit"):
                for subject in one.subjects:
                    of[subject].append(one)
        return cls(dict(of))

    def told(self, claim_id: str, who: Person) -> list[dict[str, Any]]:
        """The verdicts on a claim; `mine`: the person may take it back."""
        return [
            {"id": j.id, "kind": j.kind, "author": j.author, "reason": j.reason, "mine": _may_undo(j, who)}
            for j in self.of.get(claim_id, ())
        ]


def _may_undo(judgement: Judgement, who: Person) -> bool:
    return who.may("editor") or (who.may("coder") and judgement.author == who.name)


def waiting(told: Snapshot, judged: Judged) -> list[tuple[Claim, list[str]]]:
    """Claims that want a person and have no verdict, with why: those with most reasons first, newest reports before older."""
    rows = [(c, r) for c in told.claims.values() if c.id not in judged.of and (r := reasons(c, told))]
    return sorted(rows, key=lambda row: (-len(row[1]), -_day(row[0], told), row[0].confidence, row[0].id))


def reasons(claim: Claim, told: Snapshot) -> list[str]:
    """Why a claim wants a person, as keys of WHY; [] where nothing speaks for it."""
    status = told.events[event].status if (event := told.event_of.get(claim.id)) else ""
    flags = {f.partition(":")[0] for f in (*claim.flags, *told.view.flags.get(claim.id, ()))}
    found = {
        "low": claim.confidence < LOW,
        "actor": any(a.id is None and a.name[:1].isupper() for a in (*claim.agent, *claim.target)),
        "place": claim.place is not None and claim.place.lat is None,
        "disputed": status == "disputed",
        **{why: flag in flags for flag, why in FLAGS.items()},
    }
    return [why for why in WHY if found[why]]


@router.get("/desk")
def queue(request: Request, who: Reader, work: Working, told: Told, why: Wanted = "", start: Start = 0) -> Response:
    """Claims that want a person, all or for one reason."""
    with work.atlas() as atlas:
        open_ = waiting(told, Judged.by(atlas.ledger.judgements()))
    counts = {key: sum(key in r for _, r in open_) for key in WHY}
    rows = [(c, r) for c, r in open_ if not why or why in r]
    shown = [{**told_claim(told, c), "why": [WHY[k] for k in r]} for c, r in rows[start : start + PAGE]]
    return page(request, "desk.html", who, rows=shown, total=len(rows), why=why, counts=counts, names=WHY, start=start, step=PAGE)


def _day(claim: Claim, told: Snapshot) -> int:
    published = told.reports[claim.report_id].published
    return published.toordinal() if published else 0


@router.get("/desk/{report_id}")
def desk(request: Request, who: Reader, work: Working, told: Told, report_id: str, already: bool = False) -> Response:
    """One report with the words of every slot marked, and its claims to be judged; rejected ones too. `already`: it was sent again."""
    one = told.reports.get(report_id)
    found(one, "report", report_id)
    assert one is not None
    with work.atlas() as atlas:
        judged = Judged.by(atlas.ledger.judgements())
        raw = atlas.ledger.claims(report=report_id)
    claims = [told.claims.get(c.id, c) for c in left_up(raw, told.taken)]
    gone = [{"id": c.id, **reason_of(told.taken[c.id])} for c in raw if c.id in told.taken]
    rows = [{**told_claim(told, c), "verdicts": judged.told(c.id, who), "words": slot_words(c)} for c in claims]
    following = next((c for c, _ in waiting(told, judged) if c.report_id != report_id), None)
    return page(
        request, "desk_report.html", who, r=told_report(told, report_id), parts_of=pieces(one.text, spans(claims)), claims=rows,
        types={name: t.label for name, t in codebook().types.items()}, stances=STANCES, what=WHAT, following=following,
        already=already, gone=gone,
    )  # fmt: skip


def spans(claims: Sequence[Claim]) -> list[tuple[int, int, str]]:
    """The spans of all slots in the report's text, each named `claim:slot`."""
    marked: list[tuple[int | None, int | None, str]] = []
    for c in claims:
        marked.append((c.quote.start, c.quote.end, f"{c.id}:quote"))
        for role, refs in (("agent", c.agent), ("target", c.target), ("source", c.source), ("quantity", c.quantities)):
            marked += [(r.start, r.end, f"{c.id}:{role}") for r in refs]
        marked += [(c.time.begin, c.time.finish, f"{c.id}:time")]
        if c.place:
            marked.append((c.place.start, c.place.end, f"{c.id}:place"))
    return [(start, end, name) for start, end, name in marked if start is not None and end is not None and start < end]


def slot_words(claim: Claim) -> dict[str, str]:
    """Each slot in words, as the desk shows it."""
    days = [d.isoformat() if isinstance(d, date) else "…" for d in (claim.time.start, claim.time.end)]
    return {
        "agent": ", ".join(a.name for a in claim.agent),
        "target": ", ".join(a.name for a in claim.target),
        "place": _place_words(claim),
        "time": " to ".join(dict.fromkeys(days)) + (" (no words give it)" if claim.time.default else ""),
        "quantities": ", ".join(f"{q.what.replace('_', ' ')} {_range(q.low, q.high)}" for q in claim.quantities),
        "source": ", ".join(s.name for s in claim.source),
    }


def _place_words(claim: Claim) -> str:
    if claim.place is None:
        return ""
    loose = " ".join(x.replace("_", " ") for x in (claim.place.relation, claim.place.part) if x)
    return f"{loose} {claim.place.name}".strip() + ("" if claim.place.lat is not None else f" (not found: {claim.place.why or 'no match'})")


def _range(low: float | None, high: float | None) -> str:
    if low == high:
        return f"{low:g}" if low is not None else "?"
    return f"{'' if low is None else f'{low:g}'}–{'' if high is None else f'{high:g}'}"


@router.get("/read")
def paste(request: Request, who: Reader, work: Working) -> Response:
    """A form for a report to be pasted or dropped; whoever opens it is about to, so the reader is loaded meanwhile."""
    response = page(request, "read.html", who)
    if who.may("coder"):
        response.background = BackgroundTask(work.warm)
    return response


@router.get("/judgements")
def log(request: Request, who: Reader, work: Working) -> Response:
    """The log of verdicts, the newest first."""
    with work.atlas() as atlas:
        told = atlas.ledger.judgements()
    standing = {j.id for j in in_force(told)}
    rows = [{"j": j, "undo": j.id in standing and j.kind != "undo" and _may_undo(j, who)} for j in reversed(told)][:500]
    return page(request, "judgements.html", who, rows=rows, total=len(told))
