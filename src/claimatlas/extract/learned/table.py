"""The table of a report: its events by the things that may fill their slots, each cell looking along its row and its column.

Along the row the fillers of one event compete and complete each other (another agent, the other side of a clash, a list of places);
along the column one thing is seen in all events of the report (who struck before strikes again, where the story stands).
Source: axial attention (Ho et al. 2019) over the table of pairs of a document (Tan et al. 2022, relations of documents).
"""

from dataclasses import dataclass

import numpy as np

from claimatlas.extract.learned.attention import Weights, attended, fed, linear
from claimatlas.extract.learned.layout import Layout, layout
from claimatlas.extract.learned.pairs import Pairs
from claimatlas.extract.learned.ragged import Ints
from claimatlas.extract.learned.values import Floats

LAYERS = 2


@dataclass(frozen=True, slots=True)
class Table:
    """Where the groups of a report and, behind them, its events stand. `rank`: the number of each item's event."""

    rows: Layout
    columns: Layout
    rank: Ints


def table_of(pairs: Pairs, events: int) -> Table:
    """The table of one report."""
    rank = ranks(pairs.group_event, events)
    return Table(layout(rank), layout(columns(pairs.group_thing, np.zeros(events, np.int64))), rank)


def ranks(group_event: Ints, events: int) -> Ints:
    """The events of groups and, behind them, of events."""
    return np.concatenate([group_event, np.arange(events)])


def columns(group_thing: Ints, event_report: Ints) -> Ints:
    """The columns of groups and events: one for each thing, one for the events of each report."""
    return np.concatenate([group_thing, event_report + int(group_thing.max(initial=-1)) + 1])


def looked(w: Weights, cells: Floats, events: Floats, where: Table) -> tuple[Floats, Floats]:
    """Cells and events as the whole table sees them. `cells`: (groups, hidden); `events`: (events, hidden)."""
    x = np.concatenate([linear(w, "table.cell", cells), linear(w, "table.event", events)])
    for n in range(LAYERS):
        x = attended(w, f"table.layers.{n}.row", x, where.rows, where.rank)
        x = attended(w, f"table.layers.{n}.column", x, where.columns, where.rank)
        x = fed(w, f"table.layers.{n}.own", x)
    return x[: len(cells)], x[len(cells) :]


def story(w: Weights, words: Floats, leaf: Ints) -> Floats:
    """Words as all words of the report see them. `words`: (words, hidden); `leaf`: the number of each word's leaf."""
    x = linear(w, "story.word", words)
    x = attended(w, "story.row", x, layout(np.zeros(len(x), np.int64)), leaf)
    return fed(w, "story.own", x)
