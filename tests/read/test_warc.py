"""Web archives made here: pages become reports, the rest is passed over, broken ones are told."""

import gzip
import io

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claimatlas.archive import _shards
from claimatlas.model.errors import InputError, UnreadableFile
from claimatlas.originals import Originals
from claimatlas.read import find_files, iter_file, read_file
from claimatlas.read import warc as room

# the writer of archives, which only these tests use, leaves its temporary files to the collector
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")

FETCHED = "2017-08-03T09:00:00Z"
PAGE = (
    "<html><head><title>{0}</title></head><body><nav>Home</nav><article><h1>{0}</h1><p>SANA, 2 August 2017. The Syrian Arab Army "
    "captured the town of {1} from ISIS on Monday, a military source said.</p><p>It was the third town in that week to be taken by the "
    "army in the countryside of the province, the source said, and more than twenty fighters were killed.</p></article></body></html>"
)
SITE = "https://news.example/"


class Web:
    """A web archive in the making."""

    def __init__(self, path, packed=True):
        self.path, self._bytes = path, io.BytesIO()
        self._writer = WARCWriter(self._bytes, gzip=packed)

    def add(self, url, body, kind="text/html; charset=utf-8", status="200 OK", record="response", coding=None):
        body = body if isinstance(body, bytes) else body.encode()
        headers = [("Content-Type", kind)] + ([("Content-Encoding", coding)] if coding else [])
        more = {"warc_headers_dict": {"WARC-Date": FETCHED}, "payload": io.BytesIO(body)}
        if record == "response":
            more["http_headers"] = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
        else:
            more["warc_content_type"] = kind
        self._writer.write_record(self._writer.create_warc_record(url, record, **more))
        return self

    def save(self):
        self.path.write_bytes(self._bytes.getvalue())
        return self.path


@pytest.fixture(params=["news.warc.gz", "news.warc"])
def web(request, tmp_path):
    return Web(tmp_path / request.param, request.param.endswith("gz"))


def test_pages_are_reports_with_their_address_and_the_time_they_were_fetched(web):
    path = web.add(f"{SITE}1", PAGE.format("Army takes Suran", "Suran")).add(f"{SITE}2", PAGE.format("Army takes Maan", "Maan")).save()
    one, other = read_file(path, "2020-01-01", None, [("news.example", "News Example")])
    assert (one.url, one.key, one.title, one.publisher) == (f"{SITE}1", f"{SITE}1", "Army takes Suran", "News Example")
    assert "captured the town of Suran" in one.text and "Home" not in one.text
    assert (one.retrieved, one.published.isoformat(), one.media_type) == (FETCHED, "2017-08-02", "text/html")
    assert "Maan" in other.text and one.id != other.id


def test_what_is_no_page_is_passed_over(web):
    web.add(f"{SITE}a.png", b"\x89PNG", "image/png").add(f"{SITE}gone", PAGE.format("Gone", "X"), status="404 Not Found")
    web.add(f"{SITE}empty", "<html><body></body></html>").add(f"{SITE}none", b"")
    web.add(f"{SITE}text", "SANA, 2 August 2017\n\nThe army captured Suran on Monday.", "text/plain", record="conversion")
    assert [r.url for r in iter_file(web.save(), "2020-01-01")] == [f"{SITE}text"]


def test_a_packed_page_is_unpacked_and_kept_so(web):
    page = PAGE.format("Army takes Suran", "Suran").encode()
    path = web.add(f"{SITE}1", gzip.compress(page), coding="gzip").add(f"{SITE}2", PAGE.format("Army takes Maan", "Maan")).save()
    reports, originals = read_file(path, "2020-01-01"), Originals()
    assert originals.of(reports[0]) == page
    assert b"Maan" in originals.of(reports[1])
    assert originals.of(reports[0]) == page


def test_a_page_that_unpacks_to_too_much_is_told_and_the_others_are_read(web, monkeypatch):
    monkeypatch.setattr(room, "TEXT", 5000)
    web.add(f"{SITE}bomb", gzip.compress(b"a" * 10_000_000), coding="gzip").add(f"{SITE}1", PAGE.format("Army takes Suran", "Suran"))
    bomb, report = iter_file(web.save(), "2020-01-01")
    assert isinstance(bomb, InputError) and f"{SITE}bomb" in str(bomb)
    assert report.url == f"{SITE}1"


def test_a_file_that_breaks_off_gives_what_came_before(web):
    path = web.add(f"{SITE}1", PAGE.format("Army takes Suran", "Suran")).add(f"{SITE}2", PAGE.format("Army takes Maan", "Maan")).save()
    path.write_bytes(path.read_bytes()[:-300])
    found = list(iter_file(path, "2020-01-01"))
    assert found[0].url == f"{SITE}1"
    assert len(found) <= 2


@pytest.mark.parametrize("data", [b"no archive at all, but words", b"\x1f\x8b\x08\x00broken", b"WARC/1.0\r\nContent-Length: x\r\n\r\n"])
def test_what_is_no_web_archive_is_told_in_one_sentence(web, data):
    web.path.write_bytes(data)
    (error,) = iter_file(web.path, "2020-01-01")
    assert isinstance(error, UnreadableFile) and str(web.path) in str(error)


def test_an_absent_one_is_told(tmp_path):
    with pytest.raises(UnreadableFile, match="does not exist"):
        list(iter_file(tmp_path / "none.warc.gz", "2020-01-01"))


def test_it_is_read_from_the_command_line_and_is_a_shard_of_its_own(web, run, tmp_path, monkeypatch):
    path = web.add(f"{SITE}1", PAGE.format("Army takes Suran", "Suran")).save()
    done = run("read", path, "--ledger", tmp_path / "l.sqlite")
    assert done.exit_code == 0 and "Read 1 report from 1 file" in done.stdout
    assert "capture" in run("claims", "--ledger", tmp_path / "l.sqlite").stdout
    monkeypatch.setattr("claimatlas.archive.SMALL", 10)
    assert list(_shards(find_files([path]))) == [(path,)]
