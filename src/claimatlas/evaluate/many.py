"""A log of many claims of our own making, for measuring how fast events follow from it; no report is copied.

How often what comes (levels of places, lengths of times, kinds of sources, counts, denials) is about as in real reports that
were read by machine; places and words follow a law of 1/rank.
"""

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from typing import TypeVar

from claimatlas.ledger.slots import common_words
from claimatlas.model.actor import Actor, ActorRef
from claimatlas.model.claim import Claim, Quote, ReaderInfo, SourceRef, with_id
from claimatlas.model.place import PlaceRef
from claimatlas.model.quantity import Quantity
from claimatlas.model.report import Report
from claimatlas.model.time import TimeRange, default_time, precision_of
from claimatlas.theatres import Theatre

FOUGHT = {"airstrike": 17, "control": 13, "assault": 8, "shelling": 8, "capture": 6, "clash": 6, "besiege": 5, "killing": 4}
OTHERS = {"destruction": 3, "bombing": 3, "ceasefire": 3, "displace": 2, "withdraw": 2, "repel": 1, "protest": 1, "talks": 1}
KINDS = FOUGHT | OTHERS
STANCES = {"fact": 94, "conditional": 3, "denied": 1.4, "alleged": 1, "predicted": 0.6}
LEVELS = {"town": 66, "district": 9, "area": 5, "site": 2, "province": 5, "region": 2, "country": 9, "unlisted": 2}
A_REPORT = 10
TELLINGS = (1, 1, 2, 3, 4, 7)
FIRST, DAYS = date(2014, 1, 1), 1500
READER = ReaderInfo("many", "1")
QUOTE_WORDS, RARE_WORDS = 18, 4
One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Deed:
    """What happened: on a day, or over some days before it."""

    day: date
    days: int
    kind: str
    where: PlaceRef | None
    agent: Actor
    target: Actor
    dead: int
    words: tuple[str, ...]


