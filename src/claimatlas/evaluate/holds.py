"""How many questions on who held a place are answered rightly, beside two floors: last claim wins, nearest neighbour."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claimatlas.control import Land, Party
from claimatlas.evaluate.holds_floors import last_claim, nearest
from claimatlas.evaluate.scores import RETRIEVED
from claimatlas.evaluate.shared import scorer
from claimatlas.model.claim import Claim
from claimatlas.model.hold import Hold
from claimatlas.model.place import PlaceRef
from claimatlas.model.report import Report
from claimatlas.queries import Answers
from claimatlas.read import read_paths
from claimatlas.reading import Reading
from claimatlas.resolve.place import PlaceResolver

GOLD, TEXTS = "control_dev.gold.json", "control_dev"
WAYS = ("concluded", "last claim wins", "nearest neighbour")
# told of no place: how an answer that says so is scored
UNKNOWN: dict[str, Any] = {"status": "unknown", "holder": None}


@dataclass(frozen=True, slots=True)
class Tally:
    """Answers of one way of concluding. `invented`: told as held by somebody where the text gives no holder."""

    right: float
    wrong: float
    silent: float
    invented: int


def hold_scores(folder: Path, reading: Reading) -> dict[str, Tally]:
    """The tally of each of WAYS over all narratives; {} where their gold is not in the folder."""
    path = folder / "gold" / GOLD
    if not path.is_file():
        return {}
    queries = json.loads(path.read_text(encoding="utf-8"))["queries"]
    seen: dict[str, Counter[str]] = {way: Counter() for way in WAYS}
    judge = scorer(folder, "score_holds").verdict
    for doc in sorted({q["doc"] for q in queries}):
        reports = read_paths([folder / "reports" / TEXTS / f"{doc}.txt"], RETRIEVED, None, reading.theatre.publishers())
        own = [r for r in reports if isinstance(r, Report)]
        claims = [c for r in own for c in reading.claims(r)]
        for query, answers in asked([q for q in queries if q["doc"] == doc], claims, own, reading):
            for way, answer in zip(WAYS, answers, strict=True):
                seen[way].update([judge(query, answer), *_invented(query, answer, judge)])
    return {way: _tally(counts, len(queries)) for way, counts in seen.items()}


def asked(
    queries: list[dict[str, Any]], claims: list[Claim], reports: list[Report], reading: Reading
) -> Iterator[tuple[dict[str, Any], tuple[dict[str, Any], ...]]]:
    """Each query with the answer of each of WAYS."""
    land = Land(claims, reports, reading.theatre)
    answers = Answers(land, claims, None, PlaceResolver(reading.gazetteer, reading.theatre))
    for query in queries:
        on = date.fromisoformat(query["date"])
        hold = answers.hold(query["place"], on)
        place = PlaceRef(hold.place.name, hold.place.name, hold.place.id, hold.place.lat, hold.place.lon)
        held = [(p, Party(h.holder.id or h.holder.name, h.holder.name)) for p, h in land.placed(on) if h.holder is not None]
        last = last_claim(land.evidence(place), on)
        yield query, (_answer(hold), _of(last), _of(nearest(place, held)))


def _answer(hold: Hold) -> dict[str, Any]:
    return {"status": hold.status, "holder": {"name": hold.holder.name} if hold.holder else None}


def _of(party: Party | None) -> dict[str, Any]:
    return {"status": "held", "holder": {"name": party.name}} if party is not None else UNKNOWN


def _invented(query: dict[str, Any], answer: dict[str, Any], judge: Any) -> list[str]:
    untold = query["holder"] == "unknown" and answer["status"] == "held"
    return ["invented"] if untold and judge(query, answer) != "right" else []


def _tally(seen: Counter[str], number: int) -> Tally:
    right = (seen["right"] + seen["half"] / 2) / number
    return Tally(right, seen["wrong"] / number, seen["silent"] / number, seen["invented"])
