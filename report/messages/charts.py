"""What problems of charts say."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "chart-without-values": Message(
        "这张图里没有数", "this chart has no values", "请写“事实”或“项”", "give it a `fact` or `series`"
    ),
    "mixed-units": Message(
        "一张图里混了“{first}”和“{second}”（{figure}）",
        "one chart mixes {first} and {second} ({figure})",
        "一图一单位：请拆成两张图",
        "one unit a chart: make two charts of it",
    ),
    "negative-value": Message(
        "{figure} 是负数，这种图的量都从零数起，画不了",
        "{figure} is negative, and this kind of chart counts from zero",
        "请换成柱形、条形或折线，或写成文字",
        "use columns, bars or a line, or say it in words",
    ),
    "ring-not-share": Message(
        "环只画 0 到 100 的百分数，这里是 {figure}",
        "a ring shows a share between 0 and 100 %, this is {figure}",
        "请换成条形或点阵",
        "use bars or dots",
    ),
    "parts-of-nothing": Message(
        "这张图各项之和是零", "the parts of this chart sum to zero", "请检查各项的值", "check the values of its parts"
    ),
    "less-than-a-unit": Message(
        "{figure} 画不满一个单位（{scale}）",
        "{figure} is less than one unit of the chart ({scale})",
        "请把“每”改小",
        "make `per` smaller",
    ),
    "too-many-units": Message(
        "要画 {count} 个单位，最多 {most} 个",
        "the value asks for {count} units, {most} is the most",
        "请把“每”改大",
        "make `per` larger",
    ),
    "name-twice": Message(
        "“{name}”在同一组里出现了两次",
        "{name} stands twice in one series",
        "一个名目只画一次：请检查“横”用的列，或把各组分成几列",
        "one value a name: check the column of `x`, or give each series a column of its own",
    ),
    "one-series": Message(
        "这种图只画一组数，这里有 {given} 组（{names}）",
        "this kind of chart shows one series, there are {given} ({names})",
        "请在“纵”里只留一列，或改用分组、堆积",
        "keep one column in `y`, or use `grouped` or `stacked`",
    ),
    "reference-not-here": Message(
        "这种图画不出参照线",
        "this kind of chart has no line of reference",
        "请用条形、柱形、分组或折线，或去掉“参照”",
        "use a bar, column, grouped or line chart, or take the reference away",
    ),
    "unknown-highlight": Message(
        "强调的“{name}”不在图里",
        "the chart has no {name} to highlight",
        "图里有：{all}",
        "it has: {all}",
    ),
    "parts-not-added": Message(
        "图里写着“{said}”，各项却在图中相加",
        "the chart says “{said}”, but its kind adds the values up",
        "请改用条形、分组或折线，各项分开画",
        "use bars, grouped columns or lines, which do not add",
    ),
    "parts-not-whole": Message(
        "各项之和是 {total}，整体却是 {whole}",
        "the parts sum to {total}, but the whole is {whole}",
        "请核对各项和整体；四舍五入的差会自动放行",
        "check parts and whole; differences of rounding pass",
    ),
    "ring-no-whole": Message(
        "环的各项之和是 {total}，没有说整体是多少",
        "the parts of this ring sum to {total}, and no whole is declared",
        "请加一项“名: 合计”，或让百分数合计为 100%；各项若有重叠，请改用条形",
        "add an item that is the total, or let percentages sum to 100 %; use bars for parts that overlap",
    ),
    "stack-not-whole": Message(
        "“{name}”的百分数合计 {total}%，不是 100%",
        "the percentages of {name} sum to {total} %, not 100 %",
        "请补上缺的部分（如“其他”），或改用分组",
        "add what is missing as a part of its own, or use `grouped`",
    ),
    "pyramid-sides": Message(
        "金字塔要正好两组数，这里有 {given} 组",
        "a pyramid has exactly two series, there are {given}",
        "请在“纵”里写两列，如“纵: [女, 男]”",
        "name two columns in `y`",
    ),
    "slope-periods": Message(
        "坡度图要正好两个时期，这里有 {given} 个",
        "a slope chart has exactly two periods, there are {given}",
        "请只留首末两期；三期及以上用折线",
        "keep the first and the last period; use a line for three and more",
    ),
    "slope-gap": Message(
        "“{name}”缺一个时期的数，连不成线",
        "{name} lacks one of the two periods",
        "请补上这个数，或去掉这一组",
        "give the value, or leave the series out",
    ),
    "waterfall-short": Message(
        "瀑布图要有起点、增减和终点，这里只有 {given} 个数",
        "a waterfall needs a start, changes and an end, there are {given} values",
        "请依次写：期初、各项增减、期末，中间不缺数",
        "give the start, each change and the end, without gaps",
    ),
    "waterfall-sum": Message(
        "各项增减加起来是 {total}，“{name}”却写着 {whole}",
        "the changes make {total}, but {name} says {whole}",
        "请核对各项的值和正负号",
        "check the values and their signs",
    ),
    "scatter-axes": Message(
        "散点要两组数，各占一条轴，名目相同，这里有 {given} 组",
        "a scatter needs two series with the same names, one for each axis; there are {given}",
        "请写“横: 名称列, 纵: [横轴列, 纵轴列]”",
        "write `x: names, y: [across, up]`",
    ),
    "multiples-one": Message(
        "小多图至少要两组数，一组一张小图",
        "small multiples need two series or more, one for each small chart",
        "请在“纵”里写几列；只有一组时用柱形或折线",
        "name several columns in `y`; use columns or a line for one",
    ),
    "too-many-series": Message(
        "有 {given} 组数，主题只有 {most} 种颜色可分",
        "there are {given} series, and the theme has {most} colours to tell them apart",
        "请合并或减少组，或改用小多图",
        "merge series or leave some out, or use small multiples",
    ),
    "label-overlap": Message(
        "“{text}”没有不重叠的位置",
        "there is no place for {text} where it overlaps nothing",
        "请缩短名称、减少项数，或把图放宽",
        "shorten names, show fewer values, or make the chart wider",
    ),
    "labels-too-dense": Message(
        "名称太密，“{text}”等 {count} 个排不下",
        "names are too dense: {text} and others, {count} in all, have no room",
        "请改用条形（名称横排），或分成几张图",
        "use bars, whose names stand before them, or make several charts",
    ),
    "bars-too-thin": Message(
        "{count} 根柱子挤在一张图里，细得看不清",
        "{count} bars in one chart are too thin to see",
        "请减少项数、把图放宽，或改用折线",
        "show fewer values, make the chart wider, or use a line",
    ),
    "bad-math": Message(
        "公式 ${text}$ 读不懂",
        "the formula ${text}$ cannot be read",
        "请检查花括号是否成对、命令是否写对；不是公式的美元号写作 \\$",
        "check that braces pair and commands exist; write \\$ for a dollar sign",
    ),
}
