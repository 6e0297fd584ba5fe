"""Barcodes and QR codes: read back from the rendered page, in black alone, their margins watched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
import segno

from report.content.articles import check_digit, fault_of
from report.pipeline import Built
from report.problem import ContentError, Problem
from report.units import MM
from tests.binding.books import SMALL, written
from tests.binding.reading import DPI, rendered, squares, symbols
from tests.verapdf import assert_conforms

Build = Callable[[Path], Built]
PIXEL = 72 / DPI


def page(build: Build, folder: Path, body: str, sheet: str = "") -> Path:
    """The file of a report with a body."""
    head = f"版面: {{{sheet}}}\n" if sheet else ""
    built = build(written(folder, f"{SMALL}{head}正文:\n{body}\n输出:\n  印厂: {{}}\n"))
    path = folder / built.files[0].name
    path.write_bytes(built.files[0].data)
    return path


def found(build: Build, folder: Path, body: str) -> list[Problem]:
    """What is wrong with a report."""
    with pytest.raises(ContentError) as raised:
        page(build, folder, body)
    return [one for one in raised.value.problems if one.severity == "error"]


@pytest.mark.parametrize("scale", ["0.8", "1", "1.37", "2"])
def test_a_rendered_symbol_reads_as_its_number(build: Build, tmp_path: Path, scale: str) -> None:
    path = page(build, tmp_path, f"  - 条码: {{号码: 978-7-5000-1234-4, 放大: {scale}}}")
    assert symbols(rendered(path, 1)) == {("9787500012344", "")}


@pytest.mark.parametrize("first", range(10))
def test_every_first_digit_has_its_sets(build: Build, tmp_path: Path, first: int) -> None:
    digits = f"{first}90123456789"
    number = digits + check_digit(digits)
    path = page(build, tmp_path, f'  - 条码: "{number}"')
    assert symbols(rendered(path, 1)) == {(number, "")}


@pytest.mark.parametrize("add_on", ["00", "03", "18", "57", "51299", "00000", "90000", "12345"])
def test_an_add_on_reads_beside_its_symbol(build: Build, tmp_path: Path, add_on: str) -> None:
    path = page(build, tmp_path, f'  - 条码: {{号码: "9771234567003", 附加码: "{add_on}"}}')
    assert symbols(rendered(path, 1)) == {("9771234567003", add_on)}


def test_a_symbol_of_scale_1_has_modules_of_a_third_of_a_millimetre(build: Build, tmp_path: Path) -> None:
    path = page(build, tmp_path, '  - 条码: "9771234567003"')
    with pikepdf.open(path) as pdf:
        boxes = [tuple(map(float, operands)) for operands, operator in _code(pdf) if operator == "re"]
    bars = [box for box in boxes if abs(abs(box[3]) - 22.85 * MM) < 0.01]
    assert len(bars) == 24  # the dark runs of twelve digits
    assert min(box[2] for box in bars) == pytest.approx(0.33 * MM, abs=0.002)
    right = max(box[0] + box[2] for box in boxes if abs(box[3]) > 20 * MM and box[2] < 2 * MM)
    left = min(box[0] for box in boxes if abs(box[3]) > 20 * MM and box[2] < 2 * MM)
    assert right - left == pytest.approx(95 * 0.33 * MM, abs=0.01)


def _code(pdf: pikepdf.Pdf) -> list[tuple[list[object], str]]:
    return [(list(operands), str(operator)) for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])]


def test_bars_are_black_alone_and_overprint(build: Build, tmp_path: Path) -> None:
    path = page(build, tmp_path, '  - 条码: "9771234567003"')
    with pikepdf.open(path) as pdf:
        colour, overprints, painted = (), False, []
        states = pdf.pages[0].Resources.ExtGState
        for operands, operator in _code(pdf):
            if operator == "k":
                colour = tuple(float(v) for v in operands)  # type: ignore[arg-type]
            elif operator == "gs":
                overprints = bool(states[str(operands[0])].get("/op", overprints))
            elif operator == "f":
                painted.append((colour, overprints))
    assert ((0.0, 0.0, 0.0, 1.0), True) in painted
    assert {colour for colour, overprints in painted if overprints} == {(0.0, 0.0, 0.0, 1.0)}
    assert_conforms(path)


def test_a_back_cover_holds_both_codes_and_they_read(build: Build, tmp_path: Path) -> None:
    address = "https://example.org/qinglan"
    codes = f"二维码: '{address}', 条码: {{号码: 978-7-5000-1234-4, 附加码: '51299'}}"
    path = page(build, tmp_path, f"  - 段: 甲\n  - 封底: {{文: 编, {codes}}}")
    pixels = rendered(path, 2)
    assert symbols(pixels) == {("9787500012344", "51299")}
    matrix = [list(row) for row in segno.make(address, error="m", micro=False, boost_error=False).matrix]
    module = 24 * MM / (len(matrix) + 8) / PIXEL
    corner = [(3 + at) * MM / PIXEL + 4 * module for at in (168, 236)]
    side = module * len(matrix)
    assert squares(pixels, (corner[0], corner[1], side, side), len(matrix)) == matrix


# Numbers


@pytest.mark.parametrize(
    ("text", "code", "right"),
    [
        ("978-7-5000-1234-5", "barcode-check", "978-7-5000-1234-4"),
        ("ISBN 978-7-5000-1234-5", "barcode-check", "978-7-5000-1234-4"),
        ("９７８７５０００１２３４５", "barcode-check", "9787500012344"),
        ("7-5000-1234-X", "barcode-old", "978-7-5000-1234-4"),
        ("978-7-5000-1234", "barcode-digits", "12"),
        ("暂无", "barcode-digits", "2"),
    ],
)
def test_a_wrong_number_is_told_with_the_right_one(text: str, code: str, right: str) -> None:
    assert fault_of(text) == (code, right)


@pytest.mark.parametrize("text", ["978-7-5000-1234-4", "9787500012344", "ISBN：978 7 5000 1234 4", "9771234567003"])
def test_a_right_number_is_not(text: str) -> None:
    assert fault_of(text) is None


def test_the_number_of_an_imprint_is_checked_too(build: Build, tmp_path: Path) -> None:
    (one,) = found(build, tmp_path, "  - 版权: {书号: ISBN 978-7-5000-1234-5}")
    assert (one.code, dict(one.values)["right"]) == ("barcode-check", "978-7-5000-1234-4")
    assert one.place is not None
    assert (one.place.line, one.place.column) == (4, 14)


# Quiet zones


def test_words_in_the_margin_of_a_code_are_an_error(build: Build, tmp_path: Path) -> None:
    """On the bulletin's back cover a wide symbol reaches under the QR code's margin."""
    body = "  - 段: 甲\n  - 封底: {二维码: 'https://example.org/a', 条码: {号码: 978-7-5000-1234-4, 放大: 1.5}}"
    codes = {one.code for one in found(build, tmp_path, body)}
    assert "quiet-zone" in codes


def test_a_symbol_over_the_edge_of_the_page_is_an_error(build: Build, tmp_path: Path) -> None:
    body = "  - 段: 甲\n  - 封底: {条码: {号码: 978-7-5000-1234-4, 附加码: '51299', 放大: 1.9}}"
    assert "quiet-edge" in {one.code for one in found(build, tmp_path, body)}
