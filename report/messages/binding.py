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
    "cover-unbound": Message(
        "“封面另出”要有装订",
        "a `separate-cover` needs a binding",
        "请在版面里写“装订: 胶订”或“骑马订”；公文附件没有封面，删去这一项",
        "write `binding: perfect` or `saddle-stitch` in the sheet; an attachment has no cover",
    ),
    "cover-alone": Message(
        "共 {pages} 面，除去封面四面就没有内文了",
        "there are {pages} pages: without the four of the cover nothing is left",
        "“封面另出”至少要 {least} 面；不另出就删去这一项",
        "a `separate-cover` needs {least} pages at least; remove it, or add pages",
    ),
    "no-front-cover": Message(
        "封面要另出或不编页，第一面却不是封面",
        "the cover is to be separate or not counted, but the first page is none",
        "请让“封面”（或封面版式的“页”）排在正文最前面",
        "let `cover` (or a composed page) be the first block of the body",
    ),
    "no-back-cover": Message(
        "封面要另出或不编页，最后一面却不是封底",
        "the cover is to be separate or not counted, but the last page is no back cover",
        "请让“封底”（或封底版式的“页”）排在正文最后面",
        "let `back-cover` (or a composed page) be the last block of the body",
    ),
    "spine-unknown": Message(
        "算不出书脊的厚",
        "the width of the spine cannot be worked out",
        "请写 印刷: {{纸张: 双胶纸, 克重: 100g}}，或直接写“书脊: 5.8mm”",
        "write printing: {{paper: offset, weight: 100g}}, or the `spine` itself",
    ),
    "spine-narrow": Message(
        "书脊 {width} mm，不到 {least} mm，没有印书脊字",
        "the spine of {width} mm is narrower than {least} mm and has no words",
        "要印书脊字，请用厚一些的纸或增加页数",
        "to have them, use thicker paper or more pages",
    ),
    "spine-long": Message(
        "书名“{title}”在书脊上排不下，没有印",
        "the title {title} does not fit the spine and was left out",
        "书脊上只有 {room} mm 长；请用短一些的标题",
        "there are {room} mm on it; use a shorter title",
    ),
    "flap-wide": Message(
        "勒口 {flap} mm 比封面 {width} mm 还宽",
        "a flap of {flap} mm is wider than the cover of {width} mm",
        "一般 60 到 100 mm",
        "60 to 100 mm is usual",
    ),
    "barcode-check": Message(
        "条码“{text}”的校验码不对",
        "the check digit of {text} is wrong",
        "请核对；前面的数字若没错，应是 {right}",
        "check the number; if all other digits are right, it is {right}",
    ),
    "barcode-old": Message(
        "“{text}”是 10 位的旧书号，印不成条码",
        "{text} is an ISBN of ten digits, which no barcode holds",
        "请写 13 位的：{right}",
        "write the one of thirteen: {right}",
    ),
    "barcode-digits": Message(
        "条码“{text}”应是 13 位数字，现在是 {right} 位",
        "a barcode has 13 digits, {text} has {right}",
        "请照书号或商品条码写全，如 978-7-5000-1234-4；期刊写 977 开头的",
        "write the whole ISBN or EAN, such as 978-7-5000-1234-4; of a periodical the one with 977",
    ),
    "barcode-add-on": Message(
        "附加码“{text}”应是 2 位或 5 位数字",
        "the add-on {text} must have 2 or 5 digits",
        "期刊写两位期号，如 03；图书写五位",
        "two for the issue of a periodical, such as 03; five for a book",
    ),
    "barcode-scale": Message(
        "条码放大 {text} 超出 {least} 到 {most}",
        "the scale {text} of a barcode is not between {least} and {most}",
        "请写 0.8 到 2 之间的数，一般是 1",
        "write a number between 0.8 and 2, usually 1",
    ),
    "quiet-zone": Message(
        "条码或二维码的静区里有别的东西[[：{by}]]，伸进 {over} mm",
        "something stands in the quiet zone of a code[[: {by}]], by {over} mm",
        "请把它移开，否则扫不出来",
        "move it away, or the code will not scan",
    ),
    "quiet-edge": Message(
        "条码或二维码超出页边 {over} mm",
        "a code reaches {over} mm over the edge of the page",
        "请往里移，或缩小一些",
        "move it in, or make it smaller",
    ),
    "creep-unknown": Message(
        "要补爬移，可不知道纸有多厚",
        "creep is to be compensated, but the thickness of the paper is not known",
        "请在印刷里写“纸张”和“克重”，或“纸厚: 0.12mm”",
        "write `paper` and `weight`, or `thickness: 0.12mm`",
    ),
}
