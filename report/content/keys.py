"""Every key and word of the authoring format, once, in both languages: what a map may hold and what each value must be.

Names depend on where they stand (正文 is the body of a report and a text style of a theme), so the tables are keyed by
context. The loader, its hints and later the schema for editors all read these rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Key(NamedTuple):
    """A key of a map: canonical English name, Chinese name, what its value must be, and whether it must be there.

    `kind`: text, prose (paragraphs), line (prose of one paragraph), number, flag, list, map, any, blocks, or word:TABLE
    for a word of a table below.
    """

    name: str
    zh: str
    kind: str = "text"
    required: bool = False


REQUIRED = True

SHAPES: Mapping[str, tuple[Key, ...]] = {
    "report": (
        Key("format", "格式", "number", REQUIRED),
        Key("document", "文档", "map", REQUIRED),
        Key("sheet", "版面", "map"),
        Key("fact-table", "事实表"),
        Key("facts", "事实", "map"),
        Key("body", "正文", "list", REQUIRED),
        Key("deliveries", "输出", "map"),
    ),
    "document": (
        Key("id", "编号", "text", REQUIRED),
        Key("title", "标题", "text", REQUIRED),
        Key("subtitle", "副题"),
        Key("body", "单位"),
        Key("date", "日期", "text", REQUIRED),
        Key("as-of", "截至"),
        Key("language", "语言"),
        Key("theme", "主题"),
        Key("keywords", "关键词", "list"),
        Key("status", "性质"),
        Key("source", "来源"),
        Key("period", "统计期"),
    ),
    "sheet": (
        Key("size", "开本", "any"),
        Key("bleed", "出血"),
        Key("safe", "安全距"),
        Key("binding", "装订", "word:binding"),
        Key("pages", "页数", "number"),
    ),
    "size": (Key("width", "宽", "text", REQUIRED), Key("height", "高", "text", REQUIRED)),
    "fact": (
        Key("name", "名"),
        Key("value", "值", "any", REQUIRED),
        Key("unit", "单位"),
        Key("approx", "约", "word:approx"),
        Key("printed", "印作"),
        Key("source", "来源"),
        Key("label", "说明"),
        Key("section", "部分"),
        Key("group", "组"),
        Key("remark", "注"),
    ),
    "page": (
        Key("template", "版式", "text", REQUIRED),
        Key("chapter", "章"),
        Key("contents", "目录"),
        Key("head", "眉"),
        Key("parameters", "参数", "map"),
        Key("regions", "区", "map"),
    ),
    "card": (
        Key("fact", "事实"),
        Key("printed", "印"),
        Key("unit", "单位"),
        Key("label", "名", "line"),
        Key("note", "注", "line"),
        Key("span", "宽", "number"),
        Key("ground", "底"),
        Key("mini", "迷你", "map"),
    ),
    "chart": (
        Key("kind", "类", "word:chart"),
        Key("title", "题", "line"),
        Key("label", "名", "line"),
        Key("fact", "事实"),
        Key("unit", "单位"),
        Key("value", "值"),
        Key("series", "项", "list"),
        Key("groups", "组", "list"),
        Key("per", "每", "number"),
        Key("icon", "形", "word:icon"),
        Key("legend", "图例", "flag"),
        Key("alt", "替代"),
    ),
    "series": (
        Key("fact", "事实"),
        Key("value", "值"),
        Key("unit", "单位"),
        Key("label", "名", "line"),
    ),
    "topic": (
        Key("title", "题", "line", REQUIRED),
        Key("claim", "标", "line"),
        Key("text", "文", "prose", REQUIRED),
        Key("aside", "旁", "blocks"),
    ),
    "quote": (Key("text", "文", "prose", REQUIRED), Key("source", "出处", "line")),
    "photo": (
        Key("file", "图", "text", REQUIRED),
        Key("focus", "焦点", "list"),
        Key("alt", "替代", "text", REQUIRED),
        Key("caption", "说明", "line"),
    ),
    "step": (Key("title", "题", "line", REQUIRED), Key("text", "文", "line", REQUIRED)),
    "wheel": (
        Key("text", "文", "line"),
        Key("nodes", "节点", "list", REQUIRED),
        Key("spans", "弧段", "list"),
        Key("span-name", "弧名", "line"),
        Key("span-note", "弧注", "line"),
        Key("months", "月", "list"),
    ),
    "node": (
        Key("date", "时", "text", REQUIRED),
        Key("name", "名", "line", REQUIRED),
        Key("note", "注", "line"),
        Key("colour", "色"),
    ),
    "span": (
        Key("first", "起", "number", REQUIRED),
        Key("last", "止", "number", REQUIRED),
        Key("name", "名", "line"),
    ),
    "derived": (
        Key("label", "名", "line", REQUIRED),
        Key("formula", "式", "text", REQUIRED),
        Key("unit", "单位"),
        Key("printed", "印作"),
    ),
    "contents": (),
    "delivery": (Key("standards", "标准", "any"), Key("condition", "色彩")),
}
"""What each kind of map may hold."""

BLOCKS: tuple[Key, ...] = (
    Key("page", "页", "map"),
    Key("text", "段", "prose"),
    Key("kpi", "数卡", "list"),
    Key("kpi-wall", "数墙", "list"),
    Key("chart", "图表", "map"),
    Key("topic", "专题", "map"),
    Key("quote", "引文", "map"),
    Key("photo", "图片", "map"),
    Key("steps", "步骤", "list"),
    Key("year-wheel", "年轮", "map"),
    Key("contents", "目录", "map"),
    Key("imprint", "版权", "map"),
    Key("derived", "派生", "map"),
)
"""Blocks of a body: the single key of each item."""

WORDS: Mapping[str, Mapping[str, str]] = {
    "binding": {"骑马订": "saddle-stitch", "胶订": "perfect", "锁线": "sewn", "无": "none"},
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
    },
    "icon": {"人": "person", "屏": "screen", "信": "envelope"},
    "delivery": {"印厂": "press", "公文": "office", "网阅": "screen"},
    "format": {"数": "number", "单位": "unit", "年月日": "date", "年月": "month"},
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
