"""`claimatlas backup` and `restore` on the command line."""

from claimatlas import Atlas


def test_there_and_back(run, ledger, tmp_path):
    copy, target = tmp_path / "copy.sqlite", tmp_path / "target.sqlite"
    assert "verified: 3 reports" in run("backup", copy, "--ledger", ledger).stdout
    assert "Restored" in run("restore", copy, "--ledger", target).stdout
    with Atlas.open(ledger) as one, Atlas.open(target) as other:
        assert one.claims() == other.claims()
    done = run("restore", copy, "--ledger", target)
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
    assert "target.sqlite.before-1" in run("restore", copy, "--ledger", target, "--force").stdout
