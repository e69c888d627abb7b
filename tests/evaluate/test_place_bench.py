"""The figures of placing, where the shared material is present."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimatlas.evaluate import place_ucdp
from claimatlas.evaluate.place_bench import geo
from claimatlas.evaluate.place_files import places_of, reading_of
from claimatlas.evaluate.place_traps import figures, outcomes, traps
from claimatlas.evaluate.shared import ABSENT, shared_folder
from claimatlas.reading import Reading


@pytest.fixture(scope="module")
def wide() -> Iterator[tuple[Path, Reading]]:
    """The shared folder, and a reading with its tables of places added."""
    folder = shared_folder()
    if folder is None or not places_of(folder):
        pytest.skip(ABSENT)
    reading = reading_of(folder)
    yield folder, reading
    reading.gazetteer.close()


def test_traps_are_placed(wide: tuple[Path, Reading]) -> None:
    found = figures(outcomes(traps(), wide[1]))
    assert found["right"] >= 0.92 and found["sure_wrong"] <= 0.02


def test_ucdp_events_are_placed(wide: tuple[Path, Reading]) -> None:
    folder, reading = wide
    found = place_ucdp.figures(place_ucdp.answers(place_ucdp.rows(folder)[::40], reading.resolver.places))
    assert found["all"] >= 0.85


def test_a_place_of_the_right_name_is_the_right_place(wide: tuple[Path, Reading]) -> None:
    assert geo(*wide)["geo_named"] >= 0.9


def test_absent_tables_are_no_tables(tmp_path: Path) -> None:
    assert places_of(tmp_path) == []
