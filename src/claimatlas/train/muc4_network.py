"""Which strings of a report fill which role: span scores over MiniLM, summed over the places where a string stands.

Sources. A span by its ends, its middle and its length: Lee et al. 2017, "End-to-end Neural Coreference Resolution". One decision for
all places of a string, by the log of the sum of their scores: Kadlec et al. 2016 (attention sum), Clark and Gardner 2018; the coders
name a string once for a report and not where it stands. Whether the report tells of an incident at all, by the largest value of each
feature over its words: Collobert et al. 2011.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

from claimatlas.extract.learned.encoder import WIDTH
from claimatlas.train.ceaf_ree import ROLES, normal
from claimatlas.train.muc4_data import Document
from claimatlas.train.muc4_spans import LONGEST, Spans, spans
from claimatlas.train.network import FROZEN, HIDDEN, base_encoder, lower, upper

RARE = -7.0
"""Where the score of a span begins: about one span in a thousand fills some role."""


@dataclass(slots=True)
class Item:
    """One report with its fixed arrays. `target`: (string, role) 1 where it is a filler; `cache`: pieces behind the frozen layers."""

    document: Document
    spans: Spans
    target: NDArray[np.float32]
    cache: list[torch.Tensor] = field(default_factory=list)


def item(document: Document, tokenizer: Tokenizer) -> Item:
    """The arrays of a report; mentions that no run of words is are left out of the target."""
    found = spans(document.text, tokenizer)
    index = {string: n for n, string in enumerate(found.strings)}
    target = np.zeros((len(index), len(ROLES)), np.float32)
    for column, role in enumerate(ROLES):
        for entity in document.fillers[role]:
            for mention in entity:
                if normal(mention) in index:
                    target[index[normal(mention)], column] = 1
    return Item(document, found, target)


def freeze(items: Sequence[Item]) -> None:
    """Compute once what the frozen layers make of each window."""
    encoder = base_encoder().eval()
    for it in items:
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            it.cache = [lower(encoder, torch.tensor([row]), torch.ones(1, len(row)))[0].float() for row in it.spans.pieces]


class RoleNetwork(nn.Module):  # type: ignore[misc]
    """MiniLM with its lower layers frozen, and the scores of spans."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.encoder = base_encoder()
        for name, parameter in self.encoder.named_parameters():
            parameter.requires_grad = any(f"layer.{n}." in name for n in range(FROZEN, 6))
        for layer in self.encoder.encoder.layer:
            layer.attention.self.dropout.p = 0.0  # else attention while training takes three times as long
        self.first, self.last = nn.Linear(WIDTH, HIDDEN), nn.Linear(WIDTH, HIDDEN, bias=False)
        self.middle, self.report = nn.Linear(WIDTH, HIDDEN, bias=False), nn.Linear(WIDTH, HIDDEN)
        self.length, self.role = nn.Embedding(LONGEST, HIDDEN), nn.Linear(HIDDEN, len(ROLES))
        nn.init.normal_(self.length.weight, std=0.02)
        nn.init.constant_(self.role.bias, RARE)
        self.dropout = nn.Dropout(dropout)

    def forward(self, items: Sequence[Item]) -> torch.Tensor:
        """The score of each string of the reports for each role: (strings, roles), a logit."""
        cached, mask = _padded(items)
        with torch.autocast("cpu", torch.bfloat16):  # half the time where the processor multiplies such numbers itself
            seen = upper(self.encoder, cached, mask)
        seen = self.dropout(seen.float())
        at, string, report = _joined(items)
        window, first, last, length = at.T
        summed = functional.pad(self.middle(seen).cumsum(1), (0, 0, 1, 0))
        middle = (summed[window, last + 1] - summed[window, first]) / (last + 1 - first)[:, None]
        ends = self.first(seen)[window, first] + self.last(seen)[window, last]
        hidden = ends + middle + self.length(length) + self._reports(seen, mask, items)[report]
        return log_sum(self.role(self.dropout(functional.relu(hidden))), string, sum(len(i.spans.strings) for i in items))

    def _reports(self, seen: torch.Tensor, mask: torch.Tensor, items: Sequence[Item]) -> torch.Tensor:
        """The vector of each report."""
        most = self.report(seen).masked_fill(mask[:, :, None] == 0, -1e4).amax(1)
        return torch.stack([part.amax(0) for part in most.split([len(i.cache) for i in items])])


def loss(scores: torch.Tensor, items: Sequence[Item]) -> torch.Tensor:
    """Binary cross-entropy of all strings and roles, summed, a report."""
    target = torch.from_numpy(np.concatenate([i.target for i in items]))
    return functional.binary_cross_entropy_with_logits(scores, target, reduction="sum") / len(items)


def log_sum(values: torch.Tensor, group: torch.Tensor, groups: int) -> torch.Tensor:
    """The log of the sum of the exponentials of each group's rows: (groups, columns). Every group has a row."""
    index = group[:, None].expand_as(values)
    with torch.no_grad():
        most = torch.full((groups, values.shape[1]), -torch.inf).scatter_reduce(0, index, values.detach(), "amax")
    summed = torch.zeros(groups, values.shape[1]).index_add(0, group, (values - most[group]).exp())
    return summed.log() + most


def _padded(items: Sequence[Item]) -> tuple[torch.Tensor, torch.Tensor]:
    """The cached windows of the reports, padded, and their mask."""
    rows = [row for i in items for row in i.cache]
    mask = nn.utils.rnn.pad_sequence([torch.ones(len(row)) for row in rows], batch_first=True)
    return nn.utils.rnn.pad_sequence(rows, batch_first=True), mask


def _joined(items: Sequence[Item]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Runs, strings and reports numbered through the batch."""
    at, string, report, windows, strings = [], [], [], 0, 0
    for n, i in enumerate(items):
        at.append(i.spans.at + np.array([windows, 0, 0, 0]))
        string.append(i.spans.string + strings)
        report.append(np.full(len(i.spans.string), n))
        windows, strings = windows + len(i.cache), strings + len(i.spans.strings)
    return torch.from_numpy(np.concatenate(at)), torch.from_numpy(np.concatenate(string)), torch.from_numpy(np.concatenate(report))
