"""The plain sentences of a report that tell of ground taken: verb, taker, and the list of what was taken."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claimatlas.extract.ground.denied import denials
from claimatlas.extract.ground.objects import Taken, taken_after
from claimatlas.extract.ground.takers import Doers, Takers
from claimatlas.extract.ground.words import words
from claimatlas.extract.leaf import Leaf
from claimatlas.extract.mention import Scene
from claimatlas.extract.phrases import places_of
from claimatlas.extract.quantity import NumberMention
from claimatlas.extract.stance import stance_of
from claimatlas.extract.syntax import kids
from claimatlas.extract.syntax_verb import is_passive, subjects
from claimatlas.extract.timing import assign_times
from claimatlas.extract.told import Told
from claimatlas.extract.trigger import IRREGULAR, Trigger
from claimatlas.model.passage import Passage, Token
from claimatlas.theatres import Theatre

TOLD = {"fact", "alleged", "denied"}
# passages after which a denial no longer speaks of what was told
REACH = 3
MINES = {"mines", "mine", "explosives", "ieds", "bombs", "devices", "rubble", "debris", "landmines", "boobytraps"}


@dataclass(slots=True)
class Plain:
    """A plainly told event. `sure`: its agents are its own subject; `last`: index of the last word of what was taken;
    `named`: whether what was taken has names of its own, and is not only said to be in a place."""

    event: Told
    sure: bool
    last: int
    named: bool = True
    dated: bool = False


def ground_told(leaves: list[Leaf], on: date | None, theatre: Theatre) -> list[list[Plain]]:
    """What each leaf plainly tells of ground taken and held, in order of the text. `on`: the report's date."""
    takers = Takers(theatre, on)
    out: list[list[Plain]] = []
    last: tuple[int, Told] | None = None
    for leaf in leaves:
        p = leaf.scene.passage
        told = [plain for token in p.tokens if (plain := _taking(leaf, token, takers)) is not None]
        assign_times(leaf.scene, [t.event for t in told], leaf.times, on)
        for plain in told:
            _date_behind(leaf, plain)
        deeds = [t.event for t in told if t.event.stance != "denied" and t.event.type == "capture"]
        before = deeds[-1] if deeds else last[1] if last is not None and p.number - last[0] <= REACH else None
        told += [Plain(event, True, event.trigger.token) for event in (denials(leaf.scene, before) if before is not None else [])]
        takers.remember(leaf.scene)
        last = (p.number, deeds[-1]) if deeds else last
        out.append(told)
    return out


def _date_behind(leaf: Leaf, plain: Plain) -> None:
    """The date right behind the list of what was taken is the capture's: "the capture of X and Y on 10 May"."""
    p = leaf.scene.passage
    behind = [p.tokens[i].start for i in range(plain.last + 1, min(plain.last + 4, len(p.tokens)))]
    found = next((m for m in leaf.times if m.kind == "day" and any(m.start <= start < m.end for start in behind)), None)
    if found is not None:
        plain.event.time, plain.dated = found, True


def _taking(leaf: Leaf, token: Token, takers: Takers) -> Plain | None:
    """The capture, entry or hold that a word plainly tells with its list of places; None where it tells none, or a plan."""
    scene = leaf.scene
    if token.pos in {"NOUN", "PROPN"}:
        return _noun(leaf, token, takers)
    kind, taken = _verb(scene, token)
    if kind is None or taken is None or not (taken.places or taken.inside):
        return None
    passive = is_passive(scene.passage, token.index)
    stance = stance_of(scene.passage, token.index, False)
    agents = takers.by(scene, token) if passive else takers.of(leaf, token)
    if stance not in TOLD or not agents.found or _only_near(scene.passage, token.index):
        return None
    told = _told(leaf, kind, token, taken, agents)
    told.event.stance = stance
    told.event.targets = takers.losers(scene, agents.found, taken.last)
    return told


def _told(leaf: Leaf, kind: str, token: Token, taken: Taken, agents: Doers) -> Plain:
    event = Told(kind, Trigger(kind, token.index, token.index), token.index, agents=agents.found)
    event.places = taken.places or ([taken.inside] if taken.inside else [])
    event.chosen = list(event.places)
    event.numbers = list(_shares(leaf, token.index, taken.last))
    return Plain(event, agents.sure, taken.last, bool(taken.places))


