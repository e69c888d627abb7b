"""Looks the pinned packages up in the public record of known weaknesses: `make audit`. Needs pip-audit in the Python that runs it.

Exit 0: nothing known, or the record cannot be reached, which is said. Exit 1: weaknesses, one line each.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 120
COMMAND = ("-m", "pip_audit", "--format", "json", "--no-deps", "--disable-pip", "--progress-spinner", "off", "-r")


def told(record: dict[str, Any]) -> tuple[list[str], int, int]:
    """The weaknesses as lines, how many packages were looked up, and how many could not be."""
    rows = record["dependencies"]
    lines = [
        f"{row['name']} {row['version']}: {flaw['id']}, mended in {', '.join(flaw['fix_versions']) or 'no version yet'}"
        for row in rows
        for flaw in row.get("vulns", ())
    ]
    left = sum("skip_reason" in row for row in rows)
    return lines, len(rows) - left, left


def main(pins: Path = ROOT / "constraints.txt") -> int:
    """The command; gives the exit status."""
    try:
        done = subprocess.run([sys.executable, *COMMAND, str(pins)], capture_output=True, text=True, timeout=SECONDS, check=False)
        lines, looked_up, left = told(json.loads(done.stdout))
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        lines, looked_up, left = [], 0, 0
    if not looked_up:
        print(
            "Not audited: the record of known weaknesses cannot be reached from here; docs/dependencies.md says what each package is for."
        )
        return 0
    print("\n".join([*lines, f"{looked_up} packages looked up, {len(lines)} known weaknesses, {left} packages not in the record."]))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
