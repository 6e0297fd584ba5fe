"""What each kind of map may hold: one row a key, in both languages."""

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
        Key("data", "数据", "map"),
        Key("fact-table", "事实表", "any"),
        Key("facts", "事实", "map"),
        Key("check", "核对", "map"),
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
    "data": (
        Key("file", "文件"),
        Key("sheet", "表"),
        Key("range", "区域"),
        Key("head", "表头", "number"),
        Key("key", "键"),
        Key("columns", "列", "map"),
        Key("database", "库"),
        Key("query", "查询"),
        Key("unit", "单位", "map"),
        Key("source", "来源"),
    ),
    "fact-table": (
        Key("file", "文件", "text", REQUIRED),
        Key("sheet", "表"),
        Key("range", "区域"),
        Key("head", "表头", "number"),
    ),
    "check": (
        Key("figures", "数字", "word:strictness"),
        Key("allow", "放行", "list"),
        Key("equations", "等式", "list"),
        Key("wording", "用语", "any"),
    ),
    "wording": (
        Key("word", "词", "text", REQUIRED),
        Key("instead", "改为"),
        Key("reason", "因"),
        Key("severity", "级", "word:severity"),
    ),
    "fact": (
        Key("name", "名"),
        Key("value", "值", "any", REQUIRED),
        Key("unit", "单位"),
        Key("approx", "约", "word:approx"),
        Key("printed", "印作"),
        Key("source", "来源"),
        Key("as-of", "截至"),
        Key("decimals", "小数", "number"),
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
        Key("data", "数据"),
        Key("x", "横"),
        Key("y", "纵", "any"),
        Key("highlight", "强调"),
        Key("source", "来源"),
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
        Key("data-table", "数据表", "flag"),
        Key("alt", "替代"),
        Key("reference", "参照", "map"),
    ),
    "series": (
        Key("fact", "事实"),
        Key("value", "值"),
        Key("unit", "单位"),
        Key("label", "名", "line"),
        Key("group", "组"),
    ),
    "topic": (
        Key("title", "题", "line", REQUIRED),
        Key("claim", "标", "line"),
        Key("text", "文", "prose", REQUIRED),
        Key("aside", "旁", "blocks"),
    ),
    "axis": (Key("column", "列", "text", REQUIRED), Key("unit", "单位"), Key("label", "名", "line")),
    "cover": (
        Key("file", "图"),
        Key("focus", "焦点", "list"),
        Key("slogan", "标语", "line"),
        Key("logo", "标志"),
        Key("alt", "替代"),
    ),
    "title-page": (
        Key("title", "题", "line"),
        Key("subtitle", "副题", "line"),
        Key("body", "单位", "line"),
        Key("date", "日期"),
    ),
    "matter": (Key("title", "题", "line"), Key("text", "文", "prose", REQUIRED)),
    "chapter": (
        Key("title", "题", "line", REQUIRED),
        Key("kicker", "眉题", "line"),
        Key("file", "底图"),
        Key("alt", "替代"),
    ),
    "section": (Key("title", "题", "line", REQUIRED),),
    "text": (Key("text", "文", "prose", REQUIRED),),
    "points": (Key("items", "项", "list", REQUIRED), Key("numbered", "编号", "flag")),
    "cards": (Key("items", "项", "list", REQUIRED),),
    "events": (Key("items", "项", "list", REQUIRED),),
    "steps": (Key("items", "项", "list", REQUIRED),),
    "table": (
        Key("title", "题", "line"),
        Key("data", "数据", "text", REQUIRED),
        Key("columns", "列", "list"),
        Key("group", "组"),
        Key("total", "合计", "flag"),
        Key("continued", "续表", "flag"),
        Key("landscape", "横向", "flag"),
        Key("note", "注", "prose"),
        Key("source", "来源"),
        Key("beside", "题旁", "line"),
    ),
    "column": (
        Key("column", "列", "text", REQUIRED),
        Key("label", "名", "line"),
        Key("align", "齐", "word:align"),
        Key("decimals", "小数", "number"),
        Key("unit", "单位"),
        Key("width", "宽"),
        Key("merged", "并", "flag"),
    ),
    "event": (Key("date", "时", "text", REQUIRED), Key("text", "事", "line", REQUIRED)),
    "gallery": (
        Key("photos", "图", "list", REQUIRED),
        Key("columns", "每行", "number"),
        Key("caption", "说明", "line"),
    ),
    "columns": (Key("left", "左", "blocks"), Key("middle", "中", "blocks"), Key("right", "右", "blocks")),
    "profile": (
        Key("name", "名", "text", REQUIRED),
        Key("role", "职", "line"),
        Key("file", "图"),
        Key("focus", "焦点", "list"),
        Key("text", "文", "line"),
    ),
    "honours": (Key("title", "题", "line"), Key("items", "项", "list", REQUIRED)),
    "honour": (
        Key("level", "级", "text", REQUIRED),
        Key("name", "名", "line", REQUIRED),
        Key("year", "年", "number", REQUIRED),
    ),
    "map": (
        Key("file", "底图", "text", REQUIRED),
        Key("approval", "审图号", "text", REQUIRED),
        Key("data", "数据"),
        Key("alt", "替代", "text", REQUIRED),
        Key("caption", "说明", "line"),
    ),
    "appendix": (
        Key("title", "题", "line", REQUIRED),
        Key("automatic", "自动", "word:appendix"),
        Key("text", "文", "prose"),
    ),
    "attachment": (Key("file", "文件", "text", REQUIRED), Key("title", "题", "line")),
    "break": (Key("side", "页", "word:side"),),
    "blank": (Key("pages", "数", "number"),),
    "back-cover": (Key("text", "文", "line"), Key("qr", "二维码"), Key("print-run", "印数")),
    "quote": (Key("text", "文", "prose", REQUIRED), Key("source", "出处", "line")),
    "photo": (
        Key("file", "图", "text", REQUIRED),
        Key("focus", "焦点", "list"),
        Key("alt", "替代", "text", REQUIRED),
        Key("caption", "说明", "line"),
        Key("credit", "摄影", "line"),
        Key("page", "页", "number"),
        Key("spread", "跨页", "flag"),
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
    "contents": (Key("depth", "层级", "number"), Key("charts", "图表", "flag")),
    "delivery": (
        Key("standards", "标准", "any"),
        Key("condition", "色彩"),
        Key("marks", "标记", "list"),
        Key("resolution", "图片"),
        Key("certificate", "预检单", "flag"),
        Key("spots", "专色", "list"),
        Key("theme", "版式"),
        Key("title", "题", "line"),
        Key("attachment-number", "附件号"),
        Key("first-page", "起页", "number"),
    ),
}
"""What each kind of map may hold."""

COMMON: tuple[Key, ...] = (
    Key("anchor", "号"),
    Key("only", "仅", "list"),
    Key("except", "除", "list"),
    Key("style", "样式"),
    Key("bleed", "出血", "flag"),
    Key("unsplit", "不拆", "flag"),
    Key("start", "另起", "word:side"),
)
"""What any block in the form of a map may hold besides its own keys."""
