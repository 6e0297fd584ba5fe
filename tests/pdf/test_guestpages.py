"""Pages of other PDF files on ours: they look as they did, keep the standards, or are refused by name."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from report.colour import BLACK
from report.deliver.cache import RunCache
from report.drawing import GuestPage, Item, Marked, Shape, Sheet, rectangle
from report.foreign import View, upright
from report.pipeline import Options, build
from report.problem import ConformanceError, Place
from tests.pdf import tiny
from tests.tools import run
from tests.verapdf import assert_conforms

PLACE = Place("report.yaml", 9, 5)
HOST = Sheet(300.0, 300.0, 12.0)


def guest(path: Path, number: int = 1, box: tuple[float, float, float, float] = (40, 50, 240, 180)) -> Marked:
    page = GuestPage(*box, str(path), number, PLACE)
    return tiny.p(page, role="Figure", alt=f"附件《甲》第 {number} 页", box=box)


def hosted(*items: Item, standards: tuple[str, ...] = tiny.ALL) -> bytes:
    return tiny.pdf(*((item,) for item in items), sheet=HOST, standards=standards)


def drawn(folder: Path, code: str, change: Callable[[pikepdf.Pdf, pikepdf.Page], object] = lambda _f, _p: None) -> Path:
    """A file with one page of 100 by 100 points that is drawn by this code, and changed."""
    path = folder / "drawn.pdf"
    with pikepdf.new() as file:
        page = file.add_blank_page(page_size=(100, 100))
        page.Contents = file.make_stream(code.encode())
        change(file, page)
        file.save(path)
    return path


def form(file: pikepdf.Pdf) -> pikepdf.Object:
    """The guest of the first page."""
    (found,) = (one for _, one in file.pages[0].Resources.XObject.items())
    return found


def image(file: pikepdf.Pdf, page: pikepdf.Page, **entries: object) -> None:
    """A picture of one pixel under the name I."""
    stream = file.make_stream(
        b"\0" * 4, Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, **entries)
    )
    page.Resources = Dictionary(XObject=Dictionary(I=stream))


def font(file: pikepdf.Pdf, page: pikepdf.Page, **entries: object) -> None:
    made = Dictionary(**{"Type": Name.Font, "Subtype": Name.Type1, "BaseFont": Name.Helvetica, **entries})
    page.Resources = Dictionary(Font=Dictionary(F=made, Unused=made))


@pytest.fixture(scope="module")
def own(press: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of ours with everything in it: fonts, a picture, opacity, tags."""
    path = tmp_path_factory.mktemp("guest") / "own.pdf"
    path.write_bytes(press)
    return path


def test_our_own_pages_conform_in_every_edition_and_can_be_read(own: Path, tmp_path: Path) -> None:
    files = []
    for name, standards in (("press", tiny.ALL), ("archive", tiny.ARCHIVE)):
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(hosted(guest(own, 1), guest(own, 2), standards=standards))
        run("qpdf", "--check", files[-1])
    assert_conforms(*files)
    said = tiny.squashed(tiny.by_poppler(files[0]))
    assert "2566个村居同心，含Latin与“引号”——一字一格。" in said
    assert "她们这五年" in said


def test_a_page_of_an_attachment_looks_as_it_did(own: Path, tmp_path: Path) -> None:
    from PIL import Image, ImageChops

    path = tmp_path / "host.pdf"
    path.write_bytes(hosted(guest(own, 1)))
    run("pdftoppm", "-r", "144", "-png", "-singlefile", "-cropbox", path, tmp_path / "host")
    run("pdftoppm", "-r", "144", "-png", "-singlefile", own, tmp_path / "own")
    host, alone = (Image.open(tmp_path / f"{name}.png").convert("L") for name in ("host", "own"))
    # Sheet and guest both have 12 pt of bleed; the box begins at 40, 50 of the trimmed page.
    there = host.crop(tuple(2 * v for v in (52, 62, 292, 242)))
    before = alone.crop(tuple(2 * v for v in (12, 12, 252, 192)))
    different = sum(ImageChops.difference(there, before).histogram()[64:])
    assert different < 0.002 * there.width * there.height


