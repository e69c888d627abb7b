"""Where the material for measuring lies: beside the checkout, never in it."""

import csv
import importlib.util
import json
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

ABSENT = "the shared material for measuring is not here (a folder `shared` beside the checkout, or named by CLAIMATLAS_SHARED)"


def shared_folder() -> Path | None:
    """The folder of shared material, or None where there is none."""
    named = os.environ.get("CLAIMATLAS_SHARED")
    folder = Path(named) if named else Path(__file__).resolve().parents[4] / "shared"
    return folder if (folder / "scoring" / "score_claims.py").is_file() else None


def scorer(folder: Path, name: str) -> ModuleType:
    """A scorer's module, loaded from its file."""
    key = f"claimatlas_shared_{name}"
    if key not in sys.modules:
        spec = importlib.util.spec_from_file_location(key, folder / "scoring" / f"{name}.py")
        if spec is None or spec.loader is None:
            raise FileNotFoundError(f"{folder}: holds no scorer {name}")
        module = importlib.util.module_from_spec(spec)
        sys.path.insert(0, str(folder / "scoring"))
        try:
            spec.loader.exec_module(module)
        finally:
            sys.path.remove(str(folder / "scoring"))
        sys.modules[key] = module
    return sys.modules[key]


def gold(folder: Path, name: str) -> list[dict[str, Any]]:
    """The hand-coded claims of a gold file."""
    claims: list[dict[str, Any]] = json.loads((folder / "gold" / f"{name}.gold.json").read_text(encoding="utf-8"))
    return claims


def rows_of(folder: Path, docs: set[str]) -> list[dict[str, str]]:
    """The rows of the report table whose unit_id is among `docs`, in its order; of rows that repeat an id, the last."""
    with (folder / "data" / "fakes" / "reports.csv").open(encoding="utf-8-sig", newline="") as table:
        return list({row["unit_id"]: row for row in csv.DictReader(table) if row["unit_id"] in docs}.values())
