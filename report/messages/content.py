"""What problems of the report and its data say."""

from __future__ import annotations

from report.messages.row import Message

TERMS: dict[str, Message] = {
    "@text": Message("文字", "text"),
    "@theme-name": Message("主题名", "the name of a theme"),
    "@number": Message("数", "a number"),
    "@flag": Message("是（true）或否（false）", "true or false"),
    "@list": Message("列表（每项一行，以“- ”开头）", 'a list (one item a line, each with "- " in front)'),
    "@map": Message("一组“键: 值”", "a set of `key: value`"),
    "@region-text": Message("文字", "text"),
    "@region-card": Message("一张数卡：{事实: …, 名: …}", "a card: {fact: …, label: …}"),
    "@region-blocks": Message("内容块的列表（- 图表: …）", "a list of blocks (- chart: …)"),
    "@parameter-chart": Message("一张图：{事实: …}", "a chart: {fact: …}"),
    "@parameter-word": Message("一个词或数", "a word or a number"),
    "@verso": Message("左（双数）", "verso (even page)"),
    "@recto": Message("右（单数）", "recto (odd page)"),
    "@width": Message("宽", "width"),
    "@height": Message("高", "height"),
    "@last-year": Message("上年", "the year before"),
    "@last-period": Message("上期", "the period before"),
    "@whole": Message("整体", "the whole"),
    "@base": Message("基数", "the base"),
    "@text-or-chart": Message("文字、数或图表", "text, a number or a chart"),
}
"""Kinds of values as a message calls them."""

SYNTAX: dict[str, Message] = {
    "cannot-read": Message(
        "读不了 {file}", "cannot read {file}", "请检查文件名和读取权限", "check its name and your permission to read it"
    ),
    "file-too-big": Message("文件超过 {limit} MB", "the file is larger than {limit} MB", "请拆成几个文件", "split it"),
    "not-utf8": Message(
        "文件不是 UTF-8 编码", "the file is not UTF-8", "请另存为 UTF-8（记事本：另存为→编码）", "save it as UTF-8"
    ),
    "empty-file": Message("文件是空的", "the file is empty", "第一行写：格式: 1", "begin with: format: 1"),
    "several-documents": Message(
        "一个文件只能有一份报告",
        "one file holds one report",
        "请删去第二个“---”及其后的内容",
        "remove the second --- and what follows",
    ),
    "too-deep": Message(
        "嵌套太深或内容太多（最多 {depth} 层）",
        "nested too deeply or too much (at most {depth} levels)",
        "请减少层次",
        "use fewer levels",
    ),
    "tag-refused": Message(
        "不能用标签 {tag}",
        "the tag {tag} is not allowed",
        "请删去它，只写内容",
        "remove it and write the content alone",
    ),
    "key-not-text": Message("键须是文字", "a key must be text", "应写成“键: 值”", "write `key: value`"),
    "duplicate-key": Message(
        "“{key}”写了两次，第 {first} 行已有",
        "{key} is given twice, first on line {first}",
        "请删去一个",
        "remove one of them",
    ),
    "unknown-anchor": Message(
        "没有名为“{name}”的锚", "there is no anchor {name}", "请把内容直接写出", "write the content itself"
    ),
    "tab-indent": Message("缩进用了制表符", "a tab is used for indentation", "请改成空格", "use spaces"),
    "wide-space-indent": Message(
        "缩进用了全角空格", "a full-width space is used for indentation", "请改成半角空格", "use ordinary spaces"
    ),
    "full-width-colon": Message(
        "“{key}”后是全角冒号",
        "a full-width colon follows {key}",
        "应写成“{key}: ”（半角冒号加空格）",
        "write `{key}: ` (colon and space)",
    ),
    "dash-without-space": Message(
        "“-”后面缺一个空格：{text}", "a space is missing after the dash: {text}", "应写成“- ”", "write `- `"
    ),
    "quote-needed": Message(
        "值以 {start} 开头，要加引号或写成文字块",
        "a value that begins with {start} needs quotes or block text",
        '应写成 "{start}…"，或在“键: |”下一行缩进写',
        'write "{start}…", or put it indented below `key: |`',
    ),
    "colon-in-value": Message(
        "值里有半角冒号加空格，会被当成新的键",
        "a colon and space inside a value begin a new key",
        "请改用全角冒号，或给整个值加引号",
        "put the whole value in quotes",
    ),
    "yaml-indent": Message(
        "缩进对不齐", "the indentation does not line up", "同一层的键要左对齐", "keys of one level must line up"
    ),
    "yaml-quote": Message("引号没有配对", "a quotation mark is not closed", "请补上另一半引号", "close it"),
    "yaml-bracket": Message(
        "括号没有配对，或少了逗号",
        "a bracket is not closed, or a comma is missing",
        "请检查 [ ] { } 和半角逗号",
        "check [ ] { } and commas",
    ),
    "yaml-syntax": Message(
        "这里读不懂：{text}", "not understood: {text}", "请检查引号、冒号和缩进", "check quotes, colons and indentation"
    ),
}

