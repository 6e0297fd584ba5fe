"""What problems of charts say."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "chart-without-values": Message(
        "这张图里没有数", "this chart has no values", "请写“事实”或“项”", "give it a `fact` or `series`"
    ),
    "mixed-units": Message(
        "一张图里混了“{first}”和“{second}”（{figure}）",
        "one chart mixes {first} and {second} ({figure})",
        "一图一单位：请拆成两张图",
        "one unit a chart: make two charts of it",
    ),
    "negative-value": Message(
        "{figure} 是负数，图从零画起，画不了",
        "{figure} is negative, and charts are drawn from zero",
        "请换成文字或表格",
        "say it in words or in a table",
    ),
    "ring-not-share": Message(
        "环只画 0 到 100 的百分数，这里是 {figure}",
        "a ring shows a share between 0 and 100 %, this is {figure}",
        "请换成条形或点阵",
        "use bars or dots",
    ),
    "parts-of-nothing": Message(
        "占比条各项之和是零", "the parts of this bar sum to zero", "请检查各项的值", "check the values of its parts"
    ),
    "less-than-a-unit": Message(
        "{figure} 画不满一个单位（{scale}）",
        "{figure} is less than one unit of the chart ({scale})",
        "请把“每”改小",
        "make `per` smaller",
    ),
    "too-many-units": Message(
        "要画 {count} 个单位，最多 {most} 个",
        "the value asks for {count} units, {most} is the most",
        "请把“每”改大",
        "make `per` larger",
    ),
}
