"""The verbs and nouns that govern an event word, up to the next speech verb: what its stance is read from."""

from claimatlas.extract.nouns import nouns
from claimatlas.extract.syntax import climb, kids
from claimatlas.model.passage import Passage, Token

SEEM = nouns("stance_seem")
DENY = {"deny", "dismiss", "refute", "reject", "rebut", "disprove"}
FAIL = {"fail", "refuse", "decline", "stop", "cease"}
FUTURE = {"expect", "predict", "forecast", "anticipate"}
UNREAL = nouns("stance_unreal")
UNREAL_NOUNS = nouns("stance_unreal_nouns")
PERFORM = nouns("stance_perform")
OCCUR = nouns("stance_occur")
LIKELY = {"likely", "possible", "unlikely", "true", "probable"}


def verb_chain(p: Passage, at: int) -> list[Token]:
    """The trigger and the verbs and nouns that govern it within its own telling."""
    out = [p.tokens[at]]
    for token in climb(p, at):
        below = out[-1]
        judged = _judged(p, below, token)
        if judged:
            out += judged
            break
        if _ends(p, below, token, at):
            break
        out.append(token)
        if below.dep == "conj" and below.pos in {"VERB", "AUX"}:
            break
    return out[:6]


def _judged(p: Passage, below: Token, token: Token) -> list[Token]:
    """ "It is not true that", "it is likely that": the judgement over a clause."""
    if below.dep in {"ccomp", "csubj"} and token.lemma == "be" and kids(p, token.index, "acomp", "attr"):
        return [token, *kids(p, token.index, "acomp")]
    return [token, p.tokens[token.head]] if below.dep == "ccomp" and token.lower in LIKELY else []


def _ends(p: Passage, below: Token, token: Token, at: int) -> bool:
    """Whether the telling of the event ends below `token`."""
    if below.dep in {"relcl", "ccomp", "parataxis"}:
        return token.lemma not in SEEM | UNREAL | DENY | FUTURE
    if below.dep == "advcl":
        return below.tag != "VB"
    if below.dep == "nsubj":
        return token.lemma not in SEEM and below.index != at
    return below.dep == "conj" and below.pos in {"VERB", "AUX"} and bool(kids(p, below.index, "nsubj", "nsubjpass"))


def noun_chain(p: Passage, at: int) -> list[Token]:
    """A noun's event is as real as the verb that performs it ("would launch strikes"), not as the clause it merely stands in."""
    token = p.tokens[at]
    while token.dep in {"compound", "conj", "nmod"} and p.tokens[token.head].pos in {"NOUN", "PROPN"} and token.head != token.index:
        token = p.tokens[token.head]
    head = p.tokens[token.head]
    out = [p.tokens[at]]
    if token.dep == "pobj" and p.tokens[head.head].lower in UNREAL_NOUNS and head.head != head.index:
        return [*out, p.tokens[head.head]]
    performs = token.dep in {"dobj", "nsubjpass"} and head.lemma in PERFORM | DENY | UNREAL | FAIL
    occurs = token.dep in {"nsubj", "nsubjpass", "attr"} and head.lemma in OCCUR | SEEM
    return [*out, *verb_chain(p, head.index)] if performs or occurs else out
