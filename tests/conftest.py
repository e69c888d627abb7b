"""What all tests share: a reading built once, a folder of small reports, the command line in this process."""

import importlib.util
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from claimatlas.cli import main
from claimatlas.evaluate.shared import shared_folder
from claimatlas.intake import Worker
from claimatlas.reading import Reading

# the same examples on every machine and every run; HYPOTHESIS_PROFILE=default draws others
settings.register_profile("same", derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

CHROMIUM = Path("/usr/bin/chromium")
ARGS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking"]
ROOT = Path(__file__).parents[1]
KIT = ROOT / "tests" / "ledger" / "kit.py"
SIDES = {
    "army_1.txt": (
        "SANA, 1 August 2017\n\nThe Syrian Arab Army captured the town of Ghanim al-Ali from ISIS on Monday, a military source said. "
        "The army killed 12 ISIS fighters near al-Sukhnah on Sunday."
    ),
    "rebels_1.txt": (
        "Zaman al-Wasl, 2 August 2017\n\nISIS still controls the town of Ghanim al-Ali, activists said on Wednesday. "
        "Reports that the Syrian army had captured the town of Ghanim al-Ali are incorrect. "
        "Hayat Tahrir al-Sham controls the city of Idlib."
    ),
    "monitor_1.txt": (
        "Syrian Observatory for Human Rights, 2 August 2017\n\nRussian warplanes carried out 14 air strikes on the town of al-Sukhnah on "
        "Tuesday. ISIS withdrew from the western part of al-Sukhnah. The army is expected to capture al-Sukhnah within days."
    ),
}


@pytest.fixture(scope="session", autouse=True)
def own_data() -> Iterator[Path]:
    """Knowledge that the machine's user has added stays out of the tests."""
    before = os.environ.get("CLAIMATLAS_DATA")
    with tempfile.TemporaryDirectory(prefix="claimatlas-tests-") as folder:
        os.environ["CLAIMATLAS_DATA"] = folder
        os.environ.pop("CLAIMATLAS_LEDGER", None)
        yield Path(folder)
    os.environ.pop("CLAIMATLAS_DATA")
    if before is not None:
        os.environ["CLAIMATLAS_DATA"] = before


@pytest.fixture(scope="session")
def reading(own_data: Path) -> Reading:
    """The reader of reports, the same one that commands in this process use."""
    return Worker.reading("syria_iraq")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material; skips where there is none."""
    folder = shared_folder()
    if folder is None:
        pytest.skip("../shared is not here")
    return folder


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with three small reports of different sides."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in SIDES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def run(reading: Reading) -> Callable[..., Result]:
    """Runs a command in this process; anything but an exit is let through."""

    def call(*arguments: object) -> Result:
        return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)

    return call


@pytest.fixture
def ledger(tmp_path: Path, reports: Path, run: Callable[..., Result]) -> Path:
    """A ledger with the three reports."""
    path = tmp_path / "ledger.sqlite"
    assert run("read", reports, "--ledger", path).exit_code == 0
    return path


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def kit() -> ModuleType:
    """The module of builders: report, claim, place, FakeSides."""
    if "claimatlas_test_kit" not in sys.modules:
        spec = importlib.util.spec_from_file_location("claimatlas_test_kit", KIT)
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules["claimatlas_test_kit"] = module
        spec.loader.exec_module(module)
    return sys.modules["claimatlas_test_kit"]


@pytest.fixture(scope="session")
def sides(kit: ModuleType) -> object:
    """A stand-in for a theatre."""
    return kit.FakeSides()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's Chromium, one for all tests of a process, as Playwright runs once in each; skips where either is absent."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="the playwright package is absent")
    if not CHROMIUM.exists():
        pytest.skip("/usr/bin/chromium is absent")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGS)
        yield browser
        browser.close()
