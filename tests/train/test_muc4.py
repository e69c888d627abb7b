"""The reader of MUC-4: its data, spans, entities and network, on reports made by hand."""

import gzip
import json

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra `train` is not installed")
pytest.importorskip("transformers", reason="the extra `train` is not installed")
pytest.importorskip("scipy", reason="the extra `train` is not installed")

# ruff: noqa: E402
from claimatlas.extract.learned.encoder import Encoder
from claimatlas.extract.learned.windows import CLS, LIMIT, SEP
from claimatlas.train import muc4
from claimatlas.train.ceaf_ree import ROLES, TOTAL, Score
from claimatlas.train.muc4_data import Document, documents, merged
from claimatlas.train.muc4_entities import aliases, best_thresholds, entities, same
from claimatlas.train.muc4_network import freeze, item, log_sum
from claimatlas.train.muc4_spans import spans

TEXT = "the red band threw a bomb at the town hall.  mayor juan prado was killed.  the bomb had been laid by the r.b. (red band)."
EMPTY: dict[str, list[list[str]]] = {role: [] for role in ROLES}
FILLERS = EMPTY | {"PerpOrg": [["red band", "r.b."]], "Target": [["town hall"]], "Victim": [["juan prado"]], "Weapon": [["bomb"]]}
QUIET = Document("D-2", "the council met in the town hall and spoke of the harvest.", EMPTY)


@pytest.fixture(scope="module")
def tokenizer():
    return Encoder().tokenizer


@pytest.fixture(scope="module")
def items(tokenizer):
    made = [item(Document("D-1", TEXT, FILLERS), tokenizer), item(QUIET, tokenizer)]
    freeze(made)
    return made


def test_the_same_entity_of_two_templates_is_one():
    templates = [
        {"Weapon": [[["bomb", 1], ["car bomb", 9]]]},
        {"Weapon": [[["bomb", 1]], [["rifle", 30]], []]},
        {"Weapon": [[["rifle", 30], ["ak-47", 40]], [["car bomb", 9]]]},
    ]
    assert merged(templates, "Weapon") == [["bomb", "car bomb"], ["rifle"]]


def test_documents_are_read_from_the_shared_folder(tmp_path):
    folder = tmp_path / "data" / "muc4"
    folder.mkdir(parents=True)
    template = EMPTY | {"incident_type": "bombing", "Weapon": [[["bomb", 21]]]}
    with gzip.open(folder / "dev.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(json.dumps({"docid": "D-1", "doctext": TEXT, "templates": [template]}) + "\n")
    assert documents(tmp_path, "dev") == [Document("D-1", TEXT, EMPTY | {"Weapon": [["bomb"]]})]


def test_a_string_stands_at_all_its_places_and_never_over_a_sentence_end(tokenizer):
    found = spans(TEXT, tokenizer)
    assert {"red band", "town hall", "juan prado", "rb", "mayor juan prado"} <= set(found.strings)
    assert "town hall mayor" not in found.strings and "the bomb" not in found.strings
    places = [found.chars[n] for n in np.flatnonzero(found.string == found.strings.index("bomb"))]
    assert [TEXT[a:b] for a, b in places] == ["bomb", "bomb"]
    window, first, last, _ = found.at[found.string == found.strings.index("town hall")][0]
    assert tokenizer.decode(found.pieces[window][first : last + 1]) == "town hall"


def test_windows_hold_whole_sentences(tokenizer):
    found = spans(TEXT * 12, tokenizer)
    assert len(found.pieces) > 1 and all(len(row) <= LIMIT for row in found.pieces)
    assert all((row[0], row[-1]) == (CLS, SEP) and row[-2] == tokenizer.token_to_id(".") for row in found.pieces)
    assert spans("bomb " * 400, tokenizer).pieces[0][1:-1] == [tokenizer.token_to_id("bomb")] * (LIMIT - 2)
    assert spans("", tokenizer).strings == []


def test_the_target_names_strings_and_roles(items):
    named = {(items[0].spans.strings[i], ROLES[j]) for i, j in zip(*np.nonzero(items[0].target), strict=True)}
    fillers = {("red band", "PerpOrg"), ("rb", "PerpOrg"), ("town hall", "Target"), ("juan prado", "Victim"), ("bomb", "Weapon")}
    assert named == fillers and not items[1].target.any()


def test_places_of_a_string_are_summed():
    values = torch.tensor([[0.0], [1.0], [-50.0]])
    out = log_sum(values, torch.tensor([0, 0, 1]), 2)
    assert out[:, 0].tolist() == pytest.approx([float(np.log(1 + np.e)), -50.0])


def test_names_of_one_entity():
    known = aliases([Document("D", "", EMPTY | {"PerpOrg": [["red band", "rb"], ["navy"]]})])
    assert known == {("PerpOrg", "rb", "red band")}
    assert same("PerpOrg", "red band", "rb", known) and not same("PerpInd", "red band", "rb", known)
    assert same("Target", "town hall", "hall", known) and same("Target", "city hall", "town hall", known)
    assert same("Victim", "prado", "juan prado", known) and not same("Victim", "ana prado", "juan prado", known)


def test_each_entity_is_told_by_its_likeliest_mention(items):
    strings = items[0].spans.strings
    likely = np.zeros(len(strings))
    for string, p in {"mayor juan prado": 0.6, "juan prado": 0.9, "bomb": 0.7, "rb": 0.2}.items():
        likely[strings.index(string)] = p
    assert entities(items[0], likely, "Victim", 0.5, frozenset()) == [["juan prado"], ["bomb"]]
    assert entities(items[0], likely, "PerpOrg", 0.1, frozenset())[-1] == ["r.b"]


def test_thresholds_are_those_of_the_highest_total(items):
    read = [np.where(i.target > 0, 0.42, 0.12) for i in items]
    chosen, score = best_thresholds(items, read, aliases([i.document for i in items]))
    assert score == Score(4, 4, 4)
    assert all(0.12 < chosen[role] <= 0.42 for role in ("PerpOrg", "Target", "Victim", "Weapon"))


def test_fitting_learns_the_reports_and_gives_the_same_again(items):
    told = []
    fitted = muc4.fit(items, items, muc4.Recipe(epochs=30, batch=2, dropout=0.0), told.append)
    assert len(told) == 30 and fitted.dev.f1 > 0.7
    again = muc4.fit(items, items, muc4.Recipe(epochs=30, batch=2, dropout=0.0))
    assert np.array_equal(*(muc4.probabilities(f.network, items[0]) for f in (fitted, again)))
    found = muc4.tested(fitted, items)
    assert found[TOTAL] == fitted.dev
    assert "GRIT 54.50" in muc4.table(found)
    assert muc4.summary(fitted, found, muc4.Recipe())["test"][TOTAL]["coded"] == 4


def test_the_command_says_what_is_absent(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(muc4, "shared_folder", lambda: tmp_path)
    assert muc4.main(["--out", str(tmp_path / "out.json")]) == 0
    assert "no MUC-4" in capsys.readouterr().out and not (tmp_path / "out.json").exists()
