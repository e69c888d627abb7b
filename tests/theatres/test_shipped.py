"""The theatres that ship are consistent: unique ids, references that resolve, dates in order, names that name one."""

import re
from collections import Counter
from datetime import date
from itertools import combinations

import pytest

from claimatlas.model.actor import DatedLink, DatedName
from claimatlas.model.names import fold_name
from claimatlas.model.place import LEVEL_RADIUS_KM
from claimatlas.theatres import NamedActor, Theatre, load_theatre
from claimatlas.theatres.load import ACTOR_FILES, folder_of, read_yaml

KINDS = {
    "state", "government", "military", "security", "armed_group", "coalition", "operations_room", "political", "ministry", "agency",
    "media", "monitor", "organisation", "international", "person", "collective",
}  # fmt: skip


@pytest.fixture(scope="module", params=["syria_iraq", "sudan"])
def theatre(request: pytest.FixtureRequest) -> Theatre:
    """Each theatre that ships."""
    return load_theatre(request.param)


@pytest.fixture(scope="module")
def syria() -> Theatre:
    """The first one, which is the default."""
    return load_theatre()


def test_there_is_enough_of_it(syria: Theatre) -> None:
    """Hundreds of actors and places."""
    assert len(syria.actors) >= 300
    assert len(syria.places) >= 300
    groups = [a for a in syria.actors.values() if a.kind in {"armed_group", "operations_room", "coalition"}]
    assert len(groups) >= 430
    assert len(syria.provinces) == 14 + 19
    assert {p.country for p in syria.provinces} == {"SY", "IQ"}


def test_each_name_valid_at_a_date_gives_one_actor(theatre: Theatre) -> None:
    """On the first and the last day of every spelling, and between: exactly its own actor comes first, and no other is valid."""
    for entries in theatre.index.values():
        for e in entries:
            for day in {e.valid_from, e.valid_to} - {None} or {date(2016, 1, 1)}:
                valid = {x.actor for x in entries if x.valid(day) and (not x.exact or x.text == e.text)}
                assert valid == {e.actor}, (e.text, day)
                assert theatre.named(e.text, day)[0].id == e.actor, (e.text, day)


@pytest.mark.parametrize("name", ["syria_iraq", "sudan"])
def test_ids_are_unique_over_all_files(name: str) -> None:
    """No id stands twice, and each is one plain word."""
    folder = folder_of(name)
    ids = [row["id"] for file in ACTOR_FILES for row in read_yaml(folder, file).get("actors") or []]
    ids += [f"place:{row['id']}" for row in read_yaml(folder, "places.yaml")["places"]]
    assert [i for i, n in Counter(ids).items() if n > 1] == []
    assert [i for i in ids if not re.fullmatch(r"(place:)?[a-z0-9][a-z0-9_\-]*", i)] == []


def test_kinds_are_known(theatre: Theatre) -> None:
    """Every actor's kind is one of the model's."""
    assert {a.kind for a in theatre.actors.values()} <= KINDS


@pytest.mark.parametrize("field", ["parents", "allies", "successors"])
def test_links_name_actors_that_exist(theatre: Theatre, field: str) -> None:
    """And nobody is a link of himself."""
    links = [(a.id, link.value) for a in theatre.actors.values() for link in getattr(a, field)]
    assert [pair for pair in links if pair[1] not in theatre.actors or pair[0] == pair[1]] == []


def test_leaders_known_by_id_are_persons(theatre: Theatre) -> None:
    """A leader is a person of the register, or just a name."""
    links = [link.value for a in theatre.actors.values() for link in a.leaders]
    assert [v for v in links if v in theatre.actors and theatre.actors[v].kind != "person"] == []
    assert [v for v in links if v not in theatre.actors and v == v.lower()] == []


