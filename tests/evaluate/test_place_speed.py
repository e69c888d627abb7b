"""Lookups are measured where the shared tables are present."""

import pytest

from claimatlas.evaluate.place_files import places_of
from claimatlas.evaluate.place_speed import alone
from claimatlas.evaluate.shared import ABSENT, shared_folder


def test_looking_names_up_stays_small() -> None:
    folder = shared_folder()
    if folder is None or not places_of(folder):
        pytest.skip(ABSENT)
    found = alone()
    assert found["memory_mb"] < 200
    assert found["written"] > 0 and found["misspelt"] > 0
