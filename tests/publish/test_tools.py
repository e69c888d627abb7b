"""The tools that build the basemap: TopoJSON decoded, shapes clipped, and the lock without an address."""

import json
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[2] / "tools"
WEB = TOOLS.parent / "web"
sys.path.insert(0, str(TOOLS))

import build_assets  # noqa: E402
import shapes  # noqa: E402
import topology  # noqa: E402

SQUARES = {
    "transform": {"scale": [0.5, 0.5], "translate": [10.0, 20.0]},
    "arcs": [[[2, 0], [0, 2]], [[2, 2], [-2, 0], [0, -2], [2, 0]], [[2, 0], [2, 0], [0, 2], [-2, 0]]],
    "objects": {"both": {"geometries": [{"type": "Polygon", "arcs": [[0, 1]]}, {"type": "Polygon", "arcs": [[2, -1]]}]}},
}


def test_arcs_are_summed_scaled_and_joined() -> None:
    arcs = topology.arcs_of(SQUARES)
    assert arcs[0] == [(11.0, 20.0), (11.0, 21.0)]
    left, right = (topology.polygons(g, arcs)[0][0] for g in SQUARES["objects"]["both"]["geometries"])  # type: ignore[index]
    assert left == [(11.0, 20.0), (11.0, 21.0), (10.0, 21.0), (10.0, 20.0), (11.0, 20.0)]
    assert right[0] == right[-1] and shapes.area(left) == 1.0 and shapes.area(right) == 1.0


def test_a_shared_arc_is_a_border_and_the_others_are_coast() -> None:
    borders, coasts = topology.borders_and_coasts(SQUARES, "both", topology.arcs_of(SQUARES))
    assert borders == [[(11.0, 20.0), (11.0, 21.0)]] and len(coasts) == 2


def test_clipping() -> None:
    ring = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]
    assert shapes.area(shapes.clip_ring(ring, (2.0, 1.0, 9.0, 3.0))) == 4.0
    assert shapes.clip_ring(ring, (5.0, 5.0, 6.0, 6.0)) == []
    inside = shapes.clip_ring(ring, (1.0, 1.0, 2.0, 2.0))
    outside = [shapes.clip_ring(ring, box) for box in shapes.around((1.0, 1.0, 2.0, 2.0))]
    assert shapes.area(inside) + sum(shapes.area(r) for r in outside if r) == 16.0


def test_simplify_keeps_the_ends_and_the_corner() -> None:
    line = [(0.0, 0.0), (1.0, 0.001), (2.0, 0.0), (2.0, 2.0)]
    assert shapes.simplify(line, 0.1) == [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0)]


def test_the_lock_holds_hashes_and_no_address() -> None:
    text = (WEB / "package-lock.json").read_text(encoding="utf-8")
    assert "http" not in text and "resolved" not in text
    packages = {k: v for k, v in json.loads(text)["packages"].items() if k}
    assert all(p.get("integrity") for p in packages.values())
    assert packages["node_modules/maplibre-gl"]["version"].startswith("6.")
    assert packages["node_modules/world-atlas"]["version"] == "2.0.2"


def test_no_network_is_one_clear_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("npm_config_offline", "true")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
    with pytest.raises(build_assets.BuildError, match="connect to the network or to an npm mirror"):
        build_assets.fetch_packages(tmp_path)
