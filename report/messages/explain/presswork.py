"""Explanations of the practice of print shops that preflight judges, and of what it leaves unjudged."""

from __future__ import annotations

from report.messages.explain.row import Explained

PAGES: dict[str, Explained] = {
    "g01-unreadable": Explained(
        "文件或其中一页读不出，印厂也读不出。",
        "The file or a page cannot be read, by a shop neither.",
        "传输中断的半个文件",
        "重新导出、重新传的文件",
    ),
    "g02-sizes-differ": Explained(
        "一本册子的页要一样大、一个方向，否则拼不了版。",
        "Pages of a book have one size and orientation, or they cannot be imposed.",
        "第 3 页是 A4，其余是 210 × 285",
        "各页都是 210 × 285",
    ),
    "g03-turned": Explained(
        "转过的页在有的程序里会倒着拼版。",
        "Some programs impose a turned page the wrong way up.",
        "/Rotate 90",
        "/Rotate 0",
    ),
    "g04-scaled": Explained(
        "换了单位的页，尺寸会被印厂的程序看错。",
        "Programs at a shop misread the size of a page with another unit.",
        "/UserUnit 2",
        "不写 /UserUnit",
    ),
    "g05-cropped": Explained(
        "裁切框只影响看，可它会把出血盖住，拼版时丢掉。",
        "A CropBox is for the eye, yet it hides the bleed, which imposition then loses.",
        "/CropBox 小于 /MediaBox",
        "不写 /CropBox",
    ),
    "g06-empty-page": Explained(
        "空页可能是有意留白，也可能是内容丢了，请确认。",
        "An empty page may be meant, or its content may be lost.",
        "第 2 页没有内容",
        "告诉印厂第 2 页是白页",
    ),
    "g26-layers": Explained(
        "印刷文件里的图层可能被关掉或开错。",
        "Layers of a print file may be switched off, or on, by mistake.",
        "中文、英文两个图层",
        "合并成一层的两个文件",
    ),
    "c01-bleed": Explained(
        "裁刀有误差，颜色和图片到边的要多出 3 毫米，否则露白边。",
        "Cutting is never exact: what reaches the edge goes 3 mm beyond it, or paper shows.",
        "/BleedBox 等于 /TrimBox",
        "/BleedBox 每边大 3 毫米",
    ),
    "c02-bleed-colour": Explained(
        "颜色正好停在裁切线上，刀偏一点就露白。这一条看分色后的页面。",
        "Colour that ends at the cut shows paper when the knife is off; measured on the plates.",
        "色块画到成品边",
        "色块画到成品外 3 毫米",
    ),
    "c05-safe-zone": Explained(
        "文字离边太近，裁偏就切到字。",
        "Type too near the edge is cut when the knife is off.",
        "页码离边 2 毫米",
        "页码离边 5 毫米",
    ),
    "c06-page-count": Explained(
        "骑马订把一张纸折成四页，页数要是 4 的倍数。",
        "Saddle stitch folds a sheet into four pages.",
        "18 页",
        "20 页",
    ),
    "c09-finished-size": Explained(
        "不常用的尺寸要多裁纸，价钱高。确实要用就不必理会。",
        "Odd sizes waste paper and cost more. Ignore this where the size is meant.",
        "成品 203 × 271 毫米",
        "成品 210 × 285 毫米",
    ),
}

