"""The shared tables of places, added to a reading for the sake of measuring."""

from pathlib import Path

from claimatlas.reading import ReaderName, Reading


def places_of(folder: Path) -> list[Path]:
    """The Who's On First tables of the shared material; [] where they are absent."""
    return sorted((folder / "data" / "whosonfirst").glob("*_places.csv"))


def reading_of(folder: Path, reader: ReaderName = "rules") -> Reading:
    """A reading that knows the shared tables of places beside those that the user added."""
    return Reading(reader=reader, places=places_of(folder))
