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


UNCAUGHT = {
    "a head without an id": {"theatre": HEAD.replace("id: small\n", "")},
    "bounds that are no numbers": {"theatre": HEAD.replace("[35, 32, 42, 37]", "[west, 32, 42, 37]")},
    "a place without a latitude": {"places": PLACES.replace("lat: 34.5, ", "")},
    "a place whose latitude is a word": {"places": PLACES.replace("34.5", "north")},
    "a side without a colour": {"sides": SIDES.replace('color: "#aa0000", ', "")},
    "a name without a text": {"actors": "actors:\n- {id: reds, name: Reds, kind: state, names: [{lang: ar}]}\n"},
    "an actor that is a word": {"actors": "actors:\n- reds\n"},
    "a place outside the globe": {"places": PLACES.replace("34.5", "134.5")},
    "an end before its beginning": {"actors": "actors:\n- {id: reds, name: Reds, kind: state, from: 2015-01-01, to: 2012-01-01}\n"},
    "a side that no file knows": {"actors": "actors:\n- {id: reds, name: Reds, kind: state, sides: [{side: green}]}\n"},
    "a place id twice": {"places": PLACES + PLACES.removeprefix("places:\n")},
    "a level that does not exist": {"places": PLACES.replace("level: site", "level: hamlet")},
}


@pytest.mark.xfail(strict=True, reason="load.py does not check it: another error, or none")
@pytest.mark.parametrize("case", UNCAUGHT)
def test_a_mistake_deeper_in_is_named_too(tmp_path: Path, case: str) -> None:
    """Every mistake that a user's own theatre can hold ends in BadKnowledge, not in a KeyError or a wrong map."""
    with pytest.raises(BadKnowledge):
        parsed(tmp_path, **UNCAUGHT[case])


def test_no_such_theatre() -> None:
    """The sentence says what there is."""
    with pytest.raises(BadKnowledge, match="syria_iraq"):
        load_theatre("atlantis")


def test_yaml_cannot_run_code(tmp_path: Path) -> None:
    """Only the safe loader: a tag for a Python object is an error."""
    with pytest.raises(BadKnowledge):
        parsed(tmp_path, actors="actors: !!python/object/apply:os.getcwd []\n")
