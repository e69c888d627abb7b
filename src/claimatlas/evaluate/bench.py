"""`python -m claimatlas.evaluate.bench [--write]`: scores beside their floors, speed beside spaCy's, start-up, memory.

With --write the scores are kept as docs/scores.json, the table that a test keeps from falling.
"""

import json
import os
from pathlib import Path

import click

from claimatlas.evaluate.actors import FLOOR, resolved
from claimatlas.evaluate.archive_bench import print_archive
from claimatlas.evaluate.beliefs import print_beliefs
from claimatlas.evaluate.coders import agreement
from claimatlas.evaluate.events import event_scores, gold_events, members, read_clustered
from claimatlas.evaluate.growth import growth
from claimatlas.evaluate.holds import hold_scores
from claimatlas.evaluate.map_bench import print_map
from claimatlas.evaluate.place_bench import print_places
from claimatlas.evaluate.scores import FLOORS, RETRIEVED, Scores, all_scores, reports_of
from claimatlas.evaluate.shared import ABSENT, shared_folder
from claimatlas.evaluate.speed import measure, one_core, peak_memory_mb, startup
from claimatlas.model.report import Report
from claimatlas.read import read_paths
from claimatlas.reading import Reading
from claimatlas.theatres import Theatre

FOLDS = Path(__file__).resolve().parents[3] / "docs" / "folds.json"
EVENT_PLACES = Path(__file__).resolve().parents[3] / "docs" / "event_location.json"
TABLE = Path(__file__).resolve().parents[3] / "docs" / "scores.json"
SAMPLES = Path(__file__).resolve().parents[3] / "samples" / "reports"
SHARE, START_S, MEMORY_MB, CALIBRATION, HOLDS = 0.4, 3.0, 700.0, 0.05, 0.85
EVENT_PLACE = 0.85
REBUILD_S, ADDING_S, EVENTS_F1 = 120.0, 0.2, 0.85


def kept(path: Path = TABLE) -> Scores:
    """The table of scores as it stands in the repository; {} where there is none."""
    scores: Scores = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return scores


def verdict(value: float, floor: float | None, high_is_good: bool = True) -> str:
    """«floor 0.70 reached», «floor 0.70 MISSED», or nothing where there is no floor."""
    if floor is None:
        return ""
    reached = value >= floor if high_is_good else value <= floor
    return f"{'floor' if high_is_good else 'limit'} {floor:g} {'reached' if reached and high_is_good else 'kept' if reached else 'MISSED'}"


def print_scores(scores: Scores) -> None:
    """One line a figure."""
    before = kept()
    for name, figures in scores.items():
        for key, value in figures.items():
            old = before.get(name, {}).get(key)
            was = f"table {old:.3f}" if old is not None else ""
            click.echo(f"{name:6s} {key:11s} {value:.3f}  {was:12s} {verdict(value, FLOORS.get(name, {}).get(key))}".rstrip())


def print_folds(folder: Path) -> None:
    """The five folds of the last training, beside what two coders agree on and what the rules alone reach."""
    if not FOLDS.is_file():
        click.echo("No folds yet: run claimatlas train.")
        return
    folds = json.loads(FOLDS.read_text(encoding="utf-8"))
    click.echo(f"Five folds over {folds['reports']} hand-coded reports, {folds['claims']} claims (last `claimatlas train`):")
    coders = agreement(folder)
    for key, value in folds["all"].items():
        beside = (
            f"dev {folds['dev'].get(key, 0):.3f}  rules {folds['rules'].get(key, 0):.3f}  two coders {coders[key]:.3f}"
            if key in coders
            else ""
        )
        click.echo(f"folds  {key:11s} {value:.3f}  {beside}  {verdict(value, FLOORS['all'].get(key))}".rstrip())
    error = folds["calibration"]["expected_error"]
    click.echo(f"folds  calibration error {error:.3f}  {verdict(error, CALIBRATION, high_is_good=False)}")


def print_event_places() -> None:
    """How well the place of an event is found on the held-out tenth of event_location, as last trained."""
    if not EVENT_PLACES.is_file():
        click.echo("No figure for event_location yet: run python -m claimatlas.train.event_location.")
        return
    kept_ = json.loads(EVENT_PLACES.read_text(encoding="utf-8"))
    for key in ("precision", "recall"):
        low, high = kept_["test_95_in_100"][key]
        told = f"{kept_['test'][key]:.3f}  ({low:.3f} to {high:.3f} in 95 of 100 samples; published above {kept_['published'][key]:g})"
        click.echo(f"event to place  {key:9s} {told}  {verdict(kept_['test'][key], EVENT_PLACE)}")


