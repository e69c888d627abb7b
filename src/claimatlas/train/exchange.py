"""Twins of hand-coded reports in which sides have one another's names, so that what is learned of a deed holds for every side.

Source: counterfactual data augmentation (Zhao et al. 2018), with names of forces and states in place of gendered words.
"""

import random
import re
import zlib
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from claimatlas.model.report import Report

Gold = dict[str, Any]


@cache
def classes() -> tuple[tuple[str, ...], ...]:
    """Names that may take one another's place."""
    raw = yaml.safe_load((files("claimatlas.train") / "exchange.yaml").read_text(encoding="utf-8"))
    return tuple(tuple(names) for names in raw["classes"])


@dataclass(frozen=True, slots=True)
class Exchange:
    """Names to the names that take their place; none keeps its own."""

    other: dict[str, str]

    @classmethod
    def drawn(cls, key: str, seed: int) -> "Exchange":
        """The exchange for one report: in each class every name goes to the next one of a shuffled round."""
        draw = random.Random(zlib.crc32(key.encode()) + seed)
        other: dict[str, str] = {}
        for names in classes():
            round_ = draw.sample(names, len(names))
            other |= dict(zip(round_, [*round_[1:], round_[0]], strict=True))
        return cls(other)

    def text(self, text: str) -> tuple[str, Callable[[int], int]]:
        """The text with its names exchanged, and where each offset of the old text lies in the new one."""
        out, olds, news, last = "", [0], [0], 0
        for m in self._pattern().finditer(text):
            out += text[last : m.start()]
            olds += [m.start(), m.end()]
            news += [len(out), len(out) + len(self.other[m.group()])]
            out += self.other[m.group()]
            last = m.end()

        def moved(at: int) -> int:
            i = bisect_right(olds, at) - 1
            inside = i % 2 == 1
            return news[i + 1] if inside and at > olds[i] else news[i] + (0 if inside else at - olds[i])

        return out + text[last:], moved

    def _pattern(self) -> re.Pattern[str]:
        return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(self.other, key=len, reverse=True))) + r")\b")


def twin(report: Report, claims: list[Gold], seed: int) -> tuple[Report, list[Gold]] | None:
    """The report and its claims with exchanged names; None where it has no name to exchange."""
    exchange = Exchange.drawn(report.key, seed)
    text, moved = exchange.text(report.text)
    if text == report.text:
        return None
    return replace(report, text=text), [_moved(claim, text, moved, exchange) for claim in claims]


def _moved(value: Any, text: str, moved: Callable[[int], int], exchange: Exchange) -> Any:
    """A claim, or a part of one, on the new text: offsets moved, names exchanged, the words at the offsets among the aliases."""
    if isinstance(value, dict):
        out = {k: _moved(v, text, moved, exchange) for k, v in value.items() if k not in {"at", "span", "spans"}}
        out |= {k: [moved(x) for x in value[k]] for k in ("at", "span") if value.get(k)}
        if "spans" in value:
            out["spans"] = [[moved(start), moved(end)] for start, end in value["spans"]]
            out["aliases"] = sorted({*out.get("aliases", ()), *(text[start:end] for start, end in out["spans"])})
        return out
    if isinstance(value, list):
        return [_moved(v, text, moved, exchange) for v in value]
    return exchange.text(value)[0] if isinstance(value, str) else value
