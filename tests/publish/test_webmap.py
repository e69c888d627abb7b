"""The web map as a file: it asks for nothing, and nothing in the data can become markup or script."""

import base64
import gzip
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from claimatlas.publish.atlas import AtlasView
from claimatlas.publish.webmap import safe_json, webmap, write_webmap

NASTY = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u2028&\"'"


class Elements(HTMLParser):
    """Collects the elements of a page, and the text of its scripts."""

    def __init__(self) -> None:
        """An empty collection; source: HTMLParser."""
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: dict[str, str] = {}
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Source: HTMLParser."""
        self.found.append((tag, dict(attrs)))
        self.inside = (dict(attrs).get("id") or "script") if tag == "script" else ""

    def handle_data(self, data: str) -> None:
        """Source: HTMLParser."""
        if self.inside:
            self.scripts[self.inside] = self.scripts.get(self.inside, "") + data

    def handle_endtag(self, tag: str) -> None:
        """Source: HTMLParser."""
        self.inside = ""


def parsed(page: str) -> Elements:
    """The page's elements."""
    elements = Elements()
    elements.feed(page)
    return elements


def poisoned(view: AtlasView) -> AtlasView:
    """The view with markup in every text that comes from outside."""
    reports = {i: replace(r, title=NASTY, publisher=NASTY, author=NASTY, url="javascript:alert(1)") for i, r in view.reports.items()}
    holds = tuple(replace(h, place=replace(h.place, name=NASTY), why=NASTY) for h in view.holds)
    return replace(view, reports=reports, holds=holds, title=NASTY, standfirst=NASTY, generated=NASTY)


def test_no_address_is_in_the_page(view: AtlasView) -> None:
    page = webmap(view, [])
    assert not re.findall(r"(?:https?|wss?|ftp):\\?/\\?/[^\s\"'`<>)]*", page.replace("/^https?:\\/\\//i", ""))
    for tag, attributes in parsed(page).found:
        assert attributes.get("src") is None
        assert (attributes.get("href") or "data:,") == "data:,", (tag, attributes)
    assert "@import" not in page and "url(" not in page


def test_policy_allows_this_script_only(view: AtlasView) -> None:
    elements = parsed(webmap(view, []))
    policy = next(a["content"] for t, a in elements.found if t == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    digest = base64.b64encode(hashlib.sha256(elements.scripts["script"].encode()).digest()).decode()
    assert policy is not None and policy.startswith("default-src 'none';")
    assert f"script-src 'sha256-{digest}' blob:;" in policy
    assert "unsafe-eval" not in policy and "http" not in policy


def test_data_is_json_and_cannot_end_its_element(view: AtlasView) -> None:
    clean, dirty = parsed(webmap(view, [])), parsed(webmap(poisoned(view), []))
    assert [t for t, _ in clean.found] == [t for t, _ in dirty.found]
    data: dict[str, Any] = json.loads(dirty.scripts["data"])
    assert data["meta"]["title"] == NASTY
    assert {r["title"] for r in data["reports"].values()} == {NASTY}
    assert not set("<>&\u2028\u2029") & set(dirty.scripts["data"])


def test_scripts_write_no_markup(view: AtlasView) -> None:
    script = parsed(webmap(view, [])).scripts["script"]
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "setHTML("):
        assert way not in script


@pytest.mark.parametrize("text", ["<", ">", "&", "\u2028", "\u2029", "</script>", "<!--", "]]>"])
def test_safe_json_round_trip(text: str) -> None:
    assert json.loads(safe_json({"a": text})) == {"a": text}
    assert not set("<>&\u2028\u2029") & set(safe_json(text))


def test_library_travels_in_the_page(view: AtlasView) -> None:
    packed = parsed(webmap(view, [])).scripts["library"]
    bundle = json.loads(gzip.decompress(base64.b64decode(packed)))
    assert {"main", "worker", "css", "licences", "basemap", "extra"} == set(bundle)
    assert "setWorkerUrl" in bundle["main"] and "url(" not in bundle["css"] and "MapLibre contributors" in bundle["licences"]


def test_same_view_same_bytes(view: AtlasView, tmp_path: Path) -> None:
    write_webmap(view, tmp_path / "a.html", [])
    write_webmap(view, tmp_path / "b.html", [])
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert webmap(replace(view, title="Other"), []) != (tmp_path / "a.html").read_text(encoding="utf-8")


def test_empty_view(view: AtlasView) -> None:
    empty = replace(view, events=(), holds=(), claims={}, reports={}, corrections=(), before=())
    data = json.loads(parsed(webmap(empty, [])).scripts["data"])
    assert data["spots"] == [] and data["bounds"] == list(view.bounds)
