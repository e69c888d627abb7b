"""The English rule reader: the passages of one report into drafts of claims."""

import hashlib
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.resources import files

from claimatlas.extract.actor import ActorSpotter
from claimatlas.extract.argument import told_of
from claimatlas.extract.control import control_claims
from claimatlas.extract.counted import counted_claims
from claimatlas.extract.denial import denials
from claimatlas.extract.double import merge_doubles
from claimatlas.extract.draft import Draft
from claimatlas.extract.keep import is_claim, sanitise, without_objects_of_repel
from claimatlas.extract.memory import Memory
from claimatlas.extract.mention import PlaceMention, Scene
from claimatlas.extract.names import actor_refs, place_ref, quantity, source_ref
from claimatlas.extract.numbers import FIRE, assign_numbers, link_causes
from claimatlas.extract.place import PlaceNames, PlaceSpotter
from claimatlas.extract.quantity import quantities
from claimatlas.extract.source import Attribution, Speaker, accuser, attributions, governing, speaker_of, spoken_quote
from claimatlas.extract.stance import corrects_reports, stance_of
from claimatlas.extract.time import time_mentions
from claimatlas.extract.timing import assign_times
from claimatlas.extract.told import Told
from claimatlas.extract.trigger import triggers
from claimatlas.extract.victims import by_air, carried_agent, from_siblings, refer_back, townspeople, victims_from_numbers
from claimatlas.extract.where import choose_places, named_later
from claimatlas.model.claim import Claim, Quote, ReaderInfo
from claimatlas.model.passage import Passage
from claimatlas.model.report import Report
from claimatlas.theatres import Theatre

# what makes a report of somebody's an allegation
UNSURE = {"unconfirmed", "unverified", "conflicting", "uncorroborated"}
NAME, VERSION = "rules-en", "1"
# a force that takes, attacks or fights does so against the enemy it was last said to fight
HAS_ENEMY = {"capture", "assault", "repel", "clash"}


@dataclass(slots=True)
class Story:
    """What carries over from sentence to sentence of one report."""

    memory: Memory
    country: str = ""
    last_fire: Told | None = None
    last_place: PlaceMention | None = None
    last_speakers: tuple[Speaker, ...] = ()
    last_passage: int = -9
    opened: int = -9
    opening_paragraph: int = -9
    last_of: dict[str, tuple[int, Told]] = field(default_factory=dict)


