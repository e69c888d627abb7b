"""What a word is and stands in, as named features: the sentence's syntax, the rules' opinion, what the report has told."""

from collections.abc import Iterator

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.learned.account import Account, Accounts
from claimatlas.extract.learned.mask import hides
from claimatlas.extract.rules import rules
from claimatlas.extract.syntax import kids
from claimatlas.extract.trigger import lemma_of
from claimatlas.model.passage import Token


def word_features(accounts: Accounts, at: int, number: int, told_before: set[str]) -> Iterator[str]:
    """Features of the word at token `at` of the `number`-th leaf; `told_before`: types that the rules found in earlier leaves."""
    token = accounts.leaf.scene.passage.tokens[at]
    yield from _grammar(accounts, token)
    yield from _around(accounts, token, number)
    yield from _rules(accounts, at, told_before)


def _grammar(a: Accounts, token: Token) -> Iterator[str]:
    p = a.leaf.scene.passage
    head = p.tokens[token.head]
    yield f"lemma={a.lemma(token.index)}"
    yield f"tag={token.tag}"
    yield f"dep={token.dep}"
    yield f"dep={token.dep}^{head.pos}"
    yield f"head={a.lemma(head.index)}"
    for child in kids(p, token.index):
        if child.dep in {"aux", "auxpass", "neg", "det", "prt", "mark", "agent", "prep"}:
            yield f"kid={child.dep}:{child.lower}"
        else:
            yield f"kid={child.dep}"
        if child.dep in {"compound", "amod", "dobj"}:
            yield f"kidlemma={child.dep}:{a.lemma(child.index)}"
    yield f"before={a.lower(token.index - 1)}"
    yield f"after={a.lower(token.index + 1)}"
    verb = head if head.pos in {"VERB", "AUX"} else p.tokens[head.head]
    yield f"verb={a.lemma(verb.index)}:{verb.dep}"


def _around(a: Accounts, token: Token, number: int) -> Iterator[str]:
    leaf = a.leaf
    if number not in a.frames:
        a.frames[number] = _frame(leaf, number)
    before, behind = a.frames[number]
    yield from before
    yield f"capital={token.text[:1].isupper() and token.index not in a.names}"
    owner = leaf.scene.owner.get(token.index)
    if owner is not None:
        yield "actor=side" if hides(owner) else f"actor={owner.sort}:{owner.kind}"
    if token.index in leaf.scene.where:
        yield "place"
    yield from behind


def _frame(leaf: Leaf, number: int) -> tuple[list[str], list[str]]:
    """What all words of a leaf have in common, before and behind what each has of its own."""
    scene = leaf.scene
    before = [f"kind={scene.passage.kind}", f"leaf={min(number, 6)}"]
    held = [f"places={min(len(scene.places), 3)}", f"actors={min(len(scene.actors), 4)}"]
    numbers = [f"number={what}" for what in sorted({n.what for n in leaf.numbers})]
    return before, [*held, *numbers, f"times={min(len(leaf.times), 2)}", f"said={bool(leaf.said)}"]


def _rules(accounts: Accounts, at: int, told_before: set[str]) -> Iterator[str]:
    token = accounts.leaf.scene.passage.tokens[at]
    for rule in rules().verbs.get(lemma_of(token), ())[:3]:
        yield f"listed={rule.type}"
    if token.lower in rules().nouns:
        yield f"listednoun={rules().nouns[token.lower]}"
    here = accounts.at.get(at, [])
    for account in here:
        yield from _account(account, told_before)
    if not here:
        yield "told=none"
    yield f"others={min(accounts.others(at).claimed, 3)}"


def _account(a: Account, told_before: set[str]) -> Iterator[str]:
    """What the rules say of the event at this word."""
    yield f"told={a.type}"
    yield f"toldstance={a.stance}"
    yield f"tense={a.tense}"
    yield f"dropped={a.dropped}"
    yield f"slots={bool(a.agents)}{bool(a.targets)}{bool(a.chosen or a.own_places)}{bool(a.numbers)}"
    if a.type in told_before:
        yield f"again={a.type}"
    if a.claimed:
        yield f"claimed={a.type}"
