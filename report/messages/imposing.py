"""What imposition says: its problems, its result, its help."""

from __future__ import annotations

from report.messages.row import Message

OF_FILES: dict[str, Message] = {
    "impose-unreadable": Message(
        "这个文件读不懂，不是完好的 PDF",
        "the file cannot be read; it is no whole PDF",
        "请重新导出，或用 qpdf 修复后再拼版",
        "export it again, or repair it with qpdf first",
    ),
    "impose-encrypted": Message(
        "文件加了密或限制了权限，不能拼版",
        "the file is encrypted or restricted and cannot be imposed",
        "请向做文件的人要一份没有加密的",
        "ask its maker for one without encryption",
    ),
    "impose-page-broken": Message(
        "第 {number} 页的页面框读不懂",
        "the boxes of page {number} cannot be read",
        "请重新导出这一页",
        "export this page again",
    ),
    "impose-no-trim": Message(
        "有 {count} 页没有成品框（TrimBox），不知道从哪里裁：第 {pages} 页",
        "pages without a TrimBox, so that nobody knows where to cut: {count} (pages {pages})",
        "请导出带成品框和出血的 PDF；整页就是成品时加 --trim page",
        "export a PDF with trim and bleed; add --trim page where the whole page is the finished one",
    ),
    "impose-few-pages": Message(
        "只有 {count} 页，{layout}至少要 {least} 页",
        "pages: {count}; {layout} takes at least {least}",
        "单页不用拼版；名片、封面用 --layout repeat",
        "a single page needs no imposition; cards and covers take --layout repeat",
    ),
    "impose-sizes-differ": Message(
        "这一页的成品是 {size}，别的页是 {usual}",
        "this page is {size} when trimmed, the others are {usual}",
        "请改成一样大；办公打印可用 --booklet，它会缩放",
        "make them alike; for an office printer use --booklet, which scales",
    ),
    "impose-not-by-fours": Message(
        "共 {count} 页，不是 4 的倍数，骑马订还差 {more} 页",
        "pages: {count}, no multiple of 4; saddle stitch needs {more} more",
        "请增删内容；要补白页就写 --blanks end（末尾）或 --blanks inside（封底之前）",
        "add or cut; or add blanks with --blanks end, or --blanks inside to keep the back cover outside",
    ),
    "impose-sheet-small": Message(
        "纸 {sheet} 放不下，要 {need}",
        "the sheet of {sheet} is too small, {need} is needed",
        "[[可用 {near}；]]或减少 --grid、--gap",
        "[[{near} would do; ]]or ask for less with --grid or --gap",
    ),
    "impose-sheet-huge": Message(
        "拼出来的纸是 {sheet}，PDF 的一页每边至多 {most} mm",
        "the sheet would be {sheet}; a page of a PDF is at most {most} mm on each side",
        "页面的大小多半写错了（毫米当成了英寸，或 UserUnit）；真这么大就分幅输出",
        "the size of the pages is probably wrong (inches for millimetres, or UserUnit); else print in parts",
    ),
    "impose-no-room": Message(
        "纸边太窄，有的标记放不下",
        "the sheet has no room for some of the marks",
        "请换大一号的纸，或用 --no-marks 不要标记",
        "take a larger sheet, or leave marks out with --no-marks",
    ),
    "impose-no-thickness": Message(
        "没有给纸厚，爬移没有补",
        "the thickness of the paper is not given, so creep is not made up for",
        "请写 --paper-thickness 0.1mm；不用补就写 --creep none",
        "write --paper-thickness 0.1mm, or --creep none where none is wanted",
    ),
    "impose-creep-done": Message(
        "文件里已经补了爬移（每张 {step}），拼版不再补",
        "the pages make up for creep already ({step} a sheet), so imposing does not",
        "要在拼版时补，请删去报告里的 爬移补偿，重新出文件",
        "to have it made up for here, take creep out of the report and build again",
    ),
    "impose-creep-twice": Message(
        "文件里已经补了爬移（每张 {step}），再补就补了两次",
        "the pages make up for creep already ({step} a sheet); this would do it twice",
        "请不写 --creep；要在拼版时补，请删去报告里的 爬移补偿，重新出文件",
        "leave out --creep, or take creep out of the report and build again",
    ),
    "impose-dropped": Message(
        "拼好的文件不带{what}",
        "the sheets have no {what}",
        "印版用不上；原文件里还有",
        "a plate has no use for that; the source still has it",
    ),
    "impose-label-changed": Message(
        "不再声明 {standard}[[，改为 {now}]]",
        "{standard} is no longer claimed[[, but {now}]]",
        "拼版后没有标签结构，这项标准就不成立；对页（reader）留着",
        "without tags that standard is not kept; reader spreads have them",
    ),
    "impose-label-lost": Message(
        "拼好的文件不合 {standard}，声明去掉了：{codes}",
        "the sheets do not keep {standard}, and the label is taken away: {codes}",
        "用 banxin preflight 看详情；banxin explain 说明代码",
        "see banxin preflight for details and banxin explain for the codes",
    ),
}

