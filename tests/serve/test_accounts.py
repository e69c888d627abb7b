"""Accounts: hashed, refused where they will not do, in a file for its owner alone."""

import pytest

from claimatlas.model.errors import InputError
from claimatlas.serve.accounts import Accounts


def test_a_password_is_kept_as_a_hash_in_a_file_for_its_owner(tmp_path):
    accounts = Accounts(tmp_path / "a.json")
    accounts.add("ana", "coder", "a long enough word")
    assert "a long enough word" not in accounts.path.read_text() and "argon2id" in accounts.path.read_text()
    assert accounts.path.stat().st_mode & 0o777 == 0o600
    assert accounts.check("ana", "a long enough word").role == "coder"
    assert accounts.check("ana", "another") is None and accounts.check("bob", "a long enough word") is None
    accounts.remove("ana")
    assert accounts.all() == {}


@pytest.mark.parametrize(
    ("name", "role", "word"),
    [
        ("", "coder", "long enough word"),
        ("a/b", "coder", "long enough word"),
        ("ana", "king", "long enough word"),
        ("ana", "coder", "short"),
    ],
)
def test_what_will_not_do(tmp_path, name, role, word):
    with pytest.raises(InputError):
        Accounts(tmp_path / "a.json").add(name, role, word)


def test_a_file_that_holds_none(tmp_path):
    (tmp_path / "a.json").write_text("{}")
    with pytest.raises(InputError, match="holds no accounts"):
        Accounts(tmp_path / "a.json").all()
    with pytest.raises(InputError, match="has no account"):
        Accounts(tmp_path / "b.json").remove("ana")


def test_a_server_that_others_reach_demands_accounts(run, tmp_path, told_ledger):
    from click.testing import CliRunner

    from claimatlas.cli import main

    for host in ("0.0.0.0", "192.0.2.1", "::", "example.org"):
        refused = CliRunner().invoke(main, ["serve", "--host", host, "--ledger", str(told_ledger)])
        assert refused.exit_code == 2 and "--accounts" in refused.output
    empty = CliRunner().invoke(main, ["serve", "--accounts", str(tmp_path / "none.json"), "--ledger", str(told_ledger)])
    assert empty.exit_code == 2 and "holds no account" in empty.output


def test_accounts_by_command(tmp_path, run):
    file = tmp_path / "a.json"
    assert run("account", "add", "ana", "--role", "editor", "--password", "a long enough word", "--accounts", file).exit_code == 0
    assert Accounts(file).check("ana", "a long enough word").role == "editor"
    assert run("account", "add", "abe", "--password", "another long word", "--accounts", file).exit_code == 0
    assert run("account", "list", "--accounts", file).stdout == "abe\treader\nana\teditor\n"
    assert run("account", "remove", "abe", "--accounts", file).exit_code == 0
    assert run("account", "remove", "ana", "--accounts", file).exit_code == 0 and Accounts(file).all() == {}
