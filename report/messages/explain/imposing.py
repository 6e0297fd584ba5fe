"""Explanations of what can be wrong with files that are imposed, and with how it is asked for."""

from __future__ import annotations

from report.messages.explain.row import Explained

ROWS: dict[str, Explained] = {
    "impose-unreadable": Explained(
        "下载中断或被别的程序改坏的文件，拼出来可能缺页，所以停下。",
        "A file that was cut short or damaged would lose pages on the plates.",
        "banxin impose 半截.pdf",
        "qpdf 半截.pdf 修好.pdf && banxin impose 修好.pdf",
    ),
    "impose-encrypted": Explained(
        "加密是做文件的人的意思，拼版不替他解开；印厂的制版机也不收加密文件。",
        "Encryption is the wish of who made the file; plate setters refuse it too.",
        "banxin impose 加密.pdf",
        "banxin impose 无密码.pdf",
    ),
    "impose-page-broken": Explained(
        "页面框写错的页不知道多大，没法放到印版上。",
        "A page whose boxes are wrong has no known size.",
        "MediaBox [0 0 0 0]",
        "MediaBox [0 0 612 842]",
    ),
    "impose-no-trim": Explained(
        "成品框说明裁在哪里。没有它，拼好的书会裁歪或裁掉字。",
        "The TrimBox says where to cut; without it the book would be cut at a guess.",
        "banxin impose 办公软件.pdf",
        "banxin impose 办公软件.pdf --trim page",
    ),
    "impose-few-pages": Explained(
        "骑马订一张纸四页，至少三页才用得着对折；对页至少两页。",
        "A folded sheet has four pages; fewer than three need no folding.",
        "banxin impose 名片.pdf",
        "banxin impose 名片.pdf --layout repeat --sheet SRA3",
    ),
    "impose-sizes-differ": Explained(
        "一本书裁一刀，每页的成品必须一样大。",
        "A book is cut once, so all its pages are of one size.",
        "第 3 页 297 × 210 mm，其余 210 × 297 mm",
        "banxin impose 报告.pdf --booklet",
    ),
    "impose-not-by-fours": Explained(
        "骑马订的一张纸折成四页，多出的页没有地方订。补白页改变书的样子，所以要说明补在哪里。",
        "A folded sheet is four pages. Blanks change the book, so you say where they go.",
        "banxin impose 18页.pdf",
        "banxin impose 18页.pdf --blanks inside",
    ),
    "impose-sheet-small": Explained(
        "付印的页不缩放，成品加出血必须放得下；标记也要地方。",
        "Pages for the press are never scaled: trim and bleed must fit on the sheet.",
        "banxin impose 画册.pdf --sheet A3",
        "banxin impose 画册.pdf --sheet SRA3",
    ),
    "impose-sheet-huge": Explained(
        "PDF 规定一页每边至多 14400 个单位，再大的页很多制版软件打不开。",
        "A page of a PDF has at most 14,400 units on each side; many programs open nothing larger.",
        "MediaBox [0 0 14400 14400]",
        "MediaBox [0 0 595 842]",
    ),
    "impose-no-room": Explained(
        "裁切线、套准线画在出血外面；纸边不够就画不出，印工没有依据。",
        "Marks stand outside the bleed; where the sheet ends there, the shop has nothing to go by.",
        "banxin impose 画册.pdf --sheet A3 --marks",
        "banxin impose 画册.pdf --sheet SRA3",
    ),
    "impose-creep-done": Explained(
        "报告里写了 爬移补偿: true，文件里的字和图已经按纸厚向订口移过，文件自己这样写着。",
        "The report asks for creep, so type and pictures have been moved towards the fold, and the file says so.",
        "印刷: {爬移补偿: true}    # 又由 banxin impose 补",
        "印刷: {纸张: 双胶纸, 克重: 100g}    # 只由 banxin impose --paper-thickness 0.12mm 补",
    ),
    "impose-creep-twice": Explained(
        "爬移补两次，里面的页就向订口多移一倍，切口边反而宽了。",
        "Made up for twice, inner pages move twice as far, and their outer margins become too wide.",
        "banxin impose book-press.pdf --creep in --paper-thickness 0.12mm    # 文件里补过",
        "banxin impose book-press.pdf",
    ),
    "impose-no-thickness": Explained(
        "骑马订的内张会被外张顶出来，裁齐后切口少一条；页多纸厚时要按纸厚补。",
        "Inner sheets are pushed out by those around them and lose a strip when trimmed.",
        "banxin impose 画册.pdf",
        "banxin impose 画册.pdf --paper-thickness 0.15mm",
    ),
    "impose-dropped": Explained(
        "标签、书签、链接按单页的阅读次序；印版上的次序不是阅读的次序。对页照读，标签留着。",
        "Tags, bookmarks and links follow single pages; on a plate that order is gone. Reader spreads keep their tags.",
        "画册.pdf（有书签）",
        "画册-imposed.pdf（没有书签，原文件还在）",
    ),
    "impose-label-changed": Explained(
        "PDF/UA 和 A 级要求标签结构；拼版后没有，再写就是假话。",
        "PDF/UA and level A ask for tags; the sheets have none, so the claim goes.",
        "PDF/X-4 PDF/A-2u PDF/UA-1",
        "PDF/X-4 PDF/A-2u",
    ),
    "impose-label-lost": Explained(
        "拼好的文件重新查过一遍，不合的标准不再声明，免得印厂信了。",
        "The sheets are read back; a standard that they do not keep is no longer claimed.",
        "banxin impose 画册.pdf --booklet（A3 放不下出血）",
        "banxin impose 画册.pdf --booklet --sheet SRA3",
    ),
    "unknown-paper": Explained(
        "纸张按名字写，或写宽和高；正度 787 × 1092，大度 889 × 1194。",
        "Sheets have names, or a width and a height.",
        "banxin impose 画册.pdf --sheet A33",
        "banxin impose 画册.pdf --sheet A3",
    ),
    "bad-measure": Explained(
        "长度要带单位：mm、cm、pt；不写单位的当毫米。",
        "A length has a unit: mm, cm or pt; a bare number is millimetres.",
        "banxin impose 画册.pdf --paper-thickness 薄",
        "banxin impose 画册.pdf --paper-thickness 0.1mm",
    ),
    "bad-grid": Explained(
        "多拼写明几列几行。",
        "A grid is so many columns by so many rows.",
        "banxin impose 名片.pdf --layout repeat --grid 10",
        "banxin impose 名片.pdf --layout repeat --grid 2x5",
    ),
    "bad-layout": Explained(
        "拼法有四种：printer 骑马订，reader 对页，booklet 小册子，repeat 多拼。",
        "There are four layouts: printer, reader, booklet and repeat.",
        "banxin impose 画册.pdf --layout saddle",
        "banxin impose 画册.pdf --layout printer",
    ),
    "option-not-here": Explained(
        "写了不起作用的选项，多半是想要另一种拼法，所以停下问一声。",
        "An option without effect mostly means that another layout was meant.",
        "banxin impose 画册.pdf --grid 2x5",
        "banxin impose 名片.pdf --layout repeat --grid 2x5",
    ),
    "imposed-name": Explained(
        "拼好的文件不能盖掉原文件，也要以 .pdf 结尾。",
        "The sheets must not replace their source, and their name ends in .pdf.",
        "banxin impose 画册.pdf -o 画册.pdf",
        "banxin impose 画册.pdf -o 画册-拼版.pdf",
    ),
}
