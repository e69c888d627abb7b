"""What the words beside a bare name say that it is: "the neighbourhoods of A, B and C", "A and B provinces"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from claimatlas.model.place import PlaceRef
from claimatlas.resolve.place_kinds import split

_PARTS = r"neighbou?rhoods?|quarters?|streets?|squares?|roundabouts?|cemetery|parks?"
_NAME = r"(?:(?:(?:[Aa]l|[Ee]l|[Aa]sh?|[Aa]n|[Aa]r|[Aa]t)[\s-]+)?[A-Z\d][\w'’-]*|al-[\w'’-]+)"
_NAMES = rf"{_NAME}(?:(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+|\s+){_NAME})*"
_BEHIND = re.compile(
    rf"(?:(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+|\s+){_NAMES})?\s+(?:(?P<part>{_PARTS})|(?P<province>provinces|governorates))\b"
)
_RIGHT_BEHIND = re.compile(rf"\s+(?:(?P<part>{_PARTS})|(?P<province>provinces|governorates))\b")
_AHEAD = re.compile(
    rf"\b(?:(?P<part>{_PARTS}|districts)|(?P<province>provinces|governorates))\s+of\s+(?:{_NAMES}(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+|\s+))?$"
)
_ONE_AHEAD = re.compile(r"\b(?P<part>district)\s+of\s+$")
_WAY = r"(?:north|south|east|west|northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern|south-?western)"
_COUNTRYSIDE = re.compile(rf"(?:['’]?s)?\s+{_WAY}\s+countryside\b")
LOOK = 160
SUBURB = re.compile(r"\bsuburbs?$", re.IGNORECASE)
OWN_PART = re.compile(rf"\b(?:{_PARTS}|suburbs?)$", re.IGNORECASE)


def with_told(text: str, refs: Sequence[PlaceRef], province: Callable[[str], bool]) -> list[PlaceRef]:
    """The references of a text, those of bare names with the level that the words beside them give.

    `province`: whether a name is a province's; the countryside in the east "of Homs" is that of the province.
    """
    told = [(r, told_level(text, r)) for r in refs]
    return [r if level is None else replace(r, level="province" if level == "region" and province(r.name) else level) for r, level in told]


def told_level(text: str, ref: PlaceRef) -> str | None:
    """district, province or region where the words beside a bare name tell it, else None."""
    if ref.level is not None or ref.start is None or ref.end is None or split(ref.text)[1].level is not None:
        return None
    behind = text[ref.end : ref.end + LOOK]
    if _COUNTRYSIDE.match(behind):
        return "region"
    # one word for several stands in the plural, whether before or behind them
    for found in (_RIGHT_BEHIND.match(behind), _plural(_BEHIND.match(behind)), *_before(text, ref.start)):
        if found is not None:
            return "district" if found["part"] else "province"
    return None


def city_part(text: str, ref: PlaceRef) -> bool:
    """Whether the words say that a reference is a part of a city: a neighbourhood, a street, a square."""
    return OWN_PART.search(ref.text) is not None or ref.level == "district" or told_level(text, replace(ref, level=None)) == "district"


def _plural(found: re.Match[str] | None) -> re.Match[str] | None:
    return found if found is not None and found.group().endswith("s") else None


def _before(text: str, start: int) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    ahead = text[max(0, start - LOOK) : start]
    found = _AHEAD.search(ahead)
    several = found is None or (found["part"] or found["province"]).endswith("s") or ahead[found.end("part") :].strip() == "of"
    return found if several else None, _ONE_AHEAD.search(ahead)
