"""Explanations of what can be wrong with paper, binding, covers and barcodes."""

from __future__ import annotations

from report.messages.explain.row import Explained

ROWS: dict[str, Explained] = {
    "bad-weight": Explained(
        "克重是一平方米纸的重量，印厂按它报价，书脊和爬移也按它查厚度。",
        "The weight of a square metre: shops quote by it, and spine and creep are worked out from it.",
        "印刷: {纸张: 双胶纸, 克重: 厚}",
        "印刷: {纸张: 双胶纸, 克重: 100g}",
    ),
    "bad-thickness": Explained(
        "纸厚是一张纸（两面）的厚，不是一沓的厚；印厂可以量给你。",
        "The thickness of one leaf (two pages), not of a pile. The shop can measure it.",
        "印刷: {纸张: 双胶纸, 克重: 100g, 纸厚: 12mm}",
        "印刷: {纸张: 双胶纸, 克重: 100g, 纸厚: 0.12mm}",
    ),
    "closing-blanks": Explained(
        "骑马订的页数是 4 的倍数，胶订是 2 的倍数；差几面，就在封底前留几面空白，最多 3 面。",
        "Saddle stitch needs a multiple of 4 pages, a glued book of 2: up to 3 blanks before the back cover fill up.",
        "版面: {装订: 骑马订}    # 排出来 14 面",
        "版面: {装订: 骑马订, 页数: 12}    # 收紧到 12 面",
    ),
    "pages-fitted": Explained(
        "写了“页数”，行距、字距、图高和块间距在主题的 fit 限度里一起松紧，基线网格整体移动。",
        "Leading, tracking, pictures and spaces move together within the theme's `fit`, the baseline grid as a whole.",
        "版面: {页数: 16}    # 内容 17 面",
        "版面: {页数: 16}    # 收紧后正好 16 面",
    ),
    "fit-cut": Explained(
        "主题的 fit 限度到头了，只能删。指出的是最省的地方：那一段文字的末页占得最少。",
        "The limits of the theme are reached. The place is the cheapest cut: the last page of a run, the emptiest.",
        "版面: {页数: 16}    # 内容 19 面",
        "版面: {页数: 20}",
    ),
    "stitch-too-thick": Explained(
        "两颗钉穿过全部纸页，太厚就合不拢、爬移大：80 g 至多 64 面，128 g 48 面，157 g 32 面，再厚 24 面。",
        "Two staples hold all sheets; too thick a book gapes. 80 g: 64 pages, 128 g: 48, 157 g: 32, more: 24.",
        "版面: {装订: 骑马订}    # 60 面\n印刷: {纸张: 铜版纸, 克重: 157g}",
        "版面: {装订: 胶订}\n印刷: {纸张: 铜版纸, 克重: 157g}",
    ),
}
