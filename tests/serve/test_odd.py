"""Odd requests and empty ledgers: no page brings the server down."""

import pytest
from fastapi.testclient import TestClient

from claimatlas import Atlas
from claimatlas.model.errors import InputError
from claimatlas.serve import Settings, create_app
from claimatlas.serve.site.publish import publish

PATHS = (
    "/", "/api/atlas", "/brief", "/changes", "/sources", "/desk", "/reports", "/search?q=a", "/feed.atom", "/judgements", "/read",
    "/api/areas?on=9999-12-31", "/api/areas?on=0001-01-01", "/brief?on=0001-01-01", "/brief?on=9999-12-31", "/map.svg?on=0001-01-01",
    "/changes?until=0001-01-01", "/changes?since=9999-12-30&until=9999-12-31", "/api/diff?since=0001-01-01&until=9999-12-31",
    "/api/hold?place=x&on=0001-01-01", "/api/atlas?known=0001-01-01", "/brief?known=0001-01-01", "/search?q=%00", "/places/%00",
    "/api/complete?slot=place&q=%00", "/api/complete?slot=actor&q=%F0%9F%98%80", "/desk?why=low&start=5", "/api/events?on=0001-01-01",
)  # fmt: skip


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    path = tmp_path_factory.mktemp("empty") / "empty.sqlite"
    Atlas.open(path).close()
    return TestClient(create_app(Settings(path, reader="rules", rates=(10_000, 100, 100))))


@pytest.mark.parametrize("path", PATHS)
def test_odd_requests_are_answered_or_refused(client, empty, path):
    assert client.get(path).status_code < 500
    assert empty.get(path).status_code < 500


def test_an_empty_ledger_shows_pages_and_is_not_published(empty, tmp_path):
    assert empty.get("/api/atlas").json()["counts"] == {"claims": 0, "reports": 0, "events": 0}
    assert "None yet" in empty.get("/sources").text
    with Atlas.open(tmp_path / "l.sqlite") as atlas, pytest.raises(InputError, match="no dated report"):
        publish(atlas, tmp_path / "site")
    assert not (tmp_path / "site").exists()
