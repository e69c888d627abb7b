"""Questions about the syntax of one passage: heads, spans, clauses, subjects and objects. Labels are ClearNLP's."""

from collections.abc import Iterator

from claimatlas.extract.nouns import nouns
from claimatlas.model.passage import Passage, Token

CLAUSE = {"ROOT", "ccomp", "advcl", "relcl", "parataxis", "acl"}
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}
VERBAL = {"VERB", "AUX"}
DAYS = nouns("syntax_days")
APART = {"away", "out", "back", "down", "over", "off"}
# a participle after one of these belongs to the clause before it: "targeted a gathering in Suwayda province, destroying ..."
WHERE_HEADS = nouns("syntax_where_heads")
SUBJECT = {"nsubj", "nsubjpass", "csubj", "csubjpass"}


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


def conjuncts(p: Passage, i: int) -> list[int]:
    """Token i and what is coordinated with it."""
    out, todo = [], [i]
    while todo:
        at = todo.pop()
        out.append(at)
        todo += [t.index for t in kids(p, at, "conj")]
    return sorted(out)


def is_passive(p: Passage, verb: int) -> bool:
    """Whether a verb is in the passive, a bare participle after a noun included."""
    if kids(p, verb, "nsubjpass", "auxpass", "csubjpass"):
        return True
    token = p.tokens[verb]
    head = p.tokens[token.head]
    if token.tag == "VBN" and token.dep == "conj" and head.tag == "VBN" and not own_subjects(p, verb) and not kids(p, verb, "aux", "dobj"):
        return is_passive(p, token.head)
    return token.tag == "VBN" and token.dep == "acl" and head.lower not in DAYS


def own_subjects(p: Passage, verb: int) -> list[Token]:
    """Subjects that hang on the verb itself."""
    return kids(p, verb, "nsubj", "nsubjpass")


def subjects(p: Passage, verb: int) -> list[Token]:
    """The subject of a verb: its own, the noun it describes, or its governor's (shared by coordination and control)."""
    at = verb
    for _ in range(6):
        found = own_subjects(p, at)
        relative = [t for t in found if t.tag in {"WDT", "WP"}]
        if found and not relative:
            return found
        token = p.tokens[at]
        head = p.tokens[token.head]
        if token.dep == "pcomp" and (blamed := _accused(p, token)):
            return blamed
        if token.dep == "acl" and head.lower in DAYS and (prep := p.tokens[head.head]).pos == "ADP" and p.tokens[prep.head].pos in NOMINAL:
            return [p.tokens[prep.head]]
        if (
            token.dep == "acl"
            and token.tag == "VBG"
            and (head.pos == "PROPN" or head.lower in WHERE_HEADS)
            and (above := verb_of(p, head.index))
        ):
            at = above.index
            continue
        if relative or (token.dep in {"acl", "relcl"} and token.tag != "VB"):
            return [head] if head.index != at else []
        if token.dep == "xcomp" and (controlled := [t for t in kids(p, head.index, "dobj") if t.index < at]) and head.pos in VERBAL:
            return controlled
        if token.dep not in {"conj", "xcomp", "advcl", "ccomp", "acl", "pcomp", "prep", "dep", "acomp"} or head.index == at:
            return _after_opening(p, at)
        if token.dep in {"conj"} and head.pos not in VERBAL and head.pos != "ADJ":
            return []
        at = head.index
        if p.tokens[at].pos == "ADP":
            at = p.tokens[at].head
        if p.tokens[at].pos in {"NOUN", "PROPN"}:
            return []
    return []


def _accused(p: Passage, token: Token) -> list[Token]:
    """Who is said to have done it in "A accused B of doing it"."""
    verb = p.tokens[p.tokens[token.head].head]
    if verb.pos in NOMINAL and verb.dep in {"dobj", "nsubjpass"}:
        verb = p.tokens[verb.head]
    return kids(p, verb.index, "dobj", "nsubjpass") if verb.lemma in {"accuse", "blame", "suspect", "condemn", "charge"} else []


def _after_opening(p: Passage, verb: int) -> list[Token]:
    """The subject that the parse hung on the opening phrase: "In Raqqa Governorate, the army continues ..."."""
    return [
        a for prep in kids(p, verb, "prep") if prep.index < verb for obj in kids(p, prep.index, "pobj") for a in kids(p, obj.index, "appos")
    ]


def objects(p: Passage, verb: int) -> list[Token]:
    """Direct objects of a verb, its own or shared through coordination to its right; for a relative clause the noun."""
    found = kids(p, verb, "dobj", "obj", "dative")
    if found:
        return [t if t.tag not in {"WDT", "WP"} else p.tokens[p.tokens[verb].head] for t in found]
    for other in kids(p, verb, "conj"):
        if other.pos == "VERB" and not own_subjects(p, other.index) and abs(other.index - verb) <= 3:
            return kids(p, other.index, "dobj")
    return []


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


def span_text(p: Passage, first: int, last: int, text: str) -> str:
    """The report's words from token `first` to token `last`."""
    return text[p.tokens[first].start : p.tokens[last].end]