def test_parents_do_not_run_in_circles(theatre: Theatre) -> None:
    """At no date is an actor a part of itself."""
    for on in (date(2013, 6, 1), date(2015, 6, 1), date(2017, 6, 1), date(2019, 6, 1), date(2023, 6, 1), date(2025, 6, 1)):
        for actor in theatre.actors.values():
            above, seen = [actor.id], set()
            while above:
                here = theatre.actors[above.pop()]
                above += [p.value for p in here.parents if p.holds(on) and p.value not in seen]
                seen |= {p.value for p in here.parents if p.holds(on)}
            assert actor.id not in seen


def test_sides_are_known(theatre: Theatre) -> None:
    """Of actors, of speakers without a name, and of publishers."""
    sides = set(theatre.sides)
    assert {s.value for a in theatre.actors.values() for s in a.sides} <= sides
    assert {d.side for d in theatre.descriptors if d.side} <= sides
    outlets = theatre.outlets.values()
    assert {s for o in outlets for s in o.speaks_for} <= sides | set(theatre.actors)
    assert {s for o in outlets for s in o.copies} <= set(theatre.actors)


def test_no_side_is_hidden(theatre: Theatre) -> None:
    """A link that begins later counts from its beginning: no link before it is still in force."""
    hidden = [(a.id, s.value) for a in theatre.actors.values() for s in a.sides if s.valid_from and a.side(s.valid_from) != s.value]
    assert hidden == []


def test_two_sides_at_once_are_friends(theatre: Theatre) -> None:
    """Who stands on two sides at once does not fight himself."""
    for actor in theatre.actors.values():
        for one, other in combinations(actor.sides, 2):
            low = max(one.valid_from or date.min, other.valid_from or date.min)
            if low < min(one.valid_to or date.max, other.valid_to or date.max):
                assert theatre.friendly(one.value, other.value), actor.id


@pytest.mark.parametrize("militia", ["harakat_al_nujaba", "kataib_sayyid_al_shuhada"])
def test_a_militia_in_syria_has_one_side(syria: Theatre, militia: str) -> None:
    """Iraqi by origin, on the Syrian government's side at every date."""
    assert {syria.side_of(militia, on=on) for on in (None, date(2013, 6, 1), date(2017, 6, 1))} == {"government"}
    assert [s.value for s in syria.actors[militia].sides] == ["government"]


def test_a_states_name_does_not_swallow_its_media(syria: Theatre) -> None:
    """ "Syrian state" begins "Syrian state media", which is no state."""
    assert "syria" not in {a.id for a in syria.named("Syrian state")}


def test_places_of_the_register_say_how_well_they_are_known(theatre: Theatre) -> None:
    """Some are good to 10 km only; a district's city is a place of the register."""
    ids = {p.id for p in theatre.places}
    assert {p.radius_km for p in theatre.places} == {None, 10.0}
    assert sum(p.part_of is not None for p in theatre.places) >= 20
    assert {p.part_of for p in theatre.places if p.part_of} <= ids


def test_friendship_is_mutual(theatre: Theatre) -> None:
    """Written on both sides; nobody is a friend of himself."""
    for side in theatre.sides.values():
        assert side.id not in side.friends
        assert all(side.id in theatre.sides[f].friends for f in side.friends)


def test_who_is_a_friend(syria: Theatre) -> None:
    """Friends do not fight; foes do."""
    assert not syria.friendly("government", "islamic_state")
    assert syria.friendly("sdf", "coalition")


def test_dates_are_in_order(theatre: Theatre) -> None:
    """No name or link ends before it begins."""
    for actor in theatre.actors.values():
        links = (*actor.sides, *actor.parents, *actor.leaders, *actor.allies, *actor.successors)
        dated: tuple[DatedName | DatedLink, ...] = (*actor.names, *links)
        for x in dated:
            assert x.valid_from is None or x.valid_to is None or x.valid_from <= x.valid_to, (actor.id, x)


def _clash(one: NamedActor, other: NamedActor) -> bool:
    """Whether two entries of one folded name are both meant at some date; exact spellings that differ never are."""
    apart = one.exact and other.exact and one.text != other.text
    low = max(one.valid_from or date.min, other.valid_from or date.min)
    return one.actor != other.actor and not apart and low <= min(one.valid_to or date.max, other.valid_to or date.max)


