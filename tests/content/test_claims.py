"""Which numerals of a text are figures, and what they say."""

import pytest

from report.content.claims import claims, same_family


def said(text: str, *allowed: str) -> list[tuple[str, str, str, str]]:
    return [(c.text, f"{c.value:f}", c.qualifier, c.unit) for c in claims(text, allowed) if not c.aside]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("提供就业服务6.2万余人次", [("6.2万余人次", "62000", "over", "人次")]),
        ("发放创业贷款3.6亿元", [("3.6亿元", "360000000", "exact", "元")]),
        ("发放创业贷款36000万元", [("36000万元", "360000000", "exact", "元")]),
        ("惠及5100多人", [("5100多人", "5100", "over", "人")]),
        ("10余万户", [("10余万户", "100000", "over", "户")]),
        ("10万余户", [("10万余户", "100000", "over", "户")]),
        ("近百万人参加", [("近百万人", "1000000", "near", "人")]),
        ("２８０００人", [("２８０００人", "28000", "exact", "人")]),
        ("成功率97.6%", [("97.6%", "97.6", "exact", "%")]),
        ("占到70%以上", [("70%以上", "70", "over", "%")]),
        ("5—8个", [("5—8个", "5", "exact", "个"), ("5—8个", "8", "exact", "个")]),
        ("5—8万人", [("5—8万人", "50000", "exact", "人"), ("5—8万人", "80000", "exact", "人")]),
        ("12.5万元至18万元", [("12.5万元", "125000", "exact", "元"), ("18万元", "180000", "exact", "元")]),
        ("二十七户人家", [("二十七户", "27", "exact", "户")]),
        ("约三百人", [("约三百人", "300", "rounded", "人")]),
        ("三件事", [("三件", "3", "exact", "件")]),
        ("28,000人，1,280件", [("28,000人", "28000", "exact", "人"), ("1,280件", "1280", "exact", "件")]),
        ("提高1.2个百分点", [("1.2个百分点", "1.2", "exact", "个百分点")]),
        ("今年“培训28000人”", [("28000人", "28000", "exact", "人")]),
        ("不足300场", [("不足300场", "300", "near", "场")]),
        ("百万人参加", [("百万人", "1000000", "exact", "人")]),
    ],
)
def test_a_figure_is_found_with_value_qualifier_and_unit(text: str, figures: list[tuple[str, str, str, str]]) -> None:
    assert said(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "2024年1月21日刊发",
        "2021—2025年",
        "2026-03-08",
        "二〇二六年三月八日",
        "上午9:30开始",
        "河南省妇女十三大以来五年",
        "第三次全体会议",
        "一、总体情况",
        "（二）主要做法",
        "1. 培训",
        "见图3、表2",
        "国发〔2024〕12号",
        "联系电话0371-12345678",
        "见https://example.org/2024",
        "一点代表1000名",
        "一瓣一万元",
        "210 × 285 mm",
        "大度16开，封面250 g",
        "千家万户的百姓十分高兴",
        "一份岗位、一笔贷款、一次筛查",
        "市、县两级妇联",
        "“三八”妇女维权周、“6·26”国际禁毒日",
        "募集资金（万元）",
        "PM2.5",
    ],
)
def test_dates_ordinals_scales_names_and_words_are_no_figures(text: str) -> None:
    assert said(text) == []


def test_allowed_words_are_set_aside() -> None:
    assert said("全书分五章，每章三件事", "五章") == [("三件", "3", "exact", "件")]


def test_people_and_visits_are_not_the_same_unit() -> None:
    assert same_family("人", "名")
    assert same_family("", "户")
    assert not same_family("人", "人次")
