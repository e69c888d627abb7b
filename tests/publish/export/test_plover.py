"""Claims as PLOVER records: every type of the codebook, stances as special contexts, actors, places and counts."""

import importlib.util
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import Claim
from claimatlas.model.codebook import codebook
from claimatlas.model.quantity import Quantity
from claimatlas.model.time import TimeRange
from claimatlas.publish.export.plover import plover_record, write_plover
from claimatlas.publish.export.plover_actors import Sectors, rules
from claimatlas.publish.export.plover_slots import number_code
from claimatlas.theatres import Theatre, load_theatre

HERE = Path(__file__).parent
spec = importlib.util.spec_from_file_location("every_type", HERE / "every_type.py")
assert spec and spec.loader
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)

# the event types and modes of PLOVER, written down apart from the package
ALLOWED = {
    "AGREE": "", "CONSULT": "visit third-party multilateral phone", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "", "AID": "",
    "RETREAT": "withdraw release return disarm ceasefire access resign", "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege", "REJECT": "assist change yield meet",
    "THREATEN": "restrict ban arrest relations expel territory violence", "PROTEST": "demo riot strike hunger boycott obstruct",
    "SANCTION": "convict expel withdraw discontinue", "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict ban censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack heavy-weapons unconventional "
    "aerial drone crowd-control",
}  # fmt: skip
NONE_THERE = {"lead", "split", "control", "strength", "toll"}


@pytest.fixture(scope="module")
def theatre() -> Theatre:
    return load_theatre()


@pytest.fixture
def coded(theatre: Theatre) -> Callable[[Claim], dict[str, Any]]:
    """The record of one claim, read back."""

    def call(claim: Claim) -> dict[str, Any]:
        stream = io.StringIO()
        assert write_plover([made.event_of(claim)], {claim.id: claim}, made.REPORTS, theatre, stream) == 1
        row: dict[str, Any] = json.loads(stream.getvalue())
        return row

    return call


def test_the_golden_report_has_every_type() -> None:
    assert set(made.SENTENCES) == set(codebook().types)


@pytest.mark.parametrize("type_", sorted(set(codebook().types) - NONE_THERE))
def test_each_type_is_an_allowed_event_and_mode(coded: Callable[[Claim], dict[str, Any]], type_: str) -> None:
    row = coded(made.claim(type_))
    (event,) = row["event"]
    assert event in ALLOWED
    assert set(row["mode"]) <= set(ALLOWED[event].split())
    assert row["quad_code"] in (1, 2, 3, 4) and -10 <= row["event_scale"] <= 10
    assert row["text"] == made.TEXT[row["text_info"]["start"] : row["text_info"]["end"]]


def test_types_that_plover_lacks_are_left_out(theatre: Theatre) -> None:
    stream = io.StringIO()
    count = write_plover(made.events(), made.every(), made.REPORTS, theatre, stream)
    types = [json.loads(line)["claim_type"] for line in stream.getvalue().splitlines()]
    assert count == len(types) and set(made.SENTENCES) - set(types) == NONE_THERE
    with pytest.raises(ValueError, match="no event type for control"):
        plover_record(made.claim("control"), made.REPORT, Sectors(theatre), None)


def test_the_table_is_plovers_own() -> None:
    table = rules()["events"]
    assert {name: set(row["modes"]) for name, row in table.items()} == {n: set(m.split()) for n, m in ALLOWED.items()}
    told = {(t, m) for t, modes in rules()["told"].items() for m in modes}
    assert all(m in ALLOWED[codebook().types[t].plover[0]].split() for t, m in told)  # type: ignore[index]
    assert {t for types in rules()["contexts"].values() for t in types} <= set(codebook().types)


