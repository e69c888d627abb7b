"""The register's side of an explanation."""

from datetime import date

import pytest

from claimatlas.explain.actor import entry
from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import SourceRef
from claimatlas.theatres import load_theatre

NUSRA = "Jabhat al-Nusra"


@pytest.fixture(scope="module")
def theatre():
    return load_theatre("syria_iraq")


def test_a_name_is_told_with_when_it_was_valid_and_what_else_bears_it(theatre):
    on = date(2014, 5, 1)
    actor = theatre.named(NUSRA, on)[0]
    found = entry(ActorRef(NUSRA, actor.name, actor.id, 4, 19), theatre, on)
    assert found.by.startswith("the register's name «Jabhat al-Nusra» from 2012")
    assert found.options[0].chosen and found.options[0].id == actor.id
    assert [w.text for w in found.words] == [NUSRA]
    later = [o for o in found.options if not o.chosen]
    assert later and all(("so called" in o.note and "2016" in o.note) or "2017" in o.note for o in later)


def test_words_that_are_no_name_say_what_they_stand_for(theatre):
    ref = ActorRef("the group", "Islamic State", "islamic_state", 0, 9)
    assert entry(ref, theatre, None, "description").by == "a description of what the report names: Islamic State"
    assert "takes for «Islamic State»" in entry(ref, theatre, None).by


def test_an_actor_without_entry_is_kept_and_says_so(theatre):
    assert "kept under its own words" in entry(ActorRef("Lions of Qasr", "Lions of Qasr", None, 0, 13), theatre, None).by
    speaker = SourceRef("a military source", "military sources", None, "anonymous", "government", 0, 17)
    assert "without a name" in entry(speaker, theatre, None).by
