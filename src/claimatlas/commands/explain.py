"""`claimatlas explain`: why a claim reads as it does."""

from typing import TYPE_CHECKING

import click

from claimatlas.commands.common import json_option, ledger_option, opened, plain, print_json, theatre_option
from claimatlas.model.address import Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimatlas.explain.choice import Choice, Explanation, Option, Words


@click.command()
@click.argument("claim")
@json_option
@ledger_option
@theatre_option
def explain(claim: str, as_json: bool, ledger: Where, theatre: str) -> None:
    """Tell why a claim reads as it does: for each slot the words, the candidates with their scores, and what chose.

    CLAIM is the id of a claim, or its beginning. Its report is read again from the ledger; nothing in the ledger changes.
    """
    with opened(ledger, theatre) as atlas:
        found = atlas.explain(claim)
    if as_json:
        print_json(found)
        return
    for line in in_words(found):
        click.echo(line)


def in_words(found: "Explanation") -> "Iterator[str]":
    """An explanation as lines of plain text."""
    yield plain(f"{found.claim}, report {found.report}, {found.quote.start}-{found.quote.end}")
    yield f"    «{plain(found.quote.text)}»"
    yield f"    {_reader(found)}"
    for choice in found.choices:
        yield from _choice(choice, "")


def _reader(found: "Explanation") -> str:
    kept, now = (f"{r.name} {r.version}" for r in (found.reader, found.now))
    again = "read again by the same version" if kept == now else f"coded by {kept}, read again by {now}"
    if found.found == "same":
        return plain(f"{now}: {again}; the claim is the same" if kept == now else f"{again}; the claim is the same")
    return plain(f"{again}; the claim has changed: what follows is the one that is read now at the same word")


def _choice(choice: "Choice", indent: str) -> "Iterator[str]":
    yield plain_behind(indent, f"{choice.slot}: {choice.value}")
    inner = f"{indent}    "
    for words in choice.words:
        yield plain_behind(inner, f"words: {_words(words)}")
    yield plain_behind(inner, f"how: {choice.by}")
    for option in choice.options:
        yield plain_behind(inner, _option(option))
    for note in choice.notes:
        yield plain_behind(inner, note)
    for then in choice.then:
        yield from _choice(then, inner)


def plain_behind(indent: str, text: str) -> str:
    """Other people's words made safe, behind an indent of ours."""
    return indent + plain(text)


def _words(words: "Words") -> str:
    return f"«{words.text}» {words.start}-{words.end}"


def _option(option: "Option") -> str:
    """«* 0.930 al-Sukhnah «Sukhna» 10-16 [geonames:1] name 3.000, population 0.700; why»; the star marks the chosen."""
    score = f"{option.score:.3f} " if option.score is not None else ""
    words = f" {_words(option.words)}" if option.words else ""
    id_ = f" [{option.id}]" if option.id else ""
    parts = ", ".join(f"{name} {value:.3f}" for name, value in option.parts.items())
    rest = "; ".join(p for p in (parts, option.note) if p)
    return f"{'*' if option.chosen else '-'} {score}{option.name}{words}{id_}{f': {rest}' if rest else ''}"
