"""The pictures and data that the report of all blocks names: drawn and written by formula, none of them real."""

from __future__ import annotations

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image

from report.content.model import (
    Column,
    Common,
    Contents,
    DataCell,
    Inline,
    Prose,
    Report,
    Table,
    TableBlock,
    TableColumn,
    Timeline,
)
from report.content.read import read_report
from report.problem import Place

PLACE = Place("data.csv", 1, 1)
HERE = Path(__file__).parent
SIZES = {"wide.png": (5200, 3500), "tall.png": (1200, 1600), "spread.png": (5300, 3200), "logo.png": (400, 400)}
DISTRICTS = tuple(f"示例{name}" for name in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥")


def made(folder: Path) -> Path:
    """A folder with the report of all blocks and everything that it names; the report's path."""
    for name, size in SIZES.items():
        picture(size).save(folder / name, dpi=(300, 300))
    with pikepdf.new() as paper:
        for _ in range(4):
            paper.add_blank_page(page_size=(420, 595))
        paper.save(folder / "paper.pdf")
    return Path(shutil.copy(HERE / "everything.yaml", folder / "report.yaml"))


def picture(size: tuple[int, int]) -> Image.Image:
    """A slope of colours, dark at the lower left, light at the upper right."""
    small = Image.new("RGB", (32, 32))
    small.putdata([(90 + 4 * x, 110 + 2 * x + (31 - y), 100 + 3 * (31 - y)) for y in range(32) for x in range(32)])
    return small.resize(size, Image.Resampling.BILINEAR)


def everything(folder: Path) -> Report:
    """The report of all blocks, with a deep contents and a long table in it."""
    report, _ = read_report(made(folder))
    body = list(report.body)
    at = next(i for i, item in enumerate(body) if isinstance(item, Timeline))
    body.insert(at, table(places(44)))
    body = [replace(item, depth=3, charts=True) if isinstance(item, Contents) else item for item in body]
    return replace(report, body=tuple(body))


def table(data: Table, **changes: Any) -> TableBlock:
    """A table of districts by groups, with a total."""
    columns = tuple(
        TableColumn(i, prose(c.name), "left" if c.kind == "text" else "decimal", -1, c.unit, 0.0, PLACE)
        for i, c in enumerate(data.columns)
    )
    block = TableBlock(
        title=prose("示例各县区“妇女之家”数量"),
        table=data,
        columns=columns,
        group=0,
        total=True,
        continued=True,
        note=prose("示例注，数字虚构"),
        source="示例办公室",
        place=PLACE,
        common=Common(anchor="县区"),
    )
    return replace(block, **changes)


def places(count: int) -> Table:
    """Districts in two groups with a whole number and one with a decimal each."""
    columns = (Column("片区", "text"), Column("县区", "text"), Column("家园", "integer", "个"))
    rows = []
    for i in range(count):
        area = "示例东片" if i < count // 2 else "示例西片"
        home, size = Decimal(7 + i * 13 % 40), Decimal(1200 + i * 71) / 10
        rows.append((cell(area), cell(f"{DISTRICTS[i % len(DISTRICTS)]}县"), cell(home), cell(size)))
    return Table("阵地", (*columns, Column("面积", "decimal", "平方米")), tuple(rows), "", PLACE)


def cell(value: Decimal | str) -> DataCell:
    return DataCell(str(value), value, PLACE)


def prose(text: str) -> Prose:
    return ((Inline(text, PLACE),),) if text else ()
