"""What the command line says: its own problems, the stages, the summary and the help of each command."""

from __future__ import annotations

from report.messages import batch, changes, imposing, packaging, preview, schedule, shells, starting, themes, typefaces
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
"""What is wrong with a command line; `usage` is a line of SYNOPSES."""

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
WORDS |= starting.WORDS | typefaces.WORDS
WORDS |= preview.WORDS | batch.WORDS | imposing.WORDS | packaging.WORDS

_BUILD = (
    "banxin [build] [REPORT] [-o DIR] [--only A,B] [--keep N] [--lang zh|en] [--json] [--no-cache] [--force] [--draft]"
    " [--since [E]]"
)
_CHECK = "banxin check REPORT [--ledger FILE.csv] [--lang zh|en] [--json] [--no-cache]"
_PREFLIGHT = (
    "banxin preflight FILE.pdf [--standard x4,a2u,ua1] [--certificate FILE.pdf] [--spots A,B] [--no-separations] "
    "[--lang zh|en] [--json]"
)
_EXPLAIN = "banxin explain CODE [--lang zh|en] [--json]"
_KEYS = "banxin keys --to zh|en FILE [--dry-run] [--json]"
_CLEAN = "banxin clean FILE [--write] [--json]"
_UPGRADE = "banxin upgrade FILE [--to N] [--dry-run] [--json]"
_FACTS = "banxin facts REPORT --to FILE.xlsx|FILE.csv [--json]"
_SCHEMA = "banxin schema [--lang zh|en] [--json]"

SYNOPSES = {"": "banxin --help", "build": _BUILD, "check": _CHECK, "explain": _EXPLAIN, "preflight": _PREFLIGHT}
SYNOPSES |= {"facts": _FACTS, "keys": _KEYS, "clean": _CLEAN, "upgrade": _UPGRADE, "schema": _SCHEMA}
SYNOPSES |= themes.SYNOPSES | batch.SYNOPSES | changes.SYNOPSES | schedule.SYNOPSES
SYNOPSES |= imposing.SYNOPSES | packaging.SYNOPSES | starting.SYNOPSES | typefaces.SYNOPSES | shells.SYNOPSES
SYNOPSES |= {"preview": preview.SYNOPSIS}
"""One line a command."""

