"""Entities of FollowTheMoney: valid by the model, whole, and without private persons in the public profile."""

import importlib.util
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import SourceRef, with_id
from claimatlas.model.event import Event
from claimatlas.publish.export.ftm import write_ftm
from claimatlas.publish.profile import public_log
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.theatres import Theatre, load_theatre

HERE = Path(__file__).parent
MODEL: dict[str, Any] = yaml.safe_load((HERE / "ftm_model.yaml").read_text(encoding="utf-8"))
spec = importlib.util.spec_from_file_location("every_type", HERE / "every_type.py")
assert spec and spec.loader
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)

FORMS = {
    "country": re.compile(r"[a-z]{2}"),
    "date": re.compile(r"\d{4}(-\d\d(-\d\d)?)?"),
    "number": re.compile(r"-?\d+(\.\d+)?"),
    "url": re.compile(r"https?://[^\s<>\"]+"),
    "language": re.compile(r"[a-z]{3}"),
}
"""Forms of values by their type; other types are text."""
ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")
Entity = dict[str, Any]


@pytest.fixture(scope="module")
def theatre() -> Theatre:
    return load_theatre()


def faults(entities: list[Entity]) -> list[str]:
    """What the model forbids."""
    by_id = {e["id"]: e for e in entities}
    found = [] if len(by_id) == len(entities) else ["an id comes twice"]
    for one in entities:
        found += [f"{one['id']}: {fault}" for fault in _faults(one, by_id)]
    return found


def _faults(one: Entity, by_id: dict[str, Entity]) -> list[str]:
    if one["schema"] not in MODEL:
        return [f"no schema {one['schema']}"]
    schema, found = MODEL[one["schema"]], []
    if not ID.fullmatch(one["id"]):
        found.append("a bad id")
    found += [f"lacks {name}" for name in schema["required"] if not one["properties"].get(name)]
    for name, values in one["properties"].items():
        kind, _, wanted = schema["properties"].get(name, "none").partition("/")
        if kind == "none" or not values:
            found.append(f"{name} is no property, or empty")
        for value in values:
            if not isinstance(value, str) or not value.strip() or (kind in FORMS and not FORMS[kind].fullmatch(value)):
                found.append(f"{name} is no {kind}: {value!r}")
            if kind == "entity" and (value not in by_id or wanted not in MODEL[by_id[value]["schema"]]["is"]):
                found.append(f"{name} leads to no {wanted}")
    return found


def entities(theatre: Theatre, events: list[Event], claims: dict[str, Any], reports: dict[str, Any]) -> list[Entity]:
    stream = io.StringIO()
    count = write_ftm(events, claims, reports, theatre, stream)
    lines = stream.getvalue().splitlines()
    assert count == len(lines)
    return [json.loads(line) for line in lines]


@pytest.fixture
def every(theatre: Theatre) -> list[Entity]:
    return entities(theatre, made.events(), made.every(), made.REPORTS)


def test_all_types_and_hostile_text_are_valid(every: list[Entity]) -> None:
    assert faults(every) == []
    schemata = {"Event", "Note", "UnknownLink", "Article", "Address", "PublicBody", "Organization", "LegalEntity", "Person"}
    assert {e["schema"] for e in every} == schemata


def test_the_sample_is_valid(written: Callable[..., str]) -> None:
    for profile in ("full", "public"):
        told = [json.loads(line) for line in written("followthemoney", profile=profile).splitlines()]
        assert faults(told) == []
        assert {"Event", "Note", "UnknownLink", "Article", "Organization", "PublicBody"} <= {e["schema"] for e in told}


def test_the_rules_can_fail(every: list[Entity]) -> None:
    event = next(e for e in every if e["schema"] == "Event")
    for name, value in (
        ("country", "SYR"),
        ("proof", "nobody"),
        ("proof", event["id"]),
        ("name", ""),
        ("belief", "1"),
        ("startDate", "soon"),
    ):
        change = {name: [value]}
        broken = {**event, "properties": {**event["properties"], **change}}
        assert faults([broken if e is event else e for e in every]), change
    assert faults([*every, every[0]])


