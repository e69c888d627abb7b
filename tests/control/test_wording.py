"""How much of a place the words mean, and whether it is the place at all."""

from dataclasses import replace

import pytest

from claimatlas.control import Land, evidence_of


@pytest.fixture
def read(kit, sides):
    """The evidence in one sentence as (kind, party, against); `trigger` and the place's name are found in it."""

    def read(words, trigger, kind="capture", agent="Syrian Army", target="Islamic State", name="Sukhna", part=None):
        report = kit.report("w", "2017-08-02")
        start = words.find(name)
        where = replace(kit.place("Sukhna", part=part), start=start if start >= 0 else 900, end=start + len(name) if start >= 0 else 906)
        at = words.index(trigger)
        claim = replace(kit.claim(report, kind, where, agent, target, quote=words), trigger=(at, at + len(trigger)))
        found = evidence_of([claim], [report], sides)
        return [(e.kind, e.party.side, e.against and e.against.side) for e in found]

    return read


@pytest.mark.parametrize(
    ("words", "trigger", "kind"),
    [
        ("The army captured Sukhna.", "captured", "takes"),
        ("The army captured the desert town of Sukhna.", "captured", "takes"),
        ("The army captured the hills as well as Sukhna.", "captured", "takes"),
        ("The army took a number of areas, including the city of Sukhna.", "took", "takes"),
        ("Later the army seized the town.", "seized", "takes"),
        ("Sukhna was captured on Monday.", "captured", "takes"),
        ("The army captured the radio station in Sukhna.", "captured", "part"),
        ("The army captured six districts of the town of Sukhna.", "captured", "part"),
        ("In Sukhna the army captured two streets.", "captured", "part"),
        ("The army captured the northern part of Sukhna.", "captured", "part"),
    ],
)
def test_what_was_captured(read, words, trigger, kind):
    assert read(words, trigger) == [(kind, "gov", "is")]


@pytest.mark.parametrize(
    "words",
    [
        "The army captured nine villages east of Sukhna.",
        "The army captured four more villages and moved on Sukhna.",
        "The army captured positions in the southern countryside of Sukhna.",
        "The army captured a gas plant.",
        "The army captured a hill 5 km from the town of Sukhna.",
        "The army captured a hill southwest of Sukhna.",
        "The army captured a camp in the Sukhna region.",
    ],
)
def test_other_places_are_no_evidence(read, words):
    assert read(words, "captured") == []


def test_whole_place_beats_a_share_told_of_another(read):
    assert read("The army captured the entire town of Sukhna.", "captured", part="15%") == [("takes", "gov", "is")]


def test_enemy_that_no_words_name_is_a_guess(read, kit, sides):
    report = kit.report("g")
    claim = kit.claim(report, "assault", agent="Syrian Army", target="Islamic State", quote="They attacked Sukhna.")
    far = replace(claim, target=(replace(claim.target[0], start=4000, end=4010),))
    assert evidence_of([claim], [report], sides)[0].party.side == "is"
    assert evidence_of([far], [report], sides) == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The army entered Sukhna.", "inside"),
        ("Fighters stormed the western gate of Sukhna.", "inside"),
        ("The army has not entered Sukhna.", "named"),
        ("The army is trying to storm Sukhna.", "named"),
        ("The army attacked Sukhna, 90 km from the place where it had entered the province months before.", "named"),
    ],
)
def test_attack_from_outside_or_inside(read, words, kind):
    assert read(words, "army" if "army" in words else "Fighters", "assault")[0][0] == kind


def test_where_a_force_went_is_not_what_it_left(read):
    assert read("The fighters withdrew to Sukhna.", "withdrew", "withdraw", "Islamic State", "") == []
    assert read("The fighters withdrew from Sukhna.", "withdrew", "withdraw", "Islamic State", "") == [("leaves", "is", None)]


@pytest.mark.parametrize(("words", "sure"), [("the rebel-held town of Sukhna", True), ("Sukhna, which is controlled by rebels", False)])
def test_passing_words_of_control(kit, sides, words, sure):
    report = kit.report("l")
    (found,) = evidence_of([kit.claim(report, "control", agent="rebels", quote=words)], [report], sides)
    assert found.loose is sure


def test_civilians_hold_nothing(kit):
    sides = kit.FakeSides(members={"civilians": "neutral", "Islamic State": "is"})
    report = kit.report("c")
    assert evidence_of([kit.claim(report, "evacuate", agent="civilians")], [report], sides) == []
    assert evidence_of([kit.claim(report, "control", agent="civilians")], [report], sides) == []


def test_known_word_of_no_side_is_nobody(kit, sides):
    """ "Terrorists" took it: whoever held it has lost it, and nobody is told to have it."""
    report = kit.report("t")
    claim = kit.claim(report, "capture", agent="terrorists", target="Syrian Army")
    vague = replace(claim, agent=(replace(claim.agent[0], id="terrorists"),))
    assert [(e.kind, e.party.side) for e in evidence_of([vague], [report], sides)] == [("leaves", "gov")]


