"""Whether a verb's rule fits where the verb stands: particles, prepositions, and what stands in its slots."""

from collections.abc import Iterator

from claimatlas.extract.mention import ActorMention, Scene
from claimatlas.extract.nouns import grouped, nouns
from claimatlas.extract.rules import Need, VerbRule
from claimatlas.extract.syntax import kids, phrase, prepositions
from claimatlas.extract.syntax_verb import is_passive, objects, subjects
from claimatlas.model.passage import Passage, Token

LAND = nouns("trigger_land")
PERSONS = nouns("trigger_persons")
SOMEONE = nouns("trigger_fit_someone")
SOMEONE_ARMED = {"they", "it", "he", "who"}


def fits(scene: Scene, token: Token, rule: VerbRule) -> bool:
    """Whether a rule of the token's lemma holds for it."""
    p, i = scene.passage, token.index
    if rule.prt and not any(t.lower in rule.prt for t in kids(p, i, "prt", "advmod", "prep", "dobj", "acomp", "oprd", "npadvmod")):
        return False
    if rule.prep and not any(prep.lower in rule.prep for prep in _prepositions_of(p, i)):
        return False
    if not _slots_fit(scene, i, rule) or (rule.origin == "actor" and not _from_actor(scene, i)):
        return False
    return not rule.instrument or _instrument(p, i, rule.instrument)


def _slots_fit(scene: Scene, verb: int, rule: VerbRule) -> bool:
    """Whether subject and object are of the sort that a rule needs, voice undone."""
    p = scene.passage
    passive, subj = is_passive(p, verb), subjects(p, verb)
    by = [obj for prep, obj in prepositions(p, verb) if prep.lower == "by"]
    if rule.frame in {"passive_place", "hold"} and rule.subj and rule.subj.kind == "place":
        return passive and bool(by) and any(_meets(scene, t, rule.subj) for t in subj)
    doers, befallen = (by, subj) if passive else (subj, objects(p, verb))
    if rule.obj and not any(_meets(scene, t, rule.obj) for t in befallen):
        return False
    untold = passive and not by and rule.subj is not None and rule.subj.kind in {"armed", "actor", "person"}
    return rule.subj is None or untold or any(_meets(scene, t, rule.subj) for t in doers)


def _from_actor(scene: Scene, verb: int) -> bool:
    origins = [o for prep, o in prepositions(scene.passage, verb) if prep.lower == "from"]
    return any(_meets(scene, o, Need(kind="actor")) and not is_land(scene, o) for o in origins)


def _prepositions_of(p: Passage, verb: int) -> list[Token]:
    return [*kids(p, verb, "prep", "agent"), *(prep for prep, _ in prepositions(p, verb))]


def _instrument(p: Passage, verb: int, words: frozenset[str]) -> bool:
    """Whether one of the words stands behind "with", "by", "in" or "using"."""
    tools = [obj for prep, obj in prepositions(p, verb) if prep.lower in {"with", "by", "using", "in"}]
    tools += [t for t in kids(p, verb, "advcl") if t.lower == "using"]
    return any(p.tokens[j].lower in words for t in tools for j in phrase(p, t.index))


def _meets(scene: Scene, token: Token, need: Need) -> bool:
    """Whether a noun phrase is what a slot needs."""
    if need.words:
        return _among(scene.passage, token, need.words)
    if need.kind == "place":
        return is_land(scene, token)
    mention, force = actor_at(scene, token), token.lower in nouns("force_heads")
    if need.kind == "person":
        return token.lower in PERSONS or (mention is not None and (mention.kind in {"person", "collective"} or force))
    if need.kind == "armed":
        return mention.armed if mention else force or token.lower in SOMEONE_ARMED
    return mention is not None or token.lower in SOMEONE


def _among(p: Passage, token: Token, words: frozenset[str]) -> bool:
    near = [token, *kids(p, token.index, "compound", "amod", "conj", "nmod")]
    near += [o for prep, o in prepositions(p, token.index) if prep.lower == "of"]
    lowers = {t.lower for t in near}
    return any(lowers >= set(word.split(":")) for word in words)


def actor_at(scene: Scene, token: Token) -> ActorMention | None:
    """The actor mention that covers a token, or the one that owns it ("the army's units")."""
    mention = scene.owner.get(token.index)
    if mention is not None:
        return mention
    for child in phrase(scene.passage, token.index):
        if child in scene.owner and scene.passage.tokens[child].dep in {"compound", "amod", "poss", "nmod", "npadvmod", "appos"}:
            return scene.owner[child]
    of = [o for prep, o in prepositions(scene.passage, token.index) if prep.lower == "of"]
    return next((scene.owner[o.index] for o in of if o.index in scene.owner), None)


def is_land(scene: Scene, token: Token) -> bool:
    """Whether a noun phrase is a place, a part of one or a position."""
    p, lower = scene.passage, token.lower
    if token.index in scene.where or lower in grouped("place_kinds") or lower in LAND or lower in nouns("part_heads"):
        return True
    if token.index in scene.owner and scene.owner[token.index].root == token.index:
        return False
    return any(j in scene.where for j in _near_name(p, token.index))


def _near_name(p: Passage, i: int) -> Iterator[int]:
    for child in kids(p, i, "compound", "appos", "nmod", "conj"):
        yield child.index
    for prep, obj in prepositions(p, i):
        if prep.lower == "of":
            yield obj.index
