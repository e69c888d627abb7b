"""Entities of FollowTheMoney: their keys, and those that claims share (actors, places, reports)."""

import hashlib
import re
from collections.abc import Iterable
from typing import Any

from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import Claim, SourceRef
from claimatlas.model.names import fold_name
from claimatlas.model.place import PlaceRef
from claimatlas.model.report import Report
from claimatlas.publish.export.country_codes import country_of
from claimatlas.publish.profile_names import rules
from claimatlas.theatres import Theatre

Entity = dict[str, Any]
BODIES = ("state", "government", "ministry", "military", "security", "agency")
GROUPS = ("armed_group", "coalition", "operations_room", "political", "media", "monitor", "organisation", "international")
LANGUAGES = {
    "en": "eng",
    "ar": "ara",
    "fr": "fra",
    "tr": "tur",
    "ru": "rus",
    "de": "deu",
    "es": "spa",
    "fa": "fas",
    "he": "heb",
    "uk": "ukr",
}


def key(kind: str, told: str) -> str:
    """An id that FollowTheMoney allows (letters, figures, hyphens), different for different `told` of one kind."""
    slug = re.sub(r"[^0-9a-z]+", "-", told.lower()).strip("-")
    plain = re.fullmatch(r"[ce]_[0-9a-f]+|[0-9a-f]+", told)
    mark = "" if plain else "-" + hashlib.sha256(told.encode()).hexdigest()[:8]
    return f"{kind}-{slug[:48].strip('-')}{mark}"


def entity(ident: str, schema: str, properties: dict[str, Iterable[str | None]]) -> Entity:
    """One line: each property a list of texts without those that are empty or come twice; properties without any are left out."""
    clean = {name: list(dict.fromkeys(_text(v) for v in values if v and _text(v))) for name, values in properties.items()}
    return {"id": ident, "schema": schema, "properties": {name: values for name, values in clean.items() if values}}


def _text(value: str) -> str:
    """Without control characters, which readers of the format refuse."""
    return "".join(c for c in value if c in "\n\t" or c >= " ").strip()


def actor(ref: ActorRef | SourceRef, claim: Claim, where: str, theatre: Theatre) -> Entity:
    """An actor or speaker. Those that the register does not know are one entity a report and name, so that no two persons of one
    name become one; a withheld name is an entity of its own each time.
    """
    known = theatre.actors.get(ref.id or "")
    if known is None:
        schema = "Person" if isinstance(ref, SourceRef) and ref.kind == "person" else "LegalEntity"
        one = f"{claim.id} {where}" if rules()["withheld"] in ref.name else fold_name(ref.name)
        return entity(key("named", f"{schema} {claim.report_id} {one}"), schema, {"name": [ref.name or ref.text or "unnamed"]})
    schema = "Person" if known.kind == "person" else "PublicBody" if known.kind in BODIES else "LegalEntity"
    if known.kind in GROUPS:
        schema = "Organization"
    told: dict[str, Iterable[str | None]] = {
        "name": [known.name],
        "alias": [n.text for n in known.names],
        "country": [known.country.lower() if known.country else None],
        "classification": [known.kind.replace("_", " ")] if schema != "Person" else [],
        "position": [known.role] if schema == "Person" else [],
    }
    return entity(key("actor", known.id), schema, told)


def address(place: PlaceRef) -> Entity:
    """A place as an Address with its point; `remarks` say how exact it is."""
    code, admin = country_of(place), [*place.admin, None, None, None]
    exact = f"precision {place.precision}, within {place.radius_km:g} km" if place.precision and place.radius_km else None
    told: dict[str, Iterable[str | None]] = {
        "full": [", ".join(x for x in (place.name, admin[2], admin[1]) if x)],
        "country": [code.lower() if code else None],
        "region": [admin[1]],
        "latitude": [str(place.lat) if place.lat is not None else None],
        "longitude": [str(place.lon) if place.lon is not None else None],
        "remarks": [exact, place.why],
    }
    point = f"{place.id} {place.name} {place.lat} {place.lon} {place.precision} {place.radius_km}"
    return entity(key("place", point), "Address", told)


def article(report: Report) -> Entity:
    """A report. Its SHA-256 stands in `notes`: the model's checksum is a SHA-1."""
    return entity(
        report_key(report.id),
        "Article",
        {
            "fileName": [report.key or report.id],
            "title": [report.title],
            "author": [report.author],
            "publisher": [report.publisher],
            "publishedAt": [report.published.isoformat() if report.published else None],
            "sourceUrl": [report.url if report.url and report.url.startswith(("https://", "http://")) else None],
            "language": [LANGUAGES.get(report.language)],
            "notes": [f"sha256:{report.sha256}" if report.sha256 else None],
        },
    )


def report_key(report_id: str) -> str:
    """The entity's id of a report."""
    return key("report", report_id)
