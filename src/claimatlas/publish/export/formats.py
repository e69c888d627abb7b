"""The formats by name: one module each, loaded when it is asked for.

To add one, write a module with a function from ExportData and a target to the number of things written, and a line here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TextIO, cast

if TYPE_CHECKING:
    from claimatlas.publish.export.data import ExportData

Writer = Callable[["ExportData", Any], int]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: `module` of this room and its `function`, which writes and returns how many.

    `takes`: a text "stream"; the path of a "file" to be made (binary, or one that a library opens itself); the path of a
    "folder". `endings`: those that a file may have, () for any. `about`: one line for the command's help.
    """

    module: str
    function: str
    about: str
    takes: Literal["stream", "file", "folder"] = "stream"
    endings: tuple[str, ...] = ()

    def _written(self) -> Writer:
        found = getattr(import_module(f"claimatlas.publish.export.{self.module}"), self.function)
        return cast(Writer, found)

    def to_stream(self, data: "ExportData", stream: TextIO) -> int:
        """Writes to a text stream; only for a format that takes one."""
        return self._written()(data, stream)

    def to_path(self, data: "ExportData", target: Path) -> int:
        """Writes a file, which is there whole or not at all, or a folder."""
        if self.takes == "folder":
            return self._written()(data, target)
        part = target.with_name(f".{target.stem}.part{target.suffix}")
        try:
            if self.takes == "file":
                count = self._written()(data, part)
            else:
                with part.open("w", encoding="utf-8", newline="\n") as stream:
                    count = self._written()(data, stream)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        return count


FORMATS: dict[str, Format] = {
    "jsonl": Format("jsonl", "export_jsonl", "claims, one JSON object a line"),
    "csv": Format("events_csv", "export_csv", "events, one a row"),
    "geojson": Format("geojson", "export_geojson", "events with a point"),
    "plover": Format("plover", "export_plover", "claims as PLOVER event records, one JSON object a line"),
    "followthemoney": Format("ftm", "export_ftm", "entities and links of FollowTheMoney, one JSON object a line"),
    "prov": Format("prov", "export_prov", "where events and claims come from, as PROV-O in JSON-LD"),
    "acled": Format("acled", "export_acled", "events by ACLED's codebook"),
    "acled_deleted": Format("acled_deleted", "export_acled_deleted", "ids of an earlier acled export that are gone"),
    "ucdp": Format("ucdp", "export_ucdp", "deadly events by the columns of UCDP GED"),
    "labels": Format("labels", "export_labels", "the verdicts of people, for training"),
}
