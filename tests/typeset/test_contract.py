"""The composer's public names, as layout and charts call them: a change here is a change for everyone."""

from __future__ import annotations

import inspect
from dataclasses import fields

from report import typeset
from report.colour import BLACK
from report.drawing import Marked, Run
from report.typeset import Line, Paragraph, Span, TextStyle, set_line, set_paragraph, set_vertical
from report.typeset.faces import Faces

STYLE = TextStyle("song", 400, 10.5, 18.375, BLACK)


def test_functions_take_what_layout_gives() -> None:
    assert list(inspect.signature(set_paragraph).parameters) == ["spans", "measure", "style", "faces"]
    assert list(inspect.signature(set_line).parameters) == ["spans", "style", "faces"]
    assert list(inspect.signature(set_vertical).parameters)[:6] == [
        "spans", "style", "faces", "pitch", "height", "column",
    ]  # fmt: skip


def test_values_have_their_fields_in_order() -> None:
    assert Span._fields == (
        "text", "style", "place", "before", "rise", "dots", "rule", "ruby", "link", "note", "script", "icon",
    )  # fmt: skip
    assert [f.name for f in fields(Line)] == ["runs", "width", "text", "y", "stretch", "extras", "hyphen", "bases"]
    assert [f.name for f in fields(Paragraph)] == ["lines", "measure", "leading", "problems"]
    assert [f.name for f in fields(TextStyle)] == [
        "family", "weight", "size", "leading", "colour", "align", "indent", "tracking", "han_latin", "punctuation",
        "level", "slant", "tabular", "language", "hyphenate", "tight", "squeeze_stops", "hanging", "phrases", "balance",
        "grid",
        "drop_cap",
        "fixed",
    ]  # fmt: skip


def test_the_package_shows_its_names() -> None:
    assert sorted(typeset.__all__) == [
        "Icon", "Line", "Paragraph", "Span", "TextStyle", "set_line", "set_paragraph", "set_vertical",
    ]  # fmt: skip


def test_a_paragraph_gives_lines_items_and_its_height(faces: Faces) -> None:
    found = set_paragraph([Span("五年同行，再启新程。")], 47.25, STYLE, faces)
    assert [line.text for line in found.lines] == ["五年同行，", "再启新程。"]
    assert (found.height, found.lines[1].y) == (18.375, 18.375)
    items = found.items(100.0, 200.0)
    assert [(item.x, item.y) for item in items if isinstance(item, Run)] == [(100.0, 200.0), (100.0, 218.375)]


def test_a_line_has_its_natural_width_and_starts_at_nought(faces: Faces) -> None:
    found = set_line([Span("1897年")], STYLE, faces)
    assert found.runs[0].x == 0.0
    assert found.text == "1897年"
    assert abs(found.width - sum(run.width for run in found.runs)) < 0.01


def test_nothing_gives_nothing(faces: Faces) -> None:
    assert set_paragraph([], 42.0, STYLE, faces).lines == ()
    assert set_paragraph([Span("")], 42.0, STYLE, faces).items(0, 0) == ()
    assert set_line([], STYLE, faces).runs == ()


def test_a_hyphen_is_an_element_of_its_own(faces: Faces) -> None:
    """Extractors then see the word whole: the hyphen says it is a soft one."""
    found = set_paragraph([Span("控制系统基于Kubernetes与PostgreSQL构建")], 105.0, STYLE, faces)
    marked = [item for item in found.items(0, 0) if isinstance(item, Marked)]
    assert [(m.role, m.actual) for m in marked] == [("Span", "\u00ad")]
    assert "-" not in "".join(line.text for line in found.lines)
