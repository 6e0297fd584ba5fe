"""Explanations of what can be wrong with themes, layout, charts, type and the written PDF."""

from __future__ import annotations

from report.messages.explain.row import Explained

THEMES: dict[str, Explained] = {
    "theme-missing": Explained(
        "主题缺一项非有不可的设置。主题由设计的人管，照提示的样子补上。",
        "The theme lacks a setting that must be there. Add it as the hint shows.",
        "footer: {}",
        "footer: {y: 270}",
    ),
    "theme-value": Explained(
        "主题里这项设置的值不对：该是数的写成了词，或少了一项。",
        "The value of this setting of the theme is of the wrong kind, or a part is missing.",
        "box: [20, 30, 170]",
        "box: [20, 30, 170, 220]",
    ),
    "unknown-theme": Explained(
        "主题或是自带的，或在报告文件夹里；这个名字两处都没有。",
        "A theme comes with Banxin or lies in the report's folder; this name is in neither.",
        "文档: {编号: a, 标题: 五年一览, 日期: 2024-01-21, 主题: 朱沙}",
        "文档: {编号: a, 标题: 五年一览, 日期: 2024-01-21, 主题: brochure}",
    ),
    "theme-inherits-itself": Explained(
        "主题可以写 inherits 从另一个主题继承；两个主题互相继承，就没有源头了。",
        "A theme may inherit from another one; where two inherit from each other there is no beginning.",
        "inherits: 朱砂   # 写在主题“朱砂”自己的 theme.yaml 里",
        "inherits: brochure",
    ),
    "theme-path": Explained(
        "主题决定成品的样子，要跟着报告走，不能在文件夹外面。",
        "The theme makes the look and must travel with the report, so it lies in its folder.",
        "文档: {编号: a, 标题: 五年一览, 日期: 2024-01-21, 主题: ../主题}",
        "文档: {编号: a, 标题: 五年一览, 日期: 2024-01-21, 主题: 主题}",
    ),
    "unknown-colour": Explained(
        "颜色都在主题里起了名字，这样换一处就全换，也保证是能印的四色。",
        "Colours are named in the theme: one change changes all, and each is known to print.",
        "- 年轮: {节点: [{时: 03-08, 名: 维权周, 色: 大红}]}",
        "- 年轮: {节点: [{时: 03-08, 名: 维权周, 色: 绛}]}",
    ),
    "unknown-style": Explained(
        "主题里没有这个文字样式。",
        "The theme has no such style of text.",
        "style: bodi",
        "style: body",
    ),
    "unknown-element": Explained(
        "版式由几种元素组成，这个名字不是其中一种。",
        "A page template is made of elements, and this is none of them.",
        "- {kind: rectangel, box: [0, 0, 10, 10]}",
        "- {kind: rectangle, box: [0, 0, 10, 10]}",
    ),
    "unknown-template": Explained(
        "主题里没有这个版式。版式是设计好的页面，稿子只管往里填。",
        "The theme has no such page template.",
        "- 页: {版式: 三列}",
        "- 页: {版式: 三行}",
    ),
    "template-side": Explained(
        "这个版式是照左页或右页设计的，书口的标签和跨页的图换了边就错位。前面多一页或少一页就会这样。",
        "The template is drawn for one side; on the other its tab would be misplaced. Count the pages.",
        "- 页: {版式: 三行}",
        "- 页: {版式: 章首}\n- 页: {版式: 三行}",
    ),
    "unknown-region": Explained(
        "版式里没有这个版位，填了也没处印。",
        "The template has no such region, so its content would be printed nowhere.",
        "- 页: {版式: 章首, 区: {标题: 党建引领}}",
        "- 页: {版式: 章首, 区: {题: 党建引领}}",
    ),
    "region-kind": Explained(
        "每个版位只收一类内容：文字、一张数卡，或内容块。",
        "Each region takes one kind of content: text, a card, or blocks.",
        "- 页: {版式: 章首, 区: {题: [{段: 党建引领}]}}",
        "- 页: {版式: 章首, 区: {题: 党建引领}}",
    ),
    "unknown-parameter": Explained(
        "参数是版式自己定的设置，这个版式没有这一项。",
        "Parameters are settings of a template, and this one has none of that name.",
        "- 页: {版式: 章首, 参数: {颜色: 绛}}",
        "- 页: {版式: 章首, 参数: {底色: 绛}}",
    ),
    "missing-parameter": Explained(
        "版式要这项设置才画得出来，如章首的序号和花。",
        "The template cannot be drawn without this setting, such as the number of a chapter.",
        "- 页: {版式: 章首, 参数: {底色: 绛}}",
        "- 页: {版式: 章首, 参数: {序: 1, 底色: 绛, 花: {事实: 村, 每: 10}}}",
    ),
    "not-a-topic": Explained(
        "这个版位是照“专题”设计的：题、文，旁边放图。别的块放不进去。",
        "This region is drawn for a topic: a title, a text, and charts beside it.",
        "- 页: {版式: 三行, 区: {一: [{段: 好}]}}",
        "- 页: {版式: 三行, 区: {一: [{专题: {题: 组织, 文: 好}}]}}",
    ),
    "one-line": Explained(
        "这里只有一行的位置，换行会压到下面。",
        "There is room for one line; a second would run into what is below.",
        "- 页: {版式: 章首, 区: {题: 党建\\\\引领}}",
        "- 页: {版式: 章首, 区: {题: 党建引领}}",
    ),
    "tab-overflow": Explained(
        "书口标签竖排章名，太长会伸到裁切线外。",
        "The thumb tab holds the chapter's title upright; a long one would be trimmed.",
        "- 页: {版式: 章首, 章: 坚持党建引领全面推进各项工作}",
        "- 页: {版式: 章首, 章: 党建引领}",
    ),
    "unknown-ground": Explained(
        "底色要是主题里的名字。主题为每种底色配好了字的颜色，换别的可能看不清。",
        "Grounds are named in the theme, each with colours of type that can be read on it.",
        "- 数墙: [{事实: 村, 名: 全市的村, 底: 红}]",
        "- 数墙: [{事实: 村, 名: 全市的村, 底: 绛}]",
    ),
    "text-overflow": Explained(
        "文字比版位多。版心从不悄悄缩小字号或切掉末行；提示说了大约要删几行。",
        "There is more text than room. Nothing is shrunk or cut in silence; the hint says about how much to cut.",
        "- 页:\n    版式: 章首\n    区:\n      导语: |\n        （六行的字）",
        "- 页:\n    版式: 章首\n    区:\n      导语: |\n        （四行的字）",
    ),
    "line-overflow": Explained(
        "这一行排不下，又不能折行。改短，或在合适的地方用两个反斜杠换行。",
        "The line is too wide and may not turn. Shorten it, or end it with two backslashes.",
        "{事实: 村, 名: 全市各县区的全部行政村总数}",
        "{事实: 村, 名: 全市的村}",
    ),
    "column-overflow": Explained(
        "竖排的字超出了版位的高。",
        "The upright text is longer than its room.",
        "- 页: {版式: 封面, 区: {右列: 她们这五年走过的路}}",
        "- 页: {版式: 封面, 区: {右列: 她们}}",
    ),
    "block-overflow": Explained(
        "这一块的内容比版位大。减几项，或换一个大些的版位。",
        "The block is larger than its region. Give it less, or a larger region.",
        "- 数墙: [{事实: 村, 宽: 2}, {事实: 社区, 宽: 2}, {事实: 培训, 宽: 2}]",
        "- 数墙: [{事实: 村}, {事实: 社区}]",
    ),
    "too-many-blocks": Explained(
        "版位里画好了几个位置，给多了没处放。",
        "The region has a fixed number of places, and more blocks were given.",
        "旁: [{数卡: [{事实: 村}]}, {数卡: [{事实: 社区}]}, {数卡: [{事实: 培训}]}, {数卡: [{事实: 比例}]}]",
        "旁: [{数卡: [{事实: 村}]}, {数卡: [{事实: 社区}]}]",
    ),
    "too-many-values": Explained(
        "这种图项数一多就挤得看不清。拆成两张，或换成条形。",
        "This chart cannot be read with so many values. Make two, or use bars.",
        "- 图表: {类: 点阵, 项: [{事实: 甲}, {事实: 乙}, {事实: 丙}, {事实: 丁}]}",
        "- 图表: {类: 点阵, 项: [{事实: 甲}, {事实: 乙}]}",
    ),
    "unknown-chart": Explained(
        "这个版位只画得了某几种图。",
        "This place draws some kinds of chart only.",
        "迷你: {类: 条形, 事实: 村}",
        "迷你: {类: 点阵, 事实: 村, 每: 100}",
    ),
    "units-disagree": Explained(
        "版式里画好了若干个图形，与数值要的个数对不上；照画就是一张说谎的图。",
        "The template draws a fixed number of units and the value asks for another; the chart would not be true.",
        "{类: 院, 事实: 美丽庭院, 每: 100}",
        "{类: 院, 事实: 美丽庭院, 每: 1000}",
    ),
    "unknown-icon": Explained(
        "没有这个图形。",
        "There is no such picture.",
        "icon: cat",
        "icon: person",
    ),
    "low-resolution": Explained(
        "图片放到这么大，印出来会糊：屏幕上看不出，纸上看得出。微信里传过的图多半如此，请要原图。",
        "At this size the picture prints soft, though a screen does not show it. Ask for the original.",
        "图: img/微信图片.jpg    # 800 × 600",
        "图: img/原图.jpg    # 4000 × 3000",
    ),
    "page-count": Explained(
        "排出来的页数与“页数”不符。印厂按它备纸报价，对不上要先说清。",
        "The pages do not come to the number that the sheet states, by which the printer buys paper.",
        "版面: {页数: 20}    # 实有 19 页",
        "版面: {页数: 20}    # 补一页“空白”",
    ),
    "page-multiple": Explained(
        "骑马订一张纸折成四页，页数要是 4 的倍数。",
        "Saddle stitch folds each sheet into four pages, so their number is a multiple of 4.",
        "版面: {装订: 骑马订, 页数: 18}",
        "版面: {装订: 骑马订, 页数: 20}",
    ),
    "bad-profile": Explained(
        "色彩可以写印厂自己的特性文件。要的是输出用的 CMYK 特性文件（.icc）；显示器、相机的不行。",
        "The condition may be the shop's own profile: an output profile of CMYK (.icc), not one of a screen or camera.",
        "输出: {印厂: {色彩: 显示器.icc}}",
        "输出: {印厂: {色彩: JapanColor2011.icc}}",
    ),
    "no-spot": Explained(
        "专色要主题里先有：叫什么油墨、没有它时用哪个四色代替、主题的哪些颜色由它印。",
        "The theme must have the spot ink: its name, the process colour that stands for it, which colours it prints.",
        "输出: {印厂: {专色: [银]}}",
        "输出: {印厂: {专色: [金]}}",
    ),
    "unknown-condition": Explained(
        "印刷条件决定颜色怎么换算，要与印厂的纸和机器一致。问清印厂再写。",
        "The printing condition rules how colours are converted; ask the printer for it.",
        "输出: {印厂: {标准: PDF/X-4, 色彩: 胶印}}",
        "输出: {印厂: {标准: PDF/X-4, 色彩: FOGRA39}}",
    ),
    "ink-limit": Explained(
        "四色加起来墨太多，干不透，会蹭脏背面。减少黄、品、青，多用黑。",
        "So much ink does not dry and marks the next sheet. Take less of the colours and more black.",
        "deep: {cmyk: [90, 90, 90, 90]}",
        "deep: {cmyk: [60, 50, 50, 90]}",
    ),
}