def _noun(leaf: Leaf, token: Token, takers: Takers) -> Plain | None:
    """ "The capture of X by G", "the fall of X to G", "resulted in the capture of X"."""
    scene = leaf.scene
    if token.lower not in words("nouns") or scene.passage.lower_at(token.index + 1) != "of":
        return None
    taken = taken_after(scene, token.index + 1)
    stance = stance_of(scene.passage, token.index, True)
    if taken is None or not taken.places or stance not in TOLD:
        return None
    agents = takers.of_noun(scene, token, taken.last)
    if not agents.found:
        return None
    told = _told(leaf, "capture", token, taken, agents)
    told.event.stance = stance
    return told


def _verb(scene: Scene, token: Token) -> tuple[str | None, Taken | None]:
    """What kind of event a verb tells, and what it takes, enters or holds."""
    lemma = IRREGULAR.get(token.lower, token.lemma.lower())
    if token.pos not in {"VERB", "AUX"}:
        return None, None
    if is_passive(scene.passage, token.index):
        return "capture", _lost(scene, token, lemma)
    if lemma in words("holds"):
        held = taken_after(scene, token.index)
        return "control", held if held is not None and held.places and _plain_object(scene, token, held) else None
    entered = _entered(scene, token, lemma)
    return ("assault", entered) if entered is not None else ("capture", _taken(scene, token, lemma))


def _entered(scene: Scene, token: Token, lemma: str) -> Taken | None:
    """What a force entered: "entered X", "broke into X"."""
    if lemma in words("enters"):
        entered = taken_after(scene, token.index)
        return entered if entered is not None and entered.places and _plain_object(scene, token, entered) else None
    into = scene.passage.lower_at(token.index + 1) == "into"
    return taken_after(scene, token.index + 1) if into and lemma in words("into") else None


def _only_near(p: Passage, verb: int) -> bool:
    """ "Close to capturing", "on the verge of taking"."""
    return bool({p.lower_at(i) for i in range(verb - 4, verb)} & {"close", "verge", "brink", "edge", "near"})


def _taken(scene: Scene, token: Token, lemma: str) -> Taken | None:
    """What an active verb takes, if it is one that does."""
    p = scene.passage
    if token.dep == "amod" and token.tag != "VBD":
        return None
    taken = taken_after(scene, token.index, control=True) if lemma in words("controls") else None
    if taken is None and lemma in words("takes"):
        taken = taken_after(scene, token.index)
        if taken is not None and lemma not in words("sure") and (_of_mines(p, taken.last) or not _plain_object(scene, token, taken)):
            return None
    return taken


def _of_mines(p: Passage, last: int) -> bool:
    """ "Cleared the town of mines": swept, not taken."""
    near = [p.lower_at(i) for i in range(last - 3, last + 5)]
    return "of" in near and bool(set(near) & MINES)


def _lost(scene: Scene, token: Token, lemma: str) -> Taken | None:
    """The places that "was captured" is said of."""
    p = scene.passage
    if token.pos != "VERB" or lemma not in words("sure") or token.dep in {"acl", "amod"}:
        return None
    found = [m for t in subjects(p, token.index) if t.index < token.index for m in places_of(scene, t) if m.last < token.index]
    return Taken(found[:1], token.index) if found and not any(m.wide or m.hint == "province" for m in found[:1]) else None


def _plain_object(scene: Scene, token: Token, taken: Taken) -> bool:
    """Whether the parse too makes the first place, or its kind, the object: "secure", "clear" and "take" are said of much else."""
    p = scene.passage
    objects = {t.index for t in kids(p, token.index, "dobj")}
    named = taken.places or ([taken.inside] if taken.inside else [])
    return any(m.root in objects or any(t.index in objects for t in _above(scene, m.root)) for m in named[:1])


def _above(scene: Scene, i: int) -> Iterator[Token]:
    at = scene.passage.tokens[i]
    for _ in range(4):
        at = scene.passage.tokens[at.head]
        if at.pos in {"VERB", "AUX"}:
            return
        yield at


def _shares(leaf: Leaf, first: int, last: int) -> Iterator[NumberMention]:
    p = leaf.scene.passage
    start, end = p.tokens[first].start, p.tokens[min(last, len(p.tokens) - 1)].end
    yield from (n for n in leaf.numbers if n.what == "percent_of_place" and start <= n.start < end)
