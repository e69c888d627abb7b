"""Speakers: the words that name one, found at the noun of a speech verb or right before the verb."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimatlas.extract.mention import ActorMention, Scene
from claimatlas.extract.nouns import nouns
from claimatlas.extract.phrases import actors_of
from claimatlas.extract.syntax import phrase
from claimatlas.extract.syntax_verb import subjects
from claimatlas.model.passage import Passage, Token

NOT_SPEAKERS = nouns("source_not_speakers")
SPEAKER_KINDS = nouns("source_speaker_kinds")
SPEAKING_NOUNS = nouns("source_speaking_nouns")
ISSUE = nouns("source_speaker_issue")
DOCUMENTS = {"statement", "communique", "communiqué", "letter", "video", "bulletin"}
AUXILIARY = {"has", "have", "had", "also", "later", "earlier"}
LEADING = {"DET", "CCONJ", "ADP", "PUNCT", "SCONJ", "ADV"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Words that name a speaker; `actor` its mention where one stands there."""

    text: str
    start: int
    end: int
    actor: ActorMention | None = None


def speaker_of(m: ActorMention) -> Speaker:
    """An actor as a speaker."""
    return Speaker(m.text, m.start, m.end, m)


def speakers_at(scene: Scene, tokens: Iterable[Token]) -> list[Speaker]:
    """The speakers that noun phrases name, those left out that name none."""
    return [s for token in tokens if (s := _speaker(scene, token)) is not None]


def _speaker(scene: Scene, token: Token) -> Speaker | None:
    issuer = _issuer(scene, token) if token.lower in DOCUMENTS and token.dep in {"dobj", "nsubjpass", "pobj"} else None
    if issuer is not None:
        return issuer
    own = scene.owner.get(token.index)
    if token.lower in NOT_SPEAKERS:
        return None
    if own is not None:
        return speaker_of(own)
    if token.tag in {"WDT", "WP", "EX"} or token.pos == "VERB":
        return None
    return _with_title(scene, token) or _unnamed(scene.passage, token)


def _with_title(scene: Scene, token: Token) -> Speaker | None:
    """ "The group's spokesman": the group."""
    here = actors_of(scene, token) if token.lower in nouns("source_title_like") else []
    named = [m for m in here if m.kind in SPEAKER_KINDS] or here
    return speaker_of(named[0]) if named else None


def _unnamed(p: Passage, token: Token) -> Speaker | None:
    """The noun phrase itself, where its head is a word for speakers: "local sources"."""
    if token.pos == "PRON" or not _speaks(token):
        return None
    span = sorted(phrase(p, token.index))
    first, last = span[0], min(span[-1], token.index + 7)
    while first < token.index and (p.tokens[first].pos in LEADING or p.tokens[first].lower in nouns("syntax_days")):
        first += 1
    return _words(p, first, last)


def _speaks(token: Token) -> bool:
    lower = token.lower
    listed = lower in SPEAKING_NOUNS or lower in nouns("source_told_of")
    return token.pos == "PROPN" or listed or lower.endswith(("sources", "officials"))


def _words(p: Passage, first: int, last: int) -> Speaker:
    start, end = p.tokens[first].start, p.tokens[last].end
    return Speaker(p.text[start - p.start : end - p.start], start, end)


def _issuer(scene: Scene, document: Token) -> Speaker | None:
    """Who put out a statement: "G released a statement confirming that ..."."""
    p = scene.passage
    above = p.tokens[document.head]
    verb = above if above.pos == "VERB" else p.tokens[above.head]
    if verb.lemma not in ISSUE:
        return None
    return next((speaker_of(scene.owner[s.index]) for s in subjects(p, verb.index) if s.index in scene.owner), None)


def name_before(scene: Scene, verb: Token) -> Speaker | None:
    """The name or noun right before a speech verb whose subject the parse has lost ("... two civilians the monitor said")."""
    p = scene.passage
    last = verb.index - 1
    while last >= 0 and (p.tokens[last].lower in AUXILIARY or p.tokens[last].text in {")", "("}):
        last -= 1
    if last < 0 or verb.tag not in {"VBD", "VBZ", "VBP"} or p.tokens[last].pos not in {"NOUN", "PROPN"}:
        return None
    mention = next((scene.owner[i] for i in range(last, max(-1, last - 4), -1) if i in scene.owner), None)
    if mention is not None and mention.kind in SPEAKER_KINDS | {"state", "government", "military", "coalition"}:
        return speaker_of(mention)
    return _words(p, _first_of_noun(p, last), last) if p.tokens[last].lower in SPEAKING_NOUNS else None


def _first_of_noun(p: Passage, last: int) -> int:
    """Index of the first of up to four words that modify a noun on its left, days left out."""
    first = last
    while first > 0 and last - first < 4 and p.tokens[first - 1].pos in {"ADJ", "NOUN", "PROPN"}:
        if p.tokens[first - 1].lower in nouns("syntax_days"):
            break
        first -= 1
    return first
