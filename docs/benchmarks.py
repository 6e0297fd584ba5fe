"""Writes benchmarks.md, its picture and million.md from benchmarks/results.json, so that no figure is typed twice.

`make bench` measures and calls this. The picture is the page of a report of ours about the results.
"""

from __future__ import annotations

import io
import json
import math
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
from PIL import Image, ImageChops

from report import pipeline
from report.deliver.cache import RunCache

DOCS = Path(__file__).parent
RESULTS = DOCS / "benchmarks" / "results.json"
PICTURE = DOCS / "benchmarks" / "results.png"
NAMES = {
    "banxin": "版心",
    "typst": "Typst + matplotlib",
    "weasyprint": "WeasyPrint + matplotlib",
    "reportlab": "ReportLab",
}
WORKS = {
    "W1": ("画册，16 页左右、六幅图、两张表", "a brochure with six charts and two tables"),
    "W1c": ("同上，图已在缓存里；Typst 只排版", "the same with charts at hand; Typst sets only"),
    "W2": ("二百页左右，12 万字、20 张表", "120,000 characters with 20 tables"),
    "W2c": (
        "同上，改了一句再排，缓存在手；Typst 全部重排",
        "the same, a sentence changed, with the cache; Typst sets all",
    ),
    "W3": ("一百本不同的画册，两个进程", "a hundred different brochures on two processors"),
    "W4": ("什么都没变，再运行一次", "a run where nothing changed"),
    "P10": ("正文，约 17 页", "running text, some 17 pages"),
    "P100": ("正文，约 120 页", "running text, some 120 pages"),
    "P1000": ("正文，约 1200 页", "running text, some 1,200 pages"),
}
PROCESSES = 3
"""Of W3: two workers, and who sends them reports."""
PPI, MARGIN = 96, 40
BODY = 0.93
"""Share of the page above its folio."""
MONTH, NIGHT = 30 * 86_400, 8 * 3_600
"""Seconds."""


class Results(NamedTuple):
    """What was measured, by work and program."""

    told: Mapping[str, Any]
    rows: Mapping[tuple[str, str], Mapping[str, Any]]

    def row(self, work: str, by: str = "banxin") -> Mapping[str, Any]:
        return self.rows[work, by]

    def ratio(self, work: str, by: str = "typst", key: str = "wall") -> float:
        """Ours to another's."""
        return float(self.row(work)[key] / self.row(work, by)[key])

    def smallest(self, work: str) -> int:
        """Bytes of the smallest file of the others."""
        return min(int(row["bytes"]) for (of, by), row in self.rows.items() if of == work and by != "banxin")

    def slope(self, low: str, high: str) -> float:
        """Processor seconds a page from one length to another: what starting takes is in neither."""
        one, other = self.row(low), self.row(high)
        return float((other["cpu"] - one["cpu"]) / (other["pages"] - one["pages"]))


class Goal(NamedTuple):
    """One line of the goals: what, ours, the goal, whether less is better than it."""

    zh: str
    en: str
    value: float
    goal: float
    unit: str = ""

    @property
    def met(self) -> bool:
        return self.value <= self.goal


def results() -> Results:
    told = json.loads(RESULTS.read_text(encoding="utf-8"))
    return Results(told, {(row["work"], row["by"]): row for row in told["rows"]})


def goals(found: Results) -> Iterator[Goal]:
    """The goals that were set before anything was measured."""
    yield Goal("W1，比 Typst + matplotlib 的用时", "W1 to Typst with matplotlib, wall", found.ratio("W1"), 0.65)
    yield Goal("W1c，比 Typst", "W1c to Typst", found.ratio("W1c"), 1.8)
    yield Goal("W2，比 Typst", "W2 to Typst", found.ratio("W2"), 0.6)
    yield Goal("W3，比 Typst + matplotlib", "W3 to Typst with matplotlib", found.ratio("W3"), 0.45)
    yield Goal("W4 的用时", "W4, wall", found.row("W4")["wall"], 0.15, "s")
    yield Goal("W2 的内存", "W2, memory", found.row("W2")["peak"] / 1e6, 150, "MB")
    for work in ("W1", "W2"):
        size, least = found.row(work)["bytes"] / 1e3, found.smallest(work) / 1e3
        yield Goal(f"{work} 的文件，不比最小的大", f"{work}, bytes, no more than the smallest", size, least, "kB")
    more = found.slope("P100", "P1000") / found.slope("P10", "P100") - 1
    yield Goal("一页的用时，从百页到千页多出", "time a page, more from 100 to 1,000 pages", 100 * abs(more), 15, "%")


