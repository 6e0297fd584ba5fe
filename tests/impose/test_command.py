"""`banxin impose` as it is called: lines, JSON, exit codes, the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests import tools
from tests.cli.shell import banxin, held
from tests.impose.foreign import book
from tests.preflight.fixtures import good
from tests.verapdf import assert_conforms


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("book.pdf").write_bytes(good())
    Path("plain.pdf").write_bytes(book(8))


def test_sheets_are_written_beside_the_file() -> None:
    done = banxin("impose", "book.pdf", "--creep", "none")
    assert (done.code, done.told[-1].split(" ")[1]) == (0, "提示[impose-label-changed]")
    assert done.out.splitlines() == [
        "骑马订拼版：4 页，1 张 2 面，每面 420 × 285 mm，纸 454 × 319 mm",
        "  book-imposed.pdf  " + done.out.split("book-imposed.pdf  ")[1].strip(),
    ]
    assert done.out.strip().endswith("PDF/X-4 PDF/A-2u")
    tools.run("qpdf", "--check", "book-imposed.pdf")
    assert banxin("preflight", "book-imposed.pdf", "--standard", "x4,a2u", "--no-separations").code == 0


def test_creep_is_said_and_stands_in_the_json() -> None:
    done = banxin("impose", "plain.pdf", "--paper-thickness", "0.2mm", "--lang", "en")
    assert "creep: 0.2 mm a sheet, 0.2 mm at most (inner sheets towards the spine)" in done.out
    told = banxin("impose", "plain.pdf", "--creep", "0.3mm", "--json", "-o", "o.pdf").json
    assert [(side["sheet"], side["face"], side["pages"], side["creep_mm"]) for side in told["sides"]] == [
        (1, "front", [8, 1], 0.0),
        (1, "back", [2, 7], 0.0),
        (2, "front", [6, 3], 0.3),
        (2, "back", [4, 5], 0.3),
    ]
    assert (told["path"], told["bytes"]) == ("o.pdf", Path("o.pdf").stat().st_size)


def test_booklet_is_a_short_word_for_its_layout() -> None:
    one = banxin("impose", "plain.pdf", "--booklet", "-o", "one.pdf")
    other = banxin("impose", "plain.pdf", "--layout", "booklet", "-o", "two.pdf")
    assert (one.code, other.code) == (0, 0)
    assert Path("one.pdf").read_bytes() == Path("two.pdf").read_bytes()


def test_a_booklet_without_room_for_bleed_is_no_press_file() -> None:
    done = banxin("impose", "book.pdf", "--booklet", "--sheet", "A3")
    assert done.code == 0
    assert any("[impose-label-lost]" in line and "c01-bleed" in line for line in done.told)
    with pikepdf.open("book-imposed.pdf") as pdf, pdf.open_metadata() as packet:
        assert "pdfxid:GTS_PDFXVersion" not in packet
        assert packet["pdfaid:part"] == "2"
        assert [str(intent.S) for intent in pdf.Root.OutputIntents] == ["/GTS_PDFA1"]
    told = banxin("preflight", "book-imposed.pdf", "--standard", "a2u", "--no-separations", "--json").json
    assert [(row["name"], row["claimed"]) for row in told["standards"]] == [("PDF/A-2u", True)]


def test_a_lower_level_is_judged_as_what_it_is() -> None:
    def imposed(level: str) -> Any:
        with pikepdf.open("book.pdf") as pdf:
            with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as packet:
                packet["pdfaid:conformance"] = level
            pdf.save("lower.pdf", compress_streams=False)
        return banxin("impose", "lower.pdf", "--json").json

    assert imposed("B")["standards"] == ["PDF/X-4", "PDF/A-2b"]
    done = imposed("A")
    assert done["standards"] == ["PDF/X-4", "PDF/A-2u"]
    assert "PDF/A-2u" in next(one["message"] for one in done["problems"] if "PDF/A-2a" in one["message"])


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["missing.pdf"], 2, "no-report"),
        (["plain.pdf", "--sheet", "A33"], 64, "unknown-paper"),
        (["plain.pdf", "--paper-thickness", "薄"], 64, "bad-measure"),
        (["plain.pdf", "--creep", "sideways"], 64, "bad-measure"),
        (["plain.pdf", "--layout", "saddle"], 64, "bad-layout"),
        (["plain.pdf", "--layout", "repeat", "--grid", "10"], 64, "bad-grid"),
        (["plain.pdf", "--layout", "repeat", "--grid", "0x2"], 64, "bad-grid"),
        (["plain.pdf", "--grid", "2x2"], 64, "option-not-here"),
        (["plain.pdf", "--booklet", "--layout", "reader"], 64, "option-not-here"),
        (["plain.pdf", "-o", "plain.pdf"], 64, "imposed-name"),
        (["plain.pdf", "-o", "sheets.txt"], 64, "imposed-name"),
        (["plain.pdf", "--sheet", "90x90mm"], 2, "impose-sheet-small"),
        ([], 64, "needs-argument"),
    ],
)
def test_mistakes_are_told_and_nothing_is_written(arguments: list[str], code: int, says: str) -> None:
    before = held(".")
    done = banxin("impose", *arguments)
    assert done.code == code
    assert [line for line in done.told if f"错误[{says}]" in line], done.err
    assert held(".") == before
    if code == 2 and says != "no-report":
        assert done.told[0].startswith("plain.pdf: ")


CREPT = """格式: 1
文档: {编号: crept, 标题: 测, 日期: 2026-03-08}
版面: {开本: A4, 装订: 骑马订, 页数: 8}
印刷: {纸张: 铜版纸, 克重: 157g, 爬移补偿: true}
正文:
"""


def test_creep_is_made_up_for_once() -> None:
    body = "".join(f"  - 段: 第{i}页。\n  - 分页:\n" for i in "一二三四五六七") + "  - 段: 末页。\n"
    Path("r.yaml").write_text(CREPT + body, encoding="utf-8")
    assert banxin("r.yaml", "-o", "out").code == 0
    assert_conforms(Path("out/crept-press.pdf"))
    done = banxin("impose", "out/crept-press.pdf", "--paper-thickness", "0.13mm", "--json")
    assert done.code == 0
    assert {side["creep_mm"] for side in done.json["sides"]} == {0}
    assert any("[impose-creep-done]" in line and "0.133 mm" in line for line in done.told)
    refused = banxin("impose", "out/crept-press.pdf", "--paper-thickness", "0.13mm", "--creep", "in")
    assert refused.code == 2
    assert any("[impose-creep-twice]" in line for line in refused.told)


def test_a_packet_nobody_can_read_is_told_in_our_words_alone(caplog: pytest.LogCaptureFixture) -> None:
    with pikepdf.open("book.pdf") as pdf:
        pdf.Root.Metadata = pikepdf.Stream(pdf, b"\x00 no packet <")
        pdf.save("torn.pdf", fix_metadata_version=False)
    done = banxin("impose", "torn.pdf")
    assert (done.code, Path("torn-imposed.pdf").exists()) == (0, True)
    assert caplog.messages == []
    assert any("[impose-label-lost]" in line for line in done.told)


def test_a_condition_that_is_none_is_told() -> None:
    with pikepdf.open("plain.pdf") as pdf:
        space = pikepdf.Object.parse(b"[/Separation/All/DeviceGray<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>]")
        pdf.pages[0].obj.Resources = pikepdf.Dictionary(ColorSpace=pikepdf.Dictionary(All=space))
        pdf.Root.OutputIntents = pikepdf.Array([1])
        pdf.save("bent.pdf")
    done = banxin("impose", "bent.pdf", "--creep", "none")
    assert (done.code, "impose-unreadable" in done.err) == (2, True)
