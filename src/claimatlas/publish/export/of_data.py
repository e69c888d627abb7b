"""From the bundle of an export to its layers."""

from collections.abc import Callable

from claimatlas.model.errors import InputError
from claimatlas.model.hold import Hold, Holder
from claimatlas.publish.export.data import ExportData
from claimatlas.publish.export.layer import Layer
from claimatlas.publish.export.layers import areas_layer, claims_layer, events_layer, holds_layer


def layer_of(data: ExportData, name: str) -> Layer:
    """One layer by name: events, claims, holds or areas. Raises: InputError for another name."""
    if name not in LAYERS:
        raise InputError(f"'{name}' is no layer; use {', '.join(LAYERS)}.")
    return LAYERS[name](data)


def layers_of(data: ExportData) -> list[Layer]:
    """All four layers."""
    return [made(data) for made in LAYERS.values()]


def colors_of(data: ExportData) -> dict[str, str]:
    """The theatre's neutral colour (#rrggbb) of each side, by the side's name."""
    return {side.name: side.color for side in data.theatre.sides.values()}


def _events(data: ExportData) -> Layer:
    return events_layer(data.events, data.claims)


def _claims(data: ExportData) -> Layer:
    return claims_layer(data.claims.values(), data.reports)


def _holds(data: ExportData) -> Layer:
    return holds_layer([h for h in data.holds if _chosen(data, h)], lambda holder: _side(data, holder))


def _areas(data: ExportData) -> Layer:
    return areas_layer([a for a in data.areas if _chosen(data, a.hold)], lambda holder: _side(data, holder))


LAYERS: dict[str, Callable[[ExportData], Layer]] = {"events": _events, "claims": _claims, "holds": _holds, "areas": _areas}


def _chosen(data: ExportData, hold: Hold) -> bool:
    """Whether a hold belongs to what is chosen: all do where all events are, else those that rest on a claim that is chosen."""
    if len(data.events) == len(data.whole):
        return True
    cited = {*hold.because, *(c for r in hold.rivals for c in r.because)}
    return not cited.isdisjoint(data.claims)


def _side(data: ExportData, holder: Holder | None) -> str | None:
    """The name of a holder's side on the date asked about."""
    if holder is None:
        return None
    sides = data.theatre.sides
    found = holder.id if holder.id in sides else data.theatre.side_of(holder.id, holder.name, data.on)
    return sides[found].name if found in sides else None
