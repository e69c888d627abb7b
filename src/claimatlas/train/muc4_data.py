"""MUC-4 as the published work splits it: reports on terrorism in Latin America, 1300 to train on, 200 and 200 to choose and to test.

Source of the reports and templates: the Fourth Message Understanding Conference (1992), in the form of Du, Rush and Cardie 2021.
"""

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimatlas.train.ceaf_ree import ROLES


@dataclass(frozen=True, slots=True)
class Document:
    """One report and its fillers: of each role the entities, each by its mentions as they stand in the text."""

    key: str
    text: str
    fillers: dict[str, list[list[str]]]


def documents(folder: Path, part: str) -> list[Document]:
    """The reports of a part (train, dev, test). `folder`: the shared material. Raises: FileNotFoundError where it has no MUC-4."""
    with gzip.open(folder / "data" / "muc4" / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Document(r["docid"], r["doctext"], {role: merged(r["templates"], role) for role in ROLES}) for r in rows]


def merged(templates: Sequence[dict[str, Any]], role: str) -> list[list[str]]:
    """The entities of a role over all templates of a report.

    As the published work does: an entity is left out where its mentions are among those of an earlier one, or the other way round.
    """
    out: list[list[str]] = []
    for template in templates:
        for entity in template[role]:
            mentions = [mention for mention, _ in entity]
            if mentions and not any(set(mentions) <= set(old) or set(old) <= set(mentions) for old in out):
                out.append(mentions)
    return out
