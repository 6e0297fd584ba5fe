"""Pages to a count: the theme gives way within its limits, blanks close the book, or it is said what to cut."""

from __future__ import annotations

import pytest

from report import resources
from report.content.model import BackCover, Block, Section, Text
from report.content.theme import Theme, read_theme
from report.layout import fitting
from report.layout.frames import bed
from report.layout.looser import limits_of, looser, looser_bed
from report.problem import Place
from report.typeset.faces import Faces
from report.units import MM
from tests.layout.tiny import PLACE, SENTENCE, Laid, Press, prose, runs

BACK = BackCover(prose("编"), "", "", PLACE)


def book(paragraphs: int, sections: int = 6) -> list[Block]:
    """A text of so many paragraphs, each on a line of its own in the report, with a heading now and then."""
    found: list[Block] = []
    for i in range(paragraphs):
        place = Place("report.yaml", 10 + i, 5)
        if i % sections == 0:
            found.append(Section(2, prose(f"节{i}"), place))
        found.append(Text(((prose(SENTENCE * 5)[0][0]._replace(place=place),),), place))
    return found


def baselines(laid: Laid, page: int) -> list[float]:
    """The baselines of the body text of a page, top to bottom."""
    found = {round(run.y, 3) for run in runs(laid.pages[page - 1].items) if abs(run.size - 9.0) < 0.01}
    return sorted(found)


def test_a_count_that_the_text_comes_to_changes_nothing(press: Press) -> None:
    free = press.lay(*book(40))
    asked = press.lay(*book(40), pages=len(free.pages))
    assert asked.codes == []
    assert [page.items for page in asked.pages] == [page.items for page in free.pages]


def test_a_text_a_little_too_long_is_tightened_to_its_count(press: Press) -> None:
    pages = len(press.lay(*book(40)).pages)
    count = next(n for n in range(41, 60) if len(press.lay(*book(n)).pages) > pages)
    laid = press.lay(*book(count), pages=pages)
    assert (len(laid.pages), laid.codes) == (pages, ["pages-fitted"])
    assert laid.said == press.lay(*book(count)).said  # the folios of the longer one are running matter
    values = dict(laid.problems[0].values)
    assert -6.0 <= float(str(values["leading"])) < 0
    assert -2.0 <= float(str(values["tracking"])) < 0


def test_a_text_a_little_too_short_is_loosened_to_its_count(press: Press) -> None:
    pages = len(press.lay(*book(40)).pages)
    count = next(n for n in range(39, 20, -1) if len(press.lay(*book(n)).pages) < pages)
    laid = press.lay(*book(count), pages=pages)
    assert (len(laid.pages), laid.codes) == (pages, ["pages-fitted"])
    assert float(str(dict(laid.problems[0].values)["leading"])) > 0


def test_lines_still_stand_on_one_grid_when_it_moves(press: Press) -> None:
    pages = len(press.lay(*book(40)).pages)
    count = next(n for n in range(41, 60) if len(press.lay(*book(n)).pages) > pages)
    laid = press.lay(*book(count), pages=pages)
    leading = float(str(dict(laid.problems[0].values)["leading"]))
    step = 5 * MM * (1 + leading / 100)
    for page in range(1, pages + 1):
        lines = baselines(laid, page)
        assert all(abs((y - lines[0]) / step - round((y - lines[0]) / step)) < 0.02 for y in lines)


def test_a_text_much_too_long_names_the_block_to_cut_and_how_much(press: Press) -> None:
    pages = len(press.lay(*book(40)).pages)
    laid = press.lay(*book(60), pages=pages)
    (found,) = [one for one in laid.problems if one.code == "fit-cut"]
    values = dict(found.values)
    assert found.severity == "error"
    assert found.place is not None
    kept = found.place.line - 10  # the paragraphs before the block that is named
    assert len(press.lay(*book(kept), pages=pages).pages) == pages
    assert int(str(values["count"])) >= (60 - kept - 1) * len(SENTENCE) * 5
    assert "page-count" not in laid.codes


def test_what_cannot_be_loosened_so_far_is_closed_with_blanks(press: Press) -> None:
    laid = press.lay(*book(8), BACK, pages=4, binding="saddle-stitch")
    assert len(laid.pages) == 4
    assert laid.codes == ["closing-blanks"]
    assert "编" in laid.text(4)


def test_too_few_pages_are_not_filled_with_blanks(press: Press) -> None:
    laid = press.lay(*book(8), BACK, pages=12, binding="saddle-stitch")
    assert "page-count" in laid.codes


@pytest.mark.parametrize("paragraphs", [4, 8, 12, 20, 30])
def test_a_stitched_book_has_a_multiple_of_four(press: Press, paragraphs: int) -> None:
    laid = press.lay(*book(paragraphs), BACK, binding="saddle-stitch")
    assert len(laid.pages) % 4 == 0
    assert "编" in laid.text(len(laid.pages))
    assert [one for one in laid.problems if one.severity == "error"] == []


def test_a_count_that_no_sheet_folds_to_is_told(press: Press) -> None:
    assert "page-multiple" in press.lay(*book(8), BACK, pages=6, binding="saddle-stitch").codes


def test_a_search_takes_few_layouts(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    bound = fitting.bound
    monkeypatch.setattr(fitting, "bound", lambda *given: (made.append(1), bound(*given))[1])
    pages = len(press.lay(*book(40)).pages)
    count = next(n for n in range(41, 60) if len(press.lay(*book(n)).pages) > pages)
    made.clear()
    press.lay(*book(count), pages=pages)
    assert len(made) <= 7


def test_looser_moves_leading_spaces_and_pictures_by_one_share(theme: Theme) -> None:
    limits = limits_of(theme)
    assert limits is not None
    loose = looser(theme, limits, 0.5)
    assert loose.styles["flow-body"].leading == pytest.approx(theme.styles["flow-body"].leading * 1.03)
    assert loose.styles["flow-body"].tracking == pytest.approx(0.01)
    look = loose.root.sub("flow").sub("blocks").sub("photo")
    assert (look.mm("before"), look.number("fit")) == (pytest.approx(5 * MM * 1.125), pytest.approx(1.06))
    ground, moved = bed(theme), looser_bed(bed(theme), limits, 0.5)
    assert moved.verso.step == pytest.approx(ground.verso.step * 1.03)
    assert moved.verso.line(ground.verso.top) == pytest.approx(ground.verso.top)
    assert theme.styles["flow-body"].tracking == 0


def test_lines_of_two_columns_stay_level(press: Press, faces: Faces) -> None:
    own = Press(read_theme(resources.themes() / "bulletin"), faces, press.folder)
    pages = len(own.lay(*book(60)).pages)
    count = next(n for n in range(61, 99) if len(own.lay(*book(n)).pages) > pages)
    laid = own.lay(*book(count), pages=pages)
    assert (len(laid.pages), laid.codes) == (pages, ["pages-fitted"])
    size = own.theme.styles[own.theme.root.sub("flow").sub("blocks").sub("text").text("style")].size
    body = [run for run in runs(laid.pages[0].items) if abs(run.size - size) < 0.01]
    left, right = ({round(run.y, 2) for run in body if (run.x < 105 * MM) is side} for side in (True, False))
    assert min(len(left), len(right)) > 20
    step = 4.75 * MM * (1 + float(str(dict(laid.problems[0].values)["leading"])) / 100)
    lines = sorted(left | right)
    assert all(abs((y - lines[0]) / step - round((y - lines[0]) / step)) < 0.03 for y in lines)
