"""What problems of the check say that every build makes of its own pages and of what it writes."""

from __future__ import annotations

from report.messages.row import Message

TERMS: dict[str, Message] = {
    "@run": Message("文字", "text"),
    "@picture": Message("图片", "a picture"),
    "@foreign": Message("外来图形", "a foreign drawing"),
    "@guestpage": Message("附件的页", "a page of an attachment"),
    "@vector": Message("矢量图", "a vector drawing"),
    "@rgb": Message(" RGB 颜色", "RGB colours"),
    "@links": Message("链接", "links"),
    "@attachments": Message("附带的文件", "attached files"),
}
"""Kinds of things on a page and in a file."""
OTHERS_ZH, OTHERS_EN = "[[，另见第 {others} 页]]", "[[, also on pages {others}]]"


def _paged(zh: str, en: str, zh_hint: str, en_hint: str) -> Message:
    """A row of what is found on pages: the text it is found at, and the other pages."""
    return Message(f"[[“{{text}}”：]]{zh}{OTHERS_ZH}", f"[['{{text}}': ]]{en}{OTHERS_EN}", zh_hint, en_hint)


PAGES: dict[str, Message] = {
    "type-near-trim": _paged(
        "文字离裁切线 {room} mm，不到 {least} mm",
        "text is {room} mm from the trim, less than {least} mm",
        "请往里移或改短，免得被裁掉",
        "move it inwards or shorten it, or it may be cut",
    ),
    "type-many-inks": _paged(
        "{size} 磅的小字用了 {colour}，最多 {most} 种油墨",
        "small type of {size} pt is printed in {colour}, {most} inks at most",
        "请在主题里换成单黑或两色，或放大到 9 磅",
        "use black or two inks in the theme, or 9 pt",
    ),
    "type-rich-black": _paged(
        "{size} 磅的黑字用了 {colour}",
        "black type of {size} pt is printed in {colour}",
        "请在主题里改成 [0, 0, 0, 100]，多色黑的小字套不准",
        "use [0, 0, 0, 100] in the theme: plates are never quite in register",
    ),
    "colour-over-ink": _paged(
        "颜色 {colour} 共 {total}% 油墨，纸只吃得下 {limit}%",
        "the colour {colour} has {total}% ink, the paper takes {limit}%",
        "请在主题或图表的颜色里减墨",
        "use less ink in the colours of the theme or chart",
    ),
    "spot-undeclared": _paged(
        "用了没有写明的专色 {name}",
        "the spot ink {name} is used but not declared",
        "请在输出里写 专色，或改用四色",
        "name it in the delivery's spots, or use process inks",
    ),
    "line-too-thin": _paged(
        "线只有 {width} 磅粗，晒版会断",
        "a line of {width} pt breaks on the plate",
        "至少 0.25 磅",
        "use 0.25 pt at least",
    ),
    "content-unmarked": _paged(
        "{what}没有放进任何结构，读屏软件读不到",
        "{what} belongs to no structure element, and no screen reader finds it",
        "请放进有标签的元素，或标成装饰",
        "put it into an element, or mark it as an artifact",
    ),
    "figure-without-alt": _paged(
        "{role} 没有替代文字",
        "a {role} has no alternative text",
        "请给图写“替代”",
        "give the figure a description (alt)",
    ),
    "page-boxes": _paged(
        "页面框不对：成品 {size} mm，出血 {bleed} mm",
        "the boxes of the page do not nest: trim {size} mm, bleed {bleed} mm",
        "尺寸要大于 0，出血不能是负数",
        "sizes are above 0, the bleed is never negative",
    ),
    "bleed-short": _paged(
        "出血只有 {bleed} mm，印刷至少 3 mm",
        "the bleed is {bleed} mm, print needs 3 mm",
        "请写 版面: {{出血: 3mm}}",
        "write sheet: {{bleed: 3mm}}",
    ),
}
"""Of pages as they are laid out."""

WRITTEN: dict[str, Message] = {
    "colour-space-written": _paged(
        "页面里写进了 {space} 颜色，{standards} 不允许",
        "the page sets colours in {space}, against {standards}",
        "外来图形请用 setFillColor 一类的方法设色",
        "let foreign drawings set colours with setFillColor and the like",
    ),
    "code-unmarked": _paged(
        "有内容画在标签之外，{standards} 不允许",
        "something is painted outside of all marks, against {standards}",
        "外来图形里不要结束标记",
        "let no foreign drawing end a mark",
    ),
    "code-broken": _paged(
        "页面内容不成对或数不对：{what}",
        "the code of the page is out of balance: {what}",
        "外来图形里 saveState 与 restoreState 要成对，坐标要是数",
        "pair saveState with restoreState in foreign drawings, and let coordinates be numbers",
    ),
    "black-knocks-out": _paged(
        "有黑字没有叠印",
        "black text knocks out instead of overprinting",
        "外来图形的黑字请用 drawString 或 drawText 画",
        "draw black text with drawString or drawText",
    ),
    "white-overprints": _paged(
        "有白字设了叠印，印出来看不见",
        "white text overprints, and vanishes in print",
        "外来图形里请关掉叠印",
        "switch overprint off in the foreign drawing",
    ),
    "font-not-embedded": Message(
        "字体 {name} 没有嵌入，{standards} 不允许",
        "the font {name} is not embedded, against {standards}",
        "请换一款字体，或重新安装字体文件",
        "use another font, or install its file again",
    ),
    "glyph-without-text": Message(
        "字体 {name} 有 {count} 个字形没有对应的文字（{shown}），{standards} 不允许",
        "{count} glyphs of the font {name} stand for no text ({shown}), against {standards}",
        "请删去稿子里看不见的控制字符",
        "remove invisible control characters from the text",
    ),
    "entry-forbidden": Message(
        "文件里有{what}，{standards} 不允许",
        "the file holds {what}, against {standards}",
        "请去掉它，或不用这个标准",
        "take it away, or do without the standard",
    ),
    "structure-misplaced": _paged(
        "结构 {role} 放在了 {parent} 里",
        "a {role} stands in a {parent}",
        "表格、列表、目录的结构要一层套一层",
        "tables, lists and contents nest in their own order",
    ),
    "head-cell-unscoped": _paged(
        "表头格没有说管行还是管列",
        "a head cell does not say whether it heads a row or a column",
        "请给 TH 写 Scope",
        "give the TH a Scope",
    ),
}
"""Of what stands in the file."""

ROWS = {**PAGES, **WRITTEN}
