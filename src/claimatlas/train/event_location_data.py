"""Sentences with an event word and the places where that event happened, for training and for a held-out tenth.

Source: Halterman 2019, "Geolocating Political Events in Text" (9,686 codings of 8,604 sentences, MIT). Which tenth a sentence belongs
to is told by a hash of its words, so that all codings of a sentence are in one part.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Part = Literal["train", "tune", "test"]
Span = tuple[int, int]
WORD = re.compile(r"\w+")
RUN = 5
ALIKE = 1 / 3
"""Sentences that share this much of their runs of five words, of the shorter one's, are near copies."""


@dataclass(frozen=True, slots=True)
class Coding:
    """One event word of a sentence and where its event happened; spans are code points of `text`, `places` in order, or empty."""

    text: str
    event: Span
    places: tuple[Span, ...]


def codings(folder: Path) -> list[Coding]:
    """All codings that are whole, each once. `folder`: the shared material. Raises: FileNotFoundError where it has no event_location."""
    with gzip.open(folder / "data" / "event_location" / "event_location.jsonl.gz", "rt", encoding="utf-8") as lines:
        found = [coding(json.loads(line)) for line in lines]
    return list(dict.fromkeys(c for c in found if c is not None))


def coding(row: dict[str, Any]) -> Coding | None:
    """A line of the file; None where it has not just one event word, or a span that stands nowhere in the sentence."""
    spans = [(s["label"], _place(row["text"], s)) for s in row["spans"]]
    events = [span for label, span in spans if label == "VERB"]
    if len(events) != 1 or any(span is None for _, span in spans):
        return None
    places = sorted({span for label, span in spans if label == "LOCATION" and span is not None})
    return Coding(row["text"], events[0], tuple(places)) if events[0] else None


def _place(text: str, span: dict[str, Any]) -> Span | None:
    """Where a span stands. Some lines give numbers of tokens for offsets; there the words decide, the nearest of equal ones."""
    words = str(span.get("text", "")).strip(" ,.;")
    start, end = int(span["start"]), int(span["end"])
    if end > start and (not words or text[start:end].strip(" ,.;") == words):
        return start, end
    around = sum(len(w) for w in text.split(" ")[: span["token_start"]])
    found = [m.start() for m in re.finditer(re.escape(words), text)] if words else []
    return min(((n, n + len(words)) for n in found), key=lambda s: (abs(s[0] - around), s), default=None)


def part(text: str) -> Part:
    """The part of a sentence, by a hash of its words in lower case: a tenth to test, a tenth to choose by, the rest to train on."""
    tenth = int.from_bytes(hashlib.sha256(" ".join(_words(text)).encode()).digest()[:8], "big") % 10
    return "test" if tenth == 0 else "tune" if tenth == 1 else "train"


def parted(all_: Iterable[Coding]) -> dict[Part, list[Coding]]:
    """The codings by part; near copies of a sentence to test are in neither of the other parts, those to choose by not in training."""
    out: dict[Part, list[Coding]] = {"test": [], "tune": [], "train": []}
    for each in all_:
        out[part(each.text)].append(each)
    out["tune"] = list(_unlike(out["tune"], out["test"]))
    out["train"] = list(_unlike(out["train"], [*out["test"], *out["tune"]]))
    return out


def _unlike(mine: Iterable[Coding], held: Iterable[Coding]) -> Iterator[Coding]:
    runs = [_runs(text) for text in sorted({c.text for c in held})]
    where: dict[tuple[str, ...], list[int]] = {}
    for n, each in enumerate(runs):
        for run in each:
            where.setdefault(run, []).append(n)
    for c in mine:
        own = _runs(c.text)
        shared: dict[int, int] = {}
        for n in (n for run in own for n in where.get(run, ())):
            shared[n] = shared.get(n, 0) + 1
        if not any(count >= ALIKE * min(len(own), len(runs[n])) for n, count in shared.items()):
            yield c


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[n : n + RUN]) for n in range(max(1, len(words) - RUN + 1))}
