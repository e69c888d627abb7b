"""Days in a chronicle: what a history tells without words of time happened on the day that it told last."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from claimatlas.model.claim import Claim
from claimatlas.model.report import Report
from claimatlas.model.time import TimeRange

# a chronicle tells at least so many dated claims, half of them so long before it was written
LEAST_DATED, OLD_DAYS = 4, 10
# a step further back than this within a paragraph is a look back, from which the story returns
LOOK_BACK_DAYS = 7


def in_order(claims: Iterable[Claim], reports: Sequence[Report]) -> list[Claim]:
    """The claims, those of chronicles that have no words of time dated by the story, all of them once, by report and place in it.

    Words of time that date several claims date all of them alike, as the first.
    """
    by_id = {r.id: r for r in reports}
    ordered = sorted(claims, key=lambda c: (c.report_id, *_place_in_text(c)))
    out: list[Claim] = []
    for report_id, group in groupby(ordered, key=lambda c: c.report_id):
        told = list(_alike(list(group)))
        report = by_id.get(report_id)
        out += _dated(told, report) if report is not None and is_chronicle(told, report) else told
    return out


def chronicles(claims: Iterable[Claim], reports: Sequence[Report]) -> frozenset[str]:
    """Ids of the reports that tell of days long before they were written."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.report_id].append(claim)
    return frozenset(r.id for r in reports if is_chronicle(told[r.id], r))


def is_chronicle(claims: Sequence[Claim], report: Report) -> bool:
    """Whether a report tells of days long before it was written."""
    days = [c.time.end for c in claims if _day_told(c.time)]
    old = [d for d in days if d and report.published and (report.published - d).days > OLD_DAYS]
    return len(days) >= LEAST_DATED and 2 * len(old) >= len(days)


def _place_in_text(claim: Claim) -> tuple[int, int, str]:
    return claim.quote.start, claim.trigger[0] if claim.trigger else claim.quote.start, claim.id


def _day_told(time: TimeRange) -> bool:
    return not time.default and time.start is not None and time.end is not None and time.precision <= 3


def _alike(claims: Sequence[Claim]) -> Iterator[Claim]:
    first: dict[int, TimeRange] = {}
    for claim in claims:
        time = claim.time
        if time.default or time.begin is None:
            yield claim
            continue
        known = first.setdefault(time.begin, time)
        if time.start is not None and known.start is not None and time.start < known.start:
            first[time.begin] = known = time
        yield replace(claim, time=replace(time, start=known.start, end=known.end))


def _dated(claims: Sequence[Claim], report: Report) -> Iterator[Claim]:
    now: TimeRange | None = None
    paragraph = -1
    for (_, line), group in groupby(claims, key=lambda c: (c.quote.start, report.text.count("\n", 0, c.quote.start))):
        sentence = list(group)
        told = [c.time for c in sentence if _day_told(c.time)]
        now = _forward(now, told, line != paragraph)
        paragraph = line if told else paragraph
        own = told[-1] if told else now
        for claim in sentence:
            yield replace(claim, time=_moved(claim.time, own)) if own is not None and claim.time.default else claim


def _forward(now: TimeRange | None, told: Sequence[TimeRange], new_paragraph: bool) -> TimeRange | None:
    """The story's time after a sentence that tells of those times."""
    for time in told:
        if now is None or new_paragraph or _gap(now.start, time.start) >= -LOOK_BACK_DAYS:
            now, new_paragraph = time, False
    return now


def _gap(before: date | None, after: date | None) -> int:
    return (after - before).days if before and after else 0


def _moved(time: TimeRange, day: TimeRange) -> TimeRange:
    return replace(time, start=day.start, end=day.end, precision=day.precision)
