"""What the problems of themes mean."""

from __future__ import annotations

from collections.abc import Mapping

from report.messages.explain.row import Explained

ROWS: Mapping[str, Explained] = {
    "theme-key": Explained(
        "主题里有这个键，可是没有地方读它，多半是写错了字母。它不拦出报告，只是不起作用。",
        "The theme has this key, but nothing reads it; most likely it is misspelt. It stops no build, it does nothing.",
        "blocks: {callout: {fil: paper-2}}",
        "blocks: {callout: {fill: paper-2}}",
    ),
    "grid-sum": Explained(
        "两边的页边加上各栏和栏间，要正好是页宽；上下也一样。加不满，版心就偏在一边。",
        "Margins, columns and gutters make up the width of the page, and rows its height; else the type area is off.",
        "grid: {inner: 18, outer: 16, columns: 12, column: 11, gutter: 5}",
        "grid: {inner: 18, outer: 16, columns: 12, column: 11, gutter: 4}",
    ),
    "grid-baseline": Explained(
        "正文的行落在基线上。高度不是基线距离的整数倍，左右两页、前后两栏的行就错开了。",
        "Lines stand on baselines. A height that is no multiple of their distance sets columns off one another.",
        "frames: {rows: [25, 258], baseline: 5}",
        "frames: {rows: [25, 260], baseline: 5}",
    ),
    "grid-frame": Explained(
        "正文的栏要站在网格的栏格上，版心要和页边相合，图和字的边才对得齐。",
        "Columns of text stand on columns of the grid, and the type area between the margins, so that edges align.",
        "frames: {width: 130, verso: {columns: [61], wide: [16, 176]}}",
        "frames: {width: 131, verso: {columns: [61], wide: [16, 176]}}",
    ),
    "frames-not-mirrored": Explained(
        "翻开的两页以订口为轴对称：左页的切口等于右页的切口。",
        "Facing pages mirror each other about the spine: the outer margin of a verso is that of a recto.",
        "frames: {verso: {wide: [16, 176]}, recto: {wide: [20, 176]}}",
        "frames: {verso: {wide: [16, 176]}, recto: {wide: [18, 176]}}",
    ),
    "safe-zone": Explained(
        "裁切会偏一两毫米。离裁切线不到 3 毫米的字可能被切掉；不到主题自己的安全距的，提醒一下。",
        "The cut is off by a millimetre or two. Type within 3 mm may be lost; within the theme's own distance is told.",
        "furniture: {folio: {verso: [2, 274.5]}}",
        "furniture: {folio: {verso: [16, 274.5]}}",
    ),
    "low-contrast": Explained(
        "字和底的明暗要差得够多，年纪大的人和手机上才看得清（WCAG 2：4.5，大字 3）。"
        "颜色照印刷条件的特性文件换算成屏幕色再量。低于 3 是错误；认可的写进主题的 accepted。",
        "Type and ground must differ enough in lightness (WCAG 2: 4.5, large type 3), measured in the screen colours "
        "that the profile gives. Below 3 is an error; what a theme accepts stands in `accepted`.",
        "tiles: {泥金: {fill: gold, label: white}}",
        "tiles: {泥金: {fill: gold, label: ink}}",
    ),
    "small-inks": Explained(
        "几种油墨分几次印，每次都会略偏。大字看不出，9 磅以下的笔画会带毛边。",
        "Each ink is printed on its own and never quite in register; strokes of type below 9 pt get fringes.",
        "styles: {caption: {size: 7, colour: crimson}}",
        "styles: {caption: {size: 7, colour: k70}}",
    ),
    "faint-type": Explained(
        "浅黑是用网点印的，小字的细笔画会断。图注可以淡，不要淡过 70%。",
        "A tint of black is printed as dots that break thin strokes. Captions may be grey, down to 70 %.",
        "styles: {caption: {size: 7, colour: k52}}",
        "styles: {caption: {size: 7, colour: k70}}",
    ),
    "accepted-nothing": Explained(
        "accepted 是看过、认可的警告。警告没有了，这一行就该删，免得以后放过别的。",
        "Accepted rows are warnings that somebody looked at. One that matches nothing should go, lest it hide another.",
        "accepted: {low-contrast: {没有: 认可}}",
        "accepted: {low-contrast: {tiles.宣.note: 差 0.02}}",
    ),
    "folder-exists": Explained(
        "新主题只写进新文件夹，从不盖掉已有的文件。",
        "A new theme goes into a new folder and never over files that are there.",
        "banxin theme new 朱砂",
        "banxin theme new 朱砂二",
    ),
    "theme-folder-name": Explained(
        "主题名就是文件夹名，报告里写 主题: 名字，所以要有名字，不能是点和斜线。",
        "The name of a theme is that of its folder, and reports name it; so there must be one.",
        "banxin theme new .",
        "banxin theme new 朱砂",
    ),
    "specimen-without-flow": Explained(
        "内容块要排在流动的页上，页由主题的 flow 定。没有 flow，样本只有颜色和样式。",
        "Blocks stand on pages of running text, which the theme's flow describes; without it none are shown.",
        "flow: {}",
        "flow: {template: 流页, step: 5}",
    ),
}
