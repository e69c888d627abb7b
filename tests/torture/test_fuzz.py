"""Changed and made-up inputs by the thousand: reports or an InputError, numbers or none, and never anything else."""

import gzip
import io
import os
import random
import signal
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache

import html5lib
import lxml.etree
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from claimatlas.extract.quantity_words import numerals
from claimatlas.extract.time import mentions_in
from claimatlas.language import sentences
from claimatlas.model.errors import InputError, UnreadableFile
from claimatlas.publish.export.atom import Entry, write_atom
from claimatlas.read import read_file
from claimatlas.resolve.gazetteer import Gazetteer
from claimatlas.resolve.time import resolve_time, why_unplaced
from claimatlas.serve.page import rendered

FULL = bool(os.environ.get("CLAIMATLAS_TORTURE"))
MOST = 20
"""Seconds after which an input counts as one that hangs."""
TEXT = (
    "DAMASCUS, 2 August 2017 (SANA) - The Syrian Arab Army captured al-Sukhnah on Monday, killing at least 30 ISIS fighters, a military "
    "source said.\n\nReports that 14 air strikes hit Raqqa two days later are incorrect. About 50 percent of the 1,300 families left."
)
SEEDS = {
    "txt": TEXT,
    "md": f"---\ntitle: T\ndate: 2017-08-02\n---\n# Head\n\n{TEXT}\n\n* a [link](http://example.org)\n",
    "html": f"<html><head><title>T</title><meta charset='utf-8'></head><body><article><h1>Head</h1><p>{TEXT}</p></article></body></html>",
    "xml": "<rss version='2.0'><channel><title>Site</title><item><title>T</title><pubDate>Wed, 02 Aug 2017 10:00:00 GMT</pubDate>"
    f"<description>&lt;p&gt;{TEXT}&lt;/p&gt;</description></item></channel></rss>",
    "eml": f"From: Desk <desk@wire.example>\nSubject: =?utf-8?q?T?=\nDate: Wed, 2 Aug 2017 10:00:00 +0000\nMIME-Version: 1.0\n\n{TEXT}",
    "csv": f'key,text,date\na,"{TEXT}",2017-08-02\nb,"Other text",02/08/2017\n',
    "jsonl": '{"key":"a","text":"The army took Sukhna.","date":"2017-08-02"}\n{"text":"Other"}\n',
}
TIMES = (
    "on Monday", "two days later", "in recent weeks", "since the war began", "2 August 2017", "02/08/17", "between 3 and 7 May",
    "for the third day in a row", "last year", "in June last year", "over the weekend", "during Ramadan 2016", "at dawn", "until 31 June",
)  # fmt: skip
NUMBERS = (
    "at least 30",
    "about 50 percent",
    "1,300",
    "two dozen",
    "hundreds of",
    "half a million",
    "no fewer than",
    "3.5m",
    "up to 30 of 300",
)
PLACES = ("al-Sukhnah", "Deir ez-Zor", "T-2 Airbase", "السخنة", "Raqqa's", "Jisr al-Shughur", "western Ghouta", "Kherbet Ghazaleh")
ODD = (
    "\x00",
    "\u202e",
    "\ud7ff",
    "𝟛",
    "<",
    "&",
    '"',
    "'",
    "]]>",
    "\r",
    "\t",
    "٣",
    "½",
    "1e999",
    "-",
    "(((((",
    "9" * 400,
    "İ",
    "ß",
    "\u0301",
)


def changed(text: str, seed: int, extra: tuple[str, ...] = ()) -> str:
    """A text with pieces taken out, doubled, moved, or put in, by lot."""
    draw = random.Random(seed)
    for _ in range(draw.randrange(1, 6)):
        a, b = sorted(draw.randrange(len(text) + 1) for _ in range(2))
        piece = draw.choice([text[a:b], *draw.sample(ODD, 3), *(draw.sample(extra, 1) if extra else ())])
        at = draw.randrange(len(text) + 1)
        text = draw.choice([text[:a] + text[min(b, a + 9) :], text[:at] + piece[:300] + text[at:], text[:at] + piece[:40] * 3 + text[at:]])
    return text[:4000]


def by_lot(short: int, full: int) -> Callable[..., object]:
    """Runs a test on so many seeds, drawn anew in each full run."""

    def over(test: Callable[..., object]) -> object:
        over_seeds = given(seed=st.integers(0, 2**64 - 1))(test)
        how = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck), "phases": (Phase.explicit, Phase.generate)}
        return settings(max_examples=full if FULL else short, derandomize=not FULL, **how)(over_seeds)

    return over


@pytest.fixture(autouse=True)
def bounded(told, request):
    """Ends a test that hangs, and tells how many inputs a full run took."""

    def late(*_):
        raise TimeoutError("an input hangs")

    before = signal.signal(signal.SIGALRM, late)
    COUNT.clear()
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)
    if COUNT:
        told(f"fuzz: {request.node.name}: {len(COUNT)} inputs")


COUNT: list[None] = []


def begun():
    """Counts an input and starts its clock."""
    COUNT.append(None)
    signal.setitimer(signal.ITIMER_REAL, MOST)


def read(path, data):
    path.write_bytes(data)
    try:
        found = read_file(path, "2026-01-02")
    except InputError as error:
        assert path.name in str(error) and "\n" not in str(error)
        return []
    assert all(r.text.strip() for r in found)
    return found


@cache
def folder():
    import tempfile

    return tempfile.TemporaryDirectory()


def read_changed(kind, seed):
    from pathlib import Path

    begun()
    data = changed(SEEDS[kind], seed).encode("utf-8", "surrogatepass")
    draw = random.Random(seed + 1)
    if draw.random() < 0.3:
        data = bytearray(data)
        for _ in range(draw.randrange(1, 5)):
            data[draw.randrange(len(data))] = draw.randrange(256)
    read(Path(folder().name, f"f.{kind}"), bytes(data))


