"""KML 2.2 for Google Earth and others: events by type, holds and areas of control, with their time, in folders."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
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
UNPLACED = "without a place on the map"
Told = dict[str, Any]


def write_kml(
    layers: Sequence[Layer], claims: Mapping[str, Claim], reports: Mapping[str, Report], colors: Mapping[str, str], path: Path
) -> int:
    """Writes events, holds and areas (of layers with these names) and returns the number of placemarks; equal input, equal bytes.

    `colors`: name of a side to its colour (#rrggbb), for holds and areas. Names are plain text; descriptions are HTML in which all
    that comes from reports is escaped. Events without a point are listed without one, in a folder of their own.
    """
    count, keys = 0, side_keys(colors)
    with etree.xmlfile(str(path), encoding="UTF-8") as file:
        file.write_declaration()
        with file.element(f"{{{KML}}}kml", nsmap={None: KML}), file.element(f"{{{KML}}}Document"):
            for name, words in (("name", "Claimatlas"), ("open", "1"), ("description", "Reported, not verified.")):
                _put(file, _said(name, words))
            for style in styles(KML, colors):
                _put(file, style)
            for layer in layers:
                rows = [(dict(zip((f.name for f in layer.fields), row.values, strict=True)), row) for row in layer.rows]
                if layer.name == "events":
                    count += _events(file, layer, rows, lambda told: about_event(told, claims, reports))
                elif layer.name in ("holds", "areas"):
                    count += _holds(file, layer, rows, keys)
    return count


def _events(file: Any, layer: Layer, rows: Sequence[tuple[Told, Row]], about: Callable[[Told], str]) -> int:
    """A folder for each type of events, by its words; last, those that no place is known of."""
    folders: dict[str, list[tuple[Told, Row]]] = {}
    for told, row in rows:
        folders.setdefault(told["label"] if row.shape is not None else UNPLACED, []).append((told, row))
    with _folder(file, layer.title):
        for label in sorted(folders, key=lambda name: (name == UNPLACED, name)):
            with _folder(file, label[:1].upper() + label[1:]):
                for told, row in folders[label]:
                    _put(file, _event(layer, told, row, about(told)))
    return len(rows)


def _event(layer: Layer, told: Told, row: Row, about: str) -> etree._Element:
    name = f"{told['label']}, {told['place']}" if told["place"] else told["label"]
    mark = _mark(name[:1].upper() + name[1:], about, told["event_id"])
    _span(mark, told["start"], told["end"])
    _text(mark, "styleUrl", f"#{style_of(told['type'])}")
    _data(mark, layer, row)
    _shape(mark, row.shape)
    return mark


def _holds(file: Any, layer: Layer, rows: Sequence[tuple[Told, Row]], keys: Mapping[str, str]) -> int:
    with _folder(file, layer.title):
        for told, row in rows:
            mark = _mark(f"{told['place']}: {told['holder'] or told['status']}", about_hold(told))
            _span(mark, told["on"], told["on"])
            _text(mark, "styleUrl", f"#{layer.name}-{keys.get(told['side'], GREY)}-{told['status']}")
            _data(mark, layer, row)
            _shape(mark, row.shape)
            _put(file, mark)
    return len(rows)


@contextmanager
def _folder(file: Any, name: str) -> Iterator[None]:
    with file.element(f"{{{KML}}}Folder"):
        _put(file, _said("name", name))
        yield


def _put(file: Any, element: etree._Element) -> None:
    file.write(element, pretty_print=True)


def _said(name: str, words: str) -> etree._Element:
    made = etree.Element(f"{{{KML}}}{name}", nsmap={None: KML})
    made.text = printable(words)
    return made


def _mark(name: str, about: str, key: str | None = None) -> etree._Element:
    made = etree.Element(f"{{{KML}}}Placemark", nsmap={None: KML})
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
