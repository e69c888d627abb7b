"""The layers of extract/learned/attention.py and table.py as they are trained."""

import torch
from torch import nn
from torch.nn import functional

from claimatlas.extract.learned.attention import FAR, HEADS
from claimatlas.extract.learned.heads import EXCLUSIVE, ROLES
from claimatlas.extract.learned.layout import STEPS, Layout, layout, steps
from claimatlas.extract.learned.ragged import Ints
from claimatlas.extract.learned.table import LAYERS
from claimatlas.model.claim import STANCES

WIDTH = 128


class Look(nn.Module):  # type: ignore[misc]
    """The items of a row look at each other."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.norm, self.ask, self.answer = nn.LayerNorm(width), nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.order = nn.Embedding(STEPS, HEADS)
        nn.init.zeros_(self.order.weight)
        nn.init.normal_(self.answer.weight, std=0.02)
        nn.init.zeros_(self.answer.bias)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor, rows: Layout, rank: Ints) -> torch.Tensor:
        """As extract/learned/attention.attended."""
        at, there = torch.from_numpy(rows.at), torch.from_numpy(rows.there)
        shape = (*at.shape, HEADS, -1)
        q, key, value = (v[at].view(shape).transpose(1, 2) for v in self.ask(self.norm(x)).chunk(3, dim=-1))
        odds = q @ key.transpose(2, 3) / q.shape[-1] ** 0.5
        odds = odds + self.order(torch.from_numpy(steps(rank, rows.at))).permute(0, 3, 1, 2)
        odds = odds.masked_fill(~there[:, None, None, :], FAR)
        taken = (odds.softmax(-1) @ value).transpose(1, 2).flatten(2)
        out = torch.zeros_like(x).index_copy(0, at[there], taken[there])
        return x + self.dropout(self.answer(out))


class Own(nn.Module):  # type: ignore[misc]
    """A layer over each item."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.norm, self.wide, self.narrow = nn.LayerNorm(width), nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        nn.init.normal_(self.narrow.weight, std=0.02)
        nn.init.zeros_(self.narrow.bias)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """As extract/learned/attention.fed."""
        return x + self.dropout(self.narrow(functional.relu(self.wide(self.norm(x)))))


class Cells(nn.Module):  # type: ignore[misc]
    """One layer of the table."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.row, self.column, self.own = Look(WIDTH, dropout), Look(WIDTH, dropout), Own(WIDTH, dropout)


def _leave(width: int) -> nn.Linear:
    """What is added to scores: nothing at first."""
    layer = nn.Linear(WIDTH, width)
    nn.init.zeros_(layer.weight)
    nn.init.zeros_(layer.bias)
    return layer


class Table(nn.Module):  # type: ignore[misc]
    """As extract/learned/table.looked, with what it adds to the scores of roles, of "none told" and of stances."""

    def __init__(self, hidden: int, dropout: float) -> None:
        super().__init__()
        self.cell, self.event = nn.Linear(hidden, WIDTH), nn.Linear(hidden, WIDTH)
        self.layers = nn.ModuleList(Cells(dropout) for _ in range(LAYERS))
        self.role, self.none, self.stance = _leave(len(ROLES)), _leave(len(EXCLUSIVE)), _leave(len(STANCES))

    def forward(self, cells: torch.Tensor, events: torch.Tensor, rank: Ints, column: Ints) -> tuple[torch.Tensor, torch.Tensor]:
        """Cells and events as the whole table sees them. `rank`, `column`: of groups and events, end to end."""
        x = torch.cat([self.cell(cells), self.event(events)])
        rows, columns = layout(rank), layout(column)
        for layer in self.layers:
            x = layer.own(layer.column(layer.row(x, rows, rank), columns, rank))
        return x[: len(cells)], x[len(cells) :]


class Story(nn.Module):  # type: ignore[misc]
    """As extract/learned/table.story, with what it adds to the scores of types."""

    def __init__(self, hidden: int, types: int, dropout: float) -> None:
        super().__init__()
        self.word, self.row, self.own, self.kind = nn.Linear(hidden, WIDTH), Look(WIDTH, dropout), Own(WIDTH, dropout), _leave(types)

    def forward(self, words: torch.Tensor, report: Ints, leaf: Ints) -> torch.Tensor:
        """What is added to the scores of types of each word."""
        return self.kind(self.own(self.row(self.word(words), layout(report), leaf)))
