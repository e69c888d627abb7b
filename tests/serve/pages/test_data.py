"""The data that the map asks for."""

import pytest

SUKHNAH = "syria_iraq:al-sukhnah"


@pytest.fixture
def columns(client):
    return client.get("/api/atlas").json()


def test_every_event_is_there_once_with_numbers_that_point_into_the_lists(client, columns):
    events = columns["events"]
    total = client.get("/api/events").json()["total"]
    assert len(set(events["id"])) == len(events["id"]) == total == columns["counts"]["events"]
    assert all(len(values) == total for values in events.values())
    assert all(p is None or p < len(columns["places"]) for p in events["place"])
    assert all(t < len(columns["types"]) for t in events["type"])
    assert all(s < len(columns["sources"]) for row in events["sources"] for s in row)


def test_holds_answer_as_the_ledger_does(client, columns):
    for on in ("2017-08-02", "2017-08-06"):
        told = {h["place"]["id"]: h["status"] for h in client.get("/api/holds", params={"on": on}).json()}
        day, holds = (17380 if on == "2017-08-02" else 17384), columns["holds"]
        drawn = {}
        for i, place in enumerate(holds["place"]):
            if (holds["start"][i] is None or holds["start"][i] <= day) and (holds["end"][i] is None or holds["end"][i] >= day):
                drawn[columns["places"][place]["key"]] = columns["held"][holds["status"][i]]
        assert {k: v for k, v in drawn.items() if ":" in k} == told


def test_known_by_an_earlier_date_and_without_a_source(client, columns):
    early = client.get("/api/atlas", params={"known": "2017-08-02"}).json()
    assert early["counts"]["reports"] < columns["counts"]["reports"]
    left = client.get("/api/atlas", params={"without": "SANA"}).json()
    assert "SANA" in {s["name"] for s in columns["sources"]} - {s["name"] for s in left["sources"]}
    assert left["counts"]["reports"] == columns["counts"]["reports"] - 1
    refused = client.get("/api/atlas", params={"without": "nobody at all"})
    assert refused.status_code == 422 and "nobody at all" in refused.json()["detail"]


def test_an_answer_that_is_the_same_need_not_be_sent_again(client):
    first = client.get("/api/atlas")
    again = client.get("/api/atlas", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304 and again.content == b""


def test_areas_of_a_date(client):
    areas = client.get("/api/areas", params={"on": "2017-08-06"}).json()
    assert {a["name"] for a in areas} >= {"al-Sukhnah", "Idlib"}
    assert all(a["shape"]["type"] in ("Polygon", "MultiPolygon") for a in areas)


def test_a_place_over_time(client):
    told = client.get(f"/api/places/{SUKHNAH}").json()
    assert told["history"][-1]["side"] == "government" and told["history"][-1]["from"] == "2017-08-05"
    assert all(c["exact"] for h in told["history"] for c in h["claims"])


def test_one_place_in_any_spelling(client):
    assert client.get("/api/hold", params={"place": "Sukhna", "on": "2017-08-06"}).json()["status"] in ("held", "claimed")
    assert client.get("/api/hold", params={"place": "Nowhereville", "on": "2017-08-06"}).json()["why"]


def test_bad_dates_are_refused(client):
    assert client.get("/api/areas", params={"on": "yesterday"}).status_code == 422
    assert client.get("/api/diff", params={"since": "2017-08-06", "until": "2017-08-02"}).status_code == 422
