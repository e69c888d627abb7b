"""How a mention stands to an event word, as named features: distance, the path in the parse, the rules' opinion."""

from collections.abc import Iterator
from functools import cache

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.learned.account import Account, Accounts
from claimatlas.extract.learned.candidates import Candidate
from claimatlas.extract.mention import ActorMention, PlaceMention
from claimatlas.extract.quantity import NumberMention
from claimatlas.extract.syntax import climb
from claimatlas.extract.time import TimeMention
from claimatlas.model.names import fold_name
from claimatlas.model.passage import Passage

STEPS = (1, 2, 3, 4, 6, 8, 11, 15, 20, 30)


@cache
def bucket(n: int) -> str:
    """A signed distance as one of some twenty buckets."""
    size = next((i for i, s in enumerate(STEPS) if abs(n) <= s), len(STEPS))
    return f"{'-' if n < 0 else '+'}{size}"


def path(p: Passage, source: int, target: int) -> str | None:
    """The labels from `source` up to the common ancestor and down to `target`; prepositions by word; None for long ones."""
    return _way(p, [source, *(t.index for t in climb(p, source))], [target, *(t.index for t in climb(p, target))])


def _way(p: Passage, up: list[int], down: list[int]) -> str | None:
    meet = next((i for i in up if i in down), None)
    if meet is None:
        return None
    rise, fall = up.index(meet), down.index(meet)
    if rise + fall > 7:
        return None
    return "^".join([_label(p, i) for i in up[:rise]]) + "!" + "v".join([_label(p, i) for i in reversed(down[:fall])])


def _label(p: Passage, i: int) -> str:
    token = p.tokens[i]
    return token.lower if token.dep in {"prep", "agent", "mark"} else token.dep


def candidate_features(leaf: Leaf, c: Candidate, counts: dict[str, int]) -> Iterator[str]:
    """Features of a candidate whatever the event; `leaf` is its own, `counts` the mentions of each slot and key in the report."""
    yield f"slot={c.slot}"
    yield f"sort={c.slot}:{c.sort}"
    yield f"count={c.slot}:{min(counts.get(c.slot + c.key, 1), 5)}"
    yield from _kind(c)
    yield from _context(leaf, c)


def pair_features(accounts: Accounts, n: int, at: int, c: Candidate) -> Iterator[str]:
    """Features of candidate `c` for the event word at token `at` of leaf `n`, whose `accounts` these are."""
    yield f"offset={c.slot}:{max(-6, c.leaf - n)}"
    if c.leaf == n:
        yield from _distance(accounts, at, c)
    for account in accounts.at.get(at, ()):
        yield from _opinion(account, c)
    yield from _elsewhere(accounts, at, c)


def _kind(c: Candidate) -> Iterator[str]:
    m = c.mention
    if isinstance(m, ActorMention):
        yield f"kind={m.kind}:{m.armed}"
        yield f"name={fold_name(m.name)}" if m.sort == "collective" else f"id={m.id}"
        if m.sort == "noun":
            yield f"noun={fold_name(m.text).split(' ')[-1]}"
    elif isinstance(m, PlaceMention):
        yield f"hint={m.hint}"
        yield f"known={m.known}:{m.wide}:{m.abroad}"
        yield f"relation={m.relation}"
        yield f"place={fold_name(m.name)}"
    elif isinstance(m, TimeMention):
        yield f"time={m.kind}:{m.value.name}:{m.value.bound}"
    elif isinstance(m, NumberMention):
        yield f"what={m.what}"
        yield f"one={m.low == 1}:{m.text.lower() in {'a', 'an', 'one', 'another'}}"
        yield f"unit={m.unit_text.lower()}"
    else:
        yield f"speaker={m.actor.kind if m.actor else 'none'}"


def _context(leaf: Leaf, c: Candidate) -> Iterator[str]:
    p = leaf.scene.passage
    token = p.tokens[c.token]
    head = p.tokens[token.head]
    yield f"own={c.slot}:{token.dep}"
    yield f"under={c.slot}:{head.lemma.lower()}"
    if head.dep in {"prep", "agent"}:
        yield f"prep={c.slot}:{head.lower}:{p.tokens[head.head].pos}"
    yield f"before={c.slot}:{p.lower_at(_first(c) - 1)}"


def _first(c: Candidate) -> int:
    return c.mention.first if isinstance(c.mention, ActorMention | PlaceMention) else c.token


def _distance(accounts: Accounts, at: int, c: Candidate) -> Iterator[str]:
    p = accounts.leaf.scene.passage
    yield f"far={c.slot}:{bucket(c.token - at)}"
    way = _way(p, accounts.line(at), accounts.line(c.token))
    if way is not None:
        yield f"path={c.slot}:{way}"
    yield f"same={c.token == at}"
    low, high = sorted((at, c.token))
    yield f"between={c.slot}:{min(sum(low < t < high for t in accounts.at), 3)}"


def _opinion(a: Account, c: Candidate) -> Iterator[str]:
    """Where the rules' event at this word puts the candidate."""
    if c.slot == "actor":
        yield from _opinion_of_actor(a.type, bool(a.agents), bool(a.targets), c.key in a.agents, c.key in a.targets)
    elif c.slot == "place":
        yield f"ruleplace={c.key in a.chosen}:{bool(a.chosen)}"
        yield f"ruleown={c.start in a.own_places}"
    elif c.slot == "time":
        yield f"ruletime={a.time == c.start}:{a.time is not None}"
    elif c.slot == "number":
        yield f"rulenumber={c.start in a.numbers}:{bool(a.numbers)}:{a.type}"
    else:
        yield f"rulespeaker={a.speaker == c.key}:{a.speaker is not None}"


@cache
def _opinion_of_actor(type_: str, agents: bool, targets: bool, agent: bool, target: bool) -> tuple[str, ...]:
    """The features of an actor who is agent or target of a rules' event that has agents or targets."""
    roles = [r for r, has in (("agent", agent), ("target", target)) if has]
    return f"rule={roles}", f"rule={roles}:{type_}", f"open={agents}{targets}{roles}"


def _elsewhere(accounts: Accounts, at: int, c: Candidate) -> Iterator[str]:
    """Whether the rules give the candidate to another event of the sentence."""
    others = accounts.others(at)
    if c.slot == "actor":
        if c.key in others.agents:
            yield "other=agents"
        if c.key in others.targets:
            yield "other=targets"
    elif c.slot == "number":
        yield f"othernumber={c.start in others.numbers}"
    elif c.slot == "place":
        yield f"otherplace={c.start in others.own_places}"
    elif c.slot == "speaker":
        scopes = [at in scope or whole for scope, whole in accounts.speech.get(c.key, ())]
        yield f"scope={any(scopes)}:{bool(scopes)}:{bool(accounts.leaf.said)}:{bool(accounts.leaf.carried)}"
