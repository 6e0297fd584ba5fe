"""What the command line says: its own problems, the stages and the summary."""

from __future__ import annotations

from importlib import import_module

from report.messages.row import Message

RUNNING: dict[str, Message] = {
    "cannot-write": Message(
        "写不了 {file}：{reason}",
        "cannot write {file}: {reason}",
        "旧文件没有动；请检查后重试",
        "the old files are untouched; check and try again",
    ),
    "disk-full": Message(
        "写不了 {file}：磁盘已满",
        "cannot write {file}: the disk is full",
        "旧文件没有动；请腾出空间，或用 -o 换一个文件夹",
        "the old files are untouched; free some space, or choose another folder with -o",
    ),
    "write-denied": Message(
        "写不了 {file}：没有写权限，或文件正被别的程序打开",
        "cannot write {file}: not permitted, or open in another program",
        "旧文件没有动；请关闭打开它的程序，或用 -o 换一个文件夹",
        "the old files are untouched; close what has it open, or choose another folder with -o",
    ),
    "not-a-folder": Message(
        "写不了 {file}：路径上有同名的文件或文件夹挡着",
        "cannot write {file}: a file or folder of that name is in the way",
        "请移开它，或用 -o 换一个文件夹",
        "move it, or choose another folder with -o",
    ),
    "cannot-print": Message(
        "结果写不出来：{reason}",
        "the result cannot be printed: {reason}",
        "已存盘的文件不受影响；请检查标准输出指向哪里",
        "files on disk are not affected; check where standard output leads",
    ),
    "no-report": Message(
        "没有这个文件：{file}",
        "there is no such file: {file}",
        "[[最像的是 {near}；]]请检查路径，从现在所在的文件夹算起",
        "[[the nearest is {near}; ]]check the path, which starts at the current folder",
    ),
    "no-current-folder": Message(
        "现在所在的文件夹已经没有了，或不许进：{reason}",
        "the current folder is gone, or may not be entered: {reason}",
        "换到一个文件夹（cd）再运行",
        "change to a folder (cd) and run it again",
    ),
    "report-is-folder": Message(
        "{file} 是文件夹，不是报告",
        "{file} is a folder, not a report",
        "请写明其中的文件，如 {near}",
        "name the file in it, such as {near}",
    ),
    "no-sample": Message(
        "没有写明要排哪份报告，这里也没有自带的样张",
        "no report is named, and no sample comes with this installation",
        "例如 banxin report.yaml",
        "such as: banxin report.yaml",
    ),
    "unreadable-pdf": Message(
        "读不了 {file}：{reason}",
        "cannot read {file}: {reason}",
        "请检查路径和权限",
        "check the path and its permissions",
    ),
    "missing-package": Message(
        "缺 Python 包 {name}",
        "the Python package {name} is missing",
        "请先运行 make brochure，或在项目文件夹里 pip install . 安装",
        "run make brochure first, or pip install . in the project's folder",
    ),
    "run-interrupted": Message(
        "已中断", "interrupted", "已有的文件都是完整的，可以重新运行", "the files there are whole; run it again"
    ),
    "internal-fault": Message(
        "内部故障：{what}",
        "internal fault: {what}",
        "这是版心的错，不是稿子的错；设 BANXIN_DEBUG=1 再运行可见详情",
        "this is a fault of Banxin, not of the report; run with BANXIN_DEBUG=1 for details",
    ),
}

USAGE: dict[str, Message] = {
    "unknown-command": Message(
        "没有 {name} 这个命令，也没有这个文件",
        "there is no command or file {name}",
        "[[是不是 {near}？]]用法：{usage}",
        "[[did you mean {near}? ]]usage: {usage}",
    ),
    "command-not-first": Message(
        "命令 {name} 要写在选项前面",
        "the command {name} comes before the options",
        "用法：{usage}",
        "usage: {usage}",
    ),
    "unknown-argument": Message(
        "不认识 {what}",
        "{what} is not known",
        "[[是不是 {near}？]]用法：{usage}",
        "[[did you mean {near}? ]]usage: {usage}",
    ),
    "certificate-name": Message(
        "预检单不能写成 {file}",
        "the certificate cannot be written as {file}",
        "请用另一个以 .pdf 结尾的名字；用法：{usage}",
        "give another name that ends in .pdf; usage: {usage}",
    ),
    "unknown-standard-name": Message(
        "不认识标准 {name}",
        "the standard {name} is not known",
        "[[是不是 {near}？]]可写 x4、a2u、ua1、gb9704；用法：{usage}",
        "[[did you mean {near}? ]]one of x4, a2u, ua1, gb9704; usage: {usage}",
    ),
    "needs-value": Message("{what} 后面要有一个值", "{what} needs a value", "用法：{usage}", "usage: {usage}"),
    "takes-no-value": Message("{what} 后面不写值", "{what} takes no value", "用法：{usage}", "usage: {usage}"),
    "needs-argument": Message("缺 {what}", "{what} is missing", "用法：{usage}", "usage: {usage}"),
    "not-a-choice": Message(
        "{what} 的值不对", "the value of {what} is not one of its choices", "用法：{usage}", "usage: {usage}"
    ),
    "unknown-code": Message(
        "没有 {name} 这个代码", "there is no code {name}", "最接近的是 {near}", "the nearest is {near}"
    ),
}
"""What is wrong with a command line; `usage` is a line of helping.SYNOPSES."""

