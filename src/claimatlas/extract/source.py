"""Who says it: speech verbs, "according to", "X told Y", and quotations carried over a full stop."""

from dataclasses import dataclass, field

from claimatlas.extract.mention import PRONOUN, ActorMention, Scene
from claimatlas.extract.nouns import nouns
from claimatlas.extract.phrases import actors_of
from claimatlas.extract.syntax import climb, is_passive, kids, phrase, prepositions, subjects, subtree
from claimatlas.model.passage import Passage, Token

SAY = nouns("source_say")
TOLD = {"tell", "inform"}
NOT_SPEAKERS = nouns("source_not_speakers")
SPEAKER_KINDS = {"person", "media", "agency", "monitor", "ministry", "organisation", "international", "political"}


DOCUMENTS = {"statement", "communique", "communiqué", "letter", "video", "bulletin"}
SPEAKING_NOUNS = nouns("source_speaking_nouns")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Words that name a speaker; `actor` its mention where one stands there; `anonymous` for those without a name."""

    text: str
    start: int
    end: int
    actor: ActorMention | None = None


@dataclass(slots=True)
class Attribution:
    """A speech verb or "according to" at token `at`: who speaks (nearest first) and the tokens that are speech."""

    at: int
    chain: list[Speaker]
    scope: set[int] = field(default_factory=set)
    whole: bool = False


def attributions(scene: Scene, before: tuple[Speaker, ...] = ()) -> list[Attribution]:
    """All attributions of a passage, in order; "he said", "it added" go to the speakers heard before."""
    p = scene.passage
    out = []
    for token in p.tokens:
        found = _according(scene, token) or _said(scene, token, before)
        if found is not None and found.chain:
            out.append(found)
    return out


def _according(scene: Scene, token: Token) -> Attribution | None:
    p = scene.passage
    if token.lower != "according":
        return None
    chain = [s for prep, obj in prepositions(p, token.index) if prep.lower == "to" for s in [_speaker(scene, obj)] if s]
    if not chain:
        chain = [s for prep in kids(p, token.index, "prep") for obj in kids(p, prep.index, "pobj") for s in [_speaker(scene, obj)] if s]
    scope = set(subtree(p, p.tokens[token.head].index)) if token.head != token.index else set(range(len(p.tokens)))
    own = set(subtree(p, token.index))
    closes = max(own) >= len(p.tokens) - 2
    return Attribution(token.index, chain[:2], scope - own, whole=token.index < 3 or closes or p.tokens[token.head].dep == "ROOT")


def _said(scene: Scene, token: Token, before: tuple[Speaker, ...]) -> Attribution | None:
    p = scene.passage
    if token.lemma.lower() not in SAY or token.pos not in {"VERB", "AUX"}:
        return None
    passive = is_passive(p, token.index)
    heads = [obj for prep, obj in prepositions(p, token.index) if prep.lower == "by"] if passive else subjects(p, token.index)
    if token.lemma in {"quote", "cite"} and not passive:
        return None
    closing = _trails(p, token)
    if closing and not passive and (name := _name_before(scene, token)) is not None:
        return Attribution(token.index, [name, *_listener(scene, token, heads)], set(range(token.index)), whole=True)
    if heads and heads[0].lower in {"it", "he", "she", "they"} and before:
        return Attribution(token.index, list(before[:1]), _speech_scope(p, token, heads), whole=closing)
    chain = [s for t in heads[:1] for s in [_speaker(scene, t)] if s]
    if not chain and not passive and (name := _name_before(scene, token)) is not None:
        ahead = any(t.index > token.index for t in kids(p, token.index, "ccomp"))
        scope = _speech_scope(p, token, heads) if ahead else set(range(token.index))
        return Attribution(token.index, [name], scope, whole=closing)
    if not chain:
        return None
    chain += _listener(scene, token, heads)
    return Attribution(token.index, chain, _speech_scope(p, token, heads), whole=_trails(p, token))


def _listener(scene: Scene, verb: Token, heads: list[Token]) -> list[Speaker]:
    """The outlet that was told: "X told AFP"."""
    if verb.lemma not in TOLD:
        return []
    p = scene.passage
    heard = [t for t in kids(p, verb.index, "dobj", "dative", "nsubj") if t not in heads and t.index > verb.index]
    heard += [p.tokens[verb.index + 1]] if verb.index + 1 < len(p.tokens) else []
    found = [s for t in heard for s in [_speaker(scene, t)] if s and s.actor and s.actor.kind in {"media", "agency"}]
    return found[:1]


def _name_before(scene: Scene, verb: Token) -> Speaker | None:
    """The name or noun right before a speech verb whose subject the parse has lost ("... two civilians the monitor said")."""
    p = scene.passage
    last = verb.index - 1
    while last >= 0 and (p.tokens[last].lower in {"has", "have", "had", "also", "later", "earlier"} or p.tokens[last].text in {")", "("}):
        last -= 1
    if last < 0 or verb.tag not in {"VBD", "VBZ", "VBP"} or p.tokens[last].pos not in {"NOUN", "PROPN"}:
        return None
    mention = next((scene.owner[i] for i in range(last, max(-1, last - 4), -1) if i in scene.owner), None)
    if mention is not None and mention.kind in SPEAKER_KINDS | {"state", "government", "military", "coalition"}:
        return Speaker(mention.text, mention.start, mention.end, mention)
    if p.tokens[last].lower not in SPEAKING_NOUNS:
        return None
    first = last
    while (
        first > 0
        and p.tokens[first - 1].pos in {"ADJ", "NOUN", "PROPN"}
        and last - first < 4
        and p.tokens[first - 1].lower not in nouns("syntax_days")
    ):
        first -= 1
    start, end = p.tokens[first].start, p.tokens[last].end
    return Speaker(p.text[start - p.start : end - p.start], start, end, None)


def _speech_scope(p: Passage, verb: Token, heads: list[Token]) -> set[int]:
    """Tokens that the verb reports: its clauses and objects, or, for a trailing "X said", the clause it hangs on."""
    out: set[int] = set()
    for child in kids(p, verb.index, "ccomp", "xcomp", "dobj", "prep", "advcl", "conj", "parataxis", "acl", "oprd"):
        if child not in heads:
            out |= set(subtree(p, child.index))
    if verb.dep in {"parataxis", "ccomp", "advcl", "conj"} and not kids(p, verb.index, "ccomp"):
        out |= set(subtree(p, verb.head)) - {verb.index}
    above = {t.index for t in climb(p, verb.index)}
    return out - {i for t in heads if t.index not in above for i in subtree(p, t.index)}


def _trails(p: Passage, verb: Token) -> bool:
    """Whether the verb stands at the sentence's end, so that all before it is speech."""
    behind = [t for t in p.tokens[verb.index + 1 :] if t.pos not in {"PUNCT", "PROPN", "NUM", "ADP", "DET", "SPACE", "PART", "ADV"}]
    return len(behind) <= 3 and len(p.tokens) - verb.index <= 9


