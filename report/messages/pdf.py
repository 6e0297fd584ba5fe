"""What problems of writing the file say."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "heading-skipped": Message(
        "标题从上一级跳到了 {found}",
        "a heading jumps to {found}",
        "这里应用 {wanted}，标题不能跳级",
        "use {wanted} here; levels of headings must not be skipped",
    ),
    "foreign-font": Message(
        "外来图形用了没有嵌入的字体 {font}",
        "a foreign drawing uses the font {font}, which is not embedded",
        "可用：{all}",
        "use one of: {all}",
    ),
    "foreign-failed": Message(
        "外来图形画不出来：{what}",
        "a foreign drawing fails: {what}",
        "错在画它的程序里；请先在 ReportLab 里单独画一次",
        "the fault is in the program that draws it; try it in ReportLab alone first",
    ),
    "foreign-feature": Message(
        "外来图形用了文件里不能有的 {what}",
        "a foreign drawing uses {what}, which the file cannot hold",
        "请改画法，或换成图片",
        "draw it another way, or use a picture",
    ),
    "unknown-flowable": Message(
        "没有给过叫“{name}”的外来图形",
        "no drawing was handed over as {name}",
        "[[最像的是 {near}；]]给过的有：{all}",
        "[[the nearest is {near}; ]]there are: {all}",
    ),
    "not-a-flowable": Message(
        "这不是外来图形，是 {kind}",
        "this is no drawing, it is a {kind}",
        "请给 reportlab.platypus 的 Flowable，或不带参数、做出一个来的函数",
        "give a Flowable of reportlab.platypus, or a function without arguments that makes one",
    ),
    "no-flowables": Message(
        "外来图形“{name}”没有人画",
        "nobody draws {name}",
        "它由 Python 接口给：report.build(稿子, flowables=…)；在命令行里排，请换成图片",
        "the Python API hands it over: report.build(source, flowables=...); on the command line use a picture",
    ),
    "foreign-overflow": Message(
        "外来图形大 {size} 磅，版位只有 {room} 磅",
        "a foreign drawing takes {size} pt, its room is {room} pt",
        "请改小",
        "make it smaller",
    ),
    "attachment-broken": Message(
        "附件 {file} 读不出页面，文件坏了或不是 PDF",
        "no page of the attachment {file} can be read: the file is damaged or no PDF",
        "请重新另存为 PDF",
        "save it as a PDF again",
    ),
    "attachment-encrypted": Message(
        "附件 {file} 加了密",
        "the attachment {file} is encrypted",
        "请去掉密码和权限限制后再附",
        "remove its password and restrictions first",
    ),
    "attachment-layers": Message(
        "附件 {file} 有隐藏的图层，并入后会显出来",
        "the attachment {file} has hidden layers, which would be seen",
        "请合并图层、去掉隐藏的内容再附",
        "flatten its layers and remove what is hidden first",
    ),
    "attachment-notes": Message(
        "附件 {file} 的批注、链接、表单共 {count} 处没有并入",
        "{count} annotations, links or fields of the attachment {file} are left out",
        "要印出来的批注，请先“打印为 PDF”",
        "print the file to PDF first where they should be seen",
    ),
    "attachment-scripts": Message(
        "附件 {file} 里的 JavaScript 没有并入",
        "JavaScript of the attachment {file} is left out",
        "页面照印，不用改",
        "the pages are printed as they are, nothing is to be done",
    ),
    "guest-broken": Message(
        "{file} 第 {number} 页的内容读不出",
        "the content of page {number} of {file} cannot be read",
        "请重新另存为 PDF",
        "save it as a PDF again",
    ),
    "guest-font": Message(
        "{file} 第 {number} 页的字体 {what} 没有嵌入，{standards} 不允许",
        "page {number} of {file} uses the font {what}, which is not embedded, against {standards}",
        "请另存为 PDF 并嵌入全部字体",
        "save it as a PDF with all fonts embedded",
    ),
    "guest-unicode": Message(
        "{file} 第 {number} 页的字体 {what} 没有文字对照，{standards} 不允许",
        "no program can read the font {what} on page {number} of {file}, against {standards}",
        "请从原文件重新导出 PDF",
        "export the PDF again from its source",
    ),
    "guest-colour": Message(
        "{file} 第 {number} 页用了 {what} 颜色，{standards} 不允许",
        "page {number} of {file} has colours in {what}, against {standards}",
        "请转成 CMYK 或灰度再附",
        "convert it to CMYK or grey first",
    ),
    "guest-feature": Message(
        "{file} 第 {number} 页用了 {what}，{standards} 不允许",
        "page {number} of {file} uses {what}, against {standards}",
        "请用“另存为 PDF/A”去掉它",
        "save the file as PDF/A to remove it",
    ),
}
