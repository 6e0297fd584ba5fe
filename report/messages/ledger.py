"""The words of the ledger of figures: its columns, what stands behind a figure, why one was set aside."""

from __future__ import annotations

from report.messages.row import Message

LEDGER_HEAD = Message(
    "页码|文件|行|列|原文|数值|单位|结论|依据|上下文", "page|file|line|column|text|value|unit|status|source|context"
)
"""The columns of the ledger."""

STATUSES: dict[str, Message] = {
    "matched": Message("对上", "matched"),
    "referenced": Message("引用", "referenced"),
    "derived": Message("算出", "derived"),
    "unmatched": Message("没有出处", "unmatched"),
    "conflicting": Message("不符", "conflicting"),
    "ambiguous": Message("有歧义", "ambiguous"),
    "aside": Message("不计", "set aside"),
}

CLASSES: dict[str, Message] = {
    "date": Message("日期", "date"),
    "phone": Message("电话、网址", "telephone or address"),
    "ordinal": Message("序数", "ordinal"),
    "list": Message("编号", "number of an item"),
    "document": Message("文号", "number of a document"),
    "scale": Message("图例比例", "scale of a chart"),
    "measure": Message("尺寸", "measure"),
    "word": Message("词语", "word"),
    "allowed": Message("放行", "allowed"),
    "name": Message("专名", "name"),
}
"""Why a figure was set aside."""
