"""Explanations of what can be wrong with the text of a report before any key is looked at."""

from __future__ import annotations

from report.messages.explain.row import Explained

ROWS: dict[str, Explained] = {
    "cannot-read": Explained(
        "文件名对不上，或者没有读它的权限。网盘上的文件要先下载到本机，正被别的程序独占的要先关掉。",
        "The name is wrong, or you may not read the file. A file on a cloud drive must be on this machine first.",
        "banxin check 报告.yml",
        "banxin check 报告.yaml",
    ),
    "file-too-big": Explained(
        "稿子只有文字，几百页也不到 1 MB；这么大多半是选错了文件。真有这么长，就把章拆开，用“引用文件”接起来。",
        "A report is text: hundreds of pages are less than 1 MB, so this is likely another file. Split a long one.",
        "banxin check 照片.tiff",
        "- 引用文件: 第一章.yaml\n- 引用文件: 第二章.yaml",
    ),
    "not-utf8": Explained(
        "老的记事本默认存成 GBK，汉字在别处就成了乱码。版心只读 UTF-8，免得猜错一个字。",
        "Old editors save Chinese in GBK. Banxin reads UTF-8 alone, so that no character is guessed.",
        "另存为 → 编码：ANSI",
        "另存为 → 编码：UTF-8",
    ),
    "empty-file": Explained(
        "文件里没有内容，或者只有注释。最短的报告有三样：格式、文档、正文。",
        "The file is empty or holds comments alone. The shortest report has a format, a document and a body.",
        "# 稿子还没写",
        "格式: 1\n文档: {编号: a, 标题: 五年一览, 日期: 2024-01-21}\n正文:\n  - 段: 开头的话。",
    ),
    "several-documents": Explained(
        "单独一行“---”会把文件切成两份，后一份不会被排出来。想画分隔线请用内容块“分页”。",
        "A line of --- begins a second document, which would not be printed. For a break use the block.",
        "正文:\n  - 段: 上半\n---\n正文:\n  - 段: 下半",
        "正文:\n  - 段: 上半\n  - 分页:\n  - 段: 下半",
    ),
    "too-deep": Explained(
        "层次过深，或用锚反复展开成千上万份。这道限是防有人用几行字撑爆内存；正常的稿子用不到十层。",
        "Nested too deeply, or anchors that unfold without end: the limit keeps a few lines from filling the memory.",
        "- 两栏:\n    - [两栏: [[两栏: [[段: 好], [段: 好]]], [段: 好]]]\n    - [段: 好]",
        "- 两栏:\n    - [段: 左边的话]\n    - [段: 右边的话]",
    ),
    "tag-refused": Explained(
        "以“!”开头的是 YAML 标签，能让别的程序执行代码，所以一律不收。",
        "A word that begins with ! is a tag, by which YAML can run code; none is taken.",
        "- 节: !!str 重要",
        "- 节: 重要",
    ),
    "key-not-text": Explained(
        "冒号左边要是一个词。写成列表或一组键，多半是方括号、花括号放错了边。",
        "A key is a word. A list or map before the colon is mostly a bracket on the wrong side.",
        "文档: {[标题]: 五年一览, 编号: a, 日期: 2024-01-21}",
        "文档: {标题: 五年一览, 编号: a, 日期: 2024-01-21}",
    ),
    "duplicate-key": Explained(
        "同一个键写了两次，一般的程序会悄悄只留后一个，前一个就丢了。请看清要哪一个。",
        "Other programs keep the last of two equal keys and lose the first in silence. Keep the one you mean.",
        "文档:\n  编号: a\n  标题: 五年一览\n  标题: 五年回顾\n  日期: 2024-01-21",
        "文档:\n  编号: a\n  标题: 五年回顾\n  日期: 2024-01-21",
    ),
    "unknown-anchor": Explained(
        "星号加名字是引用前面用“&”起过名的内容，而这个名没有起过。想写着重的星号，整句用引号或写成文字块。",
        "A star before a word repeats something that an & has named. For emphasis, quote the text or use block text.",
        "文档: {编号: a, 标题: 五年一览, 日期: 2024-01-21, 关键词: [*x]}",
        "文档: {编号: a, 标题: 五年一览, 日期: 2024-01-21, 关键词: [妇联]}",
    ),
    "tab-indent": Explained(
        "YAML 只认空格缩进：制表符在各人电脑上宽窄不同，层次就说不清。banxin clean 能一次改好。",
        "YAML indents by spaces, since a tab is not equally wide for all. banxin clean repairs the whole file.",
        "文档:\n\t编号: a",
        "文档:\n  编号: a\n  标题: 五年一览\n  日期: 2024-01-21",
    ),
    "wide-space-indent": Explained(
        "中文输入法开着时敲的空格是全角的，看着像缩进，其实成了键名的一部分，那一行就悄悄失效。",
        "A full-width space looks like indentation but becomes part of the key, and the line is lost in silence.",
        "文档:\n　编号: a",
        "文档:\n  编号: a\n  标题: 五年一览\n  日期: 2024-01-21",
    ),
    "full-width-colon": Explained(
        "“：”不分开键和值，整行会变成一句话。要用半角冒号，后面空一格。",
        "A full-width colon parts nothing: the line becomes one sentence. Type a half-width colon and a space.",
        "文档:\n  编号：a",
        "文档:\n  编号: a\n  标题: 五年一览\n  日期: 2024-01-21",
    ),
    "dash-without-space": Explained(
        "列表的每一项以“- ”开头。少了空格，横线就成了文字，整列变成一句话。",
        "Each item begins with a dash and a space. Without the space the dash is text and the list one sentence.",
        "- 要点:\n    -第一条\n    -第二条",
        "- 要点:\n    - 第一条\n    - 第二条",
    ),
    "quote-needed": Explained(
        "YAML 留着 * & ! % @ ` { [ > | 自己用。值要以它们开头，就加引号，或在“键: |”下一行缩进写。",
        "YAML keeps * & ! % @ ` { [ > | for itself. A value that begins with one needs quotes or block text.",
        "- 节: **重点**工作",
        '- 节: "**重点**工作"',
    ),
    "colon-in-value": Explained(
        "值里的半角冒号加空格会被当成又一个键。中文句子里本该用全角冒号。",
        "A half-width colon and a space inside a value begin another key. Chinese sentences take the full-width one.",
        "- 节: 主题: 新征程",
        "- 节: 主题：新征程",
    ),
    "yaml-indent": Explained(
        "同一层的键要从同一列写起，差一个空格层次就变了。请与上一个同级的键对齐。",
        "Keys of one level begin in one column; a single space changes the level. Line up with the key above.",
        "文档:\n  编号: a\n 标题: 五年一览",
        "文档:\n  编号: a\n  标题: 五年一览\n  日期: 2024-01-21",
    ),
    "yaml-quote": Explained(
        "开头的引号没有收尾，后面的内容全被它吞了进去。中文里的引号“”不受影响，可以直接写。",
        "A quotation mark was opened and swallows what follows. Curly quotes are plain text and need no pair.",
        '- 节: "把培训办到村口',
        "- 节: 把培训办到村口",
    ),
    "yaml-bracket": Explained(
        "写成一行的列表和键值要有头有尾，各项之间用半角逗号。全角逗号、全角括号不算数。",
        "A list or map on one line needs its closing bracket and half-width commas between its items.",
        "文档: {编号: a, 标题: 五年一览",
        "文档: {编号: a, 标题: 五年一览, 日期: 2024-01-21}",
    ),
    "yaml-syntax": Explained(
        "这一行不合 YAML 的写法，又不是常见的那几种。多看一眼上一行：毛病常出在前面没收尾的引号或括号。",
        "The line is no YAML, and of none of the common kinds. Look at the line before: the fault often begins there.",
        "文档: {编号: a, 标题: 五年一览, 日期: 2024-01-21, 关键词: [*妇联*]}",
        "文档: {编号: a, 标题: 五年一览, 日期: 2024-01-21, 关键词: [妇联]}",
    ),
}
