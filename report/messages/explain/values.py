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
    "foreign-failed": Explained(
        "图形自己的程序出了错（没有的图片、除以零……），报告没有排。",
        "The drawing's own program failed (a picture that is not there, a division by zero), so nothing was built.",
        "flowables={'章': lambda: Image('nope.png')}",
        "flowables={'章': lambda: Image('seal.png')}",
    ),
    "not-a-flowable": Explained(
        "flowables 里给的是 ReportLab 的 Flowable，或做出一个来的函数；图片、字节、网址都不是。",
        "Flowables of ReportLab, or functions that make one; neither pictures nor bytes nor addresses.",
        "report.build('report.yaml', flowables={'章': 'seal.png'})",
        "report.build('report.yaml', flowables={'章': lambda: QrCode('https://example.org')})",
    ),
    "unknown-flowable": Explained(
        "正文里的名字要和 flowables 里给的一样。",
        "The name in the body must be one of those that were handed over.",
        "正文: [{外来图形: {名: 公章, 替代: 公章}}]    # flowables={'章': …}",
        "正文: [{外来图形: {名: 章, 替代: 公章}}]",
    ),
    "no-flowables": Explained(
        "外来图形是 Python 程序画的，命令行里没有人画它。",
        "A program draws it, and on the command line there is none.",
        "banxin build report.yaml    # 正文里有 外来图形",
        "report.build('report.yaml', flowables={'章': seal})",
    ),
    "not-a-frame": Explained(
        "tables 里给的是 pandas 或 polars 的 DataFrame；别的数据先变成它。",
        "The tables are DataFrames of pandas or polars; turn other data into one first.",
        "report.build('report.yaml', tables={'培训': [[2024, 318]]})",
        "report.build('report.yaml', tables={'培训': pandas.DataFrame({'年份': [2024], '场次': [318]})})",
    ),
}
