"""The whole training: folds, calibration, the network on all reports, the files and the table of scores."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

from safetensors.torch import save_model

from claimatlas.evaluate.scores import as_exported, flat
from claimatlas.evaluate.shared import gold, scorer
from claimatlas.extract.learned.encoder import Encoder
from claimatlas.extract.learned.settings import Settings
from claimatlas.model.codebook import codebook
from claimatlas.reading import Reading
from claimatlas.train.align import align
from claimatlas.train.arrays import Prepared, prepare
from claimatlas.train.calibration import Points, apply, expected_error, fitted, table
from claimatlas.train.fit import Recipe, fit, freeze, restored
from claimatlas.train.folds import Look, Read, looks, reads, rights
from claimatlas.train.gold import FOLDS, Example, examples
from claimatlas.train.network import Network

Tell = Callable[[str], None]
TYPES = ("none", *codebook().types)


class Training:
    """The hand-coded reports, prepared, and what is made of them. `work`: a folder where the look at each fold is kept."""

    def __init__(self, folder: Path, work: Path, recipe: Recipe, tell: Tell) -> None:
        self.folder, self.recipe, self.tell = folder, recipe, tell
        self.reading = Reading(reader="rules")
        self.scorer: ModuleType = scorer(folder, "score_claims")
        self.settings = Settings(TYPES, seed=recipe.seed)
        encoder = Encoder()
        self.items: list[Prepared] = [self._prepared(e) for e in examples(folder, self.reading, encoder) if e.windows.pieces]
        self.work = work / self._digest()
        tell(f"{len(self.items)} reports, {sum(len(p.example.claims) for p in self.items)} claims")
        freeze(self.items)

    def _prepared(self, example: Example) -> Prepared:
        return prepare(example, align(example, self.scorer), TYPES)

    def _digest(self) -> str:
        """Changes with the recipe, the labels and the features, so that no fold of another training is taken for this one's."""
        told = [
            (p.example.report.key, p.example.fold, p.example.claims, p.words.flat.tolist(), p.pairs.features.flat.tolist())
            for p in self.items
        ]
        return hashlib.sha256(repr((self.recipe, told)).encode()).hexdigest()[:8]

    def look(self, fold: int) -> Look:
        """The look at one fold's reports by the network that has not seen them; kept in the work folder."""
        path = self.work / f"fold{fold}.safetensors"
        if path.is_file():
            return Look.load(path)
        look = looks(self.items, len(TYPES), self.recipe, fold, self.tell)
        look.save(path)
        return look

    @cached_property
    def network(self) -> Network:
        """The network fitted to all reports; kept in the work folder."""
        path = self.work / "network.safetensors"
        if path.is_file():
            return restored(self.items, len(TYPES), self.recipe, path)
        network = fit(self.items, len(TYPES), self.recipe, self.tell)
        self.work.mkdir(parents=True, exist_ok=True)
        save_model(network, str(path))
        return network

    @cached_property
    def folds(self) -> list[list[Read]]:
        """The reports of each fold, read by networks that had not seen them."""
        return [list(reads(self.items, self.look(fold), self.reading, self.settings)) for fold in range(FOLDS)]

    def judged(self) -> list[tuple[int, float, bool]]:
        """Fold, raw confidence and rightness of each claim of all folds."""
        by_key = {p.example.report.key: p.example for p in self.items}
        return [
            (fold, confidence, right)
            for fold in range(FOLDS)
            for read in self.folds[fold]
            for confidence, right in rights(by_key[read.key], read, self.scorer)
        ]

    def scores(self) -> dict[str, Any]:
        """The table of the folds: all reports, the development gold alone, the rules beside them, by type, and calibration."""
        found = [r for fold in self.folds for r in fold]
        dev = {str(g["doc"]) for g in gold(self.folder, "dev")}
        claims = [c for r in found for c in r.claims]
        return {
            "reports": len(found),
            "claims": sum(len(p.example.claims) for p in self.items),
            "all": self._score(claims, None),
            "dev": self._score([c for r in found if r.key in dev for c in r.claims], dev),
            "rules": self._score(self._by_rules(), None),
            "types": self._by_type(claims),
            "calibration": crossed(self.judged()),
        }

    def _by_rules(self) -> list[dict[str, Any]]:
        """The claims of all reports by the rules alone."""
        found = [(c, p.example.report) for p in self.items for c in self.reading.claims(p.example.report)]
        return [as_exported(c, report) for c, report in found]

    def _score(self, claims: list[dict[str, Any]], docs: set[str] | None) -> dict[str, float]:
        hand = [g for p in self.items for g in p.example.claims if docs is None or p.example.report.key in docs]
        return {k: round(v, 4) for k, v in flat(self.scorer.score(hand, claims)[0]).items()}

    def _by_type(self, claims: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
        """Found and coded row of each type with at least twenty hand-coded claims, told by precision and recall."""
        hand = [g for p in self.items for g in p.example.claims]
        out = {}
        for type_ in TYPES[1:]:
            mine, theirs = [g for g in hand if g["type"] == type_], [c for c in claims if c["type"] == type_]
            if len(mine) >= 20:
                result = self.scorer.score(mine, theirs)[0]
                out[type_] = {"claims": len(mine), **{k: round(result[k]["f1"], 3) for k in ("found", "coded_row")}}
        return out


def crossed(judged: Sequence[tuple[int, float, bool]]) -> dict[str, Any]:
    """Calibration as on reports never seen: each fold's claims by the line fitted to the other folds'."""
    score: list[float] = []
    right: list[bool] = []
    for fold in range(FOLDS):
        line = points(row for row in judged if row[0] != fold)
        score += apply(line, [c for f, c, _ in judged if f == fold])
        right += [r for f, _, r in judged if f == fold]
    bins = [[round(mean, 3), round(share, 3), n] for mean, share, n in table(score, right)]
    return {"expected_error": round(expected_error(score, right), 4), "bins": bins}


def points(judged: Iterator[tuple[int, float, bool]]) -> Points:
    """The calibration line through judged claims, its points rounded."""
    rows = list(judged)
    line = fitted([c for _, c, _ in rows], [r for _, _, r in rows])
    return tuple((round(x, 4), round(y, 4)) for x, y in line)


def settled(training: Training) -> Settings:
    """The settings of the network that ships."""
    line = points(iter(training.judged()))
    return replace(training.settings, calibration=line, trained_on=len(training.items))
