"""`claimatlas claims`: the claims of the ledger that fit what is asked."""

from datetime import date
from typing import TYPE_CHECKING

import click

from claimatlas.commands.common import day_option, json_option, ledger_option, opened, plain, print_json, theatre_option
from claimatlas.model.address import Where

if TYPE_CHECKING:
    from claimatlas.model.claim import Claim
    from claimatlas.model.report import Report
    from claimatlas.model.time import TimeRange

STANCES = ["fact", "alleged", "denied", "conditional", "predicted"]


def known_type(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """A type of the codebook. Raises: click.BadParameter."""
    from claimatlas.model.codebook import codebook

    if value is not None and value not in codebook().types:
        raise click.BadParameter(f"'{value}' is no claim type; use one of {', '.join(sorted(codebook().types))}.")
    return value


def point(_context: click.Context, _option: click.Parameter, value: str | None) -> tuple[float, float] | None:
    """Latitude and longitude. Raises: click.BadParameter."""
    if value is None:
        return None
    try:
        lat, lon = (float(part) for part in value.split(","))
    except ValueError:
        raise click.BadParameter(f"'{value}' is no point; write latitude and longitude in degrees, as in 34.88,38.87.") from None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise click.BadParameter(f"'{value}' lies on no map; latitude goes from -90 to 90, longitude from -180 to 180.")
    return lat, lon


@click.command()
@click.option("--report", metavar="KEY", help="Only claims of this report, named by key or id.")
@click.option("--type", "type_", metavar="TYPE", callback=known_type, help="Only claims of this type of the codebook.")
@click.option("--stance", type=click.Choice(STANCES), help="Only claims told with this stance.")
@click.option("--place", metavar="NAME", help="Only claims on this place, in any spelling, or by gazetteer id.")
@click.option("--actor", metavar="NAME", help="Only claims with this actor as agent, target or source, in any spelling, or by id.")
@day_option("--since", "Only claims on this date or later.")
@day_option("--until", "Only claims on this date or earlier.")
@click.option("--near", metavar="LAT,LON", callback=point, help="Only claims whose place lies near this point, in degrees; see --within.")
@click.option("--within", type=click.FloatRange(0), default=10.0, show_default=True, metavar="KM", help="How near.")
@json_option
@ledger_option
@theatre_option
def claims(
    report: str | None,
    type_: str | None,
    stance: str | None,
    place: str | None,
    actor: str | None,
    since: date | None,
    until: date | None,
    near: tuple[float, float] | None,
    within: float,
    as_json: bool,
    ledger: Where,
    theatre: str,
) -> None:
    """List claims: who says that what happened where and when, with the words that say it."""
    from claimatlas.ledger.select import Circle
    from claimatlas.model.claim import record

    with opened(ledger, theatre) as atlas:
        circle = Circle(*near, within) if near else None
        found = atlas.claims(report, type_, stance, place, actor, since, until, near=circle)
        reports = {r.id: r for r in atlas.reports()}
    for claim in found:
        if as_json:
            print_json(record(claim, reports[claim.report_id]))
        else:
            click.echo(in_words(claim, reports[claim.report_id]))
    if not as_json:
        click.echo(f"{len(found)} claim{'' if len(found) == 1 else 's'}.")


def when(time: "TimeRange") -> str:
    """«2017-08-02», «2017-07-01 to 2017-07-31», with a mark where no words give it."""
    if not time.start or not time.end:
        return "no date"
    days = time.start.isoformat() if time.start == time.end else f"{time.start} to {time.end}"
    return f"{days} (by default)" if time.default else days


def in_words(claim: "Claim", report: "Report") -> str:
    """A claim in three lines: what, the quote, who says so."""
    who = " and ".join(a.name for a in claim.agent) or "?"
    whom = f" > {' and '.join(a.name for a in claim.target)}" if claim.target else ""
    where = f" at {claim.place.name}" if claim.place else ""
    says = ", after ".join(s.name for s in claim.source) or report.publisher or report.key
    lines = (
        f"{claim.type} ({claim.stance}): {who}{whom}{where}, {when(claim.time)}",
        f"    «{claim.quote.exact}»",
        f"    {says}; report {report.key}, {claim.id}",
    )
    return "\n".join(line[:4] + plain(line[4:]) for line in lines)
