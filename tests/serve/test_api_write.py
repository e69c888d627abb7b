"""Writes: reports read in and verdicts, as one person on the own machine."""

import io
import json

import pytest

NEW = "The Syrian Arab Army captured the town of Maadan from ISIS on Tuesday, a military source said."


def claim_of(asking, kind="airstrike"):
    return asking.client.get("/api/claims", params={"type": kind}).json()["claims"][0]


def test_a_pasted_report_is_coded_at_once_and_known_the_second_time(alone):
    sent = {"text": NEW, "publisher": "SANA", "published": "2017-08-09", "title": "Maadan taken", "url": "https://sana.example/9"}
    told = alone.post("/api/reports", data=sent).json()
    assert told["read"] == 1 and told["claims"] >= 1
    report = alone.client.get(f"/api/reports/{told['reports'][0]}").json()
    assert (report["text"], report["publisher"], report["date"], report["title"]) == (NEW, "SANA", "2017-08-09", "Maadan taken")
    assert report["url"] == "https://sana.example/9"
    assert alone.client.get("/api/hold", params={"place": "Maadan", "on": "2017-08-09"}).json()["status"] in (
        "held",
        "claimed",
        "contested",
    )
    again = alone.post("/api/reports", data=sent).json()
    assert again["reports"] == told["reports"] and (again["read"], again["already"]) == (0, 1)
    desk = f"/desk/{told['reports'][0]}"
    assert "in the ledger before" in alone.client.get(desk, params={"already": 1}).text
    assert "in the ledger before" not in alone.client.get(desk).text


def test_a_sent_file_is_read_as_the_command_line_reads_it(alone):
    body = f"<html><body><article><h1>Maadan taken</h1><p>{NEW}</p></article></body></html>".encode()
    told = alone.post("/api/reports", files={"file": ("../../etc/passwd.html", io.BytesIO(body))}).json()
    assert told["read"] == 1
    assert NEW in alone.client.get(f"/api/reports/{told['reports'][0]}").json()["text"]


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ({"data": {"text": "   "}}, "no text"),
        ({"files": {"file": ("a.exe", b"MZ")}}, "'.exe' is not read"),
        ({"files": {"file": ("a.pdf", b"no pdf")}}, "pdf"),
        ({"files": {"file": ("a.txt", b"")}}, "empty"),
    ],
)
def test_bad_input_gets_one_sentence_and_changes_nothing(alone, how, words):
    before = alone.client.get("/api/reports").json()["total"]
    answer = alone.post("/api/reports", **how)
    assert answer.status_code == 422 and words in answer.json()["detail"].lower()
    assert "/tmp" not in answer.json()["detail"]
    assert alone.client.get("/api/reports").json()["total"] == before


def test_a_rejected_claim_goes_and_comes_back(alone):
    claim = claim_of(alone)
    made = alone.post("/api/judgements", json={"verdict": "reject", "subjects": [claim["id"]], "reason": "misread"}).json()
    assert (made["author"], made["reason"]) == ("ana", "misread")
    assert alone.client.get(f"/api/claims/{claim['id']}").status_code == 404
    assert "rejected by ana" in alone.client.get(f"/desk/{claim['report']['id']}").text
    alone.post("/api/judgements", json={"verdict": "undo", "subjects": [made["id"]]})
    assert alone.client.get(f"/api/claims/{claim['id']}").status_code == 200
    log = alone.client.get("/api/judgements").json()["judgements"]
    assert [(j["kind"], j["stands"]) for j in log] == [("undo", False), ("reject", False)]


def test_verdicts_lie_on_each_other_and_undo_uncovers_the_one_below(alone):
    claim = claim_of(alone)
    made = [
        alone.post("/api/judgements", json={"verdict": v, "subjects": [claim["id"]], "value": value}).json()["id"]
        for v, value in (("edit", '{"type": "shelling"}'), ("accept", None))
    ]
    desk = f"/desk/{claim['report']['id']}"
    assert "accepted by ana" in alone.client.get(desk).text
    alone.post("/api/judgements", json={"verdict": "undo", "subjects": [made[1]]})
    told = alone.client.get(desk).text
    assert "edited by ana" in told and made[0] in told and made[1] not in told


def test_opening_the_form_loads_the_reader(alone, monkeypatch):
    warmed = []
    monkeypatch.setattr(type(alone.client.app.state.work), "warm", lambda work: warmed.append(work))
    assert alone.client.get("/read").status_code == 200
    assert warmed == [alone.client.app.state.work]


def test_an_edited_slot_shows_everywhere(alone):
    claim = claim_of(alone)
    place = alone.client.get("/api/complete", params={"slot": "place", "q": "Tabqa"}).json()["found"][0]["value"]
    value = json.dumps({"type": "shelling", "place": place})
    assert alone.post("/api/judgements", json={"verdict": "edit", "subjects": [claim["id"]], "value": value}).status_code == 200
    told = alone.client.get(f"/api/claims/{claim['id']}").json()
    assert told["type_id"] == "shelling" and told["slots"]["place"]["name"] == place["name"]


@pytest.mark.parametrize(
    "verdict",
    [
        {"verdict": "burn", "subjects": ["c_1"]},
        {"verdict": "accept", "subjects": ["c_nothing"]},
        {"verdict": "accept", "subjects": []},
        {"verdict": "edit", "subjects": ["c_1"], "value": "no json"},
        {"verdict": "mark", "subjects": ["SANA"], "value": "Z"},
    ],
)
def test_verdicts_that_cannot_be_are_refused(alone, verdict):
    assert alone.post("/api/judgements", json=verdict).status_code == 422
    assert alone.client.get("/api/judgements").json()["total"] == 0


@pytest.mark.parametrize(
    ("slot", "q", "label"),
    [
        ("actor", "Daesh", "Islamic State"),
        ("place", "الرقة", "Raqqa"),
        ("place", "Sukhn", "al-Sukhnah"),
        ("type", "air", "air strike"),
        ("source", "SANA", "SANA"),
    ],
)
def test_completion_knows_names_in_any_spelling(client, slot, q, label):
    found = client.get("/api/complete", params={"slot": slot, "q": q}).json()["found"]
    assert label in [f["label"] for f in found] and len(found) <= 12
