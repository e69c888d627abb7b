"""Names that an actor left behind find what it became, by the date of the report."""

from datetime import date
from pathlib import Path

import pytest

from claimatlas.model.errors import BadKnowledge
from claimatlas.theatres import Theatre, load_theatre
from claimatlas.theatres.load import parse_theatre

HEAD = "id: small\nname: Small war\ncountries: [SY]\nbounds: [35, 32, 42, 37]\n"
FIRST = """actors:
- {id: first, name: First Brigade, kind: armed_group, names: [{text: FB, exact: true}], to: 2014-05-31,
   successors: [{id: second, on: 2014-06-01, how: %s}]}
- {id: second, name: Second Front, kind: armed_group, from: 2014-06-01, to: 2016-01-31, successors: [{id: third, on: 2016-02-01}]}
- {id: third, name: Third Army, kind: armed_group, from: 2016-02-01}
"""
DAYS = [date(2013, 1, 1), date(2014, 6, 1), date(2016, 2, 1)]


def theatre_of(path: Path, actors: str) -> Theatre:
    """A theatre with these actors."""
    (path / "theatre.yaml").write_text(HEAD, encoding="utf-8")
    (path / "actors.yaml").write_text(actors, encoding="utf-8")
    return parse_theatre(path, "small")


def meant(theatre: Theatre, name: str) -> list[str]:
    """Whom a name means on each of the days."""
    return [theatre.named(name, day)[0].id for day in DAYS]


@pytest.mark.parametrize("how", ["rename", "merge"])
def test_a_former_name_goes_down_the_line(tmp_path: Path, how: str) -> None:
    """Renamed or merged: whoever bears the forces at the date, spellings that need their capitals included."""
    theatre = theatre_of(tmp_path, FIRST % how)
    assert meant(theatre, "First Brigade") == ["first", "second", "third"]
    assert meant(theatre, "FB") == ["first", "second", "third"]
    assert theatre.named("fb", DAYS[1]) == []
    assert meant(theatre, "Second Front")[1:] == ["second", "third"]


def test_what_split_keeps_its_name(tmp_path: Path) -> None:
    """Nothing tells which part is meant."""
    assert meant(theatre_of(tmp_path, FIRST % "split"), "First Brigade") == ["first"] * 3


def test_a_name_that_another_took_is_his(tmp_path: Path) -> None:
    """A new brigade of the old name."""
    rows = FIRST % "merge" + "- {id: other, name: First Brigade, kind: armed_group, from: 2015-01-01}\n"
    assert meant(theatre_of(tmp_path, rows), "First Brigade") == ["first", "first", "other"]


def test_a_circle_of_renames_ends(tmp_path: Path) -> None:
    """Two rows that name each other."""
    rows = (
        FIRST % "rename" + "- {id: fourth, name: Fourth, kind: armed_group, to: 2014-01-01, successors: [{id: fourth, on: 2014-01-02}]}\n"
    )
    assert [a.id for a in theatre_of(tmp_path, rows).named("Fourth", DAYS[2])] == ["fourth"]


def test_an_unknown_way_of_becoming_is_refused(tmp_path: Path) -> None:
    """The sentence says what may be written."""
    with pytest.raises(BadKnowledge, match="write rename, merge or split"):
        theatre_of(tmp_path, FIRST % "marriage")


@pytest.mark.parametrize(
    ("name", "day", "actor"),
    [
        ("Nusra Front", date(2015, 3, 1), "al_nusra_front"),
        ("Nusra Front", date(2016, 9, 1), "jabhat_fateh_al_sham"),
        ("Nusra Front", date(2017, 8, 2), "hayat_tahrir_al_sham"),
        ("former Nusra Front", date(2016, 9, 1), "jabhat_fateh_al_sham"),
        ("former Nusra Front", date(2017, 8, 2), "hayat_tahrir_al_sham"),
        ("Jabhat Fateh al-Sham", date(2017, 8, 2), "hayat_tahrir_al_sham"),
        ("Yarmouk Martyrs Brigade", date(2014, 8, 2), "yarmouk_martyrs_brigade"),
        ("Yarmouk Martyrs Brigade", date(2017, 8, 2), "jaysh_khalid_ibn_al_walid"),
        ("Liwa al-Islam", date(2013, 3, 1), "liwa_al_islam"),
        ("Liwa al-Islam", date(2015, 3, 1), "jaish_al_islam"),
        ("Mahdi Army", date(2015, 3, 1), "saraya_al_salam"),
        ("Burkan al-Furat", date(2017, 1, 1), "syrian_democratic_forces"),
        ("High Negotiations Committee", date(2018, 1, 1), "syrian_negotiation_commission"),
    ],
)
def test_the_shipped_register_follows_renames(name: str, day: date, actor: str) -> None:
    """Groups that changed their names, by the report's day."""
    assert load_theatre().named(name, day)[0].id == actor
