"""A reader of MUC-4 trained on its train part alone, and its score on the test part: python -m claimatlas.train.muc4.

It shows what MiniLM as the learned reader uses it (lower layers frozen) makes of a published task under its published measure. The
dev part chooses the epoch and the thresholds; the test part is read once, at the end.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from claimatlas.evaluate.shared import ABSENT, shared_folder
from claimatlas.extract.learned.encoder import Encoder
from claimatlas.train.ceaf_ree import TOTAL, Score, scores
from claimatlas.train.muc4_data import documents
from claimatlas.train.muc4_entities import Aliases, Floats, aliases, best_thresholds, fillers
from claimatlas.train.muc4_network import Item, RoleNetwork, freeze, item, loss
from claimatlas.train.schedule import Schedule, scheduled

PUBLISHED = {"GRIT": 54.50, "GTT": 50.23}
"""F1 of the total on the test part: Du, Rush and Cardie 2021, EACL and NAACL. GTT's evaluation asks for whole templates."""
OUT = Path(__file__).resolve().parents[3] / "docs" / "muc4.json"
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Recipe(Schedule):
    """How to train on MUC-4."""

    epochs: int = 3
    head_rate: float = 1e-3
    encoder_rate: float = 2e-4
    dropout: float = 0.2


@dataclass(frozen=True, slots=True)
class Fitted:
    """The network at its best epoch on dev, and what was chosen there."""

    network: RoleNetwork
    known: Aliases
    thresholds: dict[str, float]
    epoch: int
    dev: Score


def fit(train: Sequence[Item], dev: Sequence[Item], recipe: Recipe, tell: Tell = lambda _: None) -> Fitted:
    """Train on some reports and choose epoch and thresholds on others; the same reports, recipe and machine give the same."""
    order = random.Random(recipe.seed)
    torch.manual_seed(recipe.seed)
    network, known = RoleNetwork(recipe.dropout), aliases([i.document for i in train])
    optimizer, schedule = scheduled(network, recipe, len(train))
    best, weights = Fitted(network, known, {}, 0, Score()), _weights(network)
    for epoch in range(1, recipe.epochs + 1):
        mean = _epoch(network, order.sample(train, len(train)), recipe.batch, optimizer, schedule)
        thresholds, score = best_thresholds(dev, [probabilities(network, i) for i in dev], known)
        tell(f"epoch {epoch} of {recipe.epochs}: loss {mean:.2f} a report, F1 {100 * score.f1:.2f} on dev")
        if best.epoch == 0 or score.f1 > best.dev.f1:
            best, weights = Fitted(network, known, thresholds, epoch, score), _weights(network)
    network.load_state_dict(weights, strict=False)
    network.eval()
    return best


def _epoch(network: RoleNetwork, items: Sequence[Item], size: int, optimizer: torch.optim.Optimizer, schedule: Any) -> float:
    """One pass over the reports; gives the mean loss of a report."""
    network.train()
    total = 0.0
    for start in range(0, len(items), size):
        batch = items[start : start + size]
        value = loss(network(batch), batch)
        optimizer.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        total += float(value.detach()) * len(batch)
    return total / len(items)


def _weights(network: RoleNetwork) -> dict[str, torch.Tensor]:
    """A copy of what training changes."""
    return {name: p.detach().clone() for name, p in network.named_parameters() if p.requires_grad}


def probabilities(network: RoleNetwork, it: Item) -> Floats:
    """How likely each string of a report fills each role: (strings, roles), 0 to 1."""
    network.eval()
    with torch.no_grad():
        out: Floats = network([it]).sigmoid().numpy()
    return out


def tested(fitted: Fitted, test: Sequence[Item]) -> dict[str, Score]:
    """The scores on reports that chose nothing."""
    read = [fillers(i, probabilities(fitted.network, i), fitted.thresholds, fitted.known) for i in test]
    return scores((mine, i.document.fillers) for mine, i in zip(read, test, strict=True))


def table(found: dict[str, Score]) -> str:
    """The scores in percent, a line each."""
    lines = [f"{'':8} {'P':>6} {'R':>6} {'F1':>6}"]
    lines += [f"{role:8} {100 * s.precision:6.2f} {100 * s.recall:6.2f} {100 * s.f1:6.2f}" for role, s in found.items()]
    lines.append(f"published F1 of the total: GRIT {PUBLISHED['GRIT']:.2f}; GTT {PUBLISHED['GTT']:.2f}, which asks for whole templates")
    return "\n".join(lines)


def summary(fitted: Fitted, found: dict[str, Score], recipe: Recipe) -> dict[str, Any]:
    """What is kept of a run; shares in percent with two decimals."""
    return {
        "measure": "CEAF-REE",
        "test": {role: _row(score) for role, score in found.items()},
        "published_f1": PUBLISHED,
        "published_note": "GTT's own evaluation asks for whole templates",
        "dev_f1": round(100 * fitted.dev.f1, 2),
        "chosen_on_dev": {"epoch": fitted.epoch, "thresholds": fitted.thresholds},
        "epochs": recipe.epochs,
        "seed": recipe.seed,
    }


def _row(score: Score) -> dict[str, float]:
    shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    return {n: round(100 * s, 2) for n, s in shares.items()} | {"right": score.right, "found": score.found, "coded": score.coded}


def prepared(folder: Path, part: str) -> list[Item]:
    """The reports of a part, ready to train on or to read."""
    tokenizer = Encoder().tokenizer
    items = [item(d, tokenizer) for d in documents(folder, part)]
    freeze(items)
    return items


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m claimatlas.train.muc4", description="Train on MUC-4 and score its test part.")
    parser.add_argument("--epochs", type=int, default=Recipe().epochs, help="passes over the train part")
    parser.add_argument("--out", type=Path, default=OUT, help="where the scores go")
    options = parser.parse_args(arguments)
    folder = shared_folder()
    if folder is None or not (folder / "data" / "muc4").is_dir():
        print(f"Nothing to train on: {ABSENT if folder is None else 'the shared material has no MUC-4 (data/muc4)'}.")
        return 0
    began, recipe = time.monotonic(), Recipe(epochs=options.epochs)
    fitted = fit(prepared(folder, "train"), prepared(folder, "dev"), recipe, lambda line: print(line, flush=True))
    found = tested(fitted, prepared(folder, "test"))
    print(table(found))
    options.out.write_text(json.dumps(summary(fitted, found, recipe), indent=1) + "\n", encoding="utf-8")
    print(f"{(time.monotonic() - began) / 60:.1f} minutes; F1 of the total {100 * found[TOTAL].f1:.2f}; scores in {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
