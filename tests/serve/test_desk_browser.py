"""The desk in a real browser over a real server on a ledger that may be written to."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe

from claimatlas import Atlas
from claimatlas.scale.background import serving
from claimatlas.serve import Settings, create_app

NEW = "The Syrian Arab Army captured the town of Maadan from ISIS on Tuesday, a military source said."


@pytest.fixture
def desk(scratch: Path, chromium: Any) -> Iterator[str]:
    """The address of a server of a scratch ledger."""
    app = create_app(Settings(scratch, reader="rules", author="ana", rates=(100_000, 1000, 1000)))
    with serving(uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))) as address:
        yield address


def serious(page: Any) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{v['id']} {v['nodes'][0]['html'][:120]}" for v in found if v["impact"] in ("serious", "critical")]


@pytest.mark.parametrize(("width", "height"), [(1280, 860), (390, 844)])
def test_from_the_queue_to_a_verdict_by_key_and_back(desk: str, opened: Any, width: int, height: int) -> None:
    page = opened(desk, "/desk", width=width, height=height)
    assert serious(page) == []
    page.get_by_role("link", name="No place found").click()
    page.wait_for_url("**why=place*")
    page.locator("main ul.lines a").first.click()
    page.locator(".card.active").wait_for()
    assert serious(page) == []
    active = page.locator(".card.active")
    first = active.get_attribute("id")
    page.keyboard.press("a")
    page.locator(f"#{first}.accept").wait_for()
    assert "accepted" in page.locator(f"#{first} .state").inner_text()
    page.keyboard.press("u")
    page.locator("#said", has_text="Taken back").wait_for()
    assert page.locator(f"#{first} .state").inner_text() == "no verdict"
    page.keyboard.press("r")
    page.locator(f"#{first}.reject").wait_for()
    page.reload()
    assert "rejected by ana" in page.locator(f"#{first} .state").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 390])
def test_a_claim_is_taken_down_with_a_reason_and_comes_back(desk: str, opened: Any, width: int) -> None:
    page = opened(desk, "/search?q=14+air+strikes", width=width)
    page.locator("blockquote a").first.click()
    page.get_by_role("link", name="Code it at the desk").click()
    card = page.locator(".card.active")
    card.wait_for()
    claim = card.get_attribute("id")
    card.get_by_role("button", name="Take down").click()
    dialog = page.get_by_role("dialog", name="Take the claim down")
    assert serious(page) == []
    dialog.get_by_role("button", name="Take down").click()
    assert dialog.is_visible()  # not without a reason
    dialog.get_by_label("Why").fill("asked <b>by</b> the court")
    dialog.get_by_role("button", name="Take down").click()
    page.get_by_text(f"Claim {claim} was taken down by ana").wait_for()
    assert "asked <b>by</b> the court" in page.locator("main").inner_text()
    assert page.locator(f".card#{claim}").count() == 0
    page.goto(f"{desk}/judgements")
    with page.expect_navigation():
        page.get_by_role("button", name="Undo").first.click()
    page.locator("td", has_text="undo").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_words_of_the_claim_at_hand_are_marked(desk: str, opened: Any) -> None:
    page = opened(desk, "/search?q=14+air+strikes")
    page.locator("blockquote a").first.click()
    page.get_by_role("link", name="Code it at the desk").click()
    page.locator(".card.active").wait_for()
    assert page.locator("#text .on-quote").count() > 0
    assert page.locator("#text .on-agent").first.inner_text().startswith("Russian")
    page.keyboard.press("j")
    assert "withdrew" in page.locator("#text .on-quote").first.inner_text() + page.locator("#text").inner_text()
    assert page.locator(".card.active").get_attribute("id") != page.locator(".card").first.get_attribute("id")


def test_a_slot_is_edited_with_completion_and_numbers(desk: str, opened: Any) -> None:
    page = opened(desk, "/search?q=14+air+strikes")
    page.locator("blockquote a").first.click()
    page.get_by_role("link", name="Code it at the desk").click()
    page.locator(".card.active").wait_for()
    page.keyboard.press("e")
    form = page.locator(".card.active form")
    form.locator("select[name=type]").select_option("shelling")
    agent = form.locator("[data-slot=agent]")
    agent.get_by_role("button", name="Remove").first.click()
    agent.locator("input").fill("Daesh")
    agent.get_by_role("option").first.wait_for()
    agent.locator("input").press("Enter")
    form.get_by_label("Least").first.fill("20")
    form.get_by_label("Most").first.fill("20")
    form.get_by_label("Why").fill("the monitor's list says so")
    form.get_by_role("button", name="Save").click()
    card = page.locator(".card.active")
    page.locator(".card.edit").first.wait_for()
    assert "Islamic State" in card.inner_text() and "shelling" in card.inner_text() and "20" in card.inner_text()
    assert "edited by ana" in card.inner_text()
    page.goto(f"{desk}/judgements")
    assert "the monitor's list says so" in page.locator("table").inner_text()
    page.get_by_role("button", name="Undo").click()
    page.wait_for_timeout(800)
    assert page.get_by_role("button", name="Undo").count() == 0


def test_keys_are_listed_and_undo_uncovers_the_verdict_below(desk: str, opened: Any, scratch: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("5 August 2017\n\nISIS attacked the village of Tell Marzuqiyah on Friday, activists said.")
    with Atlas.open(scratch) as atlas:
        atlas.read([tmp_path / "other.txt"], reader="rules")
    page = opened(desk, "/desk")
    page.locator("main ul.lines a").first.click()
    page.locator(".card.active").wait_for()
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Keys").wait_for()
    page.keyboard.press("r")
    page.keyboard.press("Escape")
    state = page.locator(".card.active .state")
    assert state.inner_text() == "no verdict"
    page.keyboard.press("r")
    page.locator(".card.active.reject").wait_for()
    page.keyboard.press("a")
    page.locator(".card.active.accept").wait_for()
    page.keyboard.press("u")
    page.locator(".card.active.reject").wait_for()
    assert state.inner_text() == "rejected by ana"
    page.keyboard.press("e")
    page.keyboard.press("Escape")
    assert page.locator(".card.active form").is_hidden()
    here = page.url.partition("#")[0]
    page.keyboard.press("n")
    page.wait_for_url(lambda url: "/desk/" in url and not url.startswith(here))


@pytest.mark.parametrize("width", [1280, 390])
def test_a_pasted_report_is_seen_coded(desk: str, opened: Any, width: int) -> None:
    page = opened(desk, "/read", width=width)
    assert serious(page) == []
    page.get_by_label("Text").fill(NEW)
    page.get_by_label("Publisher").fill("SANA")
    page.get_by_label("Published").fill("2017-08-09")
    page.get_by_role("button", name="Read").click()
    page.locator(".card").first.wait_for(timeout=60_000)
    assert "Maadan" in page.locator(".card").first.inner_text()
    page.goto(f"{desk}/?on=2017-08-09")
    page.locator("#places tr", has_text="Maadan").wait_for()
