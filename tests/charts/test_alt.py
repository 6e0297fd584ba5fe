"""A chart in words: kind, title, every value as printed, the scale, what the marks mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.content.model import Chart, Figure
from report.layout.alt import describe, unit_of

from .made import chart, series, table

BARS = chart(
    "bar",
    series(28000, ("", "28000", "余人"), "基层领头雁培训", "over"),
    series(5000, ("", "5000", "余人"), "送培训到基层", "over"),
    title="培训人数（人）",
)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            BARS,
            "条形图，培训人数（人）。基层领头雁培训：28000余人；送培训到基层：5000余人。“余”表示实际比所写的多。",
        ),
        (
            chart("ring", series(70, ("", "70", "%以上"), "", "over"), label="各族各界优秀代表比例"),
            "环形图。各族各界优秀代表比例：70%以上。“以上”表示实际不少于所写的数。",
        ),
        (
            chart("dots", series(40000, ("", "4", "万名"), "", "rounded"), per=1000),
            "点阵图。4万名。一点代表1000名。",
        ),
        (
            chart("dots", series(1000000, ("近", "百万", "人"), "参与妇女群众", "near"), per=10000),
            "点阵图。参与妇女群众：近百万人。一点代表1万人。“近”表示实际比所写的略少。",
        ),
        (
            chart("dots", series(120, ("", "120", "个")), title="120个乡镇（街道），120位妇联主席"),
            "点阵图，120个乡镇（街道），120位妇联主席。120个。",
        ),
        (
            chart(
                "pictogram",
                series(2900, ("", "2900", "余期"), "", "over"),
                title="一屏代表100期",
                per=100,
                icon="screen",
            ),
            "象形图，一屏代表100期。2900余期。“余”表示实际比所写的多。",
        ),
        (
            chart(
                "warp",
                series(100000, ("", "10", "万余人"), "就业服务", "over"),
                series(50000, ("近", "5", "万人"), "技能培训", "near"),
                series(30000, ("", "3", "万多名"), "站点带动", "over"),
                per=1000,
            ),
            "经线图。就业服务：10万余人；技能培训：近5万人；站点带动：3万多名。一线代表1000人。"
            "“余”“多”表示实际比所写的多；“近”表示实际比所写的略少。",
        ),
        (
            chart("courtyards", series(50000, ("", "5", "万余户"), "挂牌，一院代表1000户", "over"), per=1000),
            "院落图。挂牌，一院代表1000户：5万余户。“余”表示实际比所写的多。",
        ),
        (
            chart("flower", replace(series(943, ("", "943", "个")), fact="三新组织")),
            "花形图。三新组织：943个。",
        ),
        (
            chart("bar", series(6600000, ("", "660", "万元"), "助学金"), title="募集（万元）", per=10000),
            "条形图，募集（万元）。助学金：660万元。",
        ),
    ],
)
def test_a_chart_in_words(given: Chart, said: str) -> None:
    assert describe(given) == said


@pytest.mark.parametrize(
    ("figure", "unit"),
    [
        (("", "20", "余万人次"), "人次"),
        (("", "265.8", "万元"), "元"),
        (("", "25", "亿元"), "元"),
        (("", "70", "%以上"), "%"),
        (("", "3", "万多名"), "名"),
        (("近", "百万", "人"), "人"),
        (("", "12", "千米"), "千米"),
        (("", "2.5", "百分点"), "百分点"),
        (("", "2000", "余场（次）"), "场（次）"),
        (("", "943", ""), ""),
        (("", "全覆盖", ""), ""),
    ],
)
def test_what_a_figure_counts(figure: tuple[str, str, str], unit: str) -> None:
    assert unit_of(Figure(*figure)) == unit


LONG = {
    f"{year}年": value for year, value in zip(range(2010, 2022), (5, 4, 6, 7, 9, 8, 3, 7, 8, 9, 11, 10), strict=True)
}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            table("column", {"人次": {"2023": 5, "2024": 7, "2025": None}}, "人次", title="培训", highlight="2024"),
            "柱形图，培训。2023：5人次；2024：7人次。突出的是2024。",
        ),
        (
            table("line", {"甲": LONG}, "场", title="各年场次"),
            "折线图，各年场次。共12项，从2010年的5场到2021年的10场，最高是2020年的11场，最低是2016年的3场。",
        ),
        (
            table("stacked", {"入户": {"甲区": 52, "乙区": 44}, "到站": {"甲区": 48, "乙区": 56}}, "%"),
            "堆积条形图。入户，甲区：52%；乙区：44%；到站，甲区：48%；乙区：56%。",
        ),
        (
            table("waterfall", {"额": {"期初": "近40", "拨款": "22余", "期末": 62}}, "万元", title="瀑布"),
            "瀑布图，瀑布。期初：近40万元；拨款：22余万元；期末：62万元。“余”表示实际比所写的多；“近”表示实际比所写的略少。",
        ),
        (
            table("scatter", {"收入": {"甲": 2, "乙": 4}, "存款": {"甲": 8, "乙": 9}}, "万元", title="散点"),
            "散点图，散点。甲：收入2万元、存款8万元；乙：收入4万元、存款9万元。",
        ),
        (
            table("column", {"a": {"PM$_{2.5}$": 35, "O$_3$": 8}}, "", title="浓度"),
            "柱形图，浓度。PM_{2.5}：35；O_3：8。",
        ),
    ],
)
def test_a_chart_of_a_table_in_words(given: Chart, said: str) -> None:
    assert describe(given) == said


def test_what_the_foot_of_a_chart_says_is_said_too() -> None:
    assert describe(BARS, ["缺2022年的数"]).endswith("缺2022年的数。")
