"""What each page tells."""

import feedparser
import pytest
from fastapi.testclient import TestClient

from claimatlas.serve.pages.events import words
from claimatlas.serve.pages.places import span_words
from claimatlas.serve.pages.reports import pieces

SUKHNAH = "syria_iraq:al-sukhnah"


def text(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.text


def test_a_place_tells_its_holders_and_its_arabic_name(client):
    told = text(client, f"/places/{SUKHNAH}")
    assert "السخنة" in told and "Held by the Syrian government since 5 August 2017" in told
    assert "captured the town of al-Sukhnah from ISIS" in told


def test_an_event_tells_its_voices_and_its_rival_words(client):
    found = client.get("/api/events", params={"type": "capture", "place": "syria_iraq:ghanim-al-ali"}).json()["events"]
    told = text(client, f"/events/{found[0]['id']}")
    assert "Who tells it" in told and "denies it" in told and "Set right" in told


def test_an_actor_tells_its_names_and_deeds(client):
    told = text(client, "/actors/islamic_state")
    assert "Daesh" in told and "What it is told to have done" in told


def test_a_source_tells_its_record_and_forecast(client):
    told = text(client, "/sources")
    assert "Syrian Observatory for Human Rights" in told
    assert "Brier" in told


def test_a_source_with_odd_letters_in_its_name(client):
    assert "Odd / Press &amp; Co" in text(client, "/sources/Odd%20%2F%20Press%20%26%20Co")


def test_search_finds_words_and_names_in_either_script(client):
    latin, arabic = text(client, "/search?q=al-Sukhnah"), text(client, "/search?q=السخنة")
    for told in (latin, arabic):
        assert "/places/syria_iraq%3Aal-sukhnah" in told and "14 air strikes" in told


def test_changes_between_two_dates(client):
    told = text(client, "/changes?since=2017-08-02&until=2017-08-06")
    assert "al-Sukhnah" in told and "places told otherwise" in told
    assert "is not after" in text(client, "/changes?since=2017-08-06&until=2017-08-02")


def test_the_brief_on_a_date_as_known_then(client):
    told = text(client, "/brief?on=2017-08-05&known=2017-08-03")
    assert "as known on 3 August 2017" in told
    assert "captured the town of al-Sukhnah" not in told
    assert "captured the town of al-Sukhnah" in text(client, "/brief?on=2017-08-05")


@pytest.mark.parametrize(("ending", "start"), [("md", b"#"), ("pdf", b"%PDF"), ("html", b"<!doctype html>")])
def test_the_brief_as_a_file(client, ending, start):
    answer = client.get(f"/brief.{ending}?on=2017-08-02")
    assert answer.content.startswith(start)
    assert answer.headers["content-disposition"] == f'attachment; filename="brief-2017-08-02.{ending}"'


def test_the_map_as_a_picture(client):
    assert client.get("/map.svg?on=2017-08-02").text.lstrip().startswith("<?xml")
    assert client.get("/map.exe?on=2017-08-02").status_code == 404


def test_the_claim_asked_for_stands_out(client):
    claim = client.get("/api/claims", params={"type": "airstrike"}).json()["claims"][0]
    told = text(client, f"/reports/{claim['report']['id']}?claim={claim['id']}")
    assert f'class="chosen" id="{claim["id"]}"' in told


@pytest.mark.parametrize("path", ["/events/e_0", "/places/nowhere", "/actors/nobody", "/sources/none", "/reports/r_0", "/nothing"])
def test_what_is_not_there_is_said_on_a_page(client, path):
    answer = client.get(path)
    assert answer.status_code == 404 and "<h1>" in answer.text


def test_text_is_cut_at_the_bounds_of_spans():
    parts = pieces("abcdef", [(1, 4, "x"), (2, 6, "y")])
    assert "".join(p["text"] for p in parts) == "abcdef"
    assert [(p["text"], p["ids"]) for p in parts] == [("a", []), ("b", ["x"]), ("cd", ["x", "y"]), ("ef", ["y"])]


def test_spans_in_words():
    assert span_words("2017-08-01", "2017-08-04") == "1–4 August 2017"
    assert span_words(None, "2017-08-04") == "until 4 August 2017"
    assert span_words("2017-08-01", None) == "since 1 August 2017"


def test_values_in_words():
    assert words([{"name": "Islamic State", "id": "x"}]) == "Islamic State"
    assert words({"low": 3, "high": None}) == "low 3"
    assert words(None) == "not told"


def test_the_feed_tells_of_towns_that_changed_hands_and_of_corrections(client):
    told = feedparser.parse(client.get("/feed.atom").text)
    assert not told.bozo
    titles = " ".join(e.title for e in told.entries)
    assert "al-Sukhnah: held by" in titles and "Correction:" in titles
    assert all(client.get(e.link).status_code == 200 for e in told.entries if e.get("link"))
