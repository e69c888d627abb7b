"""The second look as it is fitted; only where the extra `train` is installed."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra `train` is not installed")

# ruff: noqa: E402
from claimatlas.extract.learned.heads import Heads
from claimatlas.extract.learned.second import ACTOR_WIDTH, OPTION_WIDTH, SCALE
from claimatlas.train.second import Layered, SecondRecipe, Task, fit_second, joined

TYPES = 3


def task(rng: np.random.Generator, width: int, outputs: int) -> Task:
    """Two events of six options each; an option is right where its last feature is 1."""
    options = rng.normal(size=(12, width)).astype(np.float32)
    options[:, -1] = np.tile([1, 0, 0, 0, 0, 0], 2)
    event, type_ = np.repeat([0, 1], 6), np.ones(12, np.int64)
    right = options[:, -1:].repeat(outputs, axis=1)
    none = np.zeros((2, width), np.float32)
    return Task(
        options,
        event,
        type_,
        right if outputs > 1 else right[:, 0],
        none,
        np.ones(2, np.int64),
        np.zeros(2, np.float32),
        np.ones(2, np.float32),
    )


@pytest.fixture(scope="module")
def fitted() -> dict[str, np.ndarray]:
    rng = np.random.default_rng(0)
    found = [
        {"actor": task(rng, ACTOR_WIDTH, 2), **{n: task(rng, OPTION_WIDTH, 1) for n in ("place", "time", "speaker")}} for _ in range(60)
    ]
    return fit_second(found, TYPES, SecondRecipe(epochs=60))


def test_what_is_right_is_learned(fitted):
    heads = Heads(fitted)
    for name, width in (("actor", ACTOR_WIDTH), ("place", OPTION_WIDTH)):
        x = np.zeros((2, width), np.float32)
        x[0, -1] = 1
        value = heads.layered(f"again_{name}", x, np.array([1, 1]))
        assert (value[0] > value[1] + 1).all()


def test_at_first_it_changes_nothing():
    net = Layered(OPTION_WIDTH, TYPES, 1, 0.0).eval()
    x = torch.randn(4, OPTION_WIDTH)
    assert torch.allclose(net(x, torch.zeros(4, dtype=torch.long))[:, 0], x[:, 0] * SCALE)


def test_joined_events_are_numbered_on():
    rng = np.random.default_rng(1)
    both = joined([task(rng, OPTION_WIDTH, 1), task(rng, OPTION_WIDTH, 1)])
    assert sorted(set(both.event.tolist())) == [0, 1, 2, 3] and len(both.weight) == 4


def test_one_seed_gives_one_second_look(fitted):
    rng = np.random.default_rng(0)
    found = [
        {"actor": task(rng, ACTOR_WIDTH, 2), **{n: task(rng, OPTION_WIDTH, 1) for n in ("place", "time", "speaker")}} for _ in range(60)
    ]
    again = fit_second(found, TYPES, SecondRecipe(epochs=60))
    assert all((again[k] == v).all() for k, v in fitted.items())
