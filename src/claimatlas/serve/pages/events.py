"""The page of an event: what is told of it by whom, in the order told, what stands, what is disputed or set right."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from claimatlas.serve.asked import Told, found
from claimatlas.serve.describe import told_event
from claimatlas.serve.page import page
from claimatlas.serve.snapshot import Snapshot
from claimatlas.serve.who import Reader

router = APIRouter()


@router.get("/events/{event_id}")
def event(request: Request, who: Reader, told: Told, event_id: str) -> Response:
    """One event."""
    return page(request, "event.html", who, **event_page(told, event_id))


def event_page(told: Snapshot, event_id: str) -> dict[str, Any]:
    """What event.html shows. Raises: HTTPException 404 where there is no such event."""
    one = told.events.get(event_id)
    found(one, "event", event_id)
    assert one is not None
    row = told_event(told, one, claims=True)
    row["claims"].sort(key=lambda c: (c["report"]["date"] or "", c["report"]["id"], c["id"]))
    acting = {a["id"] or a["name"]: a["name"] for c in row["claims"] for role in ("agent", "target") for a in c["slots"][role]}
    return {"e": row, "actors": acting, "rivals": _rivals(row["values"]), "slots": _standing(row["slots"])}


def words(value: Any) -> str:
    """A slot's value on one line: names joined, numbers and dates as they are."""
    if isinstance(value, dict):
        kept = (
            [value.get("name") or value.get("text")]
            if "name" in value
            else [f"{k} {words(v)}" for k, v in value.items() if v not in (None, "", [])]
        )
        return ", ".join(str(x) for x in kept)
    if isinstance(value, list | tuple):
        return ", ".join(words(v) for v in value)
    return "not told" if value is None else str(value)


def _rivals(values: dict[str, Any]) -> list[dict[str, Any]]:
    """Slots that are told in more than one way, with how many claims tell each."""
    return [
        {
            "slot": slot.replace("_", " "),
            "values": [{"words": words(v["value"]), "n": len(v["claims"]), "weight": v["weight"]} for v in told],
        }
        for slot, told in sorted(values.items())
        if len(told) > 1
    ]


def _standing(slots: dict[str, Any]) -> list[dict[str, Any]]:
    """What stands of each slot: value, range, who tells it, who tells it otherwise."""
    return [
        {
            "slot": name.replace("_", " "),
            "value": words(s["value"]),
            "range": f"{words(s['low'])} to {words(s['high'])}" if s["low"] != s["high"] else "",
            "by": ", ".join(s["by"]),
            "otherwise": ", ".join(s["otherwise"]),
            "revised": ", then ".join(words(v) for v in s["revised"]),
        }
        for name, s in sorted(slots.items())
    ]
