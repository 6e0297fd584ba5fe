"""Each rule of the list by its number: a small text, and the lines one sees."""

from __future__ import annotations

from itertools import pairwise

import pytest

from report.typeset import Span
from report.typeset.faces import Faces
from tests.typeset.text import lines, positions, set_text


@pytest.mark.parametrize("mark", "，。、；：？！”’）》〉」』】·～–/％℃")
def test_1_what_may_not_start_a_line(mark: str, faces: Faces) -> None:
    text = "春耕时节妇女们围坐" + mark + "田埂上"
    assert not any(line.startswith(mark) for em in range(4, 12) for line in lines(text, em, faces))


def test_2_dashes_and_ellipses_may_start_a_line_unless_strict(faces: Faces) -> None:
    assert lines("他只是沉默——沉默了很久。", 5, faces) == ["他只是沉默", "——沉默了", "很久。"]
    assert lines("他只是沉默——沉默了很久。", 5, faces, level="strict") == ["他只是沉", "默——沉默", "了很久。"]


@pytest.mark.parametrize("mark", "“‘（《〈「『【￥№")
def test_3_what_may_not_end_a_line(mark: str, faces: Faces) -> None:
    text = "春耕时节妇女们围坐" + mark + "田埂上"
    assert not any(line.endswith(mark) for em in range(4, 12) for line in lines(text, em, faces))


def test_3_the_solidus_ends_a_line_at_the_basic_level_only(faces: Faces) -> None:
    assert lines("要报名的男/女都行", 5.5, faces, level="basic") == ["要报名的男/", "女都行"]
    assert lines("要报名的男/女都行", 5.5, faces) == ["要报名的", "男/女都行"]


def test_4_a_dash_is_one_unit_of_two_em(faces: Faces) -> None:
    assert lines("海上有风————浪也很大", 6, faces) == ["海上有风——", "——浪也很大"]
    assert positions(set_text("一——二", 9, faces), 0) == [("一", 0), ("——", 1), ("二", 3)]
    assert positions(set_text("一……二", 9, faces), 0) == [("一", 0), ("…", 1), ("…", 2), ("二", 3)]


def test_5_numbers_are_not_broken(faces: Faces) -> None:
    assert lines("面积一共有212,400平方米", 7, faces) == ["面积一共有", "212,400平方米"]
    assert lines("开会时间是上午10:30开始", 8, faces) == ["开会时间是上午", "10:30开始"]
    assert lines("值班的电话：0571-8765 4321", 8, faces) == ["值班的电话：", "0571-8765 4321"]


def test_6_signs_stay_with_their_number(faces: Faces) -> None:
    assert lines("完成率达到了35.6%左右", 7, faces) == ["完成率达到了", "35.6%左右"]
    assert lines("最低温度将达－25℃以下", 7, faces) == ["最低温度将达", "－25℃以下"]
    assert lines("价格便宜得很￥35元起", 7, faces) == ["价格便宜得很", "￥35元起"]


def test_7_a_unit_stays_with_its_number(faces: Faces) -> None:
    assert lines("全程大约有20 km左右", 6.5, faces) == ["全程大约有", "20 km左右"]
    assert lines("这里一共有8,640m²地", 7, faces) == ["这里一共有", "8,640m²地"]


def test_8_a_word_breaks_at_a_syllable_with_a_hyphen(faces: Faces) -> None:
    assert lines("我们使用Kubernetes编排", 7, faces) == ["我们使用Ku-", "bernetes编排"]
    assert lines("我们已使用Kubernetes来编排", 8, faces, hyphenate=False) == ["我们已使用", "Kubernetes来编", "排"]


def test_9_a_url_breaks_beside_its_separators_without_a_hyphen(faces: Faces) -> None:
    found = lines("请登录https://a.example.com/visit?lang=zh-CN预约", 8, faces)
    assert found == ["请登录https://", "a.example.com/", "visit?lang=zh-", "CN预约"]


def test_10_a_note_mark_does_not_start_a_line(faces: Faces) -> None:
    spans = [Span("这里有一个注"), Span("12", note=True, script="super"), Span("和正文")]
    assert lines(spans, 6, faces) == ["这里有一个", "注12和正文"]


def test_11_no_last_line_of_one_character(faces: Faces) -> None:
    text = "山路一圈一圈绕上去，雾一层一层落下来了。"
    assert lines(text, 18.5, faces) == ["山路一圈一圈绕上去，雾一层一层落下", "来了。"]


def test_12_push_in_before_pushing_out(faces: Faces) -> None:
    assert lines("他说，她说，他们都说，好事情。", 10.5, faces)[0] == "他说，她说，他们都说，"
    assert lines("船到了，就卸；卸完了，就走。", 10, faces)[0] == "船到了，就卸；卸完了，"


