"""Three reports on Sudan, read by its theatre alone: claims, events, holds, the brief and the map."""

import json

import pytest

DAY = ("--on", "2025-03-23")
RSF, ARMY = "Rapid Support Forces", "Sudanese Armed Forces"


@pytest.fixture(scope="module")
def read(root, tmp_path_factory, own_data):
    """The three reports in a ledger, and the command line that asks of it."""
    from click.testing import CliRunner

    from claimatlas.cli import main

    ledger = tmp_path_factory.mktemp("sudan") / "sudan.sqlite"

    def run(*words):
        done = CliRunner().invoke(main, [*map(str, words), "--ledger", str(ledger), "--theatre", "sudan"])
        assert done.exit_code == 0, done.output
        return done.stdout

    assert run("read", root / "samples" / "sudan").startswith("Read 3 reports from 3 files")
    return run


@pytest.fixture(scope="module")
def claims(read):
    return [json.loads(line) for line in read("claims", "--json").splitlines()]


@pytest.fixture(scope="module")
def events(read):
    return [json.loads(line) for line in read("events", "--json").splitlines()]


def those(rows, kind, place):
    return [r for r in rows if r["type"] == kind and r["place"] and r["place"]["name"] == place]


def sources(claim):
    return [s["name"] for s in claim["source"]]


def test_partisan_names_are_told_by_neutral_ones(claims):
    killed = {c["agent"][0]["name"]: c for c in those(claims, "killing", "Central Khartoum")}
    assert {n: c["target"][0]["name"] for n, c in killed.items()} == {ARMY: RSF, RSF: ARMY}
    assert killed[ARMY]["target"][0]["text"] == "Janjaweed"


def test_rival_tolls_keep_their_speakers(claims):
    strikes = {tuple(sources(c)): c["quantities"][0]["low"] for c in claims if c["type"] == "airstrike" and c["quantities"]}
    assert strikes == {("Sudan Doctors Network",): 12, ("medic",): 7}
    tolls = {q["low"] for c in those(claims, "killing", "Central Khartoum") for q in c["quantities"]}
    assert tolls == {60, 30}


def test_an_event_is_told_by_two_voices_and_a_denied_one_is_disputed(events):
    fall = [e for e in those(events, "capture", "Al-Malha") if e["values"]["agent"][0]["value"] == [RSF]]
    assert [len(e["claims"]) for e in fall] == [2]
    (palace,) = those(events, "capture", "Republican Palace")
    assert palace["status"] == "disputed"
    assert ["denied by Rapid Support Forces", -0.5] in palace["belief"]["parts"]


def test_the_capture_that_was_wrong_is_corrected(events):
    wrong = [e for e in those(events, "capture", "Al-Malha") if e["values"]["agent"][0]["value"] == [ARMY]]
    assert "corrected" in {e["status"] for e in wrong}


def test_who_holds_what(read):
    holds = {h["place"]["name"]: h for h in map(json.loads, read("holds", *DAY, "--json").splitlines())}
    assert {n: (h["status"], h["holder"]["id"]) for n, h in holds.items()} == {
        "Al-Malha": ("held", "rsf"),
        "Kafouri": ("held", "army"),
        "Republican Palace": ("held", "army"),
    }
    assert "Tawila" not in holds


def test_the_map_and_the_brief_are_made(read, tmp_path):
    for name in ("map.html", "map.svg"):
        read("map", *DAY, "-o", tmp_path / name)
    page = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert "Republican Palace" in page and "Syria</" not in page
    read("brief", *DAY, "-o", tmp_path / "brief.md")
    brief = (tmp_path / "brief.md").read_text(encoding="utf-8")
    assert brief.startswith("# Sudan: daily brief")
    assert "**Al-Malha**" in brief and "held by Rapid Support Forces and allies" in brief
