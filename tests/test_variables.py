"""The environment of another process of ours."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from report import variables
from report.variables import meanwhile, surroundings

ROOT = str(Path(__file__).resolve().parents[1])


def test_another_python_finds_the_package_and_nothing_of_the_current_folder() -> None:
    assert surroundings({}) == {"PYTHONPATH": ROOT, "PYTHONSAFEPATH": "1"}
    assert surroundings({"PYTHONPATH": "more"})["PYTHONPATH"] == os.pathsep.join((ROOT, "more"))


def test_installed_it_is_found_after_the_library_of_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(variables, "__file__", str(tmp_path / "site-packages" / "report" / "variables.py"))
    assert surroundings({"PYTHONPATH": "more"}) == {"PYTHONSAFEPATH": "1"}


def test_variables_are_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANXIN_ONE", "1")
    monkeypatch.delenv("BANXIN_TWO", raising=False)
    with meanwhile({"BANXIN_ONE": "2", "BANXIN_TWO": "2"}):
        assert (os.environ["BANXIN_ONE"], os.environ["BANXIN_TWO"]) == ("2", "2")
    assert (os.environ["BANXIN_ONE"], "BANXIN_TWO" in os.environ) == ("1", False)
