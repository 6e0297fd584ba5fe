"""发文字号, 成文日期 and 制作单位: checked, and kept in the information dictionary and in XMP alike."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from report.content.official import EXAMPLE, numbered
from report.deliver.cache import RunCache
from report.drawing import Paged
from report.pdf.document import PdfSettings, Source, write_pdf
from report.pdf.intent import CONDITIONS
from report.pdf.metadata import OWN_SPACE
from report.pipeline import Options, build
from report.preflight import judge
from report.problem import ContentError
from tests.pdf import tiny
from tests.verapdf import assert_conforms

VALUES = {"DocumentNumber": "汴妇发〔2026〕3号", "DateSigned": "2026-01-12", "ProducedBy": "开封市妇联<宣传部>"}
META = replace(tiny.META, number=VALUES["DocumentNumber"], signed=VALUES["DateSigned"], body=VALUES["ProducedBy"])
SETS = {
    "press": (tiny.ALL, ("2u", "ua1")),
    "a2u": (("PDF/A-2u",), ("2u",)),
    "a3u": (("PDF/A-3u", "PDF/UA-1"), ("3u", "ua1")),
    "a4": (("PDF/A-4",), ("4",)),
}
"""Standards and the flavours that veraPDF judges them by."""


def made(standards: tuple[str, ...], paged: Paged) -> bytes:
    sources = (Source("a.yaml", "application/yaml", b"a: 1\n"),) if "PDF/A-3u" in standards else ()
    return write_pdf(paged, PdfSettings(standards, CONDITIONS["FOGRA39"], False, RunCache(), "0.1", sources=sources))


@pytest.mark.parametrize("kind", SETS)
def test_the_file_keeps_its_standards_and_says_it(kind: str, tmp_path: Path) -> None:
    standards, flavours = SETS[kind]
    data = made(standards, replace(tiny.paged((tiny.p(*tiny.line("通知", 20, 20)),)), meta=META))
    (tmp_path / "a.pdf").write_bytes(data)
    assert_conforms(tmp_path / "a.pdf", flavours=flavours)
    if kind != "a4":
        judged = judge(data, standards, separations=False)
        assert not {p.code for p in judged.problems if p.code.startswith(("x14", "a2u", "x09"))}
    with pikepdf.open(BytesIO(data)) as file:
        packet = ElementTree.fromstring(file.Root.Metadata.read_bytes())
        assert {key: packet.findtext(f".//{{{OWN_SPACE}}}{key}") for key in VALUES} == VALUES
        if kind == "a4":
            assert "/Info" not in file.trailer
        else:
            assert {key: str(file.trailer.Info[f"/{key}"]) for key in VALUES} == VALUES


def test_what_is_not_given_is_not_said() -> None:
    with pikepdf.open(BytesIO(tiny.pdf(tiny.line("甲", 20, 20)))) as file:
        assert OWN_SPACE.encode() not in file.Root.Metadata.read_bytes()
        assert not {"/DocumentNumber", "/DateSigned", "/ProducedBy"} & set(file.trailer.Info.keys())


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("国办发〔2026〕3号", "国办发〔2026〕3号"),
        ("国办发[2026]3号", "国办发〔2026〕3号"),
        ("国办发［2026］3号", "国办发〔2026〕3号"),
        ("国办发（2026）3号", "国办发〔2026〕3号"),
        ("国办发(2026)第3号", "国办发〔2026〕3号"),
        ("国办发【2026】003号", "国办发〔2026〕3号"),
        ("国办发〔２０２６〕 ３ 号", "国办发〔2026〕3号"),
        ("国办发〔2026〕3", "国办发〔2026〕3号"),
        ("国办发〔2026〕30号", "国办发〔2026〕30号"),
        ("国办发〔26〕3号", ""),
        ("国办发3号", ""),
        ("〔2026〕3号", ""),
        ("国办发〔2026〕0号", ""),
        ("国办发〔2026〕〔2026〕3号", ""),
    ],
)
def test_a_number_is_mended_where_that_can_be_told(written: str, wanted: str) -> None:
    assert numbered(written) == wanted
    assert numbered(EXAMPLE) == EXAMPLE


REPORT = """格式: 1
文档: {编号: t, 标题: 通知, 日期: 2026-01-21, 发文字号: '%s', 成文日期: %s, 制作单位: 开封市妇联}
正文:
  - 段: 今年照旧。
输出:
  公文: {标准: [PDF/A-2u, PDF/UA-1]}
"""


def built(folder: Path, number: str, day: str):  # type: ignore[no-untyped-def]
    (folder / "report.yaml").write_text(REPORT % (number, day), encoding="utf-8")
    return build(folder / "report.yaml", Options(), RunCache(), lambda *_: None)


def test_a_report_says_it_in_its_file(tmp_path: Path) -> None:
    found = built(tmp_path, "汴妇发〔2026〕3号", "2026-01-12")
    assert not [p for p in found.problems if p.code == "document-number"]
    with pikepdf.open(BytesIO(found.files[0].data)) as file:
        said = {key: str(file.trailer.Info[f"/{key}"]) for key in VALUES}
    assert said == {**VALUES, "ProducedBy": "开封市妇联"}


def test_a_number_in_wrong_brackets_is_a_warning_with_its_place(tmp_path: Path) -> None:
    (one,) = (p for p in built(tmp_path, "汴妇发[2026]第03号", "2026-01-12").problems if p.code == "document-number")
    assert (one.severity, one.place and one.place.line) == ("warning", 2)
    assert dict(one.values)["wanted"] == "汴妇发〔2026〕3号"


def test_a_day_of_signature_that_is_none_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as error:
        built(tmp_path, "汴妇发〔2026〕3号", "2026-02-30")
    assert [p.code for p in error.value.problems] == ["bad-date"]
