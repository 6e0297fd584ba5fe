"""Sentences paired, and what became what inside them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.deliver.differences.words import paired, segments, sentences


def shown(old: str, new: str) -> str:
    """Changes in brackets."""
    return "".join(one.new if one.same else f"[{one.old}>{one.new}]" for one in segments(old, new))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "发放贷款3.6亿元，带动就业。",
            "发放贷款3.85亿元，带动妇女就业。",
            "发放贷款[3.6亿元>3.85亿元]，带动[>妇女]就业。",
        ),
        (
            "占20.1%，比上年提高0.4个百分点。",
            "占19.9%，比上年提高0.5个百分点。",
            "占[20.1%>19.9%]，比上年提高[0.4个百分点>0.5个百分点]。",
        ),
        ("城区512个、县域756个。", "城区520个、县域760个。", "城区[512个>520个]、县域[756个>760个]。"),
        ("四、就业与社会保障", "四、就业和社会保障", "四、就业[与>和]社会保障"),
        ("28000余人次", "29000余人次", "[28000余人次>29000余人次]"),
        ("按期换届。", "全市文艺演出很多。", "[按期换届。>全市文艺演出很多。]"),
        ("同一句话。", "同一句话。", "同一句话。"),
        ("筛查人数\t5.82\t6.13", "筛查人数\t5.82\t6.20", "筛查人数\t5.82\t[6.13>6.20]"),
        ("教育\t94.9\t95.8", "教育\t95.8\t96.4", "教育\t[94.9>95.8]\t[95.8>96.4]"),
        ("甲\t乙\t丙", "甲\t丙", "甲[\t>][乙>]\t丙"),
    ],
)
def test_a_change_is_told_in_words(old: str, new: str, told: str) -> None:
    assert shown(old, new) == told


@given(
    st.text(st.sampled_from("一二三，。12.\t a"), max_size=30),
    st.text(st.sampled_from("一二三，。12.\t a"), max_size=30),
)
def test_segments_hold_all_of_both_texts(old: str, new: str) -> None:
    found = segments(old, new)
    assert "".join(one.new for one in found) == new
    assert "".join(one.old for one in found) == old
    assert all(not (one.same and two.same) for one, two in pairwise(found))


@given(
    st.lists(
        st.sampled_from(["春耕开始了。", "夜校亮灯。", "阵地建成。", "一二三四五六七。", "93个", "95个"]), max_size=9
    ),
    st.lists(
        st.sampled_from(["春耕开始了。", "夜校亮了灯。", "阵地建成。", "一二三四五六八。", "94个", "95个"]), max_size=9
    ),
)
def test_every_sentence_is_told_once(old: list[str], new: list[str]) -> None:
    pairs = paired(old, new)
    assert [p.new for p in pairs if p.new is not None] == list(range(len(new)))
    assert sorted(p.old for p in pairs if p.old is not None) == list(range(len(old)))
    assert all(old[p.old or 0] == new[p.new or 0] for p in pairs if p.kind in ("same", "moved"))


def test_a_card_with_another_figure_is_the_same_card() -> None:
    assert [p.kind for p in paired(["常住人口", "312.6万人", "女性占比"], ["常住人口", "315.2万人", "女性占比"])] == [
        "same",
        "changed",
        "same",
    ]


def test_a_row_is_known_by_its_head() -> None:
    pairs = paired(["甲县\t一类\t92.4", "乙县\t二类\t90.1"], ["乙县\t三类\t91.3", "丙县\t一类\t88.8"])
    assert [(p.kind, p.old, p.new) for p in pairs] == [("removed", 0, None), ("changed", 1, 0), ("added", None, 1)]


def test_a_sentence_that_went_elsewhere_has_moved() -> None:
    one, two, three = "春耕开始了，田里有水。", "夜校的灯又亮起来。", "阵地建到了家门口。"
    assert [(p.kind, p.old, p.new) for p in paired([one, two, three], [two, three, one])] == [
        ("same", 1, 0),
        ("same", 2, 1),
        ("moved", 0, 2),
    ]


def test_words_cut_into_other_paragraphs_have_not_changed() -> None:
    assert {p.kind for p in paired(["春耕开始了，", "田里有水。"], ["春耕开始了，田里有水。"])} <= {"same"}


def test_closing_quotes_belong_to_their_sentence() -> None:
    text = "她说：“好！”大家笑了。后来？"
    assert [text[a:b] for a, b in sentences(text)] == ["她说：“好！”", "大家笑了。", "后来？"]
