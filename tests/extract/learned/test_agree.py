"""How events of a report look at one another."""

import numpy as np
import pytest

from claimatlas.extract.learned.agree import VIEWS, Setting, table, views


@pytest.fixture
def setting() -> Setting:
    return Setting(np.array([1, 0.5, 1], np.float32), np.array([0, 1, 0]), np.array([0, 0, 4]))


def test_nobody_looks_at_himself_and_looks_sum_to_one(setting):
    looks = setting.looks()
    assert looks.shape == (len(VIEWS) - 1, 3, 3)
    for look in looks:
        assert (np.diag(look) == 0).all()
        assert all(total == pytest.approx(1) or total == 0 for total in look.sum(axis=1))


def test_the_views_are_what_they_are_called(setting):
    odds = np.array([[0.9], [0.2], [0.4]], np.float32)
    seen = dict(zip(VIEWS, views(odds, setting.looks())[2, 0], strict=True))
    assert seen["before"] == pytest.approx(0.2) and seen["after"] == 0 and seen["lead"] == pytest.approx(0.9)
    assert seen["kin"] == pytest.approx(0.9) and seen["sentence"] == 0 and seen["most"] == pytest.approx(0.9)
    assert seen["others"] == pytest.approx((0.9 + 0.5 * 0.2) / 1.5)


def test_the_first_event_looks_at_the_second_for_a_lead(setting):
    odds = np.array([[0.9], [0.2], [0.4]], np.float32)
    assert views(odds, setting.looks())[0, 0, VIEWS.index("lead")] == pytest.approx(0.2)


def test_a_single_event_sees_nothing():
    alone = Setting(np.ones(1, np.float32), np.zeros(1, np.int64), np.zeros(1, np.int64))
    assert (views(np.ones((1, 2), np.float32), alone.looks()) == 0).all()


def test_groups_of_one_key_share_a_column():
    all_, at = table(np.array([0, 0, 1]), ["a", "b", "a"], np.array([0.1, 0.2, 0.3], np.float32), 2)
    assert at.tolist() == [0, 1, 0] and np.allclose(all_, [[0.1, 0.2], [0.3, 0]])


def test_the_highest_score_elsewhere_leaves_out_the_events_own():
    odds = np.array([[0.9, 0.0, 0.4], [0.2, 0.0, 0.4], [0.5, 0.3, 0.1]], np.float32)
    seen = views(odds, np.zeros((len(VIEWS) - 1, 3, 3), np.float32))
    best = np.array([[0.5, 0.3, 0.4], [0.9, 0.3, 0.4], [0.9, 0.0, 0.4]], np.float32)
    assert np.array_equal(seen[..., VIEWS.index("most")], best)
