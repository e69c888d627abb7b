"""KML 2.2 for Google Earth and others: events by type, holds and areas of control, with their time, in folders."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely
from lxml import etree
from shapely.geometry.base import BaseGeometry

from claimatlas.model.claim import Claim
from claimatlas.model.report import Report
from claimatlas.publish.export.data import ExportData
from claimatlas.publish.export.kml_style import GREY, side_keys, style_of, styles
from claimatlas.publish.export.kml_words import about_event, about_hold, printable
from claimatlas.publish.export.layer import Layer, Row, flat
from claimatlas.publish.export.of_data import colors_of, layer_of

KML = "http://www.opengis.net/kml/2.2"
DIGITS = 6
Told = dict[str, Any]


def write_kml(
    layers: Sequence[Layer], claims: Mapping[str, Claim], reports: Mapping[str, Report], colors: Mapping[str, str], path: Path
) -> int:
    """Writes events, holds and areas (of layers with these names) and returns the number of placemarks; equal input, equal bytes.

    `colors`: name of a side to its colour (#rrggbb), for holds and areas. Names are plain text; descriptions are HTML in which all
    that comes from reports is escaped. Events without a point are listed without one, in a folder of their own.
    """
    root = etree.Element(f"{{{KML}}}kml", nsmap={None: KML})
    document = _node(root, "Document")
    _text(document, "name", "Claimatlas")
    _text(document, "open", "1")
    _text(document, "description", "Reported, not verified.")
    document.extend(styles(KML, colors))
    count, keys = 0, side_keys(colors)
    for layer in layers:
        rows = [(dict(zip((f.name for f in layer.fields), row.values, strict=True)), row) for row in layer.rows]
        if layer.name == "events":
            count += _events(document, layer, rows, lambda told: about_event(told, claims, reports))
        elif layer.name in ("holds", "areas"):
            marks = _folder(document, layer.title)
            for told, row in rows:
                count += _hold(marks, layer, told, row, keys.get(told["side"], GREY))
    path.write_bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))
    return count


def _events(document: etree._Element, layer: Layer, rows: Sequence[tuple[Told, Row]], about: Callable[[Told], str]) -> int:
    """A folder for each type of events, by its words; last, those that no place is known of."""
    whole = _folder(document, layer.title)
    for label in sorted({told["label"] for told, row in rows if row.shape is not None}):
        inside = _folder(whole, label[:1].upper() + label[1:])
        for told, row in rows:
            if told["label"] == label and row.shape is not None:
                _event(inside, layer, told, row, about(told))
    unplaced = [(told, row) for told, row in rows if row.shape is None]
    inside = _folder(whole, "Without a place on the map") if unplaced else whole
    for told, row in unplaced:
        _event(inside, layer, told, row, about(told))
    return len(rows)


def _event(folder: etree._Element, layer: Layer, told: Told, row: Row, about: str) -> None:
    name = f"{told['label']}, {told['place']}" if told["place"] else told["label"]
    mark = _mark(folder, name[:1].upper() + name[1:], about, told["event_id"])
    _span(mark, told["start"], told["end"])
    _text(mark, "styleUrl", f"#{style_of(told['type'])}")
    _data(mark, layer, row)
    _shape(mark, row.shape)


def _hold(folder: etree._Element, layer: Layer, told: Told, row: Row, side: str) -> int:
    mark = _mark(folder, f"{told['place']}: {told['holder'] or told['status']}", about_hold(told))
    _span(mark, told["on"], told["on"])
    _text(mark, "styleUrl", f"#{layer.name}-{side}-{told['status']}")
    _data(mark, layer, row)
    _shape(mark, row.shape)
    return 1


def _folder(parent: etree._Element, name: str) -> etree._Element:
    made = _node(parent, "Folder")
    _text(made, "name", name)
    return made


def _mark(parent: etree._Element, name: str, about: str, key: str | None = None) -> etree._Element:
    made = _node(parent, "Placemark")
    if key:
        made.set("id", key)
    _text(made, "name", name)
    _node(made, "Snippet").set("maxLines", "0")
    _text(made, "description", about)
    return made


def _span(mark: etree._Element, first: Any, last: Any) -> None:
    if first or last:
        span = _node(mark, "TimeSpan")
        for name, day in (("begin", first), ("end", last)):
            if day:
                _text(span, name, day.isoformat())


def _data(mark: etree._Element, layer: Layer, row: Row) -> None:
    """All columns as they are, for programs."""
    extended = _node(mark, "ExtendedData")
    for field, raw in zip(layer.fields, row.values, strict=True):
        if raw is not None:
            said = flat(field.kind, raw)
            _text(_node(extended, "Data", {"name": field.name}), "value", str(said).lower() if field.kind == "flag" else str(said))


def _shape(mark: etree._Element, shape: BaseGeometry | None) -> None:
    if shape is None:
        return
    if shape.geom_type == "Point":
        _text(_node(mark, "Point"), "coordinates", _pairs(shape))
        return
    many = _node(mark, "MultiGeometry")
    for part in shapely.get_parts(shape):
        polygon = _node(many, "Polygon")
        for name, ring in _rings(part):
            _text(_node(_node(polygon, name), "LinearRing"), "coordinates", _pairs(ring))


def _rings(part: Any) -> Iterator[tuple[str, BaseGeometry]]:
    yield "outerBoundaryIs", part.exterior
    for ring in part.interiors:
        yield "innerBoundaryIs", ring


def _pairs(shape: BaseGeometry) -> str:
    return " ".join(f"{round(x, DIGITS)!r},{round(y, DIGITS)!r}" for x, y in shapely.get_coordinates(shape).tolist())


def _node(parent: etree._Element, name: str, attributes: Mapping[str, str] | None = None) -> etree._Element:
    return etree.SubElement(parent, f"{{{KML}}}{name}", dict(attributes or {}))


def _text(parent: etree._Element, name: str, words: str) -> None:
    _node(parent, name).text = printable(words)


def export_kml(data: ExportData, path: Path) -> int:
    """Events with the words of their claims, holds and areas."""
    layers = [layer_of(data, name) for name in ("events", "holds", "areas")]
    return write_kml(layers, data.claims, data.reports, colors_of(data), path)
