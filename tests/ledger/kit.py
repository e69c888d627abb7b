"""Small builders of reports and claims, and a stand-in for a theatre, shared by the tests of ledger and control."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, timedelta

from claimatlas.model.actor import Actor, ActorRef
from claimatlas.model.claim import Claim, Quote, ReaderInfo, SourceRef, with_id
from claimatlas.model.place import PlaceRef
from claimatlas.model.quantity import Quantity
from claimatlas.model.report import Report
from claimatlas.model.time import TimeRange, default_time, precision_of

READER = ReaderInfo("test", "1")

NAMES = {
    "gov": "Syrian government",
    "is": "Islamic State",
    "sdf": "Syrian Democratic Forces",
    "opp": "Syrian opposition",
    "hts": "Hayat Tahrir al-Sham",
    "us": "US-led coalition",
    "tur": "Turkish-backed rebels",
}
MEMBERS = {
    "Syrian Army": "gov",
    "Syrian Ministry of Defense": "gov",
    "pro-government sources": "gov",
    "SANA": "gov",
    "Tiger Forces": "gov",
    "Russia": "gov",
    "Islamic State": "is",
    "Amaq": "is",
    "SDF": "sdf",
    "ANHA": "sdf",
    "rebels": "opp",
    "opposition sources": "opp",
    "Enab": "opp",
    "HTS": "hts",
    "Ahrar al-Sham": "opp",
    "United States": "us",
    "Turkish Army": "tur",
}
# what members belong to by the register
PARTS_OF = {"Tiger Forces": {"syrian army"}, "Syrian Ministry of Defense": {"syrian army"}}
FRIENDS = {frozenset({"sdf", "us"}), frozenset({"opp", "tur"})}
OUTLETS = {"SANA": "media", "Amaq": "media", "ANHA": "media", "Enab": "media", "Observatory": "monitor", "Wire": "agency"}

PLACES = {
    "Sukhna": ("g:1", 34.885, 38.873, "town"),
    "Raqqa": ("g:2", 35.953, 39.008, "town"),
    "Idlib": ("g:3", 35.931, 36.634, "town"),
    "at-Tanf": ("g:4", 33.489, 38.657, "site"),
    "T-2 Airbase": ("g:5", 34.376, 40.0, "site"),
    "Hamimah": ("g:6", 34.457, 40.5, "town"),
    "Palmyra": ("g:7", 34.562, 38.284, "town"),
    "Aleppo": ("g:8", 36.204, 37.173, "town"),
    "Salhin": ("g:9", 36.18, 37.17, "district"),
    "Tadmur": ("g:10", 32.1, 36.2, "town"),
    "Raqqa province": ("g:11", 36.012, 38.995, "province"),
}


@dataclass(frozen=True)
class FakeSides:
    """Answers what a theatre answers, from the tables above."""

    members: dict[str, str] = field(default_factory=lambda: dict(MEMBERS))

    def side_of(self, actor_id: str | None, name: str = "", on: date | None = None) -> str | None:
        return self.members.get(name)

    def belongs_to(self, actor_id: str | None, name: str = "", on: date | None = None) -> frozenset[str]:
        return frozenset(PARTS_OF.get(name, set()))

    def common_name(self, word: str) -> bool:
        return any(word in name.lower().split() for name in self.members)

    def friendly(self, one: str, other: str) -> bool:
        return one == other or frozenset({one, other}) in FRIENDS

    def side_name(self, side: str) -> str:
        return NAMES.get(side, side)

    def outlet(self, publisher: str | None) -> Actor | None:
        kind = OUTLETS.get(publisher or "")
        return Actor(f"o:{publisher}", str(publisher), kind) if kind else None


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def report(key: str, published: str | None = "2017-08-02", publisher: str | None = "Wire", text: str = "", **more: object) -> Report:
    text = text or f"Text of {key}."
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Report(id=f"r_{key}", key=key, text=text, publisher=publisher, published=day(published), sha256=sha, **more)  # type: ignore[arg-type]


def place(name: str, **more: object) -> PlaceRef:
    pid, lat, lon, level = PLACES.get(name, (None, None, None, None))
    precision = (4 if level == "province" else 1) if lat else None
    return PlaceRef(text=name, name=name, id=pid, lat=lat, lon=lon, level=level, precision=precision, **more)  # type: ignore[arg-type]


def span(start: str | None, end: str | None, published: date | None) -> TimeRange:
    if start is None:
        return default_time(published)
    first, last = date.fromisoformat(start), date.fromisoformat(end or start)
    return TimeRange("then", first, last, precision_of(first, last))


def claim(
    of: Report,
    kind: str,
    where: str | PlaceRef | None = "Sukhna",
    agent: str = "",
    target: str = "",
    stance: str = "fact",
    start: str | None = None,
    end: str | None = None,
    source: str = "",
    quote: str = "",
    quantities: tuple[Quantity, ...] = (),
    source_kind: str = "organisation",
    at: int = 0,
) -> Claim:
    """A claim with its id; agent, target: names parted by commas; `quote` in place of a made one."""
    words = quote or f"{agent} {kind} {target} {where if isinstance(where, str) else ''} {stance}"
    return with_id(
        Claim(
            report_id=of.id,
            type=kind,
            stance=stance,
            quote=Quote(words, at, at + len(words)),
            reader=READER,
            agent=tuple(ActorRef(n, n) for n in agent.split(", ") if n),
            target=tuple(ActorRef(n, n) for n in target.split(", ") if n),
            place=place(where) if isinstance(where, str) else where,
            time=span(start, end, of.published),
            quantities=quantities,
            source=(SourceRef(source, source, kind=source_kind),) if source else (),
        ),
        of,
    )


def days_before(day_: date, days: int) -> str:
    return (day_ - timedelta(days=days)).isoformat()
