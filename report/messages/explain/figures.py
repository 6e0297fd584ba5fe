"""Explanations of what can be wrong with facts, expressions and the figures of a text."""

from __future__ import annotations

from report.messages.explain.row import Explained

FACTS: dict[str, Explained] = {
    "unknown-fact": Explained(
        "引用了一个没有写下的事实。数字只在“事实”或事实表里写一次，别处都按名字引用，名字要一字不差。",
        "This fact is written nowhere. A figure stands once, in `facts` or the fact table; all else names it.",
        "- 段: |\n    全市有{{ 乡村 }}。",
        "- 段: |\n    全市有{{ 村 }}。",
    ),
    "fact-member": Explained(
        "事实只有一个值，名字后面没有“.”可接。有行有列的是“数据”里的表。",
        "A fact is one value and has no members; tables of `data` have rows and columns.",
        "- 段: |\n    全市有{{ 村.值 }}。",
        "- 段: |\n    全市有{{ 村 }}。",
    ),
    "unknown-field": Explained(
        "“文档.”后面要写文档里的键，如标题、单位、日期。",
        "Behind `document.` stands a key of the document, such as title or date.",
        "- 段: |\n    {{ 文档.名称 }}",
        "- 段: |\n    {{ 文档.标题 }}",
        "- text: |\n    {{ document.name }}",
    ),
    "unknown-format": Explained(
        "竖线后面是印法，这个印法不存在。",
        "Behind the bar stands a way of printing, and this is none.",
        "- 段: |\n    全市有{{ 村 | 个数 }}个村。",
        "- 段: |\n    全市有{{ 村 | 数 }}个村。",
        "- text: |\n    全市有{{ 村 | count }}个村。",
    ),
    "format-mismatch": Explained(
        "印法和值对不上：日期的印法用在数上，或数的印法用在文字上。",
        "The way of printing does not suit the value: that of a date for a number, or that of a number for words.",
        "- 段: |\n    全市有{{ 村 | 年月日 }}。",
        "- 段: |\n    刊发于{{ 文档.日期 | 年月日 }}。",
    ),
    "format-unit": Explained(
        "“万元”“亿元”会印出“元”字，只能用于单位是元的数。",
        "These forms print 元 and are for money alone; others take the scale without it.",
        "- 段: |\n    全市有{{ 村 | 万元 }}。",
        "- 段: |\n    全市有{{ 村 | 万 2位 }}个村。",
    ),
    "expression-syntax": Explained(
        "{{ }} 里只能写事实名、数、加减乘除、函数和竖线后的印法，不是程序。",
        "Inside {{ }} stand names, numbers, + - × ÷, functions and a format behind a bar; it is no program.",
        "- 段: |\n    全市有{{ 村 & 社区 }}。",
        "- 段: |\n    全市有{{ 村 + 社区 }}个。",
    ),
    "expression-ends": Explained(
        "式子到一半就没了，符号后面还该有一个数。",
        "The expression stops half way: a number is due after the sign.",
        "- 段: |\n    全市有{{ 村 + }}。",
        "- 段: |\n    全市有{{ 村 + 社区 }}个。",
    ),
    "expression-long": Explained(
        "这么长的式子读稿的人核不了。请拆成几个派生数，各有名字。",
        "Nobody can check an expression this long by eye. Split it into derived figures with names.",
        "- 派生: {名: 合计, 式: ((((((((((((((((((((((村)))))))))))))))))))))), 单位: 个}",
        "- 派生: {名: 合计, 式: 村 + 社区, 单位: 个}",
    ),
    "braces-unpaired": Explained(
        "“{{”和“}}”要成对，而且在同一行里。",
        "Opening and closing braces come in pairs, on one line.",
        "- 段: |\n    全市有{{ 村 。",
        "- 段: |\n    全市有{{ 村 }}。",
    ),
    "mark-unpaired": Explained(
        "星号成对才是着重，单个的会让后面整段变了字体。",
        "Stars come in pairs; a single one would change the face of all that follows.",
        "- 段: |\n    把**培训办到村口。",
        "- 段: |\n    把**培训**办到村口。",
    ),
    "ruby-unpaired": Explained(
        "注音从“〔”开始，中间一竖，到“〕”为止；缺了后一半，括号和竖线会原样印出来。",
        "A reading stands between 〔 and 〕 with a bar inside; without its end the signs would be printed.",
        "- 段: 她叫〔qìng|罄。",
        "- 段: 她叫〔qìng|罄〕。",
    ),
    "link-target": Explained(
        "链接只能到本报告的号、网址、邮箱或电话；别的地方读者点了打不开，或者会运行程序。",
        "A link leads to an anchor of the report, a web address, a mailbox or a telephone; nothing else.",
        "- 段: 见[官网](example.org)。",
        "- 段: 见[官网](https://example.org)。",
    ),
    "mark-value": Explained(
        "方括号后的花括号里写字的样子；“字距”要带一个数，别的不带。",
        "The braces behind brackets say how words look; tracking takes a number, the others none.",
        "- 段: |\n    [开封]{字距: 大}",
        "- 段: |\n    [开封]{字距: 0.05}",
    ),
    "units-differ": Explained(
        "人和元不能相加，人和人次也不能：加出来的数没有意义。",
        "People and yuan do not add up, nor do people and visits: the sum would mean nothing.",
        "- 段: |\n    {{ 村 + 救助金 }}",
        "- 段: |\n    {{ 村 + 社区 }}个",
    ),
    "division-by-zero": Explained(
        "除数是零，得不出数。请查这个事实的值。",
        "A division by zero has no result. Check the fact.",
        "- 派生: {名: 每村, 式: 救助金 / 0}",
        "- 派生: {名: 每村, 式: 救助金 / 村}",
    ),
    "number-too-long": Explained(
        "数太大，精确的十进制放不下。多半是式子里多乘了，或单位选得太小。",
        "The number is too long for exact decimals: something was multiplied too often, or the unit is too small.",
        "- 派生: {名: 合计, 式: 救助金 * 100000000000000000000000000, 单位: 元}",
        "- 派生: {名: 合计, 式: 救助金 * 1, 单位: 元}",
    ),
    "not-a-number": Explained(
        "这里要一个数，给的是文字，算不了。",
        "A number is wanted here and words were given.",
        "- 派生: {名: 合计, 式: 文档.标题, 单位: 个}",
        "- 派生: {名: 合计, 式: 村 + 社区, 单位: 个}",
    ),
    "inexact-operand": Explained(
        "带“余”“近”的数只说了个大概，拿来加减乘除，得数看着精确，其实没有依据。",
        "A figure with 余 or 近 is not exact; what is worked out from it would look exact and have no ground.",
        "- 段: |\n    {{ 培训 + 培训 }}",
        "- 段: |\n    {{ 村 + 社区 }}个",
    ),
    "no-value": Explained(
        "事实有名字没有值。还没核实的数先删去，别留空位。",
        "The fact has a name and no value. Leave it out until it is known.",
        "事实:\n  村: {值: , 单位: 个}",
        "事实:\n  村: {值: 2135, 单位: 个}",
    ),
    "bad-number": Explained(
        "值要写成数：1280、1,280、6.2万。“两千多”是说法，写在“印作”里，值里写确数。",
        "A value is a number: 1280, 1,280 or 6.2万. Words such as 两千多 are the printed form, not the value.",
        "事实:\n  村: {值: 两千多, 单位: 个}",
        "事实:\n  村: {值: 2135, 单位: 个, 约: 多, 印作: 两千多}",
    ),
    "printed-disagrees": Explained(
        "印出来的数与值不符。“余”“多”的值不能小于印的数，“近”的值不能大于它，别的要四舍五入后相等。",
        "The printed form contradicts the value: 余 prints less than it, 近 more, others the value rounded.",
        "事实:\n  村: {值: 2135, 单位: 个, 印作: 2315}",
        "事实:\n  村: {值: 2135, 单位: 个, 印作: 2135}",
    ),
    "duplicate-fact": Explained(
        "同名的事实有两个，常见的是报告里一个、事实表里一个。一个数只有一个家，改的时候才不会漏。",
        "Two facts have one name, often in the report and in the table. One home a figure: then no change is missed.",
        "事实表: 镇.csv    # 里面已有“镇”\n事实:\n  镇: {值: 118, 单位: 个}",
        "事实表: 镇.csv",
    ),
    "card-empty": Explained(
        "数卡上没有数。写一个事实的名字；确实不是事实的，如“5章”，写在“印”里。",
        "The card has no figure. Name a fact, or give in `printed` what is no fact.",
        "- 数卡: [{名: 全市的村}]",
        "- 数卡: [{事实: 村, 名: 全市的村}]",
    ),
    "chart-empty": Explained(
        "图里没有可画的数。写一个事实，或用“项”列出几个，或用“数据”指一个表。",
        "There is nothing to draw. Name a fact, list several in `series`, or name a table in `data`.",
        "- 图表: {类: 环, 名: 比例}",
        "- 图表: {类: 环, 事实: 比例}",
    ),
    "straight-quotes": Explained(
        "汉字旁的直引号会按出现的次序换成“”。自己写好更稳妥：次序一错，后面全反。",
        "Straight quotes beside Han are made curly by turns; one too few turns all the rest. Type “” yourself.",
        '- 段: |\n    推进"两委"换届。',
        "- 段: |\n    推进“两委”换届。",
    ),
}

