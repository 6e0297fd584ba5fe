"""What preflight says of PDF/A-2u and PDF/UA-1, and the words that fill its messages."""

from __future__ import annotations

from report.messages.row import Message, placed

ROWS: dict[str, Message] = placed(
    {
        "a2u-name": Message(
            "元数据没有声明 PDF/A-2u，写的是 {said}",
            "the metadata does not claim PDF/A-2u but says {said}",
            "导出时选 PDF/A-2u",
            "export as PDF/A-2u",
        ),
        "a2u-version": Message(
            "PDF 版本是 {version}，PDF/A-2 最高 1.7",
            "the file is PDF {version}; PDF/A-2 allows 1.7 at most",
            "导出时选 PDF/A-2u",
            "export as PDF/A-2u",
        ),
        "a2u-schema": Message(
            "元数据用了没有说明的属性：{names}",
            "the metadata has properties that no schema describes: {names}",
            "补上扩展说明（pdfaExtension），或删掉",
            "describe them (pdfaExtension), or remove them",
        ),
        "a2u-attachment": Message(
            "文件里有附件：{names}",
            "files are attached: {names}",
            "去掉附件，或改用 PDF/A-3",
            "remove them, or use PDF/A-3",
        ),
        "a2u-action": Message(
            "有存档不允许的动作 {what}",
            "the action {what} is not allowed in an archive",
            "去掉脚本和启动程序之类的动作",
            "remove scripts and actions that start something",
        ),
        "a2u-annotation": Message(
            "批注 {kind} 不能存档，或没有外观",
            "the annotation {kind} is not allowed in an archive, or has no appearance",
            "拼合批注",
            "flatten it",
        ),
        "a2u-unicode": Message(
            "字体 {name} 有 {count} 个字没有文字对照，复制和检索不到",
            "{count} characters of the font {name} have no text, so that nobody finds or copies them",
            "从原文件重新导出，不要把文字转成图形字体",
            "export again from the source",
        ),
        "a2u-width": Message(
            "字体 {name} 有 {count} 个字的字宽与字体文件不符",
            "{count} characters of the font {name} are not as wide as its file says",
            "从原文件重新导出",
            "export again from the source",
        ),
        "a2u-cidset": Message(
            "字体 {name} 的 CIDSet 漏了字",
            "the CIDSet of the font {name} lacks characters",
            "删掉 CIDSet，或重新导出",
            "remove CIDSet, or export again",
        ),
        "a2u-interpolate": Message(
            "图片设了插值（Interpolate）",
            "a picture is interpolated",
            "导出时关掉图片平滑",
            "turn off smoothing of pictures",
        ),
        "a2u-colour": Message(
            "{what}用了 {space}，没有相应的输出意图",
            "the {what} has {space}, for which there is no output intent",
            "给 PDF/A 配同类的输出配置文件，或转色",
            "give PDF/A an output profile of that kind, or convert the colour",
        ),
        "a2u-blend": Message(
            "有透明效果，页面没有写混合空间",
            "there is transparency, and the page names no blend space",
            "给页面加透明组，写明颜色空间",
            "give the page a transparency group with a colour space",
        ),
        "a2u-overprint": Message(
            "带 ICC 的 CMYK 用了 OPM 1 叠印",
            "CMYK with an ICC profile overprints in mode 1",
            "改用不带 ICC 的 CMYK",
            "use CMYK without a profile",
        ),
        "ua1-name": Message(
            "元数据没有声明 PDF/UA-1，写的是 {said}",
            "the metadata does not claim PDF/UA-1 but says {said}",
            "导出时选 PDF/UA",
            "export as PDF/UA",
        ),
        "ua1-untagged": Message(
            "文件没有加标签（缺 {what}）",
            "the file is not tagged: {what} is missing",
            "导出时选“带标签的 PDF”",
            "export as tagged PDF",
        ),
        "ua1-language": Message(
            "没有写明文件的语言", "the language is not given", "在属性里写 zh-CN", "set it, such as zh-CN"
        ),
        "ua1-title": Message(
            "窗口标题不是文件标题（缺 {what}）",
            "the window does not show the title: {what} is missing",
            "填标题，并设为显示文档标题",
            "give a title and have it displayed",
        ),
        "ua1-tab-order": Message(
            "有链接或批注的页没有按标签的次序走",
            "a page with links or notes is not tabbed in the order of its structure",
            "把页面的 Tabs 设为 S",
            "set Tabs of the page to S",
        ),
        "ua1-alternative": Message(
            "{role} 没有替代文字",
            "a {role} has no alternative text",
            "给图写一句说明（Alt）",
            "describe it in a sentence (Alt)",
        ),
        "ua1-head-cell": Message(
            "表头格没有写明管行还是管列",
            "a head cell does not say whether it heads a row or a column",
            "设 Scope 为 Row 或 Column",
            "set Scope to Row or Column",
        ),
        "ua1-heading-skipped": Message(
            "标题跳到了 {role}", "a heading jumps to {role}", "这里用 {wanted} 级", "use {wanted} here"
        ),
        "ua1-heading-mixed": Message(
            "标题既有 H 又有 H1 之类", "headings are both H and H1 to H6", "只用 H1 到 H6", "use H1 to H6 alone"
        ),
        "ua1-content": Message(
            "有 {count} 处内容既没有标签也不是装饰",
            "{count} items are neither tagged nor artifacts",
            "加标签，或标为装饰（Artifact）",
            "tag them, or mark them as artifacts",
        ),
        "ua1-link": Message(
            "链接或批注 {kind} {what}",
            "the link or note {kind} {what}",
            "放进标签结构，并写 Contents",
            "put it into the structure and give Contents",
        ),
        "ua1-role": Message(
            "标签 {names} 没有对应的标准标签",
            "the roles {names} map to no standard role",
            "在 RoleMap 里写明",
            "map them in RoleMap",
        ),
        "ua1-note-id": Message(
            "脚注标签没有 ID", "a Note has no ID", "给每个 Note 一个不同的 ID", "give each Note an ID of its own"
        ),
    }
)

