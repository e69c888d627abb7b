"""CEAF-REE, the measure of role-filler entity extraction: found entities laid on the coders', one to one.

Source: Du, Rush and Cardie 2021, "GRIT: Generative Role-filler Transformers for Document-level Event Entity Extraction" (EACL),
after the entity-based CEAF of Luo 2005. As in the evaluation published with it, the similarity of two entities is 1 where every
mention that was found is a mention of the coders' entity, else 0; mentions are compared in lower case without punctuation and
articles; Kuhn and Munkres' algorithm finds the best one-to-one alignment in each document and role; the sums over documents give
precision and recall of each role, the sums over roles those of the total.
"""

import re
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
TOTAL = "total"
_ARTICLES = re.compile(r"\b(a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)

Entity = Sequence[str]
Fillers = Mapping[str, Sequence[Entity]]
"""The entities of each role in one document, each by its mentions."""


@dataclass(frozen=True, slots=True)
class Score:
    """Entities that were aligned, that were found and that the coders have."""

    right: int = 0
    found: int = 0
    coded: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.found + other.found, self.coded + other.coded)

    @property
    def precision(self) -> float:
        """Share of the found entities that are right, 0 to 1; 0 where none was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the coders' entities that were found, 0 to 1; 0 where there is none."""
        return self.right / self.coded if self.coded else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where both are 0."""
        return 2 * self.right / (self.found + self.coded) if self.found + self.coded else 0.0


def normal(mention: str) -> str:
    """The mention as it is compared: lower case, no ASCII punctuation, no articles, single spaces."""
    return " ".join(_ARTICLES.sub(" ", mention.lower().translate(_PUNCTUATION)).split())


def aligned(found: Sequence[Entity], coded: Sequence[Entity]) -> int:
    """The most found entities that can be laid on different entities of the coders."""
    if not found or not coded:
        return 0
    whole = [{normal(m) for m in entity} for entity in coded]
    similar = np.array([[{normal(m) for m in entity} <= mentions for entity in found] for mentions in whole], np.int64)
    rows, columns = linear_sum_assignment(similar, maximize=True)
    return int(similar[rows, columns].sum())


def scores(documents: Iterable[tuple[Fillers, Fillers]]) -> dict[str, Score]:
    """The score of each role and of the total. `documents`: of each the found fillers and the coders'."""
    out = {role: Score() for role in ROLES}
    for found, coded in documents:
        for role in ROLES:
            mine, theirs = found.get(role, ()), coded.get(role, ())
            out[role] += Score(aligned(mine, theirs), len(mine), len(theirs))
    return out | {TOTAL: sum(out.values(), Score())}