class Many:
    """Makes reports of ten claims each: every deed is told about three times, within two days; a tenth of the reports are copies."""

    def __init__(self, theatre: Theatre, seed: int = 1) -> None:
        self._random = random.Random(seed)
        listed = sorted((*theatre.places, *theatre.provinces), key=lambda p: p.id)
        self._places = {
            level: [PlaceRef(p.name, p.name, p.id, p.lat, p.lon, 1, level=level, admin=p.admin) for p in listed if p.level == level]
            for level in LEVELS
        }
        self._places["country"] = [PlaceRef(c, c, f"country:{c}", 34.0, 40.0, 5, level="country", admin=(c,)) for c in theatre.countries]
        self._places["unlisted"] = [PlaceRef(name, name) for name in (f"Tell {self._word().title()}" for _ in range(500))]
        armed = (a for a in theatre.actors.values() if a.kind in ("armed_group", "military", "state") and a.sides)
        self._actors: Sequence[Actor] = sorted(armed, key=lambda a: a.id)[:60]
        self._outlets = sorted(theatre.actors[o].name for o in theatre.outlets)[:30]
        self._common, self._rare = sorted(common_words()), [self._word() for _ in range(8000)]

    def reports(self, count: int) -> list[tuple[Report, list[Claim]]]:
        """That many reports with their claims, by date."""
        rows: list[tuple[Report, list[Claim]]] = []
        told = self._told(count * A_REPORT)
        for number in range(count):
            if rows and self._random.random() < 0.1:
                rows.append(self._copy(number, *self._random.choice(rows[-20:])))
            else:
                rows.append(self.report(number, told[number * A_REPORT : (number + 1) * A_REPORT]))
        return rows

    def later(self, number: int, rows: Sequence[tuple[Report, list[Claim]]]) -> tuple[Report, list[Claim]]:
        """One more report: of new deeds of a day in the midst of the log, or (odd numbers) a copy of one of it."""
        if number % 2:
            return self._copy(number, *self._random.choice(rows))
        day = FIRST + timedelta(days=self._random.randrange(DAYS))
        return self.report(number, [self.deed(day) for _ in range(A_REPORT)])

    def _told(self, count: int) -> list[Deed]:
        """So many tellings of deeds, by the day on which they are told."""
        draw, told = self._random, list[tuple[date, float, Deed]]()
        while len(told) < count:
            deed = self.deed(FIRST + timedelta(days=draw.randrange(DAYS)))
            told += [(deed.day + timedelta(days=draw.choice((0, 0, 1))), draw.random(), deed) for _ in range(draw.choice(TELLINGS))]
        return [deed for *_, deed in sorted(told, key=lambda row: row[:2])[:count]]

    def deed(self, day: date) -> Deed:
        """A deed of that day."""
        draw = self._random
        (level,), (kind,) = draw.choices(list(LEVELS), list(LEVELS.values())), draw.choices(list(KINDS), list(KINDS.values()))
        (days,) = draw.choices((1, 7, 30, 365), (82, 5, 7, 6))
        where = None if draw.random() < 0.015 else self._ranked(self._places[level])
        words = tuple(self._ranked(self._rare) for _ in range(RARE_WORDS))
        return Deed(day, days, kind, where, draw.choice(self._actors), draw.choice(self._actors), draw.randint(1, 60), words)

    def report(self, number: int, deeds: Sequence[Deed]) -> tuple[Report, list[Claim]]:
        """One report that tells deeds, published on the day of the last one or a day later; one in a hundred has no date."""
        published = max((e.day for e in deeds), default=FIRST) + timedelta(days=self._random.choice((0, 1)))
        quotes = [self._quote(deed) for deed in deeds]
        report = self._report(number, "\n".join(quotes), published if self._random.random() < 0.99 else None)
        starts = accumulate((len(q) + 1 for q in quotes), initial=0)
        return report, [self._claim(report, Quote(q, at, at + len(q)), deed) for q, at, deed in zip(quotes, starts, deeds, strict=False)]

    def _copy(self, number: int, of: Report, claims: Sequence[Claim]) -> tuple[Report, list[Claim]]:
        """A report word for word as another one, put out by another outlet up to a day later."""
        report = self._report(
            number, of.text, of.published and of.published + timedelta(days=self._random.choice((0, 1))), of.copy_of or of.id
        )
        return report, [with_id(replace(c, report_id=report.id), report) for c in claims]

    def _report(self, number: int, text: str, published: date | None, copy_of: str | None = None) -> Report:
        sha = hashlib.sha256(f"{number} {text}".encode()).hexdigest()
        outlet = self._random.choice(self._outlets)
        return Report(f"r_{number:08d}", f"many{number}", text, outlet, published=published, sha256=sha, copy_of=copy_of)

    def _claim(self, report: Report, quote: Quote, deed: Deed) -> Claim:
        draw = self._random
        (stance,) = draw.choices(list(STANCES), list(STANCES.values()))
        first = deed.day - timedelta(days=deed.days - 1)
        told = TimeRange("then", first, deed.day, precision_of(first, deed.day))
        claim = Claim(
            report_id=report.id,
            type=deed.kind,
            stance=stance,
            quote=quote,
            reader=READER,
            agent=_refs(deed.agent) if draw.random() < 0.75 else (),
            target=_refs(deed.target) if draw.random() < 0.63 else (),
            place=deed.where,
            time=default_time(report.published) if deed.days == 1 and draw.random() < 0.6 else told,
            quantities=(Quantity("killed", deed.dead, deed.dead),) if draw.random() < 0.3 else (),
            source=self._source() if draw.random() < 0.47 else (),
        )
        return with_id(claim, report)

    def _source(self) -> tuple[SourceRef, ...]:
        if self._random.random() < 0.3:
            return (SourceRef("local sources", "local sources", kind="anonymous"),)
        actor = self._ranked(self._actors)
        return (SourceRef(actor.name, actor.name, actor.id),)

    def _quote(self, deed: Deed) -> str:
        rare = [w for w in deed.words if self._random.random() < 0.6] + [self._ranked(self._rare)]
        return " ".join([*self._random.choices(self._common, k=QUOTE_WORDS), *rare])

    def _word(self) -> str:
        return "".join(self._random.choice("bdfgklmnrstz") + self._random.choice("aeiou") for _ in range(3)) + self._random.choice("klmnr")

    def _ranked(self, rows: Sequence[One]) -> One:
        """One of the rows, the first most often: by a law of 1/rank."""
        return rows[min(int(len(rows) ** self._random.random()), len(rows)) - 1]


def _refs(actor: Actor) -> tuple[ActorRef, ...]:
    return (ActorRef(actor.name, actor.name, actor.id),)