TERMS: dict[str, Message] = {
    "@no-packet": Message("不存在", "is missing"),
    "@packet-broken": Message("读不懂", "cannot be parsed"),
    "@packet-filtered": Message("被压缩了", "is compressed"),
    "@no-trim": Message("没有成品框（TrimBox）", "has no TrimBox"),
    "@trim-and-art": Message("既有 TrimBox 又有 ArtBox", "has both a TrimBox and an ArtBox"),
    "@no-pages": Message("没有页面", "no pages"),
    "@damaged": Message("文件损坏，或者不是 PDF", "the file is damaged, or no PDF"),
    "@content": Message("页面内容损坏", "the content of the page is damaged"),
    "@too-much": Message("页面内容太多，没有看完", "there is too much on the page to follow"),
    "@q-balance": Message("q 与 Q 不成对", "q and Q do not match"),
    "@q-depth": Message("嵌套超过 28 层", "q is nested more than 28 deep"),
    "@text": Message("文字", "text"),
    "@path": Message("图形", "shape"),
    "@image": Message("图片", "picture"),
    "@shading": Message("渐变", "shading"),
    "@profile-broken": Message("不合格", "is damaged"),
    "@profile-same": Message("与输出意图相同", "is that of the output intent"),
    "@left": Message("左边", "left"),
    "@right": Message("右边", "right"),
    "@top": Message("上边", "top"),
    "@bottom": Message("下边", "bottom"),
    "@not-tagged": Message("不在标签结构里", "is not in the structure"),
    "@no-contents": Message("没有说明", "has no description"),
    "@no-ghostscript": Message("没有找到 Ghostscript", "Ghostscript was not found"),
    "@ghostscript-slow": Message("Ghostscript 太久没有做完", "Ghostscript took too long"),
    "@ghostscript-failed": Message("Ghostscript 做不了这个文件", "Ghostscript gives up on this file"),
    "@not-wanted": Message("没有要求", "they were not asked for"),
}
"""What values of these messages may be; those of `report.messages.content` come first."""
