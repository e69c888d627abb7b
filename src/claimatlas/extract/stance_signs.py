"""Signs on one governing word that an event is denied, alleged, predicted or conditional."""

from claimatlas.extract.nouns import nouns
from claimatlas.extract.stance_chain import DENY, FAIL, FUTURE, SEEM, UNREAL, UNREAL_NOUNS
from claimatlas.extract.syntax import kids
from claimatlas.model.passage import Passage, Token

ALLEGED = nouns("stance_alleged")
ASKED = nouns("stance_signs_asked")
CONDITIONAL_MODALS = {"may", "might", "could", "would", "can", "should", "must"}
MAYBE = {"may", "might", "could"}


def negated(p: Passage, token: Token, noun: bool) -> bool:
    """Whether a governing word denies the event; `noun`: whether it is the event's own noun."""
    if token.pos in {"VERB", "AUX", "ADJ"} and any(t.dep == "neg" or t.lower in {"never", "not"} for t in kids(p, token.index)):
        return True
    if (token.lemma in DENY | FAIL and token.pos == "VERB") or token.lower in {"unable", "incapable", "untrue", "false"}:
        return True
    if token.pos == "VERB" and any(t.lower == "no" for o in kids(p, token.index, "dobj") for t in kids(p, o.index, "det")):
        return not noun
    return noun and any(t.lower == "no" for t in kids(p, token.index, "det"))


def may_have(p: Passage, chain: list[Token]) -> bool:
    """ "May not have captured": doubt, not denial."""
    words = {t.lower for c in chain for t in kids(p, c.index, "aux")}
    return bool(words & MAYBE) and "have" in words


def alleged(p: Passage, token: Token, depth: int) -> bool:
    """Words such as "reportedly", "appears to", "may have". `depth`: how far above the event word the token stands."""
    if any(t.lower in ALLEGED for t in kids(p, token.index, "advmod", "amod", "acomp")):
        return True
    if depth == 0 and any(t.lower in ALLEGED for c in kids(p, token.index, "acl", "relcl") for t in kids(p, c.index, "advmod")):
        return True
    if token.lemma in SEEM and depth > 0:
        return token.lemma in {"appear", "seem"} or bool(kids(p, token.index, "auxpass", "nsubjpass"))
    return may_have(p, [token])


def predicted(p: Passage, token: Token, depth: int) -> bool:
    """ "Will capture", "is expected to capture"."""
    if any(t.lower in {"will", "wo", "'ll", "shall"} for t in kids(p, token.index, "aux")):
        return True
    return depth > 0 and (token.lemma in FUTURE or token.lower in {"going", "set", "due"})


def conditional(p: Passage, token: Token, depth: int) -> bool:
    """ "Could capture", "if G captures", "plans to capture"."""
    if any(t.lower in CONDITIONAL_MODALS for t in kids(p, token.index, "aux")):
        return True
    if _meant(p, token) or any(t.lower in {"if", "unless"} for t in kids(p, token.index, "mark")):
        return True
    return depth > 0 and (token.lower in UNREAL_NOUNS or (token.lemma in ASKED and token.pos == "VERB"))


def _meant(p: Passage, token: Token) -> bool:
    """An infinitive of purpose, or one under a word of planning and asking."""
    if token.dep not in {"xcomp", "advcl", "acl", "ccomp"} or not is_infinitive(p, token):
        return False
    head = p.tokens[token.head]
    return token.dep in {"advcl", "acl"} or head.lemma in UNREAL or head.lower in UNREAL_NOUNS


def is_infinitive(p: Passage, token: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return token.tag == "VB" and any(t.lower == "to" for t in kids(p, token.index, "aux"))
