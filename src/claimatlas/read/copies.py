"""Copies: reports whose texts are the same, word for word or nearly. Which are alike does not depend on the order in which they come.

Near means a Jaccard likeness of 0.8 or more of their runs of five words, estimated by MinHash (Broder, 1997) of a fixed seed;
candidates are found by bands of it (locality-sensitive hashing).
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rensa import RMinHash

from claimatlas.model.names import fold_name
from claimatlas.model.report import Report
from claimatlas.read.publisher import credited

WORD = re.compile(r"\w+")
SHINGLE = 5
HASHES = 128
BAND = 4
SEED = 20110315
LIKE = 0.8


@dataclass(frozen=True, slots=True)
class Signature:
    """What is kept of a text to find its like: `exact` is a hash of its words, `digest` has HASHES numbers."""

    exact: str
    digest: tuple[int, ...]

    def bands(self) -> Iterator[int]:
        """Keys (63 bits), of which texts that are alike share one at least, but for one pair in millions."""
        for start in range(0, HASHES, BAND):
            told = f"{start} {self.digest[start : start + BAND]}".encode()
            yield int.from_bytes(hashlib.blake2b(told, digest_size=8).digest(), "big") >> 1


def signature(text: str) -> Signature:
    """The signature of a text: the same on every machine."""
    words = WORD.findall(text.lower())
    exact = hashlib.sha256(" ".join(words).encode()).hexdigest()
    shingles = [" ".join(words[i : i + SHINGLE]) for i in range(max(len(words) - SHINGLE + 1, 1))]
    minhash = RMinHash(num_perm=HASHES, seed=SEED)
    minhash.update(shingles)
    return Signature(exact, tuple(minhash.digest()))


def alike(one: Signature, other: Signature) -> bool:
    """Whether two texts are copies: the same words, or an estimated likeness of LIKE or more."""
    return one.exact == other.exact or sum(a == b for a, b in zip(one.digest, other.digest, strict=True)) >= LIKE * HASHES


def joined(links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each key of the links to the least key of all that they lead to, directly or by way of others."""
    parent: dict[str, str] = {}
    for pair in links:
        one, other = (_top(key, parent) for key in pair)
        parent[max(one, other)] = min(one, other)
    return {key: _top(key, parent) for key in list(parent)}


def _top(key: str, parent: dict[str, str]) -> str:
    while (above := parent.setdefault(key, key)) != key:
        parent[key] = parent[above]
        key = above
    return key


def marked(reports: Iterable[Report], group_of: Mapping[str, str]) -> list[Report]:
    """The reports in the order given, each with `copy_of` set to the earliest of its group, or None where it is that.

    `group_of`: report id to a key of its group; a report that is not there is alone.
    """
    given = list(reports)
    groups: dict[str, list[Report]] = defaultdict(list)
    for report in given:
        if report.id in group_of:
            groups[group_of[report.id]].append(report)
    first = {key: earliest(group).id for key, group in groups.items()}
    return [_copy(r, first[group_of[r.id]] if r.id in group_of else None) for r in given]


def earliest(group: Sequence[Report], name_of: Callable[[str], str] = fold_name) -> Report:
    """The report that the others of a group copy: by date (undated last), then those that credit no publisher of another one, then by id.

    `name_of`: under which name an outlet is known that goes by this one.
    """
    if len(group) == 1:
        return group[0]
    names = {name_of(r.publisher) for r in group if r.publisher}
    borrowed = {r.id for r in group if names & {name_of(n) for n in credited(r.text)} - {name_of(r.publisher or "")}}
    return min(group, key=lambda r: (r.published or date.max, r.id in borrowed, r.id))


def _copy(report: Report, first: str | None) -> Report:
    original = None if first == report.id else first
    return report if report.copy_of == original else replace(report, copy_of=original)


def mark_copies(reports: Iterable[Report]) -> list[Report]:
    """The reports in the order given, copies of one another marked with the first of them."""
    given = list(reports)
    return marked(given, joined(links(given)))


def links(reports: Iterable[Report]) -> Iterator[tuple[str, str]]:
    """Pairs of keys that lead from each report by its text to all reports that are alike."""
    found: dict[str, Signature] = {}
    buckets: dict[int, list[str]] = defaultdict(list)
    for report in reports:
        one = signature(report.text)
        yield report.id, one.exact
        if one.exact in found:
            continue
        near = {key for band in one.bands() for key in buckets.get(band, ())}
        yield from ((one.exact, key) for key in sorted(near) if alike(one, found[key]))
        found[one.exact] = one
        for band in one.bands():
            buckets[band].append(one.exact)
