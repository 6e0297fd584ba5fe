"""Pages of other hands on sheets: what is seen of them is what was seen before."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageChops

from report.deliver.impose.sheets import Imposed, imposed
from report.deliver.impose.wanted import Wanted, sheet_named
from report.problem import ContentError
from report.units import MM
from tests import tools
from tests.impose.foreign import BLEED, HEIGHT, WIDTH, book, halved, inheriting, saved, turned, unbalanced
from tests.impose.reading import box, placed

FOUR = book(4)


def seen(data: bytes, number: int) -> Image.Image:
    """A page at a point a pixel, its whole medium; the boxes that viewers crop to are taken away."""
    document = pypdfium2.PdfDocument(data)
    try:
        picture: Image.Image = document[number].render(scale=1, may_draw_forms=False).to_pil().convert("RGB")
        return picture
    finally:
        document.close()


def cell(data: bytes, number: int, left: float, low: float) -> Image.Image:
    """The finished page whose lower left corner lies there on a sheet."""
    whole = seen(data, number)
    x, y = round(left), round(whole.height - low - HEIGHT)
    return whole.crop((x, y, x + WIDTH, y + HEIGHT))


def plain(number: int) -> Image.Image:
    """A finished page of the four."""
    return cell(FOUR, number - 1, 50, 70)


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Alike but for a pixel at edges, which stand between two of them."""
    different = ImageChops.difference(one, other).convert("L").point(lambda value: 255 * (value > 60))
    return one.size == other.size and different.histogram()[255] < 0.01 * WIDTH * HEIGHT


def made(data: bytes, **wishes: Any) -> Imposed:
    return imposed(data, "book.pdf", Wanted(**wishes))


def codes(done: Imposed) -> list[str]:
    return [one.code for one in done.problems]


@pytest.mark.parametrize(
    "data",
    [FOUR, turned(90), turned(180), turned(270), halved(), inheriting(), unbalanced()],
    ids=["plain", "90", "180", "270", "unit", "inherited", "unbalanced"],
)
def test_pages_look_on_sheets_as_they_did(data: bytes) -> None:
    done = made(data, sheet=(500.0, 400.0), marks=False)
    left, bottom, right, _ = done.plan.trim
    middle = (left + right) / 2
    for sheet, pages in enumerate(((4, 1), (2, 3))):
        for x, number in zip((left, middle), pages, strict=True):
            assert alike(cell(done.data, sheet, x, bottom), plain(number)), number


def test_a_page_is_not_seen_to_be_alike_with_another_one() -> None:
    assert not alike(plain(1), plain(4))


def test_bleed_is_kept_outside_and_cut_at_the_spine() -> None:
    done = made(FOUR, sheet=(500.0, 400.0), marks=False)
    sheet = seen(done.data, 0)
    left, bottom, right, top = (round(side) for side in done.plan.trim)
    low = sheet.height - bottom
    spine = (left + right) // 2
    white = (255, 255, 255)
    assert sheet.getpixel((left - BLEED + 2, low - 20)) != white, "bleed of the left page"
    assert sheet.getpixel((left - BLEED - 2, low - 20)) == white
    assert sheet.getpixel((left + 20, low + BLEED - 2)) != white
    assert sheet.getpixel((spine - 3, low - 20)) == white, "bleed of the right page ends at the spine"
    assert sheet.getpixel((spine + 3, low - 20)) != white
    assert sheet.getpixel((right + BLEED - 2, sheet.height - top + 20)) != white


def test_a_shift_leaves_no_white_fringe() -> None:
    done = made(book(8), sheet=(500.0, 400.0), marks=False, total=4.0)
    inner = seen(done.data, 2)
    left, bottom, right, top = (round(side) for side in done.plan.trim)
    assert inner.getpixel((left - BLEED + 2, inner.height - bottom - 20)) != (255, 255, 255)
    assert inner.getpixel((right + BLEED - 2, inner.height - top + 20)) != (255, 255, 255)