def test_the_golden_report(theatre: Theatre) -> None:
    """To make the file anew: write what `write_plover` gives here into it, and read the difference."""
    stream = io.StringIO()
    write_plover(made.events(), made.every(), made.REPORTS, theatre, stream)
    assert stream.getvalue() == (HERE / "golden" / "plover.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("stance", "context", "alleged"),
    [
        ("fact", [], False),
        ("alleged", [], True),
        ("denied", ["negation"], False),
        ("conditional", ["hypothetical"], False),
        ("predicted", ["future"], False),
    ],
)
def test_stances(coded: Callable[[Claim], dict[str, Any]], stance: str, context: list[str], alleged: bool) -> None:
    row = coded(made.claim("capture", stance))
    assert [c for c in row["context"] if c in rules()["special"]] == context
    assert row["alleged"] is alleged and "military" in row["context"]


def at(day: date) -> TimeRange:
    return TimeRange("then", day, day)


def test_time_makes_history_and_future(coded: Callable[[Claim], dict[str, Any]]) -> None:
    old, new = made.PUBLISHED - timedelta(days=32), made.PUBLISHED + timedelta(days=1)
    assert coded(made.claim("capture", time=at(old)))["context"] == ["military", "historical"]
    assert coded(made.claim("capture", time=at(old + timedelta(days=1))))["context"] == ["military"]
    assert coded(made.claim("capture", "denied", time=at(old)))["context"] == ["military", "historical", "negation"]
    assert coded(made.claim("talks", "conditional", time=at(new)))["context"] == ["diplomatic", "future", "hypothetical"]


def test_words_tell_the_mode(coded: Callable[[Claim], dict[str, Any]]) -> None:
    def mode(type_: str, words: str) -> list[str]:
        claim = made.claim(type_)
        found: list[str] = coded(replace(claim, quote=replace(claim.quote, exact=words)))["mode"]
        return found

    assert mode("airstrike", "A drone hit a car.") == ["drone"]
    assert mode("airstrike", "Jets hit Droneville.") == ["aerial"]
    assert mode("protest", "People rioted.") == ["riot"]
    assert mode("protest", "Prisoners are on hunger strike.") == ["hunger"]
    assert mode("abuse", "Men were beaten.") == ["beat"]
    assert mode("aid", "Bread came.") == []


def test_both_sides_of_a_clash_are_sources(coded: Callable[[Claim], dict[str, Any]]) -> None:
    clash, assault = coded(made.claim("clash")), coded(made.claim("assault"))
    assert [a["identifier_id"] for a in clash["source"]] == ["syrian_army", "islamic_state"] and clash["recipient"] == []
    assert [a["identifier_id"] for a in assault["recipient"]] == ["islamic_state"]


def test_an_ally_that_is_helped_from_the_air_is_not_attacked(coded: Callable[[Claim], dict[str, Any]]) -> None:
    row, arms = coded(made.claim("air_support")), coded(made.claim("arm"))
    assert row["event"] == ["ASSAULT"] and row["recipient"] == [] and [a["identifier_id"] for a in row["helped"]] == ["islamic_state"]
    assert [a["identifier_id"] for a in arms["recipient"]] == ["islamic_state"] and arms["helped"] == []


def test_what_plover_needs_and_nobody_tells_is_named(coded: Callable[[Claim], dict[str, Any]]) -> None:
    assert coded(made.claim("aid", target=()))["missing"] == ["recipient"]
    assert coded(made.claim("assault", target=()))["missing"] == []
    assert coded(made.claim("airstrike", agent=(), time=TimeRange(default=True)))["missing"] == ["date", "source"]


@pytest.mark.parametrize(
    ("actor", "code", "sector"),
    [
        ("syrian_army", "SYR", "MIL"),
        ("syrian_government", "SYR", "GOV"),
        ("syrian_foreign_ministry", "SYR", "GOV"),
        ("bashar_al_assad", "SYR", "GOV"),
        ("syrian_police", "SYR", "COP"),
        ("cia", "USA", "SPY"),
        ("hezbollah", "LBN", "PRM"),
        ("ahrar_al_sham", "SYR", "REB"),
        ("sana", "SYR", None),
        ("russia", "RUS", None),
    ],
)
def test_actors_have_codes(theatre: Theatre, actor: str, code: str, sector: str | None) -> None:
    row = Sectors(theatre).record(ActorRef("x", "x", actor), made.PUBLISHED)
    assert actor in theatre.actors
    assert row["code"] == code
    assert actor == "sana" or row["sector"] == sector


