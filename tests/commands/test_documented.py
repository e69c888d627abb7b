"""Every command and option stands in docs/cli.md, and nothing stands there that is none."""

import re

import click
import pytest

from claimatlas.cli import main


def commands(group=main, path=()):
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


def sections(root):
    parts = re.split(r"^## `claimatlas ([^`]+)`$", (root / "docs" / "cli.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.split(r" \[| PATH| FILE| DIR| CLAIM", name)[0]: body for name, body in zip(parts[1::2], parts[2::2], strict=True)}


def options(command):
    return {o for p in command.params if isinstance(p, click.Option) for o in (*p.opts, *p.secondary_opts)}


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=[n for n, _ in commands()])
def test_options_are_documented(root, name, command):
    told = set(re.findall(r"`(--?[a-z][a-z-]*)", sections(root)[name]))
    assert options(command) == told


def test_no_section_is_of_a_command_that_is_not(root):
    assert set(sections(root)) == {name for name, _ in commands()}


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=[n for n, _ in commands()])
def test_help_says_what_each_option_does(name, command):
    assert command.help
    assert all(p.help for p in command.params if isinstance(p, click.Option))


def test_version_and_help(run):
    assert run("--version").stdout.startswith("claimatlas, version 0.")
    assert "read" in run("--help").stdout
