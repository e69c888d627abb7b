"""Corrections that the ledger derives, and the arithmetic that it checks."""

from datetime import date

import pytest

from claimatlas.ledger import build_view
from claimatlas.ledger.numbers import MISMATCH, follows, mismatches
from claimatlas.model.quantity import Quantity


def story(kit, days=(2, 3), sources=("", "")):
    reports = [kit.report(f"k{n}", f"2017-08-{d:02d}", f"Outlet {n}") for n, d in enumerate(days)]
    slots = {"agent": "Syrian Army", "target": "Islamic State", "start": "2017-08-01"}
    told = kit.claim(reports[0], "capture", source=sources[0], **slots)
    denied = kit.claim(reports[1], "capture", stance="denied", source=sources[1], **slots)
    return reports, told, denied


def test_correction_names_denial_and_what_it_corrects(kit, sides):
    reports, told, denied = story(kit)
    (got,) = build_view([denied, told], reports, [], sides).corrections
    assert (got.kind, got.author, got.subjects, got.at) == ("corrects", "claimatlas", (denied.id, told.id), "2017-08-03T00:00:00Z")
    assert build_view([told, denied], reports[::-1], [], sides).corrections == (got,)


def test_no_correction_of_what_came_later_or_by_the_loser(kit, sides):
    for reports, *claims in (story(kit, (3, 2)), story(kit, sources=("", "Amaq"))):
        assert build_view(claims, reports, [], sides).corrections == ()


def test_no_correction_before_it_was_known(kit, sides):
    reports, *claims = story(kit)
    assert build_view(claims, reports, [], sides, known=date(2017, 8, 2)).corrections == ()


@pytest.mark.parametrize(
    ("percent", "count", "total", "sound"),
    [
        ((10, None), (None, 30), (None, 300), False),
        ((10, None), (30, None), (None, 300), True),
        ((10, None), (30, 30), (300, 300), True),
        ((10, 10), (30, 30), (300, 300), True),
        ((12, 12), (30, 30), (300, 300), False),
        ((None, 10), (None, 30), (300, None), True),
        ((None, 10), (None, 30), (None, 300), False),
        ((33, 33), (100, 100), (300, 300), True),
    ],
)
def test_whether_a_percentage_follows(percent, count, total, sound):
    assert follows(Quantity("other", *percent), Quantity("defected", *count), Quantity("fighters", *total)) is sound


def defectors(kit, group="Brigade", far=0):
    report = kit.report("d")
    count = kit.claim(report, "defect", None, group, quantities=(Quantity("defected", None, 30),), at=0)
    total = kit.claim(report, "strength", None, "Brigade", quantities=(Quantity("fighters", None, 300),), at=100)
    share = kit.claim(
        report, "defect", None, "Brigade", quantities=(Quantity("other", 10, None, who="percent of the group"),), at=200 + far
    )
    return count, total, share


def test_tenth_of_up_to_three_hundred_is_flagged(kit):
    *_, share = claims = defectors(kit)
    assert mismatches(claims) == {share.id: (MISMATCH,)}


def test_other_groups_and_far_off_numbers_are_not_compared(kit):
    assert mismatches(defectors(kit, group="Another")) == {}
    assert mismatches(defectors(kit, far=5000)) == {}
