"""What preflight says of the practice of print shops (docs/print.md, G01 to C13), and what it leaves unjudged."""

from __future__ import annotations

from report.messages.row import Message, placed

_PLACED: dict[str, Message] = {
    "g01-unreadable": Message(
        "读不出：{what}", "cannot be read: {what}", "从原文件重新导出", "export again from the source"
    ),
    "g02-sizes-differ": Message(
        "成品尺寸 {size} 毫米，其余多是 {usual}",
        "the finished size is {size} mm, most others are {usual}",
        "同一本册子各页尺寸、方向要一致",
        "all pages of a book have one size and orientation",
    ),
    "g03-turned": Message(
        "页面转了 {angle} 度", "the page is turned by {angle} degrees", "导出成正的", "export it upright"
    ),
    "g04-scaled": Message(
        "页面单位是 {unit} 磅，不是 1 磅",
        "a unit of the page is {unit} pt instead of 1",
        "按实际尺寸导出",
        "export at real size",
    ),
    "g05-cropped": Message(
        "页面裁切框（CropBox）与 MediaBox 不同",
        "the CropBox differs from the MediaBox",
        "去掉裁切框，以免盖住出血",
        "remove the CropBox, which may hide the bleed",
    ),
    "g06-empty-page": Message(
        "页面是空的", "the page is empty", "要留白就写明，否则删去", "tell the shop if it is meant, or delete it"
    ),
    "g07-not-process": Message(
        "{what}的颜色是 {space}，不是 CMYK 或灰",
        "the colour of the {what} is {space}, neither CMYK nor grey",
        "转成 CMYK；黑字转成单黑 K100",
        "convert it to CMYK, and black text to K 100 alone",
    ),
    "g08-spot": Message(
        "有专色 {name}",
        "there is the spot colour {name}",
        "四色印刷请转成 CMYK；确要专色，用 --spots 写明并告诉印厂",
        "convert it to CMYK, or name it with --spots and tell the shop",
    ),
    "g09-all-inks": Message(
        "成品内有套版色（All）",
        "registration colour (All) lies inside the trim",
        "改成单黑 K100",
        "use K 100",
    ),
    "g10-white-text-overprint": Message(
        "{size} 磅白字设了叠印，印出来会消失",
        "white text of {size} pt overprints and will vanish",
        "白色不能叠印，改为挖空",
        "let white knock out",
    ),
    "g11-white-overprint": Message(
        "白色图形设了叠印，印出来会消失",
        "a white shape overprints and will vanish",
        "白色不能叠印，改为挖空",
        "let white knock out",
    ),
    "g12-black-overprint": Message(
        "{size} 磅黑字没有叠印",
        "black text of {size} pt does not overprint",
        "12 磅以下的 K100 黑字设叠印（OPM 1），免得套印不准露白",
        "let K 100 text below 12 pt overprint (OPM 1), so that no white shows around it",
    ),
    "g13-grey-black": Message(
        "{size} 磅黑字是灰度黑，不能叠印",
        "black text of {size} pt is in grey, which cannot overprint",
        "改成 CMYK 的 K100",
        "use K 100 of CMYK",
    ),
    "g14-black-line-overprint": Message(
        "{width} 磅黑线没有叠印",
        "a black line of {width} pt does not overprint",
        "细黑线设叠印",
        "let thin black lines overprint",
    ),
    "g15-overprint-mode": Message(
        "叠印方式不对：{what}",
        "overprint will not work: {what}",
        "用 CMYK 和 OPM 1",
        "use CMYK and OPM 1",
    ),
    "g16-rich-black": Message(
        "{size} 磅黑字含彩墨：{colour}",
        "black text of {size} pt has coloured ink: {colour}",
        "小字用单黑 K100",
        "use K 100 alone for small text",
    ),
    "g17-many-inks": Message(
        "{size} 磅小字用了太多色墨：{colour}，至多 {most} 色",
        "text of {size} pt has too many inks: {colour}, {most} at most",
        "小字减到一两色，或放大",
        "use one or two inks, or a larger size",
    ),
    "g18-hair-line": Message(
        "线宽 {width} 磅，太细",
        "a line is {width} pt wide, too thin",
        "至少 0.25 磅",
        "make it 0.25 pt at least",
    ),
    "g19-line-inks": Message(
        "{width} 磅细线用了几色：{colour}",
        "a line of {width} pt has several inks: {colour}",
        "0.5 磅以下的线只用一色，免得套印不准",
        "use one ink below 0.5 pt",
    ),
    "g20-total-ink": Message(
        "总墨量 {total}%，上限 {most}%",
        "total ink is {total} %, the limit {most} %",
        "按印厂的配置文件转色，或减墨",
        "convert with the shop's profile, or use less ink",
    ),
    "g21-picture-soft": Message(
        "图片 {name} 只有 {ppi} ppi，至少 {least}",
        "the picture {name} has {ppi} ppi, {least} at least",
        "换大图，或缩小版位",
        "use a larger picture, or place it smaller",
    ),
    "g22-picture-resolution": Message(
        "图片 {name} 是 {ppi} ppi，不到 {least}",
        "the picture {name} has {ppi} ppi, less than {least}",
        "有大图请换",
        "use a larger one if there is one",
    ),
    "g23-line-art-soft": Message(
        "黑白线稿 {name} 只有 {ppi} ppi，至少 {least}",
        "the line art {name} has {ppi} ppi, {least} at least",
        "重新扫描或改用矢量",
        "scan it again or use a drawing",
    ),
    "g24-line-art-resolution": Message(
        "图片 {name} 是 {ppi} ppi，宜为 {least}",
        "the picture {name} has {ppi} ppi; {least} is right",
        "调整到合适的精度",
        "resample it",
    ),
    "g25-blend-not-cmyk": Message(
        "有透明效果，混合空间不是 CMYK（{space}）",
        "there is transparency, and the blend space is not CMYK ({space})",
        "把透明混合空间设为 CMYK",
        "set the transparency blend space to CMYK",
    ),
    "g26-layers": Message(
        "有 {count} 个图层", "there are {count} layers", "导出时合并图层", "flatten the layers on export"
    ),
    "g27-courier": Message(
        "用了 {name}，多是缺字体时的替代",
        "{name} is used, mostly in place of a missing font",
        "确认是不是要用它",
        "make sure that it is meant",
    ),
    "g28-type3": Message(
        "用了 Type 3 字体 {name}",
        "the Type 3 font {name} is used",
        "换成 TrueType 或 OpenType",
        "use TrueType or OpenType",
    ),
    "g29-only-picture": Message(
        "整页只是一张图片",
        "the page is nothing but one picture",
        "文字要保持矢量，从原文件导出",
        "keep text as text, export from the source",
    ),
    "g30-invisible-text": Message(
        "有看不见的文字（多来自扫描识别）",
        "there is invisible text, mostly of a scan",
        "印刷文件里删掉它",
        "remove it from a print file",
    ),
    "g31-fake-bold": Message(
        "{size} 磅字靠描边加粗",
        "text of {size} pt is emboldened by a stroke",
        "改用真正的粗体字",
        "use a bold face",
    ),
    "c01-bleed": Message(
        "出血只有 {bleed} 毫米，要 3 毫米",
        "the bleed is {bleed} mm instead of 3",
        "到边的颜色和图片向外放 3 毫米，导出时带出血",
        "let colour go 3 mm beyond the trim and export with bleed",
    ),
    "c02-bleed-colour": Message(
        "{side}有 {length} 毫米长的颜色到边就停，裁切会露白",
        "colour stops at the {side} edge along {length} mm, and cutting will show paper",
        "让颜色伸出成品 3 毫米",
        "let it go 3 mm beyond the trim",
    ),
    "c03-black-plate": Message(
        "{size} 磅黑字不是单黑（{colour}），会印成四色",
        "black text of {size} pt ({colour}) comes out on all four plates",
        "改成 CMYK 的 K100",
        "use K 100 of CMYK",
    ),
    "c03-black-measured": Message(
        "分色后黑字上有彩墨",
        "black text has coloured ink on the plates",
        "检查透明和颜色转换，黑字应只在黑版",
        "check transparency and conversion: black text belongs on the black plate",
    ),
    "c04-black-on-tint": Message(
        "{size} 磅黑字在底色上没有压印",
        "black text of {size} pt knocks a hole into its ground",
        "设叠印，免得露白",
        "let it overprint",
    ),
    "c05-safe-zone": Message(
        "文字离裁切边只有 {room} 毫米，要 3 毫米",
        "text is {room} mm from the trim instead of 3",
        "往里移，免得被裁掉",
        "move it inwards, or it may be cut",
    ),
    "c06-page-count": Message(
        "共 {count} 页，不是 4 的倍数",
        "there are {count} pages, not a multiple of 4",
        "骑马订再加 {more} 页，或用胶装",
        "add {more} for saddle stitch, or bind it otherwise",
    ),
    "c07-tiny-text": Message(
        "文字只有 {size} 磅，宜在 {least} 磅以上",
        "text is {size} pt, better {least} pt or more",
        "放大；反白和多色小字容易糊",
        "make it larger: reversed or coloured type fills in",
    ),
    "c08-faint-tint": Message(
        "网点只有 {share}%，晒版会丢",
        "a tint of {share} % drops out on the plate",
        "至少 5%，或不用",
        "use 5 % at least, or none",
    ),
    "c09-finished-size": Message(
        "成品 {size} 毫米不是常用尺寸",
        "the finished size {size} mm is not a common one",
        "确认尺寸；非常用开本费纸",
        "make sure of it: odd sizes waste paper",
    ),
    "c10-white-line": Message(
        "反白线只有 {width} 磅",
        "a white line is {width} pt wide",
        "至少 0.5 磅，免得糊住",
        "make it 0.5 pt at least, or it fills in",
    ),
    "c11-four-blacks": Message(
        "黑字用了四色墨：{colour}，共 {total}%",
        "black text is made of four inks: {colour}, {total} % in all",
        "改成单黑 K100",
        "use K 100",
    ),
    "c11-black-area": Message(
        "大片黑墨量太高：{colour}，共 {total}%",
        "a black area has too much ink: {colour}, {total} % in all",
        "宜用 C60 M40 Y40 K100 以内",
        "use no more than C60 M40 Y40 K100",
    ),
    "c12-plates": Message(
        "分色出了多余的版 {name}",
        "there is a further plate {name}",
        "转成 CMYK，或用 --spots 写明",
        "convert it to CMYK, or name it with --spots",
    ),
    "c13-official-colours": Message(
        "公文用色 {colour} 不是 K100 或 M80 Y80",
        "{colour} is neither K100 nor M80 Y80, the colours of official papers",
        "黑用 K100，红用 M80 Y80",
        "use K100 for black and M80 Y80 for red",
    ),
}

_UNJUDGED: dict[str, Message] = {
    "not-measured": Message(
        "{clauses} 要看分色，没有测：{reason}",
        "{clauses} need separations, which were not made: {reason}",
        "装好 Ghostscript，不带 --no-separations 再跑一遍",
        "run it again with Ghostscript installed and without --no-separations",
    ),
    "picture-ink-unknown": Message(
        "第 {pages} 页有图片的墨量读不出",
        "the ink of pictures on pages {pages} could not be read",
        "请印厂看分色",
        "ask the shop to look at separations",
    ),
    "beyond-preflight": Message(
        "{standard} 只查了上面各条，未作全文判定",
        "{standard} was judged by the rules above only, not as a whole",
        "要全文判定请用 veraPDF",
        "use veraPDF for the whole",
    ),
}

ROWS = {**placed(_PLACED), **_UNJUDGED}
