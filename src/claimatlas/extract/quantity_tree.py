"""The syntax tree about a number: children, governors, and the word that a number counts."""

from claimatlas.extract.quantity_tables import FORCE_NOUNS, PERSON_NOUNS
from claimatlas.model.passage import Passage, Token

NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")


def kids(passage: Passage, token: Token, *deps: str) -> list[Token]:
    """The token's children, those with one of the labels when any is given."""
    found = [passage.tokens[i] for i in passage.children[token.index]]
    return [t for t in found if t.dep in deps] if deps else found


def is_person(lemma: str) -> bool:
    """Whether a noun names persons."""
    return lemma in PERSON_NOUNS or lemma in FORCE_NOUNS


def counted(passage: Passage, number: Token) -> Token:
    """The word that a number counts: the noun it modifies, or that of an "of" phrase after it; else the number itself."""
    head = passage.tokens[number.head]
    if number.dep in ("nummod", "amod", "quantmod", "det", "compound", "predet", "nmod") and head.index > number.index:
        return head
    if number.dep in ("quantmod", "compound", "advmod") and head.pos == "NUM":
        return counted(passage, head)
    for prep in kids(passage, number, "prep"):
        if prep.lower in ("of", "among") and prep.index > number.index:
            return next(iter(kids(passage, prep, "pobj", "pcomp")), number)
    return number


def governor_of(passage: Passage, token: Token) -> Token:
    """The governor of the list that a word stands in."""
    while token.dep in ("conj", "appos") and token.head != token.index:
        token = passage.tokens[token.head]
    return passage.tokens[token.head]
