"""Questions about the syntax of one passage: heads, spans, clauses and prepositions. Labels are ClearNLP's."""

from collections.abc import Iterator

from claimatlas.model.passage import Passage, Token

CLAUSE = {"ROOT", "ccomp", "advcl", "relcl", "parataxis", "acl"}
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}
VERBAL = {"VERB", "AUX"}
APART = {"away", "out", "back", "down", "over", "off"}


def kids(p: Passage, i: int, *deps: str) -> list[Token]:
    """The tokens that hang on token i, by label (all where none is named)."""
    return [p.tokens[c] for c in p.children[i] if not deps or p.tokens[c].dep in deps]


def subtree(p: Passage, i: int) -> Iterator[int]:
    """Indexes of token i and all below it, unordered."""
    stack = [i]
    while stack:
        at = stack.pop()
        yield at
        stack += p.children[at]


def phrase(p: Passage, i: int) -> Iterator[int]:
    """Indexes of the noun phrase headed by i, without its relative clauses, appositions and attached clauses."""
    stack = [i]
    while stack:
        at = stack.pop()
        yield at
        stack += [c for c in p.children[at] if p.tokens[c].dep not in {"relcl", "acl", "advcl", "ccomp", "parataxis", "punct"}]


def climb(p: Passage, i: int) -> Iterator[Token]:
    """The ancestors of token i, nearest first."""
    at = i
    for _ in range(len(p.tokens)):
        head = p.tokens[at].head
        if head == at:
            return
        at = head
        yield p.tokens[at]


def verb_of(p: Passage, i: int) -> Token | None:
    """The nearest verb above token i."""
    return next((t for t in climb(p, i) if t.pos in VERBAL), None)


def prepositions(p: Passage, i: int) -> Iterator[tuple[Token, Token]]:
    """(preposition, object) pairs that hang on token i, chained prepositions ("out of", "from inside") followed."""
    for prep in kids(p, i, "prep", "agent", "dative"):
        if prep.lower not in {"according", "because", "due"}:
            yield from _objects_of(p, prep)
    for adverb in kids(p, i, "advmod", "prt"):
        for prep in kids(p, adverb.index, "prep") if adverb.lower in APART else ():
            yield from _objects_of(p, prep)


def _objects_of(p: Passage, prep: Token) -> Iterator[tuple[Token, Token]]:
    for child in kids(p, prep.index):
        if child.dep in {"pobj", "pcomp", "npadvmod"}:
            yield prep, child
        elif child.dep == "prep":
            yield from _objects_of(p, child)


def root_of_span(p: Passage, first: int, last: int) -> int:
    """The token of a span whose head lies outside it (the last such one)."""
    for i in range(last, first - 1, -1):
        head = p.tokens[i].head
        if head == i or not first <= head <= last:
            return i
    return last


def clause_of(p: Passage, i: int) -> int:
    """Index of the verb that heads the clause in which token i stands (i itself for a clause head)."""
    at = i
    for _ in range(len(p.tokens)):
        token = p.tokens[at]
        if token.head == at or (token.dep in CLAUSE and token.pos in VERBAL):
            return at
        at = token.head
    return at
