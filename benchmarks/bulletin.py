"""A statistical report of about two hundred pages, made by formula: written, built in the theme bulletin, measured.

Some 120,000 characters, 20 tables and 40 charts from one seed; every run writes the same files. Prints pages, problems,
time and memory. `python benchmarks/bulletin.py [FOLDER]` keeps the report and its PDF in the folder.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.build import run

SEED = 20260308
SECTIONS, PARAGRAPHS = 40, 20
YEARS = range(2016, 2026)
FIELDS = ("健康", "教育", "就业", "社会保障", "福利", "家庭", "环境", "法律")
PLACES = tuple(f"{name}{kind}" for kind in ("区", "县", "市") for name in "甲乙丙丁戊己庚辛")
SUBJECTS = (
    *(
        "各级统计机构",
        "基层妇女组织",
        "街道和乡镇",
        "县域医疗机构",
        "各类学校",
        "用人单位",
        "社区服务站点",
        "司法行政机关",
    ),
    *("儿童福利机构", "家庭教育指导站", "农村合作社", "志愿服务队伍", "监测工作小组", "公共文化场馆"),
)
DEEDS = (
    *("按规划目标逐项对照进度", "把服务送到居民身边", "完善了数据报送和复核制度", "改进了面向家庭的日常服务"),
    *("加强了人员培训和业务指导", "核对了历年口径的变化", "建立了跨部门的协作机制", "补齐了偏远地区的短板"),
    *("公开了主要指标的计算方法", "听取了服务对象的意见", "延长了窗口的开放时间", "统一了登记表的填写要求"),
    *("回访了参加培训的学员", "更新了设施的维护记录"),
)
LINKS = ("同时", "在此基础上", "从区域看", "从趋势看", "与规划目标相比", "按可比口径计算", "据监测点报告", "年度内")
KINDS = ("line", "column", "bar", "grouped", "stacked", "area")


def sentence(chance: random.Random) -> str:
    """A sentence that says nothing in particular, of the length of those that do."""
    subject, other = chance.sample(SUBJECTS, 2)
    first, second, third = chance.sample(DEEDS, 3)
    lead = f"{chance.choice(LINKS)}，" if chance.random() < 0.4 else ""
    end = f"；{other}{third}" if chance.random() < 0.5 else ""
    return f"{lead}{subject}{first}，{second}{end}。"


def paragraph(chance: random.Random) -> str:
    return "".join(sentence(chance) for _ in range(chance.randint(2, 6)))


def series(chance: random.Random, low: float, high: float, count: int) -> list[float]:
    """A row of values that grow, with some noise."""
    start = chance.uniform(low, (low + high) / 2)
    step = (high - start) / count
    return [max(low, round(start + step * i + chance.uniform(-0.4, 0.4) * step, 1)) for i in range(count)]


def annual(chance: random.Random) -> str:
    """Two counts of every year as CSV."""
    first, second = series(chance, 200, 900, len(YEARS)), series(chance, 100, 500, len(YEARS))
    rows = (f"{year},{round(a)},{round(b)}" for year, a, b in zip(YEARS, first, second, strict=True))
    return "\n".join(("年份,城区,县域", *rows)) + "\n"


def regions(chance: random.Random, count: int) -> str:
    """Districts in groups, with four counts each, as CSV."""
    rows = []
    for i in range(count):
        group = ("东部", "中部", "西部")[i * 3 // count]
        name = PLACES[i % len(PLACES)] + ("" if i < len(PLACES) else f"{i // len(PLACES) + 1}号片")
        rows.append(f"{group},{name},{','.join(str(round(v)) for v in series(chance, 100, 4000, 4))}")
    return "\n".join(("片区,县区,2022年,2023年,2024年,2025年", *rows)) + "\n"


HEAD = """\
format: 1
document:
  id: long
  title: 示例省妇女儿童发展统计监测报告
  subtitle: 全部内容由程序生成，数据均为虚构示例
  body: 示例省统计局
  date: 2026-03-08
  theme: bulletin
  status: 示例数据 · 程序生成
