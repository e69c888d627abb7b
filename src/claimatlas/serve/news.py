"""What each day brought, as entries of a feed: places that changed hands, and corrections."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.export.atom import Entry
from claimatlas.publish.holdings import hold_words
from claimatlas.publish.sentences import sentence
from claimatlas.serve.history import places, spans
from claimatlas.serve.snapshot import Snapshot

DAYS = 60
"""The feed reaches back so many days from the last report."""


def news(snapshot: Snapshot, link: Callable[[str], str]) -> list[Entry]:
    """Entries of the last DAYS; `link` turns a page's path into an address."""
    if not snapshot.days:
        return []
    first = snapshot.days[1] - timedelta(days=DAYS)
    return [e for e in (*_hands(snapshot, link), *_corrections(snapshot, link)) if first <= e.day <= snapshot.days[1]]


def _hands(snapshot: Snapshot, link: Callable[[str], str]) -> Iterator[Entry]:
    for key, place in places(snapshot).items():
        told = list(spans(snapshot, place))
        for before, after in zip([None, *told], told, strict=False):
            if after.start is None or (before and _same(before.hold.holder, after.hold.holder, before.hold.status, after.hold.status)):
                continue
            words = hold_words(after.hold)
            was = f" Before: {hold_words(before.hold)}" if before else ""
            yield Entry(f"hold:{key}", after.start, f"{place.name}: {words}", f"{place.name}: {words}{was}", link(f"/places/{key}"))


def _same(one: object, other: object, was: str, now: str) -> bool:
    return one == other and was == now


def _corrections(snapshot: Snapshot, link: Callable[[str], str]) -> Iterator[Entry]:
    view: AtlasView = snapshot.shown()
    for judgement in (*snapshot.view.corrections, *snapshot.view.revisions):
        claim = snapshot.claims.get(judgement.subjects[0])
        day = _day(snapshot, judgement.subjects[0])
        if claim is None or day is None:
            continue
        event = snapshot.event_of.get(claim.id)
        told = sentence(claim, view.reports.get(claim.report_id))
        kind = "Correction" if judgement.kind == "corrects" else "Revised count"
        yield Entry(f"{judgement.id}", day, f"{kind}: {told}", f"{told} “{claim.quote.exact}”", link(f"/events/{event}") if event else "")


def _day(snapshot: Snapshot, claim_id: str) -> date | None:
    claim = snapshot.claims.get(claim_id)
    report = snapshot.reports.get(claim.report_id) if claim else None
    return report.published if report else None
