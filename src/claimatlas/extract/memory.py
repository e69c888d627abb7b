"""What a report has named so far, in order, and what its later words stand for: surnames, "they", "the town", "the army"."""

from dataclasses import dataclass, replace

from claimatlas.extract.memory_actor import actor_back, copy_of
from claimatlas.extract.memory_past import Past
from claimatlas.extract.memory_place import place_back
from claimatlas.extract.mention import NAMED, PERSON, ActorMention, PlaceMention, Scene
from claimatlas.extract.metonym import TERRITORIAL
from claimatlas.extract.nouns import nouns


@dataclass(slots=True)
class Memory(Past):
    """Mentions seen so far; completes each new passage with them."""

    def complete(self, scene: Scene) -> None:
        """Add surnames, pronouns and descriptions with their antecedents to a scene, then remember what it names."""
        tokens = scene.passage.tokens
        scene.places = [self._province_half(m) for m in scene.places]
        scene.actors = sorted([*scene.actors, *self._surnames(scene)], key=lambda m: m.first)
        scene.actors = [self._in_full(self._army_told_of(scene, m)) for m in scene.actors]
        scene.index()
        extra = [m for t in tokens if (m := actor_back(self, scene, t)) is not None]
        scene.actors = sorted([*scene.actors, *extra], key=lambda m: m.first)
        scene.index()
        scene.places += [m for t in tokens for m in place_back(self, scene, t)]
        scene.index()
        self.remember(scene)

    @property
    def _bare(self) -> set[str]:
        """Words such as "the army", whose owner a country's table tells."""
        return {w for table in self.theatre.generic.values() for w in table}

    def _province_half(self, m: PlaceMention) -> PlaceMention:
        """ "Southern Raqqa" in a report that speaks of Raqqa province is a part of the province."""
        if m.hint is not None or m.relation or (m.part or "").lower() not in nouns("directions"):
            return m
        named = any(old.hint == "province" and old.name == m.name for _, old in self.places)
        return replace(m, hint="province") if named else m

    def _army_told_of(self, scene: Scene, m: ActorMention) -> ActorMention:
        """Bare "the army" after a foreign army was named is that army."""
        if m.text.lower() not in self._bare:
            return m
        ahead = self.actors_since(scene.passage.number, 2) + [a for a in scene.actors if a.last < m.first]
        armies = [a for a in ahead if a.kind in {"military", "government"} and a.id in self.theatre.actors]
        last = self.theatre.actors[str(armies[-1].id)] if armies else None
        if last is None or last.country is None or last.country in self.theatre.countries or last.kind != m.kind:
            return m
        return replace(m, id=last.id, name=last.name)

    def _in_full(self, m: ActorMention) -> ActorMention:
        """ "The Coalition", after the Syrian Coalition was named: a bare last word is the name it was last the end of."""
        if m.sort != NAMED or m.kind in TERRITORIAL or " " in m.text or "-" in m.text or m.text.lower() in self._bare:
            return m
        full = next((a for _, a in reversed(self.actors) if a.sort == NAMED and a.text.lower().endswith(f" {m.text.lower()}")), None)
        return replace(m, id=full.id, name=full.name, kind=full.kind, armed=full.armed) if full is not None else m

    def _surnames(self, scene: Scene) -> list[ActorMention]:
        """ "Xelil said", after Redur Xelil was named in full; "Hariri", after Nasr al-Hariri."""
        p = scene.passage
        named = [(m.text.split()[-1], m) for _, m in self.actors if m.kind == "person" and " " in m.text]
        full = {form: m for last, m in named for form in (last, last.removeprefix("al-").removeprefix("Al-"))}
        free = [t for t in p.tokens if t.pos == "PROPN" and t.text in full and t.index not in scene.owner and t.index not in scene.where]
        found = [copy_of(p, t, t, full[t.text], PERSON) for t in free]
        return [m for m in found if m is not None]
