"""What is wrong with values that a program hands over."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "value-kind": Message(
        "这里不能放 {kind}",
        "a {kind} cannot stand here",
        "请给文字、数、日期、真假或空，或映射和列表",
        "give text, a number, a date, true or false, nothing, a map or a list",
    ),
    "not-a-frame": Message(
        "{kind} 不是数据表",
        "a {kind} is no frame",
        "请给 pandas 或 polars 的 DataFrame",
        "give a DataFrame of pandas or polars",
    ),
}