CHARTS: dict[str, Explained] = {
    "chart-without-values": Explained(
        "图里一个数也没有。",
        "The chart has no value at all.",
        "- 图表: {类: 条形, 项: []}",
        "- 图表: {类: 条形, 项: [{事实: 村}, {事实: 社区}]}",
    ),
    "mixed-units": Explained(
        "人和元画在一根轴上，长短没法比。一图一个单位。",
        "People and yuan on one axis cannot be compared by length. One unit a chart.",
        "- 图表: {类: 条形, 项: [{事实: 村}, {事实: 救助金}]}",
        "- 图表: {类: 条形, 项: [{事实: 村}, {事实: 社区}]}",
    ),
    "negative-value": Explained(
        "图都从零画起，负数没有地方。写成文字，如“减少12个”。",
        "Charts are drawn from zero and have no room below it. Say it in words.",
        "- 图表: {类: 条形, 值: 社区 - 村}",
        "- 段: |\n    比上年减少{{ 村 - 社区 }}个。",
    ),
    "ring-not-share": Explained(
        "一圈是全部，只能画 0 到 100 的百分数。",
        "A full ring is the whole: it shows shares from 0 to 100 %.",
        "- 图表: {类: 环, 事实: 村}",
        "- 图表: {类: 环, 事实: 比例}",
    ),
    "parts-of-nothing": Explained(
        "各部分加起来是零，分不出占比。",
        "The parts sum to zero, so none has a share.",
        "- 图表: {类: 占比条, 项: [{值: 0}, {值: 0}]}",
        "- 图表: {类: 占比条, 项: [{事实: 村}, {事实: 社区}]}",
    ),
    "less-than-a-unit": Explained(
        "“每”比数值还大，一个图形也画不满。",
        "`per` is larger than the value, so not one unit is full.",
        "- 图表: {类: 点阵, 事实: 村, 每: 10000}",
        "- 图表: {类: 点阵, 事实: 村, 每: 10}",
    ),
    "too-many-units": Explained(
        "要画的图形太多，看着是一片灰，文件也大。把“每”改大。",
        "So many units would be a grey field and a large file. Make `per` larger.",
        "- 图表: {类: 点阵, 事实: 培训, 每: 1}",
        "- 图表: {类: 点阵, 事实: 培训, 每: 1000}",
    ),
}

