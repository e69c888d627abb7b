"""Which theatre's words reading goes by just now; those of the default theatre where nobody has said."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TypeVar

from claimatlas.theatres.load import default_words
from claimatlas.theatres.words import Words

Item = TypeVar("Item")
IN_FORCE: ContextVar[Words | None] = ContextVar("claimatlas_words", default=None)


@cache
def _default() -> Words:
    return default_words()


def words_in_force() -> Words:
    """The words of the theatre that is being read for; of the default theatre where nobody has said which."""
    return IN_FORCE.get() or _default()


@contextmanager
def words_from(words: Words) -> Iterator[None]:
    """While it lasts, reading goes by these words."""
    before = IN_FORCE.set(words)
    try:
        yield
    finally:
        IN_FORCE.reset(before)


def each_from(words: Words, rows: Iterable[Item]) -> Iterator[Item]:
    """Rows, each fetched by these words; what is done with a row between two of them is not."""
    source = iter(rows)
    while True:
        with words_from(words):
            found = next(source, None)
        if found is None:
            return
        yield found


def with_own(general: frozenset[str], name: str) -> frozenset[str]:
    """A general list with the words that the theatre in force adds to it."""
    own = words_in_force().of(name)
    return _joined(general, own) if own else general


@cache
def _joined(general: frozenset[str], own: frozenset[str]) -> frozenset[str]:
    return general | own