def test_marks_and_numbers_of_the_guest_do_not_reach_our_structure(own: Path) -> None:
    with tiny.opened(hosted(guest(own, 2))) as file:
        made = form(file)
        operators = {str(one.operator) for one in pikepdf.parse_content_stream(made)}
        assert not operators & {"BDC", "BMC", "EMC", "MP", "DP"}
        assert "Tj" in operators or "TJ" in operators
        assert "/StructParents" not in made
        (element,) = file.Root.StructTreeRoot.K.K
        assert (element.S, str(element.Alt)) == ("/Figure", "附件《甲》第 2 页")


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_stands_with_its_shown_corner_at_the_origin(turn: int) -> None:
    a, b, c, d, e, f = upright(View((10, 20, 110, 220), turn, 2.0))
    corners = sorted((a * x + c * y + e, b * x + d * y + f) for x in (10, 110) for y in (20, 220))
    width, height = View((10, 20, 110, 220), turn, 2.0).size
    assert corners == [(0, 0), (0, height), (width, 0), (width, height)]
    top = {0: (10, 220), 90: (10, 20), 180: (110, 20), 270: (110, 220)}[turn]
    assert (a * top[0] + c * top[1] + e, b * top[0] + d * top[1] + f) == (0, height)


def test_what_lies_outside_the_shown_box_is_cut(tmp_path: Path) -> None:
    from PIL import Image

    def crop(_: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.CropBox, page.Rotate = Array([50, 0, 100, 100]), 90

    path = drawn(tmp_path, "0 0 0 1 k 0 0 100 100 re f Q Q", crop)
    host = tmp_path / "host.pdf"
    host.write_bytes(hosted(guest(path, box=(100, 100, 100, 50))))
    run("qpdf", "--check", host)
    run("pdftoppm", "-r", "72", "-png", "-singlefile", "-gray", "-aa", "no", "-aaVector", "no", host, tmp_path / "host")
    page = Image.open(tmp_path / "host.png").point(lambda v: 255 if v < 128 else 0)
    assert page.getbbox() == pytest.approx((112, 112, 212, 162), abs=1)


def test_the_same_pages_give_the_same_bytes_and_one_copy_of_what_they_share(own: Path) -> None:
    once, twice = hosted(guest(own, 1)), hosted(guest(own, 1), guest(own, 1))
    assert twice == hosted(guest(own, 1), guest(own, 1))
    assert len(twice) < len(once) + 1500


RGB = {"ColorSpace": Name.DeviceRGB, "BitsPerComponent": 8}
REFUSED = {
    "rg": ("1 0 0 rg 0 0 9 9 re f", None, "guest-colour", "DeviceRGB", "PDF/X-4、PDF/A-2u"),
    "picture": ("/I Do", lambda f, p: image(f, p, **RGB), "guest-colour", "DeviceRGB", "PDF/X-4、PDF/A-2u"),
    "indexed": (
        "/I Do",
        lambda f, p: image(f, p, ColorSpace=Array([Name.Indexed, Name.DeviceRGB, 0, b"abc"]), BitsPerComponent=8),
        "guest-colour",
        "DeviceRGB",
        "PDF/X-4、PDF/A-2u",
    ),
    "profile": (
        "/C cs 1 0 0 sc",
        lambda f, p: p.__setattr__(
            "Resources",
            Dictionary(ColorSpace=Dictionary(C=Array([Name.ICCBased, f.make_stream(b"profile", Dictionary(N=3))]))),
        ),
        "guest-colour",
        "ICC RGB",
        "PDF/X-4",
    ),
    "blending": (
        "0 g 0 0 9 9 re f",
        lambda f, p: p.__setattr__("Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)),
        "guest-colour",
        "DeviceRGB",
        "PDF/X-4、PDF/A-2u",
    ),
    "font": (
        "BT /F 9 Tf (a) Tj ET",
        lambda f, p: font(f, p, Encoding=Name.WinAnsiEncoding),
        "guest-font",
        "Helvetica",
        "PDF/X-4、PDF/A-2u、PDF/UA-1",
    ),
    "text": (
        "BT /F 9 Tf (a) Tj ET",
        lambda f, p: font(f, p, FontDescriptor=Dictionary(FontFile=f.make_stream(b"program"))),
        "guest-unicode",
        "Helvetica",
        "PDF/A-2u、PDF/UA-1",
    ),
    "filter": (
        "BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID \x80\x0b\x60\x50 EI",
        None,
        "guest-feature",
        "LZW",
        "PDF/X-4、PDF/A-2u",
    ),
    "drawn glyph": (
        "BT /F 9 Tf (a) Tj ET",
        lambda f, p: font(f, p, Subtype=Name.Type3, CharProcs=Dictionary(a=f.make_stream(b"9 0 d0 1 0 0 rg"))),
        "guest-colour",
        "DeviceRGB",
        "PDF/X-4、PDF/A-2u",
    ),
    "transfer": (
        "/T gs",
        lambda f, p: p.__setattr__(
            "Resources",
            Dictionary(ExtGState=Dictionary(T=Dictionary(TR=f.make_stream(b"{}", Dictionary(FunctionType=4))))),
        ),
        "guest-feature",
        "TR",
        "PDF/X-4、PDF/A-2u",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_would_break_the_standard_is_refused_by_name(case: str, tmp_path: Path) -> None:
    code, change, wanted, what, standards = REFUSED[case]
    path = drawn(tmp_path, code, change or (lambda _f, _p: None))
    with pytest.raises(ConformanceError) as caught:
        hosted(tiny.p(Shape(rectangle(0, 0, 9, 9), fill=BLACK)), guest(path))
    (found,) = caught.value.problems
    assert (found.code, found.place, found.page) == (wanted, PLACE, 2)
    assert dict(found.values) == {"file": "drawn.pdf", "number": "1", "what": what, "standards": standards}
    assert hosted(guest(path), standards=()).startswith(b"%PDF")


def test_a_font_that_no_text_uses_is_left_behind(tmp_path: Path) -> None:
    path = drawn(tmp_path, "0 g 0 0 9 9 re f", font)
    with tiny.opened(hosted(guest(path))) as file:
        assert list(form(file).Resources.keys()) == []


def test_content_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    path = drawn(tmp_path, "", lambda f, p: p.Contents.write(b"no deflate", filter=Name.FlateDecode))
    with pytest.raises(ConformanceError) as caught:
        hosted(guest(path))
    assert [(one.code, one.place) for one in caught.value.problems] == [("guest-broken", PLACE)]


def test_an_lzw_stream_is_written_anew(tmp_path: Path) -> None:
    def packed(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
        image(file, page, ColorSpace=Name.DeviceGray, BitsPerComponent=8)
        page.Resources.XObject.I.write(bytes([0x80, 0x00, 0x60, 0x20]), filter=Name.LZWDecode)

    with tiny.opened(hosted(guest(drawn(tmp_path, "/I Do", packed)))) as file:
        copied = form(file).Resources.XObject.I
        assert copied.Filter == Name.FlateDecode


def test_what_shines_in_a_form_of_the_guest_makes_our_page_a_group(tmp_path: Path) -> None:
    def veiled(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
        states = Dictionary(ExtGState=Dictionary(A=Dictionary(ca=0.5, TR=Name.Identity)))
        box = {"Subtype": Name.Form, "BBox": Array([0, 0, 9, 9])}
        inner = file.make_stream(b"/A gs /Span <</MCID 0>> BDC 0 0 9 9 re f EMC", Dictionary(Resources=states, **box))
        page.Resources = Dictionary(XObject=Dictionary(I=inner))

    with tiny.opened(hosted(guest(drawn(tmp_path, "/I Do", veiled)))) as file:
        assert str(file.pages[0].Group.CS) == "/DeviceCMYK"
        inner = form(file).Resources.XObject.I
        assert list(inner.Resources.ExtGState.A.keys()) == ["/ca"]
        assert b"MCID" not in inner.read_bytes()


def test_who_attaches_nothing_loads_no_reader_of_foreign_files() -> None:
    asked = "import sys, report.pipeline, report.pdf.writing; print('pikepdf' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


ABOUT = "文档: {编号: %s, 标题: 试, 单位: 某会, 日期: 2026-03-08, 截至: 2025-12-31, 主题: brochure}\n"
SHEETS = "格式: 1\n版面: {开本: 大度16开, 出血: 3mm}\n输出:\n  印厂: {标准: [PDF/X-4, PDF/A-2u, PDF/UA-1]}\n"


def built(folder: Path, name: str, body: str) -> Path:
    """A report that is built with the whole program."""
    report = folder / f"{name}.yaml"
    report.write_text(f"{SHEETS}{ABOUT % name}正文:\n{body}", encoding="utf-8")
    (file,) = build(report, Options(), RunCache(), lambda _stage, _done, _total: None).files
    path = folder / f"{name}.pdf"
    path.write_bytes(file.data)
    return path


def test_a_report_of_ours_is_attached_to_another(tmp_path: Path) -> None:
    inner = built(tmp_path, "inner", "  - 节: 内册一节\n  - 段: 春耕时节，妇女们围坐田埂听讲。\n")
    body = f"  - 段: 外册正文。\n  - 附件: {{文件: {inner.name}, 题: 内册}}\n"
    outer = built(tmp_path, "outer", body)
    run("qpdf", "--check", outer)
    assert_conforms(outer)
    assert "春耕时节，妇女们围坐田埂听讲。" in tiny.squashed(tiny.by_poppler(outer))
    with pikepdf.open(outer) as file:
        assert [page.label for page in file.pages] == ["1", "2", "1"]
    before = outer.read_bytes()
    assert built(tmp_path, "outer", body).read_bytes() == before
