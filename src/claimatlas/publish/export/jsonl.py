"""The export that FORMAT.md describes: one claim a line."""

from collections.abc import Iterable, Mapping
from typing import TextIO

import msgspec

from claimatlas.model.claim import Claim, record
from claimatlas.model.report import Report
from claimatlas.publish.export.data import ExportData


def in_order(claims: Iterable[Claim], reports: Mapping[str, Report]) -> list[Claim]:
    """Claims by report (key, then id), then by the start of the quote; ties by the quote's end, then the claim's id."""
    return sorted(claims, key=lambda c: (reports[c.report_id].key, c.report_id, c.quote.start, c.quote.end, c.id))


def write_jsonl(claims: Iterable[Claim], reports: Mapping[str, Report], stream: TextIO) -> int:
    """Writes the claims to a text stream and returns how many; KeyError when a claim's report is not in `reports`."""
    count = 0
    for claim in in_order(claims, reports):
        stream.write(msgspec.json.encode(record(claim, reports[claim.report_id])).decode("utf-8") + "\n")
        count += 1
    return count


def export_jsonl(data: ExportData, stream: TextIO) -> int:
    """The chosen claims."""
    return write_jsonl(data.claims.values(), data.reports, stream)