HELP: dict[str, Message] = {
    "": Message(
        f"""版心：把 YAML 和数据排成可直接付印的中文画册。

  {_BUILD}
  {_CHECK}
  {_PREFLIGHT}
  {batch.COMMANDS}
  {imposing.SYNOPSES["impose"]}
  {packaging.SYNOPSES["package"]}
  {preview.SYNOPSIS}
  {_EXPLAIN}
  {_FACTS}
  {_KEYS}
  {_CLEAN}
  {_UPGRADE}
  {_SCHEMA}
  {starting.SYNOPSIS}
  {themes.COMMANDS}
  {SYNOPSES["diff"]}
  {SYNOPSES["schedule"]}
  {typefaces.COMMANDS}
  {shells.SYNOPSIS}
  banxin --version

每个命令加 --help 有细说。
""",
        f"""Banxin turns YAML and data into Chinese brochures ready for print.

  {_BUILD}
  {_CHECK}
  {_PREFLIGHT}
  {batch.COMMANDS}
  {imposing.SYNOPSES["impose"]}
  {packaging.SYNOPSES["package"]}
  {preview.SYNOPSIS}
  {_EXPLAIN}
  {_FACTS}
  {_KEYS}
  {_CLEAN}
  {_UPGRADE}
  {_SCHEMA}
  {starting.SYNOPSIS}
  {themes.COMMANDS}
  {SYNOPSES["diff"]}
  {SYNOPSES["schedule"]}
  {typefaces.COMMANDS}
  {shells.SYNOPSIS}
  banxin --version

Each command says more with --help.
""",
    ),
    "build": Message(
        f"""{_BUILD}

把一份报告排成它要的各种 PDF。不写 REPORT 时排自带的样张。

  -o DIR         放成品的文件夹，默认 out/<编号>
  --only A,B     只出这几种输出（名或代号）
  --keep N       把成品另存一期到 DIR/editions，只留最近 N 期；banxin diff 比两期
  --lang zh|en   提示用的语言，默认中文
  --json         把结果写成 JSON
  --no-cache     不读也不写缓存
  --force        内容未变也重做
  --draft        出校样：印“样稿”，逢五行编号，排不下的只提醒，不称 PDF/X
  --since [E]    校样上标出与这一期相比改了什么：期的序号、日期、名字，文件夹或 PDF；不写就是最近存的一期
""",
        f"""{_BUILD}

Builds a report into the PDFs it asks for; without REPORT, the sample that comes with the checkout.

  -o DIR         folder of the finished files, out/<id> unless given
  --only A,B     only these deliveries, by name or key
  --keep N       also keep the files as an edition in DIR/editions, the last N of them; banxin diff compares two
  --lang zh|en   language of messages, Chinese unless given
  --json         print the result as JSON
  --no-cache     neither read nor write the cache
  --force        build again though nothing changed
  --draft        a proof: marked as one, lines numbered, overfull text only warned of, no claim of PDF/X
  --since [E]    in a proof, bars beside what changed since an edition: its number, date or name, a folder or a PDF;
                 the one that was kept last unless given
""",
    ),
    "check": Message(
        f"""{_CHECK}

列出一份报告的全部问题，核对每个数，不写 PDF。

  --ledger FILE.csv   把每个数的页码、位置、数值和依据写成表，供审稿
""",
        f"""{_CHECK}

Lists every problem of a report and checks every figure; writes no PDF.

  --ledger FILE.csv   every figure with page, place, value and source
""",
    ),
    "preflight": Message(
        f"""{_PREFLIGHT}

独立检查任何一份 PDF 能不能付印、存档、无障碍阅读。不写 --standard 时按文件自称的标准查；什么都没声明就按印刷（x4）查。
有错误时退出码是 4。

  --standard x4,a2u,ua1   按哪些标准查；另有 gb9704（公文用色）
  --certificate FILE.pdf  写一页预检单给印厂，旁边放同名 .json
  --spots A,B             允许的专色
  --no-separations        不分色（总墨量、出血等要分色的条目记为未判）
  --json                  把结果写成 JSON
""",
        f"""{_PREFLIGHT}

Reads any PDF and says whether it can be printed, archived and read by everyone. Without --standard: by what the file
claims; by print (x4) where it claims nothing. Errors end with exit code 4.

  --standard x4,a2u,ua1   what to judge by; also gb9704 (colours of official papers)
  --certificate FILE.pdf  write one page for the print shop, with a .json beside it
  --spots A,B             spot colours that are allowed
  --no-separations        make no separations (what needs them is not judged)
  --json                  print the result as JSON
""",
    ),
    "facts": Message(
        f"""{_FACTS}

把一份报告的全部事实写成表，改好后可以放回报告作“事实表”。
""",
        f"""{_FACTS}

Writes all facts of a report as a table; once edited it can serve as the report's fact table.
""",
    ),
    "keys": Message(
        f"""{_KEYS}

把稿子的键和词整份换成中文或英文，连同它引用的文件；注释和排法不动。

  --dry-run      只看要改什么，不写回
""",
        f"""{_KEYS}

Turns the keys and words of a report, and of the files it includes, into Chinese or English; comments and layout stay.

  --dry-run      show what would change and write nothing
""",
    ),
    "clean": Message(
        f"""{_CLEAN}

找出粘贴带进来的怪空格、看不见的字符、部首字、汉字间的半角标点，列出改法。

  --write        照改，写回文件
""",
        f"""{_CLEAN}

Shows what pasting left in a report: odd spaces, hidden characters, radicals, half-width punctuation between Han.

  --write        make the changes in the file
""",
    ),
    "upgrade": Message(
        f"""{_UPGRADE}

把旧格式的稿子改成现在的格式，列出改动；--to 0 能改回去。

  --to N         改成格式 N
  --dry-run      只看要改什么，不写回
""",
        f"""{_UPGRADE}

Brings a report of an earlier format up to the present one and shows the changes; --to 0 takes them back.

  --to N         the format to change to
  --dry-run      show what would change and write nothing
""",
    ),
    "schema": Message(
        f"""{_SCHEMA}

输出报告的 JSON Schema，给编辑器用。存成 report.zh.json，稿子第一行写：
# yaml-language-server: $schema=./report.zh.json
""",
        f"""{_SCHEMA}

Prints the JSON Schema of reports, for editors. Saved as report.en.json, it is named in the first line of a report:
# yaml-language-server: $schema=./report.en.json
""",
    ),
    "explain": Message(
        f"""{_EXPLAIN}

说明一个问题代码：它说什么，为什么要紧，附一个改前改后的例子。
""",
        f"""{_EXPLAIN}

Says what a problem code means and why it matters, with an example before and after.
""",
    ),
}
HELP |= themes.HELP | batch.HELP | changes.HELP | schedule.HELP | imposing.HELP | packaging.HELP
HELP |= {"preview": preview.HELP}
HELP |= starting.HELP | typefaces.HELP | shells.HELP
