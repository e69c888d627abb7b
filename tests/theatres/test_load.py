"""A theatre's folder is read and checked at the border: each mistake gives one sentence that names it."""

from datetime import date
from pathlib import Path

import pytest

from claimatlas.model.errors import BadKnowledge
from claimatlas.theatres import Theatre
from claimatlas.theatres.load import load_theatre, parse_theatre

HEAD = "id: small\nname: Small war\ncountries: [SY]\nbounds: [35, 32, 42, 37]\n"
SIDES = 'sides:\n- {id: red, name: Red, color: "#aa0000", friends: []}\n- {id: blue, name: Blue, color: "#0000aa"}\n'
ACTORS = """actors:
- {id: reds, name: Red Army, kind: armed_group, from: 2012-01-01, to: 2015-12-31, sides: [{side: red}],
   names: [Reds, {text: RA, exact: true}]}
- {id: new_reds, name: New Red Army, kind: armed_group, names: [{text: Red Army, from: 2016-01-01}], sides: [{side: red}]}
- {id: unit, name: First Unit, kind: armed_group, parents: [{id: reds, to: 2014-12-31}, {id: blues, from: 2015-01-01}]}
- {id: blues, name: Blue Army, kind: armed_group, sides: [{side: blue}]}
"""
PLACES = "places:\n- {id: mill, name: Old Mill, kind: mill, level: site, lat: 34.5, lon: 38.2, country: SY, admin: [Homs], names: [Mill]}\n"


