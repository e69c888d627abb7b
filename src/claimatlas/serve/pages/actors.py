"""The page of an actor: names, sides, leaders, parents and alliances by date, and what is told of its deeds."""

from collections.abc import Iterable
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from claimatlas.model.actor import Actor, DatedLink
from claimatlas.model.event import Event
from claimatlas.serve.asked import Told
from claimatlas.serve.describe import told_event
from claimatlas.serve.page import page
from claimatlas.serve.snapshot import Snapshot
from claimatlas.serve.who import Reader
from claimatlas.theatres import Theatre

router = APIRouter()
SHOWN = 300


def dates(start: object, end: object) -> str:
    """«2013 to 2017», «since 2013», «»."""
    if start is None and end is None:
        return ""
    if end is None:
        return f"since {start}"
    return f"until {end}" if start is None else f"{start} to {end}"


def _links(links: Iterable[DatedLink], theatre: Theatre) -> list[dict[str, Any]]:
    rows = []
    for link in links:
        other = theatre.actors.get(link.value)
        name = other.name if other else theatre.side_name(link.value)
        rows.append({"name": name, "id": link.value if other else None, "when": dates(link.valid_from, link.valid_to)})
    return rows


def _of(event: Event, told: Snapshot, key: str) -> tuple[bool, bool]:
    """Whether the actor acts in an event, and whether it is done to it."""
    claims = [told.claims[c] for c in event.claims if c in told.claims]
    return any(key in (a.id, a.name) for c in claims for a in c.agent), any(key in (a.id, a.name) for c in claims for a in c.target)


@router.get("/actors/{key:path}")
def actor(request: Request, who: Reader, told: Told, key: str) -> Response:
    """One actor, by its register id, or a name that the register does not know."""
    return page(request, "actor.html", who, **actor_page(told, key))


def actor_page(told: Snapshot, key: str) -> dict[str, Any]:
    """What actor.html shows. Raises: HTTPException 404 where neither register nor ledger has such an actor."""
    entry = told.theatre.actors.get(key)
    roles = [(e, *_of(e, told, key)) for e in told.view.events]
    acts = [e for e, agent, _ in roles if agent]
    suffers = [e for e, agent, target in roles if target and not agent]
    if entry is None and not acts and not suffers:
        raise HTTPException(404, f"'{key}' is no actor of the register or the ledger.")
    return {
        "name": entry.name if entry else key,
        "known": _entry(entry, told.theatre) if entry else None,
        "acts": [told_event(told, e) for e in reversed(acts)][:SHOWN],
        "suffers": [told_event(told, e) for e in reversed(suffers)][:SHOWN],
    }


def _entry(entry: Actor, theatre: Theatre) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kind": entry.kind.replace("_", " "),
        "role": entry.role,
        "note": entry.note,
        "names": [{"text": n.text, "lang": n.lang, "when": dates(n.valid_from, n.valid_to)} for n in entry.names],
        "links": [
            (title, _links(links, theatre))
            for title, links in (
                ("Sides", entry.sides),
                ("Belongs to", entry.parents),
                ("Leaders", entry.leaders),
                ("Alliances", entry.allies),
                ("Became", entry.successors),
            )
            if links
        ],
    }
