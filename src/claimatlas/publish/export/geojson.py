"""Events with a point as GeoJSON (RFC 7946), for every mapping program."""

import json
from collections.abc import Iterable, Mapping
from typing import TextIO

from claimatlas.model.claim import Claim
from claimatlas.model.event import Event
from claimatlas.publish.export.data import ExportData
from claimatlas.publish.export.events_csv import event_fields


def write_geojson(events: Iterable[Event], claims: Mapping[str, Claim], stream: TextIO) -> int:
    """Writes a FeatureCollection and returns the number of features; events without a point are left out."""
    features = []
    for event in events:
        fields = event_fields(event, claims)
        point = (fields.pop("longitude"), fields.pop("latitude"))
        if None in point:
            continue
        features.append(
            {"type": "Feature", "id": event.id, "geometry": {"type": "Point", "coordinates": list(point)}, "properties": fields}
        )
    json.dump({"type": "FeatureCollection", "features": features}, stream, ensure_ascii=False, separators=(",", ":"))
    stream.write("\n")
    return len(features)


def export_geojson(data: ExportData, stream: TextIO) -> int:
    """The chosen events."""
    return write_geojson(data.events, data.claims, stream)
