"""What batches say: problems of runs, rows and workers; progress, the table at the end, and help."""

from __future__ import annotations

from report.messages.row import Message

RUNS: dict[str, Message] = {
    "run-held": Message(
        "另一次运行还没有完：{host} 上的进程 {pid}，{since} 开始",
        "another run is not done yet: process {pid} on {host}, since {since}",
        "等它做完再运行；它若已不在，锁会自动失效（{file}）",
        "run again when it is done; if it is gone, so is its lock ({file})",
    ),
    "only-nothing": Message(
        "没有一份叫“{pattern}”",
        "no report is called {pattern}",
        "[[最像的是“{near}”；]]可用 * 和 ?，也可写 任务/名",
        "[[the nearest is {near}; ]]* and ? stand for anything, and JOB/NAME is possible",
    ),
    "input-vanished": Message(
        "读稿之后 {file} 不见了",
        "{file} has gone since the report was read",
        "请检查是谁在改这个文件夹，再运行一次",
        "see who changes this folder, and run it again",
    ),
    "input-changed": Message(
        "送出的时候 {file} 变了",
        "{file} changed while it was sent",
        "请检查是谁在改这个文件夹，再运行一次",
        "see who changes this folder, and run it again",
    ),
    "over-time": Message(
        "超过 {limit} 秒，已停下",
        "stopped after {limit} s",
        "把报告拆小，或在“限”里放宽“时间”",
        "make the report smaller, or the time under limits longer",
    ),
    "over-memory": Message(
        "内存不够[[，上限是 {limit} MB]]，已停下",
        "stopped for lack of memory[[, the limit is {limit} MB]]",
        "把图片或报告改小，或在“限”里放宽“内存”",
        "make pictures or the report smaller, or the memory under limits larger",
    ),
    "worker-died": Message(
        "做这一份的进程死了[[：{reason}]]",
        "the process that made this report died[[: {reason}]]",
        "多半是内存不够或不理会时限；单独试一次：banxin batch … --only 名",
        "most likely for lack of memory or time; try it alone: banxin batch … --only NAME",
    ),
    "no-processes": Message(
        "这里开不了别的进程（{reason}），只好在一个进程里一份一份地做",
        "no further processes can be begun here ({reason}): reports are made one by one in this one",
        "容器里多半是没有可写的 /dev/shm；给它一个，就能几份一起做",
        "a container most likely lacks a /dev/shm that can be written to: with one, several are made at once",
    ),
    "worker-version": Message(
        "{host} 上的版心是另一个版本，做出的文件会不一样",
        "{host} has another version of Banxin, which would make other files",
        "请在各台机器上装同一个版本",
        "install the same version on every machine",
    ),
    "dask-missing": Message("没有装 Dask", "Dask is not installed", "请运行 {command}", "run {command}"),
    "no-cluster": Message(
        "连不上 Dask 集群 {address}：{reason}",
        "the Dask cluster {address} cannot be reached: {reason}",
        "检查地址，如 tcp://192.0.2.7:8786，以及调度器是否在运行",
        "check the address, such as tcp://192.0.2.7:8786, and whether the scheduler runs",
    ),
    "no-workers": Message(
        "Dask 集群 {address} 没有一个 worker",
        "the Dask cluster {address} has no workers",
        "请先启动 dask worker {address}",
        "start some: dask worker {address}",
    ),
    "url-needs-fsspec": Message(
        "写到 {file} 要有 fsspec", "fsspec is needed to write to {file}", "请运行 {command}", "run {command}"
    ),
    "url-refused": Message(
        "写不了 {file}：{reason}",
        "cannot write {file}: {reason}",
        "检查网址、权限，以及这种存储要的 Python 包",
        "check the URL, its permissions, and the Python package that this kind of storage needs",
    ),
}

ROWS_OF_TABLES: dict[str, Message] = {
    "jobs-share-folder": Message(
        "“{name}”和“{other}”的成品都要放进 {folder}",
        "the files of {name} and {other} would both go into {folder}",
        "给其中一个写“输出”，如 季报/{{名}}",
        "give one of them an output, such as quarterly/{{name}}",
    ),
    "no-job-table": Message(
        "没有这张表：{file}",
        "there is no such table: {file}",
        "[[最像的是 {near}；]]路径从任务文件所在的文件夹算起",
        "[[the nearest is {near}; ]]paths start at the folder of the job file",
    ),
    "row-without-name": Message(
        "这一行没有名字", "this row has no name", "请填上“名”所用的列", "fill in the column that names it"
    ),
    "row-name-twice": Message(
        "“{name}”在 {first} 已有，成品会互相覆盖",
        "{name} is there already ({first}): their files would overwrite each other",
        "改一个名，或在“名”里多用一列，如 {{县区}}-{{代码}}",
        "rename one, or name rows by two columns, such as {{county}}-{{code}}",
    ),
    "row-name-long": Message(
        "名字“{name}”有 {length} 个字节，最多 {limit}",
        "the name {name} has {length} bytes, at most {limit}",
        "文件夹的名不能这样长，请换短的列作“名”",
        "no folder may be called so: name rows by a shorter column",
    ),
    "row-name-sign": Message(
        "“{name}”不能作文件夹的名",
        "{name} cannot be the name of a folder",
        '不能有 < > : " / \\ | ? *，不能以点开头、以点或空格结尾',
        'it may not hold < > : " / \\ | ? *, begin with a dot, or end with a dot or space',
    ),
}

