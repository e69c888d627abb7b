"""Actors and speakers are resolved against the register at the report's date."""

from datetime import date

import pytest

from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import SourceRef
from claimatlas.resolve.actor import resolve_actor, resolve_source
from claimatlas.theatres import Theatre, load_theatre

DATES = [(date(2015, 5, 1), "al-Nusra Front"), (date(2016, 10, 1), "Jabhat Fateh al-Sham"), (date(2017, 6, 1), "Hayat Tahrir al-Sham")]


@pytest.fixture(scope="module")
def theatre() -> Theatre:
    return load_theatre()


def ref(text: str) -> ActorRef:
    """A reference that names nothing but words."""
    return ActorRef(text, text, None, 0, len(text))


@pytest.mark.parametrize(("on", "name"), DATES)
@pytest.mark.parametrize("words", ["Jabhat al-Nusra", "al-Nusra Front", "Nusra"])
def test_a_name_is_the_actor_of_its_day(theatre: Theatre, words: str, on: date, name: str) -> None:
    """The Nusra line by its old name: the group that bore it then, or the one it had become."""
    found = resolve_actor(ref(words), theatre, on)
    assert found.name == name
    assert found.id in theatre.actors


@pytest.mark.parametrize(("on", "_"), DATES)
def test_the_others_of_that_name_are_candidates(theatre: Theatre, on: date, _: str) -> None:
    """All three stay as candidates, the chosen one first, with falling scores."""
    found = resolve_actor(ref("Jabhat al-Nusra"), theatre, on)
    assert found.candidates[0].id == found.id
    assert {c.name for c in found.candidates} >= {name for _, name in DATES}
    scores = [c.score for c in found.candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < s <= 1 for s in scores)


def test_without_a_date_a_name_still_means_someone(theatre: Theatre) -> None:
    """An undated report resolves, with the same answer each time."""
    assert resolve_actor(ref("Jabhat al-Nusra"), theatre, None) == resolve_actor(ref("Jabhat al-Nusra"), theatre, None)
    assert resolve_actor(ref("ISIS"), theatre, None).name == "Islamic State"


def test_words_and_span_are_kept(theatre: Theatre) -> None:
    """Resolving chooses a name; it does not touch the report's words."""
    found = resolve_actor(ActorRef("Daesh fighters", "Daesh", None, 7, 21), theatre, date(2017, 8, 2))
    assert (found.text, found.start, found.end, found.name) == ("Daesh fighters", 7, 21, "Islamic State")


def test_an_unknown_actor_stays_unknown(theatre: Theatre) -> None:
    """No near guess: id None, no candidates."""
    words = ref("Falcons of Jisr Brigade")
    assert resolve_actor(words, theatre, date(2017, 8, 2)) == words


def test_an_id_chosen_before_is_kept(theatre: Theatre) -> None:
    """What the reader chose by context is not chosen again by words."""
    known = theatre.named("ISIS")[0]
    found = resolve_actor(ActorRef("the group", "the group", known.id, 0, 9), theatre, date(2017, 8, 2))
    assert (found.id, found.name, found.text) == (known.id, known.name, "the group")


def test_a_speaker_gets_id_and_side(theatre: Theatre) -> None:
    """SANA speaks for the government."""
    found = resolve_source(SourceRef("SANA", "SANA"), theatre, date(2017, 8, 2))
    assert found.id in theatre.actors
    assert found.side == "government"


def test_a_nameless_speaker_stays_nameless(theatre: Theatre) -> None:
    """ "activists" are nobody of the register; a side told by the words stays."""
    words = SourceRef("opposition activists", "opposition activists", None, "anonymous", "opposition")
    assert resolve_source(words, theatre, date(2017, 8, 2)) == words


def test_a_side_given_is_not_overruled(theatre: Theatre) -> None:
    """The words' own side wins over the register's."""
    assert resolve_source(SourceRef("SANA", "SANA", side="neutral"), theatre, date(2017, 8, 2)).side == "neutral"


def test_an_unknown_speaker_stays(theatre: Theatre) -> None:
    """No id, no side."""
    words = SourceRef("Radio Nowhere", "Radio Nowhere")
    assert resolve_source(words, theatre, date(2017, 8, 2)) == words
