"""Bytes to text: UTF-8 or UTF-16 with a mark, else a guess that is flagged, else a refusal."""

import codecs
import re

import charset_normalizer

from claimatlas.model.errors import UnreadableFile

SAMPLE = 65536
MOST_CHAOS = 0.1
CONTROL = re.compile(r"[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
MAGIC = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ\x90", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf", b"BZh",
    b"\xfd7zXZ", b"\x1f\x8b", b"%PDF-", b"PAR1",
)  # fmt: skip
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def clean(text: str) -> str:
    """The text as kept: CRLF to LF, no NULs, no byte order mark; halves of surrogate pairs become question marks."""
    text = text.replace("\r\n", "\n").replace("\x00", "").replace("\ufeff", "")
    return text.encode("utf-8", "replace").decode("utf-8")


def decode(data: bytes, name: str, hint: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text and its flags. `hint` is an encoding that the file itself names.

    Raises: UnreadableFile for no bytes, binary bytes or an encoding that cannot be told.
    """
    if not data.strip(b" \t\r\n\x00"):
        raise UnreadableFile(f"'{name}' is empty; give a file with the report's text in it.")
    if data.startswith(MAGIC):
        raise UnreadableFile(f"'{name}' is a binary file, not a text; give the report as text, HTML, PDF, DOCX or a table.")
    text, flags = _decode(data, name, hint)
    _refuse_binary(text, name)
    return text, flags


def _decode(data: bytes, name: str, hint: str | None) -> tuple[str, tuple[str, ...]]:
    for encoding in ("utf-16" if data.startswith(UTF16) else "utf-8-sig", hint):
        text = _attempt(data, encoding)
        if text is not None:
            return text, ()
    text = _mended(data, 0.05) or _attempt(data, _guess(data)) or _mended(data, None)
    if text is None:
        raise UnreadableFile(f"The encoding of '{name}' cannot be told; save it as UTF-8.")
    return text, ("encoding_guessed",)


def _attempt(data: bytes, encoding: str | None) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeDecodeError, LookupError):
        return None


def _mended(data: bytes, share: float | None) -> str | None:
    """UTF-8 with a stray byte here and there: at most `share` of its letters beyond ASCII, or one in a thousand where None."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    most = len(text) / 1000 if share is None else share * sum(not c.isascii() for c in text)
    return text if broken <= most else None


def _guess(data: bytes) -> str | None:
    """The encoding that a sample around the first odd byte points to; None where nothing is likely."""
    first = next((i for i in range(0, len(data), SAMPLE) if not data[i : i + SAMPLE].isascii()), 0)
    best = charset_normalizer.from_bytes(data[first : first + SAMPLE], threshold=MOST_CHAOS).best()
    return best.encoding if best is not None else None


def _refuse_binary(text: str, name: str) -> None:
    sample = text[:SAMPLE]
    if len(CONTROL.findall(sample)) > len(sample) / 200 or sample.count("\x00") > len(sample) / 20:
        raise UnreadableFile(f"'{name}' holds binary bytes, not text; give the report as text, HTML, PDF, DOCX or a table.")
