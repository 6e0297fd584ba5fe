"""The shape of a row of the message table."""

from __future__ import annotations

from report.named import NamedTuple


class Message(NamedTuple):
    """What one problem code says, with {blanks} that the problem's values fill; the hint says what to write instead."""

    zh: str
    en: str
    zh_hint: str = ""
    en_hint: str = ""


def placed(rows: dict[str, Message]) -> dict[str, Message]:
    """The rows of what is found in a PDF: where on the page it is, and on which pages it is found again."""
    return {
        code: Message(
            f"{row.zh}[[，距成品左、上 {{at}}]][[，另见第 {{others}} 页]]",
            f"{row.en}[[, {{at}} from left and top of the trim]][[, also on pages {{others}}]]",
            row.zh_hint,
            row.en_hint,
        )
        for code, row in rows.items()
    }
