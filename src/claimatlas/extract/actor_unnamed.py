"""Actors that the register does not name: unknown groups, persons with a title, people named by what they are."""

from collections.abc import Iterator

from claimatlas.extract.actor_mention import UNARMED_COLLECTIVES, mention
from claimatlas.extract.mention import COLLECTIVE, NEW, PERSON, ActorMention
from claimatlas.extract.nouns import nouns, people_heads
from claimatlas.extract.words import folded
from claimatlas.model.passage import Passage, Token

INNER = {"of", "al", "the", "-", "for"}
MODIFIER = {"amod", "compound", "nmod"}


def new_groups(p: Passage, taken: set[int]) -> Iterator[ActorMention]:
    """Capitalised runs that end or begin with a word for a group: "Sons of the Euphrates Brigade"."""
    for run in _capital_runs(p, taken):
        lowers = [w for i in run for w in folded(p.tokens[i].text)]
        if len(run) >= 2 and lowers and (lowers[-1] in nouns("group_nouns") or lowers[0] in nouns("group_nouns")):
            yield mention(p, run[0], run[-1], NEW, None, "armed_group")


def persons(p: Passage, taken: set[int]) -> Iterator[ActorMention]:
    """A title and a capitalised name: "Colonel Omar Hassan", "activist Abu Yazan"."""
    for run in _capital_runs(p, taken):
        names = [i for i in run if p.tokens[i].lower.rstrip(".") not in nouns("titles")]
        before = p.tokens[run[0] - 1].lower.rstrip(".") if run[0] else ""
        titled = len(names) < len(run) or before in nouns("titles") or (len(run) > 1 and _speaks_or_serves(p, run[-1]))
        if titled and names and p.tokens[names[-1]].pos == "PROPN":
            yield mention(p, names[0], names[-1], PERSON, None, "person", armed=False)


def collectives(p: Passage, taken: set[int]) -> Iterator[ActorMention]:
    """People named by what they are: "rebels", "residents"."""
    for token in p.tokens:
        name = people_heads().get(token.lower)
        if name is not None and token.index not in taken and _heads_phrase(p, token, name):
            yield mention(p, token.index, token.index, COLLECTIVE, name, "collective", armed=name not in UNARMED_COLLECTIVES)


def _heads_phrase(p: Passage, token: Token, name: str) -> bool:
    """Whether a word for people stands for them: not the adjective of a force ("rebel fighters"), nor a bare measure ("man")."""
    if token.pos not in {"NOUN", "PROPN", "ADJ"}:
        return False
    if token.dep in MODIFIER and p.tokens[token.head].lower in nouns("force_heads") | nouns("force_modifiers"):
        return False
    if token.lower == "opposition" and token.dep in {"compound", "amod"}:
        return False
    one = token.tag == "NN" and token.lower in {"man", "woman", "person", "child", "boy", "girl"}
    return not one or token.dep in {"nsubj", "nsubjpass", "dobj", "pobj", "conj"}


def _capital_runs(p: Passage, taken: set[int]) -> Iterator[list[int]]:
    """Runs of capitalised words outside the taken tokens, "of" and the like inside them included."""
    run: list[int] = []
    for token in p.tokens:
        if token.index not in taken and (_capital(token) or (run and _inside(p, token))):
            run.append(token.index)
            continue
        if run:
            yield _stripped(p, run)
        run = []
    if run:
        yield _stripped(p, run)


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos in {"PROPN", "NOUN", "ADJ"}


def _inside(p: Passage, token: Token) -> bool:
    return token.lower in INNER and token.index + 1 < len(p.tokens) and p.tokens[token.index + 1].text[:1].isupper()


def _stripped(p: Passage, run: list[int]) -> list[int]:
    while len(run) > 1 and not p.tokens[run[-1]].text[:1].isupper():
        run = run[:-1]
    return run


def _speaks_or_serves(p: Passage, i: int) -> bool:
    """Whether a name is the subject of a verb of saying, or stands beside an office ("the vice-president Abdul Ahad Steifo")."""
    token, head = p.tokens[i], p.tokens[p.tokens[i].head]
    return (token.dep == "nsubj" and head.lemma in nouns("source_say")) or (token.dep == "appos" and head.lower in nouns("titles"))
