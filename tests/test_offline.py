"""The demo's commands with the network refused: nothing tries, and all is written."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples" / "reports"
ON = ("--on", "2017-08-02")
REFUSE = """
import os
import socket

def refuse(*arguments, **more):
    with open(os.environ["NETWORK_LOG"], "a") as log:
        log.write(repr(arguments) + "\\n")
    raise OSError("the network is refused")

for name in ("connect", "connect_ex", "sendto", "sendmsg"):
    setattr(socket.socket, name, refuse)
for name in ("create_connection", "getaddrinfo", "gethostbyname", "gethostbyname_ex"):
    setattr(socket, name, refuse)
"""


@pytest.fixture
def refused(tmp_path):
    """An environment in which Python's sockets refuse and write down who tried."""
    folder = tmp_path / "refuse"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(REFUSE, encoding="utf-8")
    path = os.pathsep.join([str(folder), str(ROOT / "src")])
    return {**os.environ, "PYTHONPATH": path, "NETWORK_LOG": str(tmp_path / "tried.txt"), "CLAIMATLAS_CACHE": str(tmp_path / "cache")}


def without_network():
    """The words before a command that take its network away, where the system lets us; else none."""
    words = ["unshare", "--user", "--map-root-user", "--net"]
    allowed = shutil.which("unshare") and subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0
    return words if allowed else []


def command(refused, *arguments):
    words = [*without_network(), sys.executable, "-m", "claimatlas", *map(str, arguments)]
    return subprocess.run(words, env=refused, capture_output=True, text=True, check=False, timeout=300)


def test_the_refusal_works(refused, tmp_path):
    code = "import urllib.request as u; u.urlopen('http://127.0.0.1:9/')"
    done = subprocess.run([sys.executable, "-c", code], env=refused, capture_output=True, text=True, check=False)
    assert "the network is refused" in done.stderr
    assert (tmp_path / "tried.txt").exists()


def test_the_demo_needs_no_network(refused, reports, tmp_path):
    ledger = tmp_path / "l.sqlite"
    source = SAMPLES if SAMPLES.is_dir() else reports
    columns = (
        ("--key", "id", "--title", "headline", "--text", "body", "--publisher", "outlet", "--date", "day") if source == SAMPLES else ()
    )
    steps = [
        ("read", source, *columns, "--jobs", 2),
        ("map", *ON, "-o", tmp_path / "map.html"),
        ("map", *ON, "-o", tmp_path / "map.png"),
        ("brief", *ON, "-o", tmp_path / "brief.html"),
        ("holds", *ON, "--json"),
    ]
    for step in steps:
        done = command(refused, *step, "--ledger", ledger)
        assert done.returncode == 0, (step, done.stderr)
    assert all((tmp_path / name).stat().st_size > 5000 for name in ("map.html", "map.png", "brief.html"))
    assert not (tmp_path / "tried.txt").exists()


def test_the_pages_ask_for_nothing(ledger, tmp_path, run):
    for name in ("map", "brief"):
        assert run(name, *ON, "-o", tmp_path / f"{name}.html", "--ledger", ledger).exit_code == 0
        page = (tmp_path / f"{name}.html").read_text(encoding="utf-8").lower()
        assert not [mark for mark in ('src="http', "src='http", 'src="//', '<link rel="stylesheet"', "@import", "url(http") if mark in page]
