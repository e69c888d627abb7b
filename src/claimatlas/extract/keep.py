"""Which told events are claims, and which tell again what the report has told already."""

from claimatlas.extract.mention import Scene
from claimatlas.extract.nouns import nouns
from claimatlas.extract.syntax import kids
from claimatlas.extract.told import Told
from claimatlas.model.codebook import family

SPEAKERS = {"media", "agency", "monitor", "organisation", "international", "ministry"}

NEEDS_PLACE = {"control", "besiege", "lift_siege"}
NEEDS_SOMEONE = nouns("keep_needs_someone")
SPOKEN = {"accuse", "threaten", "demand"}
NEEDS_TWO = {"accuse", "split", "threaten", "ally", "talks", "merge"}
BACKWARD = {"the", "this", "that", "these", "those"}
ANAPHORIC = nouns("keep_anaphoric")


def sanitise(scene: Scene, told: Told) -> None:
    """Civilians do not attack, and monitors that count the dead are not among them."""
    if told.dropped:
        return
    acting = {m.id or m.name for m in told.agents}
    told.targets = [m for m in told.targets if (m.id or m.name) not in acting]
    if told.type == "toll":
        told.agents = [m for m in told.agents if m.kind not in SPEAKERS]
    if family(told.type) not in {"fire", "ground"}:
        return
    victims = [m for m in told.agents if m.sort == "collective" and not m.armed]
    told.agents = [m for m in told.agents if m not in victims and m.kind not in SPEAKERS]
    told.targets = [m for m in told.targets if m.kind not in SPEAKERS or m.kind in {"organisation", "international"}]
    told.add("targets", victims)


def is_claim(scene: Scene, told: Told) -> bool:
    """Whether enough is told to be a claim of its own."""
    if told.dropped or told.stance == "purpose" or scene.passage.kind == "seam":
        return False
    people = len(told.agents) + len(told.targets)
    if told.type == "ally" and scene.passage.tokens[told.trigger.token].dep in {"relcl", "acl", "amod"}:
        return False
    if told.type == "toll" and not told.numbers:
        return False
    if told.type in NEEDS_PLACE and not told.places:
        return False
    if told.type in NEEDS_SOMEONE and not people:
        return False
    if told.type in SPOKEN and not told.agents:
        return False
    if told.type in NEEDS_TWO and people < 2:
        return False
    if told.trigger.rule is None and told.type not in {"control", "strength", "toll"}:
        return _noun_tells(scene, told, people)
    return bool(people or told.places or told.numbers)


def without_objects_of_repel(scene: Scene, told: list[Told]) -> list[Told]:
    """An attack that is told as repelled is no claim beside the repelling."""
    repels = {t.trigger.token for t in told if t.type in {"repel", "accuse", "lift_siege"}}
    return [
        t
        for t in told
        if t.trigger.rule is not None
        or scene.passage.tokens[t.trigger.token].head not in repels
        or scene.passage.tokens[t.trigger.token].dep not in {"dobj", "nsubjpass"}
    ]


def _noun_tells(scene: Scene, told: Told, people: int) -> bool:
    p = scene.passage
    determiners = {t.lower for t in kids(p, told.trigger.token, "det", "poss")}
    own_place = any(not m.antecedent for m in told.places)
    if told.type == "ceasefire" or (told.type == "chemical_attack" and not determiners & BACKWARD):
        return True
    new = bool(told.numbers) or (people and own_place) or (people >= 2 and not determiners & {"its", "their", "his"})
    if determiners & ANAPHORIC:
        return new or (own_place and (told.stance != "fact" or told.type in {"capture", "besiege", "withdraw"}))
    return new or bool(people) or own_place
