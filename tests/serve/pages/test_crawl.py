"""Every page that can be reached from the map: it is there, its HTML is valid, and nothing of a report is markup."""

import re
from urllib.parse import urldefrag, urljoin

import html5lib
import pytest

START = (
    "/",
    "/desk",
    "/read",
    "/judgements",
    "/brief?on=2017-08-02",
    "/sources",
    "/changes",
    "/reports",
    "/search?q=army",
    "/search",
    "/api",
)
FILES = ("/map.", "/brief.", "/feed.", "/static/", "/vendor/", "/page/", "/api/", "/data:")


@pytest.fixture(scope="module")
def crawled(client):
    """Path -> text of every page."""
    todo, pages = list(START), {}
    columns = client.get("/api/atlas").json()
    todo += [f"/events/{e}" for e in columns["events"]["id"]] + [f"/places/{p['key']}" for p in columns["places"]]
    while todo:
        path = todo.pop()
        if path in pages:
            continue
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert answer.headers["content-type"].startswith("text/html"), path
        pages[path] = answer.text
        for href in re.findall(r'href="([^"]*)"', answer.text):
            target = urldefrag(urljoin(f"http://testserver{path}", href.replace("&amp;", "&"))).url
            assert target.startswith(("http://testserver/", "data:")), (path, href)
            inner = target.removeprefix("http://testserver")
            if inner not in pages and not inner.startswith((*FILES, "data:")):
                todo.append(inner)
    return pages


def test_every_kind_of_page_was_reached(crawled):
    kinds = {re.match(r"/[a-z]*", path).group() for path in crawled}
    assert kinds >= {
        "/",
        "/desk",
        "/read",
        "/judgements",
        "/brief",
        "/sources",
        "/changes",
        "/reports",
        "/search",
        "/events",
        "/places",
        "/actors",
        "/api",
    }
    assert any(path.startswith("/sources/") for path in crawled) and any(path.startswith("/reports/") for path in crawled)


def test_all_html_is_valid(crawled):
    for path, text in crawled.items():
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(text)
        assert parser.errors == [], (path, parser.errors[:2])


def test_nothing_of_a_report_is_markup(crawled):
    assert any("&lt;script&gt;alert(1)" in text for text in crawled.values())
    for path, text in crawled.items():
        assert "<script>alert" not in text and "<img src=x" not in text, path
        assert not re.search(r'(href|src)="\s*javascript:', text), path


def test_words_of_claims_are_marked(crawled):
    marked = [t for p, t in crawled.items() if p.startswith("/reports/") and "Ghanim al-Ali" in t]
    assert marked and all("<mark" in t for t in marked)
