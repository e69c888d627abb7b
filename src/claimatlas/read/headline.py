"""Headlines: a short line that ends in no full stop, or a run of capitals at the head of a paragraph."""

import re

from claimatlas.read.dateline import read_dateline

LONGEST_TITLE = 200
CAPITALS = re.compile(r"[A-Z][A-Z0-9'’\-.]*[A-Z0-9]s?")
CREDIT = re.compile(r"\s*[(\[]?(?:AFP|AP|REUTERS|SANA|AA|EPA|PHOTO|FILE|IMAGE|VIDEO|SOURCE)\b")
SMALL = frozenset("a an and as at by for from in into is near of off on or over s the to under vs with".split())  # noqa: SIM905
TOKEN = re.compile(r"[^\s]+")
FEWEST_CAPITALS = 4


def title_line(line: str) -> bool:
    """Whether a line, its marks taken off, can be a headline: three words or more, not long, no full stop, no dateline."""
    if len(line.split()) < 3 or len(line) > LONGEST_TITLE:
        return False
    return not line.endswith((".", ":", ";", ",")) and not read_dateline(line + " ")


