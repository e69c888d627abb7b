"""The rules' side of a claim: which rule took a word for an event, and which words made its stance."""

from collections.abc import Container, Sequence

from claimatlas.explain.choice import Option, Words
from claimatlas.extract.leaf import Leaf
from claimatlas.extract.mention import ActorMention, PlaceMention
from claimatlas.extract.quantity import NumberMention
from claimatlas.extract.rules import Need, VerbRule, rules
from claimatlas.extract.stance import corrects_reports
from claimatlas.extract.stance_chain import noun_chain, verb_chain
from claimatlas.extract.stance_signs import alleged, conditional, negated, predicted
from claimatlas.extract.time import TimeMention
from claimatlas.extract.told import Told
from claimatlas.extract.trigger import lemma_of
from claimatlas.model.passage import Passage


def rule_of(leaf: Leaf, event: Told) -> str:
    """The rule that took a word for an event: its words and what must stand beside them."""
    p, trigger = leaf.scene.passage, event.trigger
    token, first = p.tokens[trigger.token], p.tokens[trigger.first]
    if trigger.rule is not None:
        return f"verb «{lemma_of(token)}»{_needs(trigger.rule)} is {event.type}"
    if rules().compounds.get((first.lower, token.lower)) == trigger.type:
        return f"noun «{first.lower} {token.lower}» is {event.type}"
    if rules().nouns.get(token.lower) == trigger.type:
        return f"noun «{token.lower}» is {event.type}"
    if event.denier:
        return f"«{token.lower}» denies the {event.type} told before"
    if event.type == "control":
        return f"«{token.lower}» tells who holds it"
    return f"«{token.lower}» counts what {event.type} tells of"


def frame_of(event: Told) -> str:
    """The frame by which the rules filled an event's actors and places."""
    rule = event.trigger.rule
    return f"frame «{rule.frame}» of the verb, over the parse" if rule is not None else "what hangs on the noun, over the parse"


def near(leaf: Leaf, slot: str, chosen: Container[int | None]) -> tuple[Option, ...]:
    """The mentions of a sentence that could fill a slot, in order of the text; `chosen`: where those that do begin."""
    found: dict[str, Sequence[ActorMention | PlaceMention | TimeMention | NumberMention]] = {
        "actor": leaf.scene.actors,
        "place": leaf.scene.places,
        "time": leaf.times,
        "quantities": leaf.numbers,
    }
    return tuple(
        Option(getattr(m, "name", None) or m.text, None, m.start in chosen, getattr(m, "id", None), Words(m.text, m.start, m.end))
        for m in sorted(found[slot], key=lambda m: (m.start, m.end))
    )


def stance_signs(p: Passage, event: Told) -> list[str]:
    """The governing words that speak for a stance, as the rules read them."""
    at, noun = event.trigger.token, event.trigger.rule is None
    if corrects_reports(p, at):
        return ["reports of it are said to be wrong: denied"]
    chain = noun_chain(p, at) if noun else verb_chain(p, at)
    told = []
    for n, token in enumerate(chain):
        signs = (negated(p, token, noun and n == 0), alleged(p, token, n), predicted(p, token, n), conditional(p, token, n))
        found = [s for s, is_told in zip(("denied", "alleged", "predicted", "conditional"), signs, strict=True) if is_told]
        told += [f"at «{token.text}»: {s}" for s in found]
    return told


def _needs(rule: VerbRule) -> str:
    """What a verb rule asks for beside the verb."""
    told = [f"{what} {_need(need)}" for what, need in (("object", rule.obj), ("subject", rule.subj)) if need is not None]
    sets = (("particle", rule.prt), ("preposition", rule.prep), ("instrument", rule.instrument))
    told += [f"{what} {_words(words)}" for what, words in sets if words]
    told += [f"from {rule.origin}"] if rule.origin else []
    return f" with {', '.join(told)}" if told else ""


def _need(need: Need) -> str:
    return need.kind or _words(need.words)


def _words(words: frozenset[str]) -> str:
    """The first words of a list in order."""
    shown = sorted(words)
    return "/".join(shown[:4]) + ("/..." if len(shown) > 4 else "")
