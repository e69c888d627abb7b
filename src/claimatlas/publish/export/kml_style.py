"""How a KML file draws: the map's own neutral colours, no picture from the network."""

from collections.abc import Iterator, Mapping

from lxml import etree

from claimatlas.publish.kinds import KINDS, kind_of

GREY = "none"
PLAIN = "#777777"
STATUSES = {"held": "55", "claimed": "22", "contested": "33", "unknown": "11"}
"""How opaque an area is, by status, as two hexadecimal digits."""


def style_of(type_name: str) -> str:
    """The style's id of an event's type."""
    kind = kind_of(type_name)
    return f"event-{kind.id if kind else 'state'}"


def side_keys(colors: Mapping[str, str]) -> dict[str, str]:
    """Name of a side to what stands for it in ids of styles."""
    return {name: f"side{number}" for number, name in enumerate(colors, 1)}


def kml_color(color: str, opaque: str = "ff") -> str:
    """«#rrggbb» as KML has it: opacity, blue, green, red."""
    return f"{opaque}{color[5:7]}{color[3:5]}{color[1:3]}".lower()


def styles(space: str, colors: Mapping[str, str]) -> Iterator[etree._Element]:
    """One style for each kind of event, and for each side and status of holds and areas."""
    for name, color in [*((f"event-{k.id}", k.color) for k in KINDS), ("event-state", PLAIN)]:
        yield _icon(space, name, color)
    keys = side_keys(colors)
    for side, color in [*((keys[name], color) for name, color in colors.items()), (GREY, PLAIN)]:
        for status, opaque in STATUSES.items():
            yield _icon(space, f"holds-{side}-{status}", color)
            yield _area(space, f"areas-{side}-{status}", color, opaque)


def _style(space: str, name: str) -> etree._Element:
    return etree.Element(f"{{{space}}}Style", {"id": name}, nsmap={None: space})


def _icon(space: str, name: str, color: str) -> etree._Element:
    made = _style(space, name)
    icon = etree.SubElement(made, f"{{{space}}}IconStyle")
    etree.SubElement(icon, f"{{{space}}}color").text = kml_color(color)
    etree.SubElement(icon, f"{{{space}}}scale").text = "0.8"
    return made


def _area(space: str, name: str, color: str, opaque: str) -> etree._Element:
    made = _style(space, name)
    for part, tint in (("LineStyle", "cc"), ("PolyStyle", opaque)):
        node = etree.SubElement(made, f"{{{space}}}{part}")
        etree.SubElement(node, f"{{{space}}}color").text = kml_color(color, tint)
        if part == "LineStyle":
            etree.SubElement(node, f"{{{space}}}width").text = "1"
    return made