@pytest.mark.parametrize("level", ["country", "region"])
def test_country_is_held_by_nobody(kit, sides, level):
    report = kit.report("t")
    claim = kit.claim(report, "control", replace(kit.place("Raqqa province"), level=level), "Syrian Army")
    assert evidence_of([claim], [report], sides) == []


def test_whole_province_has_a_holder_and_stays_off_the_map(kit, sides):
    report = kit.report("p")
    words = "the entire province fell to them"
    claim = kit.claim(report, "capture", "Raqqa province", "SDF", "Islamic State", quote=words)
    land = Land([claim], [report], sides)
    assert land.hold(kit.place("Raqqa province"), report.published).holder.id == "sdf"
    assert land.hold(kit.place("Raqqa"), report.published).status == "unknown"
    assert land.all_holds(report.published) == []


@pytest.mark.parametrize(
    ("words", "trigger", "kind"),
    [
        ("The army planned to capture Sukhna.", "capture", "named"),
        ("The army began an offensive to capture Sukhna.", "capture", "named"),
        ("The army advanced with the goal of capturing Sukhna.", "capturing", "named"),
        ("The army managed to capture Sukhna.", "capture", "takes"),
        ("The army shelled the town before capturing Sukhna.", "capturing", "takes"),
        ("The deal allowed the army to enter and secure Sukhna.", "secure", "takes"),
    ],
)
def test_who_plans_to_take_it_does_not_have_it(read, words, trigger, kind):
    assert [found[0] for found in read(words, trigger)] == [kind]


@pytest.mark.parametrize(
    "words",
    ["The army captured a hill, imposing fire control over Sukhna.", "In Sukhna the army imposed artillery control over the road."],
)
def test_fire_over_a_place_is_no_control_of_it(read, words):
    assert read(words, "imposing" if "imposing" in words else "imposed") == []


def test_nor_where_control_itself_is_the_event_word(read):
    words = "The military seized a dozen villages and imposed artillery fire-control over Sukhna."
    assert read(words, "control", "control") == []


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("By Monday, 20 villages had come under army control.", []),
        ("By Monday, the town had come under army control.", ["holds"]),
        ("By Monday, Sukhna and 20 villages had come under army control.", ["holds"]),
    ],
)
def test_a_hold_of_unnamed_villages_is_none_of_the_place_told_before(read, words, kinds):
    assert [kind for kind, _, _ in read(words, "control", "control", target="")] == kinds


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("The army almost captured the whole town of Sukhna.", ["part"]),
        ("The army captured all of Sukhna except for two streets.", ["part"]),
        ("The army attacked Sukhna, capturing several hills and breaking into the city.", []),
        ("The army captured 12 villages along with the town of Sukhna.", ["takes"]),
        ("The army captured 12 villages and reached the town of Sukhna.", []),
    ],
)
def test_how_much_of_it_and_whether_it_was_taken(read, words, kinds):
    trigger = "capturing" if "capturing" in words else "captured"
    assert [found[0] for found in read(words, trigger)] == kinds


@pytest.mark.parametrize(
    "words",
    [
        "The hamlet was captured at noon, leading to the army encircling Sukhna.",
        "The army captured the ridge, coming within sight of Sukhna.",
        "Both forces went on, capturing a total of three villages.",
        "Engineers cleared Sukhna of leftover mines.",
    ],
)
def test_what_was_done_next_and_what_was_swept_is_not_taken(read, words):
    trigger = next(t for t in ("captured", "capturing", "cleared") if t in words)
    assert read(words, trigger) == []


def test_swept_of_fighters_is_taken(read):
    assert read("The army cleared Sukhna of the last fighters.", "cleared") == [("takes", "gov", "is")]


def test_a_list_that_goes_on_is_taken(read):
    assert read("The army captured several positions and Sukhna.", "captured") == [("takes", "gov", "is")]


@pytest.mark.parametrize(
    "words",
    [
        "In Sukhna province the army attacked dens in hamlets 40 km to the north of Sukhna.",
        "In Sukhna, the army attacked dens in hamlets 40 km to the north of Sukhna city.",
        "The army attacked hamlets two km away from Sukhna.",
        "The army attacked a convoy between Sukhna and the river.",
        "The army attacked farms in the countryside of Sukhna.",
    ],
)
def test_a_place_that_is_only_measured_from_is_not_attacked(read, words):
    assert read(words, "attacked", kind="assault") == []


def test_an_attack_on_the_place_names_who_is_in_it(read):
    assert read("In Sukhna, the army attacked dens.", "attacked", kind="assault") == [("named", "is", None)]


def test_hearsay_is_no_withdrawal(read, kit, sides):
    """What is told as a report only leaves the holder; told outright it does not."""

    def left(words):
        report = kit.report("w", "2017-08-02")
        holds = kit.claim(report, "control", "Sukhna", "Islamic State", start="2017-08-01", quote="The group controls Sukhna.")
        gone = kit.claim(report, "withdraw", "Sukhna", "Islamic State", start="2017-08-02", quote=words)
        at = words.index("left")
        told = [holds, replace(gone, trigger=(at, at + 4))]
        return Land(told, [report], sides).hold(kit.place("Sukhna"), report.published).status

    assert left("There were also reports that the group left Sukhna.") == "held"
    assert left("The group left Sukhna.") == "unknown"
