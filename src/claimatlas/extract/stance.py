"""Stance of a told event: fact, alleged, denied, conditional or predicted, from the words that govern it."""

from claimatlas.extract.nouns import nouns
from claimatlas.extract.syntax import climb, kids
from claimatlas.model.passage import Passage, Token

ALLEGED = nouns("stance_alleged")
SEEM = {"appear", "seem", "believe", "suspect", "presume", "think", "allege", "rumor", "rumour"}
WRONG = {"incorrect", "false", "untrue", "wrong", "fabricated", "baseless", "unfounded", "inaccurate", "fake"}
DENY = {"deny", "dismiss", "refute", "reject", "rebut", "disprove"}
FAIL = {"fail", "refuse", "decline", "stop", "cease"}
UNREAL = nouns("stance_unreal")
REAL = {"manage", "continue", "begin", "start", "help", "keep", "succeed", "be", "have", "use", "lead"}
UNREAL_NOUNS = nouns("stance_unreal_nouns")
CONDITIONAL_MODALS = {"may", "might", "could", "would", "can", "should", "must"}
FUTURE = {"expect", "predict", "forecast", "anticipate"}
PERFORM = nouns("stance_perform")
OCCUR = {"occur", "happen", "erupt", "begin", "take", "continue", "start", "break", "unfold", "be"}
REPORTS = {"report", "reports", "rumors", "rumours", "claims", "claim", "news", "allegation", "allegations", "accusation", "accusations"}


def stance_of(p: Passage, at: int, noun: bool) -> str:
    """Stance of the event whose trigger is token `at`; the strongest word up the tree to the next speech verb decides."""
    if _reports_wrong(p, at) or (noun and _called_off(p, at)):
        return "denied"
    chain = _noun_governors(p, at) if noun else _governors(p, at)
    if any(_negated(p, t, noun and n == 0) for n, t in enumerate(chain)):
        return "alleged" if _have_after_modal(p, chain) else "denied"
    if (not noun and _purpose(p, chain)) or (noun and _unsaid(p, at)):
        return "purpose"
    for test, stance in ((_alleged, "alleged"), (_predicted, "predicted"), (_conditional, "conditional")):
        if any(test(p, t, n) for n, t in enumerate(chain)):
            return stance
    return "fact"


def corrects_reports(p: Passage, at: int) -> bool:
    """Whether the passage says that reports of the event made elsewhere are wrong."""
    return _reports_wrong(p, at)


def _governors(p: Passage, at: int) -> list[Token]:
    """The trigger and the verbs and nouns that govern it within its own telling."""
    out = [p.tokens[at]]
    for token in climb(p, at):
        below = out[-1]
        if below.dep in {"ccomp", "csubj"} and token.lemma == "be" and kids(p, token.index, "acomp", "attr"):
            out += [token, *kids(p, token.index, "acomp")]
            break
        if below.dep == "ccomp" and token.lower in {"likely", "possible", "unlikely", "true", "probable"}:
            out += [token, p.tokens[token.head]]
            break
        if below.dep in {"relcl", "ccomp", "parataxis"} and token.lemma not in SEEM | UNREAL | DENY | FUTURE:
            break
        if below.dep == "advcl" and below.tag != "VB":
            break
        if below.dep in {"nsubj"} and token.lemma not in SEEM and below.index != at:
            break
        if below.dep == "conj" and below.pos in {"VERB", "AUX"}:
            if kids(p, below.index, "nsubj", "nsubjpass"):
                break
            out.append(token)
            break
        out.append(token)
    return out[:6]


def _noun_governors(p: Passage, at: int) -> list[Token]:
    """A noun's event is as real as the verb that performs it ("would launch strikes"), not as the clause it merely stands in."""
    token = p.tokens[at]
    while token.dep in {"compound", "conj", "nmod"} and p.tokens[token.head].pos in {"NOUN", "PROPN"} and token.head != token.index:
        token = p.tokens[token.head]
    head = p.tokens[token.head]
    out = [p.tokens[at]]
    if token.dep == "pobj" and p.tokens[head.head].lower in UNREAL_NOUNS and head.head != head.index:
        return [*out, p.tokens[head.head]]
    performs = token.dep in {"dobj", "nsubjpass"} and head.lemma in PERFORM | DENY | UNREAL | FAIL
    occurs = token.dep in {"nsubj", "nsubjpass", "attr"} and (head.lemma in OCCUR or head.lemma in SEEM)
    if performs or occurs:
        return [*out, *_governors(p, head.index)]
    return out


