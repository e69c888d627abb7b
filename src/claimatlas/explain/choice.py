"""One choice that was made while a report was read: what was chosen, from which words, by what, among which options."""

from dataclasses import dataclass, field

from claimatlas.model.claim import ReaderInfo


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the report, with their span in code points."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that could have been chosen.

    `score`: as the choice's `by` says, mostly a probability of 0 to 1; None where there is none. `parts`: what a sum is made of.
    `note`: what else decided for or against it.
    """

    name: str
    score: float | None = None
    chosen: bool = False
    id: str | None = None
    words: Words | None = None
    parts: dict[str, float] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What fills `slot` (or, in `then`, what is made of its words), by which rule or score, among which options, best first."""

    slot: str
    value: str
    by: str
    words: tuple[Words, ...] = ()
    options: tuple[Option, ...] = ()
    notes: tuple[str, ...] = ()
    then: tuple["Choice", ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a claim reads as it does. `report`: its key. `reader`: who coded the claim as it is kept; `now`: who read the report again.

    `found`: "same" where the claim of the same id was read again, "alike" where only one at the same word with other slots was.
    """

    claim: str
    report: str
    quote: Words
    reader: ReaderInfo
    now: ReaderInfo
    found: str
    choices: tuple[Choice, ...]

    def of(self, slot: str) -> Choice:
        """The choice of a slot: type, stance, agent, target, place, time, source, quantities or confidence."""
        return next(c for c in self.choices if c.slot == slot)


def words_at(text: str, start: int | None, end: int | None) -> tuple[Words, ...]:
    """The words at a span of the report's text; () where there is none."""
    return (Words(text[start:end], start, end),) if start is not None and end is not None else ()


def rounded(value: float) -> float:
    """A score as it is shown: three decimals, so that it prints the same everywhere."""
    return round(value, 3) + 0.0
