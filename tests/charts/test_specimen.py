"""A chart of each kind in the theme brochure: nothing wrong with it, in the document's own inks and faces, tagged."""

from __future__ import annotations

import pytest

from report.charts.placing import apart
from report.content.model import Chart
from report.drawing import Marked
from report.layout.charts.kinds import BUILDERS
from report.layout.desk import Desk
from report.units import MM

from .made import EVERY, placed, run_box, runs, shapes

WITHOUT_FORMULAS = [given for given in EVERY if "$" not in str(given)]


def named(given: Chart) -> str:
    return f"{given.kind}-{len(given.series)}"


def test_there_is_a_specimen_of_each_kind() -> None:
    assert set(BUILDERS) - {"parts-ring"} <= {given.kind for given in EVERY}
    assert {len(given.series) > 1 for given in EVERY if given.kind == "ring"} == {True, False}


@pytest.mark.parametrize("given", EVERY, ids=named)
def test_a_specimen_has_no_problem(desk: Desk, given: Chart) -> None:
    assert placed(desk, given)
    assert desk.problems == []


@pytest.mark.parametrize("given", EVERY, ids=named)
def test_every_ink_is_one_of_the_theme_and_every_face_one_of_the_catalogue(desk: Desk, given: Chart) -> None:
    items = placed(desk, given)
    inks = {shape.fill for shape in shapes(items)} | {shape.stroke.colour for shape in shapes(items) if shape.stroke}
    inks |= {run.colour for run in runs(items)}
    assert inks - {None} <= set(desk.theme.palette.colours.values())
    assert {run.face.key for run in runs(items)} <= {"hei-400", "hei-700", "song-700", "latin-sans-400-italic"}


@pytest.mark.parametrize("given", EVERY, ids=named)
def test_small_words_are_of_two_inks_at_most(desk: Desk, given: Chart) -> None:
    small = [run for run in runs(placed(desk, given)) if run.size < 9]
    assert small
    assert all(sum(ink > 0 for ink in run.colour.inks) <= 2 for run in small)  # type: ignore[union-attr]


@pytest.mark.parametrize("given", WITHOUT_FORMULAS, ids=named)
def test_no_words_lie_on_others(desk: Desk, given: Chart) -> None:
    assert apart([run_box(run) for run in runs(placed(desk, given))])


@pytest.mark.parametrize("given", EVERY, ids=named)
def test_the_drawing_is_one_figure_with_its_meaning_in_words(desk: Desk, given: Chart) -> None:
    (figure,) = (item for item in placed(desk, given) if isinstance(item, Marked) and item.role == "Figure")
    assert figure.alt.endswith("。")
    assert figure.box is not None
    assert figure.box[3] > 10


@pytest.mark.parametrize("given", [g for g in EVERY if g.kind != "proportion" and len(g.series) > 1], ids=named)
@pytest.mark.parametrize("width", [56.0, 131.0])
def test_a_specimen_fits_narrow_and_wide_columns(desk: Desk, given: Chart, width: float) -> None:
    items = placed(desk, given, width=width)
    assert desk.problems == []
    assert max(run_box(run).right for run in runs(items)) <= width * MM + 0.1
