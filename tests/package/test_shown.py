"""The sample as a job, by nothing but the commands: built, certified, imposed, folded by arithmetic, packed, opened."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest

from report import resources
from report.units import MM
from tests import tools
from tests.cli.shell import banxin
from tests.impose.reading import box, mm, placed, text_within
from tests.verapdf import assert_conforms

PAPER = 0.17
"""Thickness of a leaf as the sample states it, in mm."""
PAGES, BLEED = 20, 3.0
INKS = ["Cyan", "Magenta", "Yellow", "Black"]


class Job(NamedTuple):
    """The book, its sheets, what imposing said of them, and the package opened."""

    book: Path
    sheets: Path
    said: dict[str, object]
    packed: dict[str, bytes]


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    report, folder = resources.sample(), tmp_path_factory.mktemp("shown")
    assert banxin("build", report, "-o", folder, "--only", "press", "--force").code == 0
    book, sheets, package = (folder / name for name in ("kaifeng-press.pdf", "sheets.pdf", "package.zip"))
    done = banxin("impose", book, "--paper-thickness", f"{PAPER}mm", "-o", sheets, "--json")
    assert done.code == 0, done.err
    assert banxin("package", folder, "-o", package).code == 0
    with zipfile.ZipFile(package) as archive:
        packed = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    return Job(book, sheets, done.json, packed)


def order(sheets: int) -> Iterator[tuple[int, int]]:
    """The left and right half of every side in the folded book, outermost sheet first: pages as they come when leaves
    are turned."""
    for sheet in range(sheets):
        first, last = 2 * sheet + 1, 4 * sheets - 2 * sheet
        yield last, first
        yield first + 1, last - 1


def test_folded_sheets_are_the_book(job: Job) -> None:
    with pikepdf.open(job.sheets) as pdf:
        trims = [box(page, "/TrimBox") for page in pdf.pages]
    assert len(trims) == PAGES // 2
    whole = (BLEED * MM, BLEED * MM, (BLEED + 210) * MM, (BLEED + 285) * MM)
    pages = {n: text_within(job.book, n, whole) for n in range(1, PAGES + 1)}
    for side, (trim, halves) in enumerate(zip(trims, order(PAGES // 4), strict=True), 1):
        left, bottom, right, top = trim
        fold = (left + right) / 2
        areas = (left, bottom, fold, top), (fold, bottom, right, top)
        assert [text_within(job.sheets, side, area) for area in areas] == [pages[n] for n in halves]


def test_every_sheet_is_shifted_by_the_papers_around_it(job: Job) -> None:
    with pikepdf.open(job.sheets) as pdf:
        for number, page in enumerate(pdf.pages):
            left, _, right, _ = box(page, "/TrimBox")
            fold, wanted = (left + right) / 2, number // 2 * PAPER
            one, other = sorted(placed(page), key=lambda found: found.clip[0])
            assert mm(one.matrix[4] + (BLEED + 210) * MM - fold) == pytest.approx(wanted, abs=0.002)
            assert mm(fold - other.matrix[4] - BLEED * MM) == pytest.approx(wanted, abs=0.002)


def test_sheets_stay_press_files_with_the_inks_of_the_book(job: Job) -> None:
    assert job.said["standards"] == ["PDF/X-4", "PDF/A-2u"]
    read = banxin("preflight", job.sheets, "--json")
    assert read.code == 0, read.err
    tools.run("qpdf", "--check", job.sheets)
    assert_conforms(job.sheets, flavours=("2u",))


def test_the_plates_of_a_sheet_are_those_of_its_two_pages(job: Job, tmp_path: Path) -> None:
    """Ink by ink, Ghostscript lays as much on the halves of the outermost side as on pages 20 and 1."""
    with pikepdf.open(job.sheets) as pdf:
        left, bottom, right, top = box(pdf.pages[0], "/TrimBox")
    halves = plates(job.sheets, 1, tmp_path / "s"), ((left, right), (bottom, top))
    fold = (left + right) / 2
    for page, ends in ((20, (left, fold)), (1, (fold, right))):
        alone = plates(job.book, page, tmp_path / f"p{page}")
        for ink in INKS:
            mine = covered(alone[ink], (BLEED * MM, (BLEED + 210) * MM), (BLEED * MM, (BLEED + 285) * MM))
            there = covered(halves[0][ink], ends, (bottom, top))
            assert there == pytest.approx(mine, abs=0.25), (page, ink)


def plates(path: Path, page: int, out: Path) -> dict[str, Path]:
    """The plates of a page by ink, at 72 dpi."""
    out.mkdir()
    tools.run(
        "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r72", "-dOverprint=/enable",
        f"-dFirstPage={page}", f"-dLastPage={page}", f"-sOutputFile={out}/p.tif", path,
    )  # fmt: skip
    return {ink: next(out.glob(f"*({ink}).tif")) for ink in INKS}


def covered(plate: Path, across: tuple[float, float], up: tuple[float, float]) -> float:
    """How much of an area in points from the lower left corner a plate inks, in percent; a point inwards of its edge,
    where a pixel is half of one page."""
    from PIL import Image, ImageStat

    with Image.open(plate) as image:
        height = image.height
        area = (round(across[0]) + 1, height - round(up[1]) + 1, round(across[1]) - 1, height - round(up[0]) - 1)
        mean: float = ImageStat.Stat(image.convert("L").crop(area)).mean[0]
    return 100 - mean / 255 * 100


def test_the_package_is_whole_and_its_certificate_clean(job: Job) -> None:
    packed = job.packed
    sums = dict(reversed(line.split("  ")) for line in packed["SHA256SUMS"].decode().splitlines())  # type: ignore[misc]
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in packed.items() if name != "SHA256SUMS"}
    assert packed["kaifeng-press.pdf"] == job.book.read_bytes()
    record = json.loads(packed["kaifeng-press-certificate.json"])
    assert [one["code"] for one in record["problems"] if one["severity"] == "error"] == []
    said = json.loads(packed["kaifeng-press-ticket.json"])
    assert (said["pages"], said["sheets_a_copy"], said["binding"]) == (PAGES, 5, "saddle-stitch")
    assert said["paper"]["thickness_mm"] == PAPER
    assert {"kaifeng-press-thumbnails.pdf", "kaifeng-press-fonts.csv"} <= packed.keys()
    for name in ("ticket", "thumbnails", "certificate"):
        with pikepdf.open(io.BytesIO(packed[f"kaifeng-press-{name}.pdf"])) as pdf:
            assert len(pdf.pages) == 1
