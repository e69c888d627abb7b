"""A claim as extracted, with what `resolve` still needs to choose its values: the time words and the verb's tense."""

from dataclasses import dataclass

from claimatlas.extract.time import TimeMention
from claimatlas.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Draft:
    """`claim` has words, spans and the register's first guesses; `time` the words that date it; `tense` of its verb;
    `role` as in resolve's TimeContext. `calibrated`: whether the reader has set the claim's confidence."""

    claim: Claim
    time: TimeMention | None
    tense: str
    role: str
    passage: int
    headline: bool = False
    calibrated: bool = False