KEYS: dict[str, Message] = {
    "unknown-key": Message(
        "没有“{key}”这个键",
        "there is no key {key} here",
        "[[是不是“{near}”？]]这里可用：{all}",
        "[[did you mean {near}? ]]there are: {all}",
    ),
    "unknown-block": Message(
        "没有“{block}”这种内容块",
        "there is no block {block}",
        "[[是不是“{near}”？]]可用：{all}",
        "[[did you mean {near}? ]]there are: {all}",
    ),
    "unknown-word": Message(
        "不认识“{word}”",
        "{word} is not known here",
        "[[是不是“{near}”？]]可用：{all}",
        "[[did you mean {near}? ]]there are: {all}",
    ),
    "mixed-keys": Message(
        "“{key}”与前面的键不是一种语言",
        "{key} is not in the language of the keys before it",
        "这份稿子里应写“{right}”",
        "write {right} in this file",
    ),
    "missing-key": Message("缺“{key}”", "{key} is missing", "请补上一行：{key}: …", "add a line: {key}: …"),
    "wrong-type": Message(
        "“{key}”的值写法不对", "the value of {key} is of the wrong kind", "应为{wanted}", "it should be {wanted}"
    ),
    "not-a-block": Message(
        "正文的每一项是一个内容块，这里是：{text}",
        "each item is one block, this is: {text}",
        "应写成“- 段: …”",
        "write `- text: …`",
    ),
    "block-not-here": Message(
        "“{block}”不能放在这里", "{block} cannot stand here", "请放进“页”的“区”里", "put it into a region of a page"
    ),
    "one-paragraph": Message("这里只能有一段", "only one paragraph fits here", "请删去空行", "remove the blank line"),
    "empty-body": Message("正文是空的", "the body is empty", "至少要有一页", "it needs at least one page"),
    "not-a-count": Message(
        "“{key}”是 {value}",
        "{key} is {value}",
        "应为不小于 {least} 的整数",
        "it must be a whole number of at least {least}",
    ),
    "not-positive": Message("“{key}”是 {value}", "{key} is {value}", "应大于 0", "it must be more than 0"),
    "not-a-report": Message(
        "这不是一份报告",
        "this is no report",
        "开头应写“格式: 1”和“文档:”",
        "it begins with `format: 1` and `document:`",
    ),
    "bad-length": Message(
        "“{text}”不是长度", "{text} is no length", "例如 3mm、2cm、10.5pt、五号", "such as 3mm, 2cm or 10.5pt"
    ),
    "bad-date": Message("“{text}”不是日期", "{text} is no date", "应写成 2024-01-21", "write 2024-01-21"),
    "bad-day": Message(
        "“{text}”不是一年里的一天", "{text} is no day of the year", "应写成 03-08（月-日）", "write 03-08 (month-day)"
    ),
    "bad-month": Message("“{text}”不是月份", "{text} is no month", "应为 1 到 12", "it should be 1 to 12"),
    "span-backwards": Message(
        "弧段从 {first} 月到 {last} 月是倒的",
        "the span runs backwards from {first} to {last}",
        "起月不能晚于止月",
        "the first month comes first",
    ),
    "bad-id": Message(
        "编号“{id}”不能作文件名",
        "the id {id} cannot name files",
        "请只用英文字母、数字、点、横线",
        "use letters, digits, dots and dashes",
    ),
    "bad-delivery": Message(
        "输出名“{name}”不能作文件名",
        "the delivery name {name} cannot name files",
        "请只用文字、数字、横线",
        "use letters, digits and dashes",
    ),
    "duplicate-delivery": Message(
        "有两个输出都会写成 {key}",
        "two deliveries would both be written as {key}",
        "请改其中一个的名字",
        "rename one of them",
    ),
    "bad-focus": Message(
        "焦点写法不对",
        "the focus is not understood",
        "应写成 [0.5, 0.3]（横、纵，0 到 1）",
        "write [0.5, 0.3] (across, down, 0 to 1)",
    ),
    "unknown-format-version": Message(
        "格式 {given} 不是这个版本能读的",
        "format {given} is not one that this version reads",
        "应为：格式: {known}",
        "write format: {known}",
    ),
    "unknown-size": Message(
        "不认识开本“{name}”",
        "unknown size {name}",
        "[[是不是“{near}”？]]可用：{all}；或写 {{宽: 210mm, 高: 285mm}}",
        "[[did you mean {near}? ]]or write {{width: 210mm, height: 285mm}}",
    ),
    "unknown-standard": Message(
        "不认识标准“{name}”",
        "unknown standard {name}",
        "[[是不是“{near}”？]]可用：{all}",
        "[[did you mean {near}? ]]there are: {all}",
    ),
    "standards-two-archives": Message(
        "一个文件只能是一种 PDF/A：{one} 和 {other} 不能同时要",
        "one file is one part of PDF/A: not {one} and {other} at once",
        "请去掉一个，或分成两种输出",
        "remove one, or make two deliveries",
    ),
    "standards-two-versions": Message(
        "{one} 要 PDF 2.0，{other} 不许：不能同时要",
        "{one} is PDF 2.0, which {other} is not: not both at once",
        "请把 {one} 换成 PDF/A-2u，或分成两种输出",
        "take PDF/A-2u in place of {one}, or make two deliveries",
    ),
    "standards-screen": Message(
        "{one} 是印刷用的，色彩不能是 {other}",
        "{one} is for the press, so its condition cannot be {other}",
        "请去掉 {one}，或把色彩写成 FOGRA39",
        "remove {one}, or write condition: FOGRA39",
    ),
    "bad-resolution": Message(
        "看不懂图片分辨率“{text}”",
        "the resolution of pictures {text} is not understood",
        "请写 150dpi 这样，36 到 2400",
        "write it like 150dpi, from 36 to 2400",
    ),
    "standard-ofd": Message(
        "还不能输出 OFD",
        "OFD cannot be written yet",
        "请用 PDF/A-2u；OFD 尚无独立的校验程序可证明其正确",
        "use PDF/A-2u; no independent checker of OFD exists to prove a file",
    ),
    "missing-file": Message(
        "找不到文件 {file}",
        "the file {file} is not there",
        "[[最像的是 {near}；]]路径从报告所在文件夹算起",
        "[[the nearest is {near}; ]]paths start at the report's folder",
    ),
    "path-outside": Message(
        "{file} 在报告文件夹之外",
        "{file} lies outside the report's folder",
        "请把文件放进报告文件夹",
        "put it into the report's folder",
    ),
}

ROWS: dict[str, Message] = {**SYNTAX, **KEYS}
