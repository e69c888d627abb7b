"""The Python API: a ledger with its theatre, and all that can be asked of it. The commands are thin over it."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TextIO, cast

from claimatlas.choice import Choice
from claimatlas.control import Land
from claimatlas.ledger import Ledger, View, build_view
from claimatlas.ledger.select import Circle
from claimatlas.ledger.takedown import buried, left_up, taken_down
from claimatlas.ledger.without import without as _without
from claimatlas.model.address import Where
from claimatlas.model.claim import Claim
from claimatlas.model.default import DEFAULT_THEATRE
from claimatlas.model.errors import InputError
from claimatlas.model.event import Event
from claimatlas.model.hold import Hold
from claimatlas.model.judgement import Judgement
from claimatlas.model.report import Report
from claimatlas.pick import Pick, during
from claimatlas.queries import Answers, Query, day_of, read_queries
from claimatlas.theatres import Theatre, load_theatre, theatre_stamp
from claimatlas.theatres.in_force import words_from

if TYPE_CHECKING:
    from claimatlas.changes import Changes
    from claimatlas.explain.choice import Explanation
    from claimatlas.exporting import Profile
    from claimatlas.intake import Progress, ReadSummary
    from claimatlas.ledger.forecast import Forecast
    from claimatlas.ledger.track import Track
    from claimatlas.publish.atlas import AtlasView
    from claimatlas.publish.export.data import Extras
    from claimatlas.read.raw import TableColumns
    from claimatlas.reading import ReaderName
    from claimatlas.resolve.gazetteer import Gazetteer

Day = str | date
FIGURES = (".png", ".pdf", ".svg")


class Atlas:
    """A ledger of claims, opened with the knowledge of one theatre of war.

    All of it in ten lines::

        from claimatlas import Atlas

        with Atlas.open("war.sqlite") as atlas:
            summary = atlas.read(["reports"])
            print(summary.read, "reports,", summary.claims, "claims,", [str(e) for e in summary.errors])
            quotes = [(c.type, c.stance, c.quote.exact) for c in atlas.claims(place="al-Sukhnah", since="2017-07-25")]
            disputed = [e for e in atlas.events(on="2017-08-02") if e.status == "disputed"]
            print(atlas.hold("al-Sukhnah", "2017-08-02").status, quotes, disputed)
            atlas.map("map.html", "2017-08-02")
            atlas.brief("brief.html", "2017-08-02")
            atlas.export("claims.jsonl")

    Dates are `datetime.date` or `"YYYY-MM-DD"`. `known` limits what counts to reports published on or before a date,
    `without` leaves out a source: what it published and what others have from it.
    Raises: InputError for what the caller gave, LedgerError for the file; see `claimatlas.model.errors`.
    """

    def __init__(self, ledger: Ledger, theatre: str) -> None:
        self.ledger = ledger
        self.theatre_name = theatre

    @classmethod
    def open(cls, path: Where | str = "claimatlas.sqlite", theatre: str = DEFAULT_THEATRE, create: bool = True) -> Self:
        """Opens a ledger, making an empty one where there is none and `create` is set. `theatre`: a shipped one's name, or a folder."""
        return cls(Ledger.open(path, create), theatre)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Closes the ledger."""
        self.ledger.close()

    @cached_property
    def theatre(self) -> Theatre:
        """The theatre's knowledge."""
        return load_theatre(self.theatre_name)

    @cached_property
    def gazetteer(self) -> "Gazetteer":
        """All places by name; built on the first use on a machine (some ten seconds)."""
        from claimatlas.resolve.gazetteer import Gazetteer

        return Gazetteer.open(self.theatre)

    def read(
        self,
        paths: Iterable[Path | str],
        columns: "TableColumns | None" = None,
        jobs: int = 1,
        progress: "Progress | None" = None,
        reader: "ReaderName" = "learned",
    ) -> "ReadSummary":
        """Reads files and folders into the ledger, one transaction a report; those read before are skipped.

        `columns`: which columns of tables hold what. `jobs`: processes, 1 or more. `progress(done, total)` is called after each report.
        `reader`: learned, or rules, which is faster and finds less.
        A file that cannot be read is named in the summary's `errors`; the others are read nevertheless.
        """
        from claimatlas.intake import read_into

        summary = read_into(self.ledger, [Path(p) for p in paths], self.theatre_name, reader, columns, jobs, progress)
        self._renew()
        return summary

    def read_archive(
        self,
        paths: Iterable[Path | str],
        shards: Path | str,
        columns: "TableColumns | None" = None,
        scheduler: str | None = None,
        workers: int = 1,
        reader: "ReaderName" = "learned",
        screened: bool = False,
        progress: "Progress | None" = None,
    ) -> "ReadSummary":
        """Reads an archive on Dask: each shard (a large file, or some small ones) by one worker into a file of the folder `shards`.

        A run that was stopped goes on with the shards that are missing. `scheduler`: address of a running one, None starts
        one here with so many `workers`. `screened`: leave out reports in which no name of the theatre stands.
        """
        from claimatlas.archive import jobs_of, load_archive, read_archive

        folder = Path(shards)
        folder.mkdir(parents=True, exist_ok=True)
        jobs = jobs_of([Path(p) for p in paths], folder, self.theatre_name, reader, columns, screened)
        read_archive(jobs, scheduler, workers, progress)
        summary = load_archive(self.ledger, jobs)
        self._renew()
        return summary

    def _renew(self) -> None:
        """Brings the saved events up to the log; all that asks for events does so first."""
        stamp = theatre_stamp(self.theatre_name)
        if not self.ledger.is_current(stamp):
            self.ledger.renew(self.theatre, stamp)

    def view(self, known: Day | None = None, without: str | None = None) -> View:
        """Events, corrections and flags; the saved ones, renewed where the log has grown since."""
        if known is not None or without is not None:
            return self._built(_day(known), without)
        self._renew()
        return self.ledger.view()

    def log(self, without: str | None = None) -> tuple[list[Claim], list[Report]]:
        """All claims and reports of the log, less those of a source where `without` names one (see `claimatlas sources`).

        Claims that were taken down are left out; their reports are there, and are not to be given out.
        """
        claims, reports = left_up(self.ledger.claims(), self.taken()), self.ledger.reports()
        return _without(claims, reports, without, self.theatre) if without else (claims, reports)

    def taken(self) -> dict[str, Judgement]:
        """Ids of the reports and claims that are taken down, each with the judgement that did it."""
        return taken_down(self.ledger.judgements())

    def _built(self, known: date | None, without: str | None = None) -> View:
        claims, reports = self.log(without)
        return build_view(claims, reports, self.ledger.judgements(), self.theatre, known)

    def reports(self, known: Day | None = None) -> list[Report]:
        """The reports by date and id; of those taken down, a tombstone."""
        taken = self.taken()
        return [buried(r, taken) for r in self.ledger.reports(_day(known))]

    def claims(
        self,
        report: str | None = None,
        type: str | None = None,
        stance: str | None = None,
        place: str | None = None,
        actor: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        known: Day | None = None,
        near: Circle | None = None,
    ) -> list[Claim]:
        """Claims that fit all that is given, by report and place in the text.

        `report`: key or id; `place` and `actor`: a name in any spelling, or an id; `since`, `until` bound the time told of; `near`:
        a point and a distance in km.
        """
        self._renew()
        found = self.ledger.claims(type=type, stance=stance, since=_day(since), until=_day(until), known=_day(known), near=near)
        found = left_up(found, self.taken())
        return Pick(report, place, actor).of(found, {r.id: r for r in self.ledger.reports()}, self.theatre)

    def explain(self, claim: str) -> "Explanation":
        """Why a claim reads as it does: for each slot the words, the candidates with their scores, and the rule or score that chose.

        `claim`: its id, or the beginning of it. The report's text in the ledger is read again by the reader that coded the claim;
        where that reader's version has changed, `reader` and `now` differ. Nothing is kept.
        """
        from claimatlas.explaining import explanation

        return explanation(self.ledger, claim, self.theatre_name)

    def events(self, on: Day | None = None, known: Day | None = None, without: str | None = None) -> list[Event]:
        """Events by start; with `on`, those whose time holds that day; with `without`, as they would be without that source."""
        events = self.view(known, without).events
        return [e for e in events if on is None or during(e, day_of(on, "on"))]

    def holds(self, on: Day, known: Day | None = None, without: str | None = None) -> list[Hold]:
        """Who held each place that evidence tells of on a date."""
        return self.land(_day(known), without).all_holds(day_of(on, "on"))

    def hold(self, place: str, on: Day, known: Day | None = None, without: str | None = None) -> Hold:
        """Who held one place on a date; status unknown, with `why`, where nothing tells or no such place is known."""
        return self.answer([Query(place, day_of(on, "on"), _day(known))], without)[0]

    def diff(self, since: Day, until: Day, known: Day | None = None, without: str | None = None) -> "Changes":
        """What changed from one date to a later one: each as known on its own date, the later one by `known` where it is given."""
        from claimatlas.changes import Picture, changes

        first, last = day_of(since, "since"), day_of(until, "until")
        if last <= first:
            raise InputError(f"{last} is not after {first}; name the earlier date first.")
        upto = ((first, first), (last, _day(known) or last))
        return changes(*(Picture(on, self._built(k, without), self.holds(on, k, without)) for on, k in upto))

    def sources(self, known: Day | None = None) -> "list[Track]":
        """The record of every source: what became of what it told, and the Brier score of its forecasts."""
        return self._records(known)[0]

    def forecasts(self, known: Day | None = None) -> "list[Forecast]":
        """Every forecast with its outcome, as far as it is decided."""
        return self._records(known)[1]

    def _records(self, known: Day | None) -> "tuple[list[Track], list[Forecast]]":
        from claimatlas.ledger.sources import records

        return records(*self.log(), self.ledger.judgements(), self.view(known), self.theatre, _day(known))

    def judge(self, verdict: str, subjects: Sequence[str], author: str, reason: str = "", value: str | None = None) -> Judgement:
        """Records a person's verdict, see `claimatlas.judging.judgement`; later answers follow it."""
        from claimatlas.judging import judgement

        self._renew()
        made = judgement(self.ledger, verdict, subjects, author, reason, value)
        self.ledger.add_judgement(made)
        return made

    def queries(self, path: Path | str, without: str | None = None) -> list[Hold]:
        """The answers to a CSV file with the columns place, date and optionally known, in its order."""
        return self.answer(read_queries(Path(path)), without)

    def answer(self, queries: Sequence[Query], without: str | None = None) -> list[Hold]:
        """The answers to questions on places, in their order."""
        from claimatlas.resolve.place import PlaceResolver

        resolver, claims = PlaceResolver(self.gazetteer, self.theatre), self.log(without)[0]
        asked = {k: Answers(self.land(k, without), claims, k, resolver) for k in dict.fromkeys(q.known for q in queries)}
        return [asked[q.known].hold(q.place, q.on) for q in queries]

    def land(self, known: date | None = None, without: str | None = None) -> Land:
        """What the log says of all places: build it once to ask many questions of it."""
        claims, reports = self.log(without)
        return Land(claims, reports, self.theatre, self.ledger.judgements(), known)

    def shown(self, on: Day, known: Day | None = None, without: str | None = None) -> "AtlasView":
        """What map and brief of a date are made from."""
        from claimatlas.shown import Told, atlas_view

        upto = _day(known)
        view, (claims, reports) = self.view(upto, without), self.log(without)
        stand = {r.id: r for r in reports if upto is None or (r.published is not None and r.published <= upto)}
        told = Told([c for c in claims if c.report_id in stand], list(stand.values()), view, self.land(upto, without), upto)
        return atlas_view(told, self.theatre, self.gazetteer, day_of(on, "on"))

    def map(self, path: Path | str, on: Day, known: Day | None = None, without: str | None = None, sheet: str = "screen") -> None:
        """Writes the map of a date: .html (interactive, opens offline) or .png, .pdf, .svg on a `sheet` (screen, or a4 for print)."""
        from claimatlas.publish.webmap import write_webmap

        target = _target(path, (".html", *FIGURES), "a map")
        if target.suffix.lower() == ".html":
            with words_from(self.theatre.words):
                write_webmap(self.shown(on, known, without), target)
            return
        from claimatlas.publish.figure import write_figure

        with words_from(self.theatre.words):
            write_figure(self.shown(on, known, without), target, sheet=sheet)

    def brief(self, path: Path | str, on: Day, known: Day | None = None, without: str | None = None) -> None:
        """Writes the brief of a date, .md, .html, or .pdf with the map of the day."""
        from claimatlas.publish.brief import write_brief

        target = _target(path, (".md", ".html", ".pdf"), "a brief")
        if target.suffix.lower() == ".pdf":
            from claimatlas.publish.brief_pdf import brief_pdf

            with words_from(self.theatre.words):
                target.write_bytes(brief_pdf(self.shown(on, known, without)))
            return
        with words_from(self.theatre.words):
            write_brief(self.shown(on, known, without), target)

    def export(
        self,
        to: Path | str | TextIO,
        format: str = "jsonl",
        choice: Choice | None = None,
        profile: "Profile" = "full",
        on: Day | None = None,
        extras: "Extras | None" = None,
    ) -> int:
        """Writes what is chosen (all by default) to a file or text stream and returns how many rows, claims or features.

        `format`: one of `claimatlas.publish.export.formats.FORMATS`; `profile`: full, or public, which withholds what
        `claimatlas publish` does; `on`: the date of holds, for formats that tell of them, the last event's by default.
        """
        from claimatlas.exporting import export_data
        from claimatlas.publish.export.formats import FORMATS

        if format not in FORMATS:
            raise InputError(f"'{format}' is no export format; use {', '.join(FORMATS)}.")
        written = FORMATS[format]
        if not isinstance(to, str | Path) and written.takes != "stream":
            raise InputError(f"{format} is written to a {written.takes}, not to a stream; name one.")
        target = None
        if isinstance(to, str | Path):
            target = _folder(to) if written.takes == "folder" else _target(to, written.endings, f"{format}")
        data = export_data(self, choice or Choice(), profile, _day(on), extras)
        if target is not None:
            return written.to_path(data, target)
        return written.to_stream(data, cast(TextIO, to))

    def frame(
        self,
        of: str = "events",
        engine: str = "pandas",
        choice: Choice | None = None,
        profile: "Profile" = "full",
        on: Day | None = None,
    ) -> Any:
        """Events, claims, holds or areas as a data frame of pandas, polars or geopandas: `atlas.frame("events")`.

        The columns stand in docs/exports.md. `choice`, `profile` and `on` as in `export`. Needs the extra `frames`.
        Raises: InputError for another name or engine, and where the library is not installed.
        """
        from claimatlas.exporting import export_data
        from claimatlas.publish.export.frames import frame
        from claimatlas.publish.export.of_data import layer_of

        return frame(lambda: layer_of(export_data(self, choice or Choice(), profile, _day(on)), of), engine)


def _day(value: Day | None) -> date | None:
    return None if value is None else day_of(value, "date")


def _folder(path: Path | str) -> Path:
    """A folder that can be written to; it may be there already. Raises: InputError."""
    target = Path(path)
    if not target.parent.is_dir():
        raise InputError(f"'{target}': its folder does not exist; make it first.")
    if target.exists() and not target.is_dir():
        raise InputError(f"'{target}' is a file; name a folder.")
    return target


def _target(path: Path | str, endings: tuple[str, ...], what: str) -> Path:
    """A path that can be written: its folder exists and its ending is one of those. Raises: InputError."""
    target = Path(path)
    if endings and target.suffix.lower() not in endings:
        raise InputError(f"'{target}': {what} is written as {', '.join(endings)}; give the file one of these endings.")
    if not target.parent.is_dir():
        raise InputError(f"'{target}': its folder does not exist; make it first.")
    if target.is_dir():
        raise InputError(f"'{target}' is a folder; name a file.")
    return target
