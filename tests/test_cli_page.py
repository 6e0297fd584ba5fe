"""docs/cli.md is what the help says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"


def test_the_page_of_commands_is_what_help_says() -> None:
    spec = importlib.util.spec_from_file_location("cli_page", DOCS / "cli.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.page() == (DOCS / "cli.md").read_text(encoding="utf-8"), "run `python docs/cli.py`"
