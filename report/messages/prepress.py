"""What preflight says of clauses of PDF/X-4 (docs/print.md, X01 to X42)."""

from __future__ import annotations

from report.messages.row import Message, placed

ROWS: dict[str, Message] = placed(
    {
        "x01-version": Message(
            "PDF 版本是 {version}，PDF/X-4 最高 1.6",
            "the file is PDF {version}; PDF/X-4 allows 1.6 at most",
            "导出时选 PDF/X-4，或选 PDF 1.6",
            "export as PDF/X-4, or as PDF 1.6",
        ),
        "x02-encrypted": Message(
            "文件加了密或限制了权限",
            "the file is encrypted or restricted",
            "去掉密码和权限限制再导出",
            "export it without password and restrictions",
        ),
        "x03-file-id": Message(
            "文件标识 /ID 应有两段，这里 {count} 段",
            "the file identifier /ID has {count} strings instead of two",
            "重新导出，不要用会删掉 /ID 的工具",
            "export again, without a tool that drops /ID",
        ),
        "x04-output-intent": Message(
            "印刷条件（GTS_PDFX 输出意图）应有且只有一个，这里 {count} 个",
            "there are {count} output intents GTS_PDFX instead of one",
            "导出时选好输出条件，如 FOGRA39",
            "choose one printing condition on export, such as FOGRA39",
        ),
        "x05-condition-name": Message(
            "输出意图没有写印刷条件的代号",
            "the output intent does not name its printing condition",
            "填 OutputConditionIdentifier，如 FOGRA39",
            "give OutputConditionIdentifier, such as FOGRA39",
        ),
        "x06-output-profile": Message(
            "输出意图里没有合格的印刷配置文件：{what}",
            "the output intent holds no valid output profile: {what}",
            "嵌入印厂给的 CMYK 输出配置文件（prtr，2 或 4 版）",
            "embed the shop's CMYK output profile (class prtr, version 2 or 4)",
        ),
        "x07-condition-info": Message(
            "印刷条件 {name} 没有登记处，也没有说明",
            "the condition {name} has neither a registry nor a description",
            "写上 RegistryName 或 Info",
            "give RegistryName or Info",
        ),
        "x08-intents-differ": Message(
            "几个输出意图用的不是同一个配置文件",
            "the output intents do not share one profile",
            "让 PDF/X 和 PDF/A 的输出意图指向同一个对象",
            "let the intents of PDF/X and PDF/A point to one object",
        ),
        "x09-metadata": Message(
            "XMP 元数据{what}",
            "the XMP metadata {what}",
            "重新导出，保留不压缩的元数据",
            "export again with metadata that is not compressed",
        ),
        "x10-x4-name": Message(
            "元数据没有声明 PDF/X-4，写的是 {said}",
            "the metadata does not claim PDF/X-4 but says {said}",
            "导出时选 PDF/X-4",
            "export as PDF/X-4",
        ),
        "x11-metadata-dates": Message(
            "元数据缺 {names}",
            "the metadata lacks {names}",
            "在文档属性里填标题，重新导出补上日期",
            "give the document a title and export again",
        ),
        "x12-metadata-version": Message(
            "元数据缺 {names}",
            "the metadata lacks {names}",
            "重新导出为 PDF/X-4",
            "export again as PDF/X-4",
        ),
        "x13-trapped": Message(
            "陷印状态没说清：文档信息写 {info}，元数据写 {packet}",
            "it is not clear whether the file is trapped: Info says {info}, XMP {packet}",
            "两处都写 False（未做陷印）或 True",
            "say False (not trapped) or True in both",
        ),
        "x14-info": Message(
            "文档信息缺 {names}",
            "the document information lacks {names}",
            "填上标题，重新导出",
            "give a title and export again",
        ),
        "x14-info-differs": Message(
            "文档信息与 XMP 元数据不一致：{names}",
            "document information and XMP differ: {names}",
            "改完属性后一起存，不要用只改一处的工具",
            "save both together, without a tool that changes only one",
        ),
        "x15-trim-box": Message(
            "页面{what}",
            "the page {what}",
            "导出时设好成品框（TrimBox），只要这一个",
            "set the TrimBox on export, and no ArtBox",
        ),
        "x16-boxes": Message(
            "{inner} 超出了 {outer}",
            "the {inner} reaches beyond the {outer}",
            "页框由外到内应为 MediaBox、BleedBox、TrimBox",
            "boxes lie in one another: MediaBox, BleedBox, TrimBox",
        ),
        "x17-print-area": Message(
            "查看或打印区域 {names} 不是 MediaBox 或 BleedBox",
            "the areas {names} are neither MediaBox nor BleedBox",
            "删掉 ViewerPreferences 里的这几项",
            "remove them from ViewerPreferences",
        ),
        "x18-separated": Message(
            "页面已经分了色",
            "the page is already separated",
            "导出复合文件，不要预先分色",
            "export a composite file",
        ),
        "x19-font-embedded": Message(
            "字体 {name} 没有嵌入",
            "the font {name} is not embedded",
            "导出时嵌入全部字体（可以只嵌用到的字）",
            "embed all fonts on export, subsets will do",
        ),
        "x20-notdef": Message(
            "字体 {name} 有 {count} 个字没有字形，会印成空白或方框",
            "{count} characters of the font {name} have no glyph and print as boxes",
            "换一款有这些字的字体",
            "use a font that has them",
        ),
        "x21-lzw": Message(
            "用了 LZW 压缩", "LZW compression is used", "改用 Flate（ZIP）压缩", "use Flate (ZIP) compression"
        ),
        "x22-outside-data": Message(
            "有内容在文件之外或加了密：{what}",
            "something lies outside of the file or is encrypted: {what}",
            "把全部内容放进文件里",
            "put everything into the file",
        ),
        "x23-postscript": Message(
            "页面里夹着 PostScript 代码",
            "the page holds PostScript",
            "把这个图形另存为 PDF 再置入",
            "save that drawing as PDF and place it again",
        ),
        "x24-opi": Message(
            "图片是等着替换的低清图（OPI）",
            "a picture stands for another one (OPI)",
            "置入高清原图再导出",
            "place the original and export again",
        ),
        "x25-alternates": Message(
            "图片带着替代图（Alternates）",
            "a picture has alternates",
            "只留要印的那一张",
            "keep the one that is to be printed",
        ),
        "x26-reference": Message(
            "页面引用了别的 PDF 的页（Ref）",
            "the page refers to a page of another file (Ref)",
            "把那一页直接嵌进来",
            "embed that page",
        ),
        "x27-transfer": Message(
            "图形状态改了网点曲线（{name}）",
            "a graphics state holds a transfer curve ({name})",
            "导出时去掉传递函数",
            "remove transfer functions on export",
        ),
        "x28-halftone": Message(
            "图形状态自带加网设置（{name}）",
            "a graphics state sets halftones ({name})",
            "导出时去掉加网信息，由印厂设定",
            "remove halftones on export, the shop sets them",
        ),
        "x29-rendering-intent": Message(
            "渲染意图 {name} 不是标准名",
            "the rendering intent {name} is not a standard one",
            "改用 RelativeColorimetric 等四种之一",
            "use one of the four, such as RelativeColorimetric",
        ),
        "x30-operator": Message(
            "页面用了不认识的指令 {name}",
            "the page has the unknown operator {name}",
            "从原文件重新导出",
            "export again from the source",
        ),
        "x31-state-stack": Message(
            "页面指令{what}",
            "the page's instructions: {what}",
            "从原文件重新导出",
            "export again from the source",
        ),
        "x32-device-rgb": Message(
            "{what}用了 RGB 颜色，而文件按 CMYK 印刷",
            "the {what} has RGB colour, though the file is printed in CMYK",
            "转成 CMYK 再导出",
            "convert it to CMYK",
        ),
        "x33-profile": Message(
            "{what}的 ICC 配置文件{fault}",
            "the ICC profile of the {what} {fault}",
            "去掉它，直接用 CMYK",
            "remove it and use plain CMYK",
        ),
        "x34-spot-twice": Message(
            "专色 {name} 在文件里有两种定义",
            "the spot colour {name} is defined in two ways",
            "在原文件里合并成一个色样",
            "merge the two swatches in the source",
        ),
        "x35-blend-mode": Message(
            "混合模式 {name} 不是标准名",
            "the blend mode {name} is not a standard one",
            "改用“正常”或“正片叠底”",
            "use Normal or Multiply",
        ),
        "x36-rgb-blend": Message(
            "透明效果在 RGB 里混合，而文件按 CMYK 印刷",
            "transparency is blended in RGB, though the file is printed in CMYK",
            "把文档的透明混合空间设为 CMYK",
            "set the transparency blend space to CMYK",
        ),
        "x37-annotation": Message(
            "版面上有批注、链接或表单（{kind}）",
            "an annotation ({kind}) lies on the page",
            "导出印刷版时去掉链接和批注",
            "export the print edition without links and notes",
        ),
        "x38-action": Message(
            "文件里有动作 {what}",
            "the file holds the action {what}",
            "导出时去掉脚本、链接和动作；书签可用目的地",
            "remove scripts, links and actions; bookmarks may lead by destination",
        ),
        "x39-form": Message("有表单（{what}）", "there is a form ({what})", "把表单拼合成普通内容", "flatten the form"),
        "x40-layer-setup": Message(
            "图层设置不合格：{what}",
            "the setup of layers is not allowed: {what}",
            "导出时合并图层",
            "flatten the layers on export",
        ),
        "x41-presentation": Message(
            "有放映设置（{what}）",
            "there are presentation settings ({what})",
            "去掉翻页效果",
            "remove page transitions",
        ),
        "x42-jpeg2000": Message(
            "JPEG 2000 图片有 {count} 个通道",
            "a JPEG 2000 picture has {count} channels",
            "换成 JPEG 或 TIFF，1、3 或 4 个通道",
            "use JPEG or TIFF, or 1, 3 or 4 channels",
        ),
    }
)
