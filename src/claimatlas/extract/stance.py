"""Stance of a told event: fact, alleged, denied, conditional or predicted, from the words that govern it."""

from claimatlas.extract.nouns import nouns
from claimatlas.extract.stance_chain import DENY, FAIL, FUTURE, SEEM, UNREAL, UNREAL_NOUNS, noun_chain, verb_chain
from claimatlas.extract.stance_signs import alleged, conditional, is_infinitive, may_have, negated, predicted
from claimatlas.extract.syntax import climb, kids
from claimatlas.model.passage import Passage, Token

WRONG = nouns("stance_wrong")
REAL = nouns("stance_real")
REPORTS = nouns("stance_reports")
MEANT = {"dub", "design", "mean", "call", "launch", "name"}


def stance_of(p: Passage, at: int, noun: bool) -> str:
    """Stance of the event whose trigger is token `at`; the strongest word up the tree to the next speech verb decides.

    "purpose" for an aim that another event serves.
    """
    if corrects_reports(p, at) or (noun and _called_off(p, at)):
        return "denied"
    chain = noun_chain(p, at) if noun else verb_chain(p, at)
    if any(negated(p, t, noun and n == 0) for n, t in enumerate(chain)):
        return "alleged" if may_have(p, chain) else "denied"
    if (not noun and _purpose(p, chain[0])) or (noun and _unsaid(p, at)):
        return "purpose"
    for test, stance in ((alleged, "alleged"), (predicted, "predicted"), (conditional, "conditional")):
        if any(test(p, t, n) for n, t in enumerate(chain)):
            return stance
    return "fact"


def corrects_reports(p: Passage, at: int) -> bool:
    """Whether reports of the event are said to be wrong: "reports that X fell are incorrect", "as are reports that …"."""
    report = next((t for t in climb(p, at) if t.lower in REPORTS), None)
    if report is None:
        return False
    verb = p.tokens[report.head]
    near = [verb, p.tokens[verb.head], *kids(p, verb.index), *kids(p, verb.head)]
    return any(t.lower in WRONG or t.lemma in DENY for t in near)


def _called_off(p: Passage, at: int) -> bool:
    """Talks cancelled, a deal called off."""
    token = p.tokens[at]
    verb = p.tokens[token.head]
    if token.dep not in {"nsubjpass", "dobj"}:
        return False
    off = verb.lemma == "call" and any(t.lower == "off" for t in kids(p, verb.index, "prt"))
    return off or verb.lemma in {"cancel", "postpone", "scrap"}


def _unsaid(p: Passage, at: int) -> bool:
    """An event that somebody does not speak of: "no claim of responsibility for", "did not comment on the raids"."""
    token = p.tokens[at]
    if token.dep != "pobj":
        return False
    above = p.tokens[p.tokens[token.head].head]
    if above.lemma == "aim":
        return True
    if above.lower == "responsibility":
        return p.tokens[above.head].pos != "VERB" or bool(kids(p, above.head, "neg"))
    silent = above.lemma in {"comment", "mention", "remark"}
    return silent and any(t.dep == "neg" or t.lower == "no" for t in [*kids(p, above.index), *kids(p, above.head)])


def _purpose(p: Passage, token: Token) -> bool:
    """ "launched an offensive to push G out": an aim, which is told by what serves it."""
    if token.dep not in {"advcl", "acl", "xcomp", "relcl"} or not is_infinitive(p, token):
        return False
    head = p.tokens[token.head]
    if head.lemma in UNREAL | REAL | SEEM | FUTURE | FAIL or head.lower in UNREAL_NOUNS | UNREAL or head.pos in {"ADJ", "AUX"}:
        return False
    return token.dep != "xcomp" or head.lemma in MEANT
