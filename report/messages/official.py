"""What problems of an official document's own particulars say."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "document-number": Message(
        "发文字号“{text}”不合公文格式",
        "the document number {text} is not written as GB/T 9704 has it",
        "应写成“{wanted}”：年份四位、用六角括号〔〕，序号不加“第”、不编虚位",
        "write {wanted}: the year of four digits in 〔〕, the serial number bare, without leading noughts",
    ),
}
