"""The daily brief, in Markdown or HTML: by area, each sentence linked to the words and the report that it rests on."""

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from claimatlas.model.errors import InputError
from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.digest import Line, Section, sections
from claimatlas.publish.rows import claim_row, report_row
from claimatlas.publish.words import day

MARKDOWN = re.compile(r"([\\`*_\[\]<>&#|~$!{}])")
LINE_START = re.compile(r"^(\s*\d*)([-+=.)])")
SHORT = 10
STANCE = {
    "fact": "told as fact",
    "alleged": "alleged",
    "denied": "denied",
    "conditional": "threatened or possible",
    "predicted": "expected",
}


def markdown_text(value: object) -> Markup:
    """Text in which nothing is Markdown or HTML any more, on one line; what is marked as safe passes."""
    if isinstance(value, Markup):
        return value
    text = MARKDOWN.sub(r"\\\1", re.sub(r"\s+", " ", str(value)))
    text = re.sub(r"(?i)\b(https?|ftp|mailto):", r"\1\\:", text)
    text = re.sub(r"(?i)\bwww\.", r"www\\.", text)
    return Markup(LINE_START.sub(r"\1\\\2", text))


def short_id(claim_id: str) -> str:
    """«c_1a2b3c4d…»: enough of an id to tell it from others by eye."""
    return claim_id if len(claim_id) <= SHORT + 1 else claim_id[:SHORT] + "…"


def _report(view: AtlasView, report_id: str) -> dict[str, Any]:
    report = view.reports.get(report_id)
    if report is None:
        return {"title": report_id, "publisher": None, "date": None, "url": None}
    return {**report_row(view, report_id), "date": day(report.published) if report.published else None}


def cited(view: AtlasView, told: list[Section]) -> list[dict[str, Any]]:
    """The appendix: each claim cited, once, in the order of its first use."""
    ids = list(dict.fromkeys(i for section in told for line in section.lines for i in line.ids))
    rows = []
    for claim_id in ids:
        row = claim_row(view, view.claims[claim_id])
        rows.append({"id": claim_id, **row, "stance_words": STANCE[row["stance"]], "report": _report(view, row["report"])})
    return rows


@cache
def _environment(ending: str) -> Environment:
    if ending == ".html":
        return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return Environment(autoescape=False, finalize=markdown_text, trim_blocks=True, lstrip_blocks=True)


def told_sections(view: AtlasView) -> list[Section]:
    """The brief's sections with the ids that the view has no claim for left out, so that every link resolves."""

    def clean(line: Line) -> Line:
        return Line(line.text, tuple(i for i in line.ids if i in view.claims), line.lead)

    return [Section(s.title, tuple(clean(x) for x in s.lines), s.level, s.empty) for s in sections(view)]


def brief(view: AtlasView, ending: str) -> str:
    """The brief's text; `ending` is .md or .html."""
    told = told_sections(view)
    template = (files("claimatlas.publish") / "page" / f"brief{ending}.j2").read_text(encoding="utf-8")
    published = view.published()
    return _environment(ending).from_string(template).render(
        title=view.title or f"{view.theatre}: daily brief",
        on=day(view.on),
        known=day(view.known) if view.known else "",
        reports=[_report(view, i) for i in sorted(view.reports, key=lambda i: (view.reports[i].published or view.on, i))],
        first=day(published[0]) if published else "",
        last=day(published[1]) if published else "",
        standfirst=view.standfirst,
        sections=told,
        claims=cited(view, told),
        counts={"claims": len(view.claims), "reports": len(view.reports), "events": len(view.events)},
        generated=view.generated,
        short=short_id,
        raw=Markup,
    )  # fmt: skip


def write_brief(view: AtlasView, path: Path) -> None:
    """Writes .md or .html by the path's ending; InputError for another ending."""
    ending = path.suffix.lower()
    if ending not in (".md", ".html"):
        raise InputError(f"{path}: a brief is written as .md or .html; give the file one of these endings.")
    path.write_text(brief(view, ending).rstrip() + "\n", encoding="utf-8", newline="\n")
