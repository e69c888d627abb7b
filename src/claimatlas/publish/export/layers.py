"""Events, claims, holds and areas of control as layers: which columns each has, and how they are filled."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from claimatlas.control.area import Area
from claimatlas.model.claim import Claim
from claimatlas.model.event import Event
from claimatlas.model.hold import Hold, Holder
from claimatlas.model.place import PlaceRef
from claimatlas.model.report import Report
from claimatlas.model.time import TimeRange
from claimatlas.publish.export.jsonl import in_order
from claimatlas.publish.export.layer import Field, Layer, point, polygons, row
from claimatlas.publish.kinds import label_of
from claimatlas.publish.words import quantity

SideOf = Callable[[Holder | None], str | None]
"""The side of a holder, in words; None where nothing says."""

PLACE = (
    Field("place", "text", "name of the place"),
    Field("place_id", "text", "its id in the gazetteer"),
    Field("latitude", "real", "degrees north, WGS 84"),
    Field("longitude", "real", "degrees east, WGS 84"),
    Field("precision", "whole", "1 the place itself, 2 near it or a part of it, 3 district or wider, 4 province, 5 country"),
    Field("radius_km", "real", "how far from the point the place may lie, in km"),
    Field("country", "text", "country"),
    Field("admin1", "text", "province"),
    Field("admin2", "text", "district"),
)
TIME = (
    Field("start", "day", "first day"),
    Field("end", "day", "last day, inclusive"),
    Field("date_precision", "whole", "1 day, 2 week, 3 month, 4 year or wider"),
    Field("date_default", "flag", "true where no words give the time: the day before the report to its date"),
)
KILLED = (
    Field("killed_low", "whole", "killed, at least"),
    Field("killed_high", "whole", "killed, at most"),
)
EVENT = (
    Field("event_id", "text", "id of the event, from its content"),
    Field("type", "text", "type of the codebook"),
    Field("label", "text", "the type in plain words"),
    Field("status", "text", "reported, corroborated, disputed, denied or corrected"),
    Field("belief", "real", "how far the evidence carries, 0 to 1"),
    Field("credibility", "whole", "Admiralty code, 1 (confirmed) to 6 (cannot be judged)"),
    *TIME,
    *PLACE,
    Field("agents", "texts", "who did it"),
    Field("targets", "texts", "to whom"),
    *KILLED,
    Field("sources", "texts", "independent voices, heaviest first"),
    Field("claims", "texts", "ids of the claims"),
    Field("first_reported", "day", "date of the first report"),
    Field("last_reported", "day", "date of the last report"),
)
CLAIM = (
    Field("claim_id", "text", "id of the claim, from its content"),
    Field("event_id", "text", "id of the event that it belongs to"),
    Field("type", "text", "type of the codebook"),
    Field("label", "text", "the type in plain words"),
    Field("stance", "text", "fact, alleged, denied, conditional or predicted"),
    Field("quote", "text", "the words that carry the claim"),
    *TIME,
    *PLACE,
    Field("agents", "texts", "who did it"),
    Field("targets", "texts", "to whom"),
    Field("quantities", "texts", "numbers told, in words"),
    *KILLED,
    Field("speakers", "texts", "who says so, nearest to the words first"),
    Field("speaker_side", "text", "the side of the nearest speaker whose side is known, on the date of the report"),
    Field("report_id", "text", "id of the report"),
    Field("report_key", "text", "name of the report"),
    Field("publisher", "text", "who published it"),
    Field("published", "day", "date of the report"),
    Field("title", "text", "its title"),
    Field("url", "text", "its address"),
    Field("quote_start", "whole", "where the words begin in the report, in code points"),
    Field("quote_end", "whole", "where they end"),
    Field("confidence", "real", "of claims at 0.8, about 80 in a hundred are right"),
    Field("flags", "texts", "remarks of the reader and the ledger"),
    Field("reader", "text", "what read it, with its version"),
)
HOLD = (
    Field("place", "text", "name of the place"),
    Field("place_id", "text", "its id in the gazetteer"),
    Field("latitude", "real", "degrees north, WGS 84"),
    Field("longitude", "real", "degrees east, WGS 84"),
    Field("on", "day", "the day that the answer is for"),
    Field("known", "day", "only reports up to this day were used; empty: all"),
    Field("status", "text", "held, claimed, contested or unknown"),
    Field("holder", "text", "who holds or claims it"),
    Field("holder_id", "text", "the holder's id in the register"),
    Field("side", "text", "the holder's side"),
    Field("rivals", "texts", "others whom claims name"),
    Field("share_low", "real", "percent of the place held, at least"),
    Field("share_high", "real", "percent of the place held, at most"),
    Field("since", "day", "since when, as far as told"),
    Field("evidence_age_days", "whole", "age of the newest evidence in days"),
    Field("because", "texts", "ids of the claims that it rests on"),
    Field("why", "text", "a remark: why the answer is unknown, or what it rests on"),
)


def events_layer(events: Iterable[Event], claims: Mapping[str, Claim]) -> Layer:
    """A row an event in the order given; an event without a point has no shape."""
    return Layer("events", "Events", "Point", EVENT, tuple(row(EVENT, *_event(e, claims)) for e in events))


def _event(event: Event, claims: Mapping[str, Claim]) -> tuple[dict[str, Any], Any]:
    own = [claims[c] for c in event.claims if c in claims]
    killed = event.slots.get("quantities.killed")
    told = {
        "event_id": event.id,
        "type": event.type,
        "label": label_of(event.type),
        "status": event.status,
        "belief": event.belief.value,
        "credibility": event.credibility,
        **_time(event.time),
        **_place(event.place),
        "agents": _once(a.name for c in own for a in c.agent),
        "targets": _once(a.name for c in own for a in c.target),
        "killed_low": killed.low if killed else None,
        "killed_high": killed.high if killed else None,
        "sources": _once(v.name for v in event.voices),
        "claims": event.claims,
        "first_reported": event.first_reported,
        "last_reported": event.last_reported,
    }
    return told, _at(event.place)


def claims_layer(claims: Iterable[Claim], reports: Mapping[str, Report]) -> Layer:
    """A row a claim, by report and place in its text. Raises: KeyError where a claim's report is not given."""
    made = (row(CLAIM, _claim(c, reports[c.report_id]), _at(c.place)) for c in in_order(claims, reports))
    return Layer("claims", "Claims", "Point", CLAIM, tuple(made))