sheet: {size: A4, bleed: 3mm, binding: perfect}
check: {figures: "off"}
deliveries: {office: {standards: [PDF/A-2u, PDF/UA-1]}}
"""
SHOWN = "group: 片区, continued: true, beside: 单位：个, note: 数据为虚构示例"
LONG = 40
"""Rows from which a table is set in the style for long ones."""
ANNUAL = "key: 年份, columns: {年份: year, 城区: integer, 县域: integer}, unit: {城区: 个, 县域: 个}"
COLUMNS = "{片区: text, 县区: text, 2022年: integer, 2023年: integer, 2024年: integer, 2025年: integer}"


def chart(number: int) -> str:
    """The chart of a section, its kind in turn."""
    kind = KINDS[number % len(KINDS)]
    y = "[城区, 县域]" if kind in ("line", "grouped", "stacked", "area") else "城区"
    title = f"{FIELDS[number % len(FIELDS)]}服务{('站点', '人次', '资金', '场次', '队伍')[number % 5]}"
    head = f"kind: {kind}, anchor: c{number}, title: {title}, data: y{number}, x: 年份, y: {y}"
    return f"  - chart: {{{head}{', highlight: 2025' if kind in ('column', 'bar') else ''}}}\n"


def table(number: int, rows: int) -> str:
    named = f"anchor: t{number}, title: 分县区主要指标（{FIELDS[number % len(FIELDS)]}）"
    look = "style: long, " if rows > LONG else ""
    return f"  - table: {{{named}, data: r{number}, {look}{SHOWN}}}\n"


def section(number: int, chance: random.Random) -> Iterator[str]:
    """Text with a chart after the paragraph that names it, in every second section a table, here and there a list."""
    tabled = number % 2 == 1
    names = {5: f"详见[](#图-c{number})。"} | ({12: f"详见[](#表-t{number})。"} if tabled else {})
    yield f"  - section: {FIELDS[number % len(FIELDS)]}领域监测（{'甲乙丙丁戊'[number // len(FIELDS)]}篇）\n"
    for i in range(PARAGRAPHS):
        if i % 6 == 0:
            yield f"  - subsection: {chance.choice(SUBJECTS)}的进展\n"
        yield f"  - text: {paragraph(chance)}{names.get(i, '')}\n"
        if i == 5:
            yield chart(number)
        if i == 12 and tabled:
            yield table(number, LENGTHS[number // 2 % len(LENGTHS)])
        if i == 16 and number % 3 == 0:
            yield f"  - points: [{'。, '.join(chance.sample(DEEDS, 3))}。]\n"
        if i == 18 and number % 5 == 0:
            yield f"  - callout: {sentence(chance)}{sentence(chance)}\n"


LENGTHS = (8, 18, 160, 440, 620)
"""Rows of the tables, in turn."""


def write(folder: Path, sections: int = SECTIONS) -> Path:
    """The report of so many sections and its data; returns the report's path."""
    chance = random.Random(SEED)
    data = ["data:\n"]
    body = ["body:\n  - title-page: {date: 2026-03}\n"]
    for number in range(sections):
        (folder / f"y{number}.csv").write_text(annual(chance), encoding="utf-8")
        data.append(f"  y{number}: {{file: y{number}.csv, {ANNUAL}}}\n")
        if number % 2:
            rows = regions(chance, LENGTHS[number // 2 % len(LENGTHS)])
            (folder / f"r{number}.csv").write_text(rows, encoding="utf-8")
            data.append(f"  r{number}: {{file: r{number}.csv, key: 县区, columns: {COLUMNS}}}\n")
        body += section(number, chance)
    path = folder / "report.yaml"
    path.write_text(HEAD + "".join(data) + "".join(body), encoding="utf-8")
    return path


def main(folder: Path) -> None:
    report = write(folder)
    lines = report.read_text(encoding="utf-8").splitlines()
    characters = sum(len(line.partition(": ")[2]) for line in lines if line.startswith("  - text: "))
    done = run(report, folder, "--force")
    made = json.loads((folder / "out" / "summary.json").read_text(encoding="utf-8"))
    print(f"{characters} characters, {made['files'][0]['pages']} pages, {len(made['problems'])} problems")
    print(f"{done.wall:.1f} s wall, {done.cpu:.1f} s cpu, {done.peak / 2**20:.0f} MB peak")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        home = Path(sys.argv[1])
        home.mkdir(parents=True, exist_ok=True)
        main(home)
    else:
        with TemporaryDirectory(prefix="banxin-bulletin-") as name:
            main(Path(name))
