"""What holds for any text at any measure, however it is cut into runs. BANXIN_EXAMPLES sets how many are tried."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report.typeset import Span, set_line
from report.typeset.classes import class_of
from report.typeset.faces import Faces
from report.typeset.spacing import NOT_AT_END, NOT_AT_START
from tests.typeset.text import BODY, lines, set_text

EXAMPLES = int(os.environ.get("BANXIN_EXAMPLES", "200"))
common = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)

HAN = "春耕时节妇女们围坐在田埂上看海望山读书写字走路吃饭一二三十百千万年月日"
MARKS = "，。、；：？！“”‘’（）《》·—…～"
LATIN = "abcdeXYZ0123456789.,:/-%& "
pieces = st.one_of(
    st.text(HAN, min_size=1, max_size=8),
    st.text(MARKS, min_size=1, max_size=2),
    st.text(LATIN, min_size=1, max_size=6),
    st.sampled_from(
        ["——", "……", "？！", "https://a.example.com/b?c=d", "212,400m²", "10:30", "Kubernetes", "25℃", "￥9"]
    ),
)
texts = st.lists(pieces, min_size=1, max_size=24).map("".join)
measures = st.integers(8, 45)
STRONG = replace(BODY, family="hei", weight=700)


@common
@given(texts, measures)
def test_every_character_is_set_once_and_in_order(faces: Faces, text: str, em: int) -> None:
    assert "".join(line.text for line in set_text(text, em, faces).lines) == text


@common
@given(texts, measures)
def test_what_is_painted_is_the_text(faces: Faces, text: str, em: int) -> None:
    for line in set_text(text, em, faces).lines:
        runs = line.runs[: len(line.runs) - line.hyphen]
        assert "".join(run.text for run in runs) == line.text.rstrip(" ") or line.text.isspace()
        for run in line.runs:
            assert len(run.glyphs) == len(run.advances) == len(run.texts)
            assert len(run.gaps) in (0, len(run.glyphs))
            assert 0 not in run.glyphs


@common
@given(texts, measures)
def test_no_forbidden_start_or_end(faces: Faces, text: str, em: int) -> None:
    found = set_text(text, em, faces)
    if any(p.code == "text-too-wide" for p in found.problems):
        return
    for line, after in zip(found.lines, found.lines[1:], strict=False):
        assert after.text.startswith("——") or class_of(after.text[0]) not in NOT_AT_START, (line.text, after.text)
        assert class_of(line.text.rstrip()[-1:] or "a") not in NOT_AT_END, (line.text, after.text)


@common
@given(texts, measures)
def test_no_line_runs_past_the_edge_and_justified_ones_reach_it(faces: Faces, text: str, em: int) -> None:
    found = set_text(text, em, faces)
    for line in found.lines:
        assert line.width <= em * 10 + 0.31, line.text
    for line in found.lines[:-1]:
        # one number or one —— in a line has no gap that could open
        alone = (
            sum(len(run.glyphs) for run in line.runs) == 1
            or line.text == "……"
            or not any(c in HAN + MARKS + " " for c in line.text.strip())
        )
        assert line.width >= em * 10 - 0.5 or alone, line.text


@common
@given(texts, measures)
def test_the_last_glyph_ends_where_the_line_says(faces: Faces, text: str, em: int) -> None:
    for line in set_text(text, em, faces).lines:
        last = line.runs[-1]
        point = 5 * line.text.rstrip().endswith("·")  # a point stands in the middle of its half em
        assert line.width - 0.1 - point <= last.x + last.width <= line.width + 5.1


@common
@given(texts, measures, st.data())
def test_the_same_at_any_split_into_runs(faces: Faces, text: str, em: int, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=5)))
    spans = [Span(text[a:b]) for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert set_text(spans, em, faces).lines == set_text(text, em, faces).lines


@common
@given(st.lists(st.tuples(texts, st.sampled_from([None, STRONG, replace(BODY, family="kai")])), max_size=6), measures)
def test_any_faces_keep_every_character(faces: Faces, parts: list[tuple[str, object]], em: int) -> None:
    spans = [Span(text, style, link="https://a.example.com" * (style is None)) for text, style in parts]  # type: ignore[arg-type]
    found = set_text(spans, em, faces)
    assert "".join(line.text for line in found.lines) == "".join(text for text, _ in parts)
    assert all(line.width <= em * 10 + 0.31 for line in found.lines)


@common
@given(texts)
def test_a_single_line_is_as_wide_as_its_runs(faces: Faces, text: str) -> None:
    line = set_line([Span(text)], BODY, faces)
    assert line.text == text
    assert abs(line.width - line.runs[-1].x - line.runs[-1].width) < 5.1


@pytest.mark.slow
def test_ten_thousand_random_lines(faces: Faces) -> None:
    """Bold, links and faces at random: nothing is lost, nothing is too wide."""
    import random

    chance = random.Random(7)
    alphabet = HAN * 3 + MARKS + LATIN
    count = 0
    while count < 10_000:
        text = "".join(chance.choices(alphabet, k=chance.randint(1, 160)))
        styles = [None, STRONG, replace(BODY, family="kai"), replace(BODY, family="fang")]
        at = sorted(chance.sample(range(len(text) + 1), k=min(len(text), 4)))
        spans = [
            Span(text[a:b], chance.choice(styles), link=chance.choice(["", "https://a.example.com"]))
            for a, b in zip([0, *at], [*at, len(text)], strict=True)
        ]
        em = chance.randint(8, 45)
        found = set_text(spans, em, faces)
        assert "".join(line.text for line in found.lines) == text
        assert all(line.width <= em * 10 + 0.31 for line in found.lines)
        count += len(found.lines)


def test_lines_helper_shows_hyphens(faces: Faces) -> None:
    assert lines("我们使用Kubernetes编排", 7, faces) == ["我们使用Ku-", "bernetes编排"]
