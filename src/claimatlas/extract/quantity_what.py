"""Which class a number falls in: from its noun, and from what governs it."""

from claimatlas.extract.quantity_context import context_what, step
from claimatlas.extract.quantity_tables import FORCE_NOUNS, MODIFIER_CLASS, NOUN_CLASS, VEHICLE_NOUNS
from claimatlas.extract.quantity_tree import NOMINAL, governor_of, kids
from claimatlas.model.passage import Passage, Token

LAUNCHED = ("fire", "launch", "hit", "strike", "land", "drop", "fall", "target", "lob", "of", "with", "shoot")
DESTROYED = ("destroy", "burn", "demolish", "knock", "hit", "shoot", "down", "lose")


def noun_what(passage: Passage, token: Token) -> str | None:
    """The class that the counted noun itself gives: deaths, air strikes, villages, fighters."""
    lemma = token.lemma.lower()
    compounds = [c.lower for c in kids(passage, token, "compound", "amod", "nmod")]
    if token.lower in MODIFIER_CLASS and token.pos in (*NOMINAL, "VERB"):
        return MODIFIER_CLASS[token.lower]
    if lemma in ("strike", "raid", "bomb", "missile", "attack") and any(
        c in ("air", "aerial", "cruise", "missile", "barrel", "drone") for c in compounds
    ):
        return "strikes"
    if lemma == "bomber" and compounds and "suicide" not in compounds:
        return "other"
    if lemma in FORCE_NOUNS:
        return "fighters"
    return NOUN_CLASS.get(lemma)


def _governed(passage: Passage, number: Token, noun: Token) -> str | None:
    """What the verb over "23 of the wounded" says, ahead of the noun inside."""
    if noun.index == number.index or passage.tokens[noun.head].dep != "prep" or passage.tokens[noun.head].head != number.index:
        return None
    return step(passage, number)[0]


def what_of(passage: Passage, token: Token, number: Token) -> str:
    """One of model.quantity.WHAT for a counted word and the number that counts it."""
    noun = noun_what(passage, token)
    if token.lemma.lower() in VEHICLE_NOUNS:
        heads = (governor_of(passage, token).lemma, governor_of(passage, number).lemma)
        return "vehicles_destroyed" if any(h in DESTROYED for h in heads) else noun or "other"
    if token.lemma.lower() == "missile" and governor_of(passage, token).lemma not in LAUNCHED:
        return "other"
    if noun in ("strikes", "attacks", "places", "km"):
        return noun
    context = _governed(passage, number, token) or context_what(passage, token)
    if noun in ("captured", "displaced", "wounded") and context:
        return context
    return noun if noun and noun != "fighters" else context or noun or "other"
