"""A kept claim explained: its report is read again by the reader that coded it, and the claim found again by its id."""

from claimatlas.explain.case import Case
from claimatlas.explain.choice import Explanation, Words
from claimatlas.explain.reread import Reread, reread
from claimatlas.explain.whole import choices
from claimatlas.extract.learned.reader import NAME as LEARNED
from claimatlas.extract.reader import NAME as RULES
from claimatlas.intake import Worker
from claimatlas.ledger import Ledger
from claimatlas.ledger.takedown import left_up, taken_down
from claimatlas.model.claim import Claim
from claimatlas.model.errors import InputError
from claimatlas.reading import ReaderName, Reading
from claimatlas.theatres.in_force import words_from

READERS: dict[str, ReaderName] = {LEARNED: "learned", RULES: "rules"}


def explanation(ledger: Ledger, name: str, theatre: str) -> Explanation:
    """Why a claim reads as it does. `name`: its id or the beginning of it.

    Raises: InputError for a name that is not one claim, a reader that is not among ours, or a claim that is no longer read.
    """
    claim = _claim(ledger, name)
    if not left_up([claim], taken_down(ledger.judgements())):
        raise InputError(f"{claim.id} was taken down, so its words are not shown; see the verdicts for who did it and why.")
    report = ledger.report(claim.report_id)
    if report is None or claim.reader.name not in READERS:
        raise InputError(f"{claim.id} was coded by {claim.reader.name}, not by a reader of this program, so it cannot be explained.")
    reading = Worker.reading(theatre, READERS[claim.reader.name])
    with words_from(reading.theatre.words):
        steps = reread(report, reading.parser.passages(report), reading.reader, reading.resolver)
        return explained(claim, steps, reading)


def explained(claim: Claim, steps: Reread, reading: Reading) -> Explanation:
    """The explanation of a claim from the steps of a new reading. Raises: InputError where the claim is not read again."""
    again, found = _again(claim, steps.claims)
    if again is None:
        version = f"{reading.reader.info.name} {reading.reader.info.version}"
        raise InputError(f"{claim.id} is not read by {version} any more; read its report again to see what is.")
    case = Case(steps, steps.number(again), again)
    told = choices(case, reading.theatre, reading.resolver.places)
    quote = Words(claim.quote.exact, claim.quote.start, claim.quote.end)
    return Explanation(claim.id, steps.report.key, quote, claim.reader, reading.reader.info, found, told)


def _claim(ledger: Ledger, name: str) -> Claim:
    found = ledger.claims_starting(name)
    if len(found) != 1:
        raise InputError(f"'{name}' is {'no claim' if not found else f'the beginning of {len(found)} claims'} in the ledger; check its id.")
    return found[0]


def _again(claim: Claim, claims: list[Claim]) -> tuple[Claim | None, str]:
    """The claim as it is read now: the same, else one of the same word, of those the one of its type and place first."""
    same = next((c for c in claims if c.id == claim.id), None)
    if same is not None:
        return same, "same"
    here = [c for c in claims if (c.trigger or (0, 0))[1] == (claim.trigger or (0, 0))[1]]
    alike = sorted(here, key=lambda c: (c.type != claim.type, _place(c) != _place(claim)))
    return (alike[0] if alike else None), "alike"


def _place(claim: Claim) -> str | None:
    return (claim.place.id or claim.place.name) if claim.place else None
