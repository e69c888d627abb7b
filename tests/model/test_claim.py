"""A claim's id comes from its content and its report; its record is what the export writes."""

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import Claim, Quote, ReaderInfo, SourceRef, content_id, record, with_id
from claimatlas.model.place import PlaceRef
from claimatlas.model.quantity import Quantity
from claimatlas.model.report import Report
from claimatlas.model.time import TimeRange

REPORT = Report(id="r_1", key="one", text="The army took Suran.", publisher="SANA", published=date(2017, 8, 2), sha256="ab" * 32)
PLAIN = Claim(
    "r_1",
    "capture",
    "fact",
    Quote("The army took Suran.", 0, 20),
    ReaderInfo("rules", "1"),
    agent=(ActorRef("army", "Syrian Army", "syrian_army", 4, 8),),
    place=PlaceRef("Suran", "Suran", "x:suran", 35.3, 36.7),
    time=TimeRange("", date(2017, 8, 1), date(2017, 8, 2), 1, True),
)
CONTENT = {
    "type": replace(PLAIN, type="assault"),
    "stance": replace(PLAIN, stance="denied"),
    "agent": replace(PLAIN, agent=()),
    "target": replace(PLAIN, target=(ActorRef("ISIS", "Islamic State"),)),
    "place": replace(PLAIN, place=None),
    "time": replace(PLAIN, time=replace(PLAIN.time, end=date(2017, 8, 3))),
    "quantities": replace(PLAIN, quantities=(Quantity("killed", 4, 4),)),
    "source": replace(PLAIN, source=(SourceRef("SANA", "SANA"),)),
    "quote": replace(PLAIN, quote=Quote("army took Suran.", 4, 20)),
}
BESIDE = {
    "confidence": replace(PLAIN, confidence=0.9),
    "event": replace(PLAIN, event="e_1"),
    "flags": replace(PLAIN, flags=("background",)),
    "reader": replace(PLAIN, reader=ReaderInfo("rules", "2")),
    "id": replace(PLAIN, id="c_old"),
}


def test_the_id_is_the_same_every_time() -> None:
    """Same content, same id: a fixed one, so that a change of the recipe is seen."""
    assert with_id(PLAIN, REPORT).id == with_id(PLAIN, REPORT).id
    assert with_id(PLAIN, REPORT).id.startswith("c_")
    assert len(with_id(PLAIN, REPORT).id) == 18


@pytest.mark.parametrize("slot", CONTENT)
def test_the_id_changes_with_content(slot: str) -> None:
    """Whatever the claim says is in its id."""
    assert with_id(CONTENT[slot], REPORT).id != with_id(PLAIN, REPORT).id


@pytest.mark.parametrize("field", BESIDE)
def test_the_id_does_not_change_with_what_is_thought_of_it(field: str) -> None:
    """Confidence, event, flags and reader are no content."""
    assert with_id(BESIDE[field], REPORT).id == with_id(PLAIN, REPORT).id


@pytest.mark.parametrize("report", [replace(REPORT, id="r_2"), replace(REPORT, sha256="cd" * 32)])
def test_the_id_changes_with_the_report(report: Report) -> None:
    """Two reports that say the same are two claims."""
    assert with_id(PLAIN, report).id != with_id(PLAIN, REPORT).id


def test_the_order_of_keys_does_not_count() -> None:
    """Content is hashed in canonical order."""
    assert content_id("x", {"a": 1, "b": 2}) == content_id("x", {"b": 2, "a": 1})
    assert content_id("x", {"a": 1}) != content_id("x", {"a": 2})
    assert content_id("x", {"a": 1})[2:] == content_id("y", {"a": 1})[2:]


def test_the_record_is_json_with_every_field() -> None:
    """Absent slots are null or empty, never left out; the report stands inside."""
    row = msgspec.json.decode(msgspec.json.encode(record(with_id(PLAIN, REPORT), REPORT)))
    assert row["report"]["key"] == "one"
    assert row["report"]["published"] == "2017-08-02"
    assert (row["target"], row["quantities"], row["source"], row["event"]) == ([], [], [], None)
    assert "report_id" not in row
    assert row["quote"] == {"exact": "The army took Suran.", "start": 0, "end": 20}


def test_a_claim_survives_being_written() -> None:
    """Out to JSON and back is the same claim."""
    claim = with_id(PLAIN, REPORT)
    assert msgspec.json.decode(msgspec.json.encode(claim), type=Claim) == claim


def test_claims_cannot_be_changed() -> None:
    """Frozen: a change is a new claim."""
    with pytest.raises(AttributeError):
        PLAIN.type = "clash"  # type: ignore[misc]


def test_an_undated_report_records_null() -> None:
    """Unknown is null, not a date."""
    assert replace(REPORT, published=None).record()["published"] is None
