"""Filters and profiles of exports: what is in, what is out, and what is refused."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from claimatlas import Atlas
from claimatlas.choice import Choice
from claimatlas.commands.export import export as export_command
from claimatlas.exporting import export_data
from claimatlas.model.errors import InputError
from claimatlas.publish.export.data import ExportData
from claimatlas.publish.export.formats import FORMATS

Written = Callable[..., str]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_without_a_filter_all_events_and_claims_are_written(sample: Atlas, written: Written) -> None:
    assert [r["event_id"] for r in rows(written("csv"))] == [e.id for e in sample.events()]
    assert {json.loads(line)["id"] for line in written("jsonl").splitlines()} == {c.id for c in sample.claims()}


def test_a_province_holds_its_towns_and_a_town_not_its_province(written: Written) -> None:
    province = {r["place"] for r in rows(written("csv", choice=Choice(place="Homs province")))}
    assert {"al-Sukhnah", "Palmyra", "Hamimah", "Homs"} <= province and not province & {"Raqqa", "Idlib", "Salamiyah"}
    town = rows(written("csv", choice=Choice(place="Homs")))
    assert town and {r["place_id"] for r in town} == {"syria_iraq:homs"}
    by_id = rows(written("csv", choice=Choice(place="syria_iraq:sy_homs_province")))
    assert {r["place"] for r in by_id} == province


def test_a_town_holds_its_districts(written: Written) -> None:
    found = {r["place"] for r in rows(written("csv", choice=Choice(place="Deir ez-Zor")))}
    assert {"Deir ez-Zor", "Qusour", "Joura"} <= found and "Mayadin" not in found


def test_a_country_holds_all_of_it(sample: Atlas) -> None:
    inside = {e.id for e in export_data(sample, Choice(place="Syria")).events}
    assert inside == {e.id for e in sample.events() if e.place and e.place.admin[:1] == ("SY",)}


def test_a_place_that_no_gazetteer_knows_is_found_as_told(sample: Atlas) -> None:
    assert {e.place.name for e in export_data(sample, Choice(place="Dakilah")).events if e.place} == {"Dakilah"}


def test_dates_take_what_touches_them(sample: Atlas) -> None:
    day = date(2017, 8, 5)
    found = {e.id for e in export_data(sample, Choice(since=day, until=day)).events}
    assert found == {e.id for e in sample.events(on=day)} and found


def test_an_actor_is_found_by_any_of_its_names(sample: Atlas) -> None:
    by_name, by_id = (export_data(sample, Choice(actor=a)) for a in ("Daesh", "islamic_state"))
    assert [e.id for e in by_name.events] == [e.id for e in by_id.events] and by_id.events
    for event in by_id.events:
        assert any(a.id == "islamic_state" for c in by_id.told(event) for a in (*c.agent, *c.target))


def test_a_teller_is_no_actor_of_what_it_tells(sample: Atlas) -> None:
    assert not export_data(sample, Choice(actor="Syrian Observatory for Human Rights")).events


def test_types_and_statuses_are_alternatives(sample: Atlas) -> None:
    chosen = export_data(sample, Choice(types=("capture", "control"), statuses=("disputed", "denied")))
    seen = {(e.type, e.status) for e in chosen.events}
    assert seen == {(t, s) for t in ("capture", "control") for s in ("disputed", "denied")}


def test_chosen_events_come_whole_with_their_claims_and_reports(sample: Atlas) -> None:
    chosen = export_data(sample, Choice(place="Hamimah"))
    assert {c for e in chosen.events for c in e.claims} <= set(chosen.claims)
    assert set(chosen.reports) == {c.report_id for c in chosen.claims.values()}
    assert len(chosen.whole) > len(chosen.events) > 0


def test_claims_of_no_event_are_chosen_by_themselves(sample: Atlas) -> None:
    grouped = {c for e in sample.events() for c in e.claims}
    loose = {c.id for c in sample.claims() if c.id not in grouped and c.type == "assault"}
    assert loose and loose <= set(export_data(sample, Choice(types=("assault",))).claims)
    assert not loose & set(export_data(sample, Choice(types=("assault",), statuses=("reported",))).claims)


def test_holds_are_of_the_last_day_chosen_or_the_one_named(sample: Atlas) -> None:
    last = export_data(sample, Choice(until=date(2017, 8, 2)))
    assert last.on == max(e.time.end for e in last.events if e.time.end)
    named = export_data(sample, Choice(), on=date(2017, 8, 2))
    assert named.holds == sample.holds("2017-08-02") and {a.hold.place.id for a in named.areas} <= {h.place.id for h in named.holds}


def test_a_table_works_out_no_holds(sample: Atlas, written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ExportData, "land", property(lambda _: pytest.fail("holds were worked out")))
    assert written("csv")


def test_the_public_profile_names_no_private_person_and_no_late_position(sample: Atlas, written: Written) -> None:
    told, public = rows(written("csv")), rows(written("csv", profile="public"))
    assert 0 < len(public) < len(told)
    last = max(r.published for r in sample.reports() if r.published)
    late = [r for r in public if r["type"] in ("capture", "control", "deploy") and (last - date.fromisoformat(r["end"])).days < 3]
    assert late == [] and any(r["type"] == "capture" for r in public)
    quotes = [json.loads(line)["report"] for line in written("jsonl", profile="public").splitlines()]
    assert quotes and all(r["author"] is None for r in quotes)


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        (Choice(place="Nowhereville"), "no place named 'Nowhereville'"),
        (Choice(actor="Nobody at all"), "no actor named 'Nobody at all'"),
        (Choice(types=("party",)), "'party' is no type"),
        (Choice(statuses=("true",)), "'true' is no status"),
        (Choice(since=date(2017, 8, 2), until=date(2017, 8, 1)), "2017-08-01 is before 2017-08-02"),
    ],
)
def test_what_nobody_knows_is_refused(sample: Atlas, choice: Choice, told: str) -> None:
    with pytest.raises(InputError, match=told):
        export_data(sample, choice)


def test_labels_are_not_for_the_public(written: Written) -> None:
    with pytest.raises(InputError, match="not for the public"):
        written("labels", profile="public")


def test_a_failed_export_leaves_no_file_and_keeps_the_one_before(sample: Atlas, tmp_path: Path) -> None:
    target = tmp_path / "labels.jsonl"
    target.write_text("before", encoding="utf-8")
    with pytest.raises(InputError):
        sample.export(target, "labels", profile="public")
    assert target.read_text(encoding="utf-8") == "before" and list(tmp_path.iterdir()) == [target]


def test_the_command_offers_every_format() -> None:
    offered = next(p for p in export_command.params if p.name == "format_")
    assert list(offered.type.choices) == list(FORMATS)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_section_in_the_documentation(name: str) -> None:
    text = (Path(__file__).parents[3] / "docs" / "exports.md").read_text(encoding="utf-8")
    assert f"\n## {name}\n" in text


def test_the_command_filters(run: Callable[..., object], sample_ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "e.csv"
    asked = ("--to", "csv", "--type", "capture", "--status", "disputed", "--since", "2017-08-01", "--until", "2017-08-03", "-o", out)
    done = run("export", *asked, "--place", "al-Sukhnah", "--actor", "SAA", "--ledger", sample_ledger)
    assert done.exit_code == 0, done.output  # type: ignore[attr-defined]
    found = rows(out.read_text(encoding="utf-8"))
    assert found and {(r["type"], r["status"], r["place"]) for r in found} == {("capture", "disputed", "al-Sukhnah")}
