"""Proofs: the word across, numbers at lines, bars; and the text of a proof is that of the finished file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest

from report import pipeline, resources
from report.colour import BLACK
from report.content.catalogue import read_catalogue
from report.deliver.cache import RunCache
from report.drawing import Group, Item, Marked, Meta, Page, Paged, Shape, Sheet, moved
from report.layout.proofing import proofed
from report.layout.textlines import columns, lines
from report.problem import ConformanceError
from report.typeset import Span, TextStyle, set_paragraph
from report.typeset.faces import Faces
from tests.verapdf import assert_conforms

STYLE = TextStyle("hei", 400, 10, 16, BLACK)
SHEET = Sheet(400, 600, 8)
REPORT = """\
格式: 1
文档: {编号: t, 标题: 测, 日期: 2026-03-08}
核对: {数字: 关}
正文:
  - 节: 第一节
  - 段: {段}
输出: {印厂: {标准: [PDF/X-4, PDF/A-2u, PDF/UA-1], 预检单: true}, 网阅: {标准: [PDF/A-2u, PDF/UA-1]}}
"""


@pytest.fixture(scope="module")
def faces() -> Faces:
    return Faces(read_catalogue(resources.fonts() / "fonts.yaml"))


def silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


def text(faces: Faces, count: int, x: float, y: float, measure: float = 100) -> tuple[Item, ...]:
    """So many lines of ten Han, the first baseline at y."""
    made = set_paragraph([Span("\n".join(["春耕时节妇女围坐田埂"] * count))], measure, STYLE, faces)
    return (Marked("P", made.items(x, y)),)


def page(*items: Item, number: int = 1) -> Page:
    return Page(number, str(number), SHEET, items)


def drawn(proof: Page) -> tuple[Item, ...]:
    """What a proof adds to a page."""
    added = proof.items[-1]
    assert isinstance(added, Marked)
    assert added.role == "Artifact"
    return added.items


def proof_of(*items: Item, faces: Faces, number: int = 1) -> Page:
    paged = Paged(Meta("t", "测", "", "", (), "zh-CN", "2026-03-08"), (page(*items, number=number),))
    return proofed(paged, faces).pages[0]


class Ink(NamedTuple):
    """The box of an outline."""

    left: float
    right: float
    top: float
    bottom: float


def ink(shape: Item) -> Ink:
    assert isinstance(shape, Shape)
    xs, ys = shape.path.points[::2], shape.path.points[1::2]
    return Ink(min(xs), max(xs), min(ys), max(ys))


def test_every_fifth_line_has_a_number_on_its_baseline(faces: Faces) -> None:
    numbers = drawn(proof_of(*text(faces, 12, 80, 100), faces=faces))[:-1]
    assert [round(ink(one).bottom) for one in numbers] == [100 + 4 * 16, 100 + 9 * 16]
    assert all(ink(one).right < 80 - 6 and ink(one).left > 8 for one in numbers)


def test_columns_are_counted_one_after_the_other(faces: Faces) -> None:
    two = (*text(faces, 7, 80, 100), *text(faces, 7, 220, 104))
    found = columns(lines(two))
    assert [len(column) for column in found] == [7, 7]
    numbers = drawn(proof_of(*two, faces=faces))[:-1]
    assert [(ink(one).left < 100, round(ink(one).bottom)) for one in numbers] == [(True, 164), (False, 104 + 2 * 16)]


def test_a_heading_over_two_columns_makes_one_count_of_baselines(faces: Faces) -> None:
    head = text(faces, 1, 80, 60, 300)
    wide = (
        Marked("H1", (*head, *(moved(i, 130, 0) for i in head))),
        *text(faces, 3, 80, 100),
        *text(faces, 3, 220, 100),
    )
    assert [round(line.y) for line in columns(lines(wide))[0]] == [60, 100, 116, 132]


@pytest.mark.parametrize("role", ["Artifact", "Figure"])
def test_heads_folios_and_charts_are_not_counted(role: str, faces: Faces) -> None:
    (own,) = text(faces, 6, 80, 100)
    assert isinstance(own, Marked)
    assert lines((replace(own, role=role),)) == ()


def test_a_page_too_near_its_edge_keeps_numbers_on_it(faces: Faces) -> None:
    numbers = drawn(proof_of(*text(faces, 5, 2, 100), faces=faces))[:-1]
    assert ink(numbers[0]).left >= 11


def test_the_word_stands_in_the_middle_of_the_page(faces: Faces) -> None:
    word = drawn(proof_of(faces=faces))[-1]
    assert isinstance(word, Group)
    assert word.matrix is not None
    a, b, c, d, e, f = word.matrix
    (shape,) = word.items
    assert isinstance(shape, Shape)
    points = list(zip(shape.path.points[::2], shape.path.points[1::2], strict=True))
    xs = [a * x + c * y + e for x, y in points]
    ys = [b * x + d * y + f for x, y in points]
    assert (min(xs) + max(xs)) / 2 == pytest.approx(200, abs=6)
    assert (min(ys) + max(ys)) / 2 == pytest.approx(300, abs=6)
    assert shape.opacity < 0.3


def words(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as file:
        return "\f".join("".join(one.get_textpage().get_text_range().split()) for one in file)


def test_a_proof_has_the_text_and_the_standards_of_an_archive_but_claims_no_press(tmp_path: Path) -> None:
    report = tmp_path / "r.yaml"
    report.write_text(REPORT.replace("{段}", "春耕时节，妇女们围坐田埂，说起五年里的事。" * 30), encoding="utf-8")
    final = pipeline.build(report, pipeline.Options(), RunCache(), silent)
    proof = pipeline.build(report, pipeline.Options(draft=True), RunCache(), silent)
    assert [file.name for file in proof.files] == [file.name for file in final.files]
    assert [file.standards for file in proof.files] == [("PDF/A-2u", "PDF/UA-1")] * 2
    assert final.files[0].judged is not None
    assert b"<pdfxid:GTS_PDFXVersion>" in final.files[0].data
    for old, new in zip(final.files, proof.files, strict=True):
        assert words(new.data) == words(old.data)
        assert new.data != old.data
        assert b"<pdfxid:GTS_PDFXVersion>" not in new.data
        assert b"/S/GTS_PDFX" not in new.data
        assert new.judged is None
        (tmp_path / new.name).write_bytes(new.data)
    assert_conforms(*(tmp_path / file.name for file in proof.files))


def test_a_proof_says_the_same_twice(tmp_path: Path) -> None:
    report = tmp_path / "r.yaml"
    report.write_text(REPORT.replace("{段}", "从家出发。"), encoding="utf-8")
    one, two = (pipeline.build(report, pipeline.Options(draft=True), RunCache(), silent) for _ in range(2))
    assert [file.data for file in one.files] == [file.data for file in two.files]


def test_what_only_a_press_minds_is_a_warning_in_a_proof(tmp_path: Path) -> None:
    report = tmp_path / "r.yaml"
    narrow = "版面: {开本: {宽: 196mm, 高: 285mm}}"
    head = f"格式: 1\n文档: {{编号: r, 标题: 测, 日期: 2026-03-08}}\n{narrow}\n"
    report.write_text(f"{head}正文:\n  - 段: 好。\n", encoding="utf-8")
    with pytest.raises(ConformanceError):
        pipeline.build(report, pipeline.Options(), RunCache(), silent)
    proof = pipeline.build(report, pipeline.Options(draft=True), RunCache(), silent)
    assert {(p.code, p.severity) for p in proof.problems} == {("type-near-trim", "warning")}
