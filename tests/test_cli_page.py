"""docs/cli.md is what the help says."""

from __future__ import annotations

from tests.docscripts import DOCS, loaded


def test_the_page_of_commands_is_what_help_says() -> None:
    assert loaded("cli").page() == (DOCS / "cli.md").read_text(encoding="utf-8"), "run `python docs/cli.py`"
