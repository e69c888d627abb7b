"""Whatever the bytes, reading gives reports or an InputError."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimatlas.model.errors import InputError
from claimatlas.read import read_file, seams, split, stamp_end

ENDINGS = ["txt", "md", "html", "xml", "eml", "csv", "tsv", "jsonl", "json", "docx", "pdf", "parquet", "txt.gz"]
STARTS = [
    b"",
    b"%PDF-1.4\n1 0 obj\n<<",
    b"<html><body><p>",
    b"<rss><channel><item><title>",
    b"Subject: =?utf-8?q?",
    b"PAR1",
    b"\x1f\x8b\x08\x00",
    b"a,text\n",
]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(ENDINGS), st.sampled_from(STARTS), st.binary(max_size=400))
@example("eml", b"From: <\r\nDate: x\r\nContent-Type: text/plain; charset=nope\r\n\r\n", b"\xff")
@example("eml", b"Content-Type: multipart/mixed; boundary=\r\n\r\n", b"--")
@example("html", b"<div>" * 3000, b"text")
def test_any_bytes(ending: str, start: bytes, rest: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"any.{ending}")
        path.write_bytes(start + rest)
        try:
            reports = read_file(path, "2026-01-02")
        except InputError as error:
            assert "any." in str(error)
        else:
            assert all(r.text.strip() for r in reports)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=600))
def test_any_text_is_kept(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "any.txt")
        path.write_bytes(text.encode("utf-8", "replace"))
        try:
            reports = read_file(path, "2026-01-02")
        except InputError:
            return
        kept = path.read_bytes().decode().replace("\r\n", "\n").replace("\x00", "").replace("\ufeff", "")
        assert "".join("".join(r.text.split()) for r in reports) in "".join(kept.split()) or reports[0].media_type != "text/plain"


def test_a_hard_case_for_every_pattern() -> None:
    for piece in (
        "Tags A ",
        "Related A ",
        "A ",
        "DAMASCUS, ",
        "(a ",
        "Click here to ",
        "1 ",
        "By A ",
        "12:12 ",
        "\n \n",
        "AAAAA ",
        "Get short URL 1 ",
        "Hill Wire\n",
        "Source: A",
        "7 March 2015\n",
        "| ",
    ):
        text = piece * 20000
        seams(text)
        split(text)
        stamp_end(text)
