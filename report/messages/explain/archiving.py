"""Explanations of what preflight judges of PDF/A-2u and PDF/UA-1."""

from __future__ import annotations

from report.messages.explain.row import Explained

ROWS: dict[str, Explained] = {
    "a2u-name": Explained(
        "存档文件要自己写明是 PDF/A-2，级别为 u 或 a，档案系统据此收件。",
        "An archive file says of itself that it is PDF/A-2, level u or a, by which archives accept it.",
        "<pdfaid:conformance>B</…>",
        "<pdfaid:conformance>U</…>",
    ),
    "a2u-version": Explained(
        "PDF/A-2 以 PDF 1.7 为准，PDF 2.0 的文件属于 PDF/A-4。",
        "PDF/A-2 builds on PDF 1.7; a PDF 2.0 file belongs to PDF/A-4.",
        "%PDF-2.0",
        "%PDF-1.7",
    ),
    "a2u-schema": Explained(
        "元数据里标准没有列出的属性，要在文件里说明是什么，多年后才读得懂。",
        "Properties that the standard does not list are described in the file, to be understood years later.",
        "<pdf:Trapped> 没有说明",
        "pdfaExtension 里写明 pdf:Trapped",
    ),
    "a2u-attachment": Explained(
        "PDF/A-2 只许附 PDF/A 文件。要附数据请用 PDF/A-3。",
        "PDF/A-2 allows PDF/A files as attachments and nothing else; data goes into PDF/A-3.",
        "附了数据.csv，声明 PDF/A-2u",
        "附了数据.csv，声明 PDF/A-3u",
    ),
    "a2u-action": Explained(
        "脚本和启动程序的动作会改变所见，存档不许有。",
        "Scripts and actions that start programs change what is seen; an archive allows none.",
        "/S /Launch",
        "/S /GoTo",
    ),
    "a2u-annotation": Explained(
        "批注要有固定的外观，声音、视频之类不能存档。",
        "Annotations need a fixed appearance; sound and film cannot be archived.",
        "/Subtype /Square（没有 /AP）",
        "/Subtype /Square /AP << /N … >>",
    ),
    "a2u-unicode": Explained(
        "每个字都要能对应到文字，否则复制出来是乱码，检索和朗读都不行。",
        "Every glyph must have its text, or copying, finding and reading aloud fail.",
        "字体没有 /ToUnicode",
        "字体带 /ToUnicode",
    ),
    "a2u-width": Explained(
        "字宽有两处：PDF 和字体文件。不一致时各家程序排出的字距不同。",
        "Widths stand in the PDF and in the font; where they differ programs space text differently.",
        "/W [1 [333]]，字体里是 1000",
        "/W [1 [1000]]",
    ),
    "a2u-cidset": Explained(
        "CIDSet 可以没有；有就要列全嵌入的字。",
        "CIDSet may be left out; where it is, it lists every character that is embedded.",
        "CIDSet 只列了一半",
        "删掉 /CIDSet",
    ),
    "a2u-interpolate": Explained(
        "插值让各家程序画得不一样，存档不许用。",
        "Interpolation looks different in each program, so an archive forbids it.",
        "/Interpolate true",
        "/Interpolate false",
    ),
    "a2u-colour": Explained(
        "设备颜色要有输出意图说明含义：CMYK 配 CMYK 的，RGB 配 RGB 的。",
        "Device colour takes an output intent of its own kind that says what it means.",
        "RGB 内容，CMYK 输出意图",
        "RGB 内容，sRGB 输出意图",
    ),
    "a2u-blend": Explained(
        "没有输出意图又有透明时，页面要写明在什么颜色空间里混合。",
        "Without an intent, a page with transparency names the space in which it is blended.",
        "页面没有 /Group",
        "/Group << /S /Transparency /CS /DeviceCMYK >>",
    ),
    "a2u-overprint": Explained(
        "带配置文件的 CMYK 在 OPM 1 下叠印，结果没有定义。",
        "CMYK with a profile that overprints in mode 1 has no defined result.",
        "/ICCBased（4 通道）加 /OPM 1",
        "/DeviceCMYK 加 /OPM 1",
    ),
    "ua1-name": Explained(
        "无障碍文件要自己写明守 PDF/UA-1。",
        "An accessible file says of itself that it keeps PDF/UA-1.",
        "没有 pdfuaid:part",
        "<pdfuaid:part>1</pdfuaid:part>",
    ),
    "ua1-untagged": Explained(
        "读屏靠标签知道哪是标题、哪是正文。没有标签，只能乱读。",
        "Screen readers learn from tags what is heading and what is text; without them they read at random.",
        "没有 /StructTreeRoot",
        "/MarkInfo << /Marked true >> 和 /StructTreeRoot",
    ),
    "ua1-language": Explained(
        "写明语言，读屏才会用对的口音读。",
        "The language tells a screen reader how to pronounce.",
        "没有 /Lang",
        "/Lang (zh-CN)",
    ),
    "ua1-title": Explained(
        "窗口要显示文件标题，不显示文件名，听的人才知道打开了什么。",
        "The window shows the title and not the file name, so that a listener knows what is open.",
        "/DisplayDocTitle false",
        "/DisplayDocTitle true",
    ),
    "ua1-tab-order": Explained(
        "用键盘逐个走链接时，次序要和阅读次序一样。",
        "With the keyboard, links are walked in the order of reading.",
        "/Tabs /R",
        "/Tabs /S",
    ),
    "ua1-alternative": Explained(
        "看不见图的人靠这句话知道图里有什么。",
        "One sentence tells those who cannot see a picture what is in it.",
        "/S /Figure",
        "/S /Figure /Alt (妇女们在田埂听讲)",
    ),
    "ua1-head-cell": Explained(
        "表头写明管行还是管列，读到一格时才能说出它是什么。",
        "A head says whether it is of a row or a column, so that each cell can be named.",
        "/S /TH",
        "/S /TH /A << /O /Table /Scope /Column >>",
    ),
    "ua1-heading-skipped": Explained(
        "标题一级一级往下，跳级让人以为漏了一节。",
        "Levels of headings go down one by one; a jump sounds like a missing section.",
        "H1 后面是 H3",
        "H1 后面是 H2",
    ),
    "ua1-heading-mixed": Explained(
        "标题要么都用 H，要么都用 H1 到 H6，混用分不清级别。",
        "Headings are either all H or all H1 to H6; mixed ones have no level.",
        "H 和 H2 混用",
        "只用 H1、H2",
    ),
    "ua1-content": Explained(
        "每样内容要么有标签，要么标为装饰，读屏才不会漏读或读出花边。",
        "All content is tagged or an artifact, so that nothing is missed and no ornament read out.",
        "页脚直接画在页上",
        "/Artifact BMC … EMC",
    ),
    "ua1-link": Explained(
        "链接要在标签结构里，并说明通向哪里。",
        "A link lies in the structure and says where it leads.",
        "/Subtype /Link",
        "/Subtype /Link /StructParent 5 /Contents (回到封面)",
    ),
    "ua1-role": Explained(
        "自定的标签要对应到标准标签，读屏才懂。",
        "Roles of one's own are mapped to standard ones, or no reader understands them.",
        "/S /大标题",
        "/RoleMap << /大标题 /H1 >>",
    ),
    "ua1-note-id": Explained(
        "每条脚注要有自己的 ID，引用才能找到它。",
        "Each note has an ID by which its reference finds it.",
        "/S /Note",
        "/S /Note /ID (note-1)",
    ),
}
