"""The same work as a report of ours: `report.yaml` and a CSV file for each chart and table."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.rivals.content import Work

HEAD = """\
format: 1
document: {{id: {name}, title: {title}, date: 2026-03-08, theme: {theme}}}
sheet: {{size: {size}}}
check: {{figures: "off"}}
deliveries: {{press: {{standards: {standards}}}}}
"""
SIZES = {"brochure": "大度16开", "attachment": "A4"}
STANDARDS = "[PDF/X-4, PDF/A-2u, PDF/UA-1]"


def write(work: Work, folder: Path, standards: str = STANDARDS) -> Path:
    """The report; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    data, body = ["data:\n"], ["body:\n"]
    for i, (kind, held) in enumerate(work.blocks):
        match kind:
            case "h1":
                body.append(f"  - section: {held}\n")
            case "h2":
                body.append(f"  - subsection: {held}\n")
            case "p":
                body.append(f"  - text: {held}\n")
            case "chart":
                _csv(folder / f"d{i}.csv", ("年份", "数量"), zip(held["x"], held["y"], strict=True))
                data.append(f"  d{i}: {{file: d{i}.csv, key: 年份, columns: {{年份: year, 数量: integer}}}}\n")
                said = (
                    f"kind: {held['kind']}, title: {held['title']}, data: d{i}, x: 年份, y: {{column: 数量, unit: 个}}"
                )
                body.append(f"  - chart: {{{said}}}\n")
            case "table":
                _csv(folder / f"d{i}.csv", held["head"], held["rows"])
                data.append(f"  d{i}: {{file: d{i}.csv}}\n")
                body.append(f"  - table: {{title: {held['title']}, data: d{i}, continued: true}}\n")
    told = {"name": work.name, "title": work.title, "theme": work.look.theme, "size": SIZES[work.look.theme]}
    path = folder / "report.yaml"
    text = HEAD.format(**told, standards=standards) + ("".join(data) if len(data) > 1 else "") + "".join(body)
    path.write_text(text, encoding="utf-8")
    return path


def _csv(path: Path, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])


def made(out: Path) -> dict[str, Any]:
    """What a build said of itself."""
    told: dict[str, Any] = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    return told