@pytest.mark.parametrize(
    ("text", "pens"),
    [
        ("好”，来", [0, 1, 1.5, 2.5]),
        ("好，“来", [0, 1, 1.5, 2.5]),
        ("（（好", [-0.5, 0, 1]),
        ("好。”来", [0, 1, 1.5, 2.5]),
        ("好“来”", [0, 1, 2, 3]),
    ],
)
def test_13_two_marks_take_one_and_a_half_em(text: str, pens: list[float], faces: Faces) -> None:
    assert [at for _, at in positions(set_text(text, 12, faces), 0)] == pens


def test_13_a_tight_style_goes_to_one_em(faces: Faces) -> None:
    assert [at for _, at in positions(set_text("好，“来", 12, faces, tight=True), 0)] == [0, 1, 1, 2]


def test_14_two_marks_of_a_cry_take_one_em_and_three_take_two(faces: Faces) -> None:
    assert positions(set_text("真？！好", 9, faces), 0) == [("真", 0), ("？", 1), ("！", 1.5), ("好", 2)]
    assert positions(set_text("真？！！好", 9, faces), 0)[-2:] == [("！", 2), ("好", 3)]


def test_15_a_mark_at_the_end_of_a_line_takes_half_an_em(faces: Faces) -> None:
    found = set_text("五年同行，再启新程。", 4.5, faces)
    assert [line.text for line in found.lines] == ["五年同行，", "再启新程。"]
    assert positions(found, 0)[-1] == ("，", 4)


def test_16_and_17_an_opening_mark_loses_its_outer_half_at_a_start(faces: Faces) -> None:
    found = set_text("“春风”行动“春雨”行动", 7, faces, indent=2)
    assert [line.text for line in found.lines] == ["“春风”行动", "“春雨”行动"]
    assert [positions(found, n)[0] for n in (0, 1)] == [("“", 1.5), ("“", -0.5)]


def test_18_no_mark_is_below_its_half_em(faces: Faces) -> None:
    pens = positions(set_text("甲，乙，丙，丁，戊，己", 9, faces), 0)
    assert all(b - a >= 0.5 - 1e-6 for (_, a), (_, b) in pairwise(pens))


def test_19_an_interpunct_takes_half_an_em_in_its_middle(faces: Faces) -> None:
    found = set_text("哥·白", 9, faces)
    assert positions(found, 0) == [("哥", 0), ("·", 1), ("白", 1.5)]
    ((index, dx, _),) = found.lines[0].runs[0].offsets
    assert (index, round(dx, 1)) == (1, (500 - 327) / 2)


@pytest.mark.parametrize("family", ["song", "hei"])
def test_20_a_dash_is_one_glyph_of_two_em(family: str, faces: Faces) -> None:
    run = set_text("——", 9, faces, family=family).lines[0].runs[0]
    assert (run.advances, run.texts) == ((2000,), ("——",))


@pytest.mark.parametrize("family", ["song", "hei", "kai", "fang"])
def test_21_an_ellipsis_is_two_em_in_every_family(family: str, faces: Faces) -> None:
    assert set_text("……", 9, faces, family=family).lines[0].width == 20


@pytest.mark.parametrize("family", ["song", "hei", "kai", "fang"])
def test_22_quotes_beside_han_are_full_width_in_every_family(family: str, faces: Faces) -> None:
    assert positions(set_text("好“来”好", 9, faces, family=family), 0)[2:] == [("来", 2), ("”", 3), ("好", 4)]


def test_22_quotes_and_apostrophes_in_latin_are_narrow(faces: Faces) -> None:
    pens = dict(positions(set_text("a “b” it’s", 9, faces), 0))
    assert pens["b"] - pens["“"] < 0.5
    assert pens["s"] - pens["’"] < 0.4


def test_23_marks_hang_when_asked(faces: Faces) -> None:
    assert lines("五年同行，再启新程。", 4, faces, hanging=True) == ["五年同行，", "再启新程。"]


@pytest.mark.parametrize(
    ("style", "pens"),
    [
        ("full", [0, 1, 2, 3, 4]),
        ("line-end-half", [0, 1, 2, 3, 4]),
        ("kaiming", [0, 1, 1.5, 2.5, 3.5]),
        ("half", [0, 1, 1.5, 2.5, 3]),
    ],
)
def test_24_named_styles_of_marks(style: str, pens: list[float], faces: Faces) -> None:
    assert [at for _, at in positions(set_text("甲，乙。丙", 12, faces, punctuation=style), 0)] == pens


def test_25_a_quarter_em_between_han_and_latin(faces: Faces) -> None:
    pens = positions(set_text("好a好", 9, faces), 0)
    assert pens[1] == ("a", 1.25)
    assert lines("好好学习a", 9, faces) == ["好好学习a"]
    assert set_text("a好", 9, faces).lines[0].runs[0].x == 0