def _negated(p: Passage, token: Token, is_noun_trigger: bool) -> bool:
    if token.pos in {"VERB", "AUX", "ADJ"} and any(t.dep == "neg" or t.lower in {"never", "not"} for t in kids(p, token.index)):
        return True
    if (token.lemma in DENY | FAIL and token.pos == "VERB") or token.lower in {"unable", "incapable", "untrue", "false"}:
        return True
    if token.pos == "VERB" and any(t.lower == "no" for o in kids(p, token.index, "dobj") for t in kids(p, o.index, "det")):
        return not is_noun_trigger
    return is_noun_trigger and any(t.lower == "no" for t in kids(p, token.index, "det"))


def _called_off(p: Passage, at: int) -> bool:
    """Talks cancelled, a deal called off."""
    token = p.tokens[at]
    verb = p.tokens[token.head]
    if token.dep not in {"nsubjpass", "dobj"}:
        return False
    return verb.lemma in {"cancel", "postpone", "scrap"} or (
        verb.lemma == "call" and any(t.lower == "off" for t in kids(p, verb.index, "prt"))
    )


def _have_after_modal(p: Passage, chain: list[Token]) -> bool:
    return any(t.lower in {"may", "might", "could"} for c in chain for t in kids(p, c.index, "aux")) and any(
        t.lower == "have" for c in chain for t in kids(p, c.index, "aux")
    )


def _alleged(p: Passage, token: Token, depth: int) -> bool:
    if any(t.lower in ALLEGED for t in kids(p, token.index, "advmod", "amod", "acomp")):
        return True
    if depth == 0 and any(t.lower in ALLEGED for c in kids(p, token.index, "acl", "relcl") for t in kids(p, c.index, "advmod")):
        return True
    if token.lemma in SEEM and depth > 0:
        return token.lemma in {"appear", "seem"} or bool(kids(p, token.index, "auxpass", "nsubjpass"))
    modals = {t.lower for t in kids(p, token.index, "aux")}
    return bool(modals & {"may", "might", "could"}) and "have" in modals


def _predicted(p: Passage, token: Token, depth: int) -> bool:
    if any(t.lower in {"will", "wo", "'ll", "shall"} for t in kids(p, token.index, "aux")):
        return True
    return depth > 0 and (token.lemma in FUTURE or token.lower in {"going", "set", "due"})


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


def _purpose(p: Passage, chain: list[Token]) -> bool:
    """ "launched an offensive to push G out": an aim, which is told by what serves it."""
    token = chain[0]
    if (
        token.tag != "VB"
        or token.dep not in {"advcl", "acl", "xcomp", "relcl"}
        or not any(t.lower == "to" for t in kids(p, token.index, "aux"))
    ):
        return False
    head = p.tokens[token.head]
    if head.lemma in UNREAL | REAL | SEEM | FUTURE | FAIL or head.lower in UNREAL_NOUNS | UNREAL or head.pos in {"ADJ", "AUX"}:
        return False
    return token.dep in {"advcl", "acl", "relcl"} or head.lemma in {"dub", "design", "mean", "call", "launch", "name"}


def _conditional(p: Passage, token: Token, depth: int) -> bool:
    if any(t.lower in CONDITIONAL_MODALS for t in kids(p, token.index, "aux")):
        return True
    if token.tag == "VB" and token.dep in {"xcomp", "advcl", "acl", "ccomp"} and any(t.lower == "to" for t in kids(p, token.index, "aux")):
        head = p.tokens[token.head]
        if token.dep in {"advcl", "acl"} or head.lemma in UNREAL or head.lower in UNREAL_NOUNS:
            return True
    if any(t.lower in {"if", "unless"} for t in kids(p, token.index, "mark")):
        return True
    return depth > 0 and (
        token.lower in UNREAL_NOUNS
        or (token.lemma in {"threaten", "plan", "call", "demand", "order", "propose", "warn", "consider", "urge"} and token.pos == "VERB")
    )


def _reports_wrong(p: Passage, at: int) -> bool:
    """Reports of it are said to be wrong: "reports that X fell are incorrect", "as are reports that …"."""
    for token in climb(p, at):
        if token.lower in REPORTS:
            verb = p.tokens[token.head]
            near = [verb, p.tokens[verb.head], *kids(p, verb.index), *kids(p, verb.head)]
            return any(t.lower in WRONG or t.lemma in DENY for t in near)
    return False
