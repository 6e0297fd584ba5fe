"""What problems of wording and of rewriting a report say, and the words of the commands that rewrite."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "house-word": Message(
        "“{word}”不合用语表[[：{reason}]]",
        "{word} is not house wording[[: {reason}]]",
        "[[应写成“{instead}”；]]用语表在“核对”的“用语”里",
        "[[write {instead}; ]]the list is in `check`, `wording`",
    ),
    "rewrite-shared": Message(
        "“{text}”由锚在几处共用，各处要改成的不同",
        "{text} is shared by an anchor, and its uses would change differently",
        "请把它们分开写，再转换",
        "write them out and convert again",
    ),
}
