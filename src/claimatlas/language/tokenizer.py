"""Tokens as reports write them: "al-Sukhnah" and "T-2" are one word, "Syrias" and "doesnt" have lost an apostrophe."""

import re
from collections.abc import Iterable
from typing import cast

from spacy.attrs import NORM, ORTH
from spacy.language import Language
from spacy.tokenizer import Tokenizer

ONE_WORD = re.compile(r"(?:(?:al|el|at|as|ash|ad|ar|an|az|ez|ul)-|[TH]-?\d)[\w’']*(?:-[\w’']+)?$", re.IGNORECASE)
ARTICLE_NAME = re.compile(r"\b(al|el|at|as|ash|ad|ar|an|az|ez|ul)-([^\W\d_])", re.IGNORECASE)
NEGATED = ("did", "does", "do", "was", "were", "is", "are", "has", "have", "had", "could", "would", "should")
COMMON_OWNERS = ("country", "army", "city", "observatory", "agency", "ministry", "opposition", "coalition")


def as_names(text: str) -> str:
    """The text as the parser is shown it: "al-Nusra" becomes a plain capitalised word of the same length, which it tags as a name."""
    return ARTICLE_NAME.sub(lambda m: f"{m[1].capitalize()}a{m[2].lower()}", text)


def tune(nlp: Language, owners: Iterable[str]) -> None:
    """Teach the tokenizer of `nlp` our words; `owners` are one-word names whose lost possessive is read as one."""
    tokenizer = cast(Tokenizer, nlp.tokenizer)
    tokenizer.token_match = ONE_WORD.match
    for stem in NEGATED:
        tokenizer.add_special_case(f"{stem}nt", [{ORTH: stem}, {ORTH: "nt", NORM: "not"}])
    tokenizer.add_special_case("cannot", [{ORTH: "can"}, {ORTH: "not", NORM: "not"}])
    for word in {*owners, *COMMON_OWNERS}:
        if word.isalpha() and len(word) > 3 and not word.endswith("s"):
            tokenizer.add_special_case(f"{word}s", [{ORTH: word}, {ORTH: "s", NORM: "'s"}])
