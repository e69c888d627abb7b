"""What people took down: it stays sealed in the log and is given out by nothing else; a tombstone stands in its place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from claimatlas.ledger.verdicts import in_force
from claimatlas.model.claim import Claim
from claimatlas.model.judgement import Judgement
from claimatlas.model.report import Report

Taken = Mapping[str, Judgement]
"""Ids of reports and claims that are taken down, each with the judgement that did it."""


def taken_down(judgements: Sequence[Judgement]) -> dict[str, Judgement]:
    """What is taken down by the log's judgements."""
    return {subject: one for one in in_force(judgements) if one.kind == "takedown" for subject in one.subjects}


def left_up(claims: Iterable[Claim], taken: Taken) -> list[Claim]:
    """The claims that are not taken down, alone or with their report."""
    return [c for c in claims if c.id not in taken and c.report_id not in taken]


def buried(report: Report, taken: Taken) -> Report:
    """The report, or its tombstone: id, publisher and date stay, with the reason for a title; its words are gone."""
    if (one := taken.get(report.id)) is None:
        return report
    title = f"Taken down by {one.author}: {one.reason}"
    return replace(report, key=report.id, text="", title=title, author=None, url=None, dateline=None, origin="")


def told(one: Judgement) -> dict[str, str]:
    """A takedown as plain data."""
    return {"judgement": one.id, "author": one.author, "at": one.at, "reason": one.reason}
