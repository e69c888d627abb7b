"""`python -m claimatlas.train.matching [--kept FILE] [--write]`: fits the weights of `ledger/likeness.yaml`.

Logistic regression on pairs of claims of two reports that each stand for one hand-made event in type, place and date,
drawn towards the stated weights (a normal prior of their variance `1 / PULL` about each), so that a figure of which there are
few pairs stays near what is stated. The pairs of one event weigh as the root of their number. Five folds by the events' dates.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import click
import numpy as np
import yaml
from numpy.typing import NDArray

import claimatlas.ledger.likeness as weights
from claimatlas.evaluate.events import BCubed, Member, event_of, event_scores, gold_events, labels_of, members, read_clustered
from claimatlas.evaluate.shared import ABSENT, shared_folder
from claimatlas.ledger.block import meet
from claimatlas.ledger.features import Figures, pair_figures
from claimatlas.ledger.knowledge import Sides
from claimatlas.ledger.likeness import Likeness
from claimatlas.ledger.match import NO_EVENT, match
from claimatlas.ledger.slots import Slots, slots_of
from claimatlas.ledger.voices import roots
from claimatlas.model.claim import Claim
from claimatlas.model.report import Report
from claimatlas.reading import Reading

FILE = Path(weights.__file__).with_name("likeness.yaml")
FOLDS, PULL, ROUNDS = 5, 3.0, 60
# the clusters have next to no denials: what is stated of them stands
FIRM, FIRM_PULL = {"denied", "time_denial"}, 1e6
# type, place and date all right; and better than as any other event by this much
WHOLE_FIT, CLEAR = 4.9, 0.4
Pairs = dict[tuple[str, str], Figures]
Floats = NDArray[np.float64]


def claim_events(rows: Sequence[Member]) -> dict[str, str]:
    """The hand-made event that a claim plainly stands for, by claim id; claims that stand for two or none are left out."""
    best: dict[str, list[tuple[float, str]]] = {}
    for member in rows:
        for claim, fit in member.fits:
            best.setdefault(claim, []).append((fit, str(member.event["id"])))
    ranked = {claim: sorted(found, reverse=True) for claim, found in best.items()}
    return {c: r[0][1] for c, r in ranked.items() if r[0][0] >= WHOLE_FIT and (len(r) == 1 or r[1][0] < r[0][0] - CLEAR)}


def pairs_of(labels: Mapping[str, str], slots: Mapping[str, Slots], sides: Sides) -> Pairs:
    """The pairs of labelled claims of two reports that do not contradict, with their figures."""
    found: Pairs = {}
    for a, b in combinations(sorted(labels), 2):
        one, other = slots[a], slots[b]
        if one.claim.report_id != other.claim.report_id and meet(one, other):
            figures = pair_figures(one, other, sides)
            if figures is not None:
                found[a, b] = figures
    return found


def fitted(pairs: Pairs, labels: Mapping[str, str], stated: Mapping[str, float]) -> dict[str, float]:
    """The weights, `bias` among them, that fit the pairs best, drawn towards those stated (Newton's method)."""
    names = sorted(stated)
    prior = np.array([stated[n] for n in names])
    x = np.array([[1.0 if n == "bias" else f.get(n, 0.0) for n in names] for f in pairs.values()])
    y = np.array([float(labels[a] == labels[b]) for a, b in pairs])
    sizes = Counter(labels[a] for a, b in pairs if labels[a] == labels[b])
    weight = np.array([sizes[labels[a]] ** -0.5 if labels[a] == labels[b] else 1.0 for a, b in pairs])
    pull = np.diag([FIRM_PULL if n in FIRM else PULL for n in names])
    found = _newton(x, y, weight, prior, pull)
    return {n: round(float(v), 3) for n, v in zip(names, found, strict=True)}


def _newton(x: Floats, y: Floats, weight: Floats, prior: Floats, pull: Floats) -> Floats:
    beta = prior.copy()
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ beta))
        gradient = x.T @ (weight * (p - y)) + pull @ (beta - prior)
        beta = beta - np.linalg.solve((x * (weight * p * (1 - p))[:, None]).T @ x + pull, gradient)
    return beta


