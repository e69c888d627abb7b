"""What training makes small: the sum of the losses of types, stances, roles, exclusive slots and numbers."""

import torch
from torch.nn import functional

from claimatlas.extract.learned.heads import EXCLUSIVE, ROLES
from claimatlas.extract.learned.sheet import SLOTS
from claimatlas.train.arrays import UNKNOWN, Batch
from claimatlas.train.network import Network


def loss(network: Network, b: Batch, vectors: torch.Tensor) -> torch.Tensor:
    """The loss of a batch, summed over its words and events."""
    hidden, seen = network.words(vectors, b)
    total = _types(network.types(hidden, b).log_softmax(-1), b)
    if not len(b["type"]):
        return total
    told = hidden[b["word"]]
    z = network.pairs(vectors, b, seen[b["word"]])
    cells, events = network.looked(z, told, b)
    stance = network.stance(told + network.stance_type(b["type"])) + network.table.stance(events)
    total = total + (functional.cross_entropy(stance, b["stance"], reduction="none") * b["event_weight"]).sum()
    role = network.role(z) + network.table.role(cells)[b["group"]]
    group = torch.full((len(b["group_slot"]), len(ROLES)), -1e4)
    group = group.scatter_reduce(0, b["group"][:, None].expand(-1, len(ROLES)), role, "amax")
    none = network.none(told) + network.table.none(events)
    total = total + _actors(group, b) + _numbers(role[:, ROLES.index("number")], network.what(z), b)
    return total + sum((_exclusive(group, none[:, i], b, i) for i in range(len(EXCLUSIVE))), torch.zeros(()))


def _types(odds: torch.Tensor, b: Batch) -> torch.Tensor:
    """Cross-entropy over the words; what a careful coder could also accept counts as right."""
    right = odds[torch.arange(len(odds)), b["kind"]]
    if len(b["others"]):
        word, type_ = b["others"].unbind(1)
        right = right.exp().scatter_add(0, word, odds[word, type_].exp()).clamp(1e-8, 1).log()
    return -(right * b["weight"]).sum()


def _actors(group: torch.Tensor, b: Batch) -> torch.Tensor:
    total = torch.zeros(())
    for name in ("agent", "target"):
        known = (b["group_slot"] == SLOTS.index("actor")) & (b[name] > UNKNOWN)
        each = functional.binary_cross_entropy_with_logits(group[known, ROLES.index(name)], b[name][known], reduction="none")
        total = total + (each * b["event_weight"][b["group_event"][known]]).sum()
    return total


def _exclusive(group: torch.Tensor, none: torch.Tensor, b: Batch, column: int) -> torch.Tensor:
    """Cross-entropy over the fillers of a slot and "none told"; any right filler will do, but each place of a list counts."""
    name = EXCLUSIVE[column]
    mine = b["group_slot"] == SLOTS.index(name)
    value, event, right = group[mine, ROLES.index(name)], b["group_event"][mine], b["right"][mine]
    top = torch.full_like(none, -1e4).scatter_reduce(0, event, value, "amax").maximum(none).detach()
    norm = (none - top).exp().scatter_add(0, event, (value - top[event]).exp()).log() + top
    odds = value - norm[event]
    zeros = torch.zeros_like(none)
    count = zeros.scatter_add(0, event, right)
    any_ = zeros.scatter_add(0, event, odds.exp() * right).clamp(1e-6, 1).log()
    each = zeros.scatter_add(0, event, odds.clamp(min=-12) * right) / count.clamp(min=1)
    right_odds = torch.where(b["listed"] > 0, each, any_) if name == "place" else any_
    told = (right_odds * (count > 0) * b["event_weight"]).sum()
    return -told - ((none - norm) * b["none"][:, column] * b["event_weight"]).sum()


def _numbers(role: torch.Tensor, what: torch.Tensor, b: Batch) -> torch.Tensor:
    known, counted = b["number"] > UNKNOWN, b["what"] > UNKNOWN
    total = functional.binary_cross_entropy_with_logits(role[known], b["number"][known].float(), reduction="sum")
    return total + functional.cross_entropy(what[counted], b["what"][counted], reduction="sum")
