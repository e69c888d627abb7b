"""Lookups are measured where the shared tables are present."""

import pytest

from claimatlas.evaluate.place_files import places_of
from claimatlas.evaluate.place_speed import alone
from claimatlas.evaluate.shared import ABSENT, shared_folder


def test_looking_names_up_is_measured_in_a_process_of_its_own() -> None:
    folder = shared_folder()
    if folder is None or not places_of(folder):
        pytest.skip(ABSENT)
    found = alone()
    assert set(found) == {"written", "misspelt", "open_s", "memory_mb"}
    assert all(value > 0 for value in found.values())
