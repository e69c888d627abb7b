"""A report as windows of word pieces, and every run of words in it that could be a mention.

Runs that the measure cannot tell apart (case, punctuation, articles) are one string: whether it fills a role is asked once a report.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claimatlas.extract.learned.windows import CLS, LIMIT, SEP
from claimatlas.train.ceaf_ree import normal

LONGEST = 12
"""Words in a mention, punctuation counted; about one mention in a hundred is longer."""
SENTENCE = re.compile(r"[.!?][\"')\]]*\s{2,}|\s{3,}|[;:?!]\s+")
# words that a mention hardly begins or ends with
_CLOSED = (
    "a an and are as at be been before being but by during for from had has have he her his if in into is it its of on or over she "
    "since than that the their them then there these they this to under until upon was we were when where which while who whom whose "
    "will with would after against also because between both not said i you could should did do does about through"
)
CLOSED = frozenset(_CLOSED.split())


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the report: its characters, its window, and the first and last of its pieces there."""

    start: int
    end: int
    window: int
    first: int
    last: int


@dataclass(slots=True)
class Spans:
    """The runs of words of a report. `at`: (run, 4) window, first and last piece, words less one; `string`: the string each run is."""

    pieces: list[list[int]] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    chars: list[tuple[int, int]] = field(default_factory=list)
    at: NDArray[np.int64] = field(default_factory=lambda: np.zeros((0, 4), np.int64))
    string: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))


def spans(text: str, tokenizer: Tokenizer) -> Spans:
    """The windows and runs of a report."""
    out = Spans()
    index: dict[str, int] = {}
    rows, strings = [], []
    for words in _windowed(text, tokenizer, out.pieces):
        for first, last, length in _runs(text, words):
            key = normal(text[first.start : last.end])
            if key:
                rows.append((first.window, first.first, last.last, length))
                out.chars.append((first.start, last.end))
                strings.append(index.setdefault(key, len(index)))
    out.strings, out.at, out.string = list(index), np.array(rows, np.int64).reshape(-1, 4), np.array(strings, np.int64)
    return out


def _windowed(text: str, tokenizer: Tokenizer, pieces: list[list[int]]) -> Iterator[list[Word]]:
    """The words of each sentence; their pieces are added to the windows, whole sentences together up to LIMIT."""
    room = LIMIT - 2
    for start, end in sentences(text):
        coded = tokenizer.encode(text[start:end], add_special_tokens=False)
        ids = coded.ids[:room]
        if not ids:
            continue
        if not pieces or len(pieces[-1]) + len(ids) > LIMIT:
            pieces.append([CLS, SEP])
        base = len(pieces[-1]) - 1
        pieces[-1][-1:] = [*ids, SEP]
        where: dict[int, list[int]] = {}
        for k, word in enumerate(coded.word_ids[:room]):
            if word is not None:
                where.setdefault(word, []).append(k)
        offsets, window = coded.offsets, len(pieces) - 1
        yield [Word(start + offsets[k[0]][0], start + offsets[k[-1]][1], window, base + k[0], base + k[-1]) for k in where.values()]


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence stands: the files part sentences by two spaces and paragraphs by four."""
    start = 0
    for found in SENTENCE.finditer(text):
        yield start, found.end()
        start = found.end()
    yield start, len(text)


def _runs(text: str, words: list[Word]) -> Iterator[tuple[Word, Word, int]]:
    """First word, last word and length less one of each run that neither begins nor ends with punctuation or a closed word."""
    edge = [text[w.start].isalnum() and text[w.start : w.end] not in CLOSED for w in words]
    for i, first in enumerate(words):
        if edge[i]:
            for j in range(i, min(i + LONGEST, len(words))):
                if edge[j]:
                    yield first, words[j], j - i
