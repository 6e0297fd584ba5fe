"""What problems of themes, layout and pipeline say."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "theme-missing": Message(
        "主题里缺 {key}", "the theme lacks {key}", "应写成：{key}: {wanted}", "write {key}: {wanted}"
    ),
    "theme-value": Message(
        "主题里 {key} 的写法不对", "the theme's {key} is not understood", "应为 {wanted}", "it should be {wanted}"
    ),
    "unknown-theme": Message(
        "没有名为“{name}”的主题",
        "there is no theme named {name}",
        "[[最接近的是“{near}”；]]可用：{all}",
        "[[the nearest is {near}; ]]there are: {all}",
    ),
    "theme-inherits-itself": Message(
        "主题“{name}”的继承绕回了自身",
        "the theme {name} inherits from itself",
        "请去掉一处 inherits",
        "take one inherits away",
    ),
    "theme-path": Message(
        "主题“{name}”在报告文件夹之外",
        "the theme {name} lies outside the report's folder",
        "请写主题名，或把主题文件夹放进报告文件夹",
        "name a theme, or put its folder into the report's folder",
    ),
    "unknown-colour": Message(
        "主题里没有颜色“{name}”",
        "the theme has no colour {name}",
        "[[最接近的是“{near}”；]]可用：{all}",
        "[[the nearest is {near}; ]]there are: {all}",
    ),
    "unknown-style": Message(
        "主题里没有文字样式“{name}”",
        "the theme has no text style {name}",
        "[[最接近的是“{near}”，]]请查主题里的名字",
        "[[the nearest is {near}; ]]see the names of the theme",
    ),
    "unknown-element": Message(
        "版式里没有“{name}”这种元素", "a template has no element {name}", "可用：{near}", "use one of: {near}"
    ),
    "unknown-template": Message(
        "主题里没有版式“{name}”",
        "the theme has no page template {name}",
        "[[最接近的是“{near}”，]]请查主题里的名字",
        "[[the nearest is {near}; ]]see the names of the theme",
    ),
    "template-side": Message(
        "版式“{name}”只能用在{side}页",
        "template {name} belongs on a {side}",
        "前面少了或多了一页",
        "a page is missing or too many before it",
    ),
    "unknown-region": Message(
        "这个版式没有“{name}”区",
        "this template has no region {name}",
        "[[最接近的是“{near}”；]]共有：{all}",
        "[[the nearest is {near}; ]]it has: {all}",
    ),
    "region-kind": Message(
        "“{name}”里放的东西不对", "{name} holds the wrong kind of content", "应为{wanted}", "it should be {wanted}"
    ),
    "unknown-parameter": Message(
        "这个版式没有“{name}”参数",
        "this template has no parameter {name}",
        "[[最接近的是“{near}”；]]共有：{all}",
        "[[the nearest is {near}; ]]it has: {all}",
    ),
    "missing-parameter": Message(
        "这个版式的参数“{name}”没有给",
        "the template's parameter {name} is not given",
        "请在“参数”里写上",
        "add it to `parameters`",
    ),
    "not-a-topic": Message(
        "“{name}”区只放专题", "the region {name} takes a topic", "应写成“- 专题: …”", "write `- topic: …`"
    ),
    "one-line": Message(
        "“{name}”区只有一行的位置",
        "the region {name} has room for one line",
        "请删去空行和换行",
        "remove blank lines and line ends",
    ),
    "tab-overflow": Message(
        "书口标签里“{text}”长出 {over} mm",
        "'{text}' is {over} mm longer than the thumb tab",
        "请改短章名",
        "shorten the chapter's title",
    ),
    "unknown-ground": Message(
        "没有“{name}”这种底色",
        "there is no ground {name}",
        "[[最接近的是“{near}”；]]可用：{all}",
        "[[nearest: {near}; ]]there are: {all}",
    ),
    "text-overflow": Message(
        "文字超出版位 {over} mm，约 {lines} 行",
        "the text runs {over} mm past its room, about {lines} lines",
        "请删去约 {lines} 行的字",
        "cut about {lines} lines",
    ),
    "line-overflow": Message(
        "“{text}”比版位宽 {over} mm", "'{text}' is {over} mm wider than its room", "请改短", "make it shorter"
    ),
    "column-overflow": Message(
        "竖排的“{text}”比版位长 {over} mm",
        "the column '{text}' is {over} mm longer than its room",
        "请改短",
        "make it shorter",
    ),
    "block-overflow": Message(
        "这一块超出版位 {over} mm", "this block runs {over} mm past its room", "请减少内容", "give it less"
    ),
    "too-many-blocks": Message(
        "这里只有 {room} 个版位，给了 {given} 块",
        "there is room for {room} blocks, {given} were given",
        "请删去多的块",
        "remove what is too many",
    ),
    "too-many-values": Message(
        "这张图最多画 {room} 项，给了 {given} 项",
        "this chart draws at most {room} values, {given} were given",
        "请删去多的项",
        "remove what is too many",
    ),
    "unknown-chart": Message(
        "这里不能画“{kind}”图", "this place cannot draw a {kind} chart", "可用：{all}", "use one of: {all}"
    ),
    "units-disagree": Message(
        "数值要画 {wanted} 个，版式画 {drawn} 个",
        "the value asks for {wanted} units, the template draws {drawn}",
        "请改“每”，或换版式",
        "change `per`, or use another template",
    ),
    "unknown-icon": Message("没有“{name}”这种图标", "there is no icon {name}", "可用：{all}", "use one of: {all}"),
    "low-resolution": Message(
        "图片 {file} 在此处只有 {ppi} ppi",
        "the picture {file} has only {ppi} ppi here",
        "印刷至少 {least} ppi，300 ppi 需 {pixels} 像素宽",
        "print needs at least {least} ppi; 300 ppi takes a width of {pixels} pixels",
    ),
    "frames-differ": Message(
        "流式版面左右两页的栏宽或栏高不同",
        "the frames of the flow differ between verso and recto",
        "两页的 columns 和 wide 的宽须相同",
        "give both sides columns and a wide measure of the same width",
    ),
    "block-too-tall": Message(
        "这一块比整页还高 {over} mm",
        "this block is {over} mm higher than a whole page",
        "请减少内容，或拆成几块",
        "give it less, or part it into several blocks",
    ),
    "figure-before-text": Message(
        "这个图（表）在第 {page} 页，正文到第 {first} 页才说到它",
        "this figure stands on page {page}, and the text first refers to it on page {first}",
        "请把它移到说到它的那一段之后",
        "move it behind the paragraph that refers to it",
    ),
    "figure-carried": Message(
        "这个图（表）在它的文字之后第 {count} 页才有地方",
        "this figure stands {count} pages after the text that it belongs to",
        "请在正文里把它前移，或减少它前面的图",
        "move it up in the text, or give it fewer figures before it",
    ),
    "unsplit-too-tall": Message(
        "写了“不拆”，但比一页还高 {over} mm，只好拆开",
        "this block must not be split, but is {over} mm higher than a page; it was split",
        "请去掉“不拆”，或减少内容",
        "remove `unsplit`, or give it less",
    ),
    "quiet-page": Message(
        "为了让它落在该在的一面，前面加了一页静页",
        "a quiet page was added so that this stands on its side",
        "不想要静页，请在前面加减一页内容",
        "to do without, add or remove a page of content before it",
    ),
    "bleed-not-here": Message(
        "这一块在这里不能出血",
        "this block cannot bleed here",
        "能出血的是直接放在正文里的图片、地图、图集和提示",
        "what can bleed are photos, maps, galleries and callouts in the body itself",
    ),
    "bleed-in-block": Message(
        "“出血”只对直接放在正文里的块有效",
        "`bleed` works only for blocks in the body itself",
        "请去掉，或把这一块移到正文里",
        "remove it, or move the block into the body",
    ),
    "data-table-not-here": Message(
        "版式页里的图表下面放不下数据表",
        "a chart of a composed page has no room for a table below it",
        "请去掉“数据表”，或把图表移到正文里",
        "remove `data-table`, or move the chart into the body",
    ),
    "start-in-block": Message(
        "“另起”只对直接放在正文里的块有效",
        "`start` works only for blocks in the body itself",
        "请去掉，或把这一块移到正文里",
        "remove it, or move the block into the body",
    ),
    "spread-in-block": Message(
        "“跨页”只对直接放在正文里的图片有效",
        "`spread` works only for photos in the body itself",
        "请去掉，或把图片移到正文里",
        "remove it, or move the photo into the body",
    ),
    "unknown-variant": Message(
        "主题里这种内容没有“{name}”样式",
        "the theme has no style {name} for this kind of block",
        "[[最接近的是“{near}”；]][[可用：{all}；]]也可删去“样式”",
        "[[the nearest is {near}; ]][[there are: {all}; ]]or remove `style`",
    ),
    "card-not-tile": Message(
        "“宽”“底”“迷你”只用于数墙",
        "`span`, `ground` and `mini` belong to a kpi-wall",
        "请删去，或改用“数墙”",
        "remove them, or use `kpi-wall`",
    ),
    "chart-not-in-flow": Message(
        "“{kind}”图只能放在为它画好的版式里",
        "a {kind} chart needs a page template made for it",
        "请换一种图，或放进有它版位的“页”",
        "use another kind, or a page with a region for it",
    ),
    "lists-not-here": Message(
        "这个版式的目录不列图表",
        "the contents of this template list no charts and tables",
        "请删去“图表: true”，或把“目录”直接放在正文里",
        "remove `charts: true`, or put `contents` into the body itself",
    ),
    "table-without-columns": Message(
        "表格没有可显示的列", "the table shows no column", "请在“列”里写上列名", "name columns in `columns`"
    ),
    "table-too-wide": Message(
        "表格比版心宽 {over} mm",
        "the table is {over} mm wider than the page",
        "请少列几列，或改短表头",
        "show fewer columns, or shorten their heads",
    ),
    "total-disagrees": Message(
        "“{name}”的合计写的是 {given}，各行相加是 {found}",
        "the total of {name} says {given}, its rows add up to {found}",
        "请改数据里的合计或各行",
        "correct the total or the rows in the data",
    ),
    "no-sources": Message(
        "来源表没有内容：报告里没有事实",
        "the table of sources is empty: the report has no facts",
        "请先写“事实”，或删去这个附录",
        "give `facts`, or remove this appendix",
    ),
    "no-terms": Message(
        "名词表没有内容：没有一个事实写了“说明”",
        "the list of terms is empty: no fact has a `label`",
        "请给事实写“说明”，或删去这个附录",
        "give facts a `label`, or remove this appendix",
    ),
    "qr-too-long": Message(
        "二维码装不下 {count} 个字", "a QR code cannot hold {count} characters", "请改短", "make it shorter"
    ),
    "unknown-reference": Message(
        "没有一块的“号”是“{name}”",
        "no block has the anchor {name}",
        "[[最接近的是“{near}”；]][[可用：{all}；]]请查“号”",
        "[[the nearest is {near}; ]][[there are: {all}; ]]see the anchors",
    ),
    "anchor-twice": Message(
        "“号”{name} 用了两次，前一次在 {first}",
        "the anchor {name} stands twice, before at {first}",
        "请改其中一个",
        "rename one of them",
    ),
    "pages-unsettled": Message(
        "页码排了 {rounds} 遍还没有稳定",
        "page numbers have not settled after {rounds} rounds",
        "请在目录前后加一个“分页”",
        "put a `break` before or after the contents",
    ),
    "page-count": Message(
        "共 {pages} 页，版面写的是 {wanted} 页",
        "there are {pages} pages, the sheet says {wanted}",
        "请增删页，或改“页数”",
        "add or remove pages, or change `pages`",
    ),
    "page-multiple": Message(
        "骑马订的页数须是 4 的倍数，现在是 {pages} 页",
        "saddle stitch needs a multiple of 4 pages, there are {pages}",
        "请增删页",
        "add or remove pages",
    ),
    "unknown-condition": Message(
        "不认识印刷条件“{name}”",
        "unknown printing condition {name}",
        "可用：{all}，或印厂给的 .icc 文件",
        "use one of: {all}, or the shop's own .icc file",
    ),
    "bad-profile": Message(
        "“{file}”不是 CMYK 印刷用的色彩特性文件",
        "{file} is no CMYK profile of a printing condition",
        "请向印厂要输出用的 CMYK 特性文件",
        "ask the shop for its CMYK output profile",
    ),
    "no-spot": Message(
        "主题“{theme}”没有专色“{name}”",
        "the theme {theme} has no spot ink {name}",
        "[[可用：{all}；]]请去掉，或在主题的 spots 里加上",
        "[[there are: {all}; ]]remove it, or add it to the theme's spots",
    ),
    "ink-limit": Message(
        "颜色 {name} 的总墨量 {total}%，超过 {limit}%",
        "colour {name} has {total}% ink, more than {limit}%",
        "请减少油墨",
        "use less ink",
    ),
}