def page(found: Results) -> str:
    """benchmarks.md."""
    told = found.told
    return _filled(
        "benchmarks",
        date=told["date"],
        machine=told["machine"],
        rounds=told["rounds"],
        versions="，".join(f"{name} {number}" for name, number in told["versions"].items()),
        goals="\n".join(map(_goal, goals(found))),
        rows="\n".join(_rows(found)),
        start=told["start"],
    )


def _filled(name: str, **values: object) -> str:
    return (DOCS / "benchmarks" / f"{name}.txt").read_text(encoding="utf-8").format(**values)


def _goal(one: Goal) -> str:
    verdict = "达到 met" if one.met else "未达到 missed"
    return f"| {one.zh} | {one.en} | {_said(one.value, one.unit)} | ≤ {_said(one.goal, one.unit)} | {verdict} |"


def _rows(found: Results) -> Iterator[str]:
    for (work, by), row in found.rows.items():
        zh, en = WORKS[work]
        size, pages = f"{row['bytes'] / 1e3:,.0f}", row["pages"]
        what = f"{zh} · {en}" if by == "banxin" else ""
        yield (
            f"| {work} | {what} | {NAMES[by]} | {row['wall']:.2f} | {row['cpu']:.2f} | {row['peak'] / 1e6:.0f} "
            f"| {size if row['bytes'] else ''} | {pages} |"
        )


def _said(value: float, unit: str) -> str:
    shown = f"{value:,.0f}" if unit in ("MB", "kB") else f"{value:.1f}" if unit == "%" else f"{value:.2f}"
    return f"{shown}{unit}" if unit == "%" else f"{shown} {unit}".strip()


class Plan(NamedTuple):
    """A million reports a month, from what a hundred took: seconds, bytes."""

    cpu: float
    size: float
    memory: float
    reports: int = 1_000_000
    busy: float = 0.7
    failed: float = 0.02

    @property
    def hours(self) -> float:
        """Processor hours of all, with those that are made a second time."""
        return self.reports * (1 + self.failed) * self.cpu / 3600

    def cores(self, seconds: float) -> float:
        """Processors that do it in so many seconds, each at work for a share of the time."""
        return self.hours * 3600 / seconds / self.busy

    @property
    def terabytes(self) -> float:
        return self.reports * self.size / 1e12


def plan(found: Results) -> Plan:
    many = found.row("W3")
    return Plan(many["cpu"] / many["pages"], many["bytes"] / many["pages"], many["peak"] / PROCESSES)


def million(found: Results) -> str:
    """million.md."""
    many, one = found.row("W3"), plan(found)
    again, night = found.row("W4")["cpu"], one.cores(NIGHT)
    return _filled(
        "million",
        date=found.told["date"],
        spent=many["cpu"],
        held=many["bytes"] / 1e6,
        cpu=one.cpu,
        hours=one.hours,
        failed=one.failed,
        busy=one.busy,
        month=one.cores(MONTH),
        night=math.ceil(night),
        kilobytes=one.size / 1e3,
        terabytes=one.terabytes,
        year=12 * one.terabytes,
        megabits=one.terabytes * 8e6 / NIGHT,
        megabytes=one.memory / 1e6,
        gigabytes=math.ceil(night) * one.memory / 1e9,
        again=again,
        unchanged=again * one.reports / 3600,
    )


