"""`claimatlas sources`: what became of what each source told, and how its forecasts did."""

from datetime import date
from typing import TYPE_CHECKING

import click

from claimatlas.commands.common import json_option, known_option, ledger_option, opened, plain, print_json, theatre_option
from claimatlas.model.address import Where

if TYPE_CHECKING:
    from claimatlas.ledger.forecast import Forecast
    from claimatlas.ledger.track import Track


@click.command()
@click.option("--forecasts", is_flag=True, help="List the forecasts instead: who made them, how likely, whether they came true.")
@known_option
@json_option
@ledger_option
@theatre_option
def sources(forecasts: bool, known: date | None, as_json: bool, ledger: Where, theatre: str) -> None:
    """List sources with their reliability, what became of what they told, and the Brier score of their forecasts."""
    with opened(ledger, theatre) as atlas:
        lines = [(f, foretold(f)) for f in atlas.forecasts(known)] if forecasts else [(t, in_words(t)) for t in atlas.sources(known)]
    for found, words in lines:
        if as_json:
            print_json(found)
        else:
            click.echo(words)


def in_words(track: "Track") -> str:
    """A source's record on one line."""
    side = f" ({track.side})" if track.side else ""
    told = f"{track.claims} claims on {track.events} events: {track.corroborated} corroborated, {track.disputed} disputed"
    score = "" if track.brier is None else f"; Brier score {track.brier:.2f} of {track.decided} forecasts decided"
    return plain(f"{track.grade} {track.name}{side}: {told}, {track.corrected} corrected{score}")


def foretold(forecast: "Forecast") -> str:
    """A forecast on one line."""
    outcome = {None: "not decided", True: "came true", False: "did not come true"}[forecast.outcome]
    made = f"{forecast.made}, {forecast.voice}, probability {forecast.probability:.2f}, due {forecast.due}"
    return plain(f"{made}: {outcome}; {forecast.claim}")
