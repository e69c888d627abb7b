"""A digest is several reports pasted into one text: it is split where another report plainly begins."""

import re
from collections.abc import Iterator

from claimatlas.read.boilerplate import CLICK
from claimatlas.read.dateline import read_dateline
from claimatlas.read.dates import find_dates
from claimatlas.read.headline import LONGEST_TITLE, capital_headline
from claimatlas.read.limits import PIECE
from claimatlas.read.stamp import best_stamp
from claimatlas.read.stampline import stamp_line

PARAGRAPH = re.compile(r"(?<=\n)[ \t]*(?=\S)")
STANDFIRST = 400
"""A dateline or stamp nearer than this to its text's start follows a headline and a summary: it belongs to them."""
SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z\d])")


def split(text: str) -> list[tuple[int, int]]:
    """Spans of the reports in a text, in order: one span, the whole text, where there is no seam.

    A seam lies before a dateline or a stamp line that opens a paragraph, before a headline in capitals, and behind a run of
    `Click here to ...` sentences that another opening or more such sentences follow. Spans of several have no blank ends.
    """
    cuts, last = [0], len(text.rstrip())
    for cut, need in sorted(_cuts(text)):
        least = PIECE if read_dateline(text, cuts[-1]) else need
        if len(text[cuts[-1] : cut].strip()) >= least and last - cut >= PIECE:
            cuts.append(cut)
    if len(cuts) == 1:
        return [(0, len(text))]
    return [_trim(text, a, b) for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Offsets where a report may begin, each with the fewest characters that must stand before it."""
    stamped = best_stamp(text)
    for match in PARAGRAPH.finditer(text):
        stop = text.find("\n", match.end(), match.end() + PIECE)
        if read_dateline(text, match.start()):
            yield match.start(), STANDFIRST
        elif stamped and stop > 0 and stamp_line(text[match.end() : stop]) and find_dates(text[match.end() : stop]):
            yield _headline_above(text, match.start()), STANDFIRST
        elif capital_headline(text, match.end()):
            yield match.end(), PIECE
    for match in SENTENCE_END.finditer(text):
        if capital_headline(text, match.end()):
            yield match.end(), PIECE
    yield from ((cut, PIECE) for cut in _after_clicks(text))


def _headline_above(text: str, at: int) -> int:
    """Start of the headline that stands in the line above `at`; `at` itself where none does."""
    above = text[max(0, at - LONGEST_TITLE - 4) : at].rstrip()
    start = above.rfind("\n") + 1
    line = above[start:].strip()
    if start == 0 or len(line.split()) < 3 or line.endswith((".", "!", "?", ":", '"', "”")):
        return at
    return max(0, at - LONGEST_TITLE - 4) + start


def _after_clicks(text: str) -> Iterator[int]:
    """Offsets behind runs of two or more `Click here` sentences: that is how a pasted report ends."""
    run, last = 0, -1
    for match in CLICK.finditer(text):
        follows = last >= 0 and not text[last : match.start()].strip()
        if run > 1 and not follows:
            yield _skip_space(text, last)
        run, last = (run + 1 if follows else 1), match.end()
    if run > 1:
        yield _skip_space(text, last)


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start if start == 0 else min(_skip_space(text, start), end)), end