OF_ARGUMENTS: dict[str, Message] = {
    "unknown-paper": Message(
        "不认识纸张 {name}",
        "the sheet {name} is not known",
        "[[是不是 {near}？]]可写 {all}，或 330x488mm；用法：{usage}",
        "[[did you mean {near}? ]]one of {all}, or 330x488mm; usage: {usage}",
    ),
    "bad-measure": Message(
        "{what} 要写长度，不是 {given}",
        "{what} takes a length, not {given}",
        "例如 0.1mm；用法：{usage}",
        "such as 0.1mm; usage: {usage}",
    ),
    "bad-grid": Message(
        "--grid 要写成 列x行，不是 {given}",
        "--grid is columns x rows, not {given}",
        "例如 2x5；用法：{usage}",
        "such as 2x5; usage: {usage}",
    ),
    "bad-layout": Message(
        "没有 {name} 这种拼法",
        "there is no layout {name}",
        "[[是不是 {near}？]]可写 reader、printer、booklet、repeat；用法：{usage}",
        "[[did you mean {near}? ]]one of reader, printer, booklet, repeat; usage: {usage}",
    ),
    "option-not-here": Message(
        "{what} 对 {layout} 没有用",
        "{what} is no use with the layout {layout}",
        "请去掉它，或换一种 --layout；用法：{usage}",
        "leave it out, or take another --layout; usage: {usage}",
    ),
    "imposed-name": Message(
        "拼好的文件不能写成 {file}",
        "the sheets cannot be written as {file}",
        "请用另一个以 .pdf 结尾的名字；用法：{usage}",
        "give another name that ends in .pdf; usage: {usage}",
    ),
}

ROWS = {**OF_FILES, **OF_ARGUMENTS}

TERMS: dict[str, Message] = {
    "@tags": Message("标签结构", "tags"),
    "@bookmarks": Message("书签", "bookmarks"),
    "@links": Message("链接", "links"),
    "@form-fields": Message("表单和签名", "form fields or signatures"),
    "@attached-files": Message("附件", "attached files"),
    "@reader": Message("对页", "reader spreads"),
    "@printer": Message("骑马订拼版", "saddle stitch"),
    "@booklet": Message("小册子", "a booklet"),
    "@repeat": Message("多拼", "step and repeat"),
}

WORDS: dict[str, Message] = {
    "imposed": Message(
        "{layout}：{pages} 页[[，白页 {blanks} 面]]，{sheets} 张 {sides} 面，每面 {trim}，纸 {media}",
        "{layout}: {pages} pages[[, {blanks} blank]], {sheets} sheets, {sides} sides of {trim} on {media}",
    ),
    "imposed-creep": Message(
        "爬移：每张 {step} mm，最大 {most} mm（{way}）",
        "creep: {step} mm a sheet, {most} mm at most ({way})",
    ),
    "creep-in": Message("内张移向订口", "inner sheets towards the spine"),
    "creep-out": Message("外张移离订口", "outer sheets away from the spine"),
    "imposed-file": Message("{path}  {size}  {standards}", "{path}  {size}  {standards}"),
}

_IMPOSE = (
    "banxin impose FILE.pdf [--booklet] [--layout reader|printer|booklet|repeat] [--sheet A3|SRA3|330x488mm] "
    "[--paper-thickness 0.1mm] [--creep in|out|none|0.4mm] [-o FILE.pdf]"
)
SYNOPSES = {"impose": _IMPOSE}

HELP: dict[str, Message] = {
    "impose": Message(
        f"""{_IMPOSE}

把任何一份 PDF 拼成印版。不写 --layout 时是骑马订：20 页拼成 5 张 10 面，外张包内张。
字仍是字，图仍是矢量，出血、折线、裁切线、套准线都在；PDF/X-4 和 PDF/A 的声明查过才保留。

  --booklet              办公室自己打印的小册子，等于 --layout booklet：A4 双面打在 A3 上，短边翻转，对折
  --layout NAME          printer 骑马订；reader 左右对页，看校样用；booklet 小册子；repeat 一页印多个（名片、封面）
  --sheet NAME           纸张：A3、SRA3、大度对开……或 330x488mm；不写时按内容定
  --paper-thickness L    纸厚，用来算爬移：第 n 张移 (n－1) × 纸厚
  --creep HOW            in 内张移向订口（默认）；out 外张移离订口；none 不补；0.4mm 最里一张移这么多
  --blanks WHERE         不是 4 的倍数时补白页：end 末尾，inside 封底之前
  --grid 2x5             repeat 一张放几列几行；不写时尽量多
  --gap L                repeat 两个之间的空，默认两倍出血
  --bind left|right      从哪边翻；不写时看文件自己怎么说，竖排书是 right
  --trim page            没有成品框的页，整页当成品
  --marks / --no-marks   要不要裁切、折、套准标记
  -o FILE.pdf            默认 <原名>-imposed.pdf
  --json                 把结果写成 JSON
""",
        f"""{_IMPOSE}

Imposes any PDF. Without --layout: for saddle stitch, 20 pages on 5 sheets of 2 sides, one folded around the other.
Text and drawings stay as they are, with bleed and marks; PDF/X-4 and PDF/A are claimed again after a check only.

  --booklet              for an office printer, the same as --layout booklet: A4 on A3, short edge, folded
  --layout NAME          printer: saddle stitch; reader: facing pages; booklet; repeat: cards and covers
  --sheet NAME           A3, SRA3, 330x488mm ...; as large as the content needs unless given
  --paper-thickness L    of which creep is computed: sheet n shifts by (n - 1) x thickness
  --creep HOW            in: inner sheets towards the spine (usual); out: outer ones away; none; 0.4mm: the innermost
  --blanks WHERE         where there is no multiple of 4: end, or inside, before the back cover
  --grid 2x5             repeat: columns and rows; as many as there is room for unless given
  --gap L                repeat: between two of them, twice the bleed unless given
  --bind left|right      where it is bound; what the file says unless given
  --trim page            take pages without a TrimBox as finished pages
  --marks / --no-marks   crop, fold and register marks
  -o FILE.pdf            <name>-imposed.pdf unless given
  --json                 print the result as JSON
""",
    ),
}
