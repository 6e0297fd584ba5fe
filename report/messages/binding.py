"""What problems of paper, binding, covers and barcodes say."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "bad-weight": Message(
        "克重“{text}”看不懂",
        "`{text}` is no weight of paper",
        "请写每平方米的克数，如 100g",
        "write grams a square metre, such as 100g",
    ),
    "bad-thickness": Message(
        "纸厚“{text}”不像一张纸",
        "`{text}` is not the thickness of a leaf",
        "请写一张纸的厚，0.02mm 到 1mm，如 0.12mm",
        "write the thickness of one leaf, 0.02mm to 1mm, such as 0.12mm",
    ),
}
