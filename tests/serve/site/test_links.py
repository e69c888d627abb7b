"""Paths as files: one for one, safe, relative."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimatlas.serve.site.links import Links, file_of, slug


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/?place=x", "index.html"),
        ("/brief", "brief.html"),
        ("/events/e_12", "events/e-12-"),
        ("/sources/Odd%20%2F%20Press", "sources/odd-press-"),
        ("/static/app.css", "static/app.css"),
        ("/data/events.csv", "data/events.csv"),
    ],
)
def test_files_of_paths(path, file):
    assert file_of(path).startswith(file)


@given(st.text(min_size=1), st.text(min_size=1))
def test_slugs_are_safe_and_one_for_one(one, other):
    assert set(slug(one)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert (slug(one) == slug(other)) == (one == other)


def test_links_are_relative_and_remembered():
    links = Links()
    link = links.from_("events/e.html")
    assert link("/sources") == "../sources.html"
    assert link("/?on=2017-08-02") == "../index.html?on=2017-08-02"
    assert links.wanted["sources.html"] == "/sources"
