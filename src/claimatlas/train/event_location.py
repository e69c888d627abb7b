"""Which place of a sentence an event happened at, learned and measured on event_location: python -m claimatlas.train.event_location.

It shows what MiniLM, the learned reader's encoder, makes of a published task. A tenth of the sentences by a hash of their words is
held out and read once, at the end; another tenth chooses the threshold; near copies of either are left out of the training.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.torch import load_file, save_file

from claimatlas.evaluate.shared import ABSENT, shared_folder
from claimatlas.extract.learned.encoder import Encoder
from claimatlas.train.ceaf_ree import Score
from claimatlas.train.event_location_data import Coding, Part, codings, parted
from claimatlas.train.event_location_fit import Floats, Recipe, fit, probabilities
from claimatlas.train.event_location_items import Item, item, language
from claimatlas.train.event_location_network import PlaceNetwork

ROOT = Path(__file__).resolve().parents[3]
OUT, WORK = ROOT / "docs" / "event_location.json", ROOT / "out" / "event_location"
FLOOR, PUBLISHED = 0.85, 0.83
"""What is aimed at, and what Halterman 2019 gives for his own test part: precision and recall of words "of over 0.83"."""
MEMBERS = 2
"""Networks that differ in their seed alone; the mean of their probabilities counts (Lakshminarayanan et al. 2017)."""
GRID = tuple(n / 100 for n in range(5, 96))
DRAWS = 1000


def score(items: Sequence[Item], likely: Sequence[Floats], threshold: float) -> Score:
    """The words told as places at `threshold` or more, against those coded."""
    pairs = [(p >= threshold, i.target > 0.5) for i, p in zip(items, likely, strict=True)]
    return Score(*(sum(int(n.sum()) for n in counted) for counted in zip(*((m & c, m, c) for m, c in pairs), strict=True)))


def best_threshold(items: Sequence[Item], likely: Sequence[Floats]) -> float:
    """The threshold at which the lower of precision and recall is highest; of equals the lowest."""

    def lower(threshold: float) -> float:
        found = score(items, likely, threshold)
        return min(found.precision, found.recall)

    return max(GRID, key=lower)


def interval(items: Sequence[Item], likely: Sequence[Floats], threshold: float) -> dict[str, list[float]]:
    """Between which shares precision and recall lie in 95 of 100 samples drawn from these sentences (bootstrap, Efron 1979)."""
    counts = np.array([[s.right, s.found, s.coded] for s in (score([i], [p], threshold) for i, p in zip(items, likely, strict=True))])
    draws = np.random.default_rng(1).integers(len(items), size=(DRAWS, len(items)))
    right, found, coded = counts[draws].sum(axis=1).T
    return {name: _ends(right / of) for name, of in (("precision", found), ("recall", coded))}


def _ends(drawn: Floats) -> list[float]:
    return [round(float(v), 4) for v in np.quantile(drawn, (0.025, 0.975))]


def whole(items: Sequence[Item], likely: Sequence[Floats], threshold: float) -> float:
    """Share of codings whose words are all as coded, 0 to 1."""
    return float(np.mean([np.array_equal(p >= threshold, i.target > 0.5) for i, p in zip(items, likely, strict=True)]))


def members(items: Sequence[Item], recipe: Recipe, count: int, work: Path, tell: Callable[[str], None]) -> list[PlaceNetwork]:
    """The networks, one a seed from the recipe's on; those that lie in `work` are not fitted again."""
    work.mkdir(parents=True, exist_ok=True)
    found = []
    for seed in range(recipe.seed, recipe.seed + count):
        path = work / f"{seed}-{recipe.epochs}.safetensors"
        if not path.is_file():
            tell(f"network {seed}: {len(items)} codings")
            save_file(fit(items, replace(recipe, seed=seed), tell).state_dict(), path)
        network = PlaceNetwork(recipe.dropout)
        network.load_state_dict(load_file(path))
        found.append(network.eval())
    return found


def summary(parts: dict[Part, list[Item]], networks: Sequence[PlaceNetwork], recipe: Recipe) -> dict[str, Any]:
    """What is kept of a run."""
    tuned, tested = probabilities(networks, parts["tune"]), probabilities(networks, parts["test"])
    threshold = best_threshold(parts["tune"], tuned)
    found = score(parts["test"], tested, threshold)
    return {
        "measure": "words that tell where the event of a given word happened",
        "test": _row(found) | {"codings": len(parts["test"]), "all_words_right": round(whole(parts["test"], tested, threshold), 4)},
        "test_95_in_100": interval(parts["test"], tested, threshold),
        "tune": _row(score(parts["tune"], tuned, threshold)),
        "threshold_chosen_on_tune": threshold,
        "published": {"precision": PUBLISHED, "recall": PUBLISHED, "of": "Halterman 2019, on his own test part: both over 0.83"},
        "codings": {name: len(items) for name, items in parts.items()},
        "networks": len(networks),
        "epochs": recipe.epochs,
        "seed": recipe.seed,
    }


def _row(found: Score) -> dict[str, float]:
    shares = {"precision": found.precision, "recall": found.recall, "f1": found.f1}
    return {n: round(s, 4) for n, s in shares.items()} | {"right": found.right, "found": found.found, "coded": found.coded}


def prepared(parts: dict[Part, list[Coding]]) -> dict[Part, list[Item]]:
    """The codings ready to train on or to read."""
    tokenizer, words = Encoder().tokenizer, language()
    return {name: [item(c, tokenizer, words) for c in found] for name, found in parts.items()}


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m claimatlas.train.event_location", description="Train on event_location and test.")
    parser.add_argument("--epochs", type=int, default=Recipe().epochs, help="passes over the training part")
    parser.add_argument("--networks", type=int, default=MEMBERS, help="how many networks, a seed each")
    parser.add_argument("--work", type=Path, default=WORK, help="where fitted networks are kept; those there are not fitted again")
    parser.add_argument("--out", type=Path, default=OUT, help="where the scores go")
    options = parser.parse_args(arguments)
    folder = shared_folder()
    if folder is None or not (folder / "data" / "event_location").is_dir():
        print(f"Nothing to train on: {ABSENT if folder is None else 'the shared material has no event_location (data/event_location)'}.")
        return 0
    recipe, parts = Recipe(epochs=options.epochs), prepared(parted(codings(folder)))
    networks = members(parts["train"], recipe, options.networks, options.work, lambda line: print(line, flush=True))
    kept = summary(parts, networks, recipe)
    options.out.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    print(f"test: precision {kept['test']['precision']:.3f}, recall {kept['test']['recall']:.3f} (aim {FLOOR}); kept in {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
