"""What a person may mean while typing: actors of the register, places of the gazetteer, types of the codebook."""

from typing import Annotated, Any, Literal

import msgspec
from fastapi import APIRouter, Depends, Query

from claimatlas.model.actor import ActorRef
from claimatlas.model.codebook import codebook
from claimatlas.model.names import ARABIC, fold_name
from claimatlas.model.place import Place, PlaceRef
from claimatlas.serve.api_atlas import as_json
from claimatlas.serve.asked import Working
from claimatlas.serve.snapshot import Work
from claimatlas.serve.who import person

router = APIRouter(prefix="/api", tags=["desk"], dependencies=[Depends(person)])
MOST = 12


@router.get("/complete")
def complete(work: Working, slot: Literal["actor", "source", "place", "type"], q: Annotated[str, Query(max_length=100)] = "") -> Any:
    """Up to twelve things that a slot may hold, best first, each with `label` and `value`, the slot's own form."""
    found = {"actor": _actors, "source": _actors, "place": _places, "type": _types}[slot](work, q.strip())
    return as_json({"found": found[:MOST]})


def _actors(work: Work, q: str) -> list[dict[str, Any]]:
    wanted = fold_name(q)
    if not wanted:
        return []
    best = {a.id: a for a in work.theatre.named(q)}
    for spelling, entries in work.theatre.index.items():
        if len(best) > 4 * MOST:
            break
        if spelling.startswith(wanted):
            best |= {e.actor: work.theatre.actors[e.actor] for e in entries if e.actor not in best}
    named = ((a, msgspec.to_builtins(ActorRef(q, a.name, a.id))) for a in best.values())
    return [{"label": a.name, "note": a.kind.replace("_", " "), "value": value} for a, value in named]


def _places(work: Work, q: str) -> list[dict[str, Any]]:
    found = work.gazetteer.lookup(q) if q else []
    wanted = fold_name(q)
    if wanted and len(found) < MOST:
        known = {p.id for p in found}
        found = [*found, *(p for p in work.theatre.places if p.id not in known and fold_name(p.name).startswith(wanted))]
    return [{"label": p.name, "note": _where(p), "value": msgspec.to_builtins(_ref(q, p))} for p in found]


def _where(place: Place) -> str:
    arabic = next((n for n in place.names if ARABIC.search(n)), "")
    return ", ".join(x for x in (place.kind, *(a for a in place.admin[1:] if a), place.country, arabic) if x)


def _ref(q: str, place: Place) -> PlaceRef:
    return PlaceRef(q, place.name, place.id, place.lat, place.lon, 1, level=place.level, admin=place.admin)


def _types(work: Work, q: str) -> list[dict[str, Any]]:
    told = codebook().types.items()
    return [{"label": t.label, "note": name, "value": name} for name, t in told if q.lower() in f"{name} {t.label}".lower()]
