"""Attributions: speech verbs and "according to", who speaks, and which words of the sentence are speech."""

from dataclasses import dataclass, field

from claimatlas.extract.mention import Scene
from claimatlas.extract.nouns import nouns
from claimatlas.extract.source_speaker import Speaker, name_before, speakers_at
from claimatlas.extract.syntax import climb, kids, prepositions, subtree
from claimatlas.extract.syntax_verb import is_passive, subjects
from claimatlas.model.passage import Passage, Token

SAY = nouns("source_say")
TOLD = {"tell", "inform"}
# parts of speech that may follow a trailing "X said"
TAIL = {"PUNCT", "PROPN", "NUM", "ADP", "DET", "SPACE", "PART", "ADV"}
SPOKEN = ("ccomp", "xcomp", "dobj", "prep", "advcl", "conj", "parataxis", "acl", "oprd")


@dataclass(slots=True)
class Attribution:
    """A speech verb or "according to" at token `at`: who speaks (nearest first) and the tokens that are speech."""

    at: int
    chain: list[Speaker]
    scope: set[int] = field(default_factory=set)
    whole: bool = False


def attributions(scene: Scene, before: tuple[Speaker, ...] = ()) -> list[Attribution]:
    """All attributions of a passage, in order; "he said", "it added" go to the speakers heard before."""
    found = (_according(scene, t) if t.lower == "according" else _said(scene, t, before) for t in scene.passage.tokens)
    return [a for a in found if a is not None and a.chain]


def _according(scene: Scene, token: Token) -> Attribution:
    p = scene.passage
    chain = speakers_at(scene, [obj for prep, obj in prepositions(p, token.index) if prep.lower == "to"])
    if not chain:
        chain = speakers_at(scene, [obj for prep in kids(p, token.index, "prep") for obj in kids(p, prep.index, "pobj")])
    scope = set(subtree(p, token.head)) if token.head != token.index else set(range(len(p.tokens)))
    own = set(subtree(p, token.index))
    closes = max(own) >= len(p.tokens) - 2
    return Attribution(token.index, chain[:2], scope - own, whole=token.index < 3 or closes or p.tokens[token.head].dep == "ROOT")


def _said(scene: Scene, token: Token, before: tuple[Speaker, ...]) -> Attribution | None:
    p = scene.passage
    if token.lemma.lower() not in SAY or token.pos not in {"VERB", "AUX"}:
        return None
    if is_passive(p, token.index):
        return _said_by(scene, token, before)
    return None if token.lemma in {"quote", "cite"} else _said_actively(scene, token, before)


def _said_by(scene: Scene, verb: Token, before: tuple[Speaker, ...]) -> Attribution | None:
    """ "It was reported by SANA"."""
    heads = [obj for prep, obj in prepositions(scene.passage, verb.index) if prep.lower == "by"]
    return _with_heads(scene, verb, heads, before)


def _said_actively(scene: Scene, verb: Token, before: tuple[Speaker, ...]) -> Attribution | None:
    """ "G said ...", "..., G said", and either with a subject that the parse has lost."""
    p = scene.passage
    heads = subjects(p, verb.index)
    closing, name = _trails(p, verb), name_before(scene, verb)
    if closing and name is not None:
        return Attribution(verb.index, [name, *_listener(scene, verb, heads)], set(range(verb.index)), whole=True)
    found = _with_heads(scene, verb, heads, before)
    if found is not None or name is None:
        return found
    ahead = any(t.index > verb.index for t in kids(p, verb.index, "ccomp"))
    return Attribution(verb.index, [name], _scope(p, verb, heads) if ahead else set(range(verb.index)), whole=closing)


def _with_heads(scene: Scene, verb: Token, heads: list[Token], before: tuple[Speaker, ...]) -> Attribution | None:
    """The attribution to the first of `heads`, or, for a pronoun, to the speaker heard before."""
    p = scene.passage
    if heads and heads[0].lower in {"it", "he", "she", "they"} and before:
        return Attribution(verb.index, list(before[:1]), _scope(p, verb, heads), whole=_trails(p, verb))
    chain = speakers_at(scene, heads[:1])
    if not chain:
        return None
    return Attribution(verb.index, chain + _listener(scene, verb, heads), _scope(p, verb, heads), whole=_trails(p, verb))


def _listener(scene: Scene, verb: Token, heads: list[Token]) -> list[Speaker]:
    """The outlet that was told: "X told AFP"."""
    if verb.lemma not in TOLD:
        return []
    p = scene.passage
    heard = [t for t in kids(p, verb.index, "dobj", "dative", "nsubj") if t not in heads and t.index > verb.index]
    heard += p.tokens[verb.index + 1 : verb.index + 2]
    return [s for s in speakers_at(scene, heard) if s.actor and s.actor.kind in {"media", "agency"}][:1]


def _scope(p: Passage, verb: Token, heads: list[Token]) -> set[int]:
    """Tokens that the verb reports: its clauses and objects, or, for a trailing "X said", the clause it hangs on."""
    out: set[int] = set()
    for child in kids(p, verb.index, *SPOKEN):
        if child not in heads:
            out |= set(subtree(p, child.index))
    if verb.dep in {"parataxis", "ccomp", "advcl", "conj"} and not kids(p, verb.index, "ccomp"):
        out |= set(subtree(p, verb.head)) - {verb.index}
    above = {t.index for t in climb(p, verb.index)}
    return out - {i for t in heads if t.index not in above for i in subtree(p, t.index)}


def _trails(p: Passage, verb: Token) -> bool:
    """Whether the verb stands at the sentence's end, so that all before it is speech."""
    behind = [t for t in p.tokens[verb.index + 1 :] if t.pos not in TAIL]
    return len(behind) <= 3 and len(p.tokens) - verb.index <= 9