def test_a_booklet_is_scaled_to_its_paper_and_padded() -> None:
    done = made(book(6), layout="booklet", sheet=sheet_named("A4"))
    assert [side.side.cells for side in done.plan.sides] == [(0, 1), (2, 0), (6, 3), (4, 5)]
    with pikepdf.open(BytesIO(done.data)) as pdf:
        assert box(pdf.pages[0], "/MediaBox") == pytest.approx((0, 0, 297 * MM, 210 * MM), abs=0.01)
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        one = placed(pdf.pages[0])[0]
    assert one.matrix[0] == pytest.approx(1.0), "a small page is not enlarged"
    large = made(book(4, UserUnit=2), layout="booklet", sheet=sheet_named("A4"))
    with pikepdf.open(BytesIO(large.data)) as pdf:
        scale = placed(pdf.pages[0])[0].matrix[0]
    assert scale == pytest.approx(2 * min(148.5 * MM / (2 * WIDTH), 210 * MM / (2 * HEIGHT)), abs=1e-5)


def test_a_booklet_goes_onto_office_paper() -> None:
    upright = made(
        book(4, MediaBox=Array([0, 0, 595.276, 841.89]), TrimBox=Array([0, 0, 595.276, 841.89])), layout="booklet"
    )
    assert upright.plan.media == pytest.approx((420 * MM, 297 * MM), abs=0.01)
    lying = Array([0, 0, 841.89, 595.276])
    scaled = made(book(4, MediaBox=lying, TrimBox=lying), layout="booklet")
    assert scaled.plan.media == pytest.approx((420 * MM, 297 * MM), abs=0.01), "two of them are A2, which no office has"
    assert scaled.plan.trim[2] - scaled.plan.trim[0] == pytest.approx(420 * MM, abs=0.01)
    tall = Array([0, 0, 100, 300])
    with pikepdf.open(BytesIO(made(book(4, MediaBox=tall, TrimBox=tall), layout="booklet").data)) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge", "on upright paper the fold is the long way"


def test_cards_are_repeated_with_gaps_and_marks_outside() -> None:
    done = made(book(2), layout="repeat", sheet=(700.0, 900.0), gap=12.0)
    assert len(done.plan.sides) == 2
    xs, ys = done.plan.cuts
    assert [round(b - a, 3) for a, b in pairwise(xs)] == [WIDTH, 12, WIDTH, 12, WIDTH, 12, WIDTH], "the sheet is turned"
    assert len(ys) == 4
    with pikepdf.open(BytesIO(done.data)) as pdf:
        cards = placed(pdf.pages[1])
        assert [card.page for card in cards] == [2] * 8
        inner = cards[1].clip
        assert inner[0] == pytest.approx(xs[2] - 6, abs=0.01), "neighbours share the gap"
        assert cards[0].clip[0] == pytest.approx(xs[0] - BLEED, abs=0.01)
        assert "/All" in pdf.pages[0].obj.Resources.ColorSpace
    picture = seen(done.data, 0)
    bled = [round(side) for side in done.plan.bleed]
    column = picture.crop((round(xs[1]) - 2, 0, round(xs[1]) + 3, picture.height - bled[3]))
    assert column.getcolors(1 << 16) != [(column.width * column.height, (255, 255, 255))], "a crop mark above"


def test_pages_without_a_trim_are_told_or_taken_whole() -> None:
    with pikepdf.open(BytesIO(FOUR)) as pdf:
        for page in pdf.pages:
            del page.obj["/TrimBox"]
        bare = saved(pdf)
    with pytest.raises(ContentError) as told:
        made(bare)
    assert [(one.code, dict(one.values)["count"]) for one in told.value.problems] == [("impose-no-trim", "4")]
    whole = made(bare, whole_page=True)
    assert whole.plan.trim[2] - whole.plan.trim[0] == pytest.approx(2 * (WIDTH + 120))
    assert made(bare, layout="booklet").plan.sides


def sized(media: str) -> bytes:
    """Four pages without a trim, of a medium as it is written."""
    with pikepdf.open(BytesIO(FOUR)) as pdf:
        for page in pdf.pages:
            page.obj.MediaBox = pikepdf.Object.parse(media.encode())
            for key in {"/TrimBox", "/BleedBox", "/CropBox"} & set(page.obj.keys()):
                del page.obj[key]
        return saved(pdf)


