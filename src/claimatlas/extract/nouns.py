"""Word lists of nouns.yaml as frozen sets, read once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from claimatlas.theatres.in_force import with_own, words_in_force


@cache
def _raw() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((files("claimatlas.extract") / "nouns.yaml").read_text(encoding="utf-8"))
    return data


@cache
def _general(name: str) -> frozenset[str]:
    return frozenset(_raw()[name])


def nouns(name: str) -> frozenset[str]:
    """The words of a list, with those of peoples that the theatre in force adds."""
    return with_own(_general(name), name) if name == "demonyms" else _general(name)


@cache
def grouped(name: str) -> dict[str, str]:
    """Word to the heading it stands under, for lists with headings."""
    return {word: heading for heading, words in _raw()[name].items() for word in words}


def people_heads() -> dict[str, str]:
    """Word for people to the name under which they are kept, by the theatre in force."""
    return _people_heads(tuple(sorted(words_in_force().collectives.items())))


@cache
def _people_heads(own: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {**grouped("collective_heads"), **dict(own)}
