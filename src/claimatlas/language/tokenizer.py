"""Tokens as reports write them: "al-Sukhnah" and "T-2" are one word, "Syrias" and "doesnt" have lost an apostrophe."""

import re
from collections.abc import Iterable

from spacy.attrs import NORM, ORTH
from spacy.language import Language

ONE_WORD = re.compile(r"(?:(?:al|el|at|as|ash|ad|ar|an|az|ez|ul)-|[TH]-?\d)[\w’']*(?:-[\w’']+)?$", re.IGNORECASE)
NEGATED = ("did", "does", "do", "was", "were", "is", "are", "has", "have", "had", "could", "would", "should")
COMMON_OWNERS = ("country", "army", "city", "observatory", "agency", "ministry", "opposition", "coalition")


def _possessive(nlp: Language, word: str) -> None:
    nlp.tokenizer.add_special_case(f"{word}s", [{ORTH: word}, {ORTH: "s", NORM: "'s"}])


def tune(nlp: Language, owners: Iterable[str]) -> None:
    """Teach the tokenizer of `nlp` our words; `owners` are one-word names whose lost possessive is read as one."""
    nlp.tokenizer.token_match = ONE_WORD.match
    for stem in NEGATED:
        nlp.tokenizer.add_special_case(f"{stem}nt", [{ORTH: stem}, {ORTH: "nt", NORM: "not"}])
    nlp.tokenizer.add_special_case("cannot", [{ORTH: "can"}, {ORTH: "not", NORM: "not"}])
    for word in {*owners, *COMMON_OWNERS}:
        if word.isalpha() and len(word) > 3 and not word.endswith("s"):
            _possessive(nlp, word)
