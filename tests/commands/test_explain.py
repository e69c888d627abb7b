"""`claimatlas explain`."""

import json

import pytest

from claimatlas import Atlas
from claimatlas.commands.explain import in_words
from claimatlas.explain.choice import Choice, Explanation, Option, Words
from claimatlas.model.claim import ReaderInfo


@pytest.fixture
def captured(ledger):
    with Atlas.open(ledger) as atlas:
        return atlas.claims(type="capture", stance="fact")[0].id


def test_an_explanation_in_words(run, ledger, captured):
    done = run("explain", captured, "--ledger", ledger)
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0].startswith(f"{captured}, report army_1")
    assert [line.split(":")[0] for line in lines[3:] if line[0] != " "] == [
        "type", "stance", "agent", "target", "place", "time", "source", "quantities", "confidence",
    ]  # fmt: skip
    assert any(line.strip().startswith("gazetteer: Ghanim al-Ali") for line in lines)
    assert "rule «weekday»" in done.stdout


def test_an_explanation_in_json_has_the_same(run, ledger, captured):
    done = run("explain", captured, "--json", "--ledger", ledger)
    found = json.loads(done.stdout)
    assert (found["claim"], found["found"]) == (captured, "same")
    place = next(c for c in found["choices"] if c["slot"] == "place")
    assert place["then"][0]["options"][0]["parts"]["name"] == 3.0
    assert run("explain", captured, "--json", "--ledger", ledger).stdout == done.stdout


def test_an_id_that_is_none_is_one_sentence(run, ledger):
    done = run("explain", "c_nothing", "--ledger", ledger)
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1 and "c_nothing" in done.stderr


def test_words_of_others_do_not_steer_the_terminal_and_a_changed_claim_is_told():
    bad = "a\x1b[31m\nb"
    choice = Choice("place", bad, "x", (Words(bad, 0, 5),), (Option(bad, 0.5, note=bad, parts={"name": 1.0}),), (bad,))
    old, new = ReaderInfo("learned-en", "1"), ReaderInfo("learned-en", "2")
    lines = list(in_words(Explanation("c_1", bad, Words(bad, 0, 5), old, new, "alike", (choice,))))
    assert all("\x1b" not in line and "\n" not in line for line in lines)
    assert "coded by learned-en 1, read again by learned-en 2; the claim has changed" in lines[2]