REPORT = """\
格式: 1
文档: {{编号: benchmarks, 标题: 版心与同行, 副题: 同样的内容，从数据到 PDF, 单位: 版心, 日期: "{date}", 主题: bulletin}}
版面: {{开本: A4}}
核对: {{数字: 严格, 放行: [十六页左右, 六幅, 二百页, 十二万字, 二十张, 三个, 一百本, 两个]}}
数据:
{data}
事实:
{facts}
正文:
  - 节: 一本画册
  - 段: 十六页左右、六幅图，一次{{{{ 版心W1 }}}}；图在手边时{{{{ 版心W1c }}}}，什么都没变时{{{{ 版心W4 }}}}。
{w1}
  - 节: 一份二百页的报告
  - 段: 十二万字、二十张表，带标签，合三个标准，一次{{{{ 版心W2 }}}}，占内存{{{{ 内存W2 }}}}。
{w2}
  - 节: 一百本画册
  - 段: 一百本不同的画册，两个进程，共{{{{ 版心W3 }}}}。
{w3}
  - 节: 越长不越慢
  - 段: 除去启动，百页以内一页{{{{ 每页短 }}}}，百页到千页一页{{{{ 每页长 }}}}，都是处理器的时间。
输出: {{网阅: {{}}}}
"""


def leaf(found: Results) -> bytes:
    """The page about the results, as PDF."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data, charts = list[str](), dict[str, str]()
        for work, what in (("W1", "画册"), ("W2", "报告"), ("W3", "百本")):
            each = {by: row["wall"] for (of, by), row in found.rows.items() if of == work}
            names = {by: f"{name}·{what}" if work == "W3" else name for by, name in NAMES.items()}
            lines = [f"程序,{what}", *(f"{names[by]},{seconds:.2f}" for by, seconds in each.items())]
            (folder / f"{work}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
            data.append(f"  {work}: {{文件: {work}.csv, 键: 程序, 列: {{程序: 文本, {what}: 小数}}, 来源: make bench}}")
            look = f"类: 条形, 题: {what}：用时, 数据: {work}, 横: 程序, 纵: {{列: {what}, 单位: 秒}}"
            charts[work.lower()] = f"  - 图表: {{{look}, 强调: '{names['banxin']}'}}"
        said = {f"版心{work}": (f"{found.row(work)['wall']:.2f}", "秒") for work in ("W1", "W1c", "W2", "W4", "W3")}
        said["内存W2"] = (f"{found.row('W2')['peak'] / 1e6:.0f}", "兆字节")
        said["每页短"] = (f"{1000 * found.slope('P10', 'P100'):.1f}", "毫秒")
        said["每页长"] = (f"{1000 * found.slope('P100', 'P1000'):.1f}", "毫秒")
        facts = [f"  {key}: {{值: {value}, 单位: {unit}, 来源: make bench}}" for key, (value, unit) in said.items()]
        report = folder / "report.yaml"
        held = {"date": found.told["date"], "data": "\n".join(data), "facts": "\n".join(facts)}
        report.write_text(REPORT.format(**held, **charts), encoding="utf-8")
        built = pipeline.build(report, pipeline.Options(), RunCache(), lambda *_: None)
    return built.files[0].data


def picture(found: Results) -> bytes:
    """The head of the page about the results, as PNG."""
    shown = pypdfium2.PdfDocument(leaf(found))[0].render(scale=PPI / 72).to_pil().convert("RGB")
    body = shown.crop((0, 0, shown.width, int(shown.height * BODY)))
    box = ImageChops.difference(body, Image.new("RGB", body.size, "white")).getbbox() or (0, 0, *body.size)
    out = io.BytesIO()
    shown.crop((0, 0, shown.width, box[3] + MARGIN)).quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def written(found: Results) -> Mapping[Path, str]:
    """The pages and what they hold."""
    return {DOCS / "benchmarks.md": page(found), DOCS / "million.md": million(found)}


if __name__ == "__main__":
    measured = results()
    for path, text in written(measured).items():
        path.write_text(text, encoding="utf-8")
    PICTURE.write_bytes(picture(measured))
