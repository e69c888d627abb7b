"""Copies: reports whose text is another's, word for word or nearly; each is marked with the earliest.

Near means a Jaccard likeness of 0.8 or more of their runs of five words, estimated by MinHash of a fixed seed.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from rensa import RMinHash

from claimatlas.model.names import fold_name
from claimatlas.model.report import Report
from claimatlas.read.publisher import Known, by_name, credited

WORD = re.compile(r"\w+")
SHINGLE = 5
HASHES = 128
BAND = 4
SEED = 20110315
LIKE = 0.8
UNDATED = "9999-99-99"


@dataclass(frozen=True, slots=True)
class Signature:
    """What is kept of a report to find its copies: `published` is an ISO date (undated sorts last), `digest` has HASHES numbers."""

    id: str
    published: str
    exact: str
    digest: tuple[int, ...]

    @property
    def order(self) -> tuple[str, str]:
        """Earlier first: by date, then by id."""
        return self.published, self.id


def signature(report: Report) -> Signature:
    """The report's signature: the same on every machine."""
    words = WORD.findall(report.text.lower())
    exact = hashlib.sha256(" ".join(words).encode()).hexdigest()
    shingles = [" ".join(words[i : i + SHINGLE]) for i in range(max(len(words) - SHINGLE + 1, 1))]
    minhash = RMinHash(num_perm=HASHES, seed=SEED)
    minhash.update(shingles)
    published = report.published.isoformat() if report.published else UNDATED
    return Signature(report.id, published, exact, tuple(minhash.digest()))


def likeness(one: Signature, other: Signature) -> float:
    """Estimated Jaccard likeness, 0 to 1."""
    if one.exact == other.exact:
        return 1.0
    return sum(a == b for a, b in zip(one.digest, other.digest, strict=True)) / HASHES


@dataclass(slots=True)
class CopyIndex:
    """Originals seen so far, for marking reports as they come in: `CopyIndex.of(known signatures)`, then `mark` each."""

    originals: dict[str, Signature] = field(default_factory=dict)
    buckets: dict[tuple[int, tuple[int, ...]], list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, known: Iterable[Signature]) -> "CopyIndex":
        """An index of signatures of originals already in the ledger."""
        index = cls()
        for one in sorted(known, key=lambda s: s.order):
            index.add(one)
        return index

    def add(self, one: Signature) -> None:
        """Takes a signature in as that of an original."""
        if one.id in self.originals:
            return
        self.originals[one.id] = one
        for band in _bands(one):
            self.buckets.setdefault(band, []).append(one.id)

    def original_of(self, one: Signature) -> str | None:
        """The id of the earliest original that this is a copy of; None where there is none, or it is that original itself."""
        if one.id in self.originals:
            return None
        ids = {found for band in _bands(one) for found in self.buckets.get(band, ())}
        near = [self.originals[i] for i in ids if likeness(one, self.originals[i]) >= LIKE]
        return min(near, key=lambda s: s.order).id if near else None

    def mark(self, report: Report) -> Report:
        """The report with `copy_of` set where an original is known; else the report, which becomes an original."""
        one = signature(report)
        original = self.original_of(one)
        if original is None:
            self.add(one)
            return report
        return replace(report, copy_of=original)


def _bands(one: Signature) -> Iterator[tuple[int, tuple[int, ...]]]:
    for start in range(0, HASHES, BAND):
        yield start, one.digest[start : start + BAND]


def mark_copies(reports: Iterable[Report], known: Iterable[Signature] = (), publishers: Known = ()) -> Iterator[Report]:
    """All reports in the order given, copies marked with the earliest of their like.

    Earlier is: by date, then those that credit no publisher of another report of that date, then by id.
    `known`: signatures of originals already kept; a new report is a copy of a known one even where its date is earlier.
    `publishers`: pairs (name, outlet), by which a credit is known under the outlet's own name.
    """
    given = list(reports)
    index = CopyIndex.of(known)
    borrowed = _borrowed(given, publishers)
    order = sorted(given, key=lambda r: (r.published.isoformat() if r.published else UNDATED, r.id in borrowed, r.id))
    originals = {report.id: index.mark(report).copy_of for report in order}
    for report in given:
        yield replace(report, copy_of=originals[report.id])


def _borrowed(reports: Iterable[Report], publishers: Known) -> set[str]:
    """The ids of reports that credit another publisher, of whom there is a report of the same date."""
    given = list(reports)
    there = {(r.published, fold_name(r.publisher)) for r in given if r.publisher}
    found = set()
    for report in given:
        names = {fold_name(by_name(name, publishers) or name) for name in credited(report.text)} - {fold_name(report.publisher or "")}
        if any((report.published, name) in there for name in names):
            found.add(report.id)
    return found
