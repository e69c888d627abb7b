"""What an event is told of the others' scores."""

import numpy as np

from claimatlas.extract.learned.agree import VIEWS, views


def test_the_highest_score_elsewhere_leaves_out_the_events_own():
    odds = np.array([[0.9, 0.0, 0.4], [0.2, 0.0, 0.4], [0.5, 0.3, 0.1]], np.float32)
    seen = views(odds, np.zeros((len(VIEWS) - 1, 3, 3), np.float32))
    best = np.array([[0.5, 0.3, 0.4], [0.9, 0.3, 0.4], [0.9, 0.0, 0.4]], np.float32)
    assert np.array_equal(seen[..., VIEWS.index("most")], best)


def test_an_event_alone_sees_nothing():
    odds = np.array([[0.9, 0.2]], np.float32)
    assert not views(odds, np.zeros((len(VIEWS) - 1, 1, 1), np.float32)).any()