ROWS = {**RUNS, **ROWS_OF_TABLES}

WORDS: dict[str, Message] = {
    "batch-jobs": Message("{count} 个任务", "{count} jobs"),
    "batch-progress": Message(
        "{job} {bar} {done}/{total}　每秒 {rate} 份，还要 {left}[[，失败 {failed}]]",
        "{job} {bar} {done}/{total}  {rate} a second, {left} left[[, {failed} failed]]",
    ),
    "batch-line": Message(
        "{job} {done}/{total}，每秒 {rate} 份，还要 {left}[[，失败 {failed}]]",
        "{job} {done}/{total}, {rate} a second, {left} left[[, {failed} failed]]",
    ),
    "batch-failed": Message("没有做成：{name}", "not made: {name}"),
    "batch-same": Message("  另有 {count} 份也是：{names}", "  {count} more: {names}"),
    "batch-head": Message("任务|名|结果|页|大小|用时|说明", "job|name|result|pages|size|time|remark"),
    "batch-total": Message(
        "{total} 份：做成 {delivered}，未变 {unchanged}，失败 {failed}[[，未做 {left}]]；{seconds} 秒，每秒 {rate} 份",
        "{total} reports: {delivered} delivered, {unchanged} unchanged, {failed} failed[[, {left} not made]]; "
        "{seconds} s, {rate} a second",
    ),
    "batch-unchanged": Message(
        "未变，没有写：{count} 份（--force 重做）", "unchanged, nothing written: {count} (--force builds them again)"
    ),
    "batch-resumed": Message("上次中断前已做成：{count} 份", "delivered before the interruption: {count}"),
    "batch-resume": Message("接着做：banxin batch {file} --resume", "go on with: banxin batch {file} --resume"),
    "delivered": Message("做成", "delivered"),
    "unchanged-one": Message("未变", "unchanged"),
    "resumed": Message("已有", "resumed"),
    "failed": Message("失败", "failed"),
    "left": Message("未做", "not made"),
    "seconds-left": Message("{count} 秒", "{count} s"),
    "minutes-left": Message("{count} 分", "{count} min"),
    "hours-left": Message("{count} 小时", "{count} h"),
}

_BATCH = (
    "banxin batch JOBS.yaml [--workers N] [--dask ADDRESS] [--only PATTERN] [--resume] [--force] [--log FILE] "
    "[--metrics FILE.prom] [--json]"
)
COMMANDS = _BATCH
SYNOPSES = {"batch": _BATCH}
HELP: dict[str, Message] = {
    "batch": Message(
        f"""{_BATCH}

按任务文件做许多份报告；表里每一行可以是一份。一份做坏，其余照做。
退出码：0 全部做成，1 有失败，2 任务文件有错，3 一份也没做成（任务里的“退出码”优先）。

  --workers N     同时做几份，默认是核数
  --dask ADDRESS  在 Dask 集群上做，如 tcp://192.0.2.7:8786
  --only PATTERN  只做名字相符的，可用 * 和 ?，几个用逗号隔开
  --resume        接着上次中断的地方做
  --force         内容未变也重做
  --log FILE      日志，一行一个 JSON，代替任务文件“记录”里的
  --metrics FILE.prom  指标，Prometheus 文本格式
  --lang zh|en    提示用的语言，默认中文
  --json          把结果写成 JSON
""",
        f"""{_BATCH}

Makes many reports as a job file says; each row of a table can be one. A bad one does not stop the rest.
Exit codes: 0 all delivered, 1 some failed, 2 the job file is wrong, 3 none delivered (exit-code of a job goes first).

  --workers N     how many are made at once, as many as there are cores unless given
  --dask ADDRESS  on the workers of a Dask cluster, such as tcp://192.0.2.7:8786
  --only PATTERN  only those of these names; * and ? stand for anything, several are parted by commas
  --resume        go on where the last run was interrupted
  --force         build again though nothing changed
  --log FILE      a log of JSON lines, instead of that of the job file's records
  --metrics FILE.prom  metrics in the text format of Prometheus
  --lang zh|en    language of messages, Chinese unless given
  --json          print the result as JSON
""",
    ),
}