def test_the_library_accepts_them(every: list[Entity], written: Callable[..., str]) -> None:
    library = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    for one in [*every, *map(json.loads, written("followthemoney").splitlines())]:
        proxy = library.model.get_proxy(one, cleaned=False)
        assert proxy.schema.validate({"properties": proxy.properties}) is None
        assert {k: sorted(v) for k, v in proxy.properties.items()}.keys() == one["properties"].keys(), one


def test_a_claim_is_a_note_with_its_words_and_links(theatre: Theatre) -> None:
    claim = made.claim("capture", source=(SourceRef("a field commander", "a field commander", kind="person"),))
    told = entities(theatre, [made.event_of(claim)], {claim.id: claim}, made.REPORTS)
    note = next(e for e in told if e["schema"] == "Note")["properties"]
    event = next(e for e in told if e["schema"] == "Event")
    assert note["description"] == ["The army took Palmyra."] and note["entity"] == [event["id"]]
    assert event["properties"]["name"] == ["capture, Palmyra, 2017-08-01"]
    links = [e["properties"] for e in told if e["schema"] == "UnknownLink"]
    names = {e["id"]: e["properties"].get("name") for e in told}
    assert [(names[x["subject"][0]], x["role"]) for x in links] == [
        (["Syrian Army"], ["agent"]),
        (["Islamic State"], ["target"]),
        (["a field commander"], ["source"]),
    ]
    report = next(e for e in told if e["schema"] == "Article")["properties"]
    assert report["notes"] == ["sha256:" + "a" * 64] and report["language"] == ["eng"]


@pytest.mark.parametrize("stance", ["alleged", "denied", "conditional", "predicted"])
def test_a_role_that_is_no_fact_says_so(theatre: Theatre, stance: str) -> None:
    claim = made.claim("capture", stance)
    told = entities(theatre, [made.event_of(claim)], {claim.id: claim}, made.REPORTS)
    assert {e["properties"]["role"][0] for e in told if e["schema"] == "UnknownLink"} == {f"agent ({stance})", f"target ({stance})"}
    involved = next(e for e in told if e["schema"] == "Event")["properties"].get("involved", [])
    assert len(involved) == (0 if stance == "denied" else 2)


@pytest.mark.parametrize("type_", ["air_support", "arm"])
def test_who_is_helped_is_no_target(theatre: Theatre, type_: str) -> None:
    claim = made.claim(type_)
    told = entities(theatre, [made.event_of(claim)], {claim.id: claim}, made.REPORTS)
    assert [e["properties"]["role"] for e in told if e["schema"] == "UnknownLink"] == [["agent"], ["helped"]]


def test_strangers_of_one_name_in_two_reports_are_two(theatre: Theatre) -> None:
    one = made.claim("killing", agent=(ActorRef("Ali Omar", "Ali Omar"),))
    other = with_id(replace(one, report_id=made.HOSTILE.id), made.HOSTILE)
    told = entities(theatre, [], {c.id: c for c in (one, other)}, made.REPORTS)
    assert len([e for e in told if e["properties"].get("name") == ["Ali Omar"]]) == 2


def test_private_persons_are_masked_and_not_made_one(theatre: Theatre) -> None:
    words = "Samir Haddoush, a teacher, and Lina Barazi, a nurse, were killed in Palmyra."
    report = replace(made.REPORT, text=words, title="Samir Haddoush killed", author="Samir Haddoush")
    killed = tuple(ActorRef(name, name) for name in ("Samir Haddoush", "Lina Barazi"))
    said = (
        SourceRef("Samir Haddoush", "Samir Haddoush", kind="person"),
        SourceRef("Bashar al-Assad", "Bashar al-Assad", "bashar_al_assad"),
    )
    claim = made.claim("killing", target=killed, source=said)
    claim = replace(claim, quote=replace(claim.quote, exact=words, start=0, end=len(words)))
    claims, reports = public_log([claim], [report], theatre, Gazetteer.open(theatre), date(2017, 9, 1), 0)
    told = entities(theatre, [made.event_of(claims[0])], {c.id: c for c in claims}, {r.id: r for r in reports})
    text = json.dumps(told)
    assert faults(told) == [] and "Haddoush" not in text and "Barazi" not in text
    assert len([e for e in told if e["properties"].get("name") == ["[name withheld]"]]) == 3
    assert "Bashar al-Assad" in text
