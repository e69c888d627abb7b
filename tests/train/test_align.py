"""Hand-coded claims laid on the candidates of a report."""

from datetime import date

import pytest

from claimatlas.evaluate.shared import scorer
from claimatlas.extract.learned.sheet import Sheet
from claimatlas.extract.learned.windows import Windows
from claimatlas.intake import Worker
from claimatlas.model.report import Report
from claimatlas.train.align import align
from claimatlas.train.gold import Example, families, trigger_at

TEXT = "The monitor said ISIS captured the towns of Mayadin and Raqqa on Monday. At least 12 soldiers were killed in the attack."


@pytest.fixture
def event(shared, own_data):
    """The events of claims on TEXT."""
    reading = Worker.reading("syria_iraq", "rules")
    report = Report(id="r_x", key="x", text=TEXT, published=date(2017, 8, 2))
    sheet = Sheet(reading.rules.leaves(report, reading.parser.passages(report)))

    def run(*claims):
        return align(Example(report, sheet, Windows(), list(claims), "x"), scorer(shared, "score_claims")), sheet

    return run


def claim(trigger="captured", place="Mayadin", **more):
    at = TEXT.index(trigger)
    base = {
        "type": "capture", "stance": "fact", "core": True, "at": [at, at + len(trigger)],
        "agent": [{"name": "Islamic State", "aliases": ["ISIS"]}],
        "target": [], "place": {"name": place, "aliases": []}, "time": {"start": "2017-07-31", "end": "2017-07-31", "default": False},
        "source": [{"name": "the monitor", "aliases": ["The monitor"]}], "quantities": [],
    }  # fmt: skip
    return base | more


def test_a_claim_finds_its_word_and_fillers(event):
    (found,), sheet = event(claim())
    n, at = found.spot
    assert sheet.leaves[n].scene.passage.tokens[at].text == "captured"
    assert [k for k, right in found.agent.items() if right]
    assert found.place == {"mayadin"} and found.time and len(found.time) == 1
    assert not found.listed


def test_the_places_of_a_list_are_one_event(event):
    (found,), _ = event(claim(), claim(place="Raqqa"))
    assert found.listed and found.place == {"mayadin", "raqqa"}


def test_the_default_time_is_none_told(event):
    (found,), _ = event(claim(time={"start": "2017-08-01", "end": "2017-08-02", "default": True}))
    assert found.time == frozenset()


def test_what_is_no_candidate_is_left_out_of_the_loss(event):
    (found,), _ = event(claim(place="Timbuktu", source=[{"name": "Nobody", "aliases": []}]))
    assert found.place is None and found.speaker is None


def test_numbers_are_found_by_their_bounds(event):
    (found,), _ = event(claim("killed", type="killing", quantities=[{"what": "killed", "low": 12, "high": None}]))
    assert len(found.number) == 1


def test_the_nth_occurrence_of_a_trigger():
    assert trigger_at({"trigger": "the", "trigger_n": 2}, "the army, the town") == [10, 13]
    assert trigger_at({"trigger": "the", "trigger_n": 9}, "the army, the town") == [10, 13]
    assert trigger_at({"trigger": "absent", "trigger_n": 1}, "the army") is None


def test_a_report_keeps_its_fold():
    example = Example(Report(id="r", key="x", text=""), Sheet([]), Windows(), [], "1924058108")
    assert example.fold == 1


def test_near_copies_are_one_family():
    story = "the army captured the town of Mayadin from the Islamic State on Monday after days of heavy fighting in the east"
    found = families(
        {"a": story, "b": f"Update: {story} state media said", "c": "rebels shelled a village near Hama and three people were killed"}
    )
    assert found == {"a": "a", "b": "a", "c": "c"}
