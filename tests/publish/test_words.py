"""Dates, numbers and places in words."""

from datetime import date

import pytest

from claimatlas.model.place import PlaceRef
from claimatlas.model.quantity import Quantity
from claimatlas.model.time import TimeRange
from claimatlas.publish.words import bounds, days, joined, place_in, place_thing, quantity, when


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2017, 8, 2), date(2017, 8, 2), "2 August 2017"),
        (date(2017, 8, 1), date(2017, 8, 2), "1–2 August 2017"),
        (date(2017, 7, 30), date(2017, 8, 2), "30 July–2 August 2017"),
        (date(2016, 12, 31), date(2017, 1, 1), "31 December 2016–1 January 2017"),
        (date(2017, 7, 1), date(2017, 7, 31), "July 2017"),
        (date(2016, 2, 1), date(2016, 2, 29), "February 2016"),
        (date(2016, 1, 1), date(2016, 12, 31), "2016"),
    ],
)
def test_days(start: date, end: date, said: str) -> None:
    assert days(start, end) == said


def test_open_times_are_said_to_be_open() -> None:
    assert when(TimeRange(start=date(2017, 8, 1))) == "since 1 August 2017"
    assert when(TimeRange(end=date(2017, 8, 1))) == "until 1 August 2017"
    assert when(TimeRange()) == "no date"


@pytest.mark.parametrize(
    ("low", "high", "approx", "said"),
    [
        (None, 30, False, "up to 30"),
        (24, None, False, "at least 24"),
        (50, 50, True, "about 50"),
        (50, 50, False, "50"),
        (20, 30, False, "between 20 and 30"),
        (2000, None, False, "at least 2,000"),
        (None, None, False, "an unknown number"),
        (0, 0, False, "0"),
        (None, 0, False, "up to 0"),
    ],
)
def test_bounds(low: float | None, high: float | None, approx: bool, said: str) -> None:
    assert bounds(low, high, approx) == said


def test_quantities() -> None:
    assert quantity(Quantity("percent_of_place", 50, 50, True)) == "about 50 percent"
    assert quantity(Quantity("killed", None, 30)) == "up to 30 killed"
    assert quantity(Quantity("other", 3, None, who="tunnels")) == "at least 3 tunnels"
    assert quantity(Quantity("other", 3, None, who="together")) == "at least 3"


@pytest.mark.parametrize(
    ("place", "inside", "thing"),
    [
        (PlaceRef("x", "Raqqa", level="town"), "in Raqqa", "Raqqa"),
        (PlaceRef("x", "T-2 Airbase", level="site"), "at T-2 Airbase", "T-2 Airbase"),
        (PlaceRef("x", "Homs", level="province"), "in Homs province", "Homs province"),
        (PlaceRef("x", "Raqqa", relation="southwest_of"), "south-west of Raqqa", "an area south-west of Raqqa"),
        (PlaceRef("x", "Hama", relation="countryside_of"), "in the countryside of Hama", "an area in the countryside of Hama"),
        (PlaceRef("x", "Raqqa", part="southern districts"), "in the southern districts of Raqqa", "the southern districts of Raqqa"),
        (PlaceRef("x", "Raqqa", part="southern"), "in the southern part of Raqqa", "the southern part of Raqqa"),
        (PlaceRef("x", "Raqqa", part="50 percent of"), "in 50 percent of Raqqa", "50 percent of Raqqa"),
        (PlaceRef("x", "Raqqa", relation="between"), "near Raqqa", "an area near Raqqa"),
    ],
)
def test_places(place: PlaceRef, inside: str, thing: str) -> None:
    assert (place_in(place), place_thing(place)) == (inside, thing)


def test_joined() -> None:
    assert [joined([]), joined(["A"]), joined(["A", "B"]), joined(["A", "B", "C"])] == ["", "A", "A and B", "A, B and C"]
