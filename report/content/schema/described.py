"""What each key and block is for, in one sentence of each language; editors show it beside the key."""

from __future__ import annotations

from collections.abc import Mapping

from report.named import NamedTuple


class Said(NamedTuple):
    """A sentence in both languages."""

    zh: str
    en: str


SHAPED: Mapping[str, Said] = {
    "report.format": Said("格式的版本，现为 1。", "Version of the format, now 1."),
    "report.document": Said(
        "报告说自己的话：标题、单位、日期。", "What the report says of itself: title, issuing body, dates."
    ),
    "report.sheet": Said("开本、出血、装订和页数。", "Finished size, bleed, binding and page count."),
    "report.printing": Said(
        "用什么纸印、怎么装：算书脊、爬移，写进工单。",
        "Paper and finishing: the spine and the creep are worked out from them, and the job ticket says them.",
    ),
    "report.data": Said(
        "图表和表格所用的数据，各有一个名字。", "Tables that charts, tables and expressions use, each under a name."
    ),
    "report.variables": Said(
        "正文和标题里 {{ 名 }} 代表的字；批量时换成表里这一行的值。",
        "What {{ name }} stands for; in a batch, the cell of the row takes its place.",
    ),
    "report.fact-table": Said("另存事实的 CSV 或 XLSX 文件。", "A CSV or XLSX file that holds the facts."),
    "report.facts": Said(
        "全部数字：一个数一个家，正文里用 {{ 名 }} 引用。",
        "Every figure, once; prose refers to it by {{ name }}.",
    ),
    "report.check": Said("核对数字、等式和用语的办法。", "How figures, equations and wording are checked."),
    "report.body": Said("从头到尾的内容块，每项一块。", "The blocks of the report in reading order."),
    "report.deliveries": Said(
        "要出哪几种文件：印厂、公文、网阅，或自己起名。",
        "The files to make: press, office, screen, or a name of your own.",
    ),
    "document.id": Said(
        "成品文件名的开头，只用英文字母、数字、点和横线。",
        "Begins the names of the finished files: letters, digits, dots and dashes.",
    ),
    "document.title": Said("报告的标题，也是 PDF 的标题。", "Title of the report and of the PDF."),
    "document.subtitle": Said("副标题。", "Subtitle."),
    "document.body": Said("编印单位的全称。", "Full name of the issuing body."),
    "document.date": Said("刊发日期，写成 2024-01-21。", "Date of issue, as 2024-01-21."),
    "document.as-of": Said("数据截至的日期。", "Date to which the data reach."),
    "document.language": Said("正文的语言，默认 zh-Hans。", "Language of the text, zh-Hans unless given."),
    "document.theme": Said("主题的名字，或报告文件夹里的主题。", "Name of a theme, or a theme in the report's folder."),
    "document.keywords": Said("写进 PDF 的关键词。", "Keywords in the PDF."),
    "document.status": Said("文件的性质，如“内部资料”。", "Standing of the document, such as internal."),
    "document.source": Said(
        "数字的总来源；事实没写来源时用它。", "Where figures come from unless a fact says otherwise."
    ),
    "document.period": Said("数字所覆盖的时期。", "Period that the figures cover."),
    "document.document-number": Said(
        "发文字号，如国办发〔2026〕3号，写进 PDF 的元数据。",
        "Number of the official document, such as 国办发〔2026〕3号, kept in the PDF's metadata.",
    ),
    "document.signed": Said(
        "成文日期，写成 2026-01-21，写进 PDF 的元数据。",
        "Date of signature, as 2026-01-21, kept in the PDF's metadata.",
    ),
    "document.produced-by": Said(
        "制作单位，写进 PDF 的元数据。", "Body that produced the file, kept in the PDF's metadata."
    ),
    "sheet.size": Said(
        "成品尺寸：开本名，或宽和高；不写是主题的。",
        "Finished size: a name, or width and height; the theme's unless given.",
    ),
    "sheet.bleed": Said("裁切线外多印的宽度，不写是 3mm。", "Print beyond the trim; 3mm unless given."),
    "sheet.safe": Said(
        "文字离裁切线至少多远，一般 5mm；不写是主题的。",
        "Least distance of text from the trim, usually 5mm; the theme's unless given.",
    ),
    "sheet.binding": Said(
        "装订方式；骑马订的页数须是 4 的倍数。", "Binding; saddle stitch needs a multiple of 4 pages."
    ),
    "sheet.pages": Said(
        "应有的页数；正文会松紧去凑，凑不成就报错。",
        "The page count to come to: text is fitted to it, or the build fails.",
    ),
    "sheet.cover-counts": Said(
        "封面四面是否编页码；写 false，封二后的第一面是第 1 页。",
        "Whether the four pages of the cover are counted; if false, the page after the inside cover is page 1.",
    ),
    "printing.paper": Said("内文用纸，如双胶纸、铜版纸。", "Paper of the inside, such as offset or gloss."),
    "printing.weight": Said(
        "内文用纸每平方米多少克，如 100g。", "Weight of that paper, such as 100g (a square metre)."
    ),
    "printing.thickness": Said(
        "内文一张纸的厚，如 0.12mm；不写就按纸张和克重查表。",
        "Thickness of one leaf, such as 0.12mm; from a table of papers unless given.",
    ),
    "printing.cover-paper": Said("封面用纸。", "Paper of the cover."),
    "printing.cover-weight": Said("封面用纸每平方米多少克。", "Weight of the cover's paper."),
    "printing.spine": Said(
        "书脊的厚，如 5.8mm；不写就按内文页数和纸厚算。",
        "Width of the spine, such as 5.8mm; worked out from pages and paper unless given.",
    ),
    "printing.flaps": Said("勒口的宽，如 80mm；不写就没有。", "Width of the flaps, such as 80mm; none unless given."),
    "printing.creep": Said(
        "骑马订内页向订口让出的爬移补偿。", "Moves the pages of a saddle-stitched book towards the fold, against creep."
    ),
    "printing.quantity": Said("印多少本。", "How many copies."),
    "printing.finish": Said("封面的后道，如哑膜、过油。", "Finish of the cover, such as matt lamination."),
    "size.width": Said("成品的宽，如 210mm。", "Finished width, such as 210mm."),
    "size.height": Said("成品的高，如 285mm。", "Finished height, such as 285mm."),
    "data.key": Said("用哪一列的值来找行，如“年份”。", "Column by whose values rows are found."),
    "data.where": Said("只要这些列等于这些值的行。", "Only the rows whose columns have these values."),
    "data.columns": Said("各列的类型：年、整数、小数、文本、日期、百分。", "Type of each column."),
    "data.database": Said(
        "数据库的地址；口令放在环境变量里。", "Address of a database; secrets stay in the environment."
    ),
    "data.query": Said("取数的 SQL 查询，只读。", "The SQL query that fetches the rows; read-only."),
    "data.unit": Said("各列的单位。", "Unit of each column."),
    "check.figures": Said(
        "正文里对不上事实的数：严格则停，提醒则警告。",
        "What happens to numerals that match no fact: stop, warn, or nothing.",
    ),
    "check.allow": Said(
        "不必核对的数：年份、序号、专名，或自己列的词。", "Numerals that need no fact: classes, or words of your own."
    ),
    "check.equations": Said("数与数之间必须成立的等式。", "Equations between figures that must hold."),
    "check.wording": Said("用语表：列在这里，或另存的文件名。", "Wording rules, listed here or in a file."),
    "wording.word": Said("不该出现的词。", "The word that should not appear."),
    "wording.instead": Said("应改成什么。", "What to write instead."),
    "wording.reason": Said("为什么不用，报告时一并说出。", "Why, told with the finding."),
    "wording.severity": Said(
        "错误会停，警告只说，提示最轻。", "An error stops the build, a warning and a notice do not."
    ),
    "fact.name": Said("事实表里的名字，正文用它引用。", "Name in a fact table, by which text refers to it."),
    "fact.value": Said("确切的值：1280、1,280、6.2万、97.6。", "The exact value: 1280, 1,280, 6.2万 or 97.6."),
    "fact.approx": Said("印出来的数与值的关系：余、近、以上……", "How the printed figure stands to the value."),
    "fact.as-of": Said("这个数截至的日期。", "Date to which this figure reaches."),
    "fact.label": Said("这个数说的是什么。", "What the figure is about."),
    "fact.section": Said("属于哪一部分，只作整理用。", "The part it belongs to; for order only."),
    "fact.group": Said("属于哪一组，只作整理用。", "The group it belongs to; for order only."),
    "fact.remark": Said("编者自己看的注，不印。", "A note among editors, never printed."),
    "page.template": Said("主题里一种版式的名字。", "Name of a page template of the theme."),
    "page.chapter": Said("从这页开始的章名。", "Title of the chapter that begins here."),
    "page.contents": Said("目录里这一页的名字。", "How the contents name this page."),
    "page.head": Said("书眉上的字。", "The running head."),
    "page.parameters": Said("版式自己的设置，如底色、花。", "Settings of the template, such as its ground."),
    "page.regions": Said(
        "版式的各个版位里放什么：文字、一张数卡，或内容块。", "What fills each region: text, a card, or blocks."
    ),
    "card.printed": Said("不是事实的数，照印，如“5章”。", "A figure that is no fact, printed as it stands."),
    "card.note": Said("卡片下的小字。", "Small print below the card."),
    "card.span": Said("占几格宽。", "How many columns it takes."),
    "card.ground": Said("卡片的底色，主题里的颜色名。", "Ground of the tile, a colour of the theme."),
    "card.mini": Said("卡片里的小图。", "A small chart in the tile."),
    "chart.kind": Said("图的种类。", "Kind of chart."),
    "chart.x": Said("横轴用数据的哪一列。", "Column of the data along the axis."),
    "chart.y": Said("纵轴用数据的哪一列或哪几列。", "Column or columns of values."),
    "chart.highlight": Said("要突出的一项。", "The item to stand out."),
    "chart.reference": Said(
        "参照线：拿来比的一个数，如全市平均。", "A value to compare with, drawn as a line across the chart."
    ),
    "chart.series": Said("图里的各项，每项一个事实或式子。", "What the chart shows, a fact or an expression each."),
    "chart.groups": Said("花的各圈，由内向外。", "Rings of a flower from the inside."),
    "chart.per": Said("一个图形代表多少。", "What one unit of the chart stands for."),
    "chart.icon": Said("象形图用的图形。", "Picture of a pictogram."),
    "chart.legend": Said("是否附图例。", "Whether a legend is shown."),
    "chart.value": Said("画出的数，可以是式子。", "The plotted value, may be an expression."),
    "series.value": Said("这一项的数，可以是式子。", "The value, may be an expression."),
    "series.group": Said("属于哪一组。", "The group that a value belongs to."),
    "topic.claim": Said("题旁的一句话，如“全国率先”。", "A word beside the title."),
    "topic.aside": Said("旁边放的图表和数卡。", "Charts and cards beside the text."),
    "axis.column": Said("数据里的列名。", "A column of the data."),
    "cover.slogan": Said("封面上的标语。", "The slogan on the cover."),
    "cover.logo": Said("标志的图片文件。", "Picture file of a logo."),
    "cover.spread": Said(
        "图从封底经书脊铺到封面，是一张图。", "The picture runs over back cover, spine and front as one."
    ),
    "cover.flap": Said("前勒口上的字。", "Words on the front flap."),
    "back-cover.flap": Said("后勒口上的字。", "Words on the back flap."),
    "contents.depth": Said("列到第几级标题。", "Down to which level of headings."),
    "contents.charts": Said("也列图和表。", "Charts and tables are listed too."),
    "chapter.kicker": Said("章题上方的小字。", "Small line above the chapter's title."),
    "points.items": Said("各条要点。", "The points."),
    "cards.items": Said("各张数卡。", "The cards."),
    "events.items": Said("各件事，按时间排。", "The events, in the order of their dates."),
    "steps.items": Said("各个步骤。", "The steps."),
    "points.numbered": Said("是否编号。", "Whether they are numbered."),
    "points.first": Said("从几编起，默认 1。", "The first number, 1 unless given."),
    "table.beside": Said(
        "表题右边的字，如“单位：万人”。", "Words at the right end of the title's line, such as the unit."
    ),
    "table.columns": Said("要哪些列，依次写；不写就全要。", "Columns to show, in order; all unless given."),
    "table.group": Said("按哪一列分组。", "Column by which rows are grouped."),
    "table.total": Said("是否加合计行。", "Whether a row of totals is added."),
    "table.continued": Said("跨页时是否标“续表”。", "Whether a table that runs on says so."),
    "table.note": Said("表下的注。", "Note below the table."),
    "column.column": Said("数据里的列名。", "A column of the data."),
    "column.align": Said("对齐方式。", "How cells line up."),
    "column.width": Said("列宽，如 30mm；不写就自动。", "Width such as 30mm; found out unless given."),
    "event.date": Said("时间：2024、2024-03 或 2024-03-08。", "When: 2024, 2024-03 or 2024-03-08."),
    "event.text": Said("发生了什么。", "What happened."),
    "gallery.photos": Said("各张图片。", "The pictures."),
    "gallery.columns": Said("一行放几张。", "Pictures in a row."),
    "columns.left": Said("左栏的内容块。", "Blocks of the left column."),
    "columns.middle": Said("中栏的内容块。", "Blocks of the middle column."),
    "columns.right": Said("右栏的内容块。", "Blocks of the right column."),
    "profile.name": Said("姓名。", "Name of the person."),
    "profile.role": Said("职务或身份。", "Post or role."),
    "honours.items": Said("各项荣誉，按级别和年份排。", "The honours, sorted by level and year."),
    "honour.level": Said("级别：国家级、省级、市级……", "Level, such as 省级."),
    "honour.name": Said("荣誉的名称。", "Name of the honour."),
    "honour.year": Said("获得的年份。", "Year."),
    "map.approval": Said(
        "审图号；没有审图号不能印地图。", "Approval number of the base map, without which no map is printed."
    ),
    "appendix.automatic": Said("自动生成的附录：来源表、名词表或人名表。", "An appendix made from the report itself."),
    "attachment.file": Said("附在后面的 PDF。", "The PDF to append."),
    "break.side": Said("从哪一面接着排。", "The side on which the text goes on."),
    "blank.pages": Said("空几页。", "How many blank pages."),
    "photo.credit": Said("谁拍的，印在说明后面。", "Who took the picture; stands after the caption."),
    "photo.page": Said("图是 PDF 时取第几页，不写是第一页。", "Which page of a PDF to show; the first if not given."),
    "back-cover.qr": Said("二维码里的网址。", "Address in the QR code."),
    "back-cover.print-run": Said("印数，印在封底上。", "Print run, as it stands on the back cover."),
    "back-cover.barcode": Said(
        "封底的条码：书号，或带附加码和放大率。",
        "Barcode of the back cover: the number, or a map with add-on and scale.",
    ),
    "barcode.number": Said(
        "书号或商品条码的 13 位数字，可带连字符。", "The 13 digits of an ISBN or EAN, hyphens allowed."
    ),
    "barcode.add-on": Said("附加码，2 位或 5 位。", "Add-on of 2 or 5 digits."),
    "code.verbatim": Said("照原样印的几行，空格和换行都留。", "Lines as they are, with their spaces and ends."),
    "flowable.name": Said("Python 接口里给的名字。", "The name under which the program hands it over."),
    "flowable.alt": Said("给看不见的人的描述，它画的是什么。", "What it shows, for those who cannot see it."),
    "barcode.scale": Said("放大率，0.8 到 2，默认 1。", "Size from 0.8 to 2, 1 unless given."),
    "quote.source": Said("话是谁说的。", "Whose words they are."),
    "photo.spread": Said("是否跨左右两页。", "Whether it runs over both pages."),
    "wheel.nodes": Said("一年里的节点。", "Days of the year."),
    "wheel.spans": Said("一年里的时段，如寒假。", "Stretches of the year."),
    "wheel.span-name": Said("弧段合起来的名字。", "Name of the spans together."),
    "wheel.span-note": Said("弧段的说明。", "Note on the spans."),
    "wheel.months": Said("要标出的月份。", "Months to be marked."),
    "wheel.text": Said("年轮中间的字。", "Words in the middle of the wheel."),
    "node.date": Said("哪一天，写成 03-08。", "The day, as 03-08."),
    "node.name": Said("节点的名字。", "Name of the day."),
    "node.note": Said("名字下的小字。", "Small print below the name."),
    "node.colour": Said("主题里的颜色名。", "A colour of the theme."),
    "span.first": Said("开始的月份。", "First month."),
    "span.last": Said("结束的月份。", "Last month."),
    "span.name": Said("时段的名字。", "Name of the stretch."),
    "derived.formula": Said("由事实算出的式子，如“甲 / 乙”。", "A formula over facts, such as a / b."),
    "delivery.standards": Said("文件须合的标准，可以几个。", "Standards that the file must meet."),
    "table.landscape": Said("表横放，独占页面。", "The table stands across the sheet, on pages of its own."),
    "chart.data-table": Said("图下列出它的数。", "Lists the values below the chart."),
    "column.merged": Said("上下相同的格并成一格。", "Equal cells one below the other become one."),
    "column.code": Said("格里是代码：西文半字，照原样。", "Cells are code: letters in half an em, as written."),
    "delivery.condition": Said("印刷条件，如 FOGRA39。", "Printing condition, such as FOGRA39."),
    "delivery.marks": Said("出血外面的印刷标记。", "Printer's marks outside the bleed."),
    "delivery.resolution": Said("图片最高的分辨率，如 150dpi。", "Highest resolution of pictures, such as 150dpi."),
    "delivery.certificate": Said("出一页预检单。", "A certificate of the preflight, one page."),
    "delivery.separate-cover": Said(
        "封面、书脊、封底拼成一张另出一个文件。", "Cover, spine and back cover as one sheet in a file of its own."
    ),
    "delivery.spots": Said("用专色印的颜色，主题里要有。", "Colours printed as spot inks; the theme must have them."),
    "delivery.theme": Said(
        "这一种输出用的主题，如“公文附件”；不写就用文档的主题。",
        "Theme of this delivery, such as attachment; without it that of the document.",
    ),
    "delivery.title": Said("这一种输出的题目，不写就用文档的标题。", "Title of this delivery, if not the document's."),
    "delivery.attachment-number": Said(
        "公文附件的序号；只有一个附件就不写。", "Number of the attachment; none for an only one."
    ),
    "delivery.first-page": Said(
        "第一页的页码，接着公文正文编。", "Number of the first page, after those of the document."
    ),
}
"""SHAPE.KEY where the sentence is for one kind of map."""

