"""Cover, spine and back cover as one sheet in a file of its own, beside the file of the inside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from report.pipeline import Built
from report.problem import ContentError
from report.units import MM
from tests import tools
from tests.binding.books import picture, thin_book
from tests.verapdf import assert_conforms

Build = Callable[[Path], Built]
APART = "  印厂: {封面另出: true}"


def trim(pdf: pikepdf.Pdf, page: int = 0) -> tuple[float, float]:
    """The finished size of a page in millimetres."""
    left, bottom, right, top = (float(v) for v in pdf.pages[page].TrimBox)  # type: ignore[attr-defined]
    return round((right - left) / MM, 2), round((top - bottom) / MM, 2)


def opened(built: Built, name: str, folder: Path) -> pikepdf.Pdf:
    (file,) = [one for one in built.files if one.name == name]
    (folder / name).write_bytes(file.data)
    return pikepdf.open(folder / name)


def colours(path: Path, points: list[tuple[float, float]], page: int = 1) -> list[tuple[int, int, int]]:
    """The colours of a page at points in millimetres from the corner of its medium."""
    from PIL import Image

    out = path.with_suffix("")
    tools.run("pdftoppm", "-r", "72", "-f", page, "-l", page, "-png", "-singlefile", path, out)
    image = Image.open(out.with_suffix(".png")).convert("RGB")
    found = [image.getpixel((round(x * MM), round(y * MM))) for x, y in points]
    return [(r, g, b) for r, g, b in found]  # type: ignore[misc]


# The thick book


def test_ninety_six_pages_have_a_spine_of_5_8_mm(thick: tuple[Built, Path]) -> None:
    built, folder = thick
    assert [(file.name, file.part, file.pages) for file in built.files] == [
        ("book-press.pdf", "", 96),
        ("book-press-cover.pdf", "cover", 1),
    ]
    with pikepdf.open(folder / "book-press-cover.pdf") as pdf:
        assert trim(pdf) == (425.8, 285.0)
        left, bottom, right, top = (float(v) for v in pdf.pages[0].BleedBox)  # type: ignore[attr-defined]
        assert (round((right - left) / MM, 2), round((top - bottom) / MM, 2)) == (431.8, 291.0)
    with pikepdf.open(folder / "book-press.pdf") as pdf:
        assert trim(pdf) == (210.0, 285.0)


def test_both_files_keep_their_standards_and_have_a_clean_certificate(thick: tuple[Built, Path]) -> None:
    built, folder = thick
    assert_conforms(*(folder / file.name for file in built.files))
    for file in built.files:
        assert file.judged is not None
        assert file.judged.problems == ()
        assert "No syntax" in tools.run("qpdf", "--check", folder / file.name)


def test_the_first_page_inside_is_page_one(thick: tuple[Built, Path]) -> None:
    _, folder = thick
    with pikepdf.open(folder / "book-press.pdf") as pdf:
        assert str(pdf.Root.PageLabels.Nums[1].S) == "/D"
        assert "St" not in pdf.Root.PageLabels.Nums[1]
    said = tools.run("pdftotext", "-f", "96", "-l", "96", folder / "book-press.pdf", "-")
    assert "96" in said.split()


def test_the_spine_says_title_and_issuer_upright(thick: tuple[Built, Path]) -> None:
    _, folder = thick
    middle = 15 + 210 + 2.9  # slug and bleed, back cover, half the spine
    boxes = tools.run("pdftotext", "-bbox", folder / "book-press-cover.pdf", "-")
    found = [
        (float(line.split('xMin="')[1].split('"')[0]) / MM, line.split(">")[1].split("<")[0])
        for line in boxes.splitlines()
        if "<word" in line
    ]
    on_spine = "".join(word for x, word in found if abs(x - middle) < 2.9)
    assert "向光而行" in on_spine
    assert "青岚市妇女联合会" in on_spine


def test_the_marks_show_where_the_spine_is_folded(thick: tuple[Built, Path]) -> None:
    _, folder = thick
    with pikepdf.open(folder / "book-press-cover.pdf") as pdf:
        content = pikepdf.parse_content_stream(pdf.pages[0])
    dashed, found = False, set()
    for operands, operator in content:
        if str(operator) == "d":
            dashed = bool(len(operands[0]))
        elif str(operator) == "m" and dashed:
            found.add(round(float(operands[0]) / MM - 15, 1))
    assert {210.0, 215.8} <= found


# Thin books


def test_without_a_cover_apart_nothing_is_written_beside(build: Build, tmp_path: Path) -> None:
    built = build(thin_book(tmp_path, "装订: 骑马订", "  印厂: {}"))
    assert [file.name for file in built.files] == ["book-press.pdf"]


def test_a_stitched_book_has_no_spine_and_its_inside_is_whole_sheets(build: Build, tmp_path: Path) -> None:
    built = build(thin_book(tmp_path, "装订: 骑马订", APART))
    inside, cover = built.files
    assert (inside.pages % 4, cover.pages) == (0, 2)  # page two has text and stands on the cover's inside
    with opened(built, "book-press-cover.pdf", tmp_path) as pdf:
        assert trim(pdf) == (420.0, 285.0)


def test_a_cover_that_is_not_counted_gets_blank_inside_covers(build: Build, tmp_path: Path) -> None:
    built = build(thin_book(tmp_path, "装订: 胶订, 封面编页: false", APART, "书脊: 6mm"))
    inside, cover = built.files
    assert (inside.pages % 2, cover.pages) == (0, 1)
    path = thin_book(tmp_path / "b", "装订: 胶订, 封面编页: false", "  印厂: {}", "书脊: 6mm")
    whole = build(path)
    assert whole.files[0].pages == inside.pages + 4
    with opened(whole, "book-press.pdf", tmp_path) as pdf:
        labels = [str(row.P) for row in pdf.Root.PageLabels.Nums if hasattr(row, "keys") and "/P" in row]
    assert labels == ["封面", "封二", "封三", "封底"]


def test_a_cover_that_is_not_counted_is_no_part_of_the_number_of_pages(build: Build, tmp_path: Path) -> None:
    path = thin_book(tmp_path, "装订: 胶订, 封面编页: false", APART, "书脊: 6mm")
    text = path.read_text(encoding="utf-8").replace("  - 封底:", "  - 段: 全册{{ 文档.页数 }}页。\n  - 封底:")
    path.write_text(text, encoding="utf-8")
    built = build(path)
    opened(built, "book-press.pdf", tmp_path).close()
    said = "".join(tools.run("pdftotext", tmp_path / "book-press.pdf", "-").split())
    assert f"全册{built.files[0].pages}页" in said


def test_flaps_make_the_sheet_wider_and_hold_their_words(build: Build, tmp_path: Path) -> None:
    cover = "{标语: 同行, 勒口: 这本画册记录五年里的人与事。}"
    path = thin_book(tmp_path, "装订: 胶订, 封面编页: false", APART, "书脊: 6mm, 勒口: 80mm", cover)
    built = build(path)
    with opened(built, "book-press-cover.pdf", tmp_path) as pdf:
        assert trim(pdf) == (586.0, 285.0)
    assert "这本画册" in tools.run("pdftotext", tmp_path / "book-press-cover.pdf", "-")


def test_a_picture_runs_over_back_spine_and_front_in_one_piece(build: Build, tmp_path: Path) -> None:
    picture(tmp_path / "art.jpg", (5200, 3520))
    cover = "{图: art.jpg, 跨页: true, 替代: 三色}"
    built = build(thin_book(tmp_path, "装订: 胶订, 封面编页: false", APART, "书脊: 10mm", cover))
    with opened(built, "book-press-cover.pdf", tmp_path) as pdf:
        assert trim(pdf) == (430.0, 285.0)
    at = [(15 + x, 15 + 150) for x in (20, 200, 212, 218, 230, 345)]
    red, *yellow, blue = colours(tmp_path / "book-press-cover.pdf", at)
    assert red[0] > 150 > red[1]
    assert all(r > 200 and g > 170 for r, g, _ in yellow)  # no seam and no ground where the spine is
    assert blue[2] > blue[0]
    assert_conforms(tmp_path / "book-press-cover.pdf")


def test_the_same_picture_lies_in_halves_where_the_cover_is_not_apart(build: Build, tmp_path: Path) -> None:
    picture(tmp_path / "art.jpg", (5200, 3520))
    cover = "{图: art.jpg, 跨页: true, 替代: 三色}"
    built = build(thin_book(tmp_path, "装订: 胶订", "  印厂: {}", "书脊: 10mm", cover))
    with opened(built, "book-press.pdf", tmp_path) as pdf:
        last = len(pdf.pages)
    front = colours(tmp_path / "book-press.pdf", [(3 + 5, 150), (3 + 130, 150)], 1)
    back = colours(tmp_path / "book-press.pdf", [(3 + 20, 150), (3 + 205, 150)], last)
    assert front[0][0] > 200
    assert front[1][2] > front[1][0]
    assert back[0][0] > 150 > back[0][1]
    assert back[1][0] > 200


def test_a_narrow_spine_has_no_words_and_says_so(build: Build, tmp_path: Path) -> None:
    built = build(thin_book(tmp_path, "装订: 胶订, 封面编页: false", APART, "纸张: 双胶纸, 克重: 100g"))
    assert [one.code for one in built.problems if one.code.startswith("spine")] == ["spine-narrow"]
    assert tools_count("向光而行", tmp_path, built) == 2  # front and back


def tools_count(words: str, folder: Path, built: Built) -> int:
    """How often words stand on the cover, white space aside."""
    opened(built, "book-press-cover.pdf", folder).close()
    return "".join(tools.run("pdftotext", folder / "book-press-cover.pdf", "-").split()).count(words)


@pytest.mark.parametrize(
    ("sheet", "printing", "code"),
    [
        ("装订: 无", "书脊: 6mm", "cover-unbound"),
        ("装订: 胶订", "书脊: 6mm", "cover-alone"),
        ("装订: 胶订, 封面编页: false", "", "spine-unknown"),
        ("装订: 胶订, 封面编页: false", "纸张: 珠光纸, 克重: 120g", "spine-unknown"),
        ("装订: 胶订, 封面编页: false", "书脊: 6mm, 勒口: 230mm", "flap-wide"),
    ],
)
def test_what_makes_no_cover_is_told(build: Build, tmp_path: Path, sheet: str, printing: str, code: str) -> None:
    with pytest.raises(ContentError) as raised:
        build(thin_book(tmp_path, sheet, APART, printing))
    assert code in [one.code for one in raised.value.problems]


def test_a_book_without_a_cover_is_told(build: Build, tmp_path: Path) -> None:
    path = thin_book(tmp_path, "装订: 骑马订", APART)
    text = path.read_text(encoding="utf-8")
    front = next(line for line in text.splitlines() if "封面: {标语" in line)
    path.write_text(
        text.replace(front + "\n", "  - 空白: {数: 4}\n  - 段: 开头。\n").replace(
            "- 空白: {数: 4}\n  - 段: 开头。", "- 段: 开头。\n  - 空白: {数: 4}"
        ),
        encoding="utf-8",
    )
    with pytest.raises(ContentError) as raised:
        build(path)
    assert "no-front-cover" in [one.code for one in raised.value.problems]


def test_the_same_book_has_the_same_bytes(build: Build, tmp_path: Path) -> None:
    path = thin_book(tmp_path, "装订: 胶订, 封面编页: false", APART, "书脊: 6mm, 勒口: 60mm")
    assert [file.data for file in build(path).files] == [file.data for file in build(path).files]