def test_no_name_is_shared_at_one_date(theatre: Theatre) -> None:
    """At any date a folded name is one actor's."""
    shared = {key: (a.actor, b.actor) for key, entries in theatre.index.items() for a, b in combinations(entries, 2) if _clash(a, b)}
    assert shared == {}


def test_the_index_holds_every_spelling(theatre: Theatre) -> None:
    """Each name finds its actor."""
    lost = [
        (a.id, n.text) for a in theatre.actors.values() for n in a.names if a.id not in {e.actor for e in theatre.index[fold_name(n.text)]}
    ]
    assert lost == []


def test_bare_words_name_actors(theatre: Theatre) -> None:
    """What "the army" means in each country is in the register."""
    assert set(theatre.generic) == set(theatre.countries)
    assert {i for table in theatre.generic.values() for i in table.values()} <= set(theatre.actors)


def test_places_have_a_point_and_a_level(theatre: Theatre) -> None:
    """Levels of the model; those of the theatre's countries lie in its frame."""
    west, south, east, north = theatre.bounds
    for p in (*theatre.places, *theatre.provinces):
        assert p.level in LEVEL_RADIUS_KM, p.id
        if p.country in theatre.countries:
            assert west <= p.lon <= east, p.id
            assert south <= p.lat <= north, p.id
        assert -90 <= p.lat <= 90
        assert -180 <= p.lon <= 180


def test_a_places_province_is_one_of_the_theatres(theatre: Theatre) -> None:
    """The province written on a place is written as the province is named."""
    known = {(p.country, p.name) for p in theatre.provinces}
    named = {(p.country, p.admin[1]) for p in theatre.places if p.country in theatre.countries and len(p.admin) > 1}
    assert named - known == set()


def test_sides_look_different(theatre: Theatre) -> None:
    """Each side has a name and a colour of its own, written as six hex digits."""
    colors = [s.color.upper() for s in theatre.sides.values()]
    assert all(re.fullmatch(r"#[0-9A-F]{6}", c) for c in colors)
    assert len(set(colors)) == len(colors)
    assert len({s.name for s in theatre.sides.values()}) == len(theatre.sides)


LOADED = re.compile(r"\b(regime|terrorists?|freedom fighters?|crusaders?|rafidis?|apostates?|infidels?)\b", re.IGNORECASE)


def test_canonical_names_are_neutral(theatre: Theatre) -> None:
    """Partisan names are recognised, not adopted."""
    assert [a.name for a in theatre.actors.values() if a.kind != "collective" and LOADED.search(a.name)] == []


SIDED = [
    ("ISIS", date(2017, 8, 1), "islamic_state"),
    ("Syrian Arab Army", date(2017, 8, 1), "government"),
    ("Hezbollah", date(2017, 8, 1), "government"),
    ("YPG", date(2017, 8, 1), "sdf"),
    ("Hayat Tahrir al-Sham", date(2017, 8, 1), "hts"),
    ("Ahrar al-Sham", date(2015, 8, 1), "opposition"),
    ("Peshmerga", date(2017, 8, 1), "kurdistan_region"),
    ("Popular Mobilization Forces", date(2017, 8, 1), "iraq"),
    ("US-led coalition", date(2017, 8, 1), "coalition"),
]


@pytest.mark.parametrize(("name", "on", "side"), SIDED)
def test_who_stands_where(syria: Theatre, name: str, on: date, side: str) -> None:
    """The sides of the best-known actors."""
    assert syria.side_of(None, name, on) == side


@pytest.mark.parametrize("word", ["SANA", "sana.sy", "Syrian Arab News Agency"])
def test_publishers_are_known_by_name_and_domain(syria: Theatre, word: str) -> None:
    """One outlet, however it is named."""
    outlet = syria.outlet(word)
    assert outlet is not None
    assert outlet.id == "sana"


@pytest.mark.parametrize("word", [None, "", "Radio Nowhere"])
def test_an_unknown_publisher_is_none(theatre: Theatre, word: str | None) -> None:
    """No guess."""
    assert theatre.outlet(word) is None
