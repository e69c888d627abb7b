"""Labels do not overlap."""

from hypothesis import given
from hypothesis import strategies as st

from claimatlas.publish.labels import Board, Wanted, overlaps, place_labels

FRAME = (0.0, 0.0, 300.0, 200.0)
spot = st.tuples(st.floats(0, 300), st.floats(0, 200), st.floats(1, 80), st.floats(1, 20))


@given(st.lists(spot, max_size=25))
def test_no_two_labels_overlap_and_none_leaves_the_frame(rows: list[tuple[float, float, float, float]]) -> None:
    wanted = [Wanted(str(i), x, y, w, h, 5) for i, (x, y, w, h) in enumerate(rows)]
    boxes = list(place_labels(wanted, Board(FRAME)).values())
    assert not any(overlaps(a, b) for i, a in enumerate(boxes) for b in boxes[:i])
    assert all(b[0] >= 0 and b[1] >= 0 and b[2] <= 300 and b[3] <= 200 for b in boxes)


def test_the_more_telling_label_goes_first() -> None:
    wanted = [Wanted("minor", 20, 100, 290, 10, 5, rank=9), Wanted("major", 5, 100, 290, 10, 5, rank=1)]
    narrow = Board((0, 94, 300, 106))
    assert list(place_labels(wanted, narrow)) == ["major"]


def test_a_label_moves_to_the_other_side_of_its_mark() -> None:
    board = Board(FRAME, [(155, 90, 300, 110)])
    box = place_labels([Wanted("a", 150, 100, 40, 10, 5)], board)["a"]
    assert box == (105, 95, 145, 105)