SHARED: Mapping[str, Said] = {
    "date": Said("日期。", "Date."),
    "body": Said("编印单位。", "Issuing body."),
    "subtitle": Said("副标题。", "Subtitle."),
    "title": Said("题目。", "Title."),
    "text": Said("文字；多段就用“|”另起一行写。", "The text; for paragraphs use | and write below."),
    "label": Said("说明这个数是什么。", "Says what the figure is."),
    "unit": Said("单位。", "Unit."),
    "fact": Said("事实的名字。", "Name of a fact."),
    "value": Said("值。", "Value."),
    "printed": Said(
        "印出来的样子，一字不改，但须与值相符。", "The printed form, kept as it is, must agree with the value."
    ),
    "source": Said("出处。", "Where it comes from."),
    "data": Said("“数据”里一个表的名字。", "Name of a table of `data`."),
    "file": Said("文件名，从报告所在的文件夹算起。", "A file; paths start at the report's folder."),
    "sheet": Said("工作簿里的表名。", "Sheet of the workbook."),
    "range": Said("单元格区域，如 A3:D9。", "Range of cells, such as A3:D9."),
    "head": Said("表头占几行。", "Rows of the head."),
    "focus": Said(
        "裁图时必须留住的点，[横, 纵]，0 到 1。", "The point that cropping must keep, [across, down], 0 to 1."
    ),
    "alt": Said("给看不见图的人的文字。", "Words for those who cannot see it."),
    "caption": Said("图下的说明。", "Caption."),
    "decimals": Said("印几位小数。", "Decimals that are printed."),
    "anchor": Said("起个号，正文用 [字](#号) 引到这里。", "A name to which text refers by [words](#name)."),
    "only": Said("只在这几种输出里出现。", "Deliveries in which it appears."),
    "except": Said("在这几种输出里不出现。", "Deliveries from which it is left out."),
    "style": Said("主题里的样式名。", "A style of the theme."),
    "bleed": Said("是否铺满到出血。", "Whether it fills the bleed."),
    "unsplit": Said("是否不许拆到两页。", "Whether it must stay on one page."),
    "start": Said("从哪一面开始。", "The side on which it begins."),
}
"""KEY where one sentence is right for every kind of map that has it."""

