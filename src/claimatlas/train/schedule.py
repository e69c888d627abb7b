"""Rates of training, for every network over the encoder: heads and encoder each at its own."""

import math
from dataclasses import dataclass

import torch
from torch import nn


@dataclass(frozen=True)
class Schedule:
    """How to train. Rates are AdamW's, warmed up over a tenth of the steps and then let fall in a line; a batch counts reports."""

    seed: int = 1
    epochs: int = 6
    batch: int = 4
    head_rate: float = 4e-3
    encoder_rate: float = 1e-4
    decay: float = 0.01


def scheduled(network: nn.Module, s: Schedule, reports: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
    """The optimiser of a network whose `encoder` is tuned in part, and the course of its rates over the epochs."""
    steps = s.epochs * math.ceil(reports / s.batch)
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    groups = [{"params": heads, "lr": s.head_rate}, {"params": encoder, "lr": s.encoder_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=s.decay)
    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min(1, (n + 1) / (0.1 * steps)) * max(0.02, 1 - n / steps))
