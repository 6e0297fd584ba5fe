"""The process beside a build that draws its charts."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from report import packed, pipeline, resources
from report.charts import loading, plots
from report.charts.plots import Drawn, Plot
from report.content.catalogue import read_catalogue
from report.deliver import drawer, drawing
from report.deliver.cache import FolderCache, RunCache
from report.deliver.drawer import Beside, beside
from report.layout import sequence
from report.layout.charts import chart
from report.layout.desk import Desk, Frame
from report.layout.pieces import Piece
from report.pipeline import Options
from report.problem import ReportError
from report.typeset.faces import Faces
from report.warm import Warm
from tests.charts.made import EVERY, brochure, spec

YEARS = "年份,人次\n2021,98\n2022,104\n2023,120\n"
REPORT = """格式: 1
文档: {编号: t, 标题: 监测报告, 日期: 2026-03-08, 主题: bulletin}
数据:
  甲: {文件: 甲.csv, 键: 年份, 列: {年份: 年, 人次: 整数}, 单位: {人次: 人次}}
正文:
  - 图表: {类: 柱形, 题: 人次, 数据: 甲, 横: 年份, 纵: 人次}
  - 图表: {类: 折线, 题: 人次, 数据: 甲, 横: 年份, 纵: 人次}
"""


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(drawer, "_processors", lambda: 2)
    (tmp_path / "甲.csv").write_text(YEARS, "utf-8")
    path = tmp_path / "r.yaml"
    path.write_text(REPORT, "utf-8")
    return path


def built(report: Path, memory: FolderCache | RunCache) -> list[bytes]:
    with beside(report, memory, ()) as found:
        made = pipeline.build(report, Options(), memory, lambda *_: None)
        found.leave(made.inputs)
    return [file.data for file in made.files]


def refused() -> None:
    raise AssertionError("matplotlib is wanted in this process")


def test_charts_drawn_beside_are_those_drawn_here(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = [file.data for file in pipeline.build(report, Options(), RunCache(), lambda *_: None).files]
    monkeypatch.setattr(loading, "load", refused)
    assert built(report, RunCache()) == here


def test_what_can_wait_is_done_while_a_chart_is_drawn(report: Path, tmp_path: Path) -> None:
    done: list[int] = []
    warm = Warm()
    with beside(report, FolderCache(tmp_path / "cache"), ()) as found:
        found.meanwhile(lambda: done.append(len(done)))
        pipeline.build(report, Options(), FolderCache(tmp_path / "cache"), lambda *_: None, warm)
    assert done == [0]  # once, for the first of two charts
    with beside(report, FolderCache(tmp_path / "cache"), ()) as found:
        found.meanwhile(warm.settle)  # nothing is left to do
        assert pipeline.check(report, Options(), FolderCache(tmp_path / "cache"), lambda *_: None, warm).inputs


AHEAD = (
    REPORT
    + """  - 节: 其后
  - 段: 没有字形的字?在这里。
  - 要点: [甲, 乙]
  - 表格: {题: 人次表, 数据: 甲}
  - 节: 横的
  - 表格: {题: 横表, 数据: 甲, 横向: true}
  - 段: |
      又一个?。^1

      ^1 注。
"""
)
NONE = "\ue123"
"""A character that no font has."""


@pytest.mark.parametrize("text", [AHEAD.replace("?", NONE), AHEAD.replace("?", ""), AHEAD.replace("^1", "")])
def test_blocks_that_are_made_while_a_chart_is_drawn_are_those_of_their_turn(
    report: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same pages, and the same problems in the same order."""
    report.write_text(text, "utf-8")
    early: list[int] = []
    told = sequence._Early.told

    def counted(self: sequence._Early, desk: Desk) -> tuple[Piece, ...]:
        early.append(len(self.problems))
        return told(self, desk)

    def result(*, beside_it: bool) -> tuple[object, ...]:
        try:
            if beside_it:
                return tuple(built(report, RunCache()))
            return tuple(file.data for file in pipeline.build(report, Options(), RunCache(), lambda *_: None).files)
        except ReportError as error:
            return error.problems

    here = result(beside_it=False)
    monkeypatch.setattr(drawer, "_said", lambda _: False)
    monkeypatch.setattr(sequence._Early, "told", counted)
    assert result(beside_it=True) == here
    assert len(early) == 6


