"""Holds from ideal capture claims, against the hand-keyed answers; and the digest's holds from hand-made claims."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claimatlas.control import Land

SHARED = Path(__file__).parents[3] / "shared"
GOLD = SHARED / "gold" / "control_dev.gold.json"
SIDE_NAMES = ("Syrian government", "Islamic State", "Syrian Democratic Forces", "Turkish-backed rebels")


def ideal(kit, change, report):
    """A change as a claim that says just that."""
    where = replace(kit.place(change["place"]), part=change.get("part"))
    old, new = (x if x in SIDE_NAMES else "" for x in (change["from"], change["to"]))
    if not new:
        return kit.claim(report, "withdraw", where, old, start=change["date_start"], end=change["date_end"], quote="the fighters left")
    return kit.claim(report, "capture", where, new, old, start=change["date_start"], end=change["date_end"])


def right(query, got):
    also = query.get("also_ok", [])
    if got.status in also or (got.holder and got.holder.name in also):
        return True
    if query["holder"] in ("contested", "unknown"):
        return got.status == query["holder"]
    return got.status == "held" and got.holder.name == query["holder"]


@pytest.mark.skipif(not GOLD.is_file(), reason="shared/gold is not here")
def test_ideal_claims_answer_four_in_five_queries(kit):
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    sides = kit.FakeSides(members={name: key for key, name in kit.NAMES.items()})
    seen = Counter()
    for doc in sorted({q["doc"] for q in gold["queries"]}):
        report = kit.report(doc, "2017-06-30", publisher="chronicle")
        land = Land([ideal(kit, c, report) for c in gold["changes"] if c["doc"] == doc], [report], sides)
        for query in (q for q in gold["queries"] if q["doc"] == doc):
            got = land.hold(kit.place(query["place"]), date.fromisoformat(query["date"]))
            seen[right(query, got)] += 1
            if not right(query, got):
                print(doc, query["place"], query["date"], query["holder"], "got", got.status, got.holder)
    assert seen[True] / seen.total() >= 0.8
