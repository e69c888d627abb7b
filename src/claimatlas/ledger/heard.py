"""A claim as it is heard: who speaks, what he gains, how much it weighs."""

from dataclasses import dataclass

from claimatlas.ledger.voices import Interest, Voice
from claimatlas.model.claim import Claim

UNDATED = "9999-12-31"


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A claim with its voice, the voice's interest in it, its weight (0 to 0.95) and its report's date (ISO, last when unknown).

    `weight` is `base` times the `factors`; `grade`: the Admiralty code's letter of the source. Compared by identity, one object a claim.
    """

    claim: Claim
    voice: Voice
    interest: Interest
    weight: float
    published: str
    base: float = 0.0
    factors: tuple[tuple[str, float], ...] = ()
    grade: str = "F"

    @property
    def denies(self) -> bool:
        """Whether the claim tells that it did not happen."""
        return self.claim.stance == "denied"