def print_holds(folder: Path, reading: Reading) -> None:
    """Who held P on D, one line for each way of concluding, the chosen one beside its floor."""
    for way, tally in hold_scores(folder, reading).items():
        floor = verdict(tally.right, HOLDS) if way == "concluded" else ""
        told = f"right {tally.right:.3f}  wrong {tally.wrong:.3f}  silent {tally.silent:.3f}  held where none is told {tally.invented}"
        click.echo(f"holds  {way:17s} {told}  {floor}".rstrip())


def print_actors(folder: Path, reading: Reading) -> None:
    """How often an actor's mention gets the right id of the register."""
    found = resolved(folder, reading)
    click.echo(f"actors      right id {found.share:.3f} of {found.of:,} mentions  {verdict(found.share, FLOOR)}")


def print_speed(reports: list[Report], reading: Reading, begun: float) -> None:
    """Speed, start-up and memory, each beside its limit."""
    for report in reports:
        reading.claims(report)
    alone = peak_memory_mb()
    speed = measure(reports, reading)
    words = f"{speed.words:,} words, one core"
    click.echo(f"speed       reading {speed.reading:,.0f} words/s, spaCy's small pipeline {speed.spacy:,.0f} words/s ({words})")
    click.echo(f"ratio       {speed.ratio:.2f}  {verdict(speed.ratio, SHARE)}")
    click.echo(f"start-up    {begun:.2f} s  {verdict(begun, START_S, high_is_good=False)}")
    click.echo(f"memory      {alone:.0f} MB  {verdict(alone, MEMORY_MB, high_is_good=False)}")


def print_growth(theatre: Theatre) -> None:
    """How long all events of many claims of our own making take, anew and with one report more; and who holds what by them."""
    found = growth(theatre)
    told = f"{found.claims:,} claims to {found.events:,} events in {found.rebuild:.0f} s, with reading and writing the file"
    click.echo(f"rebuild     {told}  {verdict(found.rebuild, REBUILD_S, high_is_good=False)}")
    told = f"one report of ten claims more in {1000 * found.adding:.0f} ms (middle of {found.added}; slowest {1000 * found.slowest:.0f})"
    part = f"1/{found.rebuild / found.adding:,.0f} of all anew"
    click.echo(f"adding      {told}, {part}  {verdict(found.adding, ADDING_S, high_is_good=False)}")
    click.echo(f"land        who held what on a day in {found.land:.0f} s, on another day in {found.again:.2f} s")


def print_events(folder: Path, reading: Reading) -> None:
    """Events on the reports clustered by hand, beside two floors."""
    events = gold_events(folder)
    reports, claims = read_clustered(folder, events, reading, None)
    for name, score in event_scores(members(folder, events, reports, claims), reports, claims, reading.theatre).items():
        floor = verdict(score.f1, EVENTS_F1) if name == "events" else ""
        click.echo(f"clusters  {name:19s} B-cubed P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}  {floor}".rstrip())


@click.command()
@click.option("--write", is_flag=True, help="Keep the scores as the table docs/scores.json.")
def main(write: bool) -> None:
    """Print how well and how fast the reading does."""
    one_core()
    folder = shared_folder()
    begun = startup()
    reading = Reading()
    scores: Scores = all_scores(folder, reading) if folder else {}
    if folder:
        print_scores(scores)
        print_folds(folder)
        print_event_places()
        print_holds(folder, reading)
        print_actors(folder, reading)
        reports = [r for name in ("seed", "held") for r in reports_of(name, folder, reading)]
    else:
        click.echo(f"No scores: {ABSENT}. Speed is measured on the samples.")
        reports = [r for r in read_paths([SAMPLES], RETRIEVED, None, reading.theatre.publishers()) if isinstance(r, Report)]
    print_speed(reports, reading, begun)
    print_growth(reading.theatre)
    print_map()
    print_archive()
    if folder:
        print_events(folder, reading)
        print_beliefs(folder, reading)
        print_places(folder)
    if write and scores:
        TABLE.parent.mkdir(exist_ok=True)
        TABLE.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
        click.echo(f"Kept in {TABLE}.")


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    main()
