"""The way from build to plates, as docs/print-shop.md shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report.commands import COMMANDS
from report.deliver.impose.order import saddle
from report.deliver.impose.wanted import LAYOUTS, SHEETS
from tests.cli.shell import banxin, write

PAGE = (Path(__file__).parents[2] / "docs" / "print-shop.md").read_text(encoding="utf-8")
LINES = re.findall(r"^banxin (.*)$", PAGE, re.MULTILINE)


@pytest.mark.parametrize("line", LINES)
def test_every_command_that_is_shown_can_be_read(line: str) -> None:
    command, *arguments = line.split()
    assert COMMANDS[command].arguments().parse_args(arguments)


def test_the_report_that_is_shown_becomes_a_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write("r.yaml", re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0])
    done = banxin("package", "r.yaml", "--no-separations")
    assert done.code == 0, done.err
    assert not [line for line in done.told if "ticket-incomplete" in line]


def test_the_order_that_is_stated_is_the_order_that_is_made() -> None:
    count = 20
    for side in saddle(range(1, count + 1)):
        i = side.sheet
        stated = (count - 2 * i + 2, 2 * i - 1) if side.face == "front" else (2 * i, count - 2 * i + 1)
        assert side.cells == stated


def test_layouts_and_sheets_are_all_named() -> None:
    assert [name for name in LAYOUTS if f"`{name}`" not in PAGE] == []
    assert {name[:2] for name in SHEETS if not name.isascii()} == {"正度", "大度"}
    assert all(name in PAGE for name in ("A5–A1", "B5–B3", "SRA4–SRA2"))