def folds_of(events: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Event id to its fold: runs of events by date, so that the reports of one day stay together."""
    ordered = sorted(events, key=lambda e: (e["date"], e["id"]))
    return {str(e["id"]): n * FOLDS // len(ordered) for n, e in enumerate(ordered)}


def likeness_of(fit: Mapping[str, float]) -> Likeness:
    """The weights as the ledger uses them, with the bar that ships."""
    now = weights.likeness()
    return Likeness({n: v for n, v in fit.items() if n != "bias"}, fit["bias"], now.bar, now.most)


def folded(rows: Sequence[Member], pairs: Pairs, labels: Mapping[str, str], stated: Mapping[str, float], log: "Log") -> BCubed:
    """B-cubed over all folds, each grouped by weights that were fitted on the others."""
    fold, gold, found = folds_of([m.event for m in rows]), list[str](), list[str]()
    for n in range(FOLDS):
        others = {p: f for p, f in pairs.items() if all(fold[labels[c]] != n for c in p)}
        own = [m for m in rows if m.main and fold[str(m.event["id"])] == n]
        groups = match(log.claims, log.reports, log.sides, like=likeness_of(fitted(others, labels, stated)))
        told, seen = labels_of(own, event_of(groups))
        gold += told
        found += [f"{n} {label}" for label in seen]
    return BCubed.of(gold, found)


class Log:
    """Reports and claims with a theatre's sides."""

    def __init__(self, reports: Sequence[Report], claims: Sequence[Claim], sides: Sides) -> None:
        self.reports, self.claims, self.sides = reports, claims, sides

    def slots(self) -> dict[str, Slots]:
        """The claims that tell of events, made ready for comparing."""
        root = roots(self.reports, self.sides)
        return {c.id: slots_of(c, root, self.sides) for c in self.claims if c.stance not in NO_EVENT}


def stated_weights() -> dict[str, float]:
    """The weights as stated in the file, `bias` among them."""
    raw = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {"bias": float(raw["bias"]["stated"])} | {n: float(row["stated"]) for n, row in raw["weights"].items()}


def written(text: str, fit: Mapping[str, float]) -> str:
    """The file's text with its fitted weights replaced; its comments stay."""
    return re.sub(
        r"(?m)^( *)(\w+): \{stated: (\S+), fitted: \S+\}", lambda m: f"{m[1]}{m[2]}: {{stated: {m[3]}, fitted: {fit[m[2]]}}}", text
    )


@click.command()
@click.option("--kept", type=click.Path(path_type=Path), default=Path("out/train/clustered.jsonl"), help="Where the reading is kept.")
@click.option("--write", is_flag=True, help="Put the weights into the program.")
def main(kept: Path, write: bool) -> None:
    """Fit the weights of pairs and print what they reach."""
    folder = shared_folder()
    if folder is None:
        raise click.ClickException(ABSENT)
    reading, events = Reading(), gold_events(folder)
    log = Log(*read_clustered(folder, events, reading, kept), reading.theatre)
    rows, stated = members(folder, events, log.reports, log.claims), stated_weights()
    slots = log.slots()
    labels = {c: e for c, e in claim_events(rows).items() if c in slots}
    pairs = pairs_of(labels, slots, log.sides)
    click.echo(f"{len(pairs)} pairs, {sum(labels[a] == labels[b] for a, b in pairs)} of one event")
    for name, score in {
        "five folds": folded(rows, pairs, labels, stated, log),
        **event_scores(rows, log.reports, log.claims, log.sides),
    }.items():
        click.echo(f"{name:20s} B-cubed P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}")
    if write:
        FILE.write_text(written(FILE.read_text(encoding="utf-8"), fitted(pairs, labels, stated)), encoding="utf-8")


if __name__ == "__main__":
    main()
