"""Labels that do not overlap: each takes the first of its candidate positions that is free, the most telling labels first."""

from collections.abc import Sequence
from dataclasses import dataclass, field

Rect = tuple[float, float, float, float]
# (horizontal, vertical): -1 left or below, 0 centred, 1 right or above; in the order in which map makers prefer them
POSITIONS = ((1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1), (0, 1), (0, -1))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label to place: anchor, size of its text and clearance from the anchor, in one unit; lower `rank` goes first."""

    key: str
    x: float
    y: float
    width: float
    height: float
    gap: float
    rank: float = 0.0


@dataclass(slots=True)
class Board:
    """What is taken already, inside a frame (left, bottom, right, top)."""

    frame: Rect
    taken: list[Rect] = field(default_factory=list)

    def free(self, box: Rect) -> bool:
        """Whether a box lies in the frame and touches nothing taken."""
        inside = box[0] >= self.frame[0] and box[1] >= self.frame[1] and box[2] <= self.frame[2] and box[3] <= self.frame[3]
        return inside and not any(overlaps(box, other) for other in self.taken)


def overlaps(a: Rect, b: Rect) -> bool:
    """Whether two boxes share area."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def box_at(w: Wanted, position: tuple[int, int]) -> Rect:
    """The label's box at one candidate position."""
    h, v = position
    reach = w.gap if 0 in position else w.gap * 0.72
    left = w.x + (reach if h > 0 else -reach - w.width if h < 0 else -w.width / 2)
    bottom = w.y + (reach if v > 0 else -reach - w.height if v < 0 else -w.height / 2)
    return (left, bottom, left + w.width, bottom + w.height)


def place_labels(wanted: Sequence[Wanted], board: Board) -> dict[str, Rect]:
    """Key -> box for every label that found room; the others are left out rather than printed over something."""
    placed: dict[str, Rect] = {}
    for label in sorted(wanted, key=lambda w: (w.rank, w.key)):
        box = next((b for b in (box_at(label, p) for p in POSITIONS) if board.free(b)), None)
        if box:
            placed[label.key] = box
            board.taken.append(box)
    return placed
