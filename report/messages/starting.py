"""What `banxin new` says: its problems, its questions, its help."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "new-folder-taken": Message(
        "{folder} 里已经有东西，没有动它",
        "{folder} is not empty and was left as it is",
        "请换一个新文件夹名",
        "give the name of a new folder",
    ),
    "new-theme": Message(
        "没有“{name}”这个主题可以起头",
        "no report can be begun in the theme {name}",
        "[[是不是 {near}？]]可用：{all}；用法：{usage}",
        "[[did you mean {near}? ]]use one of: {all}; usage: {usage}",
    ),
    "new-title": Message(
        "题目“{title}”太长，或有看不见的字符",
        "the title {title} is too long or has hidden characters",
        "请写到 {limit} 个字以内；用法：{usage}",
        "write at most {limit} characters; usage: {usage}",
    ),
    "new-id": Message(
        "编号“{id}”不能做文件名",
        "the id {id} cannot name files",
        "请用英文字母、数字和 - _ .；用法：{usage}",
        "use ASCII letters, digits and - _ .; usage: {usage}",
    ),
}

WORDS: dict[str, Message] = {
    "ask-theme": Message("选一个主题：", "Choose a theme:"),
    "ask-title": Message("题目：", "Title:"),
    "ask-again": Message("请写 1、2 或 3，或直接回车", "write 1, 2 or 3, or press Enter"),
    "started": Message(
        "写好了：{folder}（{files}）\n"
        "排版 banxin build {report}\n"
        "查错 banxin check {report}\n"
        "校样 banxin build {report} --draft",
        "written: {folder} ({files})\n"
        "build it: banxin build {report}\n"
        "check it: banxin check {report}\n"
        "proof:    banxin build {report} --draft",
    ),
}

THEME_NAMES: dict[str, Message] = {
    "brochure": Message("画册", "brochure"),
    "bulletin": Message("统计公报", "statistical bulletin"),
    "attachment": Message("公文附件", "attachment of an official paper"),
}

SYNOPSIS = "banxin new DIR [--theme NAME] [--title TEXT] [--id ID] [--yes] [--lang zh|en] [--json]"
SYNOPSES = {"new": SYNOPSIS}

HELP: dict[str, Message] = {
    "new": Message(
        f"""{SYNOPSIS}

写一份马上能排的小报告：带说明的稿子、事实表、CSV 和 Excel 数据、编辑器用的格式表。只写进新文件夹，从不盖掉文件。
在终端里问两件事：主题、题目；写了选项就不问。

  --theme NAME   brochure 画册、bulletin 统计公报、attachment 公文附件
  --title TEXT   题目
  --id ID        编号，成品的文件名用它；默认用文件夹名
  --yes          不问，没写的都用默认
  --lang en      键和说明用英文
  --json         把结果写成 JSON
""",
        f"""{SYNOPSIS}

Writes a small report that builds at once: text with comments, facts, data as CSV and Excel, the schema for editors.
Only into a new folder, never over a file. On a terminal it asks for theme and title, unless options say them.

  --theme NAME   brochure, bulletin (statistics), attachment (official papers)
  --title TEXT   the title
  --id ID        names the finished files; the folder's name unless given
  --yes          ask nothing, take what is usual
  --lang en      keys and comments in English
  --json         print the result as JSON
""",
    ),
}
