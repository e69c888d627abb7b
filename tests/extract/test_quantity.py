"""Counts: bounds, what is counted, and what is no count."""

from collections.abc import Callable

import pytest

from claimatlas.extract.quantity import NumberMention, quantities
from claimatlas.language import load_parser
from claimatlas.model.quantity import WHAT
from claimatlas.model.report import Report

Read = Callable[[str], list[NumberMention]]


@pytest.fixture(scope="module")
def read() -> Read:
    parser = load_parser()

    def run(text: str) -> list[NumberMention]:
        return [q for p in parser.passages(Report(id="r", key="k", text=text)) for q in quantities(p)]

    return run


N = None
# sentence; (what, low, high) of every count in it
CASES = [
    ("Mortar fire killed four civilians in the suburb.", [("killed", 4, 4)]),
    ("Eleven soldiers were killed in the ambush.", [("killed", 11, 11)]),
    ("At least 40 people died in the blast.", [("killed", 40, N)]),
    ("The raid left nine people dead and dozens wounded.", [("killed", 9, 9), ("wounded", 24, N)]),
    ("15 rebels dead, 6 injured in Hama fighting", [("killed", 15, 15), ("wounded", 6, 6)]),
    ("Army Kills 22 Militants in Homs", [("killed", 22, 22)]),
    ("The death toll has climbed to 63.", [("killed", 63, 63)]),
    ("The attack claimed the lives of 17 students.", [("killed", 17, 17)]),
    ("The deaths of 12 guards were confirmed.", [("killed", 12, 12)]),
    ("The bodies of seven hostages were found.", [("killed", 7, 7)]),
    ("Six fighters lost their lives.", [("killed", 6, 6)]),
    ("Fighters beheaded three captives.", [("killed", 3, 3)]),
    ("Snipers killed a photographer.", [("killed", 1, 1)]),
    ("Another woman was killed on the road.", [("killed", 1, 1)]),
    ("The strike killed 18 people, including five women.", [("killed", 18, 18), ("killed", 5, 5)]),
    ("Eight of the dead were children.", [("killed", 8, 8)]),
    ("Two of the wounded later died.", [("killed", 2, 2)]),
    ("No casualties were reported.", [("killed", 0, 0)]),
    ("Nobody was hurt.", [("wounded", 0, 0)]),
    ("The shelling wounded 33 residents.", [("wounded", 33, 33)]),
    ("Thirteen others were injured.", [("wounded", 13, 13)]),
    ("Over 400 wounded were counted.", [("wounded", 400, N)]),
    ("The army captured 14 militants.", [("captured", 14, 14)]),
    ("Police arrested 55 people.", [("captured", 55, 55)]),
    ("More than 70 miners were abducted.", [("captured", 70, N)]),
    ("Ten men have been missing since Sunday.", [("missing", 10, 10)]),
    ("About 5,000 families fled the district.", [("displaced", 5000, 5000)]),
    ("Hundreds of thousands of people were displaced.", [("displaced", 200_000, N)]),
    ("Some 900 civilians were evacuated from the town.", [("evacuated", 900, 900)]),
    ("Rebels released 12 prisoners.", [("released", 12, 12)]),
    ("Up to 50 gunmen surrendered.", [("surrendered", N, 50)]),
    ("Twenty-one officers defected.", [("defected", 21, 21)]),
    ("The brigade has up to 1,500 fighters.", [("fighters", N, 1500)]),
    ("Between 300 and 400 militants remain in the camp.", [("fighters", 300, 400)]),
    ("As many as 2,000 troops are in the city.", [("fighters", N, 2000)]),
    ("Tens of thousands of soldiers were deployed.", [("fighters", 20_000, N)]),
    ("A few dozen rebels remain.", [("fighters", 36, N)]),
    ("Warplanes carried out 34 air raids.", [("strikes", 34, 34)]),
    ("The jets launched scores of strikes.", [("strikes", 40, N)]),
    ("Dozens of cruise missiles were fired.", [("strikes", 24, N)]),
    ("Militants fired six rockets at the town.", [("attacks", 6, 6)]),
    ("Two car bombs went off.", [("attacks", 2, 2)]),
    ("The army destroyed five tanks.", [("vehicles_destroyed", 5, 5)]),
    ("Eleven vehicles were destroyed.", [("vehicles_destroyed", 11, 11)]),
    ("Government troops seized four villages.", [("places", 4, 4)]),
    ("They captured several buildings.", [("places", 3, N)]),
    ("The camp is 12 km from the border.", [("km", 12, 12)]),
    ("The army holds about 80 percent of the city.", [("percent_of_place", 80, 80)]),
    ("Rebels control half of the town.", [("percent_of_place", 50, 50)]),
    ("At least 15% of the group left.", [("other", 15, N)]),
    ("A dozen people were wounded.", [("wounded", 12, 12)]),
    ("Two dozen gunmen were killed.", [("killed", 24, 24)]),
    ("A hundred civilians were killed.", [("killed", 100, 100)]),
    ("A couple of soldiers were wounded.", [("wounded", 2, 2)]),
    ("Several hundred women were released.", [("released", 300, N)]),
    ("Nearly 3 million people fled the country.", [("displaced", 3_000_000, 3_000_000)]),
    ("Millions have fled the country.", [("displaced", 2_000_000, N)]),
    ("No fewer than 25 militants were killed.", [("killed", 25, N)]),
    ("Fewer than 10 soldiers died.", [("killed", N, 10)]),
    ("The blast killed 3-5 guards.", [("killed", 3, 5)]),
    ("50+ killed in raid", [("killed", 50, N)]),
    ("The convoy carried food for 60,000 people.", [("other", 60_000, 60_000)]),
    ("57 men killed 150 injured in attacks", [("killed", 57, 57), ("wounded", 150, 150)]),
    ("Ten guards were killed and 37 others were injured.", [("killed", 10, 10), ("wounded", 37, 37)]),
    ("Nine children were killed along with two teachers.", [("killed", 9, 9), ("killed", 2, 2)]),
    ("Six long-range bombers took off.", [("other", 6, 6)]),
    ("The group got several anti-tank missiles.", [("other", 3, N)]),
    ("They published pictures of four medics.", [("other", 4, 4)]),
    ("One village was seized.", [("places", 1, 1)]),
    ("The army killed 12 and wounded 20.", [("killed", 12, 12), ("wounded", 20, 20)]),
    ("30 militants killed two policemen.", [("fighters", 30, 30), ("killed", 2, 2)]),
]

