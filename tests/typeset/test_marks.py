"""What stands beside the line: dots, rules, ruby, links, icons, scripts, initials."""

from __future__ import annotations

import pytest

from report.colour import BLACK
from report.drawing import Group, Item, Link, Marked, Run, Shape, rectangle
from report.typeset import Icon, Span
from report.typeset.faces import Faces
from tests.typeset.text import body, lines, positions, set_text


def extras(spans: list[Span], faces: Faces, em: float = 20, **changes: object) -> tuple[Item, ...]:
    return set_text(spans, em, faces, **changes).lines[0].extras


def shapes(items: tuple[Item, ...]) -> list[Shape]:
    return [i for m in items if isinstance(m, Marked) for i in m.items if isinstance(i, Shape)]


def middle(shape: Shape) -> tuple[float, float]:
    xs, ys = shape.path.points[0::2], shape.path.points[1::2]
    return round((min(xs) + max(xs)) / 2, 2), round((min(ys) + max(ys)) / 2, 2)


def test_42_a_dot_under_the_middle_of_each_han_and_none_under_marks(faces: Faces) -> None:
    found = extras([Span("请"), Span("务必，到", dots=True), Span("场")], faces)
    assert [middle(s) for s in shapes(found)] == [(15.0, 2.7), (25.0, 2.7), (45.0, 2.7)]
    assert [m.role for m in found if isinstance(m, Marked)] == ["Artifact"]


def test_43_a_break_stands_between_two_names(faces: Faces) -> None:
    found = shapes(extras([Span("鲁迅", rule="name"), Span("周树人", rule="name")], faces))
    assert [tuple(round(p, 2) for p in s.path.points) for s in found] == [(0.9, 2.0, 19.1, 2.0), (20.9, 2.0, 49.1, 2.0)]


def test_43_a_title_is_waved_and_goes_on_in_the_next_line(faces: Faces) -> None:
    found = set_text([Span("他写过一部"), Span("呐喊彷徨集", rule="book"), Span("在这里")], 7, faces)
    assert [line.text for line in found.lines] == ["他写过一部呐喊", "彷徨集在这里"]
    first, second = (shapes(line.extras)[0].path for line in found.lines)
    assert set(first.verbs[1:]) == {"c"}
    assert (first.points[0], round(first.points[-2], 1)) == (50.9, 70.0)  # no break at the end of the line
    assert (second.points[0], round(second.points[-2], 1)) == (0.0, 29.1)


@pytest.mark.parametrize("ruby", [("hǎi", "mén"), ("hǎimén",)])
def test_44_ruby_stands_over_the_middle_of_its_base(ruby: tuple[str, ...], faces: Faces) -> None:
    found = set_text([Span("去"), Span("海门", ruby=ruby), Span("港")], 20, faces)
    pens = {text: 10 * at for text, at in positions(found, 0)}
    middles = [pens["海"] + 5, pens["门"] + 5]
    runs = [m.items[0] for m in found.lines[0].extras if isinstance(m, Marked)]
    assert all(isinstance(run, Run) and run.size == 5.0 and run.y == -9.8 for run in runs)
    over = [run.x + run.width / 2 for run in runs if isinstance(run, Run)]
    wanted = middles if len(ruby) == 2 else [sum(middles) / 2]
    assert all(abs(a - b) < 0.02 for a, b in zip(over, wanted, strict=True))


def test_44_a_wide_reading_pushes_its_base_apart_and_a_word_is_not_broken(faces: Faces) -> None:
    plain = set_text([Span("去"), Span("壮壮"), Span("港")], 20, faces).lines[0].width
    wide = set_text([Span("去"), Span("壮壮", ruby=("zhuàng", "zhuàng")), Span("港")], 20, faces).lines[0].width
    assert wide > plain + 5
    spans = [Span("我们去"), Span("重庆", ruby=("Chóngqìng",)), Span("看看吧")]
    assert all("重庆" in "".join(lines(spans, em, faces)) for em in (4, 5, 6))
    assert lines(spans, 4, faces)[0] == "我们去"


def test_a_link_covers_its_text_on_every_line(faces: Faces) -> None:
    spans = [Span("请看"), Span("我们的新网站上的说明", link="https://a.example.com")]
    found = [i for line in set_text(spans, 7, faces).lines for i in line.extras]
    assert [(i.x, i.width, i.text) for i in found if isinstance(i, Link)] == [
        (20.0, 50.0, "我们的新网"),
        (0.0, 50.0, "站上的说明"),
    ]


def test_an_icon_takes_its_width_and_says_its_name(faces: Faces) -> None:
    icon = Icon((Shape(rectangle(0, 0, 1, 1), BLACK),), 1.5, "电话")
    found = set_text([Span("打"), Span("", icon=icon), Span("问")], 9, faces).lines[0]
    assert (found.width, found.text) == (35.0, "打问")
    (figure,) = found.extras
    assert isinstance(figure, Marked)
    assert (figure.role, figure.alt, figure.box) == ("Figure", "电话", (10.0, -8.8, 15.0, 10.0))
    (group,) = figure.items
    assert isinstance(group, Group)
    assert group.matrix == (10.0, 0.0, 0.0, 10.0, 10.0, -8.8)


def test_scripts_are_small_and_raised_or_lowered(faces: Faces) -> None:
    runs = set_text([Span("水H"), Span("2", script="sub"), Span("O，注"), Span("3", script="super")], 9, faces)
    seen = [(run.text, run.size, run.y) for run in runs.lines[0].runs]
    assert seen == [("水H", 10, 0), ("2", 6, 1.5), ("O，注", 10, 0), ("3", 6, -3.5)]


def test_strong_is_a_second_face_and_em_boxes_share_a_centre(faces: Faces) -> None:
    strong, fang = body(family="hei", weight=700), body(family="fang")
    runs = set_text([Span("宋"), Span("黑", strong), Span("仿", fang)], 9, faces).lines[0].runs
    assert [(run.face.key, round(run.y, 2)) for run in runs] == [
        ("song-400", 0),
        ("hei-700", 0),
        ("fang-400", -0.3),
    ]


def test_an_initial_stands_beside_its_lines(faces: Faces) -> None:
    found = set_text("春耕时节妇女们围坐在田埂上一边歇息一边说话看海望山", 11, faces, drop_cap=2)
    initial, first = found.lines[0].runs
    assert (initial.text, initial.size) == ("春", 27.5)
    assert found.lines[0].text.startswith("春耕时节")
    assert first.x == found.lines[1].runs[0].x == 27.5 + 2.5
    assert found.lines[2].runs[0].x == 0
    # the foot of its em box is the foot of the second line's
    assert round(initial.y + 0.12 * 27.5, 2) == round(17.5 + 0.12 * 10, 2)


def test_tracking_opens_every_gap_but_not_inside_a_dash(faces: Faces) -> None:
    assert set_text("五年同行", 20, faces, tracking=0.1).lines[0].width == 43.0
    assert set_text("——", 20, faces, tracking=0.1, family="kai").lines[0].width == 20.0