def _speaker(scene: Scene, token: Token) -> Speaker | None:
    p = scene.passage
    if token.lower in DOCUMENTS and token.dep in {"dobj", "nsubjpass", "pobj"} and (issuer := _issuer(scene, token)) is not None:
        return issuer
    own = scene.owner.get(token.index)
    if own is not None and token.lower not in NOT_SPEAKERS:
        return speaker_of(own)
    if token.lower in NOT_SPEAKERS or token.tag in {"WDT", "WP", "EX"} or token.pos == "VERB":
        return None
    here = actors_of(scene, token)
    named = [m for m in here if m.kind in SPEAKER_KINDS] or here
    if token.index in scene.owner or (named and _title_like(token)):
        m = scene.owner.get(token.index) or named[0]
        return Speaker(m.text, m.start, m.end, m)
    if token.pos in {"PRON"}:
        return None
    if (
        token.pos != "PROPN"
        and token.lower not in SPEAKING_NOUNS
        and not token.lower.endswith(("sources", "officials"))
        and not _told_of(token)
    ):
        return None
    span = sorted(i for i in phrase(p, token.index))
    first, last = span[0], span[-1]
    while (
        p.tokens[first].pos in {"DET", "CCONJ", "ADP", "PUNCT", "SCONJ", "ADV"} or p.tokens[first].lower in nouns("syntax_days")
    ) and first < token.index:
        first += 1
    last = min(last, token.index + 7)
    start, end = p.tokens[first].start, p.tokens[last].end
    return Speaker(p.text[start - p.start : end - p.start], start, end, None)


def _issuer(scene: Scene, document: Token) -> Speaker | None:
    """Who put out a statement: "G released a statement confirming that ..."."""
    p = scene.passage
    verb = p.tokens[document.head] if p.tokens[document.head].pos == "VERB" else p.tokens[p.tokens[document.head].head]
    if verb.lemma not in {"release", "issue", "publish", "post", "say", "announce", "circulate", "make"}:
        return None
    for subj in subjects(p, verb.index):
        if subj.index in scene.owner:
            m = scene.owner[subj.index]
            return Speaker(m.text, m.start, m.end, m)
    return None


def _told_of(token: Token) -> bool:
    return token.lower in nouns("source_told_of")


def _title_like(token: Token) -> bool:
    return token.lower in nouns("source_title_like")


def governing(scene: Scene, found: list[Attribution], at: int) -> Attribution | None:
    """The attribution whose speech holds token `at`: the innermost that covers it, else one that takes the whole sentence."""
    inside = [a for a in found if at in a.scope and a.at != at]
    if inside:
        return min(inside, key=lambda a: (len(a.scope), a.at))
    own_subject = {i for a in found for t in subjects(scene.passage, a.at) for i in subtree(scene.passage, t.index)} if found else set()
    whole = [a for a in found if a.whole and at not in own_subject]
    return whole[0] if whole else None


def speaker_of(m: ActorMention) -> Speaker:
    """An actor as a speaker."""
    return Speaker(m.text, m.start, m.end, m)


def accuser(scene: Scene, at: int) -> Speaker | None:
    """Who accuses, where the event at token `at` is the deed that somebody is accused of."""
    p = scene.passage
    for token in climb(p, at):
        if token.lemma in {"accuse", "blame"} and token.pos == "VERB":
            return next((speaker_of(scene.owner[t.index]) for t in subjects(p, token.index) if t.index in scene.owner), None)
    return None


def above_speech(p: Passage, at: int, verbs: set[int]) -> bool:
    """Whether a token hangs on one of the speech verbs directly: the time of speaking, not of the deed."""
    return any(t.index in verbs for t in climb(p, at))


def spoken_quote(p: Passage) -> bool:
    """Whether a passage is (part of) a quotation."""
    return p.text[:1] in {'"', "“", "'", "‘"} or p.text.count('"') % 2 == 1


def pronoun_speaker(a: Attribution) -> bool:
    """Whether the speaker is a pronoun ("he said")."""
    return bool(a.chain and a.chain[0].actor and a.chain[0].actor.sort == PRONOUN)