ROWS = {**RUNNING, **USAGE}

STAGES: dict[str, Message] = {
    "read": Message("读稿", "reading"),
    "fonts": Message("备字", "fonts"),
    "layout": Message("排版", "layout"),
    "pdf": Message("出 PDF", "writing PDF"),
    "write": Message("存盘", "saving"),
}

WORDS: dict[str, Message] = {
    "title": Message("《{title}》", "{title}"),
    "file": Message("{path}  {pages} 页  {size}  {standards}", "{path}  {pages} pages  {size}  {standards}"),
    "counts": Message(
        "字体 {fonts} 款 · 事实 {facts} 个 · 警告 {warnings} 条 · {seconds} 秒",
        "{fonts} faces · {facts} facts · {warnings} warnings · {seconds} s",
    ),
    "edition-kept": Message("存为一期：{folder}", "kept as an edition: {folder}"),
    "edition-same": Message("与上一期相同：{folder}", "the same as the last edition: {folder}"),
    "unchanged": Message("未变：{folder}（--force 重做）", "unchanged: {folder} (--force builds it again)"),
    "figures": Message("数字 {total} 处：{counts}", "{total} figures: {counts}"),
    "good": Message("没有问题", "no problems"),
    "rewritten": Message("已改 {file}", "changed {file}"),
    "would-rewrite": Message("以上是要改的；文件没有动：{file}", "shown only; {file} is as it was"),
    "nothing-to-rewrite": Message("{file} 不用改", "nothing to change in {file}"),
    "facts-written": Message("{count} 个事实写进了 {file}", "{count} facts written to {file}"),
    "theme-written": Message(
        "主题写在 {folder}\n报告里写 主题: {name}，主题文件夹放在报告旁边\n"
        "查错 banxin theme check {folder}\n看样 banxin theme specimen {folder}",
        "the theme is in {folder}\nname it in a report beside it: theme: {name}\n"
        "check it: banxin theme check {folder}\nsee it: banxin theme specimen {folder}",
    ),
    "specimen": Message("{path}  {pages} 页  {standards}", "{path}  {pages} pages  {standards}"),
    "standard-kept": Message("{name}（{claimed}）：未发现错误", "{name} ({claimed}): no errors found"),
    "standard-broken": Message("{name}（{claimed}）：错误 {errors} 条", "{name} ({claimed}): errors: {errors}"),
    "standard-unasked": Message("{name}（{claimed}）：没有查", "{name} ({claimed}): not looked at"),
    "claimed": Message("文件自称符合", "claimed by the file"),
    "unclaimed": Message("文件没有声明", "not claimed"),
    "preflight-found": Message(
        "{pages} 页：错误 {errors} 条，警告 {warnings} 条，未判 {unjudged} 条",
        "pages: {pages}; errors: {errors}, warnings: {warnings}, not judged: {unjudged}",
    ),
    "certificate-written": Message("预检单写进了 {file} 和同名的 .json", "certificate written to {file} and its .json"),
    "before": Message("会报错的写法：", "This is told:"),
    "after": Message("改成：", "Write:"),
    "found": Message("错误 {errors} 条，警告 {warnings} 条", "{errors} errors, {warnings} warnings"),
}

OTHERS = ("starting", "typefaces", "preview", "batch", "imposing", "packaging")
"""Modules beside this one with words of commands that are not the usual one: read where such a word is said."""


def word(key: str) -> Message:
    """The row of one of the words."""
    if key in WORDS:
        return WORDS[key]
    found: Message = next(
        words[key] for words in (import_module(f"report.messages.{name}").WORDS for name in OTHERS) if key in words
    )
    return found
