"""Sentences in, short claims or scenes out: what the tests of reading by rules share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from claimatlas.extract.memory import Memory
from claimatlas.extract.mention import Scene
from claimatlas.intake import Worker
from claimatlas.model.claim import Claim
from claimatlas.model.report import Report
from claimatlas.reading import Reading

# a Wednesday
DAY = date(2017, 8, 2)


@dataclass(frozen=True)
class Brief:
    """A claim's plain values: names and numbers without spans."""

    type: str
    stance: str
    agent: tuple[str, ...]
    target: tuple[str, ...]
    place: str | None
    relation: str | None
    part: str | None
    source: tuple[str, ...]
    numbers: frozenset[tuple[str, float | None, float | None]]
    claim: Claim


def brief(c: Claim) -> Brief:
    """The plain values of a claim."""
    names = [tuple(x.name for x in slot) for slot in (c.agent, c.target, c.source)]
    place = (c.place.name, c.place.relation, c.place.part) if c.place else (None, None, None)
    numbers = frozenset((q.what, q.low, q.high) for q in c.quantities)
    return Brief(c.type, c.stance, names[0], names[1], *place, names[2], numbers, c)


@pytest.fixture(scope="session")
def reading(own_data: Path) -> Reading:
    """The reader by rules alone."""
    return Worker.reading("syria_iraq", "rules")


@pytest.fixture(scope="session")
def tell(reading: Reading) -> Callable[..., list[Brief]]:
    """The claims of a text, published on 2 August 2017 unless another date is given; of one type where it is named."""

    def run(text: str, type_: str | None = None, on: date = DAY) -> list[Brief]:
        found = reading.claims(Report(id="r_x", key="x", text=text, published=on))
        return [brief(c) for c in found if type_ in {None, c.type}]

    return run


@pytest.fixture(scope="session")
def scenes(reading: Reading) -> Callable[..., list[Scene]]:
    """The sentences of a text with the actors and places spotted in them, antecedents included."""

    def run(text: str, on: date = DAY, country: str = "SY") -> list[Scene]:
        report = Report(id="r_x", key="x", text=text, published=on)
        memory, out = Memory(reading.theatre, on), []
        for p in reading.parser.passages(report):
            actors = reading.rules.actors.mentions(p, on, country)
            scene = Scene(p, actors, reading.rules.places.mentions(p, actors, text))
            taken = {i for m in (*actors, *scene.places) for i in range(m.first, m.last + 1)}
            scene.actors = sorted([*actors, *reading.rules.actors.persons(p, taken)], key=lambda m: m.first)
            scene.index()
            memory.complete(scene)
            out.append(scene)
        return out

    return run
