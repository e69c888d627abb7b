"""One event told by two words of a sentence: "a suicide bomber blew himself up", "the shelling hit", "raids bombed"."""

from claimatlas.extract.mention import Scene
from claimatlas.extract.syntax import kids, prepositions, subtree
from claimatlas.extract.syntax_verb import subjects
from claimatlas.extract.told import Told

ALIKE = {
    frozenset(pair)
    for pair in (
        ("suicide_attack", "bombing"),
        ("assault", "shelling"),
        ("assault", "airstrike"),
        ("shelling", "airstrike"),
        ("bombing", "destruction"),
        ("assault", "clash"),
        ("agreement", "ceasefire"),
        ("agreement", "prisoner_exchange"),
        ("suicide_attack", "destruction"),
        ("assault", "suicide_attack"),
    )
}


def merge_doubles(scene: Scene, told: list[Told]) -> None:
    """Fold the verb's event into the noun's where the noun is the verb's own subject or object."""
    nouns = [t for t in told if t.trigger.rule is None and not t.dropped and t.type != "control"]
    for verb in [t for t in told if t.trigger.rule is not None and not t.dropped]:
        inside = _arguments(scene, verb)
        for noun in nouns:
            if noun.trigger.token in inside and (noun.type == verb.type or frozenset((noun.type, verb.type)) in ALIKE):
                _fold(verb, noun)
                break


def _arguments(scene: Scene, verb: Told) -> set[int]:
    p = scene.passage
    heads = [*subjects(p, verb.trigger.token), *kids(p, verb.trigger.token, "dobj", "nsubjpass")]
    heads += [o for prep, o in prepositions(p, verb.trigger.token) if verb.type == "agreement" and prep.lower in {"on", "to"}]
    return {i for t in heads for i in (t.index, *(k.index for k in kids(p, t.index, "compound", "amod", "conj")))} | {
        i for t in heads if t.dep == "dobj" for i in subtree(p, t.index) if i - t.index <= 2
    }


def _fold(verb: Told, noun: Told) -> None:
    noun.add("agents", [] if noun.agents else verb.agents)
    noun.add("targets", verb.targets)
    noun.add_places(verb.places)
    noun.numbers += [n for n in verb.numbers if n not in noun.numbers]
    noun.time = noun.time or verb.time
    verb.dropped = True
