"""The pages in a real browser: no serious fault of access, nothing wrong on the console, nothing wider than the screen."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

PATHS = (
    "/brief?on=2017-08-02", "/sources", "/sources/SANA", "/changes?since=2017-08-02&until=2017-08-06", "/search?q=al-Sukhnah",
    "/places/syria_iraq:al-sukhnah", "/actors/islamic_state", "/reports", "/api",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_pages_are_readable_by_all_at_both_widths(address: str, opened: Any, client: Any, path: str) -> None:
    page = opened(address, path, width=1280, color_scheme="dark")
    serious = [v for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]
    assert [(v["id"], v["nodes"][0]["html"]) for v in serious] == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_an_event_from_the_map_to_its_words(address: str, opened: Any, client: Any) -> None:
    found = client.get("/api/events", params={"type": "capture", "place": "syria_iraq:ghanim-al-ali"}).json()["events"]
    page = opened(address, f"/events/{found[0]['id']}")
    page.locator("blockquote a").first.click()
    assert page.locator("mark.chosen").count() >= 1
    serious = [v["id"] for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]
    assert serious == []


def test_search_answers_while_typing(address: str, opened: Any, client: Any) -> None:
    page = opened(address, "/search")
    page.get_by_role("searchbox").press_sequentially("السخنة")
    page.locator("#results .claim").first.wait_for()
    assert page.locator("#results a", has_text="al-Sukhnah").count() >= 1
    assert page.evaluate("new URLSearchParams(location.search).get('q')") == "السخنة"
