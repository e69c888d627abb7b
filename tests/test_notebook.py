"""The notebook of docs/ runs as it stands, prints what it holds (`python tools/notebook.py` makes it so), and stays small."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

LARGEST = 60_000
"""Bytes of the file with its outputs."""


@pytest.fixture
def path(root: Path) -> Path:
    return root / "docs" / "tolls.ipynb"


def printed(notebook):
    """What each cell of code prints, with the kinds of its other outputs."""
    return [
        [o.text if o.output_type == "stream" else sorted(o.data) for o in cell.outputs]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def test_it_is_whole_and_small(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert path.stat().st_size < LARGEST
    assert all(printed(notebook))
    assert "execution" not in path.read_text(encoding="utf-8").replace("execution_count", "")


def test_it_prints_what_it_holds(path, root, own_data, monkeypatch, tmp_path):
    notebook = nbformat.read(path, as_version=4)
    held = printed(notebook)
    monkeypatch.setenv("PYTHONPATH", str(root / "src"))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.delenv("MPLBACKEND", raising=False)
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}).execute()
    assert printed(notebook) == held
