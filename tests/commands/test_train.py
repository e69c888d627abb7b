"""`claimatlas train` says what it needs."""

import importlib.util

import pytest


def test_without_the_material_it_says_so(run, monkeypatch, tmp_path):
    monkeypatch.setenv("CLAIMATLAS_SHARED", str(tmp_path))
    result = run("train")
    assert result.exit_code == 2
    assert "Nothing to train on" in result.stderr


@pytest.mark.skipif(importlib.util.find_spec("torch") is not None, reason="the extra `train` is installed")
def test_without_the_extra_it_names_it(run, shared):
    result = run("train")
    assert result.exit_code == 2
    assert "claimatlas[train]" in result.stderr
