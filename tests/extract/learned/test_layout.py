"""Items in rows of one length."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claimatlas.extract.learned.layout import SPAN, layout, steps


@given(st.lists(st.integers(0, 5), max_size=30))
def test_each_item_stands_once_in_the_row_that_is_its_own(of):
    made = layout(np.array(of, np.int64))
    assert sorted(made.at[made.there].tolist()) == list(range(len(of)))
    for at, there in zip(made.at, made.there, strict=True):
        row = at[there].tolist()
        assert row == sorted(row) and len({of[i] for i in row}) == 1


def test_a_row_is_filled_up_with_what_is_not_there():
    made = layout(np.array([7, 3, 7, 7]))
    assert made.there.tolist() == [[True, False, False], [True, True, True]]
    assert made.at[0, 0] == 1 and made.at[1].tolist() == [0, 2, 3]


def test_steps_are_cut_and_count_from_zero():
    found = steps(np.array([0, 1, 9]), np.array([[0, 1, 2]]))
    assert found[0].tolist() == [[SPAN, SPAN + 1, 2 * SPAN], [SPAN - 1, SPAN, 2 * SPAN], [0, 0, SPAN]]
