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
    "closing-blanks": Message(
        "书末加了 {count} 面空白，凑成 {pages} 面",
        "{count} blank pages close the book, to make {pages}",
        "不想要空白，请增减内容，或写“页数”让版心松紧",
        "to do without, add or remove content, or ask for a number of `pages`",
    ),
    "pages-fitted": Message(
        "为合 {pages} 面：行距 {leading}%，字距 {tracking}%，图高 {pictures}%，块间 {spacing}%",
        "to come to {pages} pages: leading {leading}%, tracking {tracking}%, pictures {pictures}%, spacing {spacing}%",
        "不想这样，请增减内容，或删去“页数”",
        "to do without, change the content or leave out `pages`",
    ),
    "fit-cut": Message(
        "收到最紧仍比 {wanted} 面多 {over} 面；第 {at} 页上从这一块起有 {height} mm（{count} 字），删去可省 {saved} 面",
        "{over} pages over {wanted} at its tightest: {height} mm ({count} letters) from here, page {at}, fill {saved}",
        "在它前后删去这么多；或改“页数”",
        "cut so much here or before it, or change `pages`",
    ),
    "stitch-too-thick": Message(
        "骑马订 {pages} 面太厚：[[{weight} g 的纸]]至多 {most} 面",
        "{pages} pages are too many for a saddle stitch: at most {most}[[ of {weight} g paper]]",
        "请改“装订: 胶订”，或用薄一些的纸、减页数",
        "bind it `perfect`, use lighter paper, or fewer pages",
    ),
}
