"""`claimatlas judge`, `diff`, `sources` and what `--without` leaves."""

import json

import pytest

from claimatlas import Atlas, InputError


def lines(done):
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def events(run, ledger, *more):
    return lines(run("events", "--json", "--ledger", ledger, *more))


def judge(run, ledger, *words):
    return run("judge", *words, "--author", "me", "--ledger", ledger)


def test_reject_takes_a_claim_out_and_undo_brings_it_back(run, ledger):
    before = events(run, ledger)
    claim = before[0]["claims"][0]
    made = lines(judge(run, ledger, "reject", claim, "--reason", "misread", "--json"))[0]
    assert claim not in {c for e in events(run, ledger) for c in e["claims"]}
    assert (made["author"], made["reason"], made["subjects"]) == ("me", "misread", [claim])
    assert judge(run, ledger, "undo", made["id"]).exit_code == 0
    assert events(run, ledger) == before


def test_edit_sets_a_slot_and_accept_sets_the_belief(run, ledger):
    strike = next(e for e in events(run, ledger) if e["type"] == "airstrike")
    assert judge(run, ledger, "edit", strike["claims"][0], "--set", '{"type": "shelling"}').exit_code == 0
    changed = next(e for e in events(run, ledger) if e["id"] == strike["id"])
    assert changed["type"] == "shelling"
    assert judge(run, ledger, "accept", strike["id"]).exit_code == 0
    assert next(e for e in events(run, ledger) if e["id"] == strike["id"])["belief"]["value"] == 0.95


def test_join_and_split(run, ledger):
    one, other = [e for e in events(run, ledger) if len(e["claims"]) == 1 and e["type"] != "control"][:2]
    assert judge(run, ledger, "join", one["id"], other["id"]).exit_code == 0
    joined = next(e for e in events(run, ledger) if set(one["claims"]) <= set(e["claims"]))
    assert set(joined["claims"]) == {*one["claims"], *other["claims"]}
    assert judge(run, ledger, "split", other["claims"][0][:8], joined["id"]).exit_code == 0
    assert not any(set(one["claims"]) | set(other["claims"]) <= set(e["claims"]) for e in events(run, ledger))


def test_mark_changes_weight_and_grade(run, ledger):
    told = next(e for e in events(run, ledger) if e["voices"][0]["name"] == "Syrian Observatory for Human Rights")
    assert judge(run, ledger, "mark", "Syrian Observatory for Human Rights", "--grade", "E").exit_code == 0
    marked = next(e for e in events(run, ledger) if e["id"] == told["id"])
    assert marked["voices"][0]["grade"] == "E"
    assert marked["belief"]["value"] < told["belief"]["value"]


def test_verdicts_are_exported_as_labels(run, ledger):
    claim = events(run, ledger)[0]["claims"][0]
    judge(run, ledger, "reject", claim, "--reason", "misread")
    judge(run, ledger, "mark", "SANA", "--grade", "D")
    rows = lines(run("export", "--to", "labels", "--ledger", ledger))
    assert [(r["label"], r["subjects"], r["value"]) for r in rows] == [("wrong", [claim], None), ("grade", ["SANA"], "D")]
    assert rows[0]["claims"][0]["id"] == claim


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("reject", "c_nothing"), "no claim"),
        (("undo", "j_nothing"), "no judgement"),
        (("join", "e_nothing"), "no claim"),
        (("mark", "SANA", "--grade", "Z"), "letter"),
        (("mark", "SANA"), "--grade"),
        (("edit", "c_nothing"), "--set"),
        (("copy", "r_x", "r_y"), "no report"),
    ],
)
def test_what_does_not_fit_is_told(run, ledger, words, told):
    done = judge(run, ledger, *words)
    assert done.exit_code == 2
    assert told in done.stderr


def test_an_edit_must_be_of_slots(ledger):
    with Atlas.open(ledger) as atlas:
        claim = atlas.claims()[0].id
        for value in ("nonsense", '{"quote": null}', '{"id": "c_1"}', '{"time": 3}'):
            with pytest.raises(InputError):
                atlas.judge("edit", [claim], "me", value=value)
        with pytest.raises(InputError, match="author"):
            atlas.judge("reject", [claim], " ")


def test_diff_tells_what_is_new(run, ledger):
    found = lines(run("diff", "--from", "2017-07-30", "--to", "2017-08-02", "--json", "--ledger", ledger))
    assert {f["kind"] for f in found} >= {"new", "hands"}
    assert "new: " in run("diff", "--from", "2017-07-30", "--to", "2017-08-02", "--ledger", ledger).stdout
    later = lines(run("diff", "--from", "2017-08-01", "--to", "2017-08-02", "--json", "--ledger", ledger))
    assert len([f for f in later if f["kind"] == "new"]) < len([f for f in found if f["kind"] == "new"])
    wrong = run("diff", "--from", "2017-08-02", "--to", "2017-08-01", "--ledger", ledger)
    assert wrong.exit_code == 2


def test_without_a_source(run, ledger, tmp_path):
    whole, less = events(run, ledger), events(run, ledger, "--without", "Syrian Observatory for Human Rights")
    with Atlas.open(ledger) as atlas:
        own = {c.id for c in atlas.claims(report="monitor_1")}
    assert own
    assert not own & {c for e in less for c in e["claims"]}
    assert {c for e in whole for c in e["claims"]} - {c for e in less for c in e["claims"]} <= own
    held = lines(run("holds", "--on", "2017-08-02", "--without", "Syrian Observatory for Human Rights", "--json", "--ledger", ledger))
    assert not own & {c for h in held for c in h["because"]}
    done = run("events", "--without", "Nobody's Gazette", "--ledger", ledger)
    assert done.exit_code == 2
    assert "Nobody's Gazette" in done.stderr


def test_sources_and_their_forecasts(run, ledger):
    found = {s["name"]: s for s in lines(run("sources", "--json", "--ledger", ledger))}
    assert found["Syrian Observatory for Human Rights"]["grade"] == "B"
    assert found["Syrian Observatory for Human Rights"]["forecasts"] == 1
    assert "B Syrian Observatory" in run("sources", "--ledger", ledger).stdout
    (forecast,) = lines(run("sources", "--forecasts", "--json", "--ledger", ledger))
    assert (forecast["outcome"], forecast["made"]) == (None, "2017-08-02")
