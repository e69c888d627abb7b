"""A sentence with its event word as arrays: pieces, ends of words, distances to the event word, how words are written."""

from dataclasses import dataclass

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from tokenizers import Tokenizer

from claimatlas.extract.learned.windows import CLS, LIMIT, SEP
from claimatlas.train.event_location_data import Coding

FAR = 24
"""Distances in words are told apart up to here."""
SHAPES = ("pad", "lower", "first", "name", "capitals", "other")


@dataclass(frozen=True, slots=True)
class Item:
    """A coding with its arrays.

    `pieces`: ids with CLS and SEP. `ends`: (words, 2) first and last piece of each word. `distance`: of each piece to the event word,
    in words, 0 to 2 * FAR. `shape`: of each piece's word. `target`: 1 where a word is a place of the event. `event`: the word's number.
    """

    coding: Coding
    pieces: NDArray[np.int64]
    ends: NDArray[np.int64]
    distance: NDArray[np.int64]
    shape: NDArray[np.int64]
    target: NDArray[np.float32]
    event: int
    words: tuple[tuple[int, int], ...]


def words_of(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    """The words, as spaCy's English tokenizer parts them, white space left out."""
    return tuple((t.idx, t.idx + len(t)) for t in language.make_doc(text) if not t.is_space)


def language() -> Language:
    """The tokenizer of words."""
    return spacy.blank("en")


def item(coding: Coding, tokenizer: Tokenizer, parts: Language) -> Item:
    """The arrays of a coding; what lies beyond the encoder's window is cut off."""
    words = words_of(coding.text, parts)
    coded = tokenizer.encode([coding.text[a:b] for a, b in words], is_pretokenized=True, add_special_tokens=False)
    of = [-1 if w is None else w for w in coded.word_ids][: LIMIT - 2]
    event = next((n for n, (_, end) in enumerate(words) if end > coding.event[0]), 0)
    first, last = np.zeros(len(words), np.int64), np.zeros(len(words), np.int64)
    for k, w in reversed(list(enumerate(of, 1))):
        first[w] = k
        last[w] = last[w] or k
    away = np.clip(np.array(of, np.int64) - event, -FAR, FAR) + FAR
    shapes = np.array([_shape(coding.text[a:b], n) for n, (a, b) in enumerate(words)], np.int64)
    target = [float(any(a < end and start < b for start, end in coding.places)) for a, b in words]
    return Item(
        coding=coding,
        pieces=np.array([CLS, *coded.ids[: len(of)], SEP], np.int64),
        ends=np.stack([first, last], 1),
        distance=np.concatenate([[0], away, [0]]),
        shape=np.concatenate([[0], shapes[of], [0]]),
        target=np.array(target, np.float32),
        event=event,
        words=words,
    )


def _shape(word: str, place: int) -> int:
    """How a word is written."""
    if not word[0].isalpha():
        return SHAPES.index("other")
    if word[0].islower():
        return SHAPES.index("lower")
    if word.isupper() and len(word) > 1:
        return SHAPES.index("capitals")
    return SHAPES.index("first" if place == 0 else "name")
