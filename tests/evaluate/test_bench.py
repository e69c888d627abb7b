"""What the bench prints of figures that a training keeps."""

import json

import pytest

from claimatlas.evaluate import bench

KEPT = {
    "test": {"precision": 0.9, "recall": 0.8, "right": 72, "found": 80, "coded": 90},
    "test_95_in_100": {"precision": [0.85, 0.95], "recall": [0.75, 0.85]},
    "published": {"precision": 0.83, "recall": 0.83},
}


def test_the_place_of_events_is_told_beside_its_floor(tmp_path, monkeypatch, capsys):
    path = tmp_path / "event_location.json"
    monkeypatch.setattr(bench, "EVENT_PLACES", path)
    bench.print_event_places()
    assert "claimatlas.train.event_location" in capsys.readouterr().out
    path.write_text(json.dumps(KEPT), encoding="utf-8")
    bench.print_event_places()
    precision, recall = capsys.readouterr().out.splitlines()
    assert precision.startswith("event to place  precision 0.900  (0.850 to 0.950") and precision.endswith("floor 0.85 reached")
    assert recall.endswith("floor 0.85 MISSED")


@pytest.mark.parametrize("part", ["test", "tune"])
def test_the_kept_figures_are_those_of_their_counts(part):
    kept = json.loads(bench.EVENT_PLACES.read_text(encoding="utf-8"))[part]
    assert kept["precision"] == pytest.approx(kept["right"] / kept["found"], abs=1e-4)
    assert kept["recall"] == pytest.approx(kept["right"] / kept["coded"], abs=1e-4)
