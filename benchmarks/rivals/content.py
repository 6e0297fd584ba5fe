"""What all set: words, tables and charts made by formula from a seed, and the page and type they are set in."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.bulletin import DEEDS, FIELDS, PLACES, SUBJECTS, YEARS, paragraph, series

Block = tuple[str, Any]
"""A kind (`h1`, `h2`, `p`, `chart`, `table`) and what it holds."""


@dataclass(frozen=True)
class Look:
    """A page and its type: millimetres, and points for sizes; `leading` is from baseline to baseline in points."""

    theme: str
    width: float
    height: float
    top: float
    bottom: float
    inner: float
    outer: float
    font: str
    head: str
    size: float
    leading: float


BROCHURE = Look("brochure", 210, 285, 25, 25, 61, 18, "NotoSansSC-Regular", "NotoSerifSC-Bold", 9.0, 14.173)
"""The column of running text of the theme 画册 on A4 size cut to 大度16开."""
OFFICIAL = Look("attachment", 210, 297, 37, 35, 28, 26, "ZhuqueFangsong-Regular", "NotoSansSC-Bold", 15.793, 28.99)
"""The type area of the theme 公文附件."""


@dataclass(frozen=True)
class Work:
    """One document."""

    name: str
    title: str
    look: Look
    blocks: tuple[Block, ...]

    @property
    def characters(self) -> int:
        return sum(len(held) for kind, held in self.blocks if kind == "p")

    def save(self, folder: Path) -> None:
        """As work.json, which the others read."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "work.json").write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")


def load(folder: Path) -> Work:
    told = json.loads((folder / "work.json").read_text(encoding="utf-8"))
    blocks = tuple((kind, held) for kind, held in told["blocks"])
    return Work(told["name"], told["title"], Look(**told["look"]), blocks)


def brochure(seed: int = 1, sections: int = 12) -> Work:
    """W1: some sixteen pages with six charts and two tables."""
    chance = random.Random(seed)
    blocks = list(_sections(chance, sections, paragraphs=12, charts=2, tables=6, rows=12))
    return Work(f"brochure{seed}", f"示例市妇女儿童发展画册（第{seed}号）", BROCHURE, tuple(blocks))


def long_report(pages: int = 200) -> Work:
    """W2: a report of 120,000 characters with 20 tables for 200 pages, and in proportion for other lengths."""
    chance = random.Random(pages)
    blocks: list[Block] = []
    sections = max(1, pages // 5)
    while sum(len(held) for kind, held in blocks if kind == "p") < pages * 600:
        at = sum(kind == "h1" for kind, _ in blocks)
        blocks += _section(chance, at, paragraphs=26, chart=False, rows=15 if at % 2 else 0)
        if at > 4 * sections:
            break
    return Work(f"long{pages}", "示例省妇女儿童发展统计监测报告", OFFICIAL, tuple(blocks))


def _sections(
    chance: random.Random, count: int, *, paragraphs: int, charts: int, tables: int, rows: int
) -> Iterator[Block]:
    for i in range(count):
        tall = rows if i % tables == tables - 1 else 0
        yield from _section(chance, i, paragraphs=paragraphs, chart=i % charts == 0, rows=tall)


def _section(chance: random.Random, number: int, *, paragraphs: int, chart: bool, rows: int) -> Iterator[Block]:
    yield "h1", f"{FIELDS[number % len(FIELDS)]}领域监测（第{number + 1}部分）"
    for i in range(paragraphs):
        if i % 6 == 0:
            yield "h2", f"{chance.choice(SUBJECTS)}的进展"
        yield "p", paragraph(chance)
        if i == 4 and chart:
            yield "chart", _chart(chance, number)
        if i == 8 and rows:
            yield "table", _table(chance, number, rows)
    yield "p", "。".join(chance.sample(DEEDS, 2)) + "。"


def _chart(chance: random.Random, number: int) -> dict[str, Any]:
    kind = ("column", "line")[number // 2 % 2]
    values = [round(v) for v in series(chance, 200, 900, len(YEARS))]
    return {"title": f"{FIELDS[number % len(FIELDS)]}服务站点", "kind": kind, "x": list(YEARS), "y": values}


def _table(chance: random.Random, number: int, rows: int) -> dict[str, Any]:
    head = ["县区", "2022年", "2023年", "2024年", "2025年"]
    body = [[PLACES[i % len(PLACES)], *(round(v) for v in series(chance, 100, 4000, 4))] for i in range(rows)]
    return {"title": f"分县区主要指标（{FIELDS[number % len(FIELDS)]}）", "head": head, "rows": body}
