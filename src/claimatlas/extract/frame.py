"""What the frames of verbs share: logical subject and object, who and where their phrases name, and the default frame."""

from collections.abc import Callable, Collection, Iterable

from claimatlas.extract.mention import Scene
from claimatlas.extract.phrases import PATRONS, actors_of, places_of
from claimatlas.extract.syntax import kids, prepositions
from claimatlas.extract.syntax_verb import is_passive, objects, subjects
from claimatlas.extract.told import Told
from claimatlas.model.passage import Passage, Token

Frame = Callable[[Scene, Told], None]
AGAINST = {"against", "on", "at", "upon"}
# told of two sides: whom the subject does it "with" is the target
MUTUAL = {"clash", "talks", "agreement", "ally", "merge", "ceasefire", "prisoner_exchange"}
TAKEN_OR_LEFT = {"surrender", "capture", "release", "split"}


def behind(p: Passage, i: int, words: Collection[str]) -> list[Token]:
    """Objects of those prepositions of token i that are among `words`."""
    return [obj for prep, obj in prepositions(p, i) if prep.lower in words]


def add_agents(scene: Scene, told: Told, tokens: Iterable[Token], allies: bool = False) -> None:
    """Make the actors of noun phrases agents; `allies` as in actors_of."""
    for token in tokens:
        told.add("agents", actors_of(scene, token, allies=allies))


def add_targets(scene: Scene, told: Told, tokens: Iterable[Token]) -> None:
    """Make the actors of noun phrases targets."""
    for token in tokens:
        told.add("targets", actors_of(scene, token))


def add_places(scene: Scene, told: Told, tokens: Iterable[Token]) -> None:
    """Add the places of noun phrases."""
    for token in tokens:
        told.add_places(places_of(scene, token))


def logical(scene: Scene, told: Told) -> tuple[list[Token], list[Token]]:
    """(logical subjects, logical objects) of the event's verb, voice undone."""
    p, verb = scene.passage, told.trigger.token
    by = behind(p, verb, {"by"})
    if not is_passive(p, verb) or (not by and _active_participle(scene, verb)):
        return subjects(p, verb), objects(p, verb)
    return by, subjects(p, verb)


def _active_participle(scene: Scene, verb: int) -> bool:
    """ "Terrorists targeted with rockets the cities": a past tense that the parse took for a participle."""
    p = scene.passage
    if p.tokens[verb].dep != "acl" or kids(p, verb, "auxpass"):
        return False
    armed = [t for t in subjects(p, verb) if t.index in scene.owner and scene.owner[t.index].armed]
    return bool(armed) and (bool(kids(p, verb, "dobj")) or any(prep.lower == "with" for prep in kids(p, verb, "prep")))


def default(scene: Scene, told: Told) -> None:
    """The subject does it to the object, with what the prepositions of the verb add."""
    subj, obj = logical(scene, told)
    add_agents(scene, told, subj, allies=True)
    add_targets(scene, told, obj)
    add_places(scene, told, obj)
    for prep, token in prepositions(scene.passage, told.trigger.token):
        _by_preposition(scene, told, prep.lower, token)


def _by_preposition(scene: Scene, told: Told, prep: str, token: Token) -> None:
    if _names_target(told.type, prep):
        add_targets(scene, told, [token])
    elif prep in {"with", "alongside"} and token.lower in {"cooperation", "coordination", "support", "help"}:
        helpers = [m for t in behind(scene.passage, token.index, {"with", "from", "of"}) for m in actors_of(scene, t)]
        told.add("agents", [m for m in helpers if m.kind not in PATRONS])


def _names_target(type_: str, prep: str) -> bool:
    if prep in AGAINST:
        return True
    if prep == "with":
        return type_ in MUTUAL
    return (prep == "to" and type_ == "defect") or (prep in {"to", "from"} and type_ in TAKEN_OR_LEFT)