@pytest.mark.parametrize(
    ("data", "wishes", "code"),
    [
        (b"no pdf", {}, "impose-unreadable"),
        (FOUR[: len(FOUR) // 3], {}, "impose-unreadable"),
        (book(2), {}, "impose-few-pages"),
        (book(1), {"layout": "reader"}, "impose-few-pages"),
        (book(6), {}, "impose-not-by-fours"),
        (FOUR, {"sheet": (300.0, 300.0)}, "impose-sheet-small"),
        (FOUR, {"layout": "repeat", "sheet": (900.0, 900.0), "grid": (9, 1)}, "impose-sheet-small"),
        (sized("[0 0 14400 14400]"), {"whole_page": True}, "impose-sheet-huge"),
        (sized("[0 0 /X 1]"), {"whole_page": True}, "impose-unreadable"),
    ],
)
def test_what_cannot_be_imposed_is_told(data: bytes, wishes: dict[str, Any], code: str) -> None:
    with pytest.raises(ContentError) as told:
        made(data, **wishes)
    assert [one.code for one in told.value.problems] == [code]


def test_encrypted_files_are_left_alone() -> None:
    with pikepdf.open(BytesIO(FOUR)) as pdf:
        open_to_all = saved(pdf, encryption=pikepdf.Encryption(owner="o", user=""))
        locked = saved(pdf, encryption=pikepdf.Encryption(owner="o", user="u"))
    for data in (open_to_all, locked):
        with pytest.raises(ContentError) as told:
            made(data)
        assert [one.code for one in told.value.problems] == ["impose-encrypted"]


def test_pages_of_two_sizes_are_one_booklet_but_no_book() -> None:
    with pikepdf.open(BytesIO(FOUR)) as pdf:
        wide = pdf.pages[1].obj
        wide.MediaBox, wide.TrimBox = Array([0, 0, 400, 200]), Array([0, 0, 400, 200])
        del wide["/BleedBox"]
        mixed = saved(pdf)
    with pytest.raises(ContentError) as told:
        made(mixed)
    assert [(one.code, one.page) for one in told.value.problems] == [("impose-sizes-differ", 2)]
    with pikepdf.open(BytesIO(made(mixed, layout="booklet").data)) as pdf:
        lying = next(one for one in placed(pdf.pages[1]) if one.page == 2)
    assert lying.matrix[:4] == pytest.approx((0, 0.75, -0.75, 0), abs=1e-5), "turned and fitted"


def test_what_belongs_to_pages_is_left_out_and_told() -> None:
    with pikepdf.open(BytesIO(FOUR)) as pdf:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("一", 0))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), Dest=String("x"))
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])
        data = saved(pdf)
    done = made(data, creep="none")
    assert [dict(one.values)["what"] for one in done.problems] == ["@bookmarks", "@links"]
    with pikepdf.open(BytesIO(done.data)) as pdf:
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}
        assert len(pdf.pages) == 2


def test_a_stamp_that_prints_stays() -> None:
    with pikepdf.open(BytesIO(FOUR)) as pdf:
        look = pikepdf.Stream(pdf, b"0 0 1 rg 0 0 50 50 re f")
        look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 50, 50])
        stamp = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Stamp,
            Rect=Array([100, 100, 150, 150]),
            F=4,
            AP=Dictionary(N=pdf.make_indirect(look)),
        )
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(stamp)])
        data = saved(pdf)
    done = made(data, sheet=(500.0, 400.0), marks=False)
    left, bottom, right, _ = done.plan.trim
    first = cell(done.data, 0, (left + right) / 2, bottom)
    assert first.getpixel((75, HEIGHT - 55)) == (0, 0, 255)


def test_a_right_bound_book_is_known_by_its_preferences() -> None:
    with pikepdf.open(BytesIO(FOUR)) as pdf:
        pdf.Root.ViewerPreferences = Dictionary(Direction=Name.R2L)
        data = saved(pdf)
    assert made(data).plan.sides[0].side.cells == (1, 4)
    assert made(data, bound="left").plan.sides[0].side.cells == (4, 1)
    assert made(FOUR, bound="right").plan.sides[0].side.cells == (1, 4)


def test_creep_without_a_thickness_is_told_once_it_matters() -> None:
    assert "impose-no-thickness" not in codes(made(FOUR))
    assert "impose-no-thickness" in codes(made(book(8)))
    assert "impose-no-thickness" not in codes(made(book(8), creep="none"))


def test_marks_without_room_are_told() -> None:
    tight = (2 * WIDTH + 2 * BLEED + 4.0, HEIGHT + 2 * BLEED + 4.0)
    assert "impose-no-room" in codes(made(FOUR, sheet=tight))
    assert "impose-no-room" not in codes(made(FOUR, sheet=tight, marks=False))


