"""Denials without the deed: "denied responsibility", "dismissed the accusations" speak of the attack told before."""

from claimatlas.extract.mention import Scene
from claimatlas.extract.nouns import nouns
from claimatlas.extract.phrases import actors_of
from claimatlas.extract.syntax import kids, prepositions
from claimatlas.extract.syntax_verb import is_passive, subjects
from claimatlas.extract.told import Told
from claimatlas.extract.trigger import Trigger
from claimatlas.model.passage import Token

DENY = {"deny", "dismiss", "reject", "refute", "disclaim"}
CHARGES = nouns("denial_charges")


def denials(scene: Scene, last: Told | None) -> list[Told]:
    """Denied claims for each denial of a charge in the passage."""
    if last is None:
        return []
    return [told for token in scene.passage.tokens if (told := _denial(scene, token, last)) is not None]


def _denial(scene: Scene, token: Token, last: Told) -> Told | None:
    p = scene.passage
    if token.lemma not in DENY or token.pos != "VERB":
        return None
    passive = is_passive(p, token.index)
    charged = subjects(p, token.index) if passive else kids(p, token.index, "dobj")
    by = [o for prep, o in prepositions(p, token.index) if prep.lower == "by"] if passive else subjects(p, token.index)
    head = p.tokens[token.head]
    if not any(t.lower in CHARGES for t in charged) and not (token.dep in {"acl", "relcl"} and head.lower in CHARGES):
        return None
    told = Told(last.type, Trigger(last.type, token.index, token.index), token.index, stance="denied", denier=True)
    for subj in by:
        told.add("agents", actors_of(scene, subj))
    told.add("targets", last.targets)
    told.add_places(last.chosen or last.places)
    told.time = last.time
    return told if told.agents else None