def test_26_no_gap_between_latin_and_a_chinese_mark(faces: Faces) -> None:
    assert positions(set_text("好，a（b", 9, faces), 0)[2] == ("a", 2)


def test_27_no_stretch_inside_words_and_numbers_of_a_good_line(faces: Faces) -> None:
    """In a line that is not good otherwise letters open by less than the eye sees."""
    seen = set()
    for tenths in range(110, 135):
        found = set_text("我们在2026年一起去看——海看山看大河去吧", tenths / 10, faces).lines[0]
        at = found.runs[0].text.index("2026")
        inner = max(found.runs[0].gaps[at : at + 3], default=0)
        good = found.stretch <= 0.05
        seen.add(good)
        assert inner == 0 if good and found.stretch < 0.05 else inner <= 26
    assert seen == {True, False}


def test_28_squeeze_in_order(faces: Faces) -> None:
    """Brackets give way before pauses, pauses before the Han-Latin gap, stops last."""
    found = set_text("甲乙丙。丁，戊）己a庚", 10.4, faces)
    pens = dict(positions(found, 0))
    assert pens["己"] - pens["）"] == 0.5
    assert 0.5 < pens["戊"] - pens["，"] < 1
    assert pens["a"] - pens["己"] == 1.25
    assert pens["丁"] - pens["。"] == 1


def test_28_a_style_may_forbid_squeezing_stops(faces: Faces) -> None:
    text = "甲乙。丙丁。戊己。庚辛壬癸子丑"
    assert lines(text, 10.5, faces)[0] == "甲乙。丙丁。戊己。庚辛"
    assert lines(text, 10.5, faces, squeeze_stops=False)[0] == "甲乙。丙丁。戊己。庚"


def test_29_stretch_in_order(faces: Faces) -> None:
    """The gap of Han and Latin opens to half an em before any other does; then all others alike."""
    pens = dict(positions(set_text("甲乙a丙丁戊己庚辛壬癸", 6.2, faces), 0))
    assert (pens["乙"], round(pens["a"] - pens["乙"] - 1, 2) <= 0.5) == (1, True)
    wide = positions(set_text("甲乙a丙丁戊己２０庚辛壬癸", 7.4, faces), 0)
    steps = {round(b - a, 2) for (x, a), (y, b) in pairwise(wide) if "a" not in x + y}
    assert len(steps) == 1


def test_30_and_32_a_justified_line_is_even(faces: Faces) -> None:
    pens = [at for _, at in positions(set_text("山路一圈一圈绕上去雾一层一层落下来", 9, faces, hyphenate=False), 0)]
    steps = [round(b - a, 3) for a, b in pairwise(pens)]
    assert max(steps) - min(steps) <= 0.001


def test_31_han_never_overlap(faces: Faces) -> None:
    text = "风停了。灯塔的光一圈一圈地扫过海面，照见归航的船，照见岸上等着的人。"
    for em in range(5, 30):
        for n, line in enumerate(set_text(text, em, faces).lines):
            pens = positions(set_text(text, em, faces), n)
            assert all(b - a >= 0.49 for (_, a), (_, b) in pairwise(pens)), line.text


def test_33_and_34_the_right_edge_is_straight_and_nothing_passes_it(faces: Faces) -> None:
    text = "值班电话：0571-8765 4321；夜间请拨138 0571 0000；网址https://a.example.com/b?c=d。"
    for em in range(9, 40):
        found = set_text(text, em, faces)
        assert all(abs(line.width - em * 10) < 0.3 for line in found.lines[:-1])
        assert found.lines[-1].width <= em * 10 + 0.01


def test_35_breaks_are_chosen_for_the_whole_paragraph(faces: Faces) -> None:
    """Line by line, the first line would be full and the second left with one word in a wide gap."""
    text = "各位朋友都来登录Kubernetes看一看吧朋友"
    whole = set_text(text, 9, faces, hyphenate=False)
    assert max(line.stretch for line in whole.lines[:-1]) < 0.3


def test_36_the_first_line_is_indented(faces: Faces) -> None:
    assert positions(set_text("五年同行", 9, faces, indent=2), 0)[0] == ("五", 2)


def test_37_lines_stand_on_one_distance(faces: Faces) -> None:
    spans = [Span("大小不一的字"), Span("12", script="super", note=True), Span("也不推开行距，一行一行都在格上。")]
    assert [line.y for line in set_text(spans, 8, faces).lines] == [0, 17.5, 35]


def test_41_a_stand_in_is_found_for_each_cluster(faces: Faces) -> None:
    runs = set_text("长10⁶米", 9, faces).lines[0].runs
    assert [(run.face.key, run.text) for run in runs][1] == (runs[1].face.key, "⁶")
    assert runs[0].face.key == "song-400" != runs[1].face.key
