"""Which told events are claims, and which tell again what the report has told already."""

from claimatlas.extract.mention import PRONOUN, ActorMention, Scene
from claimatlas.extract.syntax import kids
from claimatlas.extract.told import Told

NEEDS_PLACE = {"control", "besiege", "lift_siege"}
NEEDS_SOMEONE = {"lead", "merge", "split", "ally", "threaten", "accuse", "demand", "talks", "agreement", "arm", "defect", "surrender", "sanction", "protest", "arrest", "release", "air_support", "deploy", "withdraw"}
NEEDS_TWO = {"accuse", "split", "threaten", "ally", "talks", "merge"}
ANAPHORIC = {"the", "this", "that", "these", "those", "such", "any", "its", "their", "more", "other", "his", "no"}


def is_claim(scene: Scene, told: Told) -> bool:
    """Whether enough is told to be a claim of its own."""
    if told.dropped or scene.passage.kind == "seam":
        return False
    people = len(told.agents) + len(told.targets)
    if told.type in NEEDS_PLACE and not told.places:
        return False
    if told.type in NEEDS_SOMEONE and not people:
        return False
    if told.type in NEEDS_TWO and people < 2:
        return False
    if told.trigger.rule is None and told.type not in {"control", "strength", "toll"}:
        return _noun_tells(scene, told, people)
    return bool(people or told.places or told.numbers)


def _noun_tells(scene: Scene, told: Told, people: int) -> bool:
    p = scene.passage
    determiners = {t.lower for t in kids(p, told.trigger.token, "det", "poss")}
    own_place = any(not m.antecedent for m in told.places)
    new = bool(told.numbers) or (people and own_place) or (people >= 2)
    if determiners & ANAPHORIC:
        return new
    return new or bool(people) or own_place


def same_actors(a: list[ActorMention], b: list[ActorMention]) -> bool:
    """Whether two lists name the same actors, or one of them none."""
    if not a or not b:
        return True
    names_a, names_b = {m.id or m.name for m in a}, {m.id or m.name for m in b}
    return names_a <= names_b or names_b <= names_a


def background_pronoun(told: Told) -> bool:
    """Whether the only agent is a pronoun."""
    return len(told.agents) == 1 and told.agents[0].sort == PRONOUN
