"""The acled export read back by column and checked against the rules of ACLED's codebook; the sample's rows against golden ones."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import Result

from claimatlas import Atlas
from claimatlas.choice import Choice
from claimatlas.exporting import export_data
from claimatlas.model.actor import ActorRef
from claimatlas.model.errors import InputError
from claimatlas.model.place import PlaceRef
from claimatlas.model.time import TimeRange
from claimatlas.publish.export.acled import COLUMNS, TAGS, event_number, export_acled, rows
from claimatlas.publish.export.acled_codes import Coded, interaction
from claimatlas.publish.export.acled_roles import roles
from claimatlas.publish.export.acled_time import day_of_event, geo_precision, location
from claimatlas.publish.export.countries import countries
from claimatlas.publish.export.data import Extras
from claimatlas.publish.export.parties import Cast, Party

GOLDEN = Path(__file__).parent / "golden" / "acled.csv"
# table 2 of the codebook: event type, its sub-event types, their disorder type
TABLE_2 = {
    "Battles": {"Government regains territory", "Non-state actor overtakes territory", "Armed clash"},
    "Protests": {"Excessive force against protesters", "Protest with intervention", "Peaceful protest"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED",
        "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
        "Looting/property destruction", "Non-violent transfer of territory", "Other",
    },
}  # fmt: skip
INTER = [
    "State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians", "External/Other forces",
]  # fmt: skip
DAY = date(2017, 8, 2)
Written = Callable[..., str]


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_sample_is_told_as_checked_by_hand(written: Written) -> None:
    """Each golden row was read beside its report; after a change of the reader, export anew and read the rows that changed."""
    assert table(written("acled")) == table(GOLDEN.read_text(encoding="utf-8"))


def test_columns_are_those_of_the_codebook_in_its_order(written: Written) -> None:
    assert written("acled").splitlines()[0] == (
        "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,"
        "assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,"
        "geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
    )
    assert len(COLUMNS) == 31


def test_every_row_keeps_to_the_codebook(written: Written) -> None:
    told = table(written("acled"))
    assert len(told) > 100 and len({r["event_id_cnty"] for r in told}) == len(told)
    for row in told:
        check_codes(row)
        check_actors(row)
        check_place_and_time(row)


def check_codes(row: dict[str, str]) -> None:
    assert row["sub_event_type"] in TABLE_2[row["event_type"]]
    kinds = {"Protests": "Demonstrations", "Strategic developments": "Strategic developments"}
    assert row["disorder_type"] == kinds.get(row["event_type"], "Political violence")
    assert row["civilian_targeting"] in ("", "Civilian targeting")
    if row["event_type"] == "Violence against civilians":
        assert (row["civilian_targeting"], row["inter2"]) == ("Civilian targeting", "Civilians")
    if row["event_type"] in ("Battles", "Strategic developments"):
        assert not row["civilian_targeting"]


def check_actors(row: dict[str, str]) -> None:
    assert row["actor1"] and row["inter1"] in INTER and row["inter2"] in ("", *INTER)
    assert bool(row["actor2"]) == bool(row["inter2"])
    if row["event_type"] == "Battles":
        assert {row["inter1"], row["inter2"]} <= {*INTER[:4], INTER[7]}
    pair = sorted(filter(None, (row["inter1"], row["inter2"])), key=INTER.index)
    if pair == ["Civilians", "External/Other forces"]:
        pair.reverse()
    assert row["interaction"] == ("-".join(pair) if row["actor2"] else f"{pair[0]} only")
    beside = [n for c in ("assoc_actor_1", "assoc_actor_2") for n in row[c].split("; ") if n]
    assert len(set(beside)) == len(beside) and not {row["actor1"], row["actor2"]} & set(beside)


def check_place_and_time(row: dict[str, str]) -> None:
    day = date.fromisoformat(row["event_date"])
    assert int(row["year"]) == day.year and row["time_precision"] in "123" and row["geo_precision"] in "123"
    country = next(c for c in countries().values() if c.name == row["country"])
    assert int(row["iso"]) == country.iso and row["region"] == country.acled_region
    assert row["event_id_cnty"].startswith(country.alpha3) and row["event_id_cnty"][3:].isdigit()
    assert 28 < float(row["latitude"]) < 38 and 24 < float(row["longitude"]) < 49
    assert all(len(row[c].split(".")[1]) == 4 for c in ("latitude", "longitude"))
    assert row["location"] and row["source"] and set(row["source_scale"].split("-")) <= {"National", "Regional", "International", "Other"}
    assert row["notes"].startswith(("On ", "Around ")) and int(row["fatalities"]) >= 0
    stamp = datetime.fromtimestamp(int(row["timestamp"]), UTC)
    assert date(2017, 7, 24) <= stamp.date() <= date(2017, 8, 8)


def test_what_all_deny_or_what_was_taken_back_is_not_told(sample: Atlas, written: Written) -> None:
    gone = {e.id for e in sample.events() if e.status in ("denied", "corrected")}
    tags = [r["tags"] for r in table(written("acled"))]
    assert gone and not any(e in tag for e in gone for tag in tags)
    disputed = [r for r in table(written("acled")) if "status: disputed" in r["tags"]]
    assert disputed and all("Disputed by " in r["notes"] for r in disputed)


def test_ids_stay_when_later_reports_come(sample: Atlas) -> None:
    early = {e.id for e in sample.view(known="2017-08-02").events if e.status not in ("denied", "corrected")}
    data = export_data(sample, Choice())
    late = {e.id: event_number(e) for e in data.events}
    assert len(early & set(late)) > 40 and len(set(late.values())) == len(late)


def test_dead_told_once_are_counted_once(written: Written) -> None:
    shelled = [r for r in table(written("acled")) if r["source"] == "Badia Observer" and "divided among 3 events" in r["notes"]]
    assert sorted(int(r["fatalities"]) for r in shelled) == [0, 1, 1]


def test_the_row_of_tags_is_the_second(written: Written) -> None:
    plain, tagged = (list(csv.reader(io.StringIO(written("acled", extras=Extras(hxl=h))))) for h in (False, True))
    assert tagged[1] == list(TAGS.values()) and all(t.startswith("#") for t in tagged[1])
    assert [tagged[0], *tagged[2:]] == plain


def test_deletions_are_the_ids_that_are_gone(sample: Atlas, tmp_path: Path, written: Written) -> None:
    old = tmp_path / "old.csv"
    sample.export(old, "acled", extras=Extras(hxl=True))
    assert table(written("acled_deleted", extras=Extras(previous=old))) == []
    with old.open("a", encoding="utf-8") as stream:
        stream.write("SYR12345" + "," * 30 + "\n")
    (row,) = table(written("acled_deleted", extras=Extras(previous=old)))
    assert row == {"event_id_cnty": "SYR12345", "deleted_timestamp": "1502150400"}


@pytest.mark.parametrize("text", [None, "a,b\n1,2\n", b"\xff\xfe\x00"])
def test_deletions_need_an_earlier_export(sample: Atlas, tmp_path: Path, text: str | bytes | None) -> None:
    old = tmp_path / "old.csv"
    if text is not None:
        old.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(InputError, match=r"old\.csv"):
        sample.export(tmp_path / "gone.csv", "acled_deleted", extras=Extras(previous=old))
    with pytest.raises(InputError, match="--previous"):
        sample.export(tmp_path / "gone.csv", "acled_deleted")


def test_deletions_are_not_what_a_filter_leaves_out(sample: Atlas, tmp_path: Path) -> None:
    old = tmp_path / "old.csv"
    sample.export(old, "acled")
    with pytest.raises(InputError, match="filters"):
        sample.export(tmp_path / "gone.csv", "acled_deleted", Choice(types=("capture",)), extras=Extras(previous=old))


def test_words_of_reports_are_no_formulas(sample: Atlas) -> None:
    data = export_data(sample, Choice(types=("capture",)))
    first = next(e for e in data.events if e.place and e.place.lat)
    assert first.place
    hostile = replace(data, events=[replace(first, place=replace(first.place, id=None, name="=HYPERLINK(1)"))])
    stream = io.StringIO()
    export_acled(hostile, stream)
    assert table(stream.getvalue())[0]["location"] == "'=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        ("2017-08-02", "2017-08-02", ("2017-08-02", 1)),
        ("2017-08-01", "2017-08-02", ("2017-08-01", 2)),
        ("2017-07-24", "2017-07-30", ("2017-07-27", 2)),
        ("2017-07-01", "2017-07-31", ("2017-07-16", 3)),
        ("2017-07-01", "2017-08-31", None),
    ],
)
def test_the_middle_of_a_week_or_month_is_the_day(start: str, end: str, wanted: tuple[str, int] | None) -> None:
    found = day_of_event(TimeRange("", date.fromisoformat(start), date.fromisoformat(end)))
    assert (found and (found.on.isoformat(), found.precision)) == wanted


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"precision": 1, "level": "town"}, 1),
        ({"precision": 2, "level": "town", "part": "west"}, 1),
        ({"precision": 2, "level": "town", "relation": "near"}, 2),
        ({"precision": 3, "level": "town", "radius_km": 25.0}, 2),
        ({"precision": 3, "level": "town", "radius_km": 94.9}, 3),
        ({"precision": 4, "level": "province"}, 3),
        ({"precision": 5, "level": "country"}, None),
    ],
)
def test_places_by_their_precision(fields: dict[str, object], wanted: int | None) -> None:
    assert geo_precision(PlaceRef("x", "x", lat=34.0, lon=38.0, **fields)) == wanted  # type: ignore[arg-type]


def test_a_province_is_set_at_its_town_and_a_district_is_told_with_its_city(sample: Atlas) -> None:
    province = PlaceRef("Homs", "Homs", "syria_iraq:sy_homs_province", 34.35, 38.25, 4, level="province", admin=("SY", "Homs"))
    found = location(province, sample.gazetteer)
    assert (found.name, round(found.lat, 2), round(found.lon, 2)) == ("Homs", 34.73, 36.71)
    district = PlaceRef("Joura", "Joura", "syria_iraq:joura-deir-ez-zor", 35.338, 40.09, 1, level="district")
    assert location(district, sample.gazetteer).name == "Deir ez-Zor - Joura"


@pytest.mark.parametrize(
    ("actor", "country", "wanted"),
    [
        ("syrian_army", "SY", ("Syrian Army", "State forces")),
        ("syrian_army", "IQ", ("Syrian Army", "External/Other forces")),
        ("russia", "SY", ("Russia", "External/Other forces")),
        ("us_led_coalition", "SY", ("US-led coalition", "External/Other forces")),
        ("islamic_state", "SY", ("Islamic State", "Rebel group")),
        ("national_defence_forces", "SY", ("National Defence Forces", "Political militia")),
        ("hezbollah", "SY", ("Hezbollah", "Political militia")),
        ("southern_front", "SY", ("Southern Front", "Rebel group")),
        ("tribal_fighters", "SY", ("tribal fighters", "Identity militia")),
        ("rebels", "SY", ("rebels", "Rebel group")),
        ("civilians", "IQ", ("Civilians (Iraq)", "Civilians")),
        ("druze", "SY", ("Civilians (Syria)", "Civilians")),
        ("soldiers", "SY", ("Unidentified Military Forces (Syria)", "State forces")),
        ("terrorists", "SY", ("Unidentified Armed Group (Syria)", "Political militia")),
        ("united_nations", "SY", ("United Nations", "External/Other forces")),
        ("hassan_soufan", "SY", None),
        (None, "SY", ("Unidentified Armed Group (Syria)", "Political militia")),
    ],
)
def test_actors_and_their_types(sample: Atlas, actor: str | None, country: str, wanted: tuple[str, str] | None) -> None:
    party = Cast(sample.theatre, country, DAY).party(ActorRef("unit", "unit", actor))
    if wanted is None:
        assert party.type in INTER
    else:
        assert (party.name, party.type) == wanted


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("Rebel group", None, "Rebel group only"),
        ("Rebel group", "State forces", "State forces-Rebel group"),
        ("State forces", "State forces", "State forces-State forces"),
        ("Civilians", "External/Other forces", "External/Other forces-Civilians"),
        ("External/Other forces", "Rebel group", "Rebel group-External/Other forces"),
    ],
)
def test_interactions_have_one_order(one: str, other: str | None, wanted: str) -> None:
    assert interaction(Party("a", one), Party("b", other) if other else None) == wanted


def test_two_who_stand_together_do_not_battle(sample: Atlas) -> None:
    cast = Cast(sample.theatre, "SY", DAY)
    army, allied, foe = (cast.party(ActorRef(i, i, i)) for i in ("syrian_army", "national_defence_forces", "islamic_state"))
    found = roles(Coded("Battles", "Armed clash"), [army, foe], [allied], cast)
    assert found and (found.one, found.other, found.with_one) == (army, foe, (allied.name,))
    crowd = roles(Coded("Protests", "Peaceful protest"), [], [army], cast)
    assert crowd and (crowd.one.type, crowd.other) == ("Protesters", None)
    assert roles(Coded("Strategic developments", "Other"), [], [], cast) is None


def test_dates_and_ids_are_in_order(sample: Atlas) -> None:
    told = [(r["event_date"], r["event_id_cnty"]) for r in rows(export_data(sample, Choice()))]
    assert told == sorted(told)


def test_the_command_writes_the_same_to_file_and_screen(run: Callable[..., Result], sample_ledger: Path, tmp_path: Path) -> None:
    asked = ("export", "--to", "acled", "--hxl", "--profile", "public", "--ledger", sample_ledger)
    shown = run(*asked)
    assert run(*asked, "-o", tmp_path / "a.csv").exit_code == 0
    assert (tmp_path / "a.csv").read_bytes() == shown.stdout_bytes
    told = table(shown.stdout)
    assert told[0]["event_date"] == "#date+occurred" and len(told) > 50


def test_the_public_sees_no_battle_of_the_last_three_days(written: Written) -> None:
    told = table(written("acled", profile="public"))
    late = [r for r in told if r["event_type"] == "Battles" and r["event_date"] > "2017-08-05"]
    assert told and late == []
