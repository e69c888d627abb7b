"""The pool: order, laziness, errors, one initialisation a worker."""

import itertools
import operator
import os

import pytest

from claimatlas.scale import map_ordered


@pytest.mark.parametrize("jobs", [1, 2])
def test_order_is_kept(jobs: int) -> None:
    assert list(map_ordered(abs, range(-20, 0), jobs, chunk=3)) == list(range(20, 0, -1))


def test_endless_input_is_read_as_results_are_taken() -> None:
    assert list(itertools.islice(map_ordered(operator.neg, itertools.count(), 2, chunk=2), 5)) == [0, -1, -2, -3, -4]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_comes_out_at_its_turn(jobs: int) -> None:
    results = map_ordered(int, ["1", "2", "x", "4"], jobs, chunk=1)
    assert [next(results), next(results)] == [1, 2]
    with pytest.raises(ValueError, match="invalid literal"):
        next(results)


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_worker_is_initialised(jobs: int) -> None:
    """`umask` gives the value set before: the initialiser's, in every worker."""
    before = os.umask(0o022)
    try:
        assert list(map_ordered(os.umask, [0o077] * 4, jobs, 1, os.umask, (0o077,))) == [0o077] * 4
    finally:
        os.umask(before)


def test_no_items_and_bad_settings() -> None:
    assert list(map_ordered(abs, [], 2)) == []
    for jobs, chunk in ((0, 1), (1, 0)):
        with pytest.raises(ValueError, match="1 or more"):
            map_ordered(abs, [1], jobs, chunk)
