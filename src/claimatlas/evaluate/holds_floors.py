"""Two floors for the conclusions about land, kept to measure against and never shown: last claim wins, nearest neighbour."""

from collections.abc import Sequence
from datetime import date

from claimatlas.control.evidence import Evidence
from claimatlas.control.telling import Party
from claimatlas.model.place import PlaceRef, distance_km

TAKING = ("takes", "part", "holds")
NEAR_KM = 30.0


def last_claim(evidence: Sequence[Evidence], on: date) -> Party | None:
    """Who was last told to have taken or to hold a place or a part of it, by the date; ties by claim id."""
    told = [e for e in evidence if e.kind in TAKING and e.on <= on]
    return max(told, key=lambda e: (e.on, e.claim_id)).party if told else None


def nearest(place: PlaceRef, held: Sequence[tuple[PlaceRef, Party]]) -> Party | None:
    """Who holds the nearest other place, within NEAR_KM; ties by name; None where none is near or the place has no point."""
    if place.lat is None or place.lon is None:
        return None
    gaps = [
        (distance_km(place.lat, place.lon, p.lat, p.lon), p.name, party)
        for p, party in held
        if p.lat is not None and p.lon is not None and p.id != place.id
    ]
    near = min(gaps, key=lambda g: g[:2], default=None)
    return near[2] if near is not None and near[0] <= NEAR_KM else None
