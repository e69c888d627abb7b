"""The second look as it is fitted; only where the extra `train` is installed."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra `train` is not installed")

# ruff: noqa: E402
from claimatlas.extract.learned.heads import Heads
from claimatlas.extract.learned.second import ACTOR_WIDTH, SCALE
from claimatlas.train.second import Layered, SecondRecipe, Task, fit_second, joined

TYPES = 3


def task(rng: np.random.Generator) -> Task:
    """Two events of six actors each; an actor is right where its last feature is 1."""
    options = rng.normal(size=(12, ACTOR_WIDTH)).astype(np.float32)
    options[:, -1] = np.tile([1, 0, 0, 0, 0, 0], 2)
    return Task(options, np.repeat([0, 1], 6), np.ones(12, np.int64), options[:, -1:].repeat(2, axis=1), np.ones(2, np.float32))


def tasks() -> list[Task]:
    rng = np.random.default_rng(0)
    return [task(rng) for _ in range(60)]


@pytest.fixture(scope="module")
def fitted() -> dict[str, np.ndarray]:
    return fit_second(tasks(), TYPES, SecondRecipe(epochs=60))


def test_what_is_right_is_learned(fitted):
    x = np.zeros((2, ACTOR_WIDTH), np.float32)
    x[0, -1] = 1
    value = Heads(fitted).layered("again_actor", x, np.array([1, 1]))
    assert (value[0] > value[1] + 1).all()


def test_at_first_it_changes_nothing():
    net = Layered(ACTOR_WIDTH, TYPES, 2, 0.0).eval()
    x = torch.randn(4, ACTOR_WIDTH)
    assert torch.allclose(net(x, torch.zeros(4, dtype=torch.long)), x[:, :2] * SCALE)


def test_joined_events_are_numbered_on():
    rng = np.random.default_rng(1)
    both = joined([task(rng), task(rng)])
    assert sorted(set(both.event.tolist())) == [0, 1, 2, 3] and len(both.weight) == 4


def test_one_seed_gives_one_second_look(fitted):
    again = fit_second(tasks(), TYPES, SecondRecipe(epochs=60))
    assert all((again[k] == v).all() for k, v in fitted.items())
