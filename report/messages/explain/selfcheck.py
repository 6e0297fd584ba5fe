"""Explanations of what a build finds wrong with its own pages, and with what it writes."""

from __future__ import annotations

from report.messages.explain.row import Explained

PAGES: dict[str, Explained] = {
    "type-near-trim": Explained(
        "裁刀有误差。离裁切线 3 mm 以内的文字会被切到，不能交付；不到报告自己定的安全距就提醒。",
        "The knife is never exact. Type within 3 mm of the trim stops the build; the report's own distance warns.",
        "at: [208, 150]",
        "at: [200, 150]",
    ),
    "type-many-inks": Explained(
        "几块版不会完全对齐。9 磅以下的字超过两种油墨就会发虚，5 磅以下只能一种。",
        "Plates are never quite in register: below 9 pt type has two inks at most, below 5 pt one.",
        "note: {size: 8, colour: [60, 40, 20, 0]}",
        "note: {size: 8, colour: [0, 0, 0, 80]}",
    ),
    "type-rich-black": Explained(
        "黑字只印一块黑版最清楚；掺了别的油墨，小字边上会有彩边。",
        "Black type is sharpest from the black plate alone. Other inks give small type a coloured rim.",
        "ink: [60, 40, 40, 100]",
        "ink: [0, 0, 0, 100]",
    ),
    "colour-over-ink": Explained(
        "油墨太多，纸吃不下，会粘脏、透印。限量由印刷条件定，一般 300%。",
        "Too much ink sets off and shows through. The printing condition says how much: 300% as a rule.",
        "night: [100, 90, 60, 80]",
        "night: [90, 70, 40, 60]",
    ),
    "spot-undeclared": Explained(
        "每种专色多一块版、多一份钱，所以输出里写明的才用。",
        "Every spot ink is a further plate and costs money, so a delivery names those it is printed with.",
        "输出: {印厂: {标准: [PDF/X-4]}}",
        "输出: {印厂: {标准: [PDF/X-4], 专色: [金]}}",
    ),
    "line-too-thin": Explained(
        "太细的线在版上会断、会丢。",
        "Lines that are too thin break on the plate.",
        "rule: {width: 0.1}",
        "rule: {width: 0.25}",
    ),
    "content-unmarked": Explained(
        "PDF/UA 里每样东西要么有标签，要么标成装饰。没有放进结构的文字，读屏软件读不到。",
        "In PDF/UA everything is tagged or an artifact. Text outside the structure is lost to screen readers.",
        "Page(1, '1', sheet, (run,))",
        "Page(1, '1', sheet, (Marked('P', (run,)),))",
    ),
    "figure-without-alt": Explained(
        "看不见图的人靠替代文字知道图上是什么。",
        "Those who cannot see a figure rely on its alternative text.",
        "- 图片: {图: 合影.jpg}",
        "- 图片: {图: 合影.jpg, 替代: 学员在活动室合影}",
    ),
    "page-boxes": Explained(
        "成品框在出血框里，出血框在介质框里，这样印厂才知道怎么裁。",
        "The trim lies in the bleed and the bleed in the medium, so that the shop knows where to cut.",
        "bleed: -3",
        "bleed: 3",
    ),
    "bleed-short": Explained(
        "颜色到边的地方要多印 3 mm 再裁，否则刀一偏就露白边。",
        "Colour that reaches the edge goes 3 mm beyond it, or paper shows when the knife is off.",
        "版面: {出血: 1mm}",
        "版面: {出血: 3mm}",
    ),
}

WRITTEN: dict[str, Explained] = {
    "colour-space-written": Explained(
        "一个文件只有一种设备颜色：印厂的是四色，屏幕的是 RGB。外来图形直接写操作符，就绕过了换色。",
        "A file has one device colour: inks for the press, RGB for screens. Raw operators bypass it.",
        "canvas.addLiteral('1 0 0 rg')",
        "canvas.setFillColor(red)",
    ),
    "code-unmarked": Explained(
        "PDF/UA 里画的每一笔都在标签或装饰之内。外来图形自己结束了标记，后面的就漏在外面。",
        "In PDF/UA every stroke lies inside a mark. A foreign drawing that ends one leaves the rest outside.",
        "canvas.addLiteral('EMC')",
        "canvas.drawString(0, 0, '甲')",
    ),
    "code-broken": Explained(
        "保存和恢复不成对，后面的内容就会画错地方；坐标不是数，整页都读不出。",
        "Where states do not pair, what follows goes astray; a coordinate that is no number makes the page unreadable.",
        "canvas.saveState()",
        "canvas.saveState(); canvas.restoreState()",
    ),
    "black-knocks-out": Explained(
        "黑字不叠印，底色上会挖出白洞，套印一偏就露白。",
        "Black text that does not overprint leaves a hole in the ground, and paper shows when plates are off.",
        "canvas.addLiteral('BT (x) Tj ET')",
        "canvas.drawString(0, 0, 'x')",
    ),
    "white-overprints": Explained(
        "白是不印油墨。白字叠印，等于什么也没印，字就没了。",
        "White is no ink. White text that overprints prints nothing at all.",
        "canvas.setFillOverprint(True)",
        "canvas.setFillOverprint(False)",
    ),
    "font-not-embedded": Explained(
        "没有嵌入的字体，到别的机器上会换成别的字。",
        "A font that is not embedded is replaced by another one elsewhere.",
        "损坏的字体文件",
        "banxin fonts check 通过的字体文件",
    ),
    "glyph-without-text": Explained(
        "每个字形都要对应文字，才能检索、复制、朗读。空字符、字节序标记不算文字。",
        "Every glyph stands for text that can be searched, copied and read aloud. A byte order mark is none.",
        "稿子里粘进来的 U+FEFF",
        "删去 U+FEFF 的稿子",
    ),
    "entry-forbidden": Explained(
        "标准不许文件里有这样东西，例如 PDF/X-4 不许有链接，PDF/A-2 不许附带文件。",
        "The standard forbids it: no links in PDF/X-4, no attached files in PDF/A-2.",
        "links=True",
        "links=False",
    ),
    "structure-misplaced": Explained(
        "读屏软件靠结构认出表格的行和格、列表的项；放错了层，就读乱了。",
        "Screen readers find rows, cells and items by the structure, and stumble where it is out of order.",
        "Marked('TD', …) 直接放在 Marked('Table', …) 里",
        "Marked('TD', …) 放在 Marked('TR', …) 里",
    ),
    "head-cell-unscoped": Explained(
        "表头格要说明管一行还是管一列，读屏软件才能读出每个数是什么。",
        "A head cell says whether it heads a row or a column, so that each figure is read with its name.",
        "Marked('TH', …)",
        "Marked('TH', …, attributes=(('Scope', 'Column'),))",
    ),
}

ROWS = {**PAGES, **WRITTEN}
