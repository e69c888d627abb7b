"""A judgement: a signed, revocable statement about claims, kept in the log."""

from dataclasses import dataclass

KINDS = ("copy", "corrects", "revises", "accept", "reject", "edit", "join", "apart", "mark_source", "takedown", "undo")


@dataclass(frozen=True, slots=True)
class Judgement:
    """`kind` says what is judged of the `subjects` (ids of claims, reports or judgements), by `author` at `at` (ISO 8601, UTC)."""

    id: str
    kind: str
    subjects: tuple[str, ...]
    author: str
    at: str
    reason: str = ""
    value: str | None = None
