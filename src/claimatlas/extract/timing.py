"""Which time words belong to which told event, and the tense of its verb."""

from collections.abc import Iterator
from datetime import date

from claimatlas.extract.mention import Scene
from claimatlas.extract.nouns import nouns
from claimatlas.extract.source_speech import SAY
from claimatlas.extract.syntax import climb, kids, subtree
from claimatlas.extract.time import TimeMention
from claimatlas.extract.told import Told
from claimatlas.model.passage import Passage

HEAD = 90
FUTURE = nouns("timing_future")
UNUSABLE = {"vague", "daytime"}
OPENING = nouns("timing_opening")
"""Words behind a time that open a clause of what began then."""


def token_at(p: Passage, start: int) -> int:
    """Index of the token that covers a position of the report's text."""
    return next((t.index for t in p.tokens if t.start <= start < t.end), len(p.tokens) - 1)


def _usable(m: TimeMention) -> bool:
    if m.kind == "duration":
        return m.value.shift == "so_far" and m.value.count is not None and "-" not in m.text
    return m.kind not in UNUSABLE or m.value.name == "soon"


def _stamp(m: TimeMention, on: date | None) -> bool:
    """The report's own date, written out in its head."""
    told = (m.value.year, m.value.month, m.value.day)
    return m.end < HEAD and m.kind == "day" and on is not None and told == (on.year, on.month, on.day)


def assign_times(scene: Scene, told: list[Told], mentions: list[TimeMention], on: date | None) -> None:
    """Give each event the time words of its own clause, else those that open the sentence."""
    p = scene.passage
    usable = [(token_at(p, m.start), m) for m in mentions if _usable(m) and not _stamp(m, on)]
    speech = {t.index for t in p.tokens if t.lemma in SAY and t.pos == "VERB"}
    for event in told:
        event.time = _since(event, mentions) or _best(p, event, usable, speech)
        event.tense = "past" if _own_noun_date(p, event) else tense_of(p, event.clause)
        event.role = role_of(p, event.trigger.token, event.time)


def _own_noun_date(p: Passage, event: Told) -> bool:
    """ "An August 21 attack": the date is the noun's own, whatever the tense round it."""
    return event.trigger.rule is None and event.time is not None and token_at(p, event.time.start) in set(subtree(p, event.trigger.token))


def _since(event: Told, mentions: list[TimeMention]) -> TimeMention | None:
    """A toll over a war is dated by its "since"."""
    if event.type not in {"toll", "killing", "wounding", "displace"}:
        return None
    return next((m for m in mentions if m.value.bound == "since" or m.kind == "war" or (m.value.complement and m.kind != "shift")), None)


def role_of(p: Passage, at: int, time: TimeMention | None) -> str:
    """Whether the event at token `at` is what its time is counted from ("a week after G struck": the strike) or what it dates.

    `outset`: what happened when a stretch of time began ("since 2011, when G seized the town").
    """
    if time is None:
        return "complement"
    first, last = token_at(p, time.start), token_at(p, time.end - 1)
    if time.value.bound == "since" and at > last and _opens(p, last, at):
        return "outset"
    if time.value.complement and not (time.kind == "shift" and time.value.shift != "ago"):
        return "complement" if at in set(_beginning(p, first)) else "main"
    under = {i for n in range(first, last + 1) for i in subtree(p, n)} - set(range(first, last + 1))
    return "complement" if at in under and at > last else "main"


def _opens(p: Passage, last: int, at: int) -> bool:
    """Whether a clause "when ..." right behind the word at `last` holds the one at `at`."""
    behind = next((t.index for t in p.tokens[last + 1 :] if t.text.strip(", ")), None)
    if behind is None or p.lower_at(behind) not in OPENING:
        return False
    verb = behind if p.tokens[behind].pos == "VERB" else _verb_above(p, behind)
    return verb is not None and verb > last and at in set(subtree(p, verb))


def _beginning(p: Passage, at: int) -> Iterator[int]:
    """The words of the clause of a beginning that a date stands in: "since *G seized the town* in May", "the siege that *began* in May"."""
    since = next((i for i in range(at - 1, -1, -1) if p.tokens[i].lower == "since"), None)
    verb = _verb_above(p, at)
    if since is not None:
        yield from range(since, at)
    if verb is not None and (since is None or verb > since):
        yield verb
        for child in kids(p, verb):
            if since is not None or child.dep not in {"nsubj", "nsubjpass", "advcl", "conj"}:
                yield from subtree(p, child.index)


def _best(p: Passage, event: Told, usable: list[tuple[int, TimeMention]], speech: set[int]) -> TimeMention | None:
    at = event.trigger.token
    under = set(subtree(p, at)) | (set(subtree(p, event.clause)) if event.clause not in speech else set())
    own = [(abs(i - at), m) for i, m in usable if i in under and not _other_clause(p, i, at, event.clause)]
    if own:
        return min(own, key=lambda x: (x[0], x[1].start))[1]
    if event.type == "control":
        return None
    tense = tense_of(p, event.clause)
    above = {t.index for t in climb(p, at) if t.pos in {"VERB", "AUX"} and t.index not in speech and tense_of(p, t.index) == tense}
    shared = [(abs(i - at), m) for i, m in usable if _verb_above(p, i) in above]
    if shared:
        return min(shared, key=lambda x: (x[0], x[1].start))[1]
    opening = [m for i, m in usable if i <= 3]
    return opening[0] if opening else _only(p, at, usable, speech)


def _only(p: Passage, at: int, usable: list[tuple[int, TimeMention]], speech: set[int]) -> TimeMention | None:
    """The one time of a sentence that neither dates its saying nor stands in a relative clause of another noun."""
    free = [(i, m) for i, m in usable if _verb_above(p, i) not in speech and not m.value.complement]
    if len(free) != 1 or len(usable) != 1:
        return None
    verb = _verb_above(p, free[0][0])
    aside = verb is not None and p.tokens[verb].dep in {"relcl", "acl"} and at not in set(subtree(p, verb))
    return None if aside else free[0][1]


def _verb_above(p: Passage, i: int) -> int | None:
    return next((t.index for t in climb(p, i) if t.pos in {"VERB", "AUX"}), None)


def _other_clause(p: Passage, i: int, at: int, clause: int) -> bool:
    """Whether the time word hangs on another verb than the event's own."""
    verb = _verb_above(p, i)
    if verb is None or verb in {at, clause}:
        return False
    ancestors = {t.index for t in climb(p, at)}
    return verb not in ancestors and verb != at


def tense_of(p: Passage, verb: int) -> str:
    """past, present or future, from the verb and its auxiliaries."""
    token = p.tokens[verb]
    aux = {t.lower for t in kids(p, verb, "aux", "auxpass")}
    if "have" not in aux and aux & FUTURE:
        return "future"
    if token.tag == "VBN" and aux & {"is", "are"}:
        return "present"
    if token.tag in {"VBZ", "VBP", "VBG"} and not aux & {"was", "were", "had", "has", "have"}:
        return "present"
    return "past"
