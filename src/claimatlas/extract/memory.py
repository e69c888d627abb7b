"""What a report has named so far, in order: antecedents of "the group", "they", "the town", "both sites", and who fights whom."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date

from claimatlas.extract.mention import COLLECTIVE, DESCRIPTION, NAMED, NEW, PERSON, PRONOUN, ActorMention, PlaceMention, Scene
from claimatlas.extract.nouns import nouns
from claimatlas.extract.syntax import kids
from claimatlas.model.passage import Passage, Token
from claimatlas.theatres import Theatre

GROUP_HEADS = {"group", "force", "organization", "organisation", "movement", "faction", "militia", "alliance", "brigade", "outfit"}
PERSON_PRONOUNS = {"he", "she", "his", "her", "him"}
GROUP_PRONOUNS = {"they", "it", "its", "their", "them"}
DEFINITE = {"the", "this", "that", "these", "those", "both"}
PLACE_HEADS = nouns("memory_place_heads")
PLURAL_HEADS = {"towns", "cities", "villages", "areas", "sites", "districts", "neighborhoods", "neighbourhoods", "bases"}
LEVELS = {
    "town": {"town"},
    "city": {"town"},
    "village": {"town"},
    "settlement": {"town"},
    "district": {"district"},
    "neighborhood": {"district"},
    "neighbourhood": {"district"},
    "province": {"province"},
    "governorate": {"province"},
    "base": {"site"},
    "airbase": {"site"},
    "airport": {"site"},
    "hill": {"site"},
    "mountain": {"site"},
    "crossing": {"site"},
}
LOOK_BACK = 3
FIGHTERS = {"armed_group", "military", "coalition", "collective", "government", "security", "operations_room"}


@dataclass(slots=True)
class Memory:
    """Mentions seen so far with the number of their passage, newest last."""

    theatre: Theatre
    on: date | None
    actors: list[tuple[int, ActorMention]] = field(default_factory=list)
    places: list[tuple[int, PlaceMention]] = field(default_factory=list)

    def complete(self, scene: Scene) -> None:
        """Add surnames, pronouns and descriptions with their antecedents to a scene, then remember what it names."""
        p = scene.passage
        scene.places = [self._province_half(m) for m in scene.places]
        scene.actors = sorted([*scene.actors, *self._surnames(scene)], key=lambda m: m.first)
        scene.actors = [self._army_told_of(scene, m) for m in scene.actors]
        scene.index()
        extra = [m for t in p.tokens if (m := self._actor_back(scene, t)) is not None]
        scene.actors = sorted([*scene.actors, *extra], key=lambda m: m.first)
        scene.index()
        scene.places += [m for t in p.tokens for m in self._place_back(scene, t)]
        scene.index()
        self.actors += [(p.number, m) for m in scene.actors if m.sort in {NAMED, NEW, PERSON, COLLECTIVE}]
        self.places += [(p.number, m) for m in scene.places if not m.antecedent]

    def _province_half(self, m: PlaceMention) -> PlaceMention:
        """ "Southern Raqqa" in a report that speaks of Raqqa province is a part of the province."""
        if m.hint is not None or m.relation or (m.part or "").lower() not in nouns("directions"):
            return m
        named = any(old.hint == "province" and old.name == m.name for _, old in self.places)
        return replace(m, hint="province") if named else m

    def _army_told_of(self, scene: Scene, m: ActorMention) -> ActorMention:
        """Bare "the army" after a foreign army was named is that army."""
        bare = {w for table in self.theatre.generic.values() for w in table}
        if m.text.lower() not in bare:
            return m
        ahead = [a for n, a in self.actors if scene.passage.number - n <= 2] + [a for a in scene.actors if a.last < m.first]
        armies = [a for a in ahead if a.kind in {"military", "government"} and a.id in self.theatre.actors]
        last = self.theatre.actors[str(armies[-1].id)] if armies else None
        if last is None or last.country is None or last.country in self.theatre.countries or last.kind != m.kind:
            return m
        return replace(m, id=last.id, name=last.name)

    def _surnames(self, scene: Scene) -> list[ActorMention]:
        """ "Xelil said", after Redur Xelil was named in full."""
        p = scene.passage
        full = {m.text.split()[-1]: m for _, m in self.actors if m.kind == "person" and " " in m.text}
        free = [t for t in p.tokens if t.pos == "PROPN" and t.text in full and t.index not in scene.owner and t.index not in scene.where]
        found = [self._copy(p, t, t, full[t.text], PERSON) for t in free]
        return [m for m in found if m is not None]

    def _actor_back(self, scene: Scene, token: Token) -> ActorMention | None:
        p = scene.passage
        if token.index in scene.owner:
            return None
        if token.lower in PERSON_PRONOUNS:
            return self._copy(p, token, token, self._last(scene, token, {"person"}), PRONOUN)
        if token.lower in {"its", "their"} and p.tokens[token.head].lower in {"allies", "partners"}:
            return None
        if token.lower in {"it", "they"} and (speaker := self._who_said(scene, token)) is not None:
            return self._copy(p, token, token, speaker, PRONOUN)
        if token.lower == "it" and p.tokens[token.head].lemma in {
            "strike",
            "hit",
            "kill",
            "wound",
            "injure",
            "cause",
            "cost",
            "leave",
            "target",
            "be",
        }:
            return None
        if token.lower in GROUP_PRONOUNS and token.dep in {"nsubj", "nsubjpass", "poss", "dobj", "pobj"}:
            return self._copy(p, token, token, self._last(scene, token, set()), PRONOUN)
        if token.lower in GROUP_HEADS and token.pos == "NOUN":
            dets = [t for t in kids(p, token.index, "det") if t.lower in DEFINITE]
            if dets:
                first = {"coalition"} if token.lower in {"alliance", "coalition"} else {"armed_group"}
                back = self._last(scene, token, first) or self._last(scene, token, {"coalition", "military"})
                return self._copy(p, dets[0], token, back, DESCRIPTION)
        if token.lower in {"allies", "partners"} and (owner := kids(p, token.index, "poss")) and owner[0].lower in {"its", "their"}:
            back = self._last(scene, token, set())
            copy = self._copy(p, owner[0], token, back, COLLECTIVE)
            return replace(copy, id=None, name=f"allies of the {copy.name}", kind="collective") if copy else None
        return None

    def _who_said(self, scene: Scene, token: Token) -> ActorMention | None:
        """ "The army said it had killed": the one who says it of himself."""
        p = scene.passage
        verb = p.tokens[token.head]
        if token.dep != "nsubj" or verb.dep != "ccomp" or p.tokens[verb.head].lemma not in nouns("source_say"):
            return None
        return next((m for s in kids(p, verb.head, "nsubj") if (m := scene.owner.get(s.index)) is not None and m.armed), None)

    def _last(self, scene: Scene, token: Token, kinds: set[str]) -> ActorMention | None:
        """The nearest earlier mention of one of the kinds (any that fights when none is named), same sentence first."""
        here = [m for m in scene.actors if m.last < token.index and m.sort in {NAMED, NEW, PERSON, COLLECTIVE}]
        fits = [m for m in here if (m.kind in kinds if kinds else m.armed)]
        subjects = [m for m in fits if scene.passage.tokens[m.root].dep in {"nsubj", "nsubjpass"}] if not kinds else []
        if subjects or fits:
            return (subjects or fits)[-1]
        ahead = [m for n, m in self.actors if scene.passage.number - n <= LOOK_BACK]
        return next((m for m in reversed(ahead) if (m.kind in kinds if kinds else m.armed)), None)

    def _copy(self, p: Passage, first: Token, last: Token, back: ActorMention | None, sort: str) -> ActorMention | None:
        if back is None:
            return None
        text = p.text[first.start - p.start : last.end - p.start]
        return replace(back, first=first.index, last=last.index, root=last.index, sort=sort, start=first.start, end=last.end, text=text)

    def _place_back(self, scene: Scene, token: Token) -> list[PlaceMention]:
        p = scene.passage
        if token.index in scene.where or token.index in scene.owner or token.lower not in PLACE_HEADS | PLURAL_HEADS:
            return []
        if token.lower == "capital" and any(t.lower == "its" for t in kids(p, token.index, "poss")):
            return self._capital(scene, token)
        if not any(t.lower in DEFINITE for t in kids(p, token.index, "det", "predet")) or _named_beside(scene, token):
            return []
        if token.lower in PLURAL_HEADS:
            both = any(t.lower == "both" for t in kids(p, token.index, "det", "predet", "preconj"))
            narrow = [m for m in self._last_places(scene, token, 6) if m.hint != "province"]
            return [self._copy_place(p, token, m) for m in narrow[:2]] if both else []
        if token.lower == "capital":
            return self._capital(scene, token)
        wanted = LEVELS.get(token.lower)
        for m in self._last_places(scene, token, 12):
            if wanted is None or m.hint in wanted or (m.hint is None and wanted != {"province"}):
                return [self._copy_place(p, token, m)]
        return []

    def _last_places(self, scene: Scene, token: Token, limit: int) -> list[PlaceMention]:
        here = [m for m in scene.places if m.last < token.index and not m.antecedent]
        ahead = [m for n, m in self.places if scene.passage.number - n <= LOOK_BACK]
        unique = dict.fromkeys(m.name for m in [*reversed(here), *reversed(ahead)])
        newest = {m.name: m for m in [*ahead, *here]}
        return [newest[name] for name in unique][:limit]

    def _capital(self, scene: Scene, token: Token) -> list[PlaceMention]:
        if not any(t.lower in {"provincial", "its"} for t in kids(scene.passage, token.index, "amod", "poss")):
            return []
        provinces = {pr.name for pr in self.theatre.provinces}
        for m in self._last_places(scene, token, 12):
            if m.hint == "province" or m.name in provinces:
                return [replace(self._copy_place(scene.passage, token, m), hint="town")]
        return []

    def _copy_place(self, p: Passage, token: Token, back: PlaceMention) -> PlaceMention:
        return replace(
            back,
            first=token.index,
            last=token.index,
            root=token.index,
            start=token.start,
            end=token.end,
            relation=None,
            part=None,
            antecedent=True,
        )

    def hostile(self, scene: Scene, to: list[ActorMention], known: list[ActorMention], here_only: bool = False) -> ActorMention | None:
        """The nearest fighting actor, in this sentence or those before, whose side fights the given actors' side."""
        sides = {s for m in to if (s := self.side(m))}
        if not sides:
            return None

        def fits(m: ActorMention) -> bool:
            side = self.side(m) if m.armed and m.kind in FIGHTERS and m not in known else None
            return bool(side) and side != "neutral" and not any(self.theatre.friendly(str(side), s) for s in sides)

        here = [m for m in scene.actors if m not in to and fits(m)]
        if here or here_only:
            return here[0] if here else None
        near = [m for n, m in self.actors if n < scene.passage.number <= n + LOOK_BACK * 2 and fits(m)]
        told = Counter(m.id or m.name for _, m in self.actors)
        return max(reversed(near), key=lambda m: told[m.id or m.name], default=None)

    def side(self, m: ActorMention) -> str | None:
        """Side of a mention at the report's date."""
        return self.theatre.side_of(m.id, m.name, self.on)


def _named_beside(scene: Scene, token: Token) -> bool:
    """ "the town of X", "X city": the name stands beside the kind word."""
    p = scene.passage
    beside = [token.index - 1, token.index + 1, token.index + 2]
    return any(i in scene.where for i in beside) or any(t.index in scene.where for t in kids(p, token.index, "appos", "compound", "nmod"))