BLOCKS: Mapping[str, Said] = {
    "page": Said("用主题的一种版式排的一页。", "A page composed by a template of the theme."),
    "cover": Said("封面。", "The front cover."),
    "title-page": Said("扉页。", "The title page."),
    "imprint": Said("版权页上的各行，名目自定。", "Rows of the imprint under names of your own."),
    "contents": Said("目录，页码自动。", "The contents, with real page numbers."),
    "preface": Said("前言。", "A preface."),
    "closing": Said("结语。", "Closing words."),
    "chapter": Said("一章的开头。", "Opens a chapter."),
    "section": Said("节标题。", "Heading of a section."),
    "subsection": Said("小节标题。", "Heading of a subsection."),
    "text": Said("正文段落。", "Paragraphs."),
    "points": Said("要点，编号或加点。", "Points, numbered or dotted."),
    "kpi": Said("一排数卡。", "A row of cards with figures."),
    "kpi-wall": Said("一面数墙，格子可宽可窄。", "A wall of tiles with figures."),
    "chart": Said("一张图。", "A chart."),
    "table": Said("一张表。", "A table of the data."),
    "topic": Said("一件事：题、文，旁边放图表。", "A topic: title, text, and charts beside it."),
    "quote": Said("引文。", "A quotation."),
    "timeline": Said("按时间排的大事。", "Events in order of time."),
    "photo": Said("一张图片。", "A picture."),
    "gallery": Said("几张图片。", "Several pictures."),
    "two-columns": Said("左右两栏内容块。", "Blocks in two columns."),
    "three-columns": Said("三栏内容块。", "Blocks in three columns."),
    "profile": Said("一个人物。", "A person."),
    "honours": Said("荣誉。", "Honours."),
    "callout": Said("框起来的提示。", "Words in a box."),
    "map": Said("地图，须有审图号。", "A map with its approval number."),
    "steps": Said("几个步骤。", "Steps."),
    "year-wheel": Said("一年里的节点，画成一圈。", "Days of a year around a wheel."),
    "derived": Said("由事实算出的数，标明是派生的。", "A figure worked out from facts, marked as such."),
    "barcode": Said("书号或商品的条码。", "The barcode of a book or an article."),
    "code": Said("程序、命令、写法，照原样印。", "A program, a command, an example, printed as it is written."),
    "flowable": Said(
        "别的程序画的图形，由 Python 接口按名字给。",
        "A drawing of another program, handed over by name through the Python API.",
    ),
    "appendix": Said("附录。", "An appendix."),
    "attachment": Said("把一个 PDF 附在后面。", "Appends a PDF."),
    "break": Said("分页。", "A page break."),
    "blank": Said("空白页。", "Blank pages."),
    "back-cover": Said("封底。", "The back cover."),
    "include": Said("把另一个文件的内容块接在这里。", "Puts the blocks of another file here."),
}
"""What each block is."""


def described(shape: str, key: str) -> Said | None:
    """The sentence for a key of a map."""
    return SHAPED.get(f"{shape}.{key}") or SHARED.get(key)