@by_lot(30, 8000)
def test_texts(seed):
    read_changed("txt", seed)


@by_lot(20, 3000)
def test_markdown(seed):
    read_changed("md", seed)


@by_lot(10, 1500)
def test_pages(seed):
    read_changed("html", seed)


@by_lot(20, 3000)
def test_feeds(seed):
    read_changed("xml", seed)


@by_lot(20, 3000)
def test_mails(seed):
    read_changed("eml", seed)


@by_lot(20, 2500)
def test_tables(seed):
    read_changed("csv", seed)
    read_changed("jsonl", seed)


@by_lot(50, 20_000)
def test_dates(seed):
    begun()
    draw = random.Random(seed)
    text = changed(" ".join(draw.sample(TIMES, 3)), seed, TIMES)
    for mention in mentions_in(text):
        assert text[mention.start : mention.end] == mention.text
        day = draw.choice([None, date(2017, 8, 2), date.min, date.max])
        found = resolve_time(mention, day)
        if found is None:
            assert why_unplaced(mention)
        elif found.start and found.end:
            assert found.start <= found.end


@by_lot(50, 25_000)
def test_numbers(seed):
    begun()
    draw = random.Random(seed)
    text = changed(" killed ".join(draw.sample(NUMBERS, 3)), seed, NUMBERS)
    for found in numerals(text):
        assert 0 <= found.start < found.end <= len(text)


@by_lot(50, 18_000)
def test_blocks_of_sentences(seed):
    begun()
    text = changed(TEXT, seed, TIMES + NUMBERS)
    for start, block, _ in sentences.blocks(text, TEXT[:20]):
        assert text[start : start + len(block)] == block


@by_lot(30, 8000)
def test_places(seed):
    begun()
    draw = random.Random(seed)
    name = changed(draw.choice(PLACES), seed, PLACES)[:200]
    assert isinstance(gazetteer().lookup(name), list)
    words = name.split()
    assert all(0 < n <= 8 for n in gazetteer().longest(words, 0)) if words else True


@cache
def gazetteer():
    return Gazetteer.open()


@by_lot(30, 4000)
def test_pages_made_of_hostile_words_hold_no_markup_of_theirs(seed):
    begun()
    evil = changed("\"><script>alert(1)</script><img src=x onerror=alert(2)> ' javascript:alert(3) {{7*7}} ${x}", seed)
    told = {"title": evil, "publisher": evil, "author": evil, "url": evil, "date": "2017-08-02", "key": evil, "id": evil}
    made = rendered("report.html", r=told, parts_of=[{"text": evil, "ids": [], "first": []}], claims=[], chosen=evil)
    tree = html5lib.parse(made, namespaceHTMLElements=False)
    assert list(tree.iter("img")) == []
    assert all(
        not name.lower().startswith("on") for e in tree.iter() if isinstance(e.tag, str) for name in e.attrib if isinstance(name, str)
    )
    assert not any("alert" in (e.text or "") for e in tree.iter("script"))


@by_lot(30, 4000)
def test_feeds_made_of_hostile_words_are_whole(seed):
    begun()
    evil = changed("]]><entry>&amp;<b>'\"", seed)
    stream = io.StringIO()
    write_atom(evil, [Entry("x", date(2017, 8, 2), evil, evil, "/x")], stream)
    root = lxml.etree.fromstring(stream.getvalue().encode("utf-8", "replace"))
    assert len(root.findall("{*}entry")) == 1


LAUGHS = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">{}]>'.format(
    "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY j SYSTEM "file:///etc/passwd">]>'
FEED = "<rss version='2.0'><channel><title>&j;</title><item><title>T</title><description>&j; words</description></item></channel></rss>"


@pytest.mark.parametrize("head", [LAUGHS, OUTSIDE], ids=["laughs", "outside"])
@pytest.mark.parametrize("before", ["", "\n ", "\ufeff"], ids=["plain", "blanks", "mark"])
def test_entities_of_feeds_are_refused_or_left_unread(head, before, tmp_path):
    path = tmp_path / "bomb.xml"
    path.write_text(before + head + FEED, encoding="utf-8")
    try:
        found = read_file(path, "2026-01-02")
    except UnreadableFile as error:
        assert "entities" in str(error)
    else:
        assert all(len(r.text) < 1000 and "root:" not in r.text and "aaaaaaaaaaaa" not in r.text for r in found)


@pytest.mark.parametrize("head", [LAUGHS, OUTSIDE], ids=["laughs", "outside"])
def test_entities_of_documents_are_refused(head, tmp_path):
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("[Content_Types].xml", head + "<Types>&j;</Types>")
    with pytest.raises(UnreadableFile, match=r"bomb\.docx"):
        read_file(path, "2026-01-02")


@pytest.mark.parametrize("kind", ["txt", "html", "eml", "docx"])
def test_packed_bombs_are_refused(kind, tmp_path):
    path = tmp_path / f"bomb.{kind}.gz"
    with gzip.open(path, "wb", 9) as out:
        for _ in range(110):
            out.write(b"a" * 1_000_000)
    with pytest.raises(UnreadableFile, match="larger than"):
        read_file(path, "2026-01-02")


def test_a_document_of_many_small_bombs_is_refused(tmp_path):
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for n in range(60):
            packed.writestr(f"word/part{n}.xml", b"<a>" + b" " * 2_000_000 + b"</a>")
    with pytest.raises(UnreadableFile, match="unpacks to"):
        read_file(path, "2026-01-02")
