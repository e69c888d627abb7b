"""The brief: links resolve, text is text, every claim is told once in the right section."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from markdown_it import MarkdownIt

from claimatlas.model.errors import InputError
from claimatlas.publish.atlas import AtlasView, Correction
from claimatlas.publish.brief import brief, markdown_text, write_brief
from claimatlas.publish.digest import changes, section_of, sections

NASTY = "</blockquote><script>alert(1)</script> **bold** [x](javascript:alert(1)) `c` | # <b>"


def rendered(view: AtlasView, ending: str) -> html.HtmlElement:
    """The brief as an HTML tree, Markdown rendered with HTML allowed."""
    text = brief(view, ending)
    return html.document_fromstring(MarkdownIt("commonmark").render(text) if ending == ".md" else text)


@pytest.mark.parametrize("ending", [".md", ".html"])
def test_every_link_resolves_to_a_quote(view: AtlasView, ending: str) -> None:
    tree = rendered(view, ending)
    targets = {str(e.get("id")) for e in tree.xpath("//*[@id]")}
    links = [str(a.get("href")) for a in tree.xpath("//a[@href]")]
    assert len(links) > 30 and {link.removeprefix("#") for link in links} == targets == set(view.claims)


@pytest.mark.parametrize("ending", [".md", ".html"])
def test_text_from_reports_stays_text(view: AtlasView, ending: str) -> None:
    reports = {i: replace(r, title=NASTY, publisher=NASTY, url="https://example.invalid/<b>") for i, r in view.reports.items()}
    holds = tuple(replace(h, place=replace(h.place, name=NASTY)) for h in view.holds)
    tree = rendered(replace(view, reports=reports, holds=holds, title=NASTY, generated=NASTY), ending)
    assert not tree.xpath("//script") and not tree.xpath("//b[not(parent::li or parent::p)]") and not tree.xpath("//img|//code")
    assert all(str(a.get("href")).startswith("#c_") for a in tree.xpath("//a[@href]"))
    assert "</blockquote><script>alert(1)</script> **bold** [x](javascript:alert(1)) `c` | # <b>" in tree.text_content()


@pytest.mark.parametrize(
    "text",
    ["- item", "1. item", "# head", "a*b*", "[x](y)", "<b>", "a_b_", "~~x~~", "> q", "www.x.invalid", "http://x.invalid", "a\n\n# b"],
)
def test_markdown_text(text: str) -> None:
    out = MarkdownIt("gfm-like", {"linkify": False}).render("> " + str(markdown_text(text)))
    tree = html.fragment_fromstring(out, create_parent=True)
    assert [e.tag for e in tree.iter()] == ["div", "blockquote", "p"]
    assert tree.text_content().split() == text.split()


def test_every_event_is_told_in_one_section(view: AtlasView) -> None:
    told = {section_of(view, e) for e in view.events}
    assert told == {"doubted", "forecast", "threat", "defection", "side", "area"}
    by_type = {(e.type, section_of(view, e)) for e in view.events}
    assert {("defect", "defection"), ("lead", "side"), ("threaten", "threat"), ("capture", "forecast"), ("displace", "area")} <= by_type


def test_what_changed(view: AtlasView) -> None:
    (line,) = changes(view)
    assert line.lead == "Ghanim al-Ali"
    assert line.text.startswith("was held by ISIS, now held by the Syrian Arab Army since 31 July 2017;")
    without = changes(replace(view, before=()))
    assert any("captured Ghanim al-Ali" in x.text for x in without)


def test_corrections_name_the_corrected_reports(view: AtlasView) -> None:
    by = view.corrections[0].by
    wrong = next(c for c in view.claims.values() if c.report_id == "euphrates-post")
    text = brief(replace(view, corrections=(Correction(by, (wrong.id,), "as above"),)), ".md")
    assert "This corrects «Half of Raqqa taken, say fighters» (Euphrates Post). As above." in text


def test_areas_come_by_province(view: AtlasView) -> None:
    titles = [s.title for s in sections(view) if s.level == 2]
    assert titles[0] == "What changed since 26 July 2017"
    assert titles[1:7] == [f"{p} province" for p in ("Deir ez-Zor", "Hama", "Homs", "Idlib", "Raqqa", "Suwayda")]


def test_claims_told_alike_are_one_sentence(view: AtlasView) -> None:
    event = next(e for e in view.events if e.type == "clash")
    first = view.claims[event.claims[0]]
    twin = replace(first, id="c_twin", report_id="desert-wire")
    both = replace(view, claims={**view.claims, "c_twin": twin}, events=(replace(event, claims=(*event.claims, "c_twin")),))
    text = brief(both, ".md")
    assert "According to Idlib Voice and Desert Wire, Jaysh Maghawir al-Thawra clashed" in text


def test_same_view_same_bytes_and_no_request(view: AtlasView, tmp_path: Path) -> None:
    for ending in (".md", ".html"):
        write_brief(view, tmp_path / f"a{ending}")
        write_brief(view, tmp_path / f"b{ending}")
        assert (tmp_path / f"a{ending}").read_bytes() == (tmp_path / f"b{ending}").read_bytes()
        assert not re.search(r"https?:", (tmp_path / f"a{ending}").read_text(encoding="utf-8"))


def test_other_endings_are_refused(view: AtlasView, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.md or \.html"):
        write_brief(view, tmp_path / "a.docx")
