"""Drafts of one report into resolved claims: actors, places, dates chosen, repeats folded, ids given."""

from dataclasses import replace

from claimatlas.extract.draft import Draft
from claimatlas.model.claim import Claim, with_id
from claimatlas.model.report import Report
from claimatlas.resolve.actor import resolve_actors
from claimatlas.resolve.actor_country import of_their_country
from claimatlas.resolve.again import without_headlines, without_repeats
from claimatlas.resolve.over_war import over_the_war
from claimatlas.resolve.place import PlaceResolver
from claimatlas.resolve.time import why_unplaced
from claimatlas.resolve.time_story import story_times
from claimatlas.theatres import Theatre

BACKGROUND_DAYS = 21


class Resolver:
    """Chooses the values of a report's claims with one theatre's knowledge and a gazetteer."""

    def __init__(self, theatre: Theatre, places: PlaceResolver) -> None:
        self.theatre = theatre
        self.places = places

    def resolve(self, report: Report, drafts: list[Draft]) -> list[Claim]:
        """Claims in order of the text, with ids."""
        told = without_headlines(self.resolved(report, drafts), [d.headline for d in drafts])
        return [with_id(c, report) for c in without_repeats(told)]

    def resolved(self, report: Report, drafts: list[Draft]) -> list[Claim]:
        """The claim of each draft with its values chosen; repeats stand, and ids are not yet given."""
        claims = [resolve_actors(d.claim, report, self.theatre) for d in drafts]
        claims = [of_their_country(c, self.theatre, report.published) for c in self.places.resolve(report, claims)]
        times = over_the_war(claims, story_times(report, drafts, claims, self.theatre), report, self.theatre)
        dated = [_flagged(replace(c, time=t), report, d) for c, t, d in zip(claims, times, drafts, strict=True)]
        return [c if d.calibrated else replace(c, confidence=confidence(c)) for c, d in zip(dated, drafts, strict=True)]


def _flagged(claim: Claim, report: Report, draft: Draft) -> Claim:
    """Flags on the time: words that no day could be given to, with the reason, and what is long past."""
    if draft.time is not None and claim.time.default:
        claim = replace(claim, flags=(*claim.flags, f"time_unplaced:{why_unplaced(draft.time)}"))
    end = claim.time.end
    if report.published and end and not claim.time.default and (report.published - end).days > BACKGROUND_DAYS:
        return replace(claim, flags=(*claim.flags, "background"))
    return claim


def confidence(claim: Claim) -> float:
    """A first estimate from how much of the claim is told and resolved, 0.2 to 0.9, for readers that have no calibration."""
    score = 0.0
    for part in confidence_parts(claim).values():
        score += part
    return round(min(0.9, score), 2)


def confidence_parts(claim: Claim) -> dict[str, float]:
    """What the first estimate is the sum of."""
    known = any(a.id for a in (*claim.agent, *claim.target))
    return {
        "any claim": 0.3,
        "agent told": 0.15 if claim.agent else 0.0,
        "target told": 0.1 if claim.target else 0.0,
        "place found": 0.15 if claim.place and claim.place.id else 0.0,
        "time told": 0.05 if not claim.time.default else 0.0,
        "source told": 0.05 if claim.source else 0.0,
        "actor known": 0.1 if known else 0.0,
    }
