"""Writes benchmarks.md, its picture and million.md from benchmarks/results.json, so that no figure is typed twice.

`make bench` measures and calls this. The picture is the page of a report of ours about the results.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2

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
    "W3": ("一百本不同的画册，两个进程", "a hundred different brochures on two processors"),
    "W4": ("什么都没变，再运行一次", "a run where nothing changed"),
    "P10": ("正文，约 17 页", "running text, some 17 pages"),
    "P100": ("正文，约 120 页", "running text, some 120 pages"),
    "P1000": ("正文，约 1200 页", "running text, some 1,200 pages"),
}
PPI = 96
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
        return min(row["bytes"] for (of, by), row in self.rows.items() if of == work and by != "banxin")

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
    versions = "，".join(f"{name} {number}" for name, number in told["versions"].items())
    lines = [
        "# 比一比 · Benchmarks",
        "",
        "同样的字、字体、纸和字号，从数据到 PDF；每次都是新进程，轮流跑，取中位数。别的程序的图由 matplotlib 画成 SVG（ReportLab 用自己的图）；版心的文件另带标签、PDF/X-4、PDF/A-2u、PDF/UA-1，别的都不带。",
        "The same words, fonts, page and size, from data to PDF: each run a new process, the programs in turn, medians. "
        "Charts of the others are matplotlib's SVG (ReportLab has its own). Ours are tagged and conform to PDF/X-4, "
        "PDF/A-2u and PDF/UA-1; the others' do not.",
        "",
        f"`make bench`，{told['date']}，{told['machine']}，{versions}，{told['rounds']} 轮 rounds。",
        "",
        "![结果](benchmarks/results.png)",
        "",
        "这一页是版心排的。This page was set by Banxin.",
        "",
        "## 目标 · Goals",
        "",
        "| 目标 | goal | 实测 measured | 定的 set | |",
        "|---|---|---|---|---|",
        *(
            f"| {g.zh} | {g.en} | {_said(g.value, g.unit)} | ≤ {_said(g.goal, g.unit)} | {'达到 met' if g.met else '未达到 missed'} |"
            for g in goals(found)
        ),
        "",
        "Typst 是编译成机器码的；版心是纯 Python，一启动、读进自己的模块就要 0.15 秒左右，没有编译的部件，所以一个轮子哪里都能装。省下的在别处：图、字、页不出错，旧的不重做。",
        "Typst is compiled. Banxin is Python: starting and reading its modules take some 0.15 s, and it has no compiled "
        "part of its own, so that one wheel serves every machine.",
        "",
        "## 全部 · Everything",
        "",
        "字节不算色彩描述文件（W3 是全部文件，连描述文件）。Bytes are without the colour profile, but for W3, which has all files.",
        "",
        "| | 做什么 what | 程序 program | 秒 wall s | 处理器 cpu s | 内存 MB | kB | 页 pages |",
        "|---|---|---|---|---|---|---|---|",
        *_rows(found),
        "",
    ]
    return "\n".join(lines)


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
    count: int = 1_000_000
    busy: float = 0.7
    failed: float = 0.02

    @property
    def hours(self) -> float:
        """Processor hours of all, with those that are made a second time."""
        return self.count * (1 + self.failed) * self.cpu / 3600

    def cores(self, seconds: float) -> float:
        """Processors that do it in so many seconds, each at work for a share of the time."""
        return self.hours * 3600 / seconds / self.busy

    @property
    def terabytes(self) -> float:
        return self.count * self.size / 1e12


def plan(found: Results) -> Plan:
    many = found.row("W3")
    return Plan(many["cpu"] / many["pages"], many["bytes"] / many["pages"], many["peak"] / 3)


def million(found: Results) -> str:
    """million.md."""
    many, one = found.row("W3"), plan(found)
    again = found.row("W4")["cpu"]
    night, month = one.cores(NIGHT), one.cores(MONTH)
    lines = [
        "# 一个月一百万份 · A million reports a month",
        "",
        f"按实测的算：一百本画册（每本 16 页左右、六幅图），两个进程，共 {many['cpu']:.1f} 处理器秒、{many['bytes'] / 1e6:.1f} MB（[benchmarks.md](benchmarks.md) 的 W3，{found.told['date']}）。换成自己的报告，先用 `banxin batch` 做一百份，把下面的 c、b、m 换掉。",
        f"From measured figures: a hundred brochures of some 16 pages with six charts took {many['cpu']:.1f} processor "
        f"seconds and {many['bytes'] / 1e6:.1f} MB (W3 of benchmarks.md). For your own reports make a hundred and put in "
        "your c, b and m.",
        "",
        "| | 一份 one report | 一百万份 a million | 怎么算 how |",
        "|---|---|---|---|",
        f"| 处理器 processor | c = {one.cpu:.2f} s | {one.hours:,.0f} h | N·c·(1+f)，重做的 f = {one.failed:.0%} |",
        f"| 核，一个月匀着做 cores, all month | | {month:.2f} | 除以 30 天和利用率 u = {one.busy:.0%} |",
        f"| 核，一夜做完 cores, one night of 8 h | | {night:.0f} | 除以 8 小时和 u |",
        f"| 存储 storage | b = {one.size / 1e3:.0f} kB | {one.terabytes:.2f} TB | N·b；留 k 期乘 k |",
        f"| 存储，留 12 期 twelve editions | | {12 * one.terabytes:.1f} TB | |",
        f"| 网络 network, one night | | {one.terabytes * 8e6 / NIGHT:,.0f} Mbit/s | 成品送出 outputs, 8·N·b/t |",
        f"| 内存，每个进程 memory a worker | m ≈ {one.memory / 1e6:.0f} MB | {night * one.memory / 1e9:.1f} GB | 核数 × m，限 `内存: 800MB` |",
        f"| 没有变的一份 an unchanged report | {again:.2f} s 处理器（单独运行 alone） | | 批量里只核对散列 hashes only |",
        "",
        "一台 16 核的机器，一夜就够；一个月匀着做，一个核也用不满。",
        "One machine of 16 processors does it in a night; spread over the month it does not fill one.",
        "",
        "## 怎样布置 · How to set it up",
        "",
        "- **分**：一个任务文件一张表，按省、按市拆成几十个，`并行` 不写，用满所有的核。几台机器用 `--dask`：调度一台，每台一个工人进程组，字体和程序装在每台上；输入按散列送，送过的不再送。"
        " Split by province; on several machines use `--dask`, inputs travel once by hash.",
        "- **送到哪里**：`输出: s3://…/{名}` 或共享盘；成品直接由工人送，不经过调度机。 Workers write the outputs themselves.",
        "- **先热**：每台先做一份。字体的散列、图、色彩换算进缓存（`BANXIN_CACHE`，至多 512 MB，删掉不误事），以后每份少花约三分之一秒。 Make one report on each machine first: caches fill, and may be deleted at any time.",
        "- **坏的**：一行错只坏一份，别的照做；修好表再运行同一条命令，只做变了的和没成的。进程死了换新的，超时、超内存的停下。 One bad row fails one report; run again and only what changed or failed is made.",
        "- **留几期**：`保留: 12` 到期自动删；每期有清单，`banxin diff` 说差别。 `keep: 12` drops what is older.",
        "- **看着**：`--metrics` 写 Prometheus 文本，`--log` 写 JSON；该响没响由缺勤报警（[schedule.md](schedule.md)）。报警看三样：失败份数、每秒份数、离上次成功多久。 Alarm on failures, rate, and time since the last success.",
        "- **一样**：同样的输入在哪台机器、几点做，字节都一样，所以对象存储可以按散列去重：没有变的县不占新地方。 The same inputs give the same bytes anywhere, so storage may be deduplicated by hash.",
        "",
        "会让这笔账变的：几十兆的照片（换算色彩和缩图按兆算）、上千行的表、要预检单（一份多约 0.1 秒，分色另算）。",
        "What changes the sum: large photos, tables of thousands of rows, certificates (some 0.1 s each, separations apart).",
        "",
    ]
    return "\n".join(lines)


REPORT = """\
格式: 1
文档: {{编号: benchmarks, 标题: 版心与同行, 副题: 同样的内容，从数据到 PDF, 单位: 版心, 日期: "{date}", 主题: bulletin}}
版面: {{开本: A4}}
核对: {{数字: 严格}}
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


