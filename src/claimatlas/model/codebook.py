"""The codebook as data: types, families, stances and mappings, read once from codebook.yaml."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class ClaimType:
    """One claim type. `acled` and `plover`: what it maps to there, or None; `ucdp`: GED types of violence when deaths are told."""

    name: str
    family: str
    label: str
    covers: str
    two_sided: bool = False
    acled: tuple[str, str] | None = None
    plover: tuple[str, str | None] | None = None
    ucdp: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Codebook:
    """All of the codebook that programs need."""

    version: int
    stances: tuple[str, ...]
    families: dict[str, str]
    types: dict[str, ClaimType]


def _claim_type(name: str, row: dict[str, Any]) -> ClaimType:
    return ClaimType(
        name=name,
        family=row["family"],
        label=row["label"],
        covers=row["covers"],
        two_sided=row.get("two_sided", False),
        acled=tuple(row["acled"]) if row.get("acled") else None,
        plover=tuple(row["plover"]) if row.get("plover") else None,
        ucdp=tuple(row["ucdp"]),
    )


@cache
def codebook() -> Codebook:
    """The codebook that ships with the package."""
    raw = yaml.safe_load((files("claimatlas") / "codebook.yaml").read_text(encoding="utf-8"))
    types = {name: _claim_type(name, row) for name, row in raw["types"].items()}
    return Codebook(raw["version"], tuple(raw["stances"]), raw["families"], types)


def family(type_name: str) -> str:
    """The family of a claim type; KeyError for a name that is no type."""
    return codebook().types[type_name].family


def two_sided(type_name: str) -> bool:
    """Whether agent and target of the type may be told in either order."""
    return codebook().types[type_name].two_sided
