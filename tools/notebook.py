"""Runs docs/tolls.ipynb anew and keeps its outputs: after a change of what is read, or of the notebook. `python tools/notebook.py`."""

import os
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOK = ROOT / "docs" / "tolls.ipynb"


def executed(path: Path) -> nbformat.NotebookNode:
    """The notebook with fresh outputs, without times or machine's marks. Raises: CellExecutionError where a cell fails."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook, timeout=300, kernel_name="python3", record_timing=False, resources={"metadata": {"path": str(path.parent)}}
    )
    client.execute()
    notebook.metadata = {"kernelspec": notebook.metadata["kernelspec"], "language_info": {"name": "python"}}
    return notebook


def main() -> None:
    """Writes the notebook in place."""
    os.environ["PYTHONPATH"] = str(ROOT / "src")
    nbformat.write(executed(NOTEBOOK), NOTEBOOK)


if __name__ == "__main__":
    main()
