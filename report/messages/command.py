"""What the command line says: its own problems, the stages, the summary and the help of each command."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
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
}

STAGES: dict[str, Message] = {
    "read": Message("读稿", "reading"),
    "fonts": Message("备字", "fonts"),
    "layout": Message("排版", "layout"),
    "charts": Message("画图", "charts"),
    "pdf": Message("出 PDF", "writing PDF"),
    "write": Message("存盘", "saving"),
}

WORDS: dict[str, Message] = {
    "file": Message("{path}  {pages} 页  {size}  {standards}", "{path}  {pages} pages  {size}  {standards}"),
    "counts": Message(
        "字体 {fonts} 款 · 事实 {facts} 个 · 警告 {warnings} 条 · {seconds} 秒",
        "{fonts} faces · {facts} facts · {warnings} warnings · {seconds} s",
    ),
    "unchanged": Message("未变：{folder}（--force 重做）", "unchanged: {folder} (--force builds it again)"),
    "good": Message("没有问题", "no problems"),
    "found": Message("错误 {errors} 条，警告 {warnings} 条", "{errors} errors, {warnings} warnings"),
    "interrupted": Message("已中断，没有写任何文件", "interrupted; no file was written"),
    "fault": Message(
        "内部故障：{what}。这是版心的错，不是稿子的错；设 BANXIN_DEBUG=1 再运行可见详情",
        "internal fault: {what}. This is a fault of Banxin, not of the report; run with BANXIN_DEBUG=1 for details",
    ),
    "usage": Message("用法不对：{what}", "wrong usage: {what}"),
    "no-sample": Message("请写明报告文件，如 report.yaml", "name the report, such as report.yaml"),
    "unknown-command": Message(
        "没有 {name} 这个命令，也没有这个文件；是不是 {near}？",
        "there is no command or file {name}; did you mean {near}?",
    ),
    "unknown-code": Message(
        "没有 {name} 这个代码；最接近的是 {near}", "there is no code {name}; the nearest is {near}"
    ),
    "unknown-argument": Message("不认识 {what}", "{what} is not known"),
    "needs-value": Message("{what} 后面要有一个值", "{what} needs a value"),
    "takes-no-value": Message("{what} 后面不写值", "{what} takes no value"),
    "needs-argument": Message("缺 {what}", "{what} is missing"),
    "not-a-choice": Message("{what} 只能是 zh 或 en", "{what} is zh or en"),
}

_BUILD = "banxin [build] [REPORT] [-o DIR] [--only A,B] [--lang zh|en] [--json] [--no-cache] [--force] [--draft]"
_CHECK = "banxin check REPORT [--lang zh|en] [--json] [--no-cache]"
_EXPLAIN = "banxin explain CODE [--lang zh|en]"

HELP: dict[str, Message] = {
    "": Message(
        f"""版心：把 YAML 和数据排成可直接付印的中文画册。

  {_BUILD}
  {_CHECK}
  {_EXPLAIN}
  banxin --version

每个命令加 --help 有细说。
""",
        f"""Banxin turns YAML and data into Chinese brochures ready for print.

  {_BUILD}
  {_CHECK}
  {_EXPLAIN}
  banxin --version

Each command says more with --help.
""",
    ),
    "build": Message(
        f"""{_BUILD}

把一份报告排成它要的各种 PDF。不写 REPORT 时排自带的样张。

  -o DIR         放成品的文件夹，默认 out/<编号>
  --only A,B     只出这几种输出（名或代号）
  --lang zh|en   提示用的语言，默认中文
  --json         把结果写成 JSON
  --no-cache     不读也不写缓存
  --force        内容未变也重做
  --draft        出校样：宽松处不拦
""",
        f"""{_BUILD}

Builds a report into the PDFs it asks for; without REPORT, the sample that comes with the checkout.

  -o DIR         folder of the finished files, out/<id> unless given
  --only A,B     only these deliveries, by name or key
  --lang zh|en   language of messages, Chinese unless given
  --json         print the result as JSON
  --no-cache     neither read nor write the cache
  --force        build again though nothing changed
  --draft        a proof: what may wait does not stop it
""",
    ),
    "check": Message(
        f"""{_CHECK}

列出一份报告的全部问题，不写 PDF。
""",
        f"""{_CHECK}

Lists every problem of a report; writes no PDF.
""",
    ),
    "explain": Message(
        f"""{_EXPLAIN}

说明一个问题代码：它说什么，该怎么改。
""",
        f"""{_EXPLAIN}

Says what a problem code means and what to do about it.
""",
    ),
}
