"""Which words of a sentence say where an event happened: MiniLM told of the event word, and a score for each word.

Sources. Distances to the event word as learned vectors: Zeng et al. 2014, "Relation Classification via Convolutional Deep Neural
Network"; marks on the words in question at the encoder's entry: Baldini Soares et al. 2019, "Matching the Blanks".
"""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from claimatlas.extract.learned.encoder import WIDTH
from claimatlas.train.event_location_items import FAR, SHAPES, Item
from claimatlas.train.network import HIDDEN, base_encoder

RARE = -3.5
"""Where the score of a word begins: about three words in a hundred are told as places."""


class PlaceNetwork(nn.Module):  # type: ignore[misc]
    """MiniLM whose word vectors carry distance to the event and shape, and a score for each word."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.encoder = base_encoder(attention_dropout=0.0)
        for name, parameter in self.encoder.named_parameters():
            parameter.requires_grad = "layer." in name
        self.distance, self.shape, self.mark = nn.Embedding(2 * FAR + 1, WIDTH), nn.Embedding(len(SHAPES), WIDTH), nn.Embedding(2, WIDTH)
        for codes in (self.distance, self.shape, self.mark):
            nn.init.normal_(codes.weight, std=0.02)
        self.first, self.last = nn.Linear(WIDTH, HIDDEN), nn.Linear(WIDTH, HIDDEN, bias=False)
        self.event, self.with_event, self.of_word = (nn.Linear(WIDTH, HIDDEN, bias=False) for _ in range(3))
        self.away, self.written = nn.Embedding(2 * FAR + 1, HIDDEN), nn.Embedding(len(SHAPES), HIDDEN)
        for codes in (self.away, self.written):
            nn.init.normal_(codes.weight, std=0.02)
        self.place = nn.Linear(HIDDEN, 1)
        nn.init.constant_(self.place.bias, RARE)
        self.dropout = nn.Dropout(dropout)

    def forward(self, items: Sequence[Item]) -> torch.Tensor:
        """The score of each word of the sentences, one after the other: a logit."""
        seen = self.dropout(self._seen(items))
        row = torch.from_numpy(np.repeat(np.arange(len(items)), [len(i.ends) for i in items]))
        first, last = torch.from_numpy(np.concatenate([i.ends for i in items])).T
        at = torch.from_numpy(np.array([i.ends[i.event][0] for i in items]))
        event = seen[torch.arange(len(items)), at]
        word = seen[row, first]
        hidden = self.first(word) + self.last(seen[row, last]) + self.event(event)[row] + self.with_event(event)[row] * self.of_word(word)
        codes = [torch.from_numpy(np.concatenate([v[i.ends[:, 0]] for i, v in zip(items, of, strict=True)])) for of in _codes(items)]
        hidden = hidden + self.away(codes[0]) + self.written(codes[1])
        return self.place(self.dropout(functional.relu(hidden)))[:, 0] + torch.where(first > 0, 0.0, -20.0)

    def _seen(self, items: Sequence[Item]) -> torch.Tensor:
        """The vectors of all pieces, padded."""
        pieces, mask = _padded([i.pieces for i in items]), _padded([np.ones(len(i.pieces), np.int64) for i in items])
        distance, shape = (_padded(list(of)) for of in _codes(items))
        told = self.distance(distance) + self.shape(shape) + self.mark((distance == FAR).long())
        x = self.encoder.embeddings(input_ids=pieces) + told
        hidden = (1.0 - mask[:, None, None, :].float()) * -1e9
        for layer in self.encoder.encoder.layer:
            made = layer(x, attention_mask=hidden)
            x = made[0] if isinstance(made, tuple) else made
        return x


def loss(scores: torch.Tensor, items: Sequence[Item]) -> torch.Tensor:
    """Binary cross-entropy of all words, summed, a sentence."""
    target = torch.from_numpy(np.concatenate([i.target for i in items]))
    return functional.binary_cross_entropy_with_logits(scores, target, reduction="sum") / len(items)


def _codes(items: Sequence[Item]) -> tuple[list[NDArray[np.int64]], list[NDArray[np.int64]]]:
    return [i.distance for i in items], [i.shape for i in items]


def _padded(rows: Sequence[NDArray[np.int64]]) -> torch.Tensor:
    return nn.utils.rnn.pad_sequence([torch.from_numpy(row) for row in rows], batch_first=True)
