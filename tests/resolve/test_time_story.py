"""The story's time line: what day an undated claim takes from the claims before it."""

from datetime import date

import pytest

from claimatlas.intake import Worker
from claimatlas.model.report import Report
from claimatlas.reading import Reading

DAY = date(2017, 8, 2)
MONDAY = "2017-07-31"
LEAD = "The army shelled Suran on Friday, killing nine people."

# the second sentence; the day that its claim begins on
CARRIED = [
    ("The shelling in Suran also wounded 20 people.", "2017-07-28"),
    ("Jets bombed Suran.", "2017-07-28"),
]
NOT_CARRIED = [
    "Jets have bombed Suran.",
    "Jets bombed Halfaya.",
    "Rebels withdrew from Suran.",
    "Jets will bomb Suran.",
]


@pytest.fixture(scope="module")
def rules() -> Reading:
    """The reader by rules."""
    return Worker.reading("syria_iraq", "rules")


def starts(rules: Reading, text: str) -> list[tuple[str, str, bool]]:
    """Type, first day and whether it is the default, of each claim."""
    found = rules.claims(Report(id="r_x", key="x", text=text, published=DAY))
    return [(c.type, str(c.time.start), c.time.default) for c in found]


@pytest.mark.parametrize(("told_on", "day"), CARRIED, ids=[c[0] for c in CARRIED])
def test_what_is_told_further_of_an_event_is_of_its_day(rules: Reading, told_on: str, day: str) -> None:
    assert starts(rules, f"{LEAD} {told_on}")[-1][1:] == (day, False)


@pytest.mark.parametrize("told_on", NOT_CARRIED)
def test_another_event_keeps_the_default(rules: Reading, told_on: str) -> None:
    assert starts(rules, f"{LEAD} {told_on}")[-1][2]


def test_the_same_day_is_the_day_told_before(rules: Reading) -> None:
    found = starts(rules, "The army captured Suran on Monday. Rebels captured Halfaya on the same day.")
    assert [day for _, day, _ in found] == [MONDAY, MONDAY]


def test_words_that_no_day_can_be_given_to_say_so(rules: Reading) -> None:
    (c,) = rules.claims(Report(id="r_x", key="x", text="The army captured Suran two days later.", published=DAY))
    assert c.time.default
    assert "time_unplaced:day_not_told" in c.flags


def test_the_war_is_counted_from_its_beginning(rules: Reading) -> None:
    text = "More than 300,000 people have been killed in Syria since the war began."
    assert starts(rules, text) == [("toll", "2011-03-01", False)]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Suran has been besieged since 28 July, when rebels captured Halfaya.", "2017-07-28"),
        ("Rebels have captured Halfaya since 28 July.", "2017-08-02"),
    ],
)
def test_what_began_a_stretch_of_time_was_at_its_beginning(rules: Reading, text: str, end: str) -> None:
    found = rules.claims(Report(id="r_x", key="x", text=text, published=DAY))
    assert [(str(c.time.start), str(c.time.end)) for c in found if c.type == "capture"] == [("2017-07-28", end)]