NOTHING = [
    "The 11th Division and Brigade 93 moved north.",
    "A 32-year-old teacher spoke.",
    "Tanks of the T-62 kind and a MiG-23 were seen near T-4.",
    "It happened on 4 June 2014 at 7:40 P.M. local time.",
    "The group got $25 million.",
    "Resolution 2118 and Chapter 7 were cited.",
    "A 130 mm gun fired.",
    "The army took point 644 and points 812 and 907.",
    "A number of families spoke.",
    "In 2013 the rebels split.",
    "They fought for six weeks.",
    "It was one of the worst attacks of the war.",
    "They broke the truce three times.",
    "Rebels hold the eastern half of the city.",
]


@pytest.mark.parametrize(("text", "counts"), CASES, ids=[c[0] for c in CASES])
def test_counts(read: Read, text: str, counts: list[tuple[str, float | None, float | None]]) -> None:
    found = [(q.what, q.low, q.high) for q in read(text)]
    assert found == counts


@pytest.mark.parametrize("text", NOTHING)
def test_no_count(read: Read, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mortars killed six Kurdish fighters.", "Kurdish fighters"),
        ("14 of the dead were guards.", "dead"),
        ("About 80 percent of the city fell.", "percent of the city"),
        ("Seven others were wounded.", "others"),
    ],
)
def test_who_is_counted(read: Read, text: str, who: str) -> None:
    assert read(text)[0].who == who


@pytest.mark.parametrize(("text", "approx"), [("About 30 men died.", True), ("Nearly 30 men died.", True), ("30 men died.", False)])
def test_about(read: Read, text: str, approx: bool) -> None:
    assert read(text)[0].approx is approx


def test_spans_hold_the_words(read: Read) -> None:
    text = "Rebels left. At least 40 people died and between 5 and 9 fled."
    assert [text[q.start : q.end] for q in read(text)] == [q.text for q in read(text)] == ["At least 40", "between 5 and 9"]


def test_a_bound_is_shared_after_including(read: Read) -> None:
    found = [(q.low, q.high) for q in read("Ten men were killed including at least two medics and three children.")]
    assert found == [(10, 10), (2, None), (3, None)]


def test_every_class_is_of_the_model(read: Read) -> None:
    assert {q.what for text, _ in CASES for q in read(text)} <= set(WHAT)
