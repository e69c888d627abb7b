"""The English rule reader: the passages of one report into drafts of claims."""

import hashlib
from functools import cached_property
from importlib.resources import files

from claimatlas.extract.actor import ActorSpotter
from claimatlas.extract.argument import told_of
from claimatlas.extract.control import control_claims
from claimatlas.extract.counted import counted_claims
from claimatlas.extract.denial import denials
from claimatlas.extract.double import merge_doubles
from claimatlas.extract.draft import Draft
from claimatlas.extract.drafting import Drafter
from claimatlas.extract.fill import fill
from claimatlas.extract.ground.beside import beside
from claimatlas.extract.ground.words import NAME as GROUND_WORDS
from claimatlas.extract.keep import is_claim, sanitise, without_objects_of_repel
from claimatlas.extract.later import named_later
from claimatlas.extract.leaf import Leaf, named_places
from claimatlas.extract.meant import Meant, meant
from claimatlas.extract.memory import Memory
from claimatlas.extract.mention import Scene
from claimatlas.extract.numbers import assign_numbers
from claimatlas.extract.numbers_cause import link_causes
from claimatlas.extract.place import PlaceNames, PlaceSpotter
from claimatlas.extract.quantity import quantities
from claimatlas.extract.source_speech import attributions
from claimatlas.extract.stance import stance_of
from claimatlas.extract.story import Story
from claimatlas.extract.time import time_mentions
from claimatlas.extract.timing import assign_times
from claimatlas.extract.told import Told
from claimatlas.extract.trigger import triggers
from claimatlas.extract.victims import from_siblings
from claimatlas.extract.war_wide import of_the_war
from claimatlas.extract.where_war import told_of as country_told_of
from claimatlas.model.claim import ReaderInfo
from claimatlas.model.passage import Passage
from claimatlas.model.report import Report
from claimatlas.theatres import Theatre

NAME, VERSION = "rules-en", "3"


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
        digest.update((files("claimatlas.extract.ground") / GROUND_WORDS).read_bytes())
        digest.update("|".join(sorted(self.theatre.index)).encode())
        digest.update(repr([(k, sorted(v)) for k, v in sorted(self.theatre.words.lists.items())]).encode())
        return ReaderInfo(NAME, f"{VERSION}-{digest.hexdigest()[:8]}")

    def leaves(self, report: Report, passages: list[Passage]) -> list[Leaf]:
        """What the rules find in each passage of a report, seams left out."""
        country = self.actors.country_of(report.text)
        story = Story(Memory(self.theatre, report.published), country, country_told_of(report.text, country))
        drafter = Drafter(report, self.theatre, self.info)
        scenes = [self._scene(p, report, story.country) for p in passages if p.kind != "seam"]
        story.memory.foresee(scenes)
        return [_read(scene, drafter, story) for scene in scenes]

    def drafts(self, report: Report, passages: list[Passage]) -> list[Draft]:
        """Drafts of a report's claims in order of the text."""
        leaves = self.leaves(report, passages)
        whom = self.meant(report, leaves)
        drafts = beside([d for leaf in leaves for d in leaf.drafts], leaves, Drafter(report, self.theatre, self.info))
        places = named_places(leaves)
        drafts = of_the_war(named_later(drafts, places), places, self.theatre, report.text)
        return [whom.draft(d) for d in drafts]

    def meant(self, report: Report, leaves: list[Leaf]) -> Meant:
        """Whom a report's words without a name mean, from all that it tells."""
        return meant(leaves, self.theatre, report.published, self.actors.country_of(report.text))

    def _scene(self, p: Passage, report: Report, country: str) -> Scene:
        """The passage with the actors and places spotted in it."""
        actors = self.places.without_parts_of_names(p, self.actors.mentions(p, report.published, country))
        scene = Scene(p, actors, self.places.mentions(p, actors, report.text))
        scene.index()
        taken = {*scene.owner, *scene.where}
        scene.actors = sorted([*actors, *self.actors.persons(p, taken)], key=lambda m: m.first)
        scene.index()
        return scene


def _read(scene: Scene, drafter: Drafter, story: Story) -> Leaf:
    """What one passage tells, with its drafts; the story takes it in."""
    story.memory.complete(scene)
    carried = story.carried(scene)
    said = attributions(scene, story.last_speakers)
    leaf = Leaf(scene, said, carried, time_mentions(scene.passage), quantities(scene.passage))
    leaf.told = _told(leaf, drafter.report, story)
    for event in leaf.told:
        fill(scene, event, story, said)
        from_siblings(event, leaf.told)
        sanitise(scene, event)
        if is_claim(scene, event):
            leaf.drafts += drafter.drafts(scene, event, story, said)
            leaf.claimed.append(event)
    story.remember(leaf.told, said, scene.passage)
    return leaf


def _told(leaf: Leaf, report: Report, story: Story) -> list[Told]:
    """The events that a passage tells, with their times, numbers, causes and stances."""
    scene = leaf.scene
    p = scene.passage
    told = without_objects_of_repel(scene, [told_of(scene, t) for t in triggers(scene)])
    told += counted_claims(scene) + control_claims(scene, [m for _, m in story.memory.places[-12:]])
    assign_times(scene, told, leaf.times, report.published)
    assign_numbers(scene, told, leaf.numbers)
    link_causes(scene, told, story.last_fire)
    merge_doubles(scene, told)
    told += denials(scene, story.last_fire)
    for event in told:
        if event.stance == "fact":
            event.stance = stance_of(p, event.trigger.token, event.trigger.rule is None)
    return told
