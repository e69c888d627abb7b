"""A log of many claims of our own making, for measuring how fast events follow from it; no report is copied."""

import hashlib
import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate

from claimatlas.ledger.slots import common_words
from claimatlas.model.actor import Actor, ActorRef
from claimatlas.model.claim import Claim, Quote, ReaderInfo, with_id
from claimatlas.model.place import Place, PlaceRef
from claimatlas.model.quantity import Quantity
from claimatlas.model.report import Report
from claimatlas.model.time import TimeRange, default_time
from claimatlas.theatres import Theatre

OFTEN = ("airstrike",) * 6 + ("shelling",) * 4 + ("clash",) * 3
KINDS = (*OFTEN, "capture", "assault", "killing", "control", "withdraw", "bombing", "displace")
OUTLETS = 30
A_REPORT, TELLINGS = 10, 3
FIRST, DAYS = date(2014, 1, 1), 1500
READER = ReaderInfo("many", "1")
QUOTE_WORDS = 16
PLACES = 300


class Many:
    """Makes reports of ten claims each: every event is told about three times, within two days, places by a law of 1/rank."""

    def __init__(self, theatre: Theatre, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._places = sorted((p for p in theatre.places if p.level == "town"), key=lambda p: p.id)[:PLACES]
        self._chances = list(accumulate(1 / n for n in range(1, len(self._places) + 1)))
        armed = (a for a in theatre.actors.values() if a.kind in ("armed_group", "military", "state") and a.sides)
        self._actors: Sequence[Actor] = sorted(armed, key=lambda a: a.id)[:60]
        self._outlets = sorted(theatre.actors[o].name for o in theatre.outlets)[:OUTLETS]
        self._words = sorted(common_words())

    def reports(self, count: int) -> list[tuple[Report, list[Claim]]]:
        """That many reports with their claims, by date."""
        told = [self._event() for _ in range(count * A_REPORT // TELLINGS + 1)]
        told.sort(key=lambda e: e[0])
        claims = [event for event in told for _ in range(TELLINGS)]
        # tellings of one event go to reports that follow one another: a report takes every third of thirty
        rows = [claims[start + first : start + 30 : TELLINGS] for start in range(0, len(claims), 30) for first in range(TELLINGS)]
        return [self.report(n, row) for n, row in enumerate(rows[:count])]

    def _event(self) -> tuple[date, str, Place, Actor, Actor, int]:
        draw = self._random
        (where,) = draw.choices(self._places, cum_weights=self._chances)
        day = FIRST + timedelta(days=draw.randrange(DAYS))
        return day, draw.choice(KINDS), where, draw.choice(self._actors), draw.choice(self._actors), draw.randint(1, 60)

    def report(self, number: int, events: Sequence[tuple[date, str, Place, Actor, Actor, int]]) -> tuple[Report, list[Claim]]:
        """One report that tells events."""
        published = max((e[0] for e in events), default=FIRST) + timedelta(days=1)
        text = f"Report {number}."
        sha = hashlib.sha256(text.encode()).hexdigest()
        outlet = self._random.choice(self._outlets)
        report = Report(f"r_{number:08d}", f"many{number}", text, outlet, published=published, sha256=sha)
        return report, [self._claim(report, n, *event) for n, event in enumerate(events)]

    def _claim(self, report: Report, at: int, day: date, kind: str, where: Place, agent: Actor, target: Actor, dead: int) -> Claim:
        draw = self._random
        words = " ".join(draw.choices(self._words, k=QUOTE_WORDS))
        soft = draw.random() < 0.5 and report.published is not None and (report.published - day).days <= 1
        time = default_time(report.published) if soft else TimeRange("then", day, day)
        place = PlaceRef(where.name, where.name, where.id, where.lat, where.lon, 1, level=where.level, admin=where.admin)
        claim = Claim(
            report_id=report.id,
            type=kind,
            stance="fact" if draw.random() < 0.96 else "denied",
            quote=Quote(words, at * 200, at * 200 + len(words)),
            reader=READER,
            agent=(ActorRef(agent.name, agent.name, agent.id),),
            target=(ActorRef(target.name, target.name, target.id),) if draw.random() < 0.7 else (),
            place=place,
            time=time,
            quantities=(Quantity("killed", dead, dead),) if draw.random() < 0.4 else (),
        )
        return with_id(claim, report)
