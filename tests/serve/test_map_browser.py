"""The map page in a real browser over a real server: each feature by what a reader sees of it."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

SIZES = [(1280, 860), (390, 844)]


@pytest.fixture
def atlas(address: str, opened: Any) -> Any:
    """Opens the map at a state of the address and waits until it is drawn."""

    def call(query: str = "?on=2017-08-06", width: int = 1280, height: int = 860, **how: Any) -> Any:
        page = opened(address, f"/{query}", width=width, height=height, **how)
        page.wait_for_selector("html[data-map=ready]", state="attached", timeout=60_000)
        return page

    return call


def rows(page: Any) -> list[str]:
    page.wait_for_timeout(300)
    return [r.split("\t")[0].strip() for r in page.locator("#places tbody tr").all_inner_texts()]


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_drawn_and_has_no_serious_fault_of_access(atlas, width, height, scheme):
    page = atlas(width=width, height=height, color_scheme=scheme)
    assert page.locator("canvas.maplibregl-canvas").bounding_box()["width"] == (880 if width == 1280 else 390)
    assert {"al-Sukhnah", "Idlib"} <= set(rows(page))
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []


def test_the_slider_and_its_keys_change_the_date_the_holds_and_the_address(atlas):
    page = atlas("?on=2017-08-05")
    assert "Held by Syrian government" in page.locator("#places").inner_text()
    page.locator("#slider").focus()
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(400)
    assert page.locator("#on").input_value() == "2017-08-01" and "on=2017-08-01" in page.url
    sukhnah = page.locator("#places tr", has_text="al-Sukhnah").inner_text()
    assert "Held by Syrian government" not in sukhnah


def test_play_moves_the_date_on_and_stops_at_the_last(atlas):
    page = atlas("?on=2017-08-04")
    page.get_by_role("button", name="Play").click()
    page.get_by_role("button", name="Play").wait_for(timeout=10_000)
    page.wait_for_timeout(2500)
    assert page.locator("#on").input_value() == "2017-08-06"


def test_known_by_an_earlier_date_takes_back_what_came_later(atlas):
    page = atlas("?on=2017-08-05")
    assert "Held by Syrian government" in page.locator("#places tr", has_text="al-Sukhnah").inner_text()
    page.locator("#known").fill("2017-08-04")
    page.locator("#kicker", has_text="as known on 4 August 2017").wait_for()
    page.wait_for_timeout(400)
    assert "Held by Syrian government" not in page.locator("#places tr", has_text="al-Sukhnah").inner_text()
    assert "known=2017-08-04" in page.url


def test_without_a_source(atlas):
    page = atlas("?on=2017-08-06&without=Enab%20Baladi")
    page.locator("#kicker", has_text="without Enab Baladi").wait_for()
    assert "Held by Syrian government" not in page.locator("#places tr", has_text="al-Sukhnah").inner_text()


def test_filters_by_type_actor_source_stance_and_their_clearing(atlas):
    page = atlas("?on=2017-08-06")
    whole = rows(page)
    page.locator("#filters summary").click()
    page.locator("select[name=type]").select_option("airstrike")
    assert set(rows(page)) == {"al-Sukhnah", "Raqqa"}
    page.locator("#clear").click()
    assert rows(page) == whole
    page.locator("input[name=actor]").fill("Russia")
    page.locator("input[name=actor]").press("Enter")
    assert set(rows(page)) == {"al-Sukhnah", "Raqqa"} and "actor=Russia" in page.url
    page.locator("#clear").click()
    page.locator("input[name=source]").fill("Odd / Press & Co")
    page.locator("input[name=source]").press("Enter")
    assert rows(page) == ["Maadan"]
    page.locator("#clear").click()
    page.locator("select[name=stance]").select_option("denied")
    assert rows(page) == ["Ghanim al-Ali"]


def test_the_key_hides_and_shows_kinds(atlas):
    page = atlas("?on=2017-08-06")
    assert "Raqqa" in rows(page)
    entry = page.get_by_role("button", name="Fire, air strikes, killing, damage")
    entry.click()
    assert entry.get_attribute("aria-pressed") == "false" and "Raqqa" not in rows(page)


def test_an_area_drawn_by_hand_and_by_the_view(atlas):
    page = atlas("?on=2017-08-06&at=6.50,35.0000,38.5000")
    whole = rows(page)
    page.locator("#filters summary").click()
    page.get_by_role("button", name="Draw on the map").click()
    box = page.locator("#map").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for dx, dy in [(-330, -250), (-100, -250), (-100, 250), (-330, 250)]:
        page.mouse.click(x + dx, y + dy)
        page.wait_for_timeout(350)
    page.get_by_role("button", name="Finish the area").click()
    inside = rows(page)
    assert "Idlib" in inside and "Raqqa" not in inside and "area=" in page.url
    page.get_by_role("button", name="Clear area").click()
    assert rows(page) == whole
    page.get_by_role("button", name="What the map shows").click()
    assert rows(page) == whole


def test_a_town_opens_its_holders_rival_words_and_quotes_and_the_report(atlas):
    page = atlas("?on=2017-08-02&compare=2017-07-25")
    page.get_by_role("button", name="Ghanim al-Ali", exact=True).first.press("Enter")
    panel = page.locator("#panel")
    panel.get_by_text("Who held it").wait_for()
    assert "ISIS still controls the town of Ghanim al-Ali" in panel.inner_text()
    assert "place=syria_iraq" in page.url
    panel.locator("blockquote a", has_text="still controls").first.click()
    assert page.locator("mark.chosen").first.inner_text().startswith("ISIS still controls")


def test_a_click_on_a_mark_and_escape(atlas):
    page = atlas("?on=2017-08-06&place=syria_iraq:al-sukhnah&at=9.00,34.8853,38.8711")
    page.locator("#panel-title", has_text="al-Sukhnah").wait_for()
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    box = page.locator("#map").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.locator("#panel-title", has_text="al-Sukhnah").wait_for()


def test_arabic_names(atlas):
    page = atlas("?on=2017-08-06&ar=1")
    assert "السخنة" in rows(page)


def test_two_dates_compared(atlas):
    page = atlas("?on=2017-08-06&compare=2017-07-29")
    changed = page.locator("#changed").inner_text()
    assert "al-Sukhnah" in changed and "29 July 2017" in changed and "held by Syrian government" in changed


def test_search_finds_a_place_in_any_letters(atlas):
    page = atlas()
    page.locator("#search").fill("IDLIB")
    assert rows(page) == ["Idlib"]
    page.locator("#search").press("Enter")
    page.locator("#panel-title", has_text="Idlib").wait_for()


def test_an_address_opens_the_same_picture(atlas):
    page = atlas("?on=2017-08-02&span=30&type=airstrike,shelling&hide=mode:struck&q=al&at=7.00,34.9000,38.9000")
    first = rows(page)
    page.locator("#search").press("End")
    address = page.url
    assert "span=30" in address and "at=7.00" in address
    again = atlas("?" + address.split("?")[1])
    assert rows(again) == first


def test_hostile_words_stay_words(atlas):
    page = atlas("?on=2017-08-03&place=syria_iraq:palmyra")
    page.locator("#panel blockquote").first.wait_for()
    assert "<script>alert(1)</script>" in page.locator("#panel").inner_text()
    assert page.locator("#panel script, #panel img").count() == 0