class RuleReader:
    """Codes reports by rules over the parse, with one theatre's register and a gazetteer's names."""

    def __init__(self, theatre: Theatre, places: PlaceNames) -> None:
        self.theatre = theatre
        self.actors = ActorSpotter(theatre)
        self.places = PlaceSpotter(places, frozenset((*theatre.countries, *theatre.neighbours)))

    @cached_property
    def info(self) -> ReaderInfo:
        """Name and version, with a hash of the rules' data and the theatre's register."""
        digest = hashlib.sha256()
        for name in ("events.yaml", "nouns.yaml"):
            digest.update((files("claimatlas.extract") / name).read_bytes())
        digest.update("|".join(sorted(self.theatre.index)).encode())
        return ReaderInfo(NAME, f"{VERSION}-{digest.hexdigest()[:8]}")

    def drafts(self, report: Report, passages: list[Passage]) -> list[Draft]:
        """Drafts of a report's claims in order of the text."""
        story = Story(Memory(self.theatre, report.published), self.actors.country_of(report.text))
        out: list[Draft] = []
        for p in passages:
            if p.kind == "seam":
                continue
            scene = self._scene(p, report, story.country)
            story.memory.complete(scene)
            out += self._read(scene, report, story)
        return named_later(out, story.memory.places)

    def _scene(self, p: Passage, report: Report, country: str) -> Scene:
        actors = self.places.without_parts_of_names(p, self.actors.mentions(p, report.published, country))
        scene = Scene(p, actors, self.places.mentions(p, actors, report.text))
        scene.index()
        taken = {*scene.owner, *scene.where}
        scene.actors = sorted([*actors, *self.actors.persons(p, taken)], key=lambda m: m.first)
        scene.index()
        return scene

    def _read(self, scene: Scene, report: Report, story: Story) -> list[Draft]:
        p = scene.passage
        told = (
            without_objects_of_repel(scene, [told_of(scene, t) for t in triggers(scene)])
            + counted_claims(scene)
            + control_claims(scene, [m for _, m in story.memory.places[-12:]])
        )
        said = attributions(scene, story.last_speakers)
        assign_times(scene, told, time_mentions(p), report.published)
        assign_numbers(scene, told, quantities(p))
        link_causes(scene, told, story.last_fire)
        merge_doubles(scene, told)
        told += denials(scene, story.last_fire)
        out: list[Draft] = []
        for event in told:
            if event.stance == "fact":
                event.stance = stance_of(p, event.trigger.token, event.trigger.rule is None)
        for event in told:
            self._fill(scene, event, story, said)
            from_siblings(event, told)
            sanitise(scene, event)
            if is_claim(scene, event):
                out += self._drafts_of(scene, event, report, story, said)
        self._remember(told, story, said, p)
        return out

    def _fill(self, scene: Scene, event: Told, story: Story, said: list[Attribution]) -> None:
        refer_back(scene, event, story.last_fire)
        by_air(event)
        last = story.last_of.get(event.type)
        if last is not None and scene.passage.number - last[0] <= 3 and self._one_voice(story, said):
            carried_agent(scene, event, last[1])
            if event.type in {"defect", "surrender"} and not event.agents and event.numbers:
                event.add("agents", last[1].agents)
        victims_from_numbers(scene, event)
        townspeople(scene, event)
        if (
            event.stance == "denied"
            and event.type in FIRE
            and story.last_fire is not None
            and not event.targets
            and event.type == story.last_fire.type
        ):
            event.add("targets", story.last_fire.targets)
        if event.type in HAS_ENEMY and event.agents and not event.targets:
            speaking = [a.chain[0].actor for a in said if a.chain[0].actor]
            enemy = story.memory.hostile(scene, event.agents, [*event.agents, *speaking])
            if enemy is not None:
                event.add("targets", [enemy])
        if event.type in {"assault", "capture"} and event.targets and not event.agents:
            enemy = story.memory.hostile(scene, event.targets, event.targets, here_only=True)
            if enemy is not None:
                event.add("agents", [enemy])

    def _one_voice(self, story: Story, said: list[Attribution]) -> bool:
        """Whether the passage's speaker stands on the side of the one before (or one of them is silent)."""
        here = said[0].chain[0].actor if said else None
        before = story.last_speakers[0].actor if story.last_speakers else None
        if here is None or before is None:
            return True
        sides = [story.memory.side(m) for m in (here, before)]
        return sides[0] == sides[1]

    def _drafts_of(self, scene: Scene, event: Told, report: Report, story: Story, said: list[Attribution]) -> list[Draft]:
        earlier = story.last_place if scene.passage.number - story.last_passage <= 3 else None
        event.chosen = choose_places(scene, event, earlier)
        places: list[PlaceMention | None] = [*event.chosen] or [None]
        speakers = self._speakers(scene, event, story, said)
        if event.stance == "fact" and speakers and UNSURE & set(speakers[0].text.lower().split()):
            event.stance = "alleged"
        claim = self._claim(scene, event, report, speakers)
        return [
            Draft(
                replace(claim, place=place_ref(m)),
                event.time,
                event.tense,
                event.role,
                scene.passage.number,
                scene.passage.kind == "headline",
            )
            for m in places
        ]

    def _speakers(self, scene: Scene, event: Told, story: Story, said: list[Attribution]) -> tuple[Speaker, ...]:
        if event.type in {"accuse", "demand", "threaten"} and not said:
            return ()
        if event.own_voice:
            return ()
        blamer = accuser(scene, event.trigger.token)
        if blamer is not None and event.type != "accuse":
            return (blamer,)
        if event.denier:
            return tuple(speaker_of(m) for m in event.agents[:1])
        found = governing(scene, said, event.trigger.token)
        if found is not None and not _speaks_of_itself(event, found):
            return tuple(found.chain)
        if found is not None:
            return ()
        if said:
            return ()
        return story.last_speakers if spoken_quote(scene.passage) or story.opened == scene.passage.number - 1 else ()

    def _claim(self, scene: Scene, event: Told, report: Report, speakers: tuple[Speaker, ...]) -> Claim:
        p = scene.passage
        trigger = (p.tokens[event.trigger.first].start, p.tokens[event.trigger.token].end)
        return Claim(
            report_id=report.id,
            type=event.type,
            stance=event.stance,
            quote=Quote(report.text[p.start : p.end], p.start, p.end),
            reader=self.info,
            agent=actor_refs(event.agents),
            target=actor_refs(event.targets),
            quantities=tuple(quantity(n) for n in event.numbers),
            source=tuple(source_ref(s, self.theatre) for s in speakers),
            flags=("corrects_reports",) if event.stance == "denied" and corrects_reports(p, event.trigger.token) else (),
            trigger=trigger,
        )

    def _remember(self, told: list[Told], story: Story, said: list[Attribution], p: Passage) -> None:
        for event in told if p.kind != "headline" else ():
            if event.type in FIRE and not event.dropped:
                story.last_fire = event
            if event.agents and not event.dropped and not event.denier:
                story.last_of[event.type] = (p.number, event)
            if event.chosen and not event.dropped:
                story.last_place, story.last_passage = event.chosen[0], p.number
        if said:
            story.last_speakers = tuple(said[-1].chain)
            if said[0].at <= 1 and p.tokens[said[0].at].lower == "according" and p.paragraph != story.opening_paragraph:
                story.opened, story.opening_paragraph = p.number, p.paragraph


def _speaks_of_itself(event: Told, said: Attribution) -> bool:
    """A speech act told by its own speaker has no source."""
    first = said.chain[0].actor
    return (
        event.type in {"accuse", "demand", "threaten"}
        and first is not None
        and any((m.id or m.name) == (first.id or first.name) for m in event.agents)
    )
