"""The library: its surface, reports from maps and frames, mistakes as values."""

from __future__ import annotations

import dataclasses
import inspect
import subprocess
import sys
from pathlib import Path

import pandas
import polars
import pytest

import report
from report import api

REPORT = {
    "格式": 1,
    "文档": {"编号": "made", "标题": "从表里来", "日期": "2026-03-08"},
    "数据": {"培训": {"键": "年份", "列": {"年份": "年", "人次": "整数"}, "单位": {"人次": "人次"}}},
    "正文": [
        {"节": "培训"},
        {"段": "2025年听课{{ 培训[2025].人次 }}人次，{{ 同比(培训.人次, 2025) }}。"},
        {"表格": {"题": "各年培训", "数据": "培训"}},
    ],
    "输出": {"网阅": {}},
}
COLUMNS = {"年份": [2023, 2024, 2025], "人次": [12300, 15870, 18420]}
SURFACE = {
    "build": ["source", "tables", "folder", "only", "draft", "since", "fonts", "cache", "language"],
    "check": ["source", "tables", "folder", "fonts", "language"],
    "Problem": ["code", "severity", "message", "hint", "file", "line", "column", "page"],
    "File": ["delivery", "name", "data", "pages", "standards"],
    "Result": ["id", "title", "files", "problems"],
}


def test_the_public_surface_is_as_promised() -> None:
    assert report.__all__ == [*("File", "Problem", "Result", "__version__", "build", "check")]
    for name in ("build", "check"):
        signature = inspect.signature(getattr(report, name))
        assert list(signature.parameters) == SURFACE[name]
        kinds = [one.kind for one in signature.parameters.values()]
        assert kinds == [inspect.Parameter.POSITIONAL_OR_KEYWORD] + [inspect.Parameter.KEYWORD_ONLY] * (len(kinds) - 1)
        assert signature.return_annotation == "Result"
    for name in ("Problem", "File", "Result"):
        assert [field.name for field in dataclasses.fields(getattr(report, name))] == SURFACE[name]
    assert isinstance(api.Result.ok, property)
    assert list(inspect.signature(report.Result.write).parameters) == ["self", "folder"]


def test_the_command_line_starts_without_the_library() -> None:
    said = "import sys, report.__main__; print('report.api' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", said], capture_output=True, text=True).stdout == "False\n"


@pytest.mark.parametrize("frame", [pandas.DataFrame(COLUMNS), polars.DataFrame(COLUMNS)], ids=["pandas", "polars"])
def test_a_report_from_a_map_and_a_frame(frame: object, tmp_path: Path) -> None:
    done = report.build(REPORT, tables={"培训": frame})
    assert (done.ok, done.problems, done.id, done.title) == (True, (), "made", "从表里来")
    (path,) = done.write(tmp_path)
    assert path.read_bytes() == done.files[0].data
    assert report.check(REPORT, tables={"培训": frame}).problems == ()


def test_both_kinds_of_frame_and_a_file_make_the_same_bytes(tmp_path: Path) -> None:
    frames = (pandas.DataFrame(COLUMNS), polars.DataFrame(COLUMNS))
    one, two = (report.build(REPORT, tables={"培训": frame}).files[0].data for frame in frames)
    (tmp_path / "t.csv").write_text("年份,人次\n2023,12300\n2024,15870\n2025,18420\n", encoding="utf-8")
    data = {"培训": {**REPORT["数据"]["培训"], "文件": "t.csv"}}  # type: ignore[index]
    three = report.build({**REPORT, "数据": data}, folder=tmp_path).files[0].data
    assert one == two == three


def test_a_wrong_cell_is_told_by_row_and_column() -> None:
    frame = pandas.DataFrame({"年份": [2024, 2025], "人次": [15870, "很多"]})
    done = report.build(REPORT, tables={"培训": frame})
    assert (done.ok, done.files) == (False, ())
    assert "frame 培训 row 2 人次" in {problem.file for problem in done.problems}
    listed = report.check(REPORT, tables={"培训": polars.DataFrame({"年份": [2025], "人次": [[1, 2]]})})
    assert [(p.code, p.file) for p in listed.problems] == [("value-kind", "frame 培训 row 1 人次")]


def test_mistakes_are_values_with_the_path_of_the_map() -> None:
    done = report.build({**REPORT, "正文": [{"节": "甲"}, {"断": "x"}]}, tables={"培训": polars.DataFrame(COLUMNS)})
    assert [(p.code, p.severity, p.file) for p in done.problems] == [("unknown-block", "error", "dict 正文[2]")]
    assert [p.code for p in report.check({"正文": object()}).problems] == ["value-kind"]
    assert [p.code for p in report.check(REPORT, tables={"培训": 3}).problems] == ["not-a-frame"]
    assert [p.code for p in report.build("nowhere.yaml").problems] == ["cannot-read"]


def test_the_example_of_the_manual_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = (Path(__file__).parents[1] / "docs" / "api.md").read_text(encoding="utf-8")
    said = page.split("<!-- example -->\n```python\n")[1].split("```")[0]
    names: dict[str, object] = {}
    exec(said, names)  # the example is ours
    assert names["paths"] == (Path("out/made-screen.pdf"),)
    assert Path("out/made-screen.pdf").is_file()
