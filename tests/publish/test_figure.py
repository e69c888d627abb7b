"""The static figure: its formats, its size, its bytes."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from pypdf import PdfReader

from claimatlas.model.errors import InputError
from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.figure import write_figure
from claimatlas.publish.figure_base import fitted, stretch


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf"])
def test_same_view_same_bytes(view: AtlasView, tmp_path: Path, ending: str) -> None:
    write_figure(view, tmp_path / f"a{ending}", [])
    write_figure(view, tmp_path / f"b{ending}", [])
    assert (tmp_path / f"a{ending}").read_bytes() == (tmp_path / f"b{ending}").read_bytes()


def test_png_is_hd_at_double_density_and_shows_the_holders(view: AtlasView, tmp_path: Path) -> None:
    write_figure(view, tmp_path / "a.png", [])
    with Image.open(tmp_path / "a.png") as image:
        assert image.size == (3840, 2160)
        colors = {c for _, c in image.convert("RGB").getcolors(1 << 24) or []}
    assert {(0xB5, 0x53, 0x4A), (0x55, 0x58, 0x5F), (0xD9, 0xA5, 0x20), (0x4B, 0x8F, 0x5C)} <= colors


def test_svg_is_well_formed_and_pdf_carries_the_words(view: AtlasView, tmp_path: Path) -> None:
    odd = replace(view, title="Costs of $5 and <b> & more $")
    write_figure(odd, tmp_path / "a.svg", [])
    write_figure(odd, tmp_path / "a.pdf", [])
    etree.parse(tmp_path / "a.svg")
    words = " ".join(PdfReader(tmp_path / "a.pdf").pages[0].extract_text().split())
    assert "Costs of $5 and <b>" in words and "al-Sukhnah" in words and "50 km" in words and "AS OF 2 AUGUST 2017" in words


def test_empty_view_is_drawn(view: AtlasView, tmp_path: Path) -> None:
    empty = replace(view, events=(), holds=(), claims={}, reports={}, corrections=(), before=(), towns=())
    write_figure(empty, tmp_path / "a.pdf", [])
    assert (tmp_path / "a.pdf").stat().st_size > 10_000


def test_other_endings_are_refused(view: AtlasView, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.png, \.pdf or \.svg"):
        write_figure(view, tmp_path / "a.jpg", [])


@pytest.mark.parametrize("bounds", [(36.0, 33.0, 41.0, 36.0), (36.0, 30.0, 37.0, 36.0)])
def test_fitted_bounds_fill_the_frame_and_lose_nothing(bounds: tuple[float, float, float, float]) -> None:
    w, s, e, n = fitted(bounds, 1.3)
    assert w <= bounds[0] and s <= bounds[1] and e >= bounds[2] and n >= bounds[3]
    assert (e - w) / ((n - s) * stretch(bounds)) == pytest.approx(1.3)


def test_a_crowded_map_says_what_it_leaves_out(view: AtlasView, tmp_path: Path) -> None:
    many = []
    for i in range(80):
        event = view.events[i % 7]
        assert event.place is not None
        spot = replace(event.place, id=f"t:{i}", name=f"Place {i}", lat=34.0 + i % 9 / 50, lon=38.0 + i % 10 / 50)
        many.append(replace(event, id=f"e_{i}", place=spot))
    crowded = replace(view, events=tuple(many), holds=(), towns=())
    write_figure(crowded, tmp_path / "a.pdf", [])
    words = " ".join(PdfReader(tmp_path / "a.pdf").pages[0].extract_text().split())
    assert "For want of room the map leaves out the names of" in words and "Basemap: Natural Earth" in words


def test_a_sheet_for_print(view: AtlasView, tmp_path: Path) -> None:
    write_figure(view, tmp_path / "a4.png", [], sheet="a4")
    assert (tmp_path / "a4.png").read_bytes()[16:24] == (3507).to_bytes(4, "big") + (2481).to_bytes(4, "big")
    with pytest.raises(InputError, match="screen or a4"):
        write_figure(view, tmp_path / "a0.png", [], sheet="a0")
