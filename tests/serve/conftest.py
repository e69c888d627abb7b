"""A ledger of a few reports, some of them hostile, and a client that asks its server."""

import csv
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi.testclient import TestClient

from claimatlas import Atlas
from claimatlas.read import TableColumns
from claimatlas.scale.background import serving
from claimatlas.serve import Settings, create_app
from claimatlas.serve.accounts import Accounts

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
        "nowhere", "A village unknown", "Eastern Ghouta Post", "", "2017-08-04",
        "Islamic State attacked the village of Tell Zorgash on Thursday, activists said. The army shelled the village of Zorgashiyah.",
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
        assert atlas.read([folder / "reports.csv"], TableColumns(**{c: c for c in COLUMNS}), reader="rules").read == len(REPORTS)
    return folder / "ledger.sqlite"


@pytest.fixture(scope="session")
def client(told_ledger: Path) -> Iterator[TestClient]:
    """Asks the server of the ledger."""
    with TestClient(create_app(Settings(told_ledger, reader="rules", rates=(100_000, 1000, 1000)))) as asking:
        yield asking


@pytest.fixture(scope="session")
def address(told_ledger: Path) -> Iterator[str]:
    """Where a real server of the ledger listens."""
    settings = Settings(told_ledger, reader="rules", rates=(100_000, 1000, 1000))
    with serving(uvicorn.Server(uvicorn.Config(create_app(settings), host="127.0.0.1", port=0, log_level="warning"))) as address:
        yield address


class Opened:
    """A page with what it asked for elsewhere and what went wrong on it."""

    def __init__(self, browser: Any, home: str, **how: Any) -> None:
        self.page = browser.new_context(**how).new_page()
        self.strays: list[str] = []
        self.wrong: list[str] = []
        kinds = (home, "blob:", "data:")
        self.page.on("request", lambda r: None if r.url.startswith(kinds) else self.strays.append(r.url))
        self.page.on("pageerror", lambda e: self.wrong.append(str(e)))
        self.page.on("console", lambda m: self.wrong.append(m.text) if m.type == "error" else None)
        self.page.on("dialog", lambda d: self.wrong.append(f"dialog {d.message}"))

    def close(self) -> None:
        """Closes it; nothing may have gone wrong, nothing may have been asked of another host."""
        self.page.context.close()
        assert self.strays == [] and self.wrong == []


@pytest.fixture
def opened(chromium: Any) -> Iterator[Any]:
    """Opens pages: `opened(home, path, width=..., height=...)`; each is checked at the end."""
    pages = []

    def call(home: str, path: str = "", width: int = 1280, height: int = 860, **how: Any) -> Any:
        one = Opened(chromium, home, viewport={"width": width, "height": height}, **how)
        pages.append(one)
        one.page.goto(home + path)
        return one.page

    yield call
    for one in pages:
        one.close()


@pytest.fixture
def scratch(told_ledger: Path, tmp_path: Path) -> Path:
    """A copy of the ledger that may be written to."""
    path = tmp_path / "scratch.sqlite"
    shutil.copy(told_ledger, path)
    return path


class Asking:
    """A client with a session of its own, that sends its token with every write."""

    def __init__(self, settings: Settings, name: str = "", password: str = "") -> None:
        self.client = TestClient(create_app(settings), follow_redirects=False)
        self.token = self.fresh()
        if name:
            self.entered = self.client.post("/login", data={"name": name, "password": password, "csrf": self.token})
            self.token = self.fresh()

    def fresh(self) -> str:
        """The token of the page as it stands now."""
        page = self.client.get("/login") if self.client.get("/").status_code == 303 else self.client.get("/")
        return page.text.split('name="csrf-token" content="')[1].split('"')[0]

    def post(self, path: str, **how: Any) -> Any:
        """A write from our own page."""
        return self.client.post(path, headers={"X-CSRF-Token": self.token}, **how)


@pytest.fixture
def alone(scratch: Path) -> Asking:
    """One person on the own machine, on a ledger that may be written to."""
    return Asking(Settings(scratch, reader="rules", author="ana"))


@pytest.fixture
def shared_server(scratch: Path, tmp_path: Path) -> Settings:
    """A server with the accounts rita (reader), carl (coder) and edda (editor)."""
    accounts = Accounts(tmp_path / "accounts.json")
    for name, role in (("rita", "reader"), ("carl", "coder"), ("edda", "editor")):
        accounts.add(name, role, f"{name}-has-a-long-word")
    return Settings(scratch, accounts=accounts.path, reader="rules")


@pytest.fixture
def entered(shared_server: Settings) -> Callable[[str], Asking]:
    """Somebody who has logged in."""
    return lambda name: Asking(shared_server, name, f"{name}-has-a-long-word")