def test_a_registration_colour_of_the_file_is_used_again() -> None:
    with pikepdf.open(BytesIO(FOUR)) as pdf:
        space = pikepdf.Object.parse(
            b"[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[.9 .9 .9 1]/N 1>>]"
        )
        pdf.pages[0].obj.Resources = Dictionary(ColorSpace=Dictionary(CS9=space))
        data = saved(pdf)
    with pikepdf.open(BytesIO(made(data).data)) as pdf:
        marks = pdf.pages[0].obj.Resources.ColorSpace.All
        assert [float(ink) for ink in marks[3].C1] == [0.9, 0.9, 0.9, 1]


def test_a_hidden_layer_stays_hidden() -> None:
    with pikepdf.open(BytesIO(FOUR)) as pdf:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("答案")))
        usual = Dictionary(Name=String("常"), OFF=Array([group]), Order=Array([group]))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=usual)
        page = pdf.pages[0].obj
        hidden = b"/OC /Layer BDC 1 0 0 rg 50 70 200 300 re f EMC"
        page.Contents = pikepdf.Stream(pdf, page.Contents.read_bytes() + b" " + hidden)
        page.Resources = Dictionary(Properties=Dictionary(Layer=group))
        data = saved(pdf)
    done = made(data, sheet=(500.0, 400.0), marks=False)
    left, bottom, right, _ = done.plan.trim
    assert alike(cell(done.data, 0, (left + right) / 2, bottom), plain(1))


def test_filled_forms_are_printed_and_told() -> None:
    with pikepdf.open(BytesIO(FOUR)) as pdf:
        look = pikepdf.Stream(pdf, b"0 0 1 rg 0 0 50 50 re f")
        look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 50, 50])
        field = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String("s"), F=4,
                Rect=Array([100, 100, 150, 150]), AP=Dictionary(N=pdf.make_indirect(look)),
            )
        )  # fmt: skip
        pdf.pages[0].obj.Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
        data = saved(pdf)
    done = made(data, sheet=(500.0, 400.0), marks=False)
    assert [dict(one.values).get("what") for one in done.problems] == ["@form-fields"]
    left, bottom, right, _ = done.plan.trim
    assert cell(done.data, 0, (left + right) / 2, bottom).getpixel((75, HEIGHT - 55)) == (0, 0, 255)


def by_matplotlib() -> bytes:
    from matplotlib.backends.backend_pdf import PdfPages
    from matplotlib.figure import Figure

    into = BytesIO()
    with PdfPages(into) as pages:
        for number in range(4):
            figure = Figure()
            figure.add_subplot(title=f"chart {number}").plot([1, 2, number])
            pages.savefig(figure)
    return into.getvalue()


def by_typst() -> bytes:
    typst = pytest.importorskip("typst")
    source = b"#set page(width: 100mm, height: 150mm)\n#set text(size: 14pt)\n= Title\n#lorem(400)"
    made: bytes = typst.compile(source, pdf_standards=["a-2b"])
    return made


def by_weasyprint() -> bytes:
    weasyprint = pytest.importorskip("weasyprint")
    style = "<style>@page{size:A6;bleed:3mm;marks:crop}p{color:#a22;opacity:.6}</style>"
    made: bytes = weasyprint.HTML(string=style + "<p>woodcut prints from Kaifeng</p>" * 90).write_pdf()
    return made


@pytest.mark.parametrize("maker", [by_matplotlib, by_typst, by_weasyprint])
def test_files_of_other_programs_say_on_sheets_what_they_said(maker: Callable[[], bytes], tmp_path: Path) -> None:
    data = maker()
    (tmp_path / "pages.pdf").write_bytes(data)
    said = sorted(tools.run("pdftotext", "-raw", tmp_path / "pages.pdf", "-").split())
    assert said
    for wishes in ({"layout": "booklet"}, {"layout": "reader"}, {"creep": "in", "thickness": 0.3, "blanks": "end"}):
        (tmp_path / "sheets.pdf").write_bytes(made(data, whole_page=True, **wishes).data)
        tools.run("qpdf", "--check", tmp_path / "sheets.pdf")
        assert sorted(tools.run("pdftotext", "-raw", tmp_path / "sheets.pdf", "-").split()) == said
