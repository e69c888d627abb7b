"""A process pool behind one function: items in, results out in the same order."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Any, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")
AHEAD = 2
"""Chunks in hand for each worker: enough to keep it busy, few enough that endless input stays out of memory."""


def map_ordered(
    fn: Callable[[In], Out],
    items: Iterable[In],
    jobs: int = 1,
    chunk: int = 8,
    initializer: Callable[..., object] | None = None,
    initargs: tuple[Any, ...] = (),
) -> Iterator[Out]:
    """`fn` of each item, in the items' order, read lazily.

    `jobs`: worker processes, 1 for none; `chunk`: items sent at once; `initializer(*initargs)` runs once in each worker, to load
    a model. With more than one job `fn`, items and results must be importable and picklable: workers are spawned, not forked.
    Raises: ValueError for `jobs` or `chunk` under 1; whatever `fn` raises, at that item's turn.
    """
    if jobs < 1 or chunk < 1:
        raise ValueError(f"jobs and chunk must be 1 or more, not {jobs} and {chunk}")
    if jobs > 1:
        return _pooled(fn, items, jobs, chunk, initializer, initargs)
    return _inline(fn, items, initializer, initargs)


def _inline(
    fn: Callable[[In], Out], items: Iterable[In], initializer: Callable[..., object] | None, initargs: tuple[Any, ...]
) -> Iterator[Out]:
    if initializer is not None:
        initializer(*initargs)
    yield from map(fn, items)


def _pooled(
    fn: Callable[[In], Out],
    items: Iterable[In],
    jobs: int,
    chunk: int,
    initializer: Callable[..., object] | None,
    initargs: tuple[Any, ...],
) -> Iterator[Out]:
    source = iter(items)
    waiting: deque[Future[list[Out]]] = deque()
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer, initargs)
    try:
        while True:
            while len(waiting) < jobs * AHEAD and (part := list(islice(source, chunk))):
                waiting.append(pool.submit(_chunk, fn, part))
            if not waiting:
                return
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _chunk(fn: Callable[[In], Out], part: list[In]) -> list[Out]:
    return [fn(item) for item in part]
