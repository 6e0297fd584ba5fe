"""What problems of notes, references with pages and the index of names say."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "note-missing": Message(
        "注号 ^{mark} 没有注文",
        "the mark ^{mark} has no note",
        "请在同一段文字后面另起一行写：^{mark} 注文（表格写在“注”里）；平方、次方写 [{mark}]{{上标}}",
        "below the same text write a line `^{mark} note` (of a table in its `note`); a power is [{mark}]{{super}}",
    ),
    "note-unmarked": Message(
        "注文 ^{mark} 没有注号",
        "the note ^{mark} has no mark",
        "请在它上面的文字里写 ^{mark}，或删去这条注",
        "write ^{mark} in the text above it, or remove the note",
    ),
    "note-twice": Message(
        "注文 ^{mark} 写了两次，第 {first} 行已有",
        "the note ^{mark} is given twice, first on line {first}",
        "请给后一条另一个号",
        "give the second one another number",
    ),
    "note-mark-twice": Message(
        "注号 ^{mark} 用了两次，第 {first} 行已有",
        "the mark ^{mark} stands twice, first on line {first}",
        "一个号一条注；请另写一条",
        "one mark, one note: write another one",
    ),
    "note-not-here": Message(
        "注号 ^{mark} 所在的地方排不下脚注",
        "there is no room for a footnote where the mark ^{mark} stands",
        "请把注号移到正文里，或把注写进文字",
        "move the mark into running text, or say it in words",
    ),
    "page-without-link": Message(
        "{{页}} 不知道是哪一页",
        "{{page}} does not say of what",
        "应写成 [见第{{页}}页](#号)；总页数写 {{{{ 文档.页数 }}}}",
        "write [page {{page}}](#anchor); the number of pages is {{{{ document.pages }}}}",
    ),
    "no-names": Message(
        "人名表没有内容：没有“人物”，也没有 [张三]{{人名}}",
        "the index of names is empty: there is no `profile` and no [name]{{person}}",
        "请给人名加记号，或删去这个附录",
        "mark some names, or remove this appendix",
    ),
}
