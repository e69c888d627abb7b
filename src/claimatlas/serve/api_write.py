"""Writes: reports read in, verdicts recorded. Each wants a role and the session's token."""

import hashlib
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, File, Form, HTTPException, UploadFile
from pydantic import BaseModel, Field

from claimatlas.intake import ReadSummary, Worker, gather, read_into
from claimatlas.ledger.verdicts import in_force
from claimatlas.model.errors import InputError
from claimatlas.model.judgement import Judgement
from claimatlas.read import TableColumns
from claimatlas.serve.api_atlas import as_json
from claimatlas.serve.asked import Working
from claimatlas.serve.snapshot import Work
from claimatlas.serve.who import Coder, person

router = APIRouter(prefix="/api", tags=["write"])
ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".eml", ".pdf", ".docx", ".csv", ".tsv", ".jsonl", ".json", ".xml")
EDITORS = ("mark", "takedown")
Short = Annotated[str, Form(max_length=500)]


class Verdict(BaseModel):
    """A verdict as `claimatlas judge` takes it: `value` is a grade with mark, a JSON object of slots with edit."""

    verdict: str = Field(max_length=20)
    subjects: list[str] = Field(min_length=1, max_length=500)
    value: str | None = Field(None, max_length=100_000)
    reason: str = Field("", max_length=2000)


@router.post("/judgements")
def judge(work: Working, who: Coder, verdict: Verdict) -> Any:
    """Records a verdict under the name of who is logged in. `mark`, `takedown` and undoing what another judged, want an editor."""
    with work.atlas() as atlas:
        if not who.may("editor") and _needs_editor(verdict, atlas.ledger.judgements(), who.name):
            raise HTTPException(403, "This needs the role editor.")
        made = atlas.judge(verdict.verdict, verdict.subjects, who.name, verdict.reason, verdict.value)
        atlas.view()
    return as_json(msgspec.to_builtins(made))


def _needs_editor(verdict: Verdict, judgements: list[Judgement], name: str) -> bool:
    others = {j.id for j in judgements if j.author != name}
    return verdict.verdict in EDITORS or (verdict.verdict == "undo" and bool(others & set(verdict.subjects)))


@router.get("/judgements", dependencies=[Depends(person)])
def judgements(work: Working, limit: int = 200) -> Any:
    """Verdicts, the newest first; `stands`: not taken back."""
    with work.atlas() as atlas:
        told = atlas.ledger.judgements()
    standing = {j.id for j in in_force(told)}
    rows = [{**msgspec.to_builtins(j), "stands": j.id in standing} for j in reversed(told)]
    return as_json({"total": len(rows), "judgements": rows[: max(1, min(limit, 1000))]})


@router.post("/reports", status_code=201)
def read_in(
    work: Working, who: Coder, file: Annotated[UploadFile | None, File()] = None, text: Annotated[str, Form()] = "",
    title: Short = "", publisher: Short = "", published: Annotated[date | None, Form()] = None, url: Short = "",
) -> Any:  # fmt: skip
    """Reads a pasted text or a file into the ledger, and answers with the ids of its reports. Read before, it is left as it stands."""
    with TemporaryDirectory() as folder:
        told = {"title": title, "publisher": publisher, "date": published.isoformat() if published else "", "url": url}
        path, columns = _kept(Path(folder), file, text, told)
        return as_json(taken_in(work, path, columns))


def _kept(folder: Path, file: UploadFile | None, text: str, told: dict[str, str]) -> tuple[Path, TableColumns | None]:
    """The file to read: what was sent, or a table of one row made of the pasted text and what was told of it."""
    if file is not None and file.filename:
        ending = Path(file.filename).suffix.lower()
        if ending not in ENDINGS:
            raise InputError(f"A file ending in '{ending}' is not read here; send {', '.join(ENDINGS)}.")
        body = file.file.read()
        path = folder / f"sent-{hashlib.sha256(body).hexdigest()[:12]}{ending}"
        path.write_bytes(body)
        return path, None
    if not text.strip():
        raise InputError("There is no text; paste the report's words or choose a file.")
    row = {"key": f"pasted-{hashlib.sha256(text.encode()).hexdigest()[:12]}", "text": text}
    row |= {name: value for name, value in told.items() if value.strip()}
    path = folder / "pasted.jsonl"
    path.write_bytes(msgspec.json.encode(row))
    return path, TableColumns(**{name: name for name in row})


def taken_in(work: Work, path: Path, columns: TableColumns | None) -> dict[str, Any]:
    """Reads a file into the ledger. Raises: InputError for the first thing in it that cannot be read, if nothing can."""
    settings, looked = work.settings, ReadSummary()
    ids = [r.id for r in gather([path], columns, work.theatre, looked)]
    if not ids and looked.errors:
        raise InputError(str(looked.errors[0]).replace(str(path), path.name))
    with Worker.turns, work.atlas() as atlas:
        summary = read_into(atlas.ledger, [path], settings.theatre, settings.reader, columns)
        atlas.view()
    return {"reports": ids, "read": summary.read, "already": summary.already, "claims": summary.claims, "copies": summary.copies}
