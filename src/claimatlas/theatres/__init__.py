"""Knowledge is data: one folder a theatre of war, read into a Theatre."""

from claimatlas.theatres.load import load_theatre, theatre_stamp
from claimatlas.theatres.theatre import Descriptor, NamedActor, Outlet, Side, Theatre

__all__ = ["Descriptor", "NamedActor", "Outlet", "Side", "Theatre", "load_theatre", "theatre_stamp"]
