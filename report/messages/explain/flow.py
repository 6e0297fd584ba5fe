"""Explanations of what can be wrong with what charts claim, and with blocks in the flow of pages."""

from __future__ import annotations

from report.messages.explain.row import Explained

CHARTS: dict[str, Explained] = {
    "name-twice": Explained(
        "同一组里一个名目有两个数，图上只能画一个。",
        "One name has two values in one group, and only one can be drawn.",
        "- 图表: {类: 条形, 项: [{事实: 甲, 名: 县区}, {事实: 乙, 名: 县区}]}",
        "- 图表: {类: 条形, 项: [{事实: 甲, 名: 东县}, {事实: 乙, 名: 西县}]}",
    ),
    "one-series": Explained(
        "这种图只画一组数，几组叠在一起看不出各是多少。",
        "This chart shows one group of values; several would hide one another.",
        "- 图表: {类: 柱形, 数据: 培训表, 纵: [人次, 场次]}",
        "- 图表: {类: 分组, 数据: 培训表, 纵: [人次, 场次]}",
    ),
    "unknown-highlight": Explained(
        "要强调的名目不在图里，结果什么也没突出。",
        "The item to stand out is not in the chart, so nothing would.",
        "- 图表: {类: 柱形, 数据: 培训表, 横: 年份, 纵: 人次, 强调: 2029}",
        "- 图表: {类: 柱形, 数据: 培训表, 横: 年份, 纵: 人次, 强调: 2025}",
    ),
    "reference-not-here": Explained(
        "参照线是同一根轴上的一个数，只有条形、柱形、分组和折线有这样的轴。",
        "A line of reference is a value of one axis; only bar, column, grouped and line charts have such an axis.",
        "- 图表: {类: 环, 事实: 比例, 参照: {事实: 全市比例}}",
        "- 图表: {类: 条形, 数据: 比例表, 参照: {事实: 全市比例, 名: 全市}}",
    ),
    "parts-not-added": Explained(
        "图里写明各项不相加，而这种图的形状就是在相加。",
        "The chart says that its parts are not added, and its very shape adds them.",
        "- 图表: {类: 占比条, 题: 各项分列，不相加, 项: [{事实: 村}, {事实: 社区}]}",
        "- 图表: {类: 条形, 题: 各项分列，不相加, 项: [{事实: 村}, {事实: 社区}]}",
    ),
    "parts-not-whole": Explained(
        "各部分加起来不等于写明的整体：漏了一项，或抄错一个数。",
        "The parts do not sum to the stated whole: one is missing, or copied wrongly.",
        "- 图表: {类: 占比条, 项: [{值: 60}, {值: 30}, {值: 100, 名: 合计}]}",
        "- 图表: {类: 占比条, 项: [{值: 60}, {值: 40}, {值: 100, 名: 合计}]}",
    ),
    "ring-no-whole": Explained(
        "环的一圈是全部，没说全部是多少就不知道该画多长。",
        "A full ring is the whole, and unless that is known no part can be drawn.",
        "- 图表: {类: 环, 项: [{事实: 村}, {事实: 社区}]}",
        "- 图表: {类: 条形, 项: [{事实: 村}, {事实: 社区}]}",
    ),
    "stack-not-whole": Explained(
        "百分数堆起来应是 100%，不到或超过都说明漏了或重了。",
        "Stacked percentages come to 100 %; more or less means that something is missing or counted twice.",
        "- 图表: {类: 堆积, 项: [{值: 60}, {值: 30}]}",
        "- 图表: {类: 堆积, 项: [{值: 60}, {值: 30}, {值: 10, 名: 其他}]}",
    ),
    "pyramid-sides": Explained(
        "金字塔左右各一组，正好两组。",
        "A pyramid has two sides, one group each.",
        "- 图表: {类: 金字塔, 纵: [女, 男, 不详]}",
        "- 图表: {类: 金字塔, 纵: [女, 男]}",
    ),
    "slope-periods": Explained(
        "坡度图比的是首末两期，中间的期数放不进去。",
        "A slope compares the first period with the last and has no room for others.",
        "- 图表: {类: 坡度, 横: 年份}    # 2021 到 2025",
        "- 图表: {类: 坡度, 横: 年份}    # 只留 2021 和 2025",
    ),
    "slope-gap": Explained(
        "两期缺了一期，线就连不起来。",
        "One of the two periods is missing, so there is no line.",
        "东县,12,",
        "东县,12,15",
    ),
    "waterfall-short": Explained(
        "瀑布图从期初一步步走到期末，少于三个数没有过程可看。",
        "A waterfall leads from the first sum to the last by steps; with fewer than three numbers there are none.",
        "- 图表: {类: 瀑布, 项: [{值: 10, 名: 期初}, {值: 14, 名: 期末}]}",
        "- 图表: {类: 瀑布, 项: [{值: 10, 名: 期初}, {值: 4, 名: 新增}, {值: 14, 名: 期末}]}",
    ),
    "waterfall-sum": Explained(
        "期初加各项增减应等于期末，现在对不上。",
        "The first sum and the changes must come to the last, and do not.",
        "- 图表: {类: 瀑布, 项: [{值: 10, 名: 期初}, {值: 4, 名: 新增}, {值: 15, 名: 期末}]}",
        "- 图表: {类: 瀑布, 项: [{值: 10, 名: 期初}, {值: 5, 名: 新增}, {值: 15, 名: 期末}]}",
    ),
    "scatter-axes": Explained(
        "散点的每个点要有横纵两个数。",
        "Each point of a scatter has two values, one for each axis.",
        "- 图表: {类: 散点, 数据: 培训表, 纵: [人次]}",
        "- 图表: {类: 散点, 数据: 培训表, 横: 年份, 纵: [人次, 场次]}",
    ),
    "multiples-one": Explained(
        "小多图是一组一张并排比较，只有一组没有可比的。",
        "Small multiples set groups side by side; with one group there is nothing to compare.",
        "- 图表: {类: 小多图, 数据: 培训表, 纵: [人次]}",
        "- 图表: {类: 柱形, 数据: 培训表, 纵: 人次}",
    ),
    "too-many-series": Explained(
        "组数比主题的颜色多，再多就分不清哪条是哪条。",
        "More groups than the theme has colours: nobody could tell them apart.",
        "- 图表: {类: 折线, 纵: [甲, 乙, 丙, 丁, 戊, 己, 庚, 辛]}",
        "- 图表: {类: 折线, 纵: [甲, 乙, 丙, 其他]}",
    ),
    "label-overlap": Explained(
        "标签挤在一起，怎么放都会盖住别的。",
        "The labels are so crowded that this one covers another wherever it stands.",
        "名: 开封市祥符区妇女儿童活动中心",
        "名: 祥符区中心",
    ),
    "labels-too-dense": Explained(
        "横轴下的名称太密，转着写又难读，所以不排。",
        "Too many names stand below the axis, and turned type is hard to read, so they are not set.",
        "- 图表: {类: 柱形, 数据: 各村}",
        "- 图表: {类: 条形, 数据: 各村}",
    ),
    "bars-too-thin": Explained(
        "柱子细得印出来分不清高低。",
        "The bars are too thin to be told apart in print.",
        "- 图表: {类: 柱形, 数据: 各村}",
        "- 图表: {类: 折线, 数据: 各年}",
    ),
    "bad-math": Explained(
        "两个美元号之间当作公式来排，这里读不懂。只是钱的符号就在前面加反斜杠。",
        "What stands between two dollar signs is set as a formula. Put a backslash before one that is none.",
        "题: $\\frac{1}{2",
        "题: $\\frac{1}{2}$",
    ),
}

