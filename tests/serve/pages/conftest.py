"""A ledger of a few reports, some of them hostile, and a client that asks its server."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from claimatlas import Atlas
from claimatlas.read import TableColumns
from claimatlas.serve import Settings, create_app

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
# key, title, publisher, url, date, text
REPORTS = (
    (
        "army", "Army advances", "SANA", "", "2017-08-01",
        "The Syrian Arab Army captured the town of Ghanim al-Ali from ISIS on Monday, a military source said. "
        "The army killed 12 ISIS fighters near al-Sukhnah on Sunday. The army is expected to capture al-Sukhnah within days.",
    ),
    (
        "rebels", "ISIS holds out", "Zaman al-Wasl", "", "2017-08-02",
        "ISIS still controls the town of Ghanim al-Ali, activists said on Wednesday. Reports that the Syrian army had captured the "
        "town of Ghanim al-Ali are incorrect. Hayat Tahrir al-Sham controls the city of Idlib.",
    ),
    (
        "monitor", "Strikes on the desert", "Syrian Observatory for Human Rights", "https://example.org/1", "2017-08-02",
        "Russian warplanes carried out 14 air strikes on the town of al-Sukhnah on Tuesday. ISIS withdrew from the western part of "
        "al-Sukhnah. At least 9 civilians were killed in Raqqa on Tuesday.",
    ),
    (
        'k"1', HOSTILE, f"{HOSTILE} Gazette", "javascript:alert(3)", "2017-08-03",
        f"The army shelled the town of Palmyra on Wednesday, {HOSTILE} said. ISIS attacked the town of Palmyra {HOSTILE} on "
        "Wednesday, activists said.",
    ),
    (
        "odd", "Shelling", "Odd / Press & Co", "", "2017-08-03",
        "The army shelled the town of Maadan on Wednesday. ISIS attacked the town of Maadan on Wednesday.",
    ),
    (
        "later", "Town taken", "Enab Baladi", "", "2017-08-06",
        "The Syrian Arab Army captured the town of al-Sukhnah from ISIS on Saturday, activists said.",
    ),
)  # fmt: skip
COLUMNS = ("key", "title", "publisher", "url", "date", "text")


@pytest.fixture(scope="session")
def told_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger's file; tests must not write to it."""
    folder = tmp_path_factory.mktemp("serve")
    with (folder / "reports.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([COLUMNS, *REPORTS])
    with Atlas.open(folder / "ledger.sqlite") as atlas:
        assert atlas.read([folder / "reports.csv"], TableColumns(**{c: c for c in COLUMNS if c != "url"}), reader="rules").read == len(REPORTS)
    return folder / "ledger.sqlite"


@pytest.fixture(scope="session")
def client(told_ledger: Path) -> Iterator[TestClient]:
    """Asks the server of the ledger."""
    with TestClient(create_app(Settings(told_ledger, reader="rules", rates=(100_000, 1000, 1000)))) as asking:
        yield asking