TYPE: dict[str, Explained] = {
    "text-too-wide": Explained(
        "一串不能断开的字（长网址、长英文）比一行还宽，只好硬断。换个短的写法。",
        "An unbreakable word, such as an address, is wider than the line and was cut. Use a shorter one.",
        "- 段: https://example.org/very/long/address/that/does/not/fit",
        "- 段: 详见二维码。",
    ),
    "loose-line": Explained(
        "为了对齐右边，这一行的字隙撑得太大。增删一两个字就能排匀。",
        "To reach the margin this line had to be spaced too widely. A word more or less evens it.",
        "五年间，全市 Women’s-Federation-Network 建成。",
        "五年间，全市妇联网络建成。",
    ),
    "heading-skipped": Explained(
        "标题从一级跳到了三级，读屏的人会以为漏了一级，PDF/UA 也不许。",
        "Headings jump over a level: a listener would miss one, and PDF/UA forbids it.",
        "- 章: 建岗立业\n- 小节: 培训",
        "- 章: 建岗立业\n- 节: 就业\n- 小节: 培训",
    ),
    "foreign-font": Explained(
        "放进来的外来图形用了没有嵌入的字体，印厂的机器上会换成别的字。",
        "A foreign drawing uses a font that is not embedded; another would stand in for it at the printer's.",
        "String(0, 0, '甲', fontName='Helvetica')",
        "String(0, 0, '甲', fontName='hei')",
    ),
    "foreign-feature": Explained(
        "外来图形用了成品里不许有的画法，如 RGB 颜色。",
        "A foreign drawing uses what the file may not hold, such as RGB colour.",
        "Rect(fillColor=RGB)",
        "Rect(fillColor=CMYK)",
    ),
    "foreign-overflow": Explained(
        "外来图形比给它的版位大，会盖住旁边的东西。",
        "A foreign drawing is larger than its place and would cover what is beside it.",
        "Drawing(400, 300)",
        "Drawing(200, 150)",
    ),
    "attachment-broken": Explained(
        "附件读不出一页，可能没有传完，或只是改了扩展名。",
        "No page can be read, perhaps because the file is not whole or has only been renamed.",
        "- 附件: 通知.pdf    # 由 通知.docx 改名",
        "- 附件: 通知.pdf    # 另存为 PDF",
    ),
    "attachment-encrypted": Explained(
        "加了密的文件不许改动，也就不能并进来。",
        "An encrypted file may not be taken apart, so its pages cannot be appended.",
        "- 附件: 通知.pdf    # 有密码",
        "- 附件: 通知.pdf    # 去掉密码另存的",
    ),
    "attachment-layers": Explained(
        "并进来的页没有图层，原来隐藏的内容会印出来。",
        "Appended pages have no layers; what was hidden would be printed.",
        "- 附件: 图纸.pdf    # 有隐藏图层",
        "- 附件: 图纸.pdf    # 合并图层另存的",
    ),
    "attachment-notes": Explained(
        "并进来的只有页面本身，批注、链接、表单域不带。",
        "Only the pages themselves are appended, without annotations, links and form fields.",
        "- 附件: 表.pdf    # 有批注",
        "- 附件: 表.pdf    # “打印为 PDF”的",
    ),
    "attachment-scripts": Explained(
        "附件里的脚本不会并进来，页面不受影响。",
        "Scripts of the attachment are left behind; its pages look the same.",
        "- 附件: 表单.pdf    # 有 JavaScript",
        "- 附件: 表单.pdf    # “打印为 PDF”的",
    ),
    "guest-broken": Explained(
        "附件这一页的内容坏了，别的页也许还好。",
        "The content of this page is damaged; other pages may be whole.",
        "- 附件: 通知.pdf    # 没有传完",
        "- 附件: 通知.pdf    # 重新导出的",
    ),
    "guest-font": Explained(
        "没有嵌入的字体，换一台机器就会变样，印刷和归档都不允许。",
        "A font that is not in the file looks different elsewhere; printing and archiving forbid that.",
        "- 附件: 通知.pdf    # 未嵌入字体",
        "- 附件: 通知.pdf    # 嵌入全部字体",
    ),
    "guest-unicode": Explained(
        "字体里没有记下每个字形是哪个字，检索和朗读都不行。",
        "The file does not say which characters its glyphs are, so it can be neither searched nor read aloud.",
        "- 附件: 通知.pdf    # 虚拟打印机做的",
        "- 附件: 通知.pdf    # 从原文件导出的",
    ),
    "guest-colour": Explained(
        "交付按 CMYK 印刷条件定色，附件里的 RGB 没有去处。",
        "The file is made for a CMYK printing condition, in which the RGB of the attachment has no place.",
        "- 附件: 图.pdf    # RGB",
        "- 附件: 图.pdf    # 转成 CMYK 或灰度的",
    ),
    "guest-feature": Explained(
        "附件用了标准不允许的写法，如 LZW 压缩、传递函数。",
        "The attachment uses what the standard forbids, such as LZW or transfer functions.",
        "- 附件: 图.pdf    # 旧软件做的",
        "- 附件: 图.pdf    # 另存为 PDF/A 的",
    ),
}

ROWS: dict[str, Explained] = {**THEMES, **CHARTS, **TYPE}
