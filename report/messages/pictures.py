"""What problems of pictures say."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "picture-broken": Message(
        "图片 {file} 读不出，文件坏了或格式不对",
        "the picture {file} cannot be read: it is damaged or of another format",
        "请重新另存为 PDF 或 SVG",
        "save it as PDF or SVG again",
    ),
    "picture-encrypted": Message(
        "图片 {file} 加了密",
        "the picture {file} is encrypted",
        "请去掉密码和权限限制",
        "remove its password and restrictions",
    ),
    "picture-layers": Message(
        "图片 {file} 有隐藏的图层，排进来会显出来",
        "the picture {file} has hidden layers, which would be seen",
        "请合并图层、去掉隐藏的内容",
        "flatten its layers and remove what is hidden",
    ),
    "picture-page": Message(
        "图片 {file} 没有第 {number} 页，只有 {pages} 页",
        "the picture {file} has no page {number}, only {pages}",
        "请改“页”",
        "change `page`",
    ),
    "svg-strange": Message(
        "图片 {file} 里有画不了的：{names}",
        "the picture {file} holds what cannot be drawn: {names}",
        "请在绘图软件里把文字转曲、渐变和蒙版拼合成纯色路径，或另存为 PDF",
        "turn text into paths, and gradients and masks into plain ones, or save it as PDF",
    ),
    "picture-huge": Message(
        "图片 {file} 有 {given} 百万像素，超过 {most}",
        "the picture {file} has {given} megapixels, more than {most}",
        "请缩小，或另存为基线（不是渐进式）JPEG，它可以缩小着读",
        "make it smaller, or save it as baseline (not progressive) JPEG, which can be read at a smaller size",
    ),
    "picture-kind": Message(
        "图片 {file} 的像素格式印不了",
        "the kind of pixels of the picture {file} cannot be printed",
        "请另存为 8 位的灰度、RGB 或 CMYK",
        "save it as 8-bit grey, RGB or CMYK",
    ),
    "bad-picture": Message(
        "图片 {file} 打不开", "the picture {file} cannot be opened", "请用 JPEG、PNG 或 TIFF", "use JPEG, PNG or TIFF"
    ),
}
