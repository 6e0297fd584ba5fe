"""What problems of values that a program hands over mean."""

from __future__ import annotations

from collections.abc import Mapping

from report.messages.explain.row import Explained

ROWS: Mapping[str, Explained] = {
    "value-kind": Explained(
        "从 Python 给的值要和稿子里能写的一样：文字、数、日期、真假、空，或由它们组成的映射和列表。",
        "Values from Python are those that a report can say: text, numbers, dates, flags, nothing, maps and lists.",
        "report.build({'正文': [{'段': 文件对象}]})",
        "report.build({'正文': [{'段': '五年里办了三件事。'}]})",
    ),
    "not-a-frame": Explained(
        "tables 里给的是 pandas 或 polars 的 DataFrame；别的数据先变成它。",
        "The tables are DataFrames of pandas or polars; turn other data into one first.",
        "report.build('report.yaml', tables={'培训': [[2024, 318]]})",
        "report.build('report.yaml', tables={'培训': pandas.DataFrame({'年份': [2024], '场次': [318]})})",
    ),
}