def test_strangers_have_a_sector_by_their_words_only(theatre: Theatre) -> None:
    def sector(name: str) -> tuple[str | None, str | None]:
        row = Sectors(theatre).record(ActorRef(name, name), None)
        return row["code"], row["sector"]

    assert sector("unknown gunmen") == (None, "UAF")
    assert sector("civilians") == (None, "CVL")
    assert sector("the Lions") == (None, None)


def test_every_code_of_the_register_is_plovers(theatre: Theatre) -> None:
    sectors, table = Sectors(theatre), yaml.safe_load((HERE.parents[2] / "src/claimatlas/publish/export/iso3.yaml").read_text("utf-8"))
    for actor in theatre.actors.values():
        row = sectors.record(ActorRef(actor.name, actor.name, actor.id), made.PUBLISHED)
        assert row["code"] is None or row["code"] in (*table.values(), *rules()["codes"]), actor.id
        assert row["sector"] is None or row["sector"] in rules()["sectors"], actor.id


def test_places(coded: Callable[[Claim], dict[str, Any]]) -> None:
    row = coded(made.claim("capture"))["event_loc"]
    assert (row["geonameid"], row["country code"], row["cc3"], row["admin1"]) == (163915, "SY", "SYR", "Homs")
    assert (row["latitude"], row["longitude"], row["precision"]) == (34.5624, 38.284, 1)
    own = replace(made.PALMYRA, id="syria_iraq:palmyra", admin=("Syria", "Homs", None))
    row = coded(made.claim("capture", place=own))["event_loc"]
    assert (row["geonameid"], row["place_id"], row["cc3"]) == (None, "syria_iraq:palmyra", "SYR")
    assert coded(made.claim("capture", place=None))["event_loc"] is None


@pytest.mark.parametrize(
    ("low", "high", "approx", "code"),
    [(12, 12, False, 12), (50, 50, True, "~50"), (20, None, False, ">=20"), (None, 30, False, "<=30"), (10, 20, False, "10-20")],
)
def test_counts(low: float | None, high: float | None, approx: bool, code: object) -> None:
    assert number_code(Quantity("killed", low, high, approx)) == code


def test_counts_are_not_summed(coded: Callable[[Claim], dict[str, Any]]) -> None:
    told = (Quantity("killed", 3, 3, who="women"), Quantity("killed", 2, 2, who="men"), Quantity("wounded", 7, None))
    row = coded(made.claim("killing", quantities=told))
    assert row["dead"] is None and row["injured"] == ">=7" and row["arrested"] is None
    assert [s["what"] for s in row["size_info"]] == ["dead", "dead", "injured"]


def test_hostile_text_stays_text(coded: Callable[[Claim], dict[str, Any]]) -> None:
    row = coded(made.hostile())
    assert row["text"] == made.HOSTILE_TEXT and row["cite_info"]["url"] == made.HOSTILE.url
    assert row["source"][0]["identifier_text"] == made.STRANGER.name and row["dead"] == "3-5"


def test_the_sample(written: Callable[..., str]) -> None:
    lines = written("plover").splitlines()
    rows = [json.loads(line) for line in lines]
    assert len(rows) > 100 and len({r["id"] for r in rows}) == len(rows)
    assert sum(r["event_id"] is not None for r in rows) > len(rows) / 2
    assert {r["cite_info"]["codebook"] for r in rows} == {"plover-0.8-polecat-2023"}
    assert written("plover").splitlines() == lines
