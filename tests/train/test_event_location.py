"""The reader of event_location: it learns a task of ours, its scores are those of a count by hand, a run is kept."""

import gzip
import json
import random

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra `train` is not installed")
pytest.importorskip("transformers", reason="the extra `train` is not installed")

# ruff: noqa: E402
from claimatlas.extract.learned.encoder import Encoder
from claimatlas.train import event_location
from claimatlas.train.ceaf_ree import Score
from claimatlas.train.event_location_data import Coding
from claimatlas.train.event_location_fit import Recipe, batches, fit, probabilities
from claimatlas.train.event_location_items import item, language

PAIRS = [("shelled", "Qasr", "fled", "Wadi"), ("fled", "Wadi", "shelled", "Qasr")]


def sentence(event, here, other, there):
    """ "Rebels shelled Qasr and then fled Wadi.", coded for its first event."""
    text = f"Rebels {event} {here} and then {other} {there}."
    return Coding(text, (7, 7 + len(event)), ((text.index(here), text.index(here) + len(here)),))


@pytest.fixture(scope="module")
def items():
    tokenizer, words = Encoder().tokenizer, language()
    return [item(sentence(*pair), tokenizer, words) for pair in PAIRS]


def test_it_learns_which_place_is_that_of_the_event_and_does_so_again(items):
    told = []
    recipe = Recipe(epochs=15, batch=2, dropout=0.0)
    networks = [fit(items, recipe, told.append) for _ in range(2)]
    assert len(told) == 30 and told[14].startswith("epoch 15 of 15")
    likely = probabilities(networks[:1], items)
    assert event_location.score(items, likely, 0.5) == Score(2, 2, 2)
    assert event_location.whole(items, likely, 0.5) == 1.0
    assert all(np.array_equal(a, b) for a, b in zip(likely, probabilities(networks[1:], items), strict=True))


def test_scores_count_words(items):
    likely = [np.where(i.target > 0, 0.6, 0.2).astype(np.float32) for i in items]
    likely[1][:] = 0.3
    likely[1][0] = 0.8
    assert event_location.score(items, likely, 0.5) == Score(1, 2, 2)
    assert event_location.whole(items, likely, 0.5) == 0.5
    assert event_location.best_threshold(items, likely) == pytest.approx(0.31)
    for low, high in event_location.interval(items, likely, 0.5).values():
        assert (low, high) == (0.0, 1.0)


def test_every_sentence_is_in_one_batch(items):
    found = batches([items[0]] * 3 + [items[1]] * 4, 2, random.Random(1))
    assert sorted(len(b) for b in found) == [1, 2, 2, 2]


def test_the_command_keeps_networks_and_scores(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "data" / "event_location"
    folder.mkdir(parents=True)
    with gzip.open(folder / "event_location.jsonl.gz", "wt", encoding="utf-8") as out:
        for n in range(60):
            text = f"Rebels shelled Qasr number {n} of our {n * 7} villages."
            spans = [("VERB", 7, 14), ("LOCATION", 15, 19)]
            rows = [{"label": w, "start": a, "end": b, "token_start": 0, "token_end": 0} for w, a, b in spans]
            out.write(json.dumps({"text": text, "spans": rows}) + "\n")
    monkeypatch.setattr(event_location, "shared_folder", lambda: tmp_path)
    arguments = ["--epochs", "1", "--networks", "1", "--work", str(tmp_path / "work"), "--out", str(tmp_path / "out.json")]
    assert event_location.main(arguments) == 0
    first = (tmp_path / "out.json").read_bytes()
    kept = json.loads(first)
    assert kept["networks"] == 1 and kept["test"]["coded"] == kept["test"]["codings"] == kept["codings"]["test"] > 0
    assert "network 1" in capsys.readouterr().out
    assert event_location.main(arguments) == 0
    assert "network 1" not in capsys.readouterr().out
    assert (tmp_path / "out.json").read_bytes() == first


def test_without_the_material_there_is_nothing_to_do(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(event_location, "shared_folder", lambda: tmp_path)
    assert event_location.main(["--out", str(tmp_path / "out.json")]) == 0
    assert "Nothing to train on" in capsys.readouterr().out and not (tmp_path / "out.json").exists()
