"""What problems of values that a program hands over mean."""

from __future__ import annotations

from collections.abc import Mapping

from report.messages.explain.row import Explained

ROWS: Mapping[str, Explained] = {
    "value-kind": Explained(
        "从 Python 给的值要和稿子里能写的一样：文字、数、日期、真假、空，或由它们组成的映射和列表。",
        "Values from Python are those that a report can say: text, numbers, dates, flags, nothing, maps and lists.",
    ),
    "not-a-frame": Explained(
        "tables 里给的是 pandas 或 polars 的 DataFrame；别的数据先变成它。",
        "The tables are DataFrames of pandas or polars; turn other data into one first.",
    ),
}
