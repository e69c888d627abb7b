"""The builders in tests/ledger/kit.py as a fixture."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

KIT = Path(__file__).parent.parent / "ledger" / "kit.py"


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
