"""The ids of an earlier ACLED export that are gone, as ACLED lists its deletions."""

import csv
from pathlib import Path
from typing import TextIO

from claimatlas.model.errors import InputError
from claimatlas.publish.export.acled import event_id, found, timestamp
from claimatlas.publish.export.data import ExportData

COLUMNS = ("event_id_cnty", "deleted_timestamp")


def export_acled_deleted(data: ExportData, stream: TextIO) -> int:
    """Writes the ids that `previous` has and the ledger no longer tells, and returns how many.

    `deleted_timestamp` is the last report's date. Raises: InputError without an earlier export, or with a filter, as what is
    left out is not deleted.
    """
    if data.extras.previous is None:
        raise InputError("acled_deleted compares with an earlier export; name it with --previous FILE.")
    if len(data.events) < len(data.whole):
        raise InputError("acled_deleted compares whole exports; leave the filters away.")
    there = {event_id(f.event, f.country) for f in found(data, data.events)}
    last = max((r.published for r in data.reports.values() if r.published), default=None)
    gone = [i for i in ids_of(data.extras.previous) if i not in there]
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((i, timestamp(last.isoformat() if last else None)) for i in gone)
    return len(gone)


def ids_of(path: Path) -> list[str]:
    """The ids of an export in its order. Raises: InputError for a file that cannot be read or has no such column."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            table = csv.DictReader(stream, strict=True)
            if "event_id_cnty" not in (table.fieldnames or ()):
                raise InputError(f"'{path}' has no column event_id_cnty; name an export made with --to acled.")
            return [i for row in table if (i := row["event_id_cnty"] or "") and not i.startswith("#")]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"'{path}' cannot be read as an earlier export ({error}); name a file made with --to acled.") from error
