"""The API as its OpenAPI page tells it: no made-up request brings the server down."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, settings

from claimatlas import Atlas
from claimatlas.serve import Settings, create_app

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is absent")
FEW = settings(
    max_examples=8, deadline=None, derandomize=True, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
LEDGER = Path(tempfile.mkdtemp(prefix="claimatlas-api-")) / "ledger.sqlite"
Atlas.open(LEDGER).close()
APP = create_app(Settings(LEDGER, reader="rules", rates=(100_000, 100_000, 100_000)))
SCHEMA = schemathesis.openapi.from_asgi("/api/openapi.json", APP)


@pytest.fixture(scope="module")
def headers(told_ledger: Path) -> Iterator[dict[str, str]]:
    """A session's cookie and token, on a copy of the ledger."""
    shutil.copy(told_ledger, LEDGER)
    client = TestClient(APP)
    token = client.get("/").text.split('name="csrf-token" content="')[1].split('"')[0]
    yield {"X-CSRF-Token": token, "Cookie": f"claimatlas={client.cookies['claimatlas']}"}
    shutil.rmtree(LEDGER.parent)


@SCHEMA.parametrize()
@FEW
def test_no_request_brings_the_server_down(case, headers):
    answer = case.call(headers=headers)
    assert answer.status_code < 500, (case.as_curl_command(), answer.text[:300])
