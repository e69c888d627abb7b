"""A theatre read back from the cache is the theatre that its YAML gives."""

import pytest

from claimatlas.theatres import cache, load_theatre
from claimatlas.theatres.load import folder_of, parse_theatre


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAIMATLAS_CACHE", str(tmp_path / "cache"))
    return folder_of("syria_iraq")


def small(place):
    place.mkdir()
    head = "id: tiny\nname: Tiny\ncountries: [SY]\nbounds: [35, 32, 42, 37]\n"
    (place / "theatre.yaml").write_text(head, encoding="utf-8")
    actor = "actors:\n  - {id: a, name: First Army, kind: military, names: [Firsts]}\n"
    (place / "actors.yaml").write_text(actor, encoding="utf-8")
    return place


def test_from_the_cache_it_is_the_same(folder):
    parsed = parse_theatre(folder, "syria_iraq")
    assert load_theatre() == parsed
    assert cache.cache_file(folder).is_file()
    again = load_theatre()
    assert again == parsed
    assert list(again.index) == list(parsed.index)


def test_a_change_in_its_files_is_seen(folder, tmp_path):
    own = small(tmp_path / "own")
    assert load_theatre(str(own)).actors["a"].name == "First Army"
    (own / "actors.yaml").write_text("actors:\n  - {id: a, name: Second Army, kind: military}\n", encoding="utf-8")
    assert load_theatre(str(own)).actors["a"].name == "Second Army"


def test_a_broken_cache_is_made_anew(folder, tmp_path):
    own = small(tmp_path / "own")
    whole = load_theatre(str(own))
    path = cache.cache_file(own)
    for body in (b"", b"\x81broken", path.read_bytes()[:40]):
        path.write_bytes(body)
        assert load_theatre(str(own)) == whole
    assert load_theatre(str(own)) == whole
    assert len(path.read_bytes()) > 40


def test_without_a_place_to_write_it_is_done_without(folder, tmp_path, monkeypatch):
    own = small(tmp_path / "own")
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("CLAIMATLAS_CACHE", str(tmp_path / "file"))
    assert load_theatre(str(own)).name == "Tiny"
