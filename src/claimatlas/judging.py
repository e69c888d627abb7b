"""A person's verdicts: from what the caller names to a judgement in the log."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from claimatlas.ledger import Ledger
from claimatlas.ledger.verdicts import judged_claims, verdicts
from claimatlas.model.claim import content_id
from claimatlas.model.errors import InputError, LedgerError
from claimatlas.model.judgement import Judgement

VERDICTS = ("accept", "reject", "edit", "join", "split", "mark", "copy", "correct", "takedown", "undo")
KIND = {"split": "apart", "mark": "mark_source", "correct": "corrects"}
LEAST = {"join": 2, "split": 2, "copy": 2, "correct": 2}
GRADE = re.compile(r"[A-F]")


def judgement(ledger: Ledger, verdict: str, subjects: Sequence[str], author: str, reason: str = "", value: str | None = None) -> Judgement:
    """The judgement of a verdict, not in the log yet.

    accept, reject, join: `subjects` are claims or events. split: claims (and their event last, to part them from all its
    others). edit: one claim, `value` a JSON object of slots. mark: sources, `value` a letter A to F. copy: a report and the one that
    it copies. correct: the claim that corrects, then those that it corrects. takedown: reports and claims, with a reason. undo: judgements.
    Raises: InputError for what is not in the ledger or does not fit.
    """
    if verdict not in VERDICTS:
        raise InputError(f"'{verdict}' is no verdict; use one of {', '.join(VERDICTS)}.")
    if not author.strip():
        raise InputError("A judgement needs its author; name one.")
    if verdict == "takedown" and not reason.strip():
        raise InputError("A takedown needs its reason, which stands in the place of what is taken down; give one.")
    named, value = _subjects(ledger, verdict, list(subjects), value)
    if len(named) < LEAST.get(verdict, 1):
        raise InputError(f"{verdict} needs {LEAST.get(verdict, 1)} subjects at least; name more.")
    at = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    kind = KIND.get(verdict, verdict)
    return Judgement(content_id("j", [kind, named, author, at, reason, value]), kind, named, author, at, reason, value)


def _subjects(ledger: Ledger, verdict: str, names: list[str], value: str | None) -> tuple[tuple[str, ...], str | None]:
    if verdict == "mark":
        if value is None or not GRADE.fullmatch(value):
            raise InputError(f"'{value}' is no grade of a source; use a letter from A (reliable) to F (cannot be judged).")
        return tuple(names), value
    if verdict == "undo":
        known = {j.id for j in ledger.judgements()}
        return tuple(_known(n, n in known, "judgement") for n in names), None
    if verdict == "copy":
        return tuple(_known(n, ledger.report(n) is not None, "report") for n in names), None
    if verdict == "takedown":
        return tuple(dict.fromkeys(s for n in names for s in _taken(ledger, n))), None
    if verdict == "edit":
        return _edited(ledger, names, value)
    if verdict == "split" and names and names[-1].startswith("e_"):
        return _split(ledger, names)
    return tuple(dict.fromkeys(c for n in names for c in _claims(ledger, n, events=verdict in ("accept", "reject", "join")))), None


def _known(name: str, there: bool, what: str) -> str:
    if not there:
        raise InputError(f"'{name}' is no {what} in the ledger; check its id.")
    return name


def _claims(ledger: Ledger, name: str, events: bool) -> tuple[str, ...]:
    """The claim of an id or of its beginning; all claims of an event's id where `events`."""
    if events and (event := ledger.event(name)):
        return event.claims
    found = ledger.claims_starting(name)
    if len(found) != 1:
        raise InputError(f"'{name}' is {'no claim' if not found else f'the beginning of {len(found)} claims'} in the ledger; check its id.")
    return (found[0].id,)


def _taken(ledger: Ledger, name: str) -> tuple[str, ...]:
    """A report, by id or key, with its claims; or one claim."""
    found = [r for r in ledger.reports() if name in (r.id, r.key)]
    if len(found) > 1:
        raise InputError(f"'{name}' is the key of {len(found)} reports; name one by its id.")
    if not found:
        return _claims(ledger, name, events=False)
    return (found[0].id, *(c.id for c in ledger.claims(report=found[0].id)))


def _split(ledger: Ledger, names: list[str]) -> tuple[tuple[str, ...], str]:
    """The claims to be parted, then the others of their event; the value counts the former."""
    event = ledger.event(names[-1])
    if event is None:
        raise InputError(f"'{names[-1]}' is no event in the ledger; check its id.")
    parted = [c for n in names[:-1] for c in _claims(ledger, n, events=False)]
    if stray := [c for c in parted if c not in event.claims]:
        raise InputError(f"'{stray[0]}' is no claim of event {event.id}; check its id.")
    return (*parted, *(c for c in event.claims if c not in parted)), str(len(parted))


def _edited(ledger: Ledger, names: list[str], value: str | None) -> tuple[tuple[str, ...], str]:
    if len(names) != 1 or value is None:
        raise InputError("edit needs one claim and the slots to set as a JSON object.")
    (claim_id,) = _claims(ledger, names[0], events=False)
    claim = ledger.claim(claim_id)
    try:
        slots = msgspec.json.decode(value, type=dict[str, object])
        trial = Judgement("j_trial", "edit", (claim_id,), "", "", value=value)
        judged_claims([claim] if claim else [], verdicts([trial]))
    except (msgspec.MsgspecError, LedgerError) as error:
        raise InputError(f"The edit of {claim_id} cannot be read ({error}); write slots of a claim as a JSON object.") from error
    unknown = sorted(set(slots) - EDITED)
    if unknown:
        raise InputError(f"'{unknown[0]}' is no slot that can be edited; use {', '.join(sorted(EDITED))}.")
    return (claim_id,), value


EDITED = {"type", "stance", "agent", "target", "place", "time", "quantities", "source"}
