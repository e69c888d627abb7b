"""Verdicts of people as labels for training: one judgement in force a line."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO

import msgspec

from claimatlas.model.claim import Claim, record
from claimatlas.model.errors import InputError
from claimatlas.model.judgement import Judgement
from claimatlas.model.report import Report
from claimatlas.publish.export.data import ExportData

LABELS = {
    "accept": "right",
    "reject": "wrong",
    "edit": "edited",
    "join": "one event",
    "apart": "two events",
    "mark_source": "grade",
    "copy": "copy",
    "corrects": "corrected",
}


def labels(judgements: Iterable[Judgement], claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> Iterator[dict[str, Any]]:
    """A row a judgement: `label`, `subjects`, `value`, who judged when and why, and the claims as the export writes them."""
    for one in judgements:
        told = [claims[s] for s in one.subjects if s in claims]
        yield {
            "id": one.id,
            "label": LABELS.get(one.kind, one.kind),
            "subjects": list(one.subjects),
            "value": one.value,
            "author": one.author,
            "at": one.at,
            "reason": one.reason,
            "claims": [record(c, reports[c.report_id]) for c in told],
        }


def write_labels(judgements: Iterable[Judgement], claims: Mapping[str, Claim], reports: Mapping[str, Report], stream: TextIO) -> int:
    """Writes the labels to a text stream in the order of the log and returns how many."""
    count = 0
    for row in labels(judgements, claims, reports):
        stream.write(msgspec.json.encode(row).decode("utf-8") + "\n")
        count += 1
    return count


def export_labels(data: ExportData, stream: TextIO) -> int:
    """The verdicts on what is chosen. Raises: InputError in the public profile, as verdicts name their authors and reasons."""
    if data.public:
        raise InputError("labels name the people who judged and are not for the public; leave the public profile away.")
    return write_labels(data.verdicts, data.claims, data.reports, stream)