def _claim(claim: Claim, report: Report) -> dict[str, Any]:
    killed = [q for q in claim.quantities if q.what == "killed"]
    return {
        "claim_id": claim.id,
        "event_id": claim.event,
        "type": claim.type,
        "label": label_of(claim.type),
        "stance": claim.stance,
        "quote": claim.quote.exact,
        **_time(claim.time),
        **_place(claim.place),
        "agents": _once(a.name for a in claim.agent),
        "targets": _once(a.name for a in claim.target),
        "quantities": [quantity(q) for q in claim.quantities],
        "killed_low": killed[0].low if killed else None,
        "killed_high": killed[0].high if killed else None,
        "speakers": _once(s.name for s in claim.source),
        "speaker_side": next((s.side for s in claim.source if s.side), None),
        "report_id": report.id,
        "report_key": report.key,
        "publisher": report.publisher,
        "published": report.published,
        "title": report.title,
        "url": report.url,
        "quote_start": claim.quote.start,
        "quote_end": claim.quote.end,
        "confidence": claim.confidence,
        "flags": claim.flags,
        "reader": f"{claim.reader.name} {claim.reader.version}",
    }


def holds_layer(holds: Iterable[Hold], side: SideOf = lambda holder: None) -> Layer:
    """A row a hold in the order given; one of a place that was not found has no shape."""
    return Layer(
        "holds", "Who holds which place", "Point", HOLD, tuple(row(HOLD, _hold(h, side), point(h.place.lon, h.place.lat)) for h in holds)
    )


def areas_layer(areas: Iterable[Area], side: SideOf = lambda holder: None) -> Layer:
    """A row an area of control in the order given, with the columns of its hold."""
    made = tuple(row(HOLD, _hold(a.hold, side), polygons(a.shape)) for a in areas)
    return Layer("areas", "Areas of control", "MultiPolygon", HOLD, made)


def _hold(hold: Hold, side: SideOf) -> dict[str, Any]:
    return {
        "place": hold.place.name,
        "place_id": hold.place.id,
        "latitude": hold.place.lat,
        "longitude": hold.place.lon,
        "on": hold.on,
        "known": hold.known,
        "status": hold.status,
        "holder": hold.holder.name if hold.holder else None,
        "holder_id": hold.holder.id if hold.holder else None,
        "side": side(hold.holder),
        "rivals": _once(r.holder.name for r in hold.rivals),
        "share_low": hold.share.low if hold.share else None,
        "share_high": hold.share.high if hold.share else None,
        "since": hold.since,
        "evidence_age_days": hold.evidence_age_days,
        "because": hold.because,
        "why": hold.why,
    }


def _time(time: TimeRange) -> dict[str, Any]:
    return {"start": time.start, "end": time.end, "date_precision": time.precision, "date_default": time.default}


def _place(place: PlaceRef | None) -> dict[str, Any]:
    country, admin1, admin2 = [*(place.admin if place else ()), None, None, None][:3]
    return {
        "place": place.name if place else None,
        "place_id": place.id if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "precision": place.precision if place else None,
        "radius_km": place.radius_km if place else None,
        "country": country,
        "admin1": admin1,
        "admin2": admin2,
    }


def _at(place: PlaceRef | None) -> Any:
    return point(place.lon, place.lat) if place else None


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
