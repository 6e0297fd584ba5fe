"""Columns: from right to left, upright, turned and side by side; marks in their vertical form."""

from __future__ import annotations

from report.drawing import Group, Marked
from report.problem import Place
from report.typeset import Paragraph, Span, set_vertical
from report.typeset.faces import Faces
from tests.typeset.text import body


def column(text: str, faces: Faces, height: float = 200.0, **changes: object) -> Paragraph:
    return set_vertical([Span(text)], body(**changes), faces, 10.0, height, 20.0)


def seen(found: Paragraph) -> list[list[tuple[str, str, float]]]:
    """Each column's runs: text, how they stand, and how far down they begin in em."""
    return [
        [(run.text, "upright" if run.vertical else f"{run.turn:g}°", round(run.y / 10, 2)) for run in line.runs]
        for line in found.lines
    ]


def test_a_title_stands_on_its_pitch(faces: Faces) -> None:
    found = set_vertical([Span("她们 这五年")], body(), faces, 12.0)
    (run,) = found.lines[0].runs
    assert (run.text, run.x, run.y, run.vertical) == ("她们 这五年", 0, 0, True)
    assert run.gaps == (200, 200, 200, 200, 200, 0)


def test_columns_go_to_the_left(faces: Faces) -> None:
    found = column("春耕时节妇女们围坐在田埂上看海", faces, height=50.0)
    assert [(line.text, line.runs[0].x) for line in found.lines] == [
        ("春耕时节妇", 0),
        ("女们围坐在", -20),
        ("田埂上看海", -40),
    ]


def test_45_two_digits_stand_together_and_longer_numbers_are_turned(faces: Faces) -> None:
    (runs,) = seen(column("三月18日共2026人", faces))
    assert runs == [
        ("三月", "upright", 0),
        ("18", "0°", 2.88),
        ("日共", "upright", 3),
        ("2026", "90°", 5.25),
        ("人", "upright", 7.73),
    ]


def test_45_two_digits_are_centred_on_the_axis(faces: Faces) -> None:
    run = column("18", faces).lines[0].runs[0]
    assert round(run.x + run.width / 2, 6) == 0


def test_45_two_digits_are_no_wider_than_a_character(faces: Faces) -> None:
    for weight in (400, 700):
        run = set_vertical([Span("第10部分")], body(family="hei", weight=weight), faces, 12.0).lines[0].runs[1]
        assert (run.text, run.width) == ("10", run.size)


def test_45_two_digits_keep_together_where_the_characters_stand_apart(faces: Faces) -> None:
    close, apart = (set_vertical([Span("第18部分")], body(), faces, pitch) for pitch in (10.0, 16.0))
    (before, pair, after), (_, spread, last) = (found.lines[0].runs for found in (close, apart))
    assert (pair.text, spread.text) == ("18", "18")
    assert (spread.x, spread.width, spread.gaps) == (pair.x, pair.width, pair.gaps)
    assert (before.y, after.y, last.y) == (0, 20, 32)


def test_22_quotes_take_their_vertical_form_in_every_family(faces: Faces) -> None:
    for family in ("song", "hei", "kai", "fang"):
        run = column("“好”", faces, family=family).lines[0].runs[0]
        plain = faces.open(family, 400)
        assert run.text == "“好”"
        assert run.glyphs[0] != plain.glyph("“")


def test_4_a_dash_is_turned_and_two_em_in_every_family(faces: Faces) -> None:
    for family in ("song", "hei", "kai", "fang"):
        runs = column("海——天", faces, family=family).lines[0].runs
        assert runs[-1].text.endswith("天")
        bottom = runs[-1].y + sum(runs[-1].advances[:-1]) / 100 + sum(runs[-1].gaps[:-1]) / 100
        assert round(bottom, 1) == 30.0


def test_1_and_15_columns_break_lawfully_and_marks_are_half_at_their_ends(faces: Faces) -> None:
    found = column("五年同行，再启新程。", faces, height=45.0)
    assert [line.text for line in found.lines] == ["五年同行，", "再启新程。"]


def test_13_adjacent_marks_close_up_in_a_column(faces: Faces) -> None:
    (runs,) = seen(column("好，“来", faces))
    assert runs == [("好，“来", "upright", 0)]
    assert column("好，“来", faces).lines[0].runs[0].gaps == (0, -500, 0, 0)


def test_42_dots_stand_right_of_a_column_and_43_rules_left(faces: Faces) -> None:
    found = set_vertical([Span("好", dots=True), Span("鲁迅", rule="name")], body(), faces, 10.0, 200.0, 20.0)
    sides = []
    for item in found.lines[0].extras:
        assert isinstance(item, Marked)
        (group,) = item.items
        assert isinstance(group, Group)
        assert group.matrix is not None
        sides.append(group.matrix)
    assert sides == [(0, 1, 1, 0, 3.8, 0), (0, 1, -1, 0, -3.8, 0)]


def test_a_character_without_a_glyph_is_told_in_a_column_too(faces: Faces) -> None:
    found = set_vertical([Span("与党\U00020000心", None, Place("a.yaml", 3, 7))], body(), faces, 20.0)
    assert [(p.code, p.place) for p in found.problems] == [("missing-glyph-rare", Place("a.yaml", 3, 9))]
