"""Claims told as a count: "the number of defected militants is up to 30", "the group had up to 300 members"."""

from dataclasses import replace

from claimatlas.extract.mention import Scene
from claimatlas.extract.nouns import nouns
from claimatlas.extract.phrases import actors_of, places_of
from claimatlas.extract.quantity import NumberMention, quantities
from claimatlas.extract.syntax import kids, prepositions, subtree
from claimatlas.extract.syntax_verb import subjects
from claimatlas.extract.timing import token_at
from claimatlas.extract.told import Told
from claimatlas.extract.trigger import Trigger
from claimatlas.model.passage import Token

COUNT_WORDS = {"number", "total", "count", "figure"}
OF_WHAT = {
    "killed": "toll",
    "dead": "toll",
    "wounded": "toll",
    "injured": "toll",
    "casualties": "toll",
    "victims": "toll",
    "defected": "defect",
    "defectors": "defect",
    "surrendered": "surrender",
    "displaced": "displace",
    "fighters": "strength",
    "members": "strength",
    "troops": "strength",
    "soldiers": "strength",
    "deserters": "defect",
}
REACH = nouns("counted_reach")
HAVE = nouns("counted_have")
QUANTITY_OF = {"defect": "defected", "surrender": "surrendered", "displace": "displaced", "toll": "killed", "strength": "fighters"}


def counted_claims(scene: Scene) -> list[Told]:
    """Counts of one passage that are claims of their own, with their numbers."""
    numbers = quantities(scene.passage)
    if not numbers:
        return []
    found = [told for t in scene.passage.tokens if (told := _number_of(scene, t, numbers) or _size(scene, t, numbers)) is not None]
    return [t for t in found if t.numbers]


def _number_of(scene: Scene, token: Token, numbers: list[NumberMention]) -> Told | None:
    p = scene.passage
    verb = p.tokens[token.head]
    if token.lower not in COUNT_WORDS or token.dep != "nsubj" or verb.lemma not in REACH:
        return None
    below = [p.tokens[i] for _, o in prepositions(p, token.index) for i in sorted(subtree(p, o.index))]
    counted = next((t for t in below if t.lower in OF_WHAT), None)
    if counted is None:
        return None
    told = Told(OF_WHAT[counted.lower], Trigger(OF_WHAT[counted.lower], counted.index, counted.index), verb.index)
    for _, o in prepositions(p, token.index):
        named = [m for m in actors_of(scene, o) if m.sort != "collective"]
        told.add("targets" if told.type == "toll" else "agents", named)
    told.numbers = [_as(n, QUANTITY_OF[told.type]) for n in numbers if token_at(p, n.start) > verb.index][:1]
    return told


def _size(scene: Scene, token: Token, numbers: list[NumberMention]) -> Told | None:
    p = scene.passage
    if token.lemma.lower() not in HAVE or token.pos not in {"VERB", "AUX"} or token.dep in {"aux", "auxpass"}:
        return None
    agents = [m for subj in subjects(p, token.index) for m in actors_of(scene, subj) if m.armed]
    objects = {i for o in kids(p, token.index, "dobj", "attr") for i in subtree(p, o.index)}
    inside = [n for n in numbers if n.what == "fighters" and token_at(p, n.start) in objects]
    if not agents or not inside:
        return None
    told = Told("strength", Trigger("strength", token.index, token.index), token.index, numbers=inside)
    for obj in kids(p, token.index, "dobj", "attr"):
        told.add_places(places_of(scene, obj))
    told.add("agents", agents)
    return told


def _as(number: NumberMention, what: str) -> NumberMention:
    return replace(number, what=what)