EXPRESSIONS: dict[str, Explained] = {
    "column-alone": Explained(
        "表名加列名指的是一整列。要一个数，就写明哪一行，或用函数合起来。",
        "A table and a column mean the whole column. For one number name the row, or use a function.",
        "- 段: |\n    {{ 培训表.人次 }}",
        "- 段: |\n    {{ 合计(培训表.人次) }}",
    ),
    "no-column": Explained(
        "表里没有这一列。列名以文件的表头为准。",
        "The table has no such column; its head says which there are.",
        "- 段: |\n    {{ 合计(培训表.人数) }}",
        "- 段: |\n    {{ 合计(培训表.人次) }}",
    ),
    "no-row": Explained(
        "按“键”那一列找不到这一行。",
        "No row has this value in the key column.",
        "- 段: |\n    {{ 培训表[2019].人次 }}",
        "- 段: |\n    {{ 培训表[2025].人次 }}",
    ),
    "empty-value": Explained(
        "引用的那一格是空的，印出来就是一个缺口。请补上数据，或换一格。",
        "The cell is empty and would print as a gap. Fill it in, or name another.",
        "- 段: |\n    {{ 培训表[2026].人次 }}",
        "- 段: |\n    {{ 培训表[2025].人次 }}",
    ),
    "unknown-table": Explained(
        "“数据”里没有起这个名字的表。",
        "No table of `data` has this name.",
        "- 表格: {数据: 培训班}",
        "- 表格: {数据: 培训表}",
    ),
    "unknown-function": Explained(
        "没有这个函数。能用的就那几个，提示里都有。",
        "There is no such function; the hint has all of them.",
        "- 段: |\n    {{ 求和(培训表.人次) }}",
        "- 段: |\n    {{ 合计(培训表.人次) }}",
        "- text: |\n    {{ total(培训表.人次) }}",
    ),
    "argument-count": Explained(
        "括号里的项数不对。同比、环比、排名要一列和一行，占比、倍、百分点差要两个数。",
        "The function takes another number of arguments: a column and a row, or two numbers.",
        "- 段: |\n    {{ 占比(村) }}",
        "- 段: |\n    {{ 占比(社区, 村) }}",
    ),
    "wants-column": Explained(
        "这个函数是对一整列算的，括号里写“表.列”。",
        "This function works on a whole column, written table.column.",
        "- 段: |\n    {{ 合计(村) }}",
        "- 段: |\n    {{ 合计(培训表.人次) }}",
    ),
    "wants-key": Explained(
        "第二项要指明哪一行，写那一行的键，不能是式子。",
        "The second argument names a row by its key and is no expression.",
        "- 段: |\n    {{ 排名(培训表.人次, 2 + 2) }}",
        "- 段: |\n    {{ 排名(培训表.人次, 2025) }}",
    ),
    "wants-year": Explained(
        "同比是与上一年比，要给一个年份。别的周期用环比。",
        "This compares with the year before and takes a year; for other periods use the function of periods.",
        "- 段: |\n    {{ 同比(培训表.人次, 今年) }}",
        "- 段: |\n    {{ 同比(培训表.人次, 2025) }}",
    ),
    "wants-percent": Explained(
        "百分点是两个百分数之差。两个普通的数相差多少，直接相减。",
        "Points are the difference of two percentages; other figures are subtracted.",
        "- 段: |\n    {{ 百分点差(村, 社区) }}",
        "- 段: |\n    {{ 百分点差(比例, 上年比例) }}",
    ),
    "no-numbers": Explained(
        "这一列一个数也没有，合计、平均都无从算起。也可能是列的类型写成了文本。",
        "The column holds no number, so nothing can be summed. Its type may be declared as text.",
        "- 段: |\n    {{ 合计(培训表.地点) }}",
        "- 段: |\n    {{ 合计(培训表.人次) }}",
    ),
    "no-base": Explained(
        "要比的上一期不在表里，比不出增减。补上那一行，或换一期。",
        "The period to compare with is not in the table. Add it, or choose another.",
        "- 段: |\n    {{ 环比(培训表.人次, 2023) }}",
        "- 段: |\n    {{ 环比(培训表.人次, 2025) }}",
    ),
    "base-zero": Explained(
        "基数是零，增长多少倍、百分之几都没有意义。可写“从无到有”“新增几个”。",
        "Against a base of zero no growth can be stated. Say that it is new, and how much.",
        "- 段: |\n    {{ 倍(村, 0) }}",
        "- 段: |\n    {{ 倍(村, 社区) }}",
    ),
    "not-an-equation": Explained(
        "“等式”里的每一条要有 ==、<、> 之类的符号，两边各是一个式子。",
        "Each line of `equations` has a sign such as == or <, and an expression on both sides.",
        "核对: {等式: [村 + 社区]}",
        "核对: {等式: [村 + 社区 == 2566]}",
    ),
    "equation-fails": Explained(
        "说好相等的两边不相等：不是等式写错，就是哪个数抄错了。出书前务必查清。",
        "Two sides that must be equal are not: either the equation is wrong or a figure was copied wrongly.",
        "核对: {等式: [村 + 社区 == 2600]}",
        "核对: {等式: [村 + 社区 == 2566]}",
    ),
}

