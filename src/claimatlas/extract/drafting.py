"""Drafts of claims from told events: places chosen, speakers found, words and spans copied."""

from collections.abc import Sequence
from dataclasses import replace

from claimatlas.extract.draft import Draft
from claimatlas.extract.mention import Scene
from claimatlas.extract.names import actor_refs, place_ref, quantity, source_ref
from claimatlas.extract.source import speakers_of
from claimatlas.extract.source_speaker import Speaker
from claimatlas.extract.source_speech import Attribution
from claimatlas.extract.stance import corrects_reports
from claimatlas.extract.story import Story
from claimatlas.extract.told import Told
from claimatlas.extract.where import choose_places
from claimatlas.model.claim import Claim, Quote, ReaderInfo
from claimatlas.model.passage import Passage
from claimatlas.model.place import PlaceRef
from claimatlas.model.report import Report
from claimatlas.theatres import Theatre

# what makes a report of somebody's an allegation
UNSURE = {"unconfirmed", "unverified", "conflicting", "uncorroborated"}


class Drafter:
    """Makes the drafts of one report's events."""

    def __init__(self, report: Report, theatre: Theatre, reader: ReaderInfo) -> None:
        self.report = report
        self.theatre = theatre
        self.reader = reader

    def drafts(self, scene: Scene, event: Told, story: Story, said: list[Attribution]) -> list[Draft]:
        """The drafts of one event, one for each of its places."""
        p = scene.passage
        event.chosen = choose_places(scene, event, story.place_near(p.number), story.at_large(scene, event.trigger))
        event.speakers = speakers_of(scene, event, said, story.carried(scene))
        if event.stance == "fact" and event.speakers and UNSURE & set(event.speakers[0].text.lower().split()):
            event.stance = "alleged"
        return self.at(scene, event, [place_ref(m) for m in event.chosen])

    def at(self, scene: Scene, event: Told, places: Sequence[PlaceRef | None]) -> list[Draft]:
        """The drafts of one event whose speakers are found, one for each of the places, or one without."""
        p = scene.passage
        claim = self._claim(scene, event, event.speakers)
        refs = places or [None]
        return [Draft(replace(claim, place=ref), event.time, event.tense, event.role, p.number, p.kind == "headline") for ref in refs]

    def _claim(self, scene: Scene, event: Told, speakers: tuple[Speaker, ...]) -> Claim:
        p, trigger = scene.passage, event.trigger
        return Claim(
            report_id=self.report.id,
            type=event.type,
            stance=event.stance,
            quote=Quote(self.report.text[p.start : p.end], p.start, p.end),
            reader=self.reader,
            agent=actor_refs(event.agents),
            target=actor_refs(event.targets),
            quantities=tuple(quantity(n) for n in event.numbers),
            source=tuple(source_ref(s, self.theatre) for s in speakers),
            flags=denial_flags(p, event.trigger.token, event.stance, event.tense),
            trigger=(p.tokens[trigger.first].start, p.tokens[trigger.token].end),
        )


def denial_flags(p: Passage, token: int, stance: str, tense: str) -> tuple[str, ...]:
    """What a denial at a token denies: reports made elsewhere, or that something is to come."""
    if stance != "denied":
        return ()
    if corrects_reports(p, token):
        return ("corrects_reports",)
    return ("forecast",) if tense == "future" else ()
