"""What problems of the composer say."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "text-too-wide": Message(
        "“{text}”比一行还长，只好从中间断开",
        "'{text}' is longer than a line and was broken inside",
        "请改短",
        "make it shorter",
    ),
    "loose-line": Message(
        "这一行排得太松（每隙 {em} 字）：{text}…",
        "a loose line ({em} em a gap): {text}…",
        "请增删几个字",
        "add or cut a few words",
    ),
}
