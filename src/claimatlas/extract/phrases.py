"""Which actors and places a noun phrase names."""

from claimatlas.extract.mention import COLLECTIVE, ActorMention, PlaceMention, Scene
from claimatlas.extract.nouns import nouns
from claimatlas.extract.syntax import kids, phrase, prepositions
from claimatlas.model.passage import Token

# a patron who backs a force is not said to take part
PATRONS = {"state", "coalition", "government"}
ALLY_VERBS = nouns("phrases_ally_verbs")
PLACE_PREPS = nouns("phrases_place_preps")


def actors_of(scene: Scene, head: Token, allies: bool = False) -> list[ActorMention]:
    """Actors that a noun phrase names: its head and what is coordinated with it, or else who owns it.

    With `allies`, those named in "led by", "backed by", "along with" count too.
    """
    out = [m for i in _heads(scene, head.index) for m in [*_named_at(scene, i), *(_allies(scene, i) if allies else ())]]
    if not out and head.index not in scene.where and head.lower in nouns("force_heads"):
        out = [scene.owner[j] for j in phrase(scene.passage, head.index) if j in scene.owner]
    return list(dict.fromkeys(out))


def _named_at(scene: Scene, i: int) -> list[ActorMention]:
    """The mention at one head with those that own or share it; a collective gives way to the force it belongs to."""
    mention = scene.owner.get(i)
    if mention is None:
        return _owners(scene, i)
    owners = _owners(scene, i) if mention.sort == COLLECTIVE else []
    owners = [m for m in owners if m.kind not in {"media", "agency"} and m is not mention]
    own = [] if mention.armed and any(m.armed for m in owners) else [mention]
    return own + (owners or _shared(scene, i, mention))


def _heads(scene: Scene, head: int) -> list[int]:
    """A head and what is coordinated with it, nearest first."""
    p = scene.passage
    out, todo = [], [head]
    while todo:
        i = todo.pop(0)
        out.append(i)
        todo += [t.index for t in kids(p, i, "conj") if t.pos in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "VERB"}]
    return out


def _owners(scene: Scene, i: int) -> list[ActorMention]:
    """Mentions that modify a noun: "ISIS fortifications", "Assad's air force", "members of the coalition"."""
    p = scene.passage
    out = []
    for child in kids(p, i, "compound", "amod", "poss", "nmod", "npadvmod", "appos"):
        if child.index in scene.owner:
            out.append(scene.owner[child.index])
            out += [scene.owner[t.index] for t in kids(p, child.index, "conj") if t.index in scene.owner]
        else:
            out += [scene.owner[t.index] for t in kids(p, child.index, "compound", "npadvmod", "poss") if t.index in scene.owner]
    if not out:
        whose = {"of", "from"} if i in scene.owner and scene.owner[i].armed else {"of"}
        out = [m for prep, obj in prepositions(p, i) if prep.lower in whose for m in actors_of(scene, obj)]
    return out


def _shared(scene: Scene, i: int, mention: ActorMention) -> list[ActorMention]:
    """Others that share the head: "Russian and Syrian warplanes"."""
    nodes = [t.index for t in kids(scene.passage, i, "amod", "compound", "nmod")]
    nodes += [t.index for n in nodes for t in kids(scene.passage, n, "conj", "amod", "compound")]
    found = [scene.owner[n] for n in nodes if n in scene.owner and scene.owner[n] is not mention]
    found += [
        m
        for m in scene.actors
        if m.last == mention.first - 2
        and scene.passage.tokens[m.last + 1].lower in {"and", "or"}
        and scene.passage.tokens[m.last].dep in {"amod", "nmod", "compound"}
    ]
    return [m for m in found if m.kind in {"state", "military", "government"}]


def _allies(scene: Scene, i: int) -> list[ActorMention]:
    """Those who take part beside a force: "led by", "backed by", "along with"; a patron does not."""
    p = scene.passage
    clauses = kids(p, i, "acl", "relcl")
    verbs = [verb for clause in clauses for verb in [clause, *kids(p, clause.index, "conj")] if verb.lemma in ALLY_VERBS]
    backers = [obj for verb in verbs for prep, obj in prepositions(p, verb.index) if prep.lower == "by"]
    out = [m for obj in backers for m in actors_of(scene, obj) if m.kind not in PATRONS]
    return out + [m for prep, obj in prepositions(p, i) if _alongside(scene, prep) for m in actors_of(scene, obj)]


def _alongside(scene: Scene, prep: Token) -> bool:
    before = scene.passage.lower_at(prep.index - 1)
    return prep.lower == "alongside" or (prep.lower == "with" and before in {"along", "together", "cooperation"})


def places_of(scene: Scene, head: Token) -> list[PlaceMention]:
    """Places that a noun phrase names, its coordinated names each one; containers ("in Homs province") come last."""
    p = scene.passage
    out: list[PlaceMention] = []
    todo = [head.index]
    seen: set[int] = set()
    while todo:
        i = todo.pop(0)
        if i in seen:
            continue
        seen.add(i)
        if i in scene.where:
            out.append(scene.where[i])
        inner = [(prep.lower, obj.index) for prep, obj in prepositions(p, i) if prep.lower in PLACE_PREPS]
        todo += [o for word, o in inner if word == "of"]
        labels = ("conj", "appos", "compound", "nmod", "poss", "npadvmod" if i in scene.where else "amod")
        todo += [t.index for t in kids(p, i, *labels)]
        todo += [o for word, o in inner if word != "of"]
    return list(dict.fromkeys(out))
