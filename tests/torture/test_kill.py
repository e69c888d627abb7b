"""Killed at any moment, a ledger holds all that was acknowledged, once."""

import json
from pathlib import Path

NURSERY = Path(__file__).parent / "nursery.py"


def test_killed_at_random_moments_of_reading_judging_and_rebuilding(python, many, told, tmp_path):
    kills = many(6, 200)
    done = python(NURSERY, tmp_path, kills, 7, timeout=550)
    assert done.returncode == 0, done.stderr[-2000:]
    figures = json.loads(done.stdout.splitlines()[-1])
    assert figures["kills"] == kills
    assert figures["acknowledged"] > 0
    told(f"SIGKILL: {figures}; lost 0, doubled 0, all verified")
