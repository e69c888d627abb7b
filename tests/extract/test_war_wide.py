"""What is told of the whole war lies in its country, what is told of the day where it happened; with both readers."""

from datetime import date

import pytest

from claimatlas.model.report import Report

LEAD = "Shells hit the town of Jayrud in Syria on Monday, killing three people. "


@pytest.fixture(params=["learned", "rules"])
def told(request, reading):
    """Type and place of each claim of a text."""
    reader = reading.reader if request.param == "learned" else reading.rules

    def read(text):
        report = Report("r", "r", text, "Wire", published=date(2017, 8, 2))
        drafts = reader.drafts(report, reading.parser.passages(report))
        return {d.claim.type: d.claim.place.name if d.claim.place else None for d in drafts}

    return read


def test_the_history_of_the_war_is_of_its_country(told):
    found = told(f"{LEAD}The Syrian conflict, which began with peaceful protests in March 2011, has displaced millions of people.")
    assert found["shelling"] == "Jayrud"
    assert found["displace"] == "Syria"
    assert found.get("protest", "Syria") == "Syria"


def test_numbers_of_a_whole_war_are_of_its_country(told):
    assert told(f"{LEAD}More than 280,000 people have been killed.")["toll"] == "Syria"
    assert "Syria" not in told(f"{LEAD}More than 28 people have been displaced.").values()


def test_a_place_of_its_own_stays(told):
    found = told(f"{LEAD}Since the conflict began, clashes have killed 30 people in the city of Idlib.")
    assert set(found.values()) <= {"Jayrud", "Idlib"}


def test_the_country_is_known_by_the_names_of_others(told):
    text = (
        "Syria state television said that shells hit Jayrud on Monday. The Syrian conflict has displaced millions since it began in 2011."
    )
    assert told(text)["displace"] == "Syria"


def test_a_report_that_names_no_country_leaves_it_open(told):
    assert "Syria" not in told("Shells hit the town of Jayrud on Monday. The war, which began in 2011, has displaced millions.").values()
