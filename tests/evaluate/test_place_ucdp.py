"""UCDP rows: read, placed, counted by precision."""

import gzip
from pathlib import Path

from claimatlas.evaluate.place_ucdp import Answer, Row, figures, rows
from claimatlas.model.place import PlaceRef

HEAD = "source_headline,where_coordinates,adm_1,latitude,longitude,where_prec"


def test_rows_without_a_point_are_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "ucdp"
    folder.mkdir(parents=True)
    with gzip.open(folder / "ged.csv.gz", "wt", encoding="utf-8") as out:
        out.write(f"{HEAD}\nShells on Zed,Zed town,Homs Governorate,34.5,38.2,2.0\nWar goes on,Syria,,35,38,6.0\n")
    assert rows(tmp_path) == [Row("Shells on Zed", "Zed town", "Homs Governorate", 34.5, 38.2, "2")]


def test_an_absent_file_gives_no_rows(tmp_path: Path) -> None:
    assert rows(tmp_path) == []


def test_figures_by_precision() -> None:
    near, far = Row("", "", "", 34.5, 38.2, "1"), Row("", "", "", 36.5, 38.2, "2")
    got = PlaceRef("Zed", "Zed", "x:1", 34.6, 38.2)
    assert figures([Answer(near, got), Answer(far, got), Answer(near, PlaceRef("Zed", "Zed"))]) == {"1": 0.5, "2": 0.0, "all": 1 / 3}
