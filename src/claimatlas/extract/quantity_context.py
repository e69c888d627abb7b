"""What the words over and beside a counted noun say of it: killed, wounded, captured and so on."""

from claimatlas.extract.quantity_tables import MODIFIER_CLASS, OBJECT_CLASS, OF_CLASS, SUBJECT_CLASS
from claimatlas.extract.quantity_tree import NOMINAL, kids
from claimatlas.model.passage import Passage, Token

Step = tuple[str | None, Token | None]

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
ARGUMENTS = ("dobj", "nsubj", "nsubjpass", "attr", "oprd", "ccomp", "npadvmod")
CHAINED = ("conj", "appos", "nmod", "compound", "nummod", "amod", "prep", "acl", "dep", "poss")
PARTITIVE = (
    "number",
    "total",
    "group",
    "gathering",
    "team",
    "crowd",
    "unit",
    "pair",
    "batch",
    "contingent",
    "list",
    "majority",
    "most",
    "score",
    "dozen",
    "ten",
    "hundred",
    "thousand",
    "million",
    "rest",
    "toll",
    "member",
    "half",
)


def _modifier(passage: Passage, token: Token) -> str | None:
    for child in kids(passage, token):
        if child.dep in ("amod", "acl", "relcl", "appos", "compound") or (child.dep == "prep" and child.lower in ("among", "of")):
            if child.dep == "prep":
                inner = kids(passage, child, "pobj", "pcomp")
                found = next((MODIFIER_CLASS[t.lower] for t in inner if t.lower in MODIFIER_CLASS), None)
            elif child.dep == "relcl":
                found = _clause(passage, child)
            else:
                found = MODIFIER_CLASS.get(child.lower)
            if found:
                return found
    return None


def _clause(passage: Passage, verb: Token) -> str | None:
    passive = bool(kids(passage, verb, "auxpass", "nsubjpass"))
    if passive:
        return OBJECT_CLASS.get(verb.lemma)
    return SUBJECT_CLASS.get(verb.lemma) or _objects(passage, verb)


def _objects(passage: Passage, verb: Token) -> str | None:
    """Lost their lives, sustained injuries, went missing."""
    for child in kids(passage, verb, "dobj", "attr", "acomp", "oprd", "xcomp", "prep"):
        if child.dep == "prep":
            child = next(iter(kids(passage, child, "pobj")), child)
        if child.lower in MODIFIER_CLASS:
            return MODIFIER_CLASS[child.lower]
        if child.lower == "victims":
            return "killed"
        if verb.lemma in ("lose", "sustain", "suffer", "receive") and child.lemma in ("life", "injury", "wound"):
            return OF_CLASS.get(child.lemma)
    return None


def _under_verb(passage: Passage, token: Token, verb: Token) -> str | None:
    lemma = verb.lemma.lower()
    if token.dep == "nsubj" and not kids(passage, verb, "auxpass"):
        if lemma in OBJECT_CLASS and lemma not in SUBJECT_CLASS and verb.tag in ("VBD", "VBN") and not kids(passage, verb, "dobj"):
            return OBJECT_CLASS[lemma]
        return SUBJECT_CLASS.get(lemma) or _objects(passage, verb)
    if token.dep in ("dobj", "nsubjpass", "oprd", "attr", "ccomp"):
        found = (
            _objects(passage, verb)
            if lemma in ("leave", "report", "be", "find", "take", "declare", "identify", "get", "presume", "hold")
            else None
        )
        return found or (None if lemma == "claim" else OBJECT_CLASS.get(lemma))
    return None


def _of_noun(passage: Passage, token: Token) -> str | None:
    """The death of 35 civilians, a death toll of 85, bodies of ten victims."""
    words = [token, *kids(passage, token, "compound", "amod")]
    if token.lemma in ("toll", "number", "total", "count") or token.lower in ("casualties",):
        words += [g for p in kids(passage, token, "prep") for g in kids(passage, p, "pobj")]
        words += [m for w in words[1:] for m in kids(passage, w, "amod", "acl", "compound")]
    for word in words:
        found = OF_CLASS.get(word.lemma.lower()) or MODIFIER_CLASS.get(word.lower)
        if found:
            return found
    return None


def _subject_noun(passage: Passage, verb: Token) -> str | None:
    """The subject or object of rise, put, reach or be: the death toll has risen to 85, the number of defected militants is 30."""
    for child in kids(passage, verb, "nsubj", "nsubjpass", "dobj"):
        if child.lemma in ("toll", "number", "total", "count", "death", "fatality", "casualty"):
            found = _of_noun(passage, child)
            if found:
                return found
    return None


def _by_preposition(passage: Passage, prep: Token) -> Step:
    """What stands over "of", "including", "to": the noun or verb that the phrase hangs on."""
    governor = passage.tokens[prep.head]
    if prep.lower == "with" and prep.index and passage.tokens[prep.index - 1].lower in ("along", "together"):
        return (OBJECT_CLASS.get(governor.lemma), None) if governor.pos == "VERB" else (None, governor)
    while governor.pos in ("ADP", "ADV") and governor.head != governor.index:
        governor = passage.tokens[governor.head]
    if governor.pos == "VERB" and prep.lower == "including":
        return OBJECT_CLASS.get(governor.lemma) or SUBJECT_CLASS.get(governor.lemma), None
    if governor.pos in ("VERB", "AUX") and prep.lower in ("to", "at", "by", "from"):
        return _subject_noun(passage, governor), None
    if prep.lower == "of":
        partitive = governor.pos in ("NUM", "PRON", "DET", "ADJ") or governor.lemma.lower() in PARTITIVE
        return _of_noun(passage, governor), governor if partitive else None
    return None, governor if prep.lower in ("including", "among", "like") or governor.lemma in ("toll", "death") else None


def step(passage: Passage, token: Token) -> Step:
    """What the governor of a token says, and the next token to ask."""
    head = passage.tokens[token.head]
    if head.index == token.index:
        own = MODIFIER_CLASS.get(token.lower)
        return own or (_clause(passage, token) if token.pos == "VERB" else None), None
    if token.dep in ("pobj", "pcomp"):
        return _by_preposition(passage, head)
    if token.dep == "npadvmod" and head.pos in ("ADV", "ADP"):
        head = passage.tokens[head.head]
    if token.dep in ARGUMENTS and head.pos in ("VERB", "AUX"):
        return _under_verb(passage, token, head) or (None if token.dep in SUBJECTS else _subject_noun(passage, head)), None
    if token.dep in CHAINED:
        return MODIFIER_CLASS.get(head.lower) if head.pos in ("VERB", "ADJ") else None, head
    return None, None


def context_what(passage: Passage, token: Token) -> str | None:
    """The class that modifiers and governors of a counted word give, or None."""
    here: Token | None = token
    for _ in range(6):
        if here is None:
            return None
        found = _modifier(passage, here) if here.pos in NOMINAL else None
        if found:
            return found
        found, after = step(passage, here)
        if found:
            return found
        here = after
    return None