PAGES: dict[str, Explained] = {
    "frames-differ": Explained(
        "左右两页的栏不一样宽，文字从这页流到那页就对不齐。",
        "The columns of facing pages differ, so text that runs on would not line up.",
        "columns: [80, 80]    # 左页\ncolumns: [80, 70]    # 右页",
        "columns: [80, 80]    # 左页\ncolumns: [80, 80]    # 右页",
    ),
    "block-too-tall": Explained(
        "这一块比一页还高，又不能拆。",
        "The block is taller than a page and cannot be split.",
        "- 要点: {项: [（六十条）], 不拆: true}",
        "- 要点: {项: [（三十条）]}\n- 要点: {项: [（三十条）]}",
    ),
    "figure-before-text": Explained(
        "读者先看到图，过了一页才知道它说明什么。图表只往后移，不往前移，写在说到它的段落之后就不会这样。",
        "Readers meet the figure a page before the text that needs it; figures move on, never back.",
        "- 图表: {号: 甲, 类: 柱形}\n- 分页: {}\n- 段: 见[](#图-甲)。",
        "- 段: 见[](#图-甲)。\n- 图表: {号: 甲, 类: 柱形}",
    ),
    "figure-carried": Explained(
        "放不下的图移到后面的栏头，排在前面等着的图之后；图太多，就离它的文字越来越远。",
        "A figure that does not fit moves to the head of a later column, behind those that wait already.",
        "- 段: 见[](#图-甲)、[](#图-乙)。\n- 图表: {号: 甲, 类: 柱形}\n- 图表: {号: 乙, 类: 柱形}",
        "- 段: 见[](#图-甲)。\n- 图表: {号: 甲, 类: 柱形}\n- 段: 见[](#图-乙)。\n- 图表: {号: 乙, 类: 柱形}",
    ),
    "unsplit-too-tall": Explained(
        "写了“不拆”，可一页放不下，只好拆开。",
        "It is marked as not to be split and does not fit on a page, so it was.",
        "- 表格: {数据: 各村, 不拆: true}",
        "- 表格: {数据: 各村, 续表: true}",
    ),
    "quiet-page": Explained(
        "版式只能在某一面，前面就补了一页只有底纹的静页。",
        "The template belongs on one side, so a quiet page was put before it.",
        "- 章: {题: 建岗, 另起: 右页}",
        "- 段: 再写一页的内容。\n- 章: {题: 建岗, 另起: 右页}",
    ),
    "bleed-not-here": Explained(
        "只有图片、地图、图集和提示能铺到纸边，别的块铺出去会被裁掉字。",
        "Pictures, maps, galleries and boxes may run off the page; other blocks would lose their words.",
        "- 段: {文: 好, 出血: true}",
        "- 图片: {图: img/a.jpg, 替代: 田间课堂, 出血: true}",
    ),
    "bleed-in-block": Explained(
        "栏里的块到不了纸边。要出血就直接放在正文里。",
        "A block inside another does not reach the edge of the page. Put it into the body.",
        "- 两栏:\n    - [图片: {图: img/a.jpg, 替代: 图, 出血: true}]\n    - [段: 好]",
        "- 图片: {图: img/a.jpg, 替代: 图, 出血: true}",
    ),
    "data-table-not-here": Explained(
        "版式页上每一块的位置和大小都是定好的，图表下面没有再列一张表的地方。",
        "On a composed page every block has its place and size; there is none for a table below a chart.",
        "- 页: {版式: 三行, 区: {一: [图表: {类: 环, 事实: 率, 数据表: true}]}}",
        "- 图表: {类: 环, 事实: 率, 数据表: true}",
    ),
    "start-in-block": Explained(
        "栏里的块不能自己另起一页。",
        "A block inside another cannot begin a page.",
        "- 两栏:\n    - [段: {文: 好, 另起: 右页}]\n    - [段: 好]",
        "- 分页: {页: 右页}\n- 两栏:\n    - [段: 好]\n    - [段: 好]",
    ),
    "spread-in-block": Explained(
        "栏里的图跨不到对面那一页。",
        "A picture inside another block cannot run over the facing page.",
        "- 两栏:\n    - [图片: {图: img/a.jpg, 替代: 图, 跨页: true}]\n    - [段: 好]",
        "- 图片: {图: img/a.jpg, 替代: 图, 跨页: true}",
    ),
    "unknown-variant": Explained(
        "主题没有为这种块准备这个样式。",
        "The theme has no such look for this kind of block.",
        "- 引文: {文: 好, 样式: 大红}",
        "- 引文: {文: 好}",
    ),
    "card-not-tile": Explained(
        "宽、底、迷你只在数墙里有用，写在数卡上没有作用。",
        "Span, ground and mini chart belong to the tiles of a wall and do nothing on a card.",
        "- 数卡: [{事实: 村, 宽: 2}]",
        "- 数墙: [{事实: 村, 宽: 2}]",
    ),
    "chart-not-in-flow": Explained(
        "这种图是为某个版式画的，要有它专用的版位。",
        "This chart is drawn for a template and needs the region made for it.",
        "- 图表: {类: 经线, 事实: 村}",
        "- 图表: {类: 点阵, 事实: 村, 每: 100}",
    ),
    "lists-not-here": Explained(
        "这个版式的目录没有留图表目录的位置。",
        "The contents of this template have no room for a list of charts.",
        "- 页: {版式: 目录, 区: {目录: [目录: {图表: true}]}}",
        "- 目录: {图表: true}",
    ),
    "table-without-columns": Explained(
        "一列也没选，表是空的。",
        "No column was chosen, so the table is empty.",
        "- 表格: {数据: 培训表, 列: []}",
        "- 表格: {数据: 培训表, 列: [年份, 人次]}",
    ),
    "table-too-wide": Explained(
        "表比版心宽，右边会印到纸外。",
        "The table is wider than the page and would run off it.",
        "列: [年份, 人次, 场次, 地点, 负责人, 联系电话, 备注]",
        "列: [年份, 人次, 场次]",
    ),
    "total-disagrees": Explained(
        "数据里自带的合计与各行之和不符，读者一加就发现。",
        "The total that stands in the data is not the sum of its rows, as any reader can find.",
        "合计,215",
        "合计,214",
    ),
    "no-sources": Explained(
        "来源表从事实的“来源”生成，报告里没有事实就没有内容。",
        "The list of sources is made from the facts, of which there are none.",
        "- 附录: {题: 数据来源, 自动: 来源表}    # 没有事实",
        "- 附录: {题: 数据来源, 文: 数据由办公室提供。}",
    ),
    "no-terms": Explained(
        "名词表从事实的“说明”生成，一个也没写。",
        "The list of terms is made from the labels of facts, of which there are none.",
        "事实:\n  村: {值: 2135, 单位: 个}",
        "事实:\n  村: {值: 2135, 单位: 个, 说明: 行政村}",
    ),
    "qr-too-long": Explained(
        "内容太长，二维码密得手机扫不出来。",
        "So much text makes a code too dense to be scanned.",
        "- 封底: {二维码: https://example.org/非常长的地址}",
        "- 封底: {二维码: https://example.org/a}",
    ),
    "unknown-reference": Explained(
        "引到的“号”没有一块叫这个名字，读者点了没反应。",
        "No block has this name, so the reference leads nowhere.",
        "- 段: |\n    [图见](#图-培训班)",
        "- 段: |\n    [图见](#图-培训)\n- 图表: {号: 培训, 类: 环, 事实: 比例}",
    ),
    "anchor-twice": Explained(
        "两块用了同一个号，引用不知道去哪一块。",
        "Two blocks have one name, and a reference cannot know which is meant.",
        "- 节: {题: 甲, 号: 一}\n- 节: {题: 乙, 号: 一}",
        "- 节: {题: 甲, 号: 一}\n- 节: {题: 乙, 号: 二}",
    ),
    "pages-unsettled": Explained(
        "目录变长把后面挤下去，页码变了目录又变，来回不停。加个分页就定住了。",
        "The contents push pages on, which changes the contents again. A page break settles it.",
        "- 目录: {层级: 3}\n- 章: 建岗立业",
        "- 目录: {层级: 3}\n- 分页:\n- 章: 建岗立业",
    ),
}

ROWS: dict[str, Explained] = {**CHARTS, **PAGES}
