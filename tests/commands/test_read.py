"""`claimatlas read`: what is kept, what is told."""

import csv

from claimatlas import Atlas

COLUMNS = ("--key", "id", "--text", "words", "--title", "head", "--publisher", "who", "--date", "day")


def exported(run, path):
    return [line for line in run("export", "--to", "jsonl", "--ledger", path).stdout.splitlines() if line]


def table(path, rows):
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["id", "head", "words", "who", "day"])
        writer.writerows(rows)
    return path


def many(count):
    names = ("Sukhna", "Palmyra", "Idlib", "Raqqa", "Mayadin")
    words = "The army captured the town of {} from ISIS on Monday. Warplanes killed {} fighters."
    return [[f"n{i}", f"Day {i}", words.format(names[i % 5], i + 3), "SANA", "2017-08-02"] for i in range(count)]


def test_a_summary_is_told_and_a_second_run_adds_nothing(run, reports, tmp_path):
    path = tmp_path / "l.sqlite"
    first = run("read", reports, "--ledger", path)
    assert first.exit_code == 0
    assert first.stdout.startswith("Read 3 reports from 3 files: ")
    before = exported(run, path)
    again = run("read", reports, "--ledger", path)
    assert "Read 0 reports from 3 files" in again.stdout
    assert "3 reports had been read before and were left as they stand." in again.stdout
    assert exported(run, path) == before
    assert len(before) > 5


def test_a_report_keeps_its_bytes_and_the_time_of_reading(ledger, reports):
    with Atlas.open(ledger) as atlas:
        report = next(r for r in atlas.reports() if r.key == "army_1")
        assert atlas.ledger.original(report.sha256) == (reports / "army_1.txt").read_bytes()
        assert report.retrieved.endswith("+00:00")


def test_a_row_keeps_its_own_bytes_and_a_publishers_code_as_given(run, tmp_path):
    path = tmp_path / "l.sqlite"
    assert (
        run(
            "read", table(tmp_path / "t.csv", [["x", "Head", "ISIS shelled Palmyra.", "sana", "2017-08-02"]]), *COLUMNS, "--ledger", path
        ).exit_code
        == 0
    )
    with Atlas.open(path) as atlas:
        (report,) = atlas.reports()
        assert (report.key, report.publisher, report.title) == ("x", "sana", "Head")
        assert b'"words":"ISIS shelled Palmyra."' in atlas.ledger.original(report.sha256)


def test_a_date_in_the_text_wins_over_the_column_and_the_difference_is_told(run, tmp_path):
    rows = [["x", "Head", "2 August 2017 - ISIS shelled Palmyra on Monday.", "sana", "2017-06-02"]]
    done = run("read", table(tmp_path / "t.csv", rows), *COLUMNS, "--ledger", tmp_path / "l.sqlite")
    assert "date_differs 1" in done.stdout
    with Atlas.open(tmp_path / "l.sqlite") as atlas:
        assert atlas.reports()[0].published.isoformat() == "2017-08-02"


def test_near_copies_are_marked_in_one_run_and_across_runs(run, reports, tmp_path):
    path = tmp_path / "l.sqlite"
    text = " ".join(row[2] for row in many(12))
    (reports / "long.txt").write_text(f"SANA, 1 August 2017\n\n{text}", encoding="utf-8")
    (reports / "same.txt").write_text(f"SANA, 1 August 2017\n\n{text} Nothing more was said.", encoding="utf-8")
    assert "1 report marked as a copy of an earlier one." in run("read", reports, "--ledger", path).stdout
    later = tmp_path / "later.txt"
    later.write_text(f"SANA, 3 August 2017\n\n{text} It was told again.", encoding="utf-8")
    assert "1 report marked as a copy of an earlier one." in run("read", later, "--ledger", path).stdout
    with Atlas.open(path) as atlas:
        originals = {r.key: r.copy_of for r in atlas.reports()}
        ids = {r.key: r.id for r in atlas.reports()}
        assert originals["later"] in (ids["long"], ids["same"])
        claims = atlas.claims(report="later")
        assert claims
        assert all(f"duplicate_of:{originals['later']}" in c.flags for c in claims)


def test_two_processes_give_the_same_ledger_as_one(run, tmp_path):
    rows = table(tmp_path / "t.csv", many(20))
    for jobs in (1, 2):
        done = run("read", rows, *COLUMNS, "--jobs", jobs, "--ledger", tmp_path / f"{jobs}.sqlite")
        assert "Read 20 reports from 1 file" in done.stdout
    one, two = (Atlas.open(tmp_path / f"{jobs}.sqlite") for jobs in (1, 2))
    with one, two:
        assert one.claims() == two.claims()
        assert one.events() == two.events()


def test_a_bar_comes_up_when_asked_for_and_there_is_more_than_a_handful(run, tmp_path):
    rows = table(tmp_path / "t.csv", many(8))
    shown = run("read", rows, *COLUMNS, "--progress", "--ledger", tmp_path / "a.sqlite")
    assert "8/8" in shown.stderr
    assert "8/8" not in run("read", rows, *COLUMNS, "--ledger", tmp_path / "b.sqlite").output
    few = run("read", table(tmp_path / "few.csv", many(3)), *COLUMNS, "--progress", "--ledger", tmp_path / "c.sqlite")
    assert "3/3" not in few.stderr
