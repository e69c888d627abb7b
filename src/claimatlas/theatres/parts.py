"""All that a theatre's files list, each entry beside the row that it was read from, so that a check can name the row."""

from dataclasses import dataclass

from claimatlas.model.place import Place
from claimatlas.theatres.actor_rows import ActorRow
from claimatlas.theatres.head import Head
from claimatlas.theatres.rows import Row
from claimatlas.theatres.theatre import Descriptor, Outlet, Side
from claimatlas.theatres.words import Words


@dataclass(frozen=True, slots=True)
class Parts:
    """A theatre as read and not yet checked across rows; `first` is theatre.yaml itself."""

    first: Row
    head: Head
    sides: list[tuple[Row, Side]]
    actors: list[ActorRow]
    outlets: list[tuple[Row, Outlet]]
    unnamed: list[tuple[Row, Descriptor]]
    places: list[tuple[Row, Place]]
    words: Words
    provinces: list[tuple[Row, Place]]
