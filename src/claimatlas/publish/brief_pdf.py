"""The daily brief as a PDF to be printed: the map of the day, the sections, and the words that every line rests on."""

from datetime import UTC, datetime, time
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import matplotlib
from fpdf import FPDF

from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.brief import cited, short_id, told_sections
from claimatlas.publish.digest import Section
from claimatlas.publish.figure import write_figure
from claimatlas.publish.words import day

MARGIN, WIDTH = 18.0, 174.0
"""Millimetres on A4."""
INK, SOFT, RULE = (29, 27, 24), (95, 90, 82), (205, 198, 186)
FACES = {"": "DejaVuSerif", "B": "DejaVuSerif-Bold", "I": "DejaVuSerif-Italic"}


@cache
def _fonts() -> Path:
    return Path(matplotlib.get_data_path()) / "fonts" / "ttf"


class _Paper(FPDF):
    """A4 with a running foot; text in DejaVu, which has Latin, Greek, Cyrillic and Arabic letters."""

    def __init__(self, foot: str) -> None:
        super().__init__(format="A4")
        self.foot = foot
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.c_margin = 0.0
        self.set_auto_page_break(True, margin=22)
        for style, name in FACES.items():
            self.add_font("serif", style, _fonts() / f"{name}.ttf")
        self.add_font("sans", "", _fonts() / "DejaVuSans.ttf")
        self.set_fallback_fonts(["sans"], exact_match=False)
        self.set_text_shaping(True)

    def footer(self) -> None:
        """Runs at the end of every page; source: fpdf2."""
        self.set_y(-15)
        self.set_font("sans", size=7)
        self.set_text_color(*SOFT)
        self.cell(WIDTH - 20, 5, self.foot)
        self.cell(20, 5, str(self.page_no()), align="R")

    def say(self, text: str, size: float = 10, style: str = "", color: tuple[int, int, int] = INK, gap: float = 1.5) -> None:
        """A paragraph over the whole width."""
        self.set_font("serif", style, size)
        self.set_text_color(*color)
        self.multi_cell(WIDTH, size * 0.53, text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(gap)

    def rule(self, color: tuple[int, int, int] = RULE, width: float = 0.2) -> None:
        """A line across."""
        self.set_draw_color(*color)
        self.set_line_width(width)
        self.line(MARGIN, self.get_y(), MARGIN + WIDTH, self.get_y())
        self.ln(2)


def brief_pdf(view: AtlasView) -> bytes:
    """The brief as a PDF; equal views give equal bytes."""
    paper = _Paper(f"Claimatlas · as of {day(view.on)}{_known(view)} · reported, not verified")
    # the file says when it is of, not when it was made: equal views, equal bytes
    paper.set_creation_date(datetime.combine(view.on, time(), UTC))
    paper.set_title(f"{view.theatre}: daily brief, {day(view.on)}")
    paper.add_page()
    told = told_sections(view)
    _head(paper, view)
    _plate(paper, view)
    for section in told:
        _section(paper, section)
    _words(paper, cited(view, told))
    return bytes(paper.output())


def _known(view: AtlasView) -> str:
    return f", as known on {day(view.known)}" if view.known else ""


def _head(paper: _Paper, view: AtlasView) -> None:
    paper.rule(INK, 0.9)
    paper.say(f"As of {day(view.on)}{_known(view)} · reported, not verified", 8, color=SOFT)
    paper.say(view.title or f"{view.theatre}: daily brief", 21, "B", gap=2)
    paper.say(f"{len(view.claims)} claims from {len(view.reports)} reports.", 11, color=SOFT, gap=3)


def _plate(paper: _Paper, view: AtlasView) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "map.png"
        write_figure(view, path)
        picture = path.read_bytes()
    paper.image(BytesIO(picture), x=MARGIN, w=WIDTH, alt_text=f"Map of who holds what on {day(view.on)}")
    paper.ln(4)


def _section(paper: _Paper, section: Section) -> None:
    if paper.get_y() > 250:
        paper.add_page()
    paper.ln(2)
    if section.level == 2:
        paper.rule(INK, 0.3)
    paper.say(section.title, 13 if section.level == 2 else 10.5, "B")
    if not section.lines and section.empty:
        paper.say(section.empty, color=SOFT)
    for line in section.lines:
        lead = f"{line.lead}: " if line.lead else ""
        paper.say(f"{lead}{line.text}", gap=0.3)
        paper.say(" ".join(short_id(i) for i in line.ids), 7, color=SOFT, gap=1)
        paper.rule()


def _words(paper: _Paper, claims: list[dict[str, Any]]) -> None:
    paper.add_page()
    paper.rule(INK, 0.3)
    paper.say("Claims and their words", 13, "B")
    for c in claims:
        paper.say(f"{short_id(c['id'])} · {c['type']} · {c['stance_words']}", 7, color=SOFT, gap=0.3)
        paper.say(c["sentence"], 9.5, gap=0.8)
        paper.say(f"“{c['exact']}”", 9, "I", SOFT, gap=0.6)
        report = c["report"]
        paper.say(
            f"{report['title']}, {report['publisher'] or 'publisher not named'}, {report['date'] or 'undated'}.", 8, color=SOFT, gap=1
        )
        paper.rule()
