"""Slots of a claim as PLOVER has them: mode, special contexts, place and counts."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from claimatlas.model.claim import Claim
from claimatlas.model.codebook import codebook
from claimatlas.model.place import PlaceRef
from claimatlas.model.quantity import Quantity
from claimatlas.model.report import Report
from claimatlas.publish.export.country_codes import alpha3, country_of
from claimatlas.publish.export.plover_actors import has_word, rules

SIZES = {"killed": "dead", "wounded": "injured", "captured": "arrested"}


def mode(claim: Claim) -> list[str]:
    """The mode that the quote's words tell, else the common one of the claim's type, else none."""
    for name, words in rules()["told"].get(claim.type, {}).items():
        if has_word(claim.quote.exact, words):
            return [name]
    mapped = codebook().types[claim.type].plover
    return [mapped[1]] if mapped and mapped[1] else []


def special(claim: Claim, report: Report) -> list[str]:
    """PLOVER's special contexts that hold of a claim, in the order of plover.yaml.

    Denied: negation. Conditional (threatened, demanded, planned, possible): hypothetical. Predicted, or dated after the report: future.
    Ended more than `historical_days` before the report: historical."""
    found = []
    start, end = claim.time.start, claim.time.end
    if claim.stance == "denied":
        found.append("negation")
    if claim.stance == "conditional":
        found.append("hypothetical")
    if claim.stance == "predicted" or (start and report.published and start > report.published):
        found.append("future")
    if _long_ago(end, report.published) and claim.stance not in ("conditional", "predicted"):
        found.append("historical")
    return [name for name in rules()["special"] if name in found]


def _long_ago(end: date | None, published: date | None) -> bool:
    return bool(end and published and end < published - timedelta(days=rules()["historical_days"]))


def location(place: PlaceRef | None) -> dict[str, Any] | None:
    """PLOVER's location object, with how exact it is; `geonameid` only where GeoNames is the place's source."""
    if place is None:
        return None
    code = country_of(place)
    admin = [*place.admin, None, None, None]
    number = (place.id or "").removeprefix("geonames:")
    return {
        "geonameid": int(number) if number != place.id and number.isdecimal() else None,
        "place_id": place.id,
        "name": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "country code": code,
        "cc3": alpha3(code),
        "admin1": admin[1],
        "admin2": admin[2],
        "level": place.level,
        "precision": place.precision,
        "radius_km": place.radius_km,
        "relation": place.relation,
        "part": place.part,
        "text": place.text,
        "start": place.start,
        "end": place.end,
    }


def magnitude(quantities: Iterable[Quantity]) -> dict[str, Any]:
    """`dead`, `injured` and `arrested` as PLOVER's "integer or code", and all counts with their bounds under `size_info`.

    Codes: 12 exactly, "~50" about, ">=20" at least, "<=30" at most, "10-20" between. Several counts of one kind (by who is counted) are not
    summed: the field is then None, and `size_info` has each.
    """
    told = list(quantities)
    short: dict[str, Any] = {}
    for what, name in SIZES.items():
        own = [q for q in told if q.what == what]
        short[name] = number_code(own[0]) if len(own) == 1 else None
    sizes = [{"what": SIZES.get(q.what, q.what), "low": q.low, "high": q.high, "approx": q.approx, "who": q.who} for q in told]
    return {**short, "size_info": sizes}


def number_code(quantity: Quantity) -> int | float | str | None:
    """A count as a number where it is exact, else as a code; None where neither bound is told."""
    low, high = _plain(quantity.low), _plain(quantity.high)
    if low is None or high is None:
        return f">={low}" if low is not None else f"<={high}" if high is not None else None
    if low != high:
        return f"{low}-{high}"
    return f"~{low}" if quantity.approx else low


def _plain(number: float | None) -> int | float | None:
    return int(number) if number is not None and float(number).is_integer() else number
