"""Subjects and objects of verbs, shared ones too: coordination, control, participles and relative clauses undone."""

from claimatlas.extract.nouns import nouns
from claimatlas.extract.syntax import NOMINAL, VERBAL, kids, verb_of
from claimatlas.model.passage import Passage, Token

DAYS = nouns("syntax_days")
# a participle after one of these belongs to the clause before it: "targeted a gathering in Suwayda province, destroying ..."
WHERE_HEADS = nouns("syntax_where_heads")
RELATIVE = {"WDT", "WP"}
# labels of a verb that shares the subject of the word above it
SHARING = {"conj", "xcomp", "advcl", "ccomp", "acl", "pcomp", "prep", "dep", "acomp"}


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
    at: int | None = verb
    for _ in range(6):
        if at is None:
            return []
        found = _given(p, p.tokens[at])
        if found is not None:
            return found
        at = _sharer(p, p.tokens[at])
    return []


def _given(p: Passage, token: Token) -> list[Token] | None:
    """The subjects that a verb's own place in the sentence gives it; None where the word above is to be asked."""
    own = own_subjects(p, token.index)
    relative = any(t.tag in RELATIVE for t in own)
    if own and not relative:
        return own
    shared = _accused(p, token) or _dated(p, token)
    if shared:
        return shared
    return None if _verb_round_place(p, token) is not None else _described(p, token, relative)


def _described(p: Passage, token: Token, relative: bool) -> list[Token] | None:
    """The noun that a participle or relative clause describes, or the object that controls an infinitive."""
    head = p.tokens[token.head]
    if relative or (token.dep in {"acl", "relcl"} and token.tag != "VB"):
        return [head] if head.index != token.index else []
    if token.dep == "xcomp" and head.pos in VERBAL and (controlled := _asked(p, head, token)):
        return controlled
    if token.dep not in SHARING or head.index == token.index:
        return _after_opening(p, token.index)
    return None


def _asked(p: Passage, head: Token, token: Token) -> list[Token]:
    """Who is pushed, asked or called on to do it: the object of the verb above."""
    found = [t for t in kids(p, head.index, "dobj") if t.index < token.index]
    if not found and head.lemma == "call":
        found = [o for prep in kids(p, head.index, "prep") if prep.lower in {"on", "upon"} for o in kids(p, prep.index, "pobj")]
    return found


def _sharer(p: Passage, token: Token) -> int | None:
    """Index of the word above whose subject the verb shares."""
    outer = _verb_round_place(p, token)
    if outer is not None:
        return outer.index
    head = p.tokens[token.head]
    if token.dep == "conj" and head.pos not in VERBAL and head.pos != "ADJ":
        return None
    above = p.tokens[head.head] if head.pos == "ADP" else head
    return None if above.pos in {"NOUN", "PROPN"} else above.index


def _accused(p: Passage, token: Token) -> list[Token]:
    """Who is said to have done it in "A accused B of doing it"."""
    if token.dep != "pcomp":
        return []
    verb = p.tokens[p.tokens[token.head].head]
    if verb.pos in NOMINAL and verb.dep in {"dobj", "nsubjpass"}:
        verb = p.tokens[verb.head]
    return kids(p, verb.index, "dobj", "nsubjpass") if verb.lemma in {"accuse", "blame", "suspect", "condemn", "charge"} else []


def _dated(p: Passage, token: Token) -> list[Token]:
    """The noun behind a day that a participle was hung on: "an attack on Monday killing"."""
    head = p.tokens[token.head]
    if token.dep != "acl" or head.lower not in DAYS:
        return []
    prep = p.tokens[head.head]
    return [p.tokens[prep.head]] if prep.pos == "ADP" and p.tokens[prep.head].pos in NOMINAL else []


def _verb_round_place(p: Passage, token: Token) -> Token | None:
    """The verb of the clause before, where a participle was hung on the place or day at its end."""
    head = p.tokens[token.head]
    loose = token.dep == "acl" and token.tag == "VBG" and (head.pos == "PROPN" or head.lower in WHERE_HEADS)
    return verb_of(p, head.index) if loose else None


def _after_opening(p: Passage, verb: int) -> list[Token]:
    """The subject that the parse hung on the opening phrase: "In Raqqa Governorate, the army continues ..."."""
    openings = [obj for prep in kids(p, verb, "prep") if prep.index < verb for obj in kids(p, prep.index, "pobj")]
    return [a for obj in openings for a in kids(p, obj.index, "appos")]


def objects(p: Passage, verb: int) -> list[Token]:
    """Direct objects of a verb, its own or shared through coordination to its right; for a relative clause the noun."""
    found = kids(p, verb, "dobj", "obj", "dative")
    if found:
        return [t if t.tag not in RELATIVE else p.tokens[p.tokens[verb].head] for t in found]
    for other in kids(p, verb, "conj"):
        if other.pos == "VERB" and not own_subjects(p, other.index) and abs(other.index - verb) <= 3:
            return kids(p, other.index, "dobj")
    return []
