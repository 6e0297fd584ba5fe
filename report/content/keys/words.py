"""Words that stand for one of a few things, in both languages, and the sizes of paper by name."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "binding": {"骑马订": "saddle-stitch", "胶订": "perfect", "锁线": "sewn", "无": "none"},
    "paper": {
        "双胶纸": "offset",
        "书写纸": "writing",
        "轻型纸": "light",
        "纯质纸": "natural",
        "新闻纸": "newsprint",
        "铜版纸": "gloss",
        "哑粉纸": "matt",
        "白卡纸": "board",
    },
    "approx": {
        "确数": "exact",
        "余": "over",
        "多": "over",
        "以上": "over",
        "近": "near",
        "不足": "near",
        "取整": "rounded",
        "左右": "rounded",
        "约": "rounded",
        "说法": "claim",
    },
    "chart": {
        "花": "flower",
        "点阵": "dots",
        "方格": "squares",
        "象形": "pictogram",
        "编织": "weave",
        "经线": "warp",
        "声波": "wave",
        "灯": "lanterns",
        "院": "courtyards",
        "网": "net",
        "环": "ring",
        "占比条": "proportion",
        "条形": "bar",
        "柱形": "column",
        "分组": "grouped",
        "堆积": "stacked",
        "折线": "line",
        "面积": "area",
        "点": "dot",
        "点图": "dot-plot",
        "坡度": "slope",
        "金字塔": "pyramid",
        "瀑布": "waterfall",
        "散点": "scatter",
        "小多图": "multiples",
        "雷达": "radar",
    },
    "icon": {"人": "person", "屏": "screen", "信": "envelope"},
    "delivery": {"印厂": "press", "公文": "office", "网阅": "screen"},
    "printer-mark": {
        "裁切": "crop",
        "折线": "fold",
        "套准": "registration",
        "色条": "colour-bar",
        "说明": "slug",
    },
    "format": {
        "数": "number",
        "单位": "unit",
        "年月日": "date",
        "年月": "month",
        "汉字": "han",
        "亿元": "hundred-million-yuan",
        "万元": "ten-thousand-yuan",
        "元": "yuan",
        "亿": "hundred-million",
        "万": "ten-thousand",
        "千分": "thousands",
        "大写": "capitals",
        "百分": "percent",
        "位": "places",
    },
    "function": {
        "合计": "sum",
        "平均": "mean",
        "最大项": "top",
        "最小项": "bottom",
        "最大": "max",
        "最小": "min",
        "排名": "rank",
        "计数": "count",
        "同比": "year-on-year",
        "环比": "period-on-period",
        "占比": "share",
        "百分点差": "points-difference",
        "倍": "times",
    },
    "type": {"年": "year", "整数": "integer", "小数": "decimal", "文本": "text", "日期": "date", "百分": "percent"},
    "mark": {
        "着重": "dots",
        "专名": "name",
        "书名": "book",
        "上标": "super",
        "下标": "sub",
        "字距": "tracking",
        "人名": "person",
    },
    "strictness": {"严格": "strict", "提醒": "remind", "关": "off"},
    "allow": {"年份": "years", "序号": "ordinals", "专名": "names"},
    "severity": {"错误": "error", "警告": "warning", "提示": "notice"},
    "align": {"左": "left", "中": "centre", "右": "right", "小数点": "decimal"},
    "appendix": {"来源表": "sources", "名词表": "terms", "人名表": "names"},
    "side": {"右页": "recto", "左页": "verso", "新页": "any"},
}
"""Words that stand for one of a few things; the value is the canonical name, which is also the English word.

For approximations several words mean one thing; the word itself stays in the printed form.
"""


def canonical(table: str, word: str) -> str | None:
    """The canonical name of a word of a table, in either language; None for a stranger."""
    words = WORDS[table]
    if word in words:
        return words[word]
    return word if word in words.values() else None


SIZES: Mapping[str, tuple[float, float]] = {
    "大度16开": (210, 285),
    "正度16开": (185, 260),
    "大度32开": (140, 203),
    "正度32开": (130, 184),
    "大度8开": (285, 420),
    "A3": (297, 420),
    "A4": (210, 297),
    "A5": (148, 210),
    "B5": (176, 250),
}
"""Finished sizes by name, width and height in mm; 大度 from a sheet of 889 × 1194 mm, 正度 from 787 × 1092 mm."""