def test_every_kind_of_plot_goes_there_and_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sent is what was asked, and what comes back is what was drawn."""
    seen: list[type[Plot]] = []
    draw = plots.draw

    def compared(plot: Plot, faces: Faces) -> Drawn:
        found = draw(plot, faces)
        sent, told = io.BytesIO(), io.BytesIO()
        drawer.send(sent, packed.to_bytes(plot) or b"")
        sent.seek(0)
        drawing.serve([""], sent, told)
        told.seek(0)
        items, depth, problems, _ = packed.from_bytes(drawer.received(told), faces.keyed)
        assert Drawn(items, depth, problems) == found
        seen.append(type(plot))
        return found

    monkeypatch.setattr(plots, "draw", compared)
    desk = Desk(brochure(), Faces(read_catalogue(resources.fonts() / "fonts.yaml")), RunCache(), ".")
    for one in EVERY:
        chart(desk, one, spec(desk.theme), Frame(0.0, 0.0, 280.0, 800.0))
    assert len(set(seen)) >= 12


def test_it_is_started_for_charts_that_are_not_finished(report: Path, tmp_path: Path) -> None:
    memory = FolderCache(tmp_path / "cache")
    assert Beside(report, memory).wanted
    built(report, memory)
    assert not Beside(report, memory).wanted
    assert Beside(report, RunCache()).wanted
    report.write_text(report.read_text("utf-8").replace("监测报告", "又一份"), "utf-8")
    assert not Beside(report, memory).wanted
    (tmp_path / "甲.csv").write_text(YEARS + "2024,1350\n", "utf-8")
    assert Beside(report, memory).wanted
    built(report, memory)
    assert not Beside(report, memory).wanted
    report.write_text("格式: 1\n", "utf-8")
    assert not Beside(report, RunCache()).wanted
    assert not Beside(tmp_path / "none.yaml", RunCache()).wanted


def test_it_is_not_started_where_there_is_one_processor(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawer, "_processors", lambda: 1)
    assert not Beside(report, RunCache()).wanted


@pytest.mark.parametrize("program", ["false", "true", "no-such-program", ""])
def test_where_it_ends_or_cannot_be_started_this_process_draws(
    report: Path, program: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here = [file.data for file in pipeline.build(report, Options(), RunCache(), lambda *_: None).files]
    monkeypatch.setattr(drawer.sys, "executable", program and str(tmp_path / program))
    if program in ("false", "true"):
        (tmp_path / program).write_text(f"#!/bin/sh\nexit {int(program == 'false')}\n")
        (tmp_path / program).chmod(0o755)
    assert built(report, RunCache()) == here


def test_it_ends_with_the_build(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[drawer.Drawer] = []
    start = drawer._started

    def seen(words: list[str]) -> drawer.Drawer | None:
        made = start(words)
        assert made is not None
        started.append(made)
        return made

    monkeypatch.setattr(drawer, "_started", seen)
    with pytest.raises(KeyboardInterrupt), beside(report, RunCache(), ()):
        raise KeyboardInterrupt
    assert started[0]._process.returncode is not None


def test_it_ends_when_the_build_is_killed() -> None:
    """Its input ends then, and that is all that it lives for."""
    made = drawer._started([""])
    assert made is not None
    process = made._process
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(timeout=60) == 0
    assert process.stdout is not None
    process.stdout.close()


def test_modules_beside_the_report_are_not_taken_for_libraries(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = report.parent / "was-read"
    for name in ("matplotlib", "numpy", "json", "packed"):
        (report.parent / f"{name}.py").write_text(f"open({str(mark)!r}, 'w')\n", "utf-8")
    monkeypatch.chdir(report.parent)
    monkeypatch.setattr(loading, "load", refused)
    assert built(report, RunCache())
    assert not mark.exists()


def test_what_is_no_plot_is_answered_with_nothing() -> None:
    sent, told = io.BytesIO(), io.BytesIO()
    for data in (b"", b"junk", packed.to_bytes(("a", 1)) or b""):
        drawer.send(sent, data)
    sent.seek(0)
    drawing.serve([""], sent, told)
    assert told.getvalue() == b"\0" * 12


def test_half_an_answer_is_none(report: Path) -> None:
    for data in (b"", b"\0\0", b"\0\0\0\x09abc"):
        with pytest.raises(ValueError, match="ended"):
            drawer.received(io.BytesIO(data))