def folder(path: Path, **files: str) -> Path:
    """A theatre's folder; the given files replace or add to the plain ones."""
    for name, text in {"theatre": HEAD, "sides": SIDES, "actors": ACTORS, "places": PLACES, **files}.items():
        (path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return path


def parsed(path: Path, **files: str) -> Theatre:
    """The theatre of such a folder."""
    return parse_theatre(folder(path, **files), "small")


def test_a_users_own_folder_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path to a folder with theatre.yaml is a theatre, read from disk or from the cache alike."""
    monkeypatch.setenv("CLAIMATLAS_CACHE", str(tmp_path / "cache"))
    own = tmp_path / "own"
    own.mkdir()
    folder(own)
    first, second = load_theatre(str(own)), load_theatre(str(own))
    assert first == second
    assert (first.id, len(first.actors), len(first.sides)) == ("small", 4, 2)
    assert [p.id for p in first.places] == ["small:mill"]


def test_a_change_of_a_file_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache never serves what the files no longer say."""
    monkeypatch.setenv("CLAIMATLAS_CACHE", str(tmp_path / "cache"))
    own = tmp_path / "own"
    own.mkdir()
    assert load_theatre(str(folder(own))).name == "Small war"
    folder(own, theatre=HEAD.replace("Small war", "Other war"))
    assert load_theatre(str(own)).name == "Other war"


def test_a_broken_cache_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a file in the cache is no error."""
    cache = tmp_path / "cache"
    monkeypatch.setenv("CLAIMATLAS_CACHE", str(cache))
    own = tmp_path / "own"
    own.mkdir()
    first = load_theatre(str(folder(own)))
    for file in cache.iterdir():
        file.write_bytes(file.read_bytes()[:20])
    assert load_theatre(str(own)) == first


def test_names_are_dated(tmp_path: Path) -> None:
    """Two actors share a name at different times; the one valid at the date comes first."""
    theatre = parsed(tmp_path)
    assert theatre.named("Red Army", date(2014, 5, 1))[0].id == "reds"
    assert theatre.named("Red Army", date(2017, 5, 1))[0].id == "new_reds"
    assert theatre.named("Green Army") == []


def test_exact_names_must_match_in_case(tmp_path: Path) -> None:
    """An abbreviation is not the word in lower case."""
    theatre = parsed(tmp_path)
    assert [a.id for a in theatre.named("RA")] == ["reds"]
    assert theatre.named("ra") == []


def test_a_side_comes_from_the_parent_at_the_date(tmp_path: Path) -> None:
    """A unit stands where its parent stands, and changes with it."""
    theatre = parsed(tmp_path)
    assert theatre.side_of("unit", on=date(2014, 5, 1)) == "red"
    assert theatre.side_of("unit", on=date(2016, 5, 1)) == "blue"
    assert theatre.side_of(None, "First Unit", date(2016, 5, 1)) == "blue"
    assert theatre.side_of("nobody") is None
    assert theatre.side_of(None, "Nobody") is None


MISTAKES = {
    "broken yaml": ({"actors": "actors: [\n"}, "not valid YAML"),
    "no mapping": ({"actors": "- a\n- b\n"}, "mapping"),
    "id twice": ({"actors": ACTORS + "- {id: reds, name: Others, kind: armed_group}\n"}, "reds"),
    "id twice over files": ({"persons": "actors:\n- {id: reds, name: Others, kind: person}\n"}, "reds"),
    "no name": ({"actors": "actors:\n- {id: reds, kind: armed_group}\n"}, "name"),
    "no kind": ({"actors": "actors:\n- {id: reds, name: Reds}\n"}, "kind"),
    "no id": ({"actors": "actors:\n- {name: Reds, kind: armed_group}\n"}, "Reds"),
    "a date that is none": ({"actors": "actors:\n- {id: reds, name: Reds, kind: state, from: soon}\n"}, "soon"),
    "a side without a name": ({"actors": "actors:\n- {id: reds, name: Reds, kind: state, sides: [{from: 2012-01-01}]}\n"}, "side"),
    "a parent without an id": ({"actors": "actors:\n- {id: reds, name: Reds, kind: state, parents: [{to: 2012-01-01}]}\n"}, "parents"),
}


@pytest.mark.parametrize("case", MISTAKES)
def test_a_mistake_is_named(tmp_path: Path, case: str) -> None:
    """BadKnowledge with one sentence that names the row or the file."""
    files, word = MISTAKES[case]
    with pytest.raises(BadKnowledge) as caught:
        parsed(tmp_path, **files)
    said = str(caught.value)
    assert word in said
    assert said.endswith(".")
    assert "\n" not in said


PROVINCES = HEAD + "provinces:\n- {id: sy_homs, name: Homs, country: SY, lat: 34.3, lon: 38.2, names: [Hims]}\n"
RED = "actors:\n- {id: reds, name: Reds, kind: state, "

DEEPER = {
    "a head without an id": ({"theatre": HEAD.replace("id: small\n", "")}, ["theatre.yaml", "lacks `id`"]),
    "a head without bounds": ({"theatre": HEAD.replace("bounds: [35, 32, 42, 37]\n", "")}, ["theatre.yaml", "bounds", "four numbers"]),
    "bounds that are no numbers": ({"theatre": HEAD.replace("[35, 32", "[west, 32")}, ["theatre.yaml", "bounds", "'west'"]),
    "bounds the wrong way round": ({"theatre": HEAD.replace("[35, 32, 42, 37]", "[42, 32, 35, 37]")}, ["theatre.yaml", "west, south"]),
    "no countries": ({"theatre": HEAD.replace("countries: [SY]\n", "")}, ["theatre.yaml", "countries"]),
    "a country that YAML takes for no": ({"theatre": HEAD.replace("[SY]", "[NO]")}, ["theatre.yaml", "countries", "quotes"]),
    "a war without a date": ({"theatre": HEAD + "wars: {SY: long ago}\n"}, ["theatre.yaml", "wars", "YYYY-MM-DD"]),
    "a war far away": ({"theatre": HEAD + "wars: {FR: 2011-03-01}\n"}, ["theatre.yaml", "wars", "'FR'"]),
    "a bare word of nobody's": ({"theatre": HEAD + "generic: {SY: {army: greens}}\n"}, ["theatre.yaml", "'army'", "'greens'"]),
    "a day that is none": ({"theatre": HEAD + "wars: {SY: 2011-02-30}\n"}, ["theatre.yaml", "not valid YAML"]),
    "a place without a latitude": ({"places": PLACES.replace("lat: 34.5, ", "")}, ["places.yaml", "place mill", "lacks `lat`"]),
    "a place whose latitude is a word": ({"places": PLACES.replace("34.5", "north")}, ["places.yaml", "place mill", "'north'"]),
    "a place outside the globe": ({"places": PLACES.replace("34.5", "134.5")}, ["places.yaml", "place mill", "134.5", "90"]),
    "a latitude that is not a number": ({"places": PLACES.replace("34.5", ".nan")}, ["places.yaml", "place mill", "nan"]),
    "a place id twice": ({"places": PLACES + PLACES.removeprefix("places:\n")}, ["places.yaml", "mill", "twice"]),
    "a level that does not exist": ({"places": PLACES.replace("level: site", "level: hamlet")}, ["places.yaml", "'hamlet'", "town"]),
    "a part of no city": ({"places": PLACES.replace("names:", "part_of: atlantis, names:")}, ["places.yaml", "place mill", "'atlantis'"]),
    "precise that is a word": (
        {"places": PLACES.replace("names:", "precise: nearly, names:")},
        ["places.yaml", "precise", "true or false"],
    ),
    "names that are no list": ({"places": PLACES.replace("[Mill]", "Mill")}, ["places.yaml", "place mill", "names", "a list"]),
    "a province spelt otherwise": (
        {"theatre": PROVINCES, "places": PLACES.replace("[Homs]", "[Hims]")},
        ["places.yaml", "place mill", "'Hims'", "write 'Homs'"],
    ),
    "a province that there is not": (
        {"theatre": PROVINCES, "places": PLACES.replace("[Homs]", "[Utopia]")},
        ["places.yaml", "place mill", "'Utopia'", "add the province"],
    ),
    "a side without a colour": ({"sides": SIDES.replace('color: "#aa0000", ', "")}, ["sides.yaml", "side red", "lacks `color`"]),
    "a colour that is a word": ({"sides": SIDES.replace("#aa0000", "red")}, ["sides.yaml", "side red", "six hex digits"]),
    "a friend that no file knows": ({"sides": SIDES.replace("friends: []", "friends: [green]")}, ["sides.yaml", "side red", "'green'"]),
    "a side id twice": ({"sides": SIDES.replace("id: blue", "id: red")}, ["sides.yaml", "red", "twice"]),
    "a name without a text": ({"actors": RED + "names: [{lang: ar}]}\n"}, ["actors.yaml", "actor reds", "names", "lacks `text`"]),
    "a name that YAML takes for no": ({"actors": RED + "names: [No]}\n"}, ["actors.yaml", "actor reds", "quotes"]),
    "an actor that is a word": ({"actors": "actors:\n- reds\n"}, ["actors.yaml", "actor number 1", "'reds'"]),
    "actors that are no list": ({"actors": "actors: {reds: Reds}\n"}, ["actors.yaml", "`actors`", "a list"]),
    "an end before its beginning": ({"actors": RED + "from: 2015-01-01, to: 2012-01-01}\n"}, ["actors.yaml", "actor reds", "2012-01-01"]),
    "a title that ends before it begins": (
        {"actors": RED + "roles: [{text: chief, from: 2015-01-01, to: 2012-01-01}]}\n"},
        ["actors.yaml", "actor reds", "roles", "2012-01-01"],
    ),
    "a time of day for a date": ({"actors": RED + "from: 2015-01-01 10:00:00}\n"}, ["actors.yaml", "actor reds", "YYYY-MM-DD"]),
    "a side that no file knows": ({"actors": RED + "sides: [{side: green}]}\n"}, ["actors.yaml", "actor reds", "'green'"]),
    "a parent that no file knows": ({"actors": RED + "parents: [{id: greens}]}\n"}, ["actors.yaml", "actor reds", "parents", "'greens'"]),
    "a publisher that copies nobody known": (
        {"sources": "actors:\n- {id: paper, name: Paper, kind: media, copies: [wire]}\n"},
        ["sources.yaml", "actor paper", "copies", "'wire'"],
    ),
    "an unnamed speaker for a side unknown": (
        {"sources": "descriptors:\n- {text: green sources, side: green}\n"},
        ["sources.yaml", "green sources", "'green'"],
    ),
}


@pytest.mark.parametrize("case", DEEPER)
def test_a_mistake_deeper_in_is_named_too(tmp_path: Path, case: str) -> None:
    """Every mistake that a user's own theatre can hold ends in BadKnowledge, not in a KeyError or a wrong map."""
    files, words = DEEPER[case]
    with pytest.raises(BadKnowledge) as caught:
        parsed(tmp_path, **files)
    said = str(caught.value)
    assert [word for word in words if word not in said] == []
    assert said.endswith(".")
    assert "\n" not in said


def test_bytes_that_are_not_utf8_are_named(tmp_path: Path) -> None:
    """A file in another encoding is refused with its name."""
    own = folder(tmp_path)
    (own / "actors.yaml").write_bytes(ACTORS.replace("Reds", "R\xe9ds").encode("latin-1"))
    with pytest.raises(BadKnowledge, match=r"actors\.yaml"):
        parse_theatre(own, "small")


def test_a_place_says_how_well_it_is_known(tmp_path: Path) -> None:
    """`precise: false` is a radius of 10 km, and `part_of` the id of the city's place; neither is the rule."""
    town = "- {id: town, name: Town, kind: town, level: town, lat: 34.5, lon: 38.2, country: SY, admin: [Homs], precise: true}\n"
    loose = PLACES.replace("names:", "part_of: town, precise: false, names:") + town
    mill, city = parsed(tmp_path, places=loose).places
    assert (mill.part_of, mill.radius_km) == ("small:town", 10.0)
    assert (city.part_of, city.radius_km) == (None, None)


def test_a_theatre_without_provinces_takes_any(tmp_path: Path) -> None:
    """And where it lists them, its own spelling is taken."""
    assert parsed(tmp_path).places[0].admin == ("SY", "Homs")
    assert parsed(tmp_path, theatre=PROVINCES).places[0].admin == ("SY", "Homs")


def test_the_head_says_wars_and_bare_words(tmp_path: Path) -> None:
    """By country, as written."""
    theatre = parsed(tmp_path, theatre=HEAD + "wars: {SY: 2011-03-01}\ngeneric: {SY: {army: blues, police: reds}}\n")
    assert theatre.wars == {"SY": date(2011, 3, 1)}
    assert theatre.generic == {"SY": {"army": "blues", "police": "reds"}}


def test_a_link_may_be_a_bare_word_or_begin_on_a_day(tmp_path: Path) -> None:
    """`leaders: [Name]` and `{id: ..., on: ...}`, whose `on` YAML reads as true."""
    rows = ACTORS + "- {id: old, name: Old, kind: armed_group, leaders: [John Doe], successors: [{id: reds, on: 2012-01-01}]}\n"
    old = parsed(tmp_path, actors=rows).actors["old"]
    assert [link.value for link in old.leaders] == ["John Doe"]
    assert [(s.value, s.valid_from) for s in old.successors] == [("reds", date(2012, 1, 1))]


def test_no_such_theatre() -> None:
    """The sentence says what there is."""
    with pytest.raises(BadKnowledge, match="syria_iraq"):
        load_theatre("atlantis")


def test_yaml_cannot_run_code(tmp_path: Path) -> None:
    """Only the safe loader: a tag for a Python object is an error."""
    with pytest.raises(BadKnowledge):
        parsed(tmp_path, actors="actors: !!python/object/apply:os.getcwd []\n")