COLOURS: dict[str, Explained] = {
    "g07-not-process": Explained(
        "RGB、Lab 和带配置文件的颜色到印厂还要再转，结果不由你定。",
        "RGB, Lab and profiled colours are converted at the shop, and not by you.",
        "黑字是 RGB 0 0 0",
        "黑字是 C0 M0 Y0 K100",
    ),
    "g08-spot": Explained(
        "每个专色多一块版、多一份钱。四色印刷里多半是忘了转。",
        "Each spot colour is a further plate and costs more; in four-colour print it is mostly an oversight.",
        "专色“红”",
        "C0 M100 Y100 K0",
    ),
    "g09-all-inks": Explained(
        "套版色在每块版上都有，只能用在成品外的标记上。",
        "Registration colour lies on every plate and belongs to marks outside of the trim.",
        "正文用“套版色”",
        "正文用 K100",
    ),
    "g10-white-text-overprint": Explained(
        "白色没有墨，叠印等于不印，字就没了。",
        "White has no ink: where it overprints, nothing is printed.",
        "白字，叠印",
        "白字，挖空",
    ),
    "g11-white-overprint": Explained(
        "白色没有墨，叠印等于不印，图形就没了。",
        "White has no ink: where it overprints, nothing is printed.",
        "白框，叠印",
        "白框，挖空",
    ),
    "g15-overprint-mode": Explained(
        "OPM 0 会把没有的色也盖掉；灰度色不能叠印。两样都得不到想要的叠印。",
        "In mode 0 missing inks knock out too, and grey cannot overprint; neither does what is wanted.",
        "/OPM 0",
        "/OPM 1",
    ),
    "g20-total-ink": Explained(
        "墨太多干不了，会粘脏、透印。上限由纸和印厂定，铜版纸多为 300%。",
        "Too much ink does not dry and sets off. Paper and shop set the limit, mostly 300 % on coated paper.",
        "C90 M90 Y90 K90（360%）",
        "C60 M50 Y50 K100（260%）",
    ),
    "g25-blend-not-cmyk": Explained(
        "透明要在印刷的颜色里混合，否则颜色会变，黑字变四色。",
        "Transparency is blended in the colours of print, or they change and black text gets four inks.",
        "页面有透明而没有 /Group",
        "/Group << /S /Transparency /CS /DeviceCMYK >>",
    ),
    "c08-faint-tint": Explained(
        "1% 到 4% 的网点太小，晒版时会丢，印出来断断续续。",
        "Dots of 1 to 4 % are too small for the plate and drop out here and there.",
        "M2",
        "M5",
    ),
    "c11-black-area": Explained(
        "大片黑加太多彩墨会粘脏。加一点就够深。",
        "A black area with much coloured ink sets off; a little is deep enough.",
        "C80 M80 Y80 K100",
        "C60 M40 Y40 K100",
    ),
    "c12-plates": Explained(
        "分色后多出一块版，多半是有专色没有转。",
        "A further plate comes out, mostly of a spot colour that was not converted.",
        "C、M、Y、K 和“红”五块版",
        "C、M、Y、K 四块版",
    ),
    "c13-official-colours": Explained(
        "公文只用黑和红：黑是 K100，红是 M80 Y80。",
        "Official papers use K100 and M80 Y80 alone.",
        "M100 Y100",
        "M80 Y80",
    ),
}

TEXT: dict[str, Explained] = {
    "g12-black-overprint": Explained(
        "小黑字挖空时，套印稍有不准就露白边。叠印就没有这个问题。",
        "Small black text that knocks out shows white where plates are off; overprint avoids it.",
        "K100 黑字，不叠印",
        "K100 黑字，叠印（OPM 1）",
    ),
    "g13-grey-black": Explained(
        "灰度黑看着和 K100 一样，却不能叠印。",
        "Grey black looks like K 100 and yet cannot overprint.",
        "0 g",
        "0 0 0 1 k",
    ),
    "g16-rich-black": Explained(
        "小字用几块版套印，一偏就发虚、带彩边。",
        "Small text from several plates has fuzzy, coloured edges.",
        "C60 M40 Y40 K100 的正文",
        "K100 的正文",
    ),
    "g17-many-inks": Explained(
        "小字用三四块版套印，一偏就糊。9 磅以下至多两色，5 磅以下一色。",
        "Small text from many plates blurs: two inks at most below 9 pt, one below 5 pt.",
        "8 磅字用 C100 M50 Y50",
        "8 磅字用 C100 M50",
    ),
    "g30-invisible-text": Explained(
        "扫描件里常有看不见的识别文字，印刷用不着，还可能被印出来。",
        "Scans often hold invisible text, which print does not need and may show.",
        "3 Tr",
        "删掉识别文字",
    ),
    "g31-fake-bold": Explained(
        "描边加粗的小字笔画粘连，印出来糊成一团。",
        "Strokes that embolden small type run together.",
        "2 Tr 0.3 w",
        "用粗体字体",
    ),
    "c03-black-plate": Explained(
        "RGB 或带配置文件的黑，转换后四块版都有，小字会糊。",
        "Black in RGB or with a profile comes out on all four plates, and small type blurs.",
        "0 0 0 rg",
        "0 0 0 1 k",
    ),
    "c03-black-measured": Explained(
        "文件里写的是单黑，分色后却有彩墨，多是透明在 RGB 里混合。",
        "The file says K alone, the plates show more; mostly transparency is blended in RGB.",
        "透明组的颜色空间是 RGB",
        "透明组的颜色空间是 CMYK",
    ),
    "c04-black-on-tint": Explained(
        "黑字压在底色上更结实，也不怕套不准。",
        "Black on a tint is fuller when it overprints, and is safe where plates are off.",
        "20 磅黑字在红底上挖空",
        "20 磅黑字在红底上叠印",
    ),
    "c07-tiny-text": Explained(
        "太小的字，尤其反白的，笔画会被墨填掉。",
        "Ink fills in the strokes of tiny type, reversed type above all.",
        "4 磅",
        "6 磅",
    ),
    "c11-four-blacks": Explained(
        "文字用四块版叠出黑，一偏就有彩边。",
        "Text in black of four plates has coloured edges.",
        "C50 M50 Y50 K100",
        "K100",
    ),
    "g27-courier": Explained(
        "缺字体时程序常用 Courier 顶替。若不是有意用它，说明字体丢了。",
        "Programs put Courier in place of a missing font. Unless it is meant, a font is lost.",
        "Courier",
        "原来的字体，嵌入",
    ),
    "g28-type3": Explained(
        "Type 3 字体在不少印厂的程序里显得粗，也常常复制不出文字。",
        "Many programs print Type 3 fonts too bold, and their text often cannot be copied.",
        "/Subtype /Type3",
        "/Subtype /Type0",
    ),
}

