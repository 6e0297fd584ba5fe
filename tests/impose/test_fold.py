"""The sample as a job of twenty pages: sheets are read back, folded by arithmetic, and lie as a book does."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest

from report import pipeline, resources
from report.deliver.cache import RunCache
from report.deliver.impose.marks import label
from report.deliver.impose.sheets import Imposed, imposed
from report.deliver.impose.wanted import Wanted
from report.preflight import judge
from report.units import MM
from tests import tools
from tests.impose.reading import box, mm, placed, text_within
from tests.verapdf import assert_conforms

PAPER = 0.15
"""Thickness of the sheets of the job, in mm."""
WIDTH, HEIGHT, BLEED = 210.0, 285.0, 3.0


class Job(NamedTuple):
    """The pages and the sheets made of them."""

    source: Path
    sheets: Path
    made: Imposed


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    report = resources.sample()
    assert report is not None
    options = pipeline.Options(only=("press",))
    data = pipeline.build(report, options, RunCache(), lambda _stage, _done, _total: None).files[0].data
    folder = tmp_path_factory.mktemp("job")
    made = imposed(data, "kaifeng-press.pdf", Wanted(thickness=PAPER * MM))
    (folder / "source.pdf").write_bytes(data)
    (folder / "sheets.pdf").write_bytes(made.data)
    return Job(folder / "source.pdf", folder / "sheets.pdf", made)


def halves(path: Path) -> list[tuple[str, str]]:
    """The text of the left and of the right half of every side."""
    found = []
    with pikepdf.open(path) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            left, bottom, right, top = box(page, "/TrimBox")
            spine = (left + right) / 2
            areas = ((left, bottom, spine, top), (spine, bottom, right, top))
            one, other = (text_within(path, number, area) for area in areas)
            found.append((one, other))
    return found


def folded(sides: list[tuple[str, str]]) -> list[str]:
    """The halves as they follow each other in the folded book; the first sheet is the outermost."""
    fronts, backs = sides[0::2], sides[1::2]
    first = [half for front, back in zip(fronts, backs, strict=True) for half in (front[1], back[0])]
    second = [half for front, back in zip(fronts, backs, strict=True) for half in (front[0], back[1])]
    return [*first, *reversed(second)]


def test_folded_sheets_read_as_the_pages_do(job: Job) -> None:
    pages = [text_within(job.source, n, (BLEED * MM, BLEED * MM, 213 * MM, 288 * MM)) for n in range(1, 21)]
    assert len(set(pages)) > 18, "texts tell pages apart"
    sides = halves(job.sheets)
    assert len(sides) == 10
    assert folded(sides) == pages


def test_page_numbers_of_the_objects_fold_into_order_too(job: Job) -> None:
    with pikepdf.open(job.sheets) as pdf:
        sides = []
        for page in pdf.pages:
            one, other = sorted(placed(page), key=lambda found: found.clip[0])
            sides.append((str(one.page), str(other.page)))
    assert folded(sides) == [str(n) for n in range(1, 21)]


def test_every_page_ends_under_the_same_knife(job: Job) -> None:
    """A sheet lies behind as many papers as there are sheets around it; measured from the outside of the spine, the
    fore edge of every page is then as far away as that of the outermost one."""
    shifts = []
    with pikepdf.open(job.sheets) as pdf:
        for number, page in enumerate(pdf.pages):
            left, bottom, right, _ = box(page, "/TrimBox")
            spine = (left + right) / 2
            sheet = number // 2
            for found in placed(page):
                a, b, c, d, x, y = found.matrix
                assert (a, b, c, d) == (1, 0, 0, 1)
                edge, inner = x + BLEED * MM, x + (BLEED + WIDTH) * MM
                is_left = found.clip[0] < spine - 1
                fore_edge = spine - edge if is_left else inner - spine
                shift = inner - spine if is_left else spine - edge
                assert mm(fore_edge) + sheet * PAPER == pytest.approx(WIDTH, abs=0.001)
                assert mm(y + BLEED * MM) == pytest.approx(mm(bottom), abs=0.001)
                shifts.append(round(mm(shift), 2))
    assert shifts == [creep for sheet in (0, 0.15, 0.3, 0.45, 0.6) for creep in [sheet] * 4]


def test_bleed_goes_on_outside_and_is_cut_at_the_spine(job: Job) -> None:
    with pikepdf.open(job.sheets) as pdf:
        for page in pdf.pages:
            left, bottom, right, top = box(page, "/TrimBox")
            assert [mm(left), mm(right - left), mm(top - bottom)] == pytest.approx([17, 2 * WIDTH, HEIGHT], abs=0.001)
            assert box(page, "/MediaBox")[:2] == (0, 0)
            outer = tuple(
                side + BLEED * MM * sign for side, sign in zip((left, bottom, right, top), (-1, -1, 1, 1), strict=True)
            )
            assert box(page, "/BleedBox") == pytest.approx(outer, abs=0.002)
            spine = (left + right) / 2
            for found in placed(page):
                clip = found.clip
                assert (clip[1], clip[3]) == pytest.approx((outer[1], outer[3]), abs=0.002)
                assert (clip[2] if clip[0] < spine - 1 else clip[0]) == pytest.approx(spine, abs=0.002)


def test_marks_stand_outside_the_bleed_in_the_ink_of_all_plates(job: Job) -> None:
    with pikepdf.open(job.sheets) as pdf:
        for page in pdf.pages:
            ink = page.obj.Resources.ColorSpace.All
            assert (str(ink[0]), str(ink[1])) == ("/Separation", "/All")
            left, bottom, right, top = box(page, "/BleedBox")
            ends = mark_ends(page)
            assert len(ends) == 40, "eight crop marks, two folds, four targets"
            assert all(x < left or x > right or y < bottom or y > top for x, y in ends)
            spine = (left + right) / 2
            assert sum(abs(x - spine) < 0.01 for x, _ in ends) == 4, "a fold mark above and one below"


def test_a_colour_bar_stands_above_the_left_page(job: Job) -> None:
    with pikepdf.open(job.sheets) as pdf:
        for page in pdf.pages:
            left, _, right, top = box(page, "/BleedBox")
            code = [(str(one.operator), [float(v) for v in one.operands]) for one in inked(page)]
            patches = [tuple(operands) for operator, operands in code if operator == "re"]
            inks = {tuple(operands) for operator, operands in code if operator == "k"}
            assert {(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (0.5, 0.4, 0.4, 0)} <= inks
            assert len(patches) == 12
            assert all(y >= top + MM and y + height <= top + 10.01 * MM for _, y, _, height in patches)
            assert all(left < x and x + width < (left + right) / 2 for x, _, width, _ in patches)


def inked(page: pikepdf.Page) -> list[pikepdf.ContentStreamInstruction]:
    """What is drawn from the first process colour on."""
    code = list(pikepdf.parse_content_stream(page))
    first = next(i for i, one in enumerate(code) if str(one.operator) == "k")
    return [one for one in code[first:] if isinstance(one, pikepdf.ContentStreamInstruction)]


def mark_ends(page: pikepdf.Page) -> list[tuple[float, float]]:
    """The ends of the straight lines that are drawn behind the pages."""
    ends, drawn = [], False
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        drawn |= operator == "SCN"
        if drawn and operator == "cm":
            return ends  # the words are drawn in a scale of their own, after all lines
        if drawn and operator in ("m", "l"):
            ends.append((float(instruction.operands[0]), float(instruction.operands[1])))
    return ends


def test_every_sheet_says_which_it_is(job: Job) -> None:
    said = [label("k.pdf", side) for side in job.made.plan.sides]
    assert said[0] == "k.pdf　第 1 张正面　页 20 | 1"
    assert said[9] == "k.pdf　第 5 张背面　页 10 | 11　爬移 0.60 mm"


def test_the_sheets_stay_what_the_pages_were(job: Job) -> None:
    assert job.made.standards == ("PDF/X-4", "PDF/A-2u")
    found = judge(job.made.data)
    assert [one for one in found.problems if one.severity == "error"] == []
    assert found.file is not None
    assert found.file.claimed == ("PDF/X-4", "PDF/A-2u")
    assert_conforms(job.sheets, flavours=("2u",))
    tools.run("qpdf", "--check", job.sheets)
    assert {font.plain for font in found.file.fonts} == {f.plain for f in judge(job.source.read_bytes()).file.fonts}  # type: ignore[union-attr]


def test_the_same_pages_give_the_same_sheets(job: Job) -> None:
    again = imposed(job.source.read_bytes(), "kaifeng-press.pdf", Wanted(thickness=PAPER * MM))
    assert again.data == job.made.data


def test_outer_sheets_may_be_shifted_instead(job: Job) -> None:
    data = job.source.read_bytes()
    made = imposed(data, "k.pdf", Wanted(thickness=PAPER * MM, creep="out"))
    assert [round(mm(side.shift), 2) for side in made.plan.sides[::2]] == [-0.6, -0.45, -0.3, -0.15, 0]
    given = imposed(data, "k.pdf", Wanted(total=0.8 * MM))
    assert [round(mm(side.shift), 2) for side in given.plan.sides[::2]] == [0, 0.2, 0.4, 0.6, 0.8]
