"""The sample reports in a ledger, as `make demo` reads them, and its exports."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claimatlas import Atlas
from claimatlas.read import TableColumns

SAMPLES = Path(__file__).parents[3] / "samples" / "reports"
COLUMNS = TableColumns(key="id", title="headline", text="body", publisher="outlet", date="day")


@pytest.fixture(scope="session")
def sample_ledger(own_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger's file; tests must not write to it."""
    path = tmp_path_factory.mktemp("sample") / "ledger.sqlite"
    with Atlas.open(path) as atlas:
        assert atlas.read([SAMPLES], COLUMNS).read == 25
    return path


@pytest.fixture
def sample(sample_ledger: Path) -> Iterator[Atlas]:
    """The sample's ledger, open."""
    with Atlas.open(sample_ledger) as atlas:
        yield atlas


@pytest.fixture
def written(sample: Atlas) -> Callable[..., str]:
    """What an export to a stream writes."""

    def call(format: str, **asked: Any) -> str:
        stream = io.StringIO(newline="")
        sample.export(stream, format, **asked)
        return stream.getvalue()

    return call
