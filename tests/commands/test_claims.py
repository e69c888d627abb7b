"""`claimatlas claims`, `events` and `export`."""

import json

import pytest

from claimatlas import Atlas


def lines(done):
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_quote_equals_the_text_at_its_offsets(run, ledger):
    with Atlas.open(ledger) as atlas:
        texts = {r.id: r.text for r in atlas.reports()}
    found = lines(run("export", "--to", "jsonl", "--ledger", ledger))
    assert found
    for claim in found:
        quote = claim["quote"]
        assert texts[claim["report"]["id"]][quote["start"] : quote["end"]] == quote["exact"]


def test_the_export_to_a_file_is_the_export_to_the_screen(run, ledger, tmp_path):
    assert run("export", "--to", "jsonl", "-o", tmp_path / "c.jsonl", "--ledger", ledger).exit_code == 0
    assert (tmp_path / "c.jsonl").read_bytes() == run("export", "--to", "jsonl", "--ledger", ledger).stdout_bytes


def test_claims_in_json_are_those_of_the_export(run, ledger):
    assert lines(run("claims", "--json", "--ledger", ledger)) == lines(run("export", "--to", "jsonl", "--ledger", ledger))


@pytest.mark.parametrize(
    ("arguments", "fits"),
    [
        (("--report", "army_1"), lambda c: c["report"]["key"] == "army_1"),
        (("--type", "control"), lambda c: c["type"] == "control"),
        (("--stance", "denied"), lambda c: c["stance"] == "denied"),
        (("--place", "Sukhna"), lambda c: c["place"] and c["place"]["name"] == "al-Sukhnah"),
        (("--actor", "HTS"), lambda c: "Hayat Tahrir al-Sham" in {a["name"] for a in c["agent"] + c["target"]}),
        (("--since", "2017-08-02"), lambda c: c["time"]["end"] >= "2017-08-02"),
        (("--until", "2017-07-31"), lambda c: c["time"]["start"] <= "2017-07-31"),
    ],
    ids=lambda a: a[0] if isinstance(a, tuple) else "",
)
def test_each_filter_keeps_what_fits_and_nothing_else(run, ledger, arguments, fits):
    every = lines(run("claims", "--json", "--ledger", ledger))
    kept = lines(run("claims", *arguments, "--json", "--ledger", ledger))
    assert kept == [c for c in every if fits(c)]
    assert 0 < len(kept) < len(every)


def test_a_type_that_the_codebook_lacks_is_told(run, ledger):
    done = run("claims", "--type", "picnic", "--ledger", ledger)
    assert done.exit_code == 2
    assert "picnic" in done.stderr


def test_claims_in_words_name_the_quote_and_who_says_so(run, ledger):
    told = run("claims", "--place", "Idlib", "--ledger", ledger).stdout
    assert "control (fact): Hayat Tahrir al-Sham at Idlib" in told
    assert "«Hayat Tahrir al-Sham controls the city of Idlib.»" in told


def test_events_have_the_fields_of_the_format_and_claims_name_theirs(run, ledger):
    events = lines(run("events", "--json", "--ledger", ledger))
    fields = {"id", "type", "place", "time", "status", "belief", "values", "claims", "first_reported", "last_reported"}
    assert events
    assert all(fields <= set(e) for e in events)
    of = {c: e["id"] for e in events for c in e["claims"]}
    for claim in lines(run("claims", "--json", "--ledger", ledger)):
        assert claim["event"] == of.get(claim["id"])


def test_events_of_a_day_and_as_known_on_a_day(run, ledger):
    every = lines(run("events", "--json", "--ledger", ledger))
    day = lines(run("events", "--on", "2017-07-30", "--json", "--ledger", ledger))
    assert 0 < len(day) < len(every)
    assert all(e["time"]["start"] <= "2017-07-30" <= e["time"]["end"] for e in day)
    known = lines(run("events", "--known", "2017-08-01", "--json", "--ledger", ledger))
    assert 0 < len(known) < len(every)
    assert all(e["last_reported"] <= "2017-08-01" for e in known)
    assert lines(run("events", "--json", "--ledger", ledger)) == every


def test_events_in_words(run, ledger):
    assert "belief 0." in run("events", "--ledger", ledger).stdout
