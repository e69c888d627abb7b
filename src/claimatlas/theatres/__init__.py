"""Knowledge is data: one folder a theatre of war, read into a Theatre."""

from claimatlas.theatres.load import load_theatre, mistakes, shipped_theatres, theatre_stamp
from claimatlas.theatres.new import new_theatre
from claimatlas.theatres.theatre import Descriptor, NamedActor, Outlet, Side, Theatre
from claimatlas.theatres.thin import thin_spots

__all__ = [
    "Descriptor",
    "NamedActor",
    "Outlet",
    "Side",
    "Theatre",
    "load_theatre",
    "mistakes",
    "new_theatre",
    "shipped_theatres",
    "theatre_stamp",
    "thin_spots",
]
