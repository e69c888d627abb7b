"""Which files there are, what is refused before it is read, how bytes become text."""

import gzip
import hashlib
from pathlib import Path

import pytest

from claimatlas.model.errors import InputError, UnreadableFile
from claimatlas.read import find_files, read_bytes, read_file, read_paths
from claimatlas.read.decode import clean, decode

TEXT = "Fighters took the hill at dawn, a monitor said on Saturday."
DAY = "2026-01-02"


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_folders_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden", ".git/x.txt"):
        write(tmp_path, name, TEXT)
    names = [p.relative_to(tmp_path).as_posix() for p in find_files([tmp_path / "b.txt", tmp_path, tmp_path / "gone"])]
    assert names == ["b.txt", "a.txt", "sub/c.txt", "gone"]


def test_good_files_are_read_and_each_bad_one_gives_one_error(tmp_path: Path) -> None:
    write(tmp_path, "1.txt", TEXT)
    write(tmp_path, "2.txt", b"")
    write(tmp_path, "3.txt", TEXT + " More.")
    found = list(read_paths([tmp_path, tmp_path / "gone.txt"], DAY))
    assert [f.key if not isinstance(f, InputError) else type(f) for f in found] == ["1", UnreadableFile, "3", UnreadableFile]
    assert "gone.txt" in str(found[3])
    assert "check the path" in str(found[3])


def test_a_huge_text_is_refused_from_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)

    def no_reading(self: Path) -> bytes:
        raise AssertionError("the file was read")

    monkeypatch.setattr(Path, "read_bytes", no_reading)
    with pytest.raises(UnreadableFile, match=r"huge\.txt' is larger than 20 MB"):
        read_file(path, DAY)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("e.txt", b"", "empty"),
        ("e.txt", b" \n\x00\n", "empty"),
        ("e.md", b"\xef\xbb\xbf", "no text"),
        ("p.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "binary"),
        ("j.txt", bytes(range(256)) * 20, "'"),
        ("n.txt", b"abc\x00\x01\x02\x03\x04\x05" * 50, "binary"),
        ("x.doc", b"\xd0\xcf\x11\xe0 word", "old Word file"),
        ("x.zip", b"PK\x03\x04zip", "archive"),
        ("x.docx", b"no zip at all", "DOCX"),
        ("x.pdf", b"no pdf at all", "PDF"),
        ("x.parquet", b"no parquet", "Parquet"),
        ("x.txt.gz", b"no gzip", "gzip"),
        ("x.html", b"<html><body></body></html>", "No text"),
        ("x.eml", b"Subject: a\n\n", "no text"),
        ("x.xml", b"<rss version='2.0'><channel></channel></rss>", "no entry"),
    ],
)
def test_bad_bytes_give_one_sentence_with_the_name(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = write(tmp_path, name, data)
    with pytest.raises(UnreadableFile) as caught:
        read_file(path, DAY)
    assert name in str(caught.value)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_or_an_impossible_name_is_no_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / ("x" * 5000), tmp_path / "a\x00b"):
        with pytest.raises(UnreadableFile):
            read_bytes(path)


def test_packed_text_is_read_and_its_bytes_are_kept(tmp_path: Path) -> None:
    data = gzip.compress(TEXT.encode(), mtime=0)
    path = write(tmp_path, "seed.txt.gz", data)
    (report,) = read_file(path, DAY)
    assert (report.key, report.text) == ("seed", TEXT)
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert read_bytes(path) == data


def test_a_packed_bomb_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "bomb.txt.gz", gzip.compress(b"a" * (21 * 1024 * 1024)))
    with pytest.raises(UnreadableFile, match="larger than 20 MB"):
        read_file(path, DAY)


def test_encodings() -> None:
    assert decode("\ufeffhéllo".encode(), "f") == ("héllo", ())
    assert decode("hello there".encode("utf-16"), "f") == ("hello there", ())
    russian = "Армия заняла высоту к западу от города, сообщил наблюдатель в субботу. " * 5
    assert decode(russian.encode("cp1251"), "f") == (russian, ("encoding_guessed",))
    assert decode(russian.encode() + b"\xff", "f") == (russian + "\ufffd", ("encoding_guessed",))
    with pytest.raises(UnreadableFile):
        decode(bytes((i * 89 + 7) % 256 for i in range(3000)), "f")


def test_only_line_ends_marks_and_nuls_are_normalised() -> None:
    assert clean("\ufeffa\r\nb\x00  c\n\n\td\r") == "a\nb  c\n\n\td\r"
    assert clean("a\ud800b") == "a?b"
