"""The publisher by the text's words, by the sender, by the list."""

from pathlib import Path

import pytest

from claimatlas.read import read_file
from claimatlas.read.mail import newsroom
from claimatlas.read.publisher import by_words, credited

BODY = "Fighters took the hill at dawn, a monitor said, and went on to the ridge. " * 5
KNOWN = [("Hill Wire", "hillwire"), ("SANA", "Syrian Arab News Agency"), ("hillwire.example", "hillwire")]


@pytest.mark.parametrize(
    ("agency", "tail", "publisher"),
    [
        ("Ridge Wire", "", "Ridge Wire"),
        ("Reuters", "", "Reuters"),
        ("SANA", "", "Syrian Arab News Agency"),
        ("7:55 P.M.", "", None),
        ("Lebanon", "", None),
        ("Photos", "", None),
        (None, "\nSource: Ridge Observer", "Ridge Observer"),
        (None, "\nPublisher: Ridge Sun", "Ridge Sun"),
        (None, "\nSource: Military source", None),
        (None, "\nSource: Local Activists", None),
        (None, "\nSource: Twitter", None),
        ("Ridge Wire", "\nSource: Hill Wire", "hillwire"),
    ],
)
def test_by_words(agency: str | None, tail: str, publisher: str | None) -> None:
    assert by_words(BODY + tail, agency, None, KNOWN) == publisher


def test_the_masthead_stands_before_the_source_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"The Ridge Tribune\n7 March 2015\n\nFighters take hill near Daraa\n\nBEIRUT (Hill Wire) - {BODY}\n\nSource: Hill Wire")
    (report,) = read_file(path, "2026-01-02", publishers=KNOWN)
    assert (report.publisher, report.title) == ("The Ridge Tribune", "Fighters take hill near Daraa")
    assert set(credited(report.text)) == {"Hill Wire"}
    assert credited(f"DAMASCUS (SANA) - {BODY}") == ["SANA"]


@pytest.mark.parametrize(
    ("sender", "address", "publisher"),
    [
        ("Hill Wire Desk", "desk@hillwire.example", "Hill Wire"),
        ("The Hill Tribune", "john@hill-tribune.example", "The Hill Tribune"),
        ("Hill Wire", "news@mailing.example", "Hill Wire"),
        ("John Smith", "john@hillwire.example", None),
        ("John Smith", "info@mailing.example", None),
        ("Press Office", "press@mailing.example", None),
        ("", "news@hillwire.example", None),
        ("Hill Wire", "", None),
    ],
)
def test_newsroom(sender: str, address: str, publisher: str | None) -> None:
    assert newsroom(sender, address) == publisher


def test_a_sender_in_a_known_domain(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_text(f"From: John Smith <john@mail.hillwire.example>\nMIME-Version: 1.0\nSubject: Hill falls\n\n{BODY}")
    (report,) = read_file(path, "2026-01-02", publishers=KNOWN)
    assert (report.publisher, report.author) == ("hillwire", "John Smith")


def test_the_samples(tmp_path: Path) -> None:
    folder = Path(__file__).resolve().parents[2] / "samples" / "reports"
    names = {"levant-wire": "Levant Wire", "badia-observer": "Badia Observer", "eastern-front-monitor": "Eastern Front Monitor"}
    for path in sorted(p for p in folder.iterdir() if p.name.startswith(tuple(names))):
        for report in read_file(path, "2026-01-02"):
            assert report.publisher == next(name for start, name in names.items() if path.name.startswith(start))
            assert report.title is None or report.publisher.lower() not in report.title.lower()
