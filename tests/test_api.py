"""The library: its surface, reports from maps and frames, mistakes as values."""

from __future__ import annotations

import dataclasses
import inspect
import json
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas
import pikepdf
import polars
import pytest
from reportlab.platypus import Flowable, SimpleDocTemplate, Table

import report
from report import api, bridge
from report.colour import BLACK
from report.typeset import Span, TextStyle, set_paragraph
from tests import tools
from tests.verapdf import assert_conforms


class Drawn(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A flowable of a size that is what a function draws."""

    def __init__(self, draw: Any, width: float, height: float) -> None:
        super().__init__()
        self.width, self.height, self._draw = width, height, draw

    def draw(self) -> None:
        self._draw(self.canv)


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
    "build": ["source", "tables", "flowables", "folder", "only", "draft", "since", "fonts", "cache", "language"],
    "check": ["source", "tables", "flowables", "folder", "fonts", "language"],
    "Problem": ["code", "severity", "message", "hint", "file", "line", "column", "page"],
    "File": ["delivery", "name", "data", "pages", "standards"],
    "Result": ["id", "title", "files", "problems", "figures"],
    "Figure": [*("page", "file", "line", "column", "text", "value", "unit", "status", "source", "context")],
}


def test_the_public_surface_is_as_promised() -> None:
    assert report.__all__ == [*("Figure", "File", "Paragraph", "Problem", "Result", "__version__", "build", "check")]
    for name in ("build", "check"):
        signature = inspect.signature(getattr(report, name))
        assert list(signature.parameters) == SURFACE[name]
        kinds = [one.kind for one in signature.parameters.values()]
        assert kinds == [inspect.Parameter.POSITIONAL_OR_KEYWORD] + [inspect.Parameter.KEYWORD_ONLY] * (len(kinds) - 1)
        assert signature.return_annotation == "Result"
    for name in ("Problem", "File", "Figure", "Result"):
        assert [field.name for field in dataclasses.fields(getattr(report, name))] == SURFACE[name]
    assert isinstance(api.Result.ok, property)
    assert list(inspect.signature(report.Result.write).parameters) == ["self", "folder"]


def test_the_manual_tells_the_whole_surface() -> None:
    page = (Path(__file__).parents[1] / "docs" / "api.md").read_text(encoding="utf-8").split("## 名字和类型")[1]
    parts = {name: page.split(f"\n`{name}")[1].split("\n\n`")[0] for name in ("report.build", *list(SURFACE)[2:])}
    parts["Paragraph"] = page.split("\n`Paragraph(")[1]
    assert [name for name in report.__all__ if f"`{name}`" not in page] == []
    told = {name: set(re.findall(r"`(\w+)(?:\(\w+\))?(?:: [^`]+)?`", part)) for name, part in parts.items()}
    assert set(SURFACE["build"]) <= told["report.build"]
    assert {name: {*SURFACE[name]} - told[name] for name in list(SURFACE)[2:] if {*SURFACE[name]} - told[name]} == {}
    assert {"ok", "write"} <= told["Result"]
    assert set(list(inspect.signature(report.Paragraph.__init__).parameters)[1:]) - {"text"} <= told["Paragraph"]
    both = set(re.findall(r"^\| `(\w+)` \|.*\| 都有 both \|", page, re.MULTILINE))
    assert both == set(SURFACE["check"])


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


def test_every_figure_is_told_with_page_and_source() -> None:
    done = report.build(REPORT, tables={"培训": pandas.DataFrame(COLUMNS)})
    told = {figure.text: figure for figure in done.figures}
    sold = told["18420人次"]
    assert (sold.status, sold.value, sold.unit, sold.page) == ("derived", Decimal(18420), "人次", 1)
    assert sold.file == "dict 正文[2].段"
    assert report.check(REPORT, tables={"培训": pandas.DataFrame(COLUMNS)}).figures == done.figures


def example(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The names that an example of the manual leaves, run in a folder."""
    monkeypatch.chdir(folder)
    page = (Path(__file__).parents[1] / "docs" / "api.md").read_text(encoding="utf-8")
    names: dict[str, Any] = {}
    exec(page.split(f"<!-- {name} -->\n```python\n")[1].split("```")[0], names)  # the example is ours
    return names


def test_programs_of_the_manual_run_by_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    body = "正文:\n  - 段: 建成37处。\n输出: {公文: {}}\n"
    head = "格式: 1\n文档: {编号: note, 标题: 情况, 日期: 2026-03-08}\n核对: {数字: 提醒}\n"
    Path("report.yaml").write_text(head + body, encoding="utf-8")
    page = (Path(__file__).parents[1] / "docs" / "api.md").read_text(encoding="utf-8")
    programs = re.findall(r"(?<!-->\n)```python\n(.*?)```", page, re.DOTALL)
    assert len(programs) == 2
    for program in programs:
        exec(program, {})  # the program is ours
    assert Path("out/note-office.pdf").is_file()
    said = capsys.readouterr().out
    assert "report.yaml 5 “37处”没有出处" in said
    assert said.splitlines()[-1] == "1 report.yaml 5 37处"


def test_the_example_of_the_manual_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = example("example", tmp_path, monkeypatch)
    assert names["paths"] == (Path("out/made-screen.pdf"),)
    assert Path("out/made-screen.pdf").is_file()


def test_a_flowable_stands_in_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = example("flowable", tmp_path, monkeypatch)
    assert names["done"].problems == ()
    (path,) = names["paths"]
    assert_conforms(path)
    assert "报到" in tools.run("pdftotext", path, "-")
    with pikepdf.open(path) as pdf:
        assert {str(e.Alt) for e in pdf.objects if isinstance(e, pikepdf.Dictionary) and "/Alt" in e} == {
            "一张日程表：报到、开班"
        }


def handed(*blocks: str, **flowables: object) -> report.Result:
    body = [{"外来图形": {"名": name, "替代": "图"}} for name in blocks]
    return report.build({**REPORT, "数据": {}, "正文": body}, flowables=flowables)


def long_table() -> Table:
    return Table([[f"第{i}行"] for i in range(120)], repeatRows=1)


def test_a_flowable_that_is_higher_than_a_column_is_divided() -> None:
    done = handed("长表", 长表=long_table)
    assert (done.problems, done.files[0].pages) == ((), 4)


def test_mistakes_with_flowables_are_told() -> None:
    assert [(p.code, p.hint[:8]) for p in handed("长标", 长表=long_table).problems] == [
        ("unknown-flowable", "最像的是 长表；")
    ]
    assert [p.code for p in handed("长表").problems] == ["no-flowables"]
    assert [p.code for p in handed("图", 图=3).problems] == ["not-a-flowable"]
    tall = handed("图", 图=Drawn(lambda _: None, 100, 2000))
    assert [(p.code, p.file) for p in tall.problems] == [("foreign-overflow", "dict 正文[1].外来图形")]
    strange = handed("图", 图=Drawn(lambda canvas: canvas.setFont("Papyrus", 9), 100, 50))
    assert [p.code for p in strange.problems] == ["foreign-font"]


def test_our_paragraph_stands_in_a_document_of_reportlab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example("paragraph", tmp_path, monkeypatch)
    tools.run("qpdf", "--check", "notice.pdf")
    said = "".join(tools.run("pdftotext", "notice.pdf", "-").split())
    assert said == "培训通知" + "市县两级妇联按期换届，村和社区的阵地逐一落位——干部培训逐级展开。" * 5


def test_it_ends_its_lines_where_a_report_does(tmp_path: Path) -> None:
    words = "“市县两级妇联按期换届，”村和社区（共318个）的阵地逐一落位——干部培训逐级展开。" * 6
    story = [report.Paragraph(words, size=9.0, leading=15.0)]
    SimpleDocTemplate(str(tmp_path / "p.pdf"), pagesize=(300, 230), leftMargin=20, rightMargin=20).build(story * 2)
    style = TextStyle("song", 400, 9.0, 15.0, BLACK, indent=2.0)
    set_by_us = set_paragraph([Span(words)], 300 - 40 - 12, style, bridge._faces(()))
    lines = [line for line in tools.run("pdftotext", "-layout", tmp_path / "p.pdf", "-").splitlines() if line.strip()]
    wanted = ["".join(line.text.split()) for line in set_by_us.lines]
    assert ["".join(line.split()) for line in lines if not line.startswith("\f")][: len(wanted)] == wanted


def test_a_paragraph_divides_and_refuses() -> None:
    paragraph = report.Paragraph("把工作重心放到基层、放到家门口。" * 20, size=10, leading=17)
    _, height = paragraph.wrap(200, 1000)
    first, second = paragraph.split(200, height / 2)
    assert first.wrap(200, 1000)[1] + second.wrap(200, 1000)[1] == pytest.approx(height)
    assert paragraph.split(200, 10) == []
    assert len(paragraph.split(200, height - 17)) == 2, "no single line goes to the next column"
    with pytest.raises(ValueError, match="nosuch"):
        report.Paragraph("好", family="nosuch").wrap(100, 100)
    with pytest.raises(ValueError, match=r"U\+30000"):
        report.Paragraph("\U00030000").wrap(100, 100)


def test_a_drawing_that_fails_is_told(tmp_path: Path) -> None:
    def codes(flowable: object) -> list[tuple[str, str]]:
        return [(p.code, p.file) for p in handed("图", 图=flowable).problems]

    where = "dict 正文[1].外来图形"
    assert codes(lambda: 1 / 0) == [("foreign-failed", where)]
    assert codes(lambda: 5) == [("foreign-feature", where)]
    assert codes(Drawn(lambda _: 1 / 0, 10, 10)) == [("foreign-failed", where)]
    assert [p.code for p in report.build(REPORT, flowables=[1]).problems] == ["not-a-flowable"]  # type: ignore[arg-type]
    assert [p.code for p in report.build(REPORT, tables=[1]).problems] == ["not-a-frame"]  # type: ignore[arg-type]
    assert [p.code for p in report.build(REPORT, tables={"培训": polars.LazyFrame(COLUMNS)}).problems] == [
        "not-a-frame"
    ]


def test_columns_of_a_frame_have_names_of_their_own() -> None:
    frame = pandas.DataFrame([[2024, 1, 2], [2025, 3, 4]], columns=["年份", "人次", "人次"])
    found = report.check(REPORT, tables={"培训": frame}).problems
    assert ("duplicate-column", "frame 培训") in {(p.code, p.file) for p in found}


def test_numbers_of_numpy_are_numbers() -> None:
    total = pandas.Series([1, 2]).sum()
    facts = {"合计": {"值": total, "单位": "个"}, "率": {"值": pandas.Series([1.5]).max(), "单位": "%"}}
    done = report.build(
        {**REPORT, "数据": {}, "事实": facts, "正文": [{"段": "共{{ 合计 }}，{{ 率 }}。"}]}, only="网阅"
    )
    assert (done.problems, len(done.files)) == ((), 1)


def test_a_paragraph_checks_what_it_is_given(tmp_path: Path) -> None:
    for wrong in ({"size": 0}, {"leading": -1}, {"align": "middle"}, {"colour": (0, 0, 0, 100)}, {"colour": (0, 0, 0)}):
        with pytest.raises(ValueError, match=r"size|align|colour"):
            report.Paragraph("好", **wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="str"):
        report.Paragraph(12)  # type: ignore[arg-type]
    locked = SimpleDocTemplate(str(tmp_path / "e.pdf"), encrypt="x")
    with pytest.raises(ValueError, match="encrypted"):
        locked.build([report.Paragraph("好")])
    names = list(inspect.signature(report.Paragraph.__init__).parameters)[1:]
    assert names == [*("text", "family", "weight", "size", "leading", "align", "indent", "colour", "language", "fonts")]


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(report.__file__).parent / "py.typed").is_file()


def test_a_certificate_comes_with_its_file(tmp_path: Path) -> None:
    wanted = {
        "格式": 1,
        "文档": {"编号": "c", "标题": "预检", "日期": "2026-01-21"},
        "输出": {"印厂": {"预检单": True}, "网阅": {}},
        "正文": [{"段": "一段。"}],
    }
    done = report.build(wanted, language="en")
    assert done.ok
    assert [(one.delivery, one.name, one.pages) for one in done.files] == [
        ("press", "c-press.pdf", 1),
        ("press", "c-press-certificate.pdf", 1),
        ("press", "c-press-certificate.json", 0),
        ("screen", "c-screen.pdf", 1),
    ]
    written = {path.name: path for path in done.write(tmp_path)}
    judged = json.loads(written["c-press-certificate.json"].read_text(encoding="utf-8"))
    assert judged["file"] == "c-press.pdf"
    with pikepdf.open(written["c-press-certificate.pdf"]) as pdf:
        assert len(pdf.pages) == 1