LINES: dict[str, Explained] = {
    "g14-black-line-overprint": Explained(
        "细黑线挖空时套不准会露白，叠印就没有。",
        "Thin black lines that knock out show white where plates are off.",
        "1 磅 K100 线，不叠印",
        "1 磅 K100 线，叠印",
    ),
    "g18-hair-line": Explained(
        "太细的线在印版上断断续续；0 宽线按机器最细的点画，几乎看不见。",
        "Lines too thin break up on the plate; one of width 0 is as thin as the machine can draw.",
        "0.1 磅",
        "0.25 磅",
    ),
    "g19-line-inks": Explained(
        "细线用几块版套印，一偏就成几条线。",
        "A thin line of several plates becomes several lines where plates are off.",
        "0.3 磅 C100 M100",
        "0.3 磅 C100",
    ),
    "c10-white-line": Explained(
        "反白的细线会被两边的墨填掉。",
        "Ink from both sides fills a thin white line.",
        "0.3 磅白线",
        "0.5 磅白线",
    ),
    "g21-picture-soft": Explained(
        "精度不到 200 ppi 的照片印出来发虚，看得出像素。",
        "Photographs below 200 ppi print soft, with pixels that can be seen.",
        "800 像素占 150 毫米",
        "1800 像素占 150 毫米",
    ),
    "g22-picture-resolution": Explained(
        "照片以 300 ppi 为好，200 以上可用。",
        "300 ppi is right for photographs, 200 will do.",
        "240 ppi",
        "300 ppi",
    ),
    "g23-line-art-soft": Explained(
        "黑白线稿没有灰阶遮掩，精度低了边缘成锯齿。",
        "Line art has no greys to hide its edges: a low resolution shows as steps.",
        "300 ppi 的签名",
        "1200 ppi 的签名",
    ),
    "g24-line-art-resolution": Explained(
        "线稿 800 ppi 以上才光洁；太高的精度只会拖慢印厂。",
        "Line art is smooth from 800 ppi on; far too many pixels only slow the shop.",
        "600 ppi 的线稿",
        "1200 ppi 的线稿",
    ),
    "g29-only-picture": Explained(
        "整页只有一张图，文字也成了图，边缘会糊。多是从图片另存的。",
        "A page that is one picture has its text as pixels, which blur.",
        "把整页存成图片再转 PDF",
        "从排版软件直接导出",
    ),
}

UNJUDGED: dict[str, Explained] = {
    "not-measured": Explained(
        "总墨量、出血和黑版要看分色后的页面才能判。没有分色就说没判，不当作合格。",
        "Total ink, bleed and the black plate are judged on separations. Without them nothing is called good.",
        "banxin preflight a.pdf --no-separations",
        "banxin preflight a.pdf",
    ),
    "picture-ink-unknown": Explained(
        "图片用的压缩这里解不开，墨量不知道。",
        "The compression of the picture cannot be undone here, so its ink is unknown.",
        "JPEG 2000 的 CMYK 图",
        "JPEG 的 CMYK 图",
    ),
    "beyond-preflight": Explained(
        "存档和无障碍的标准条目很多，这里只查印前最要紧的；全部条目由 veraPDF 判。",
        "The standards of archive and access have many clauses; the most important are judged here, all by veraPDF.",
        "只跑 banxin preflight",
        "再跑 veraPDF",
    ),
}

ROWS: dict[str, Explained] = {**PAGES, **COLOURS, **TEXT, **LINES, **UNJUDGED}
