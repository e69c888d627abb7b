"""The ucdp export read back by column, checked against GED's codebook, GED's own rows and golden ones."""

import csv
import gzip
import io
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import shapely

from claimatlas import Atlas
from claimatlas.choice import Choice
from claimatlas.exporting import export_data
from claimatlas.model.quantity import Quantity
from claimatlas.publish.export.countries import countries
from claimatlas.publish.export.data import ExportData
from claimatlas.publish.export.deaths import Tolls
from claimatlas.publish.export.ucdp import COLUMNS, date_precision, priogrid, rows

GOLDEN = Path(__file__).parent / "golden" / "ucdp.csv"
GED = Path("data/ucdp/ged_syria_2016-01_2017-06.csv.gz")
Written = Callable[..., str]


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="module")
def ged(shared: Path) -> list[dict[str, str]]:
    """Rows of GED itself; they stay outside of the project."""
    if not (shared / GED).exists():
        pytest.skip("GED's rows are not beside the checkout")
    with gzip.open(shared / GED, "rt", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def test_the_sample_is_told_as_checked_by_hand(written: Written) -> None:
    """Each golden row was read beside its report; after a change of the reader, export anew and read the rows that changed."""
    assert table(written("ucdp")) == table(GOLDEN.read_text(encoding="utf-8"))


def test_columns_are_those_of_ged(written: Written, ged: list[dict[str, str]]) -> None:
    assert tuple(table(written("ucdp"))[0]) == COLUMNS and len(COLUMNS) == len(set(COLUMNS)) == 49
    assert set(ged[0]) <= set(COLUMNS)


def test_every_row_keeps_to_the_codebook(written: Written) -> None:
    told = table(written("ucdp"))
    assert len(told) > 10 and len({r["id"] for r in told}) == len(told)
    for row in told:
        check_sides(row)
        check_deaths(row)
        check_place_and_time(row)


def check_sides(row: dict[str, str]) -> None:
    a, b = row["side_a"], row["side_b"]
    assert row["type_of_violence"] in "123" and row["dyad_name"] == f"{a} - {b}" and row["code_status"] in ("Clear", "Check dyad")
    state = a.startswith("Government of ") or "coalition" in a
    if row["type_of_violence"] == "1":
        assert state and ": " in row["conflict_name"] and b != "Civilians"
    else:
        assert row["conflict_name"] == row["dyad_name"]
        assert (b == "Civilians") == (row["type_of_violence"] == "3")
    assert bool(row["gwnoa"]) == a.startswith("Government of ") and not row["gwnob"]
    for name in ("conflict", "dyad", "side_a", "side_b"):
        assert row[f"{name}_dset_id"] == row[f"{name}_new_id"] and 10**9 <= int(row[f"{name}_new_id"]) < 2 * 10**9
    assert row["relid"] == "-".join(("SYR", row["year"], row["type_of_violence"], row["dyad_new_id"], row["id"]))


def check_deaths(row: dict[str, str]) -> None:
    low, best, high = (int(row[c]) for c in ("low", "best", "high"))
    assert 0 <= low <= best <= high and high > 0
    assert best == sum(int(row[f"deaths_{c}"]) for c in ("a", "b", "civilians", "unknown"))
    if row["type_of_violence"] == "3":
        assert best == int(row["deaths_civilians"])


def check_place_and_time(row: dict[str, str]) -> None:
    point = shapely.from_wkt(row["geom_wkt"])
    assert (point.x, point.y) == (float(row["longitude"]), float(row["latitude"]))
    assert int(row["priogrid_gid"]) == priogrid(point.y, point.x)
    assert (row["country"], row["country_id"], row["region"]) == ("Syria", "652", "Middle East")
    start, end = date.fromisoformat(row["date_start"]), date.fromisoformat(row["date_end"])
    assert start <= end and int(row["year"]) == start.year and int(row["date_prec"]) == date_precision((end - start).days + 1)
    assert 1 <= int(row["where_prec"]) <= 7 and row["event_clarity"] in "12" and row["active_year"] in "01"
    assert int(row["number_of_sources"]) == len(row["source_office"].split(";")) == len(row["source_date"].split(";"))


def test_a_dyad_is_active_from_25_dead_in_a_year(written: Written) -> None:
    told = table(written("ucdp"))
    dead: Counter[str] = Counter()
    for row in told:
        dead[row["dyad_name"]] += int(row["best"])
    assert {r["active_year"] for r in told} == {"0", "1"}
    assert all((r["active_year"] == "1") == (dead[r["dyad_name"]] >= 25) for r in told)


def test_one_name_has_one_number_and_one_number_one_name(written: Written) -> None:
    told = table(written("ucdp"))
    for name, number in (("side_a", "side_a_new_id"), ("dyad_name", "dyad_new_id"), ("conflict_name", "conflict_new_id")):
        pairs = {(r[name], r[number]) for r in told}
        assert len(pairs) == len({p[0] for p in pairs}) == len({p[1] for p in pairs})


def test_no_number_of_ged_is_used_for_another(written: Written, ged: list[dict[str, str]]) -> None:
    used = {int(float(r[c])) for r in ged for c in ("conflict_new_id", "dyad_new_id", "side_a_new_id", "side_b_new_id")}
    assert not used & {int(r[c]) for r in table(written("ucdp")) for c in ("conflict_new_id", "dyad_new_id", "side_a_new_id")}


def test_cells_countries_and_regions_are_those_of_ged(ged: list[dict[str, str]]) -> None:
    for row in ged:
        assert priogrid(float(row["latitude"]), float(row["longitude"])) == int(float(row["priogrid_gid"]))
    syria = countries()["SY"]
    assert {(r["country"], int(float(r["country_id"])), r["region"]) for r in ged} == {(syria.name, syria.gw, syria.ucdp_region)}


@pytest.mark.parametrize(
    ("lat", "lon", "cell"), [(-90, -180, 1), (-89.5, -180, 721), (90, 180, 259200), (34.8853, 38.8711, 179718), (0, 0, 129961)]
)
def test_cells_of_priogrid(lat: float, lon: float, cell: int) -> None:
    assert priogrid(lat, lon) == cell


def test_lengths_of_time_as_ged_codes_them(ged: list[dict[str, str]]) -> None:
    assert [date_precision(n) for n in (1, 2, 6, 7, 8, 31, 32, 365)] == [1, 2, 2, 3, 4, 4, 5, 5]
    days = [((date.fromisoformat(r["date_end"]) - date.fromisoformat(r["date_start"])).days + 1, float(r["date_prec"])) for r in ged]
    assert sum(date_precision(n) == prec for n, prec in days) > 0.95 * len(days)


@pytest.fixture
def one(sample: Atlas) -> Iterator[ExportData]:
    """The air strike on Mayadin alone: a coalition, civilians and a toll."""
    data = export_data(sample, Choice(place="Mayadin", types=("airstrike",)))
    assert len(data.events) == 1
    yield data


def with_dead(data: ExportData, *told: tuple[float | None, float | None]) -> ExportData:
    """The event with other tolls, one a voice, the heaviest first; the rest tell none."""
    voices = data.events[0].voices
    claims = {c: replace(data.claims[c], quantities=()) for v in voices for c in v.claims}
    for place, (claim, (low, high)) in enumerate(zip((v.claims[0] for v in voices), told, strict=False)):
        claims[claim] = replace(claims[claim], quantities=(Quantity("killed", low, high, who="civilians", start=place, end=place),))
    return replace(data, claims=claims)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (((29, 29), (11, 11)), (11, 29, 29)),
        (((11, 11), (29, 29)), (11, 11, 29)),
        (((20, None),), (20, 20, 20)),
        (((20, 30), (25, 40)), (20, 20, 40)),
        (((None, 30),), (0, 0, 30)),
        ((), (0, 0, 0)),
    ],
)
def test_rival_tolls_make_lowest_best_and_highest(
    one: ExportData, told: tuple[tuple[float | None, float | None], ...], wanted: tuple[int, int, int]
) -> None:
    data = with_dead(one, *told)
    toll = Tolls(data, data.events).of(data.events[0])
    assert (toll.low, toll.best, toll.high) == wanted
    written = rows(data)
    assert [(r["low"], r["best"], r["high"]) for r in written] == ([wanted] if wanted[2] else [])


