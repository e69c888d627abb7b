"""Cut a report's text into blocks that are parsed one by one: headlines and paragraphs."""

import re

PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\S)")
ALL_CAPITALS = re.compile(r"\b(?:[A-Z0-9][A-Z0-9'’\-]*[,:;]?\s+){4,}[A-Z0-9][A-Z0-9'’\-]*(?:\s*\([A-Z ]+\))?")
DATELINE = re.compile(r"^[A-Z][A-Za-z ,.]{2,40}(?:\([^)]{2,40}\)|\d{1,2} [A-Z][a-z]+)?\s*[–—]\s+|^[A-Z]{4,}[^–—\n]{0,30}[–—]\s+")


def _capital_headline(text: str) -> tuple[int, int] | None:
    """A run of capitals inside a paragraph: a pasted headline."""
    match = ALL_CAPITALS.search(text)
    if match is None or sum(c.isalpha() for c in match.group()) < 20:
        return None
    return match.start(), match.end()


def _split(start: int, text: str, kind: str) -> list[tuple[int, str, str]]:
    headline = _capital_headline(text)
    if headline is None:
        return [(start, text, kind)]
    a, b = headline
    parts = [(start, text[:a], kind), (start + a, text[a:b], "headline")]
    return parts + _split(start + b, text[b:], kind)


def _title_end(text: str, title: str | None) -> int:
    """Where the title ends when the text opens with it, else 0."""
    if title and text.lstrip().startswith(title.strip()):
        return len(text) - len(text.lstrip()) + len(title.strip())
    return 0


def blocks(text: str, title: str | None) -> list[tuple[int, str, str]]:
    """(start, text, kind) of each block in order; kind is `headline` or `body`; blank blocks are left out."""
    cut = _title_end(text, title)
    out = [(0, text[:cut], "headline")] if cut else []
    at = cut
    for match in PARAGRAPH.finditer(text, cut):
        out += _split(at, text[at : match.start()], "body")
        at = match.end()
    out += _split(at, text[at:], "body")
    return [(s, t, k) for s, t, k in out if t.strip()]
