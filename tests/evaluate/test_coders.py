"""Two coders who coded the same reports."""

from claimatlas.evaluate.coders import agreement


def test_two_coders_agree_far_but_not_wholly(shared):
    figures = agreement(shared)
    assert 0.85 < figures["found"] < 1
    assert 0.7 < figures["coded_row"] < figures["found"]
    assert all(0 <= value <= 1 for value in figures.values())