def test_two_counts_of_one_claim_add_up_but_not_a_part_of_another(one: ExportData) -> None:
    first = one.events[0].voices[0].claims[0]
    for who, wanted in (("sons", 3), ("them", 2)):
        counts = (Quantity("killed", 2, 2, who="men", start=1, end=2), Quantity("killed", 1, 1, who=who, start=3, end=4))
        data = with_dead(one)
        data = replace(data, claims={**data.claims, first: replace(data.claims[first], quantities=counts)})
        assert Tolls(data, data.events).of(data.events[0]).best == wanted


def test_what_is_denied_or_taken_back_is_not_told(one: ExportData) -> None:
    for status, count in (("reported", 1), ("disputed", 1), ("denied", 0), ("corrected", 0)):
        data = replace(one, events=[replace(one.events[0], status=status)])
        assert len(rows(data)) == count


def test_the_rival_tolls_of_mayadin_are_one_event(written: Written) -> None:
    """SANA told of 29 civilians, the Observatory of at least 11 dead, five of them children: the reports give both."""
    (row,) = [r for r in table(written("ucdp")) if r["where_coordinates"] == "Mayadin town"]
    assert (row["low"], row["high"], row["type_of_violence"]) == ("11", "29", "1")
    assert row["side_a"] == "US-led coalition" and row["deaths_civilians"] == row["best"]
