"""From raw scores to shares of right rows."""

import pytest

pytest.importorskip("scipy", reason="the extra `train` is not installed")

from claimatlas.train.calibration import apply, expected_error, fitted, table


def test_a_line_through_shares_rises_and_hits_them():
    raw = [i / 1000 for i in range(1000)]
    right = [i % 10 < i // 100 for i in range(1000)]
    line = fitted(raw, right)
    assert [y for _, y in line] == sorted(y for _, y in line)
    assert expected_error(apply(line, raw), right) < 0.03
    assert expected_error(raw, [True] * 1000) > 0.4


def test_the_table_counts_every_claim_once():
    rows = table([0.05, 0.15, 0.15, 1.0], [False, True, False, True])
    assert [n for _, _, n in rows] == [1, 2, 1]
    assert rows[1][1] == 0.5