def picture(found: Results) -> bytes:
    """The page about the results, as PNG."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data, charts = [], {}
        for work, title in (("W1", "画册：用时"), ("W2", "二百页的报告：用时"), ("W3", "一百本画册：用时")):
            each = {by: row["wall"] for (of, by), row in found.rows.items() if of == work}
            lines = ["程序,秒", *(f"{NAMES[by]},{seconds:.2f}" for by, seconds in each.items())]
            (folder / f"{work}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
            data.append(f"  {work}: {{文件: {work}.csv, 键: 程序, 列: {{程序: 文本, 秒: 小数}}, 来源: make bench}}")
            look = f"类: 条形, 题: {title}, 数据: {work}, 横: 程序, 纵: {{列: 秒, 单位: 秒}}, 强调: 版心"
            charts[work.lower()] = f"  - 图表: {{{look}}}"
        said = {f"版心{work}": (f"{found.row(work)['wall']:.2f}", "秒") for work in ("W1", "W1c", "W2", "W4", "W3")}
        said["内存W2"] = (f"{found.row('W2')['peak'] / 1e6:.0f}", "MB")
        said["每页短"] = (f"{1000 * found.slope('P10', 'P100'):.1f}", "毫秒")
        said["每页长"] = (f"{1000 * found.slope('P100', 'P1000'):.1f}", "毫秒")
        facts = [f"  {key}: {{值: {value}, 单位: {unit}, 来源: make bench}}" for key, (value, unit) in said.items()]
        report = folder / "report.yaml"
        held = {"date": found.told["date"], "data": "\n".join(data), "facts": "\n".join(facts)}
        report.write_text(REPORT.format(**held, **charts), encoding="utf-8")
        built = pipeline.build(report, pipeline.Options(), RunCache(), lambda *_: None)
    pdf = pypdfium2.PdfDocument(built.files[0].data)
    shown = pdf[0].render(scale=PPI / 72).to_pil().convert("RGB").quantize(64)
    target = Path(tempfile.mkdtemp()) / "page.png"
    shown.save(target, optimize=True)
    return target.read_bytes()


def written(found: Results) -> Mapping[Path, str]:
    """The pages and what they hold."""
    return {DOCS / "benchmarks.md": page(found), DOCS / "million.md": million(found)}


if __name__ == "__main__":
    measured = results()
    for path, text in written(measured).items():
        path.write_text(text, encoding="utf-8")
    PICTURE.write_bytes(picture(measured))
