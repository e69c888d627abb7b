"""No code and no general list knows one war: names proper to Syria and Iraq stand in their theatre, or here with a reason."""

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "claimatlas"
BESIDE = {"theatres", "train", "evaluate", "assets", "weights"}
"""Folders with data of theatres, or with corpora on this war, or built by others."""
NAMES = re.compile(
    r"\b(syria\w*|iraq\w*|damascus|baghdad|aleppo|mosul|homs|hama|idlib|raqqa|palmyra|assad\w*|daesh|isis|isil|nusra|hezbollah|hamas|peshmerga"
    r"|sdf|ypg|pkk|saa|sana|kurd\w*|druze|alawite\w*|yazidi|baathist|lebanese|jordanian\w*|erdogan|saddam|hafez|nasrallah|soleimani"
    r"|سوريا|سورية|العراق)\b",
    re.IGNORECASE,
)
ALLOWED = {
    "model/default.py": ("syria_iraq", "the default theatre, named in one place"),
    "read/headline.py": ("sana", "one of the world's news agencies, in a list with the others"),
    "read/stamp.py": ("sana", "one of the world's news agencies, in a list with the others"),
    "resolve/feasts.yaml": ("syria", "where the calendar's days were compared; a comment"),
    "resolve/gazetteer_sources.py": (
        "syria|syrian|iraq|سوريا|سورية|العراق",
        "official and Arabic names of the world's countries by ISO code, as for the others of the list",
    ),
    "extract/nouns.yaml": ("damascus|baghdad", "capitals of the world that stand for governments"),
}
DOCSTRING = re.compile(r'"""(?:[^"\\]|\\.|"(?!""))*"""|^\s*#.*$|(?<=\s)# .*$|^\s*//.*$|/\*.*?\*/|<!--.*?-->', re.MULTILINE | re.DOTALL)


def files():
    kinds = {".py", ".yaml", ".js", ".j2", ".html", ".sql"}
    return [p for p in sorted(PACKAGE.rglob("*")) if p.suffix in kinds and not BESIDE & set(p.relative_to(PACKAGE).parts[:-1])]


def names_in(text):
    """Proper names in what a file does; its comments and docstrings may give examples, its own word lists may not."""
    held = DOCSTRING.sub(lambda m: m.group() if "\n" in m.group() and ".split" in text[m.end() : m.end() + 10] else "", text)
    return {m.group().lower() for m in NAMES.finditer(held)}


def test_no_new_name_stands_in_the_code():
    found = {}
    for path in files():
        name = path.relative_to(PACKAGE).as_posix()
        allowed = set(ALLOWED[name][0].split("|")) if name in ALLOWED else set()
        if left := names_in(path.read_text(encoding="utf-8")) - allowed:
            found[name] = sorted(left)
    assert found == {}, "move the word to words.yaml of its theatre, or allow it here with a reason"


def test_what_is_allowed_is_still_there():
    for name, (words, reason) in ALLOWED.items():
        text = (PACKAGE / name).read_text(encoding="utf-8").lower()
        assert reason and all(w in text for w in words.split("|")), name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('X = {"isis", "news"}', {"isis"}),
        ('TOLD = frozenset("""\n    army sdf\n    """.split())', {"sdf"}),
        ('def f():\n    """Of Syria."""\n    # in Homs\n    return 1  # Raqqa', set()),
        ("words: [the, syrian]", {"syrian"}),
        ('name = "sudan"', set()),
    ],
)
def test_the_rule_can_fail(text, names):
    assert names_in(text) == names