CHECKS: dict[str, Explained] = {
    "figure-unmatched": Explained(
        "正文里直接写的这个数，对不上任何事实。它可能是对的，但没人能查出处。写成事实再引用，或列入放行。",
        "A numeral matches no fact. It may be right, but nobody could trace it. Make it a fact or allow it.",
        "- 段: |\n    全市新建服务站 88 个。",
        "- 段: |\n    全市有{{ 村 }}。",
    ),
    "figure-conflict": Explained(
        "正文里写的数和事实只差一点，多半是其中一个没跟着改。改成引用，以后就不会再错开。",
        "A numeral of the text and a fact differ slightly: one was not changed with the other. Refer to the fact.",
        "- 段: |\n    全市有2153个村。",
        "- 段: |\n    全市有{{ 村 }}。",
    ),
    "figure-ambiguous": Explained(
        "几个事实都是这个数，看不出说的是哪一个。写成引用就清楚了。",
        "Several facts have this value, and which is meant cannot be seen. A reference says it.",
        "- 段: |\n    受助1391人。",
        "- 段: |\n    受助{{ 救助妇女 }}。",
    ),
    "label-two-values": Explained(
        "同一个说法在两处是两个数，读者一翻就看得出来。两处引用同一个事实即可。",
        "One label stands beside two values, which readers will see. Refer to one fact in both places.",
        "- 数卡: [{印: 2135个, 名: 全市的村}]\n- 数卡: [{印: 2136个, 名: 全市的村}]",
        "- 数卡: [{事实: 村, 名: 全市的村}]\n- 数卡: [{事实: 村, 名: 全市的村}]",
    ),
    "too-few-periods": Explained(
        "两个点连成的线谁看都是趋势，其实什么也没说。三期以上才用折线。",
        "A line through two points looks like a trend and says nothing. Lines begin at three periods.",
        "- 图表: {类: 折线, 项: [{事实: 村}, {事实: 社区}]}",
        "- 图表: {类: 柱形, 项: [{事实: 村}, {事实: 社区}]}",
    ),
    "radar-refused": Explained(
        "雷达图的面积随各项的排列次序而变，同样的数能画出大小不同的形状，所以不收。",
        "The area of a radar chart depends on the order of its parts: equal figures look unequal, so it is refused.",
        "- 图表: {类: 雷达, 项: [{事实: 村}, {事实: 社区}]}",
        "- 图表: {类: 条形, 项: [{事实: 村}, {事实: 社区}]}",
    ),
    "column-not-numbers": Explained(
        "纵轴要一列数，这一列是文字。若表里其实是数，请在“数据”的“列”里写明类型。",
        "The values must be numbers, and this column is text. If it does hold numbers, declare its type.",
        "- 图表: {类: 柱形, 数据: 培训表, 横: 年份, 纵: 地点}",
        "- 图表: {类: 柱形, 数据: 培训表, 横: 年份, 纵: 人次}",
    ),
    "unknown-delivery": Explained(
        "“仅”“除”和 --only 里写的，要是“输出”里有的名字，不然这一块哪里都不出现，或处处出现。",
        "`only`, `except` and --only name deliveries of the report; a stranger hides a block, or shows it in all.",
        "- 段: {文: 只给印厂, 仅: [印刷厂]}",
        "- 段: {文: 只给印厂, 仅: [印厂]}",
    ),
    "bad-event-date": Explained(
        "大事按时间排，要写成年、年-月或年-月-日，才排得出先后。",
        "Events are put in order, so each has a year, a month or a day.",
        "- 时间线: [{时: 2021年夏, 事: 首批网格员上岗}]",
        "- 时间线: [{时: 2021-06, 事: 首批网格员上岗}]",
    ),
    "bad-approval": Explained(
        "公开的地图要有审图号，印在图下。没有的请用自然资源部的标准地图。",
        "A published map carries the number under which it was approved. Standard maps have one.",
        "- 地图: {底图: img/a.jpg, 审图号: 已审, 替代: 全市地图}",
        "- 地图: {底图: img/a.jpg, 审图号: GS（2024）0650号, 替代: 全市地图}",
    ),
    "attachment-kind": Explained(
        "附件原样接在后面，所以只收 PDF。Word 文件请先另存为 PDF。",
        "An attachment is appended as it is, so it must be a PDF. Save a document as PDF first.",
        "- 附件: 通知.docx",
        "- 附件: 通知.pdf",
    ),
    "appendix-empty": Explained(
        "附录没有内容。写“文”，或让它自动列出来源或名词。",
        "The appendix holds nothing. Write its text, or let it list sources or terms.",
        "- 附录: {题: 数据来源}",
        "- 附录: {题: 数据来源, 自动: 来源表}",
    ),
    "include-depth": Explained(
        "引用的文件又引用别的文件，层层套下去，多半是互相引用成了圈。",
        "Included files include others without end; most likely two of them include each other.",
        "- 引用文件: 报告.yaml",
        "- 引用文件: 第一章.yaml",
    ),
    "include-shape": Explained(
        "引用的文件里要是内容块的列表，或者有“正文”的一份稿子。",
        "An included file is a list of blocks, or a report with a body.",
        "- 引用文件: 标题.yaml    # 里面是：标题: 第一章",
        "- 引用文件: 第一章.yaml    # 里面是：- 段: 开头的话。",
    ),
    "house-word": Explained(
        "用语表里说这个词不用。机构名要写全称，“两委”要加引号，这类规矩人眼最容易漏。",
        "The house list rules this word out. Names of bodies and set phrases are what the eye misses most.",
        "核对: {用语: [{词: 两委, 改为: “两委”}]}\n正文:\n  - 段: 两委换届顺利完成。",
        "核对: {用语: [{词: 两委, 改为: “两委”}]}\n正文:\n  - 段: 村“两委”换届顺利完成。",
    ),
    "rewrite-shared": Explained(
        "锚让同一段内容用在几处，而这几处的键名要改成不同的词，改了这边就坏了那边。分开写即可。",
        "An anchor uses one text in several places where its keys have different names. Write it out in each.",
        "事实:\n  村: &x {名: 村, 值: 2135}\n正文:\n  - 图表: {类: 条形, 项: [*x]}",
        "事实:\n  村: {值: 2135, 单位: 个}\n正文:\n  - 图表: {类: 条形, 项: [{名: 村, 值: 2135}]}",
    ),
}

ROWS: dict[str, Explained] = {**FACTS, **EXPRESSIONS, **CHECKS}
