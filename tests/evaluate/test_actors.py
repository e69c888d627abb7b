"""Actors of hand-coded reports are resolved to the entries of the register that the key names."""

import pytest

from claimatlas.evaluate.actors import FLOOR, actor_keys, resolved
from claimatlas.evaluate.shared import ABSENT, shared_folder
from claimatlas.reading import Reading
from claimatlas.theatres import load_theatre

FOLDER = shared_folder()


def test_the_key_names_entries_of_the_register() -> None:
    """Every id of the key is an actor's."""
    known = load_theatre().actors
    assert {i for ids in actor_keys().values() for i in ids} - set(known) == set()


@pytest.mark.skipif(FOLDER is None, reason=ABSENT)
def test_mentions_get_the_right_id() -> None:
    """On a small sample; the bench measures more."""
    assert FOLDER is not None
    found = resolved(FOLDER, Reading(reader="rules"), every=40)
    assert found.of > 200
    assert found.share >= FLOOR - 0.02, found.wrong.most_common(5)
