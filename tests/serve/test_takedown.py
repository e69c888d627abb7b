"""Taken down, a report's words are on no page, in no file and in no answer but its tombstone."""

import io
from datetime import date

import pytest

from claimatlas import Atlas, InputError
from claimatlas.serve.site.publish import publish

WORDS = ("Ghanim", "incorrect")


def report_of(asking, publisher):
    return next(r for r in asking.client.get("/api/reports").json()["reports"] if r["publisher"] == publisher)


def take_down(asking, *subjects):
    done = asking.post("/api/judgements", json={"verdict": "takedown", "subjects": list(subjects), "reason": "asked by the court"})
    assert done.status_code == 200, done.text
    return done.json()["id"]


def answers(asking, report):
    """All that the server tells anybody of what is not the log itself."""
    paths = ("/feed.atom", "/brief?on=2017-08-06", "/reports", "/desk", "/api/atlas", "/api/events?limit=500", "/api/claims?limit=500",
        "/api/search?q=incorrect", "/search?q=incorrect", "/api/holds?on=2017-08-06", f"/reports/{report}", f"/desk/{report}",
        f"/api/reports/{report}")  # fmt: skip
    found = {path: asking.client.get(path) for path in paths}
    assert {r.status_code for r in found.values()} == {200}
    return {path: r.text for path, r in found.items()}


def test_the_server_tells_only_that_it_was_taken_down_and_why(alone):
    report = report_of(alone, "Zaman al-Wasl")["id"]
    claim = alone.client.get(f"/api/reports/{report}").json()["claims"][0]["id"]
    assert any("are incorrect" in text for text in answers(alone, report).values())
    done = take_down(alone, report)
    told = answers(alone, report)
    assert [path for path, text in told.items() if "incorrect" in text.replace("q=incorrect", "").replace('value="incorrect"', "")
        and path not in ("/search?q=incorrect",)] == []  # fmt: skip
    assert "are incorrect" not in told["/search?q=incorrect"]
    for path in ("/reports", f"/reports/{report}", f"/desk/{report}", f"/api/reports/{report}"):
        assert "asked by the court" in told[path]
    stone = alone.client.get(f"/api/reports/{report}").json()
    assert (stone["text"], stone["claims"], stone["taken_down"]["author"]) == ("", [], "ana")
    assert alone.client.get(f"/api/claims/{claim}").json()["taken_down"]["reason"] == "asked by the court"
    alone.post("/api/judgements", json={"verdict": "undo", "subjects": [done]})
    assert "are incorrect" in alone.client.get(f"/api/reports/{report}").json()["text"]


def test_a_single_claim_taken_down_is_a_line_at_the_desk(alone):
    report = report_of(alone, "Zaman al-Wasl")["id"]
    before = alone.client.get(f"/api/reports/{report}").json()["claims"]
    take_down(alone, before[0]["id"])
    left = alone.client.get(f"/api/reports/{report}").json()["claims"]
    assert [c["id"] for c in left] == [c["id"] for c in before[1:]]
    assert f"Claim {before[0]['id']} was taken down by ana" in alone.client.get(f"/desk/{report}").text


def test_the_published_atlas_and_the_exports_do_not_hold_it(scratch, tmp_path):
    with Atlas.open(scratch) as atlas:
        report = next(r for r in atlas.reports() if r.publisher == "Zaman al-Wasl")
        ids = [report.id, *(c.id for c in atlas.claims(report=report.key))]
        assert len(ids) > 1
        atlas.judge("takedown", [report.key], "ana", "asked by the court")
        publish(atlas, tmp_path / "site", date(2017, 8, 10), 0)
        for format in ("jsonl", "csv", "geojson", "labels"):
            atlas.export(tmp_path / "site" / f"export.{format}", format)
        with pytest.raises(InputError, match="taken down"):
            atlas.explain(ids[1])
    told = [p.read_bytes() for p in sorted((tmp_path / "site").rglob("*")) if p.is_file()]
    assert any(b"al-Sukhnah" in text for text in told)
    for word in (*ids, "are incorrect", "asked by the court", "ISIS holds out"):
        assert [word for text in told if word.encode() in text] == []


def test_an_undone_takedown_is_published_again(scratch, tmp_path):
    with Atlas.open(scratch) as atlas:
        made = atlas.judge("takedown", ["rebels"], "ana", "in error")
        atlas.judge("undo", [made.id], "ana")
        stream = io.StringIO()
        atlas.export(stream, "jsonl")
        publish(atlas, tmp_path / "site", date(2017, 8, 10), 0)
    assert "are incorrect" in stream.getvalue()
    assert "are incorrect" in (tmp_path / "site" / "data" / "claims.jsonl").read_text()


def test_only_editors_take_down_and_always_with_a_reason(entered, alone):
    carl = entered("carl")
    report = report_of(carl, "SANA")["id"]
    assert carl.post("/api/judgements", json={"verdict": "takedown", "subjects": [report], "reason": "x"}).status_code == 403
    assert alone.post("/api/judgements", json={"verdict": "takedown", "subjects": [report], "reason": " "}).status_code == 422
    assert take_down(entered("edda"), report)


def test_only_editors_are_offered_to_take_down(entered):
    for name, offered in (("rita", False), ("carl", False), ("edda", True)):
        asking = entered(name)
        page = asking.client.get(f"/desk/{report_of(asking, 'Zaman al-Wasl')['id']}").text
        assert ("Take the report down" in page, "data-takedown" in page) == (offered, offered)
