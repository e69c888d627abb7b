"""What the network could have chosen: probabilities of fillers, as a reader of the explanation sees them."""

from claimatlas.explain.choice import Option
from claimatlas.explain.options import LEAST, best

TEXT = (
    "The Syrian army captured the town of Mayadin from ISIS on Monday, a military source told SANA. "
    "At least 12 civilians were killed in Russian air strikes on the city of Raqqa on Sunday."
)


def test_the_chosen_stays_and_the_unlikely_goes():
    found = best([Option("a", 0.2), Option("b", 0.7), Option("c", LEAST / 2), Option("d", LEAST / 2, chosen=True)])
    assert [o.name for o in found] == ["b", "a", "d"]


def test_place_time_and_speaker_compete_with_none(explain):
    found = explain(TEXT, "capture", "learned")
    for slot in ("place", "time", "source"):
        options = found.of(slot).options
        assert sum(o.score for o in options) <= 1.01
        assert [o.chosen for o in options].count(True) == 1
    assert next(o for o in found.of("place").options if o.chosen).name == "Mayadin"


def test_agents_show_the_other_role(explain):
    options = explain(TEXT, "capture", "learned").of("agent").options
    chosen = next(o for o in options if o.chosen)
    assert chosen.name == "Syrian Army" and chosen.score >= 0.5
    assert set(chosen.parts) == {"as target"}


def test_numbers_tell_what_they_count(explain):
    found = explain(TEXT, "airstrike", "learned").of("quantities")
    twelve = next(o for o in found.options if o.words and "12" in o.words.text)
    assert set(twelve.parts) & {"killed", "other", "strikes", "wounded"} and all(0 <= v <= 1 for v in twelve.parts.values())
