"""The floors: the last claim wins, the nearest place with a holder."""

from datetime import date

from claimatlas.control import Party
from claimatlas.control.evidence import Evidence
from claimatlas.evaluate.holds_floors import NEAR_KM, last_claim, nearest
from claimatlas.ledger.heard import Heard
from claimatlas.ledger.voices import Interest, Voice
from claimatlas.model.claim import Claim, Quote, ReaderInfo
from claimatlas.model.place import PlaceRef

ARMY, GROUP = Party("gov", "Government", "gov"), Party("is", "Group", "is")
HERE = PlaceRef("Here", "Here", "g:1", 35.0, 38.0)


def told(kind: str, party: Party, day: int, key: str) -> Evidence:
    """One piece of evidence of a day of May."""
    claim = Claim("r", "capture", "fact", Quote("x", 0, 1), ReaderInfo("test", "1"), id=key)
    on = date(2017, 5, day)
    return Evidence(kind, HERE, party, None, on, on, Heard(claim, Voice("v", "V", "own"), Interest(), 0.5, "2017-05-30"))


def test_the_last_that_took_or_held_by_the_date() -> None:
    evidence = [told("takes", ARMY, 2, "c_1"), told("takes", GROUP, 4, "c_2"), told("named", ARMY, 6, "c_3")]
    assert [last_claim(evidence, date(2017, 5, d)) for d in (1, 2, 3, 4, 9)] == [None, ARMY, ARMY, GROUP, GROUP]


def test_of_one_day_the_claim_last_by_id() -> None:
    evidence = [told("holds", GROUP, 2, "c_2"), told("takes", ARMY, 2, "c_1")]
    assert last_claim(evidence, date(2017, 5, 2)) == last_claim(evidence[::-1], date(2017, 5, 2)) == GROUP


def at(name: str, north_km: float) -> PlaceRef:
    """A place so far north of HERE."""
    return PlaceRef(name, name, f"g:{name}", 35.0 + north_km / 111.2, 38.0)


def test_the_nearest_other_place_within_reach() -> None:
    near, far, too_far = (at("near", 5), ARMY), (at("far", 20), GROUP), (at("too far", NEAR_KM + 1), ARMY)
    assert nearest(HERE, [far, near, (HERE, GROUP)]) == ARMY
    assert nearest(HERE, [too_far, far]) == GROUP
    assert nearest(HERE, [too_far]) is None
    assert nearest(PlaceRef("Nowhere", "Nowhere"), [near]) is None


def test_ties_by_name() -> None:
    pair = [(at("b", 5), GROUP), (at("a", 5), ARMY)]
    assert nearest(HERE, pair) == nearest(HERE, pair[::-1]) == ARMY
