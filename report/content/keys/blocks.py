"""The blocks of a body: the single key of each item, in both languages."""

from __future__ import annotations

from report.named import NamedTuple


class BlockKey(NamedTuple):
    """A block: its two names, the shape of its map form ("" = none), and what else its body may be.

    `short` is text or items (a text or a list stands for the map's `short_key`), or "".
    """

    name: str
    zh: str
    shape: str = ""
    short: str = ""
    short_key: str = ""


BLOCKS: tuple[BlockKey, ...] = (
    BlockKey("page", "页", "page"),
    BlockKey("cover", "封面", "cover"),
    BlockKey("title-page", "扉页", "title-page"),
    BlockKey("imprint", "版权", "", "rows"),
    BlockKey("contents", "目录", "contents"),
    BlockKey("preface", "前言", "matter", "text", "text"),
    BlockKey("closing", "结语", "matter", "text", "text"),
    BlockKey("chapter", "章", "chapter", "text", "title"),
    BlockKey("section", "节", "section", "text", "title"),
    BlockKey("subsection", "小节", "section", "text", "title"),
    BlockKey("text", "段", "text", "text", "text"),
    BlockKey("points", "要点", "points", "items", "items"),
    BlockKey("kpi", "数卡", "cards", "items", "items"),
    BlockKey("kpi-wall", "数墙", "cards", "items", "items"),
    BlockKey("chart", "图表", "chart"),
    BlockKey("table", "表格", "table"),
    BlockKey("topic", "专题", "topic"),
    BlockKey("quote", "引文", "quote", "text", "text"),
    BlockKey("timeline", "时间线", "events", "items", "items"),
    BlockKey("photo", "图片", "photo"),
    BlockKey("gallery", "图集", "gallery"),
    BlockKey("two-columns", "两栏", "columns", "columns"),
    BlockKey("three-columns", "三栏", "columns", "columns"),
    BlockKey("profile", "人物", "profile"),
    BlockKey("honours", "荣誉", "honours"),
    BlockKey("callout", "提示", "text", "text", "text"),
    BlockKey("map", "地图", "map"),
    BlockKey("steps", "步骤", "steps", "items", "items"),
    BlockKey("year-wheel", "年轮", "wheel"),
    BlockKey("derived", "派生", "derived"),
    BlockKey("barcode", "条码", "barcode", "text", "number"),
    BlockKey("code", "代码", "code", "text", "verbatim"),
    BlockKey("flowable", "外来图形", "flowable", "text", "name"),
    BlockKey("appendix", "附录", "appendix"),
    BlockKey("attachment", "附件", "attachment", "text", "file"),
    BlockKey("break", "分页", "break"),
    BlockKey("blank", "空白", "blank"),
    BlockKey("back-cover", "封底", "back-cover"),
    BlockKey("include", "引用文件", "", "path"),
)
"""Blocks of a body: the single key of each item."""

OUTER = frozenset(
    {
        "page",
        "cover",
        "title-page",
        "preface",
        "closing",
        "chapter",
        "appendix",
        "attachment",
        "break",
        "blank",
        "back-cover",
        "include",
    }
)
"""Blocks that stand in the body itself, not inside a region or another block."""
