"""Texts in, leaves and sheets out: what the tests of the learned reader share."""

from collections.abc import Callable
from datetime import date

import numpy as np
import pytest

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.learned.attention import HEADS
from claimatlas.extract.learned.heads import EXCLUSIVE, ROLES
from claimatlas.extract.learned.layout import STEPS
from claimatlas.extract.learned.sheet import Sheet
from claimatlas.extract.learned.table import LAYERS
from claimatlas.intake import Worker
from claimatlas.model.claim import STANCES, Claim
from claimatlas.model.report import Report
from claimatlas.reading import Reading

DAY = date(2017, 8, 2)


def report(text: str) -> Report:
    """A report of 2 August 2017."""
    return Report(id="r_x", key="x", text=text, published=DAY)


@pytest.fixture(scope="session")
def leaves(reading: Reading) -> Callable[[str], list[Leaf]]:
    """The leaves of a text."""
    return lambda text: reading.rules.leaves(report(text), reading.parser.passages(report(text)))


@pytest.fixture(scope="session")
def sheet(leaves: Callable[[str], list[Leaf]]) -> Callable[[str], Sheet]:
    """The sheet of a text."""
    return lambda text: Sheet(leaves(text))


@pytest.fixture(scope="session")
def learned() -> Reading:
    """The learned reader."""
    return Worker.reading("syria_iraq", "learned")


@pytest.fixture(scope="session")
def coded(learned: Reading) -> Callable[[str], list[Claim]]:
    """The claims of a text by the learned reader."""
    return lambda text: learned.claims(report(text))


WIDTH = 8
Weights = dict[str, np.ndarray]


def _linear(rng: np.random.Generator, name: str, to: int, of: int) -> Weights:
    return {f"{name}.weight": rng.normal(size=(to, of)), f"{name}.bias": rng.normal(size=to)}


def _norm(name: str) -> Weights:
    return {f"{name}.norm.weight": np.ones(WIDTH), f"{name}.norm.bias": np.zeros(WIDTH)}


def _look(rng: np.random.Generator, name: str) -> Weights:
    linear = _linear(rng, f"{name}.ask", 3 * WIDTH, WIDTH) | _linear(rng, f"{name}.answer", WIDTH, WIDTH)
    return linear | _norm(name) | {f"{name}.order.weight": rng.normal(size=(STEPS, HEADS))}


def _own(rng: np.random.Generator, name: str) -> Weights:
    return _linear(rng, f"{name}.wide", 2 * WIDTH, WIDTH) | _linear(rng, f"{name}.narrow", WIDTH, 2 * WIDTH) | _norm(name)


@pytest.fixture(scope="session")
def table_weights() -> Callable[[np.random.Generator, int, int], Weights]:
    """Weights of a table and a story over hidden layers of a width, for a number of types, drawn at random."""

    def made(rng: np.random.Generator, hidden: int, types: int) -> Weights:
        w = {k: v for name in ("table.cell", "table.event", "story.word") for k, v in _linear(rng, name, WIDTH, hidden).items()}
        for n in range(LAYERS):
            w |= _look(rng, f"table.layers.{n}.row") | _look(rng, f"table.layers.{n}.column") | _own(rng, f"table.layers.{n}.own")
        w |= _look(rng, "story.row") | _own(rng, "story.own")
        ends = {"table.role": len(ROLES), "table.none": len(EXCLUSIVE), "table.stance": len(STANCES), "story.kind": types}
        return w | {k: v for name, to in ends.items() for k, v in _linear(rng, name, to, WIDTH).items()}

    return made
