"""The public atlas: every link leads to a file, its HTML is valid, it opens from disk."""

import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import html5lib
import pytest

from claimatlas import Atlas
from claimatlas.model.errors import InputError
from claimatlas.serve.site.publish import publish


@pytest.fixture(scope="module")
def site(told_ledger, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site") / "public"
    with Atlas.open(told_ledger) as atlas:
        assert publish(atlas, folder, hours=0) > 10
    return folder


def pages(site):
    return sorted(site.rglob("*.html"))


def test_every_link_leads_to_a_file(site):
    for page in pages(site):
        for href in re.findall(r'(?:href|src)="([^"]*)"', page.read_text(encoding="utf-8")):
            bare = unquote(urlsplit(urldefrag(href.replace("&amp;", "&")).url).path)
            if href.startswith(("data:", "#", "?")) or not bare:
                continue
            assert not href.startswith(("/", "http")), (page, href)
            assert (page.parent / bare).resolve().is_file(), (page, href)
            assert (page.parent / bare).resolve().is_relative_to(site.resolve())


def test_fragments_lead_to_an_element(site):
    for page in pages(site):
        text = page.read_text(encoding="utf-8")
        for href in re.findall(r'href="([^"]*#[^"]+)"', text):
            path, fragment = urldefrag(href.replace("&amp;", "&"))
            target = (page.parent / unquote(urlsplit(path).path)) if path else page
            assert f'id="{unquote(fragment)}"' in target.read_text(encoding="utf-8"), (page, href)


def test_all_html_is_valid_and_no_report_is_markup(site):
    for page in pages(site):
        text = page.read_text(encoding="utf-8")
        parser = html5lib.HTMLParser()
        parser.parse(text)
        assert parser.errors == [], (page, parser.errors[:2])
        assert "<script>alert" not in text and "<img src=x" not in text
        assert "Reported, not verified" in text
    assert all("<script>" not in p.read_text(encoding="utf-8") for p in (site / "data").rglob("*.js"))


def test_a_second_run_replaces_the_first_and_is_the_same(site, told_ledger, tmp_path):
    again = tmp_path / "again"
    shutil.copytree(site, again)
    (again / "events" / "old.html").write_text("x")
    with Atlas.open(told_ledger) as atlas:
        publish(atlas, again, hours=0)
    files = {p.relative_to(again) for p in again.rglob("*") if p.is_file()}
    assert files == {p.relative_to(site) for p in site.rglob("*") if p.is_file()}
    assert all((again / f).read_bytes() == (site / f).read_bytes() for f in files)


def test_other_files_are_never_replaced(told_ledger, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with Atlas.open(told_ledger) as atlas, pytest.raises(InputError, match="holds other files"):
        publish(atlas, tmp_path)
    assert (tmp_path / "thesis.txt").read_text() == "mine"


@pytest.mark.parametrize("width", [1280, 390])
def test_it_opens_from_disk(site: Path, opened, width):
    page = opened(site.as_uri(), "/index.html?on=2017-08-06", width=width, height=844)
    page.wait_for_selector("html[data-map=ready]", state="attached", timeout=60_000)
    page.get_by_role("button", name="al-Sukhnah", exact=True).press("Enter")
    page.get_by_text("since 5 August 2017").wait_for()
    page.get_by_role("link", name="All holders and events on its page").click()
    assert page.locator("h1").inner_text().startswith("al-Sukhnah")


PLANTED = (
    "Warplanes bombed the al-Zorgash hospital in the city of Idlib on Tuesday, killing the doctor Samir Haddoush, activists said. "
    "Samir Haddoush, a father of three, had worked there for years. Rana Qabbarous, a resident, said the army shelled the city of Idlib."
)
LATE = "The Syrian Arab Army captured the town of Saraqib from rebels on Wednesday, a military source said."


def test_planted_names_sites_and_late_positions_are_in_no_file(tmp_path):
    (tmp_path / "in").mkdir()
    for name, text in (("a", f"SANA, 2 August 2017\n\n{PLANTED}"), ("b", f"SANA, 10 August 2017\n\n{LATE}")):
        (tmp_path / "in" / f"Haddoush-{name}.txt").write_text(text, encoding="utf-8")
    with Atlas.open(tmp_path / "l.sqlite") as atlas:
        atlas.read([tmp_path / "in"], reader="rules")
        told = " ".join(c.quote.exact for c in atlas.claims())
        assert "Haddoush" in told and "Zorgash" in told and "Saraqib" in told
        publish(atlas, tmp_path / "public")
        publish(atlas, tmp_path / "open", hours=0)
    for name in ("Haddoush", "Qabbarous", "Zorgash"):
        assert [p for p in (tmp_path / "public").rglob("*") if p.is_file() and name.encode() in p.read_bytes()] == [], name
    words = (tmp_path / "public" / "data" / "claims.jsonl").read_text(encoding="utf-8")
    assert "[name withheld]" in words and "hospital" in words and "Saraqib" not in words
    assert "Saraqib" in (tmp_path / "open" / "data" / "claims.jsonl").read_text(encoding="utf-8")
    about = (tmp_path / "public" / "about.html").read_text(encoding="utf-8")
    assert "held back for 72 hours" in about and "events.geojson" in about
