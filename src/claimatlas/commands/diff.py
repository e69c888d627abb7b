"""`claimatlas diff`: what changed from one date to another."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

import claimatlas.commands.events as events
from claimatlas.commands.common import (
    day_option,
    json_option,
    known_option,
    ledger_option,
    opened,
    plain,
    print_json,
    theatre_option,
    without_option,
)  # fmt: skip
from claimatlas.model.address import Where

if TYPE_CHECKING:
    from claimatlas.changes import Changes
    from claimatlas.model.hold import Hold
    from claimatlas.model.judgement import Judgement


@click.command()
@day_option(("--from", "since"), "The earlier date.", required=True)
@day_option(("--to", "until"), "The later date.", required=True)
@known_option
@without_option
@json_option
@ledger_option
@theatre_option
def diff(since: date, until: date, known: date | None, without: str | None, as_json: bool, ledger: Where, theatre: str) -> None:
    """Say what changed between two dates: places that changed hands, new events, events of another status, corrections."""
    with opened(ledger, theatre) as atlas:
        found = atlas.diff(since, until, known, without)
    for kind, value, words in lines(found):
        if as_json:
            print_json({"kind": kind, "change": value})
        else:
            click.echo(plain(f"{kind}: {words}"))


def lines(found: "Changes") -> Iterator[tuple[str, Any, str]]:
    """Kind, what changed, and the words for it."""
    yield from (("hands", h, f"{h.place.name}: {holding(h.before)} -> {holding(h.after)}") for h in found.hands)
    yield from (("new", e, events.in_words(e)) for e in found.new)
    yield from (("status", m, f"{m.before} -> {events.in_words(m.event)}") for m in found.moved)
    yield from (("corrected", j, judged(j)) for j in found.corrected)
    yield from (("revised", j, judged(j)) for j in found.revised)


def holding(hold: "Hold | None") -> str:
    """«held by X», «contested», «unknown»."""
    if hold is None:
        return "unknown"
    return f"{hold.status} by {hold.holder.name}" if hold.holder else hold.status


def judged(judgement: "Judgement") -> str:
    """A correction on one line: the claim that corrects, and those that it corrects."""
    return f"{judgement.reason}: {judgement.subjects[0]} on {', '.join(judgement.subjects[1:])}"
