"""The reader's word lists are words: YAML reads a bare on, off, yes or no as a truth value."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
import yaml

from claimatlas.extract.rules import WOUNDING, rules
from claimatlas.model.codebook import codebook


def leaves(value: Any) -> Iterator[Any]:
    """All values that are no list or mapping, keys too."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


@pytest.mark.parametrize("name", ["events.yaml", "nouns.yaml"])
def test_every_word_is_a_word(name: str) -> None:
    """No truth values, numbers or dates in the lists."""
    data = yaml.safe_load((files("claimatlas.extract") / name).read_text(encoding="utf-8"))
    assert [x for x in leaves(data) if not isinstance(x, str)] == []


def test_every_rule_tells_a_type_of_the_codebook() -> None:
    """Verbs, compounds and nouns lead to claim types only."""
    book = rules()
    told = {r.type for rows in book.verbs.values() for r in rows} | set(book.compounds.values()) | set(book.nouns.values())
    assert told - {WOUNDING} <= set(codebook().types)


def test_a_preposition_that_yaml_could_swallow_is_kept() -> None:
    """ "called on": the rule for demands asks for it."""
    assert any("on" in rule.prep for rule in rules().verbs["call"])
