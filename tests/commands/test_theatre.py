"""`claimatlas theatre`: the check tells mistakes and thin spots, a new folder passes it, and the tutorial can be followed."""

import re

import pytest

from claimatlas.theatres import shipped_theatres


@pytest.fixture
def begun(run, tmp_path):
    """A folder as `theatre new` lays it."""
    folder = tmp_path / "war"
    done = run("theatre", "new", folder, "--name", "Small: war #1", "--country", "NO")
    assert done.exit_code == 0, done.output
    return folder


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_new_folder_passes_the_check_without_a_warning(run, begun):
    done = run("theatre", "check", begun)
    assert (done.exit_code, done.stdout) == (0, "Small: war #1: 6 actors, 2 places, 3 sides; no mistakes.\n")


@pytest.mark.parametrize("name", shipped_theatres())
def test_shipped_theatres_pass(run, name):
    assert run("theatre", "check", name).exit_code == 0


def test_every_mistake_is_one_sentence(run, begun):
    change(begun / "actors.yaml", "side: rebels", "side: green")
    change(begun / "sides.yaml", '"#E69F00"', '"orange"')
    change(begun / "places.yaml", "part_of: example-town", "part_of: exampel-town")
    done = run("theatre", "check", begun)
    said = done.stderr.splitlines()
    assert (done.exit_code, len(said)) == (2, 3)
    for line, words in zip(
        said, (("sides.yaml", "rebels", "#CC6677"), ("example_front", "green"), ("example-bridge", "exampel")), strict=True
    ):
        assert all(w in line for w in words)


def test_wrong_rows_are_all_told_before_links_are(run, begun):
    change(begun / "places.yaml", "lat: 0.12", "lat: north")
    change(begun / "actors.yaml", "kind: military, ", "")
    change(begun / "actors.yaml", "side: rebels", "side: green")
    done = run("theatre", "check", begun)
    assert done.exit_code == 2
    assert [re.search(r"`(\w+)`", line)[1] for line in done.stderr.splitlines()] == ["kind", "lat"]


def test_broken_yaml_and_no_folder_are_told(run, begun, tmp_path):
    (begun / "persons.yaml").write_text("actors: [", encoding="utf-8")
    for path, word in ((begun, "persons.yaml"), (tmp_path / "nowhere", "no such theatre")):
        done = run("theatre", "check", path)
        assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
        assert word in done.stderr


def test_thin_spots_are_warnings(run, begun):
    change(begun / "actors.yaml", ", sides: [{side: government}]", "")
    change(begun / "places.yaml", ", ar: [جسر المثال]", "")
    change(begun / "theatre.yaml", "wars: {", "was: {")
    (begun / "sources.yaml").unlink()
    done = run("theatre", "check", begun)
    assert done.exit_code == 0
    for words in (
        "parent: 2 (example_government",
        "example-bridge",
        "whose war has no beginning: 1 (NO)",
        "sources.yaml: there is no outlet",
    ):
        assert words in done.stdout
    assert done.stdout.count("warning: ") >= 4


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--name", "戦"), "Latin letters"),
        (("--name", "War", "--country", "sudan"), "two capital letters"),
        (("--name", "War"), "holds files"),
    ],
)
def test_what_cannot_be_begun_is_told(run, tmp_path, words, said):
    folder = tmp_path / "new"
    if said == "holds files":
        folder.mkdir()
        (folder / "theatre.yaml").write_text("id: mine\n", encoding="utf-8")
    done = run("theatre", "new", folder, *words)
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
    assert said in done.stderr
    assert [p.read_text(encoding="utf-8") for p in folder.glob("*")] == (["id: mine\n"] if said == "holds files" else [])


def test_the_tutorial_can_be_followed(run, root, tmp_path):
    text = (root / "docs" / "theatre.md").read_text(encoding="utf-8")
    folder, reports, ledger = tmp_path / "my_war", tmp_path / "reports", tmp_path / "war.sqlite"
    folder.mkdir()
    reports.mkdir()
    parts = re.findall(r"```yaml\n# my_war/(\w+\.yaml)\n(.*?)```", text, re.DOTALL)
    assert len(parts) == 5
    for name, body in parts:
        (folder / name).write_text(body, encoding="utf-8")
    assert run("theatre", "check", folder).stdout == re.search(r"```console\n(.*?)```", text, re.DOTALL)[1]
    (reports / "first.txt").write_text(re.search(r"```text\n(.*?)```", text, re.DOTALL)[1], encoding="utf-8")
    asked = ("--theatre", folder, "--ledger", ledger)
    assert run("read", reports, *asked).exit_code == 0
    assert run("holds", "--on", "2019-07-03", *asked).stdout.startswith("Zenda on 2019-07-03: held (The League)")
    assert '"id":"royal_army"' in run("claims", "--json", *asked).stdout
