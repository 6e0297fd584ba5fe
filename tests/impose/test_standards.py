"""What a press file keeps on sheets: its standard, its spot ink, whatever marks it had of its own."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from report import pipeline, resources
from report.deliver.cache import RunCache
from report.deliver.impose.sheets import imposed
from report.deliver.impose.wanted import Wanted, sheet_named
from report.preflight import judge
from report.units import MM
from tests import tools
from tests.preflight.fixtures import good
from tests.verapdf import assert_conforms

SPOT = "PANTONE 871 C"
WISHES = {
    "printer": Wanted(creep="none"),
    "on a sheet": Wanted(sheet=sheet_named("SRA3"), creep="out", thickness=0.1 * MM),
    "reader": Wanted(layout="reader"),
    "booklet": Wanted(layout="booklet", sheet=sheet_named("SRA3")),
    "repeat": Wanted(layout="repeat", sheet=sheet_named("SRA2")),
}


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample with printer's marks and a spot ink."""
    sample = resources.sample()
    assert sample is not None
    folder = tmp_path_factory.mktemp("marked") / "kaifeng"
    shutil.copytree(sample.parent, folder)
    text = (folder / "report.yaml").read_text(encoding="utf-8")
    asked = "  印厂:\n    标记: [裁切, 折线, 套准, 色条, 说明]\n    专色: [金]\n"
    (folder / "report.yaml").write_text(text.replace("  印厂:\n", asked, 1), encoding="utf-8")
    options = pipeline.Options(only=("press",))
    return pipeline.build(folder / "report.yaml", options, RunCache(), lambda *_: None).files[0].data


@pytest.mark.parametrize("name", WISHES)
def test_every_layout_keeps_the_standards_of_a_good_file(name: str, tmp_path: Path) -> None:
    made = imposed(good(), "good.pdf", WISHES[name])
    read = name == "reader"
    assert made.standards == ("PDF/X-4", "PDF/A-2u", *(["PDF/UA-1"] if read else []))
    judged = judge(made.data, separations=False)
    assert [one.code for one in judged.problems if one.severity == "error"] == []
    (tmp_path / "sheets.pdf").write_bytes(made.data)
    assert_conforms(tmp_path / "sheets.pdf", flavours=("2u", "ua1") if read else ("2u",))
    tools.run("qpdf", "--check", tmp_path / "sheets.pdf")


def test_facing_pages_are_read_as_the_pages_were(marked: bytes, tmp_path: Path) -> None:
    """Poppler follows the structure tree, and finds through forms what it found on pages."""
    (tmp_path / "pages.pdf").write_bytes(marked)
    (tmp_path / "spreads.pdf").write_bytes(imposed(marked, "k.pdf", Wanted(layout="reader")).data)
    pages, spreads = (read_tree(tmp_path / name) for name in ("pages.pdf", "spreads.pdf"))
    assert len([line for line in pages if line.startswith('"')]) > 200
    assert spreads == pages


def read_tree(path: Path) -> list[str]:
    """The elements of a file and their words, without the attributes that say places."""
    said = [line.strip() for line in tools.run("pdfinfo", "-struct-text", path).splitlines()]
    return [line for line in said if not line.startswith("/BBox")]


def test_the_box_of_a_figure_goes_where_the_figure_goes(marked: bytes) -> None:
    made = imposed(marked, "k.pdf", Wanted(layout="reader"))
    shifts = {round(b[0] - a[0], 2) for a, b in zip(boxes(marked), boxes(made.data), strict=True)}
    left, right = (made.plan.sides[1].placed[i].matrix[4] for i in (0, 1))
    assert shifts == {round(left, 2), round(right, 2)}


def boxes(data: bytes) -> list[tuple[float, ...]]:
    """The boxes that the structure tree says, in its order."""
    found, waiting = [], []
    with pikepdf.open(BytesIO(data)) as pdf:
        waiting = [pdf.Root.StructTreeRoot.K]
        while waiting:
            node = waiting.pop()
            if isinstance(node, pikepdf.Array):
                waiting += list(node)
            elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
                said = node.get("/A", pikepdf.Dictionary())
                for one in said if isinstance(said, pikepdf.Array) else (said,):
                    if "/BBox" in one:
                        found.append(tuple(float(side) for side in one.BBox))
                waiting += [node.K] if "/K" in node else []
    return found


def test_marks_and_spots_of_the_pages_do_no_harm(marked: bytes) -> None:
    tools.need("gs")
    before = judge(marked, spots=(SPOT,))
    assert [one.code for one in before.problems if one.severity == "error"] == [], "black text overprints a spot ink"
    made = imposed(marked, "k.pdf", Wanted(thickness=0.17 * MM, sheet=sheet_named("SRA3")))
    assert made.standards == ("PDF/X-4", "PDF/A-2u")
    after = judge(made.data, spots=(SPOT,))
    assert [one.code for one in after.problems if one.severity == "error"] == [], "marks of pages are clipped away"
    assert after.file is not None
    assert after.file.plates is not None
    assert SPOT in after.file.plates.names


ARCHIVE = """格式: 1
文档: {编号: a, 标题: 存档, 日期: 2024-01-21, 主题: bulletin}
版面: {开本: A4}
正文: [节: 组织, 段: 全部建成。, 空白: {数: 3}, 段: 末页。]
输出: {三: {标准: [PDF/A-3u, PDF/UA-1]}, 四: {标准: PDF/A-4}}
"""


@pytest.mark.parametrize(("delivery", "standard", "flavour"), [("三", "PDF/A-3u", "3u"), ("四", "PDF/A-4", "4")])
def test_other_parts_of_the_archive_standard_stay(delivery: str, standard: str, flavour: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(ARCHIVE, encoding="utf-8")
    options = pipeline.Options(only=(delivery,))
    data = pipeline.build(tmp_path / "a.yaml", options, RunCache(), lambda *_: None).files[0].data
    made = imposed(data, "a.pdf", Wanted(layout="booklet"))
    assert made.standards == (standard,)
    (tmp_path / "sheets.pdf").write_bytes(made.data)
    assert_conforms(tmp_path / "sheets.pdf", flavours=(flavour,))
