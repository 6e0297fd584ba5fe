"""What problems of writing the file say."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "heading-skipped": Message(
        "标题从上一级跳到了 {found}",
        "a heading jumps to {found}",
        "这里应用 {wanted}，标题不能跳级",
        "use {wanted} here; levels of headings must not be skipped",
    ),
    "foreign-font": Message(
        "外来图形用了没有嵌入的字体 {font}",
        "a foreign drawing uses the font {font}, which is not embedded",
        "可用：{all}",
        "use one of: {all}",
    ),
    "foreign-feature": Message(
        "外来图形用了文件里不能有的 {what}",
        "a foreign drawing uses {what}, which the file cannot hold",
        "请改画法，或换成图片",
        "draw it another way, or use a picture",
    ),
    "foreign-overflow": Message(
        "外来图形大 {size} 磅，版位只有 {room} 磅",
        "a foreign drawing takes {size} pt, its room is {room} pt",
        "请改小",
        "make it smaller",
    ),
}
