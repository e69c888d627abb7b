"""Names that are a state and a place ("Turkey", "Damascus", "Russian"): which of the two the syntax makes of them."""

from claimatlas.extract.nouns import grouped, nouns
from claimatlas.extract.rules import rules
from claimatlas.extract.syntax import root_of_span
from claimatlas.model.passage import Passage, Token

TERRITORIAL = {"state", "government"}
WHERE = nouns("metonym_where")
CAPITALS = nouns("metonym_capitals")
GIVEN_TO = nouns("metonym_given_to")
BODIES = nouns("metonym_bodies")
ACTS = {"by", "against", "with", "for", "between", "behind"}
OFFICES = nouns("metonym_offices")


def stands_for_place(p: Passage, first: int, last: int) -> bool:
    """Whether the state's name or adjective at tokens first..last names the land, a nationality, or nothing that acts."""
    root = p.tokens[root_of_span(p, first, last)]
    if root.lower in BODIES or (first != last and root.lower in nouns("force_heads")):
        return False
    head = _top(p, p.tokens[root.head])
    if root.dep == "pobj":
        return _after_preposition(p, head)
    if root.dep in {"amod", "compound", "nmod", "poss"} and head.index != root.index:
        return not _acting_noun(head) or (root.lower in CAPITALS and root.dep != "poss")
    if root.dep == "conj":
        return stands_for_place(p, head.index, head.index) if head.index < first else False
    if root.dep == "appos":
        return head.pos == "PROPN"
    return root.pos == "ADJ" and root.dep not in {"npadvmod", "nsubj"}


def _top(p: Passage, token: Token) -> Token:
    """The noun that a chain of modifiers ends in: "regime air strikes" ends in strikes."""
    while token.dep in {"compound", "amod", "nmod"} and p.tokens[token.head].pos in {"NOUN", "PROPN"}:
        token = p.tokens[token.head]
    return token


def _after_preposition(p: Passage, prep: Token) -> bool:
    if prep.lower in ACTS:
        return p.tokens[prep.head].lower in {"border", "frontier", "borders", "line"}
    if prep.lower == "from" and p.tokens[prep.head].lemma in {"receive", "get", "obtain", "buy", "take", "come"}:
        return False
    if prep.lower == "to" and p.tokens[prep.head].lemma in GIVEN_TO:
        return False
    if prep.lower != "of":
        return prep.lower in WHERE
    above = p.tokens[prep.head].lower
    return (
        above in grouped("place_kinds")
        or above in nouns("part_heads")
        or above in nouns("directions")
        or above in {"capital", "north", "south", "territory", "border", "parts", "people"}
    )


def _acting_noun(head: Token) -> bool:
    lower = head.lower
    book = rules()
    event = lower in book.nouns or any(lower == h for _, h in book.compounds)
    return lower in nouns("force_heads") or event or lower in OFFICES or head.pos == "VERB"
