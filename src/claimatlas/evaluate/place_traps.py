"""Hand-keyed traps for placing: short texts of ours, the words looked at, and the point that they mean, or none."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimatlas.evaluate.labels import ROOT
from claimatlas.extract.names import place_ref
from claimatlas.model.place import PlaceRef, distance_km
from claimatlas.model.report import Report
from claimatlas.reading import Reading

TRAPS = ROOT / "place_traps.jsonl"
SURE = 0.7


@dataclass(frozen=True, slots=True)
class Trap:
    """`at`: start and end of the words in `text`; `want`: latitude and longitude in degrees, right within `km`; None: no place."""

    kind: str
    text: str
    at: tuple[int, int]
    want: tuple[float, float] | None
    km: float = 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What placing made of a trap: the reference, None where no place was spotted, and whether that is right."""

    trap: Trap
    got: PlaceRef | None
    right: bool

    @property
    def sure(self) -> bool:
        """Whether a point was given with a score above 0.7."""
        return self.got is not None and self.got.lat is not None and bool(self.got.candidates) and self.got.candidates[0].score > SURE


def traps(path: Path = TRAPS) -> list[Trap]:
    """The traps of a file, one JSON object a line."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [Trap(r["kind"], r["text"], (r["at"][0], r["at"][1]), tuple(r["want"]) if r["want"] else None, r.get("km", 0.0)) for r in rows]


def outcomes(rows: Iterable[Trap], reading: Reading) -> Iterator[Outcome]:
    """Each trap read as a report of its own: spotted by the rules, placed together with its other names."""
    for trap in rows:
        got = _placed(trap, reading)
        yield Outcome(trap, got, _right(trap, got))


def _placed(trap: Trap, reading: Reading) -> PlaceRef | None:
    report = Report("trap", "trap", trap.text, published=date(2017, 3, 1))
    leaves = reading.rules.leaves(report, list(reading.parser.passages(report)))
    refs = [r for leaf in leaves for m in leaf.scene.places if (r := place_ref(m)) is not None]
    start, end = trap.at
    placed = reading.resolver.places.places(report.text, refs)
    return next((p for r, p in zip(refs, placed, strict=True) if _overlap(r, start, end)), None)


def _overlap(ref: PlaceRef, start: int, end: int) -> bool:
    return ref.start is not None and ref.end is not None and ref.start < end and start < ref.end


def _right(trap: Trap, got: PlaceRef | None) -> bool:
    if got is None or got.lat is None or got.lon is None:
        return trap.want is None
    return trap.want is not None and distance_km(got.lat, got.lon, *trap.want) <= trap.km


def figures(done: Iterable[Outcome]) -> dict[str, float]:
    """Shares, 0 to 1: `right` of all, by kind, and `sure_wrong`, wrong answers with a score above 0.7."""
    by_kind: dict[str, list[bool]] = defaultdict(list)
    sure_wrong = []
    for o in done:
        by_kind["right"].append(o.right)
        by_kind[o.trap.kind].append(o.right)
        sure_wrong.append(o.sure and not o.right)
    shares = {kind: sum(v) / len(v) for kind, v in by_kind.items()}
    return shares | ({"sure_wrong": sum(sure_wrong) / len(sure_wrong)} if sure_wrong else {})
