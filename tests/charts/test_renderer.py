"""matplotlib's drawing calls as items: geometry, colours, lines, bounds, text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from matplotlib.collections import PatchCollection
from matplotlib.colors import CSS4_COLORS, to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, PathPatch, Polygon, Rectangle
from matplotlib.path import Path as Curve
from matplotlib.text import Text

from report.charts.plots import Words
from report.charts.renderer import CannotDrawError, Inks, Phrase, Renderer
from report.colour import BLACK, Cmyk, Spot
from report.drawing import Group, Item, Path, Run, Shape, Stroke, rectangle
from report.problem import Place
from report.typeset import Span
from report.typeset.faces import Faces

from .made import CRIMSON, PALE, STYLE, texts, words

WIDTH, HEIGHT = 200.0, 100.0


def drawn(faces: Faces, *artists: Any) -> tuple[Item, ...]:
    """What a figure of 200 × 100 points with these artists becomes; data are points, y upwards as in matplotlib."""
    figure = bare_figure(WIDTH, HEIGHT)
    axes = figure.axes[0]
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(0, HEIGHT)
    for artist in artists:
        axes.add_artist(artist)
    renderer = Renderer(WIDTH, HEIGHT, faces, INKS)
    figure.draw(renderer)
    return renderer.items


def bare_figure(width: float, height: float) -> Figure:
    """A figure of a size in points, with axes all over it and no ground."""
    figure = Figure(figsize=(width / 72, height / 72), dpi=72)
    figure.patch.set_visible(False)
    figure.add_axes((0, 0, 1, 1)).set_axis_off()
    return figure


def label(x: float, y: float, text: str, family: str = "hei", weight: int | str = 400, **more: Any) -> Text:
    """A text of 10 points."""
    font = FontProperties(family=[family], weight=weight, size=10)
    return Text(x, y, text, color=RED, fontproperties=font, clip_on=False, **more)


INKS = Inks()
RED, ROSE = INKS.rgb(CRIMSON), INKS.rgb(PALE)


def filled(patch: Any, **how: Any) -> Any:
    patch.set(**{"facecolor": RED, "linewidth": 0.0, "edgecolor": "none", "clip_on": False, **how})
    return patch


def test_a_shape_lies_where_it_was_put_with_y_downwards(faces: Faces) -> None:
    (shape,) = drawn(faces, filled(Polygon([(10, 20), (40, 20), (25, 90)])))
    assert shape == Shape(Path("mllz", (10, 80, 40, 80, 25, 10)), fill=CRIMSON)


def test_a_quadratic_curve_becomes_the_cubic_of_its_shape(faces: Faces) -> None:
    curve = Curve([(0, 0), (30, 60), (60, 0)], [Curve.MOVETO, Curve.CURVE3, Curve.CURVE3])
    (shape,) = drawn(faces, filled(PathPatch(curve)))
    assert isinstance(shape, Shape)
    assert shape.path == Path("mc", (0, 100, 20, 60, 40, 60, 60, 100))


def test_coordinates_are_rounded_to_a_ten_thousandth_of_a_point(faces: Faces) -> None:
    (shape,) = drawn(faces, filled(Polygon([(1 / 3, 1 / 3), (2, 1), (1, 2)])))
    assert isinstance(shape, Shape)
    assert shape.path.points[:2] == (0.3333, 99.6667)


def test_a_private_colour_is_found_again_whatever_kind_of_ink_it_is() -> None:
    inks = Inks()
    for colour in (CRIMSON, BLACK, Spot("泥金", Cmyk(0.24, 0.42, 0.78, 0.12), 0.5)):
        assert inks.colour((*inks.rgb(colour), 1.0)) == colour
    assert inks.rgb(CRIMSON) == inks.rgb(Cmyk(*CRIMSON.inks))


@pytest.mark.parametrize("stranger", ["black", "white", "C0", "#1a1ae5", (0.5, 0.5, 0.5)])
def test_a_colour_that_is_no_token_ends_the_drawing(faces: Faces, stranger: Any) -> None:
    with pytest.raises(CannotDrawError, match="no token"):
        drawn(faces, filled(Rectangle((0, 0), 5, 5), facecolor=stranger))


def test_no_colour_name_is_a_private_colour() -> None:
    inks = Inks()
    private = {inks.rgb(Cmyk(i / 300, 0, 0, 0)) for i in range(300)}
    assert len(private) == 300
    assert not private & {to_rgb(name) for name in CSS4_COLORS}
    assert not any(255 * part == round(255 * part) for value in private for part in value)


def test_lines_keep_width_dash_cap_and_join(faces: Faces) -> None:
    line = Line2D([10, 60, 60], [10, 10, 50], color=RED, linewidth=2, clip_on=False)
    line.set(dashes=(3, 1), dash_capstyle="projecting", dash_joinstyle="bevel")
    (shape,) = drawn(faces, line)
    assert shape == Shape(
        Path("mll", (10, 90, 60, 90, 60, 50)), stroke=Stroke(CRIMSON, 2.0, "square", "bevel", (6.0, 2.0))
    )


def test_a_dash_that_starts_inside_itself_is_refused(faces: Faces) -> None:
    with pytest.raises(CannotDrawError, match="dash"):
        drawn(faces, Line2D([0, 9], [0, 9], color=RED, linestyle=(1.5, (3, 1))))


def test_fill_and_line_are_one_shape_unless_their_opacities_differ(faces: Faces) -> None:
    both = {"edgecolor": ROSE, "linewidth": 1.0}
    (one,) = drawn(faces, filled(Rectangle((0, 0), 5, 5), **both, alpha=0.5))
    assert isinstance(one, Shape)
    assert (one.fill, one.stroke and one.stroke.colour, one.opacity) == (CRIMSON, PALE, 0.5)
    fill, line = drawn(faces, filled(Rectangle((0, 0), 5, 5), **{**both, "facecolor": (*RED, 0.25)}))
    assert isinstance(fill, Shape)
    assert isinstance(line, Shape)
    assert (fill.opacity, fill.stroke, line.fill, line.opacity) == (0.25, None, None, 1.0)


def test_what_shares_bounds_shares_a_group(faces: Faces) -> None:
    inside = [filled(Rectangle((i, 0), 1, 1), clip_on=True) for i in range(3)]
    (group,) = drawn(faces, *inside)
    assert isinstance(group, Group)
    assert (group.clip, len(group.items)) == (rectangle(0, 0, WIDTH, HEIGHT), 3)


def test_a_clip_path_bounds_its_artist(faces: Faces) -> None:
    patch = filled(Rectangle((0, 0), 100, 100), clip_on=True)
    figure_units = Circle((50, 50), 10, transform=None)
    patch.set_clip_path(figure_units)
    (group,) = drawn(faces, patch)
    assert isinstance(group, Group)
    assert group.clip is not None
    xs, ys = group.clip.points[0::2], group.clip.points[1::2]
    assert (min(xs), max(xs), min(ys), max(ys)) == pytest.approx((40, 60, 40, 60), abs=0.01)


def test_a_hatch_is_drawn_inside_the_shape_and_below_its_line(faces: Faces) -> None:
    patch = filled(Rectangle((10, 10), 100, 80), hatch="//", hatchcolor=ROSE, edgecolor=RED, linewidth=1.0)
    ground, hatch, line = drawn(faces, patch)
    assert isinstance(ground, Shape)
    assert isinstance(line, Shape)
    assert isinstance(hatch, Group)
    assert ground.fill == CRIMSON
    assert line.stroke is not None
    assert hatch.clip == ground.path
    assert len(hatch.items) == 4  # tiles of 72 points: two across, two up
    assert all(isinstance(tile, Shape) and tile.fill == PALE for tile in hatch.items)


def test_markers_and_collections_become_shapes_of_their_own(faces: Faces) -> None:
    marks = Line2D([20, 40, 60], [50, 50, 50], linestyle="none", marker="s", markersize=4, clip_on=False)
    marks.set(markerfacecolor=RED, markeredgewidth=0.0)
    squares = [item for item in drawn(faces, marks) if isinstance(item, Shape)]
    assert [shape.path.points[:2] for shape in squares] == [(18, 52), (38, 52), (58, 52)]
    circles = PatchCollection([Circle((x, 50), 5) for x in (20, 40)], clip_on=False)
    circles.set(facecolors=[RED, ROSE], linewidths=[0.0])
    colours = [item.fill for item in drawn(faces, circles) if isinstance(item, Shape)]
    assert colours == [CRIMSON, PALE]


def test_pictures_and_meshes_are_refused(faces: Faces) -> None:
    figure = bare_figure(72, 72)
    figure.axes[0].imshow(np.zeros((2, 2, 3)))
    with pytest.raises(CannotDrawError, match="raster"):
        figure.draw(Renderer(72, 72, faces, Inks()))
    figure = bare_figure(72, 72)
    figure.axes[0].pcolormesh(np.zeros((2, 2)))
    with pytest.raises(CannotDrawError, match="mesh"):
        figure.draw(Renderer(72, 72, faces, Inks()))


def test_text_is_set_in_the_faces_of_the_document(faces: Faces) -> None:
    (run,) = drawn(faces, label(20, 30, "开封 2135", "song", "bold"))
    assert isinstance(run, Run)
    assert (run.face.key, run.size, run.colour, run.text) == ("song-700", 10.0, CRIMSON, "开封 2135")
    assert (run.x, run.y, run.turn) == (20.0, 70.0, 0.0)


def test_text_is_measured_as_it_is_set(faces: Faces) -> None:
    said = "“春蕾”660万元"
    (run,) = drawn(faces, label(190, 30, said, ha="right"))
    assert isinstance(run, Run)
    assert run.x + run.width == pytest.approx(190, abs=0.001)
    font = FontProperties(family=["hei"], weight=400, size=10)
    width, height, descent = Renderer(1, 1, faces, INKS).get_text_width_height_descent(said, font, False)
    assert width == pytest.approx(run.width)
    assert (height, descent) == pytest.approx((10.0, 1.2))


def test_text_turns_about_its_start(faces: Faces) -> None:
    (run,) = drawn(faces, label(50, 40, "高", rotation=90, rotation_mode="anchor"))
    assert isinstance(run, Run)
    assert (run.x, run.y, run.turn) == (50.0, 60.0, 270.0)


def test_the_parts_of_a_turned_line_stay_on_it(faces: Faces) -> None:
    kai = replace(STYLE, family="kai", weight=400)
    phrase = Phrase(50, 40, Words((Span("甲"), Span("乙", kai)), STYLE), turn=90)
    first, second = (run for run in drawn(faces, phrase) if isinstance(run, Run))
    assert (second.x, second.y) == pytest.approx((first.x, first.y - STYLE.size), abs=0.001)


def test_transparent_text_is_refused(faces: Faces) -> None:
    with pytest.raises(CannotDrawError, match="transparent"):
        drawn(faces, label(5, 5, "淡", alpha=0.5))


def test_dollar_signs_make_no_mathematics(faces: Faces) -> None:
    assert "".join(texts(drawn(faces, label(9, 9, "中文 $x^2$")))) == "中文 $x^2$"
    assert "".join(texts(drawn(faces, Phrase(9, 9, words("由$5到$10"))))) == "由$5到$10"


def test_a_phrase_keeps_the_styles_of_its_spans(faces: Faces) -> None:
    kai = replace(STYLE, family="kai", weight=400, size=12.0, colour=CRIMSON)
    phrase = Words((Span("甲"), Span("乙", kai)), STYLE)
    runs = [r for r in drawn(faces, Phrase(10, 10, phrase)) if isinstance(r, Run)]
    assert [(r.face.key, r.size, r.colour) for r in runs] == [("hei-700", 8.5, BLACK), ("kai-400", 12.0, CRIMSON)]
    assert runs[1].x == pytest.approx(10 + STYLE.size, abs=0.001)


def test_a_missing_character_is_a_problem_with_its_place(faces: Faces) -> None:
    figure = bare_figure(72, 72)
    strange = Words((Span("好\ue000", None, Place("a.yaml", 3, 5)),), STYLE)
    figure.add_artist(Phrase(0, 0, strange))
    renderer = Renderer(72, 72, faces, INKS)
    figure.draw(renderer)
    (found,) = renderer.problems
    assert (found.code, found.place) == ("missing-glyph", Place("a.yaml", 3, 6))
