"""The web map in a real browser, opened from disk with the network shut off."""

from pathlib import Path
from typing import Any

import pytest

from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.webmap import write_webmap


@pytest.fixture
def browser(chromium: Any) -> Any:
    """The Chromium of all tests."""
    return chromium


def opened(browser: Any, path: Path, **how: Any) -> tuple[Any, list[str], list[str]]:
    """The page after its map has been drawn, with what it asked for and what went wrong."""
    page = browser.new_context(offline=True, **how).new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.on("pageerror", lambda e: wrong.append(str(e)))
    page.on("console", lambda m: wrong.append(m.text) if "GL Driver" not in m.text and m.type in ("error", "warning") else None)
    page.on("dialog", lambda d: wrong.append(f"dialog {d.message}"))
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-map=ready]", timeout=60_000)
    return page, asked, wrong


@pytest.fixture
def path(view: AtlasView, tmp_path: Path) -> Path:
    """The page on disk."""
    write_webmap(view, tmp_path / "map.html", [])
    return tmp_path / "map.html"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_map_is_drawn_without_a_request(browser: Any, path: Path, scheme: str) -> None:
    page, asked, wrong = opened(browser, path, viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    assert [u for u in asked if not u.startswith(("blob:", "data:"))] == [path.as_uri()]
    assert wrong == []
    assert page.locator("canvas.maplibregl-canvas").bounding_box()["width"] == 860
    page.context.close()


def test_a_click_on_a_mark_opens_its_claims(browser: Any, path: Path) -> None:
    page, _, wrong = opened(browser, path, viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.get_by_role("button", name="Palmyra", exact=True).press("Enter")
    assert page.locator("#panel-title").inner_text() == "Palmyra"
    assert "Held by the Syrian Arab Army since 1 March 2017" in page.locator(".verdict").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    page.get_by_role("button", name="al-Sukhnah", exact=True).click()
    page.wait_for_timeout(1200)
    page.keyboard.press("Escape")
    page.mouse.click(420 + 430, 400)  # the map was centred on al-Sukhnah
    assert page.locator("#panel-title").inner_text() == "al-Sukhnah"
    marked = page.locator("#panel blockquote mark").first.inner_text()
    assert marked == "The army entered the town of al-Sukhnah from the south on Tuesday"
    assert wrong == []
    page.context.close()


def test_search_and_key_filter_the_table(browser: Any, path: Path) -> None:
    page, _, _ = opened(browser, path, viewport={"width": 1280, "height": 800})
    rows = page.locator("#places tbody tr:not([hidden])")
    whole = rows.count()
    page.locator("#search").fill("RAQQA")
    assert 0 < rows.count() < whole and page.locator("#found").inner_text() == f"{rows.count()} places listed"
    page.locator("#search").press("Enter")
    assert page.locator("#panel").is_visible()
    page.keyboard.press("Escape")
    page.locator("#search").fill("")
    page.get_by_role("button", name="Contested", exact=True).click()
    assert rows.count() == whole - 3
    page.context.close()


def test_markup_in_reports_is_shown_as_text(browser: Any, path: Path) -> None:
    page, _, wrong = opened(browser, path, viewport={"width": 1280, "height": 800})
    page.get_by_role("button", name="Raqqa province", exact=True).click()
    assert "Residents <b>fled</b> the southern villages" in page.locator("#panel blockquote").first.inner_text()
    page.get_by_role("button", name="All places").click()
    page.get_by_role("button", name="Umm Rahil", exact=True).click()
    assert "names a new leader </script><script>alert(1)</script>" in page.locator("#panel .cite").first.inner_text()
    assert wrong == []
    page.context.close()


def test_phone_has_a_sheet_that_opens(browser: Any, path: Path) -> None:
    page, _, _ = opened(browser, path, viewport={"width": 390, "height": 844}, has_touch=True)
    assert page.evaluate("() => document.documentElement.scrollWidth") == 390
    low = page.locator("#desk").bounding_box()
    page.locator("#handle").click()
    page.wait_for_timeout(500)
    assert page.locator("#desk").bounding_box()["y"] < low["y"] - 200
    assert page.locator("#handle").get_attribute("aria-expanded") == "true"
    page.context.close()
