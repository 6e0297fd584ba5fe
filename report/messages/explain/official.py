"""Explanations of what can be wrong with an official document's own particulars."""

from __future__ import annotations

from report.messages.explain.row import Explained

ROWS: dict[str, Explained] = {
    "document-number": Explained(
        "发文字号由机关代字、年份、顺序号组成。年份标全称，用六角括号〔〕；顺序号不加“第”，不编虚位（1 不编 01）。"
        "写法不一，档案系统就对不上。",
        "The number of an official document is the office's code, the full year in hexagonal brackets, and the serial "
        "number bare, without leading noughts. Archives find documents by it.",
        "文档: {编号: a, 标题: 五年一览, 日期: 2026-01-21, 发文字号: '国办发[2026]第03号'}",
        "文档: {编号: a, 标题: 五年一览, 日期: 2026-01-21, 发文字号: 国办发〔2026〕3号}",
    ),
}
