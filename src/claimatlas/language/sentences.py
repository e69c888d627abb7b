"""Cut a report's text into blocks that are parsed one by one: stamp, headline and paragraphs."""

import re

from claimatlas.read import stamp_end

PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\S)")
ALL_CAPITALS = re.compile(r"\b(?:[A-Z0-9][A-Z0-9'’\-]*[,:;]?\s+){4,}[A-Z0-9][A-Z0-9'’\-]*(?![a-z])(?:\s*\([A-Z ]+\))?")
# a title stands within the head of a text; further down the same words are the story
TITLE_WITHIN = 300
Block = tuple[int, str, str]


def _capital_headline(text: str) -> tuple[int, int] | None:
    """A run of capitals inside a paragraph: a pasted headline."""
    match = ALL_CAPITALS.search(text)
    if match is None or sum(c.isalpha() for c in match.group()) < 20:
        return None
    return match.start(), match.end()


def _split(start: int, text: str) -> list[Block]:
    headline = _capital_headline(text)
    if headline is None:
        return [(start, text, "body")]
    a, b = headline
    return [(start, text[:a], "body"), (start + a, text[a:b], "headline"), *_split(start + b, text[b:])]


def _paragraphs(start: int, text: str) -> list[Block]:
    out: list[Block] = []
    at = 0
    for match in PARAGRAPH.finditer(text):
        out += _split(start + at, text[at : match.start()])
        at = match.end()
    return out + _split(start + at, text[at:])


def _title_span(text: str, title: str | None) -> tuple[int, int] | None:
    """Where the title stands in the head of the text; None where it does not."""
    wanted = (title or "").strip(" .")
    at = text.find(wanted, 0, TITLE_WITHIN + len(wanted)) if len(wanted) > 12 else -1
    return (at, at + len(wanted)) if at >= 0 else None


def blocks(text: str, title: str | None) -> list[Block]:
    """(start, text, kind) of each block in order; kind is `seam` (stamp lines), `headline` or `body`; blank ones are left out."""
    head = stamp_end(text)
    out: list[Block] = [(0, text[:head], "seam")]
    span = _title_span(text, title)
    if span is not None and span[0] >= head:
        out += [(head, text[head : span[0]], "headline"), (span[0], text[span[0] : span[1]], "headline")]
        out += _paragraphs(span[1], text[span[1] :])
    else:
        out += _paragraphs(head, text[head:])
    return [(s, t, k) for s, t, k in out if t.strip(" \n\t.")]
