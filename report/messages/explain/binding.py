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
    "cover-unbound": Explained(
        "封面、书脊、封底拼成一张，先要知道怎么装订：胶订、锁线有书脊，骑马订没有。",
        "Cover, spine and back are one sheet whose shape the binding decides: glued and sewn books have a spine.",
        "版面: {装订: 无}\n输出:\n  印厂: {封面另出: true}",
        "版面: {装订: 胶订}\n输出:\n  印厂: {封面另出: true}",
    ),
    "cover-alone": Explained(
        "封面四面（封面、封二、封三、封底）另出一个文件，剩下的才是内文。",
        "The four pages of the cover go into a file of their own, and what is left is the inside.",
        "正文:\n  - 封面: {}\n  - 封底: {}\n输出:\n  印厂: {封面另出: true}",
        "正文:\n  - 封面: {}\n  - 封底: {}\n输出:\n  印厂: {封面另出: false}",
    ),
    "no-front-cover": Explained(
        "另出的封面取全书最前两面和最后两面，所以第一面必须是封面。",
        "The separate cover is made of the first two and the last two pages, so the first must be a cover.",
        "正文:\n  - 段: 开头。\n  - 封面: {}",
        "正文:\n  - 封面: {}\n  - 段: 开头。",
    ),
    "no-back-cover": Explained(
        "另出的封面取全书最前两面和最后两面，所以最后一面必须是封底。",
        "The separate cover is made of the first two and the last two pages, so the last must be a back cover.",
        "正文:\n  - 封底: {}\n  - 段: 结尾。",
        "正文:\n  - 段: 结尾。\n  - 封底: {}",
    ),
    "spine-unknown": Explained(
        "书脊 = 内文张数 × 纸厚。纸不在表里，就请印厂量一张纸，写“纸厚”，或量好书脊写“书脊”。",
        "A spine is leaves times thickness. For a paper of no table let the shop measure a leaf, or the spine.",
        "版面: {装订: 胶订}\n印刷: {纸张: 珠光纸, 克重: 120g}",
        "版面: {装订: 胶订}\n印刷: {纸张: 珠光纸, 克重: 120g, 纸厚: 0.13mm}",
    ),
    "spine-narrow": Explained(
        "装订会偏半毫米上下，字挤在太窄的书脊上会跑到封面去，所以窄书脊不印字。",
        "Binding strays by half a millimetre, and words on too narrow a spine end up on the cover.",
        "印刷: {书脊: 3mm}",
        "印刷: {书脊: 6mm}",
    ),
    "spine-long": Explained(
        "书脊字竖排一列，从上到单位名为止；缩到 6 磅还排不下就不印。",
        "The words stand in one column above the issuer; what is too long at 6 pt is not printed.",
        "文档: {标题: 一个有一百来个字的标题……}",
        "文档: {标题: 向光而行}",
    ),
    "flap-wide": Explained(
        "勒口折进封面里面，比封面还宽就折不进去。",
        "A flap is folded in behind the cover, and cannot be wider.",
        "印刷: {勒口: 230mm}",
        "印刷: {勒口: 80mm}",
    ),
    "barcode-check": Explained(
        "最后一位由前 12 位算出来，抄错一个数字就对不上；印出去扫不出，书要贴不干胶。",
        "The last digit is worked out from the twelve before it, so a slip shows. A wrong code means stickers.",
        "- 条码: 978-7-5000-1234-5",
        "- 条码: 978-7-5000-1234-4",
    ),
    "barcode-old": Explained(
        "2007 年以前的书号是 10 位；条码用 13 位，前面加 978，最后一位另算。",
        "Before 2007 an ISBN had ten digits; a barcode has thirteen, with 978 before them and another check digit.",
        "- 条码: 7-5000-1234-X",
        "- 条码: 978-7-5000-1234-4",
    ),
    "barcode-digits": Explained(
        "条码只有数字，连字符和空格可写可不写。",
        "A barcode holds digits alone; hyphens and spaces do not count.",
        "- 条码: 978-7-5000-1234",
        "- 条码: 978-7-5000-1234-4",
    ),
    "barcode-add-on": Explained(
        "附加码印在主码右边：期刊两位，是期号；图书五位。",
        "The add-on stands to the right of the symbol: two digits for an issue, five for a book.",
        "- 条码: {号码: 978-7-5000-1234-4, 附加码: 123}",
        '- 条码: {号码: 978-7-5000-1234-4, 附加码: "01"}',
    ),
    "barcode-scale": Explained(
        "太小扫不出，太大占地方；放大率 1 时条码宽 37.3 mm。",
        "Too small does not scan, too large takes room; at 1 a symbol is 37.3 mm wide.",
        "- 条码: {号码: 978-7-5000-1234-4, 放大: 0.5}",
        "- 条码: {号码: 978-7-5000-1234-4, 放大: 0.8}",
    ),
    "quiet-zone": Explained(
        "扫码枪靠两边的空白找到条码；静区里有字、线、图，就扫不出。",
        "A scanner finds a code by the white beside it; with words, rules or pictures in there it does not.",
        "- 封底: {文: 很长很长的一行字……, 二维码: https://example.org/a}",
        "- 封底: {文: 编印单位, 二维码: https://example.org/a}",
    ),
    "quiet-edge": Explained(
        "静区要完整地落在裁切线以内，裁掉一边就扫不出。",
        "The margins must lie within the trim; cut off on one side, the code does not scan.",
        "- 条码: {号码: 978-7-5000-1234-4, 放大: 2}    # 在窄栏里",
        "- 条码: {号码: 978-7-5000-1234-4}",
    ),
    "creep-unknown": Explained(
        "骑马订里面的纸比外面的凸出来，凸多少看纸厚：一张在里面一层，多凸一张纸的厚。",
        "Each sheet inside stands out by the thickness of one leaf, so the compensation needs that thickness.",
        "版面: {装订: 骑马订}\n印刷: {爬移补偿: true}",
        "版面: {装订: 骑马订}\n印刷: {纸张: 铜版纸, 克重: 157g, 爬移补偿: true}",
    ),
}
