"""Words of a theatre: read strictly, in force while its reports are read, gone after."""

from pathlib import Path

import pytest

from claimatlas.extract.nouns import nouns, people_heads
from claimatlas.model.errors import BadKnowledge
from claimatlas.publish.telling import is_plural
from claimatlas.read.outlet import is_name
from claimatlas.resolve.gazetteer_sources import country_words
from claimatlas.resolve.gazetteer_spot import spottable
from claimatlas.theatres import Theatre, load_theatre
from claimatlas.theatres.in_force import each_from, words_from, words_in_force
from claimatlas.theatres.words import Words

HEAD = "id: small\nname: Small war\ncountries: [SY]\nbounds: [35, 32, 42, 37]\n"


@pytest.fixture
def sudan() -> Theatre:
    """A theatre that is not the default."""
    return load_theatre("sudan")


def test_each_list_is_the_theatres_while_it_is_in_force(sudan: Theatre) -> None:
    seen = []
    for words in (load_theatre().words, sudan.words, Words()):
        with words_from(words):
            peoples = nouns("demonyms") & {"syrian", "sudanese", "russian"}
            names = (is_name("Sdf Wire"), is_name("Rsf Wire"), spottable(["Daesh"], "daesh", False), spottable(["Burhan"], "burhan", False))
            told = (people_heads()["opposition"], country_words("SD")[-1], is_plural("homs"), is_plural("tasis"))
        seen.append((sorted(peoples), names, told))
    assert seen == [
        (["russian", "syrian"], (False, True, False, True), ("Syrian opposition", "Sudan", False, True)),
        (["russian", "sudanese"], (True, False, True, False), ("opposition", "Sudanese", True, False)),
        (["russian"], (True, True, True, True), ("opposition", "Sudan", True, True)),
    ]


def test_without_a_word_the_default_theatre_is_meant(sudan: Theatre) -> None:
    assert words_in_force() == load_theatre().words
    with words_from(sudan.words):
        assert words_in_force() == sudan.words
    assert words_in_force() == load_theatre().words


def test_rows_are_fetched_by_the_words_and_used_without(sudan: Theatre) -> None:
    inside = each_from(sudan.words, (words_in_force() for _ in range(2)))
    assert [(row == sudan.words, words_in_force() == sudan.words) for row in inside] == [(True, False), (True, False)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("demonym: [x]", "no list `demonym`"),
        ("demonyms: x", "write a list"),
        ("collectives: [x]", "write a mapping"),
        ("peoples: {SY: x}", "list"),
    ],
)
def test_wrong_words_are_told(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "theatre.yaml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "words.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadKnowledge, match=said) as error:
        load_theatre(str(tmp_path))
    assert "words.yaml" in str(error.value)
