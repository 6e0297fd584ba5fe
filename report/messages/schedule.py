"""What is said of timers."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "schedule-no-times": Message(
        "没有一个任务写了“时”",
        "no job has a time",
        "例如 时: 每月 5 日 06:30",
        "such as at: monthly on day 5 at 06:30",
    ),
    "schedule-no-absence": Message(
        "没有一个任务写了“缺席”",
        "no job says how long it may be absent",
        "例如 通知: {{失败: [邮件], 缺席: 26h}}",
        "such as notify: {{failure: [mail], absence: 26h}}",
    ),
    "schedule-cron-last-day": Message(
        "cron 说不出“每月最后一天”：{text}",
        "cron cannot say the last day of a month: {text}",
        "请用 --systemd 或 --windows，或改成 28 日",
        "use --systemd or --windows, or day 28",
    ),
    "schedule-many-triggers": Message(
        "Windows 的一个任务最多 48 个触发时刻，{text} 超过了",
        "a Windows task has at most 48 triggers; {text} has more",
        "请把分钟改成等间隔，如 */15，或用 --systemd、--cron",
        "write minutes at equal distances, such as */15, or use --systemd or --cron",
    ),
    "schedule-one-way": Message(
        "一次只出一种：{given}",
        "one kind at a time: {given}",
        "用法：{usage}",
        "usage: {usage}",
    ),
}

WORDS: dict[str, Message] = {
    "timer": Message("{job}：{text}；接下来 {next}", "{job}: {text}; next {next}"),
    "no-timer": Message("{job}：没有写时", "{job}: no time"),
    "written": Message("写了 {file}", "wrote {file}"),
    "install": Message("装上：", "To install:"),
    "linger": Message(
        "没有人登录也要跑：loginctl enable-linger", "to run while nobody is logged in: loginctl enable-linger"
    ),
    "present": Message(
        "{job}：{hours} 小时前做成（限 {limit} 小时）", "{job}: succeeded {hours} hours ago (limit {limit})"
    ),
    "waiting": Message(
        "{job}：看守了 {hours} 小时，还没有做成过（限 {limit} 小时）",
        "{job}: not succeeded yet, looked after for {hours} hours (limit {limit})",
    ),
    "absent": Message(
        "{job}：缺席，已 {hours} 小时没有做成（限 {limit} 小时）",
        "{job}: absent, no success for {hours} hours (limit {limit})",
    ),
}
"""What the command says."""

_SCHEDULE = "banxin schedule JOBS.yaml [--systemd|--cron|--windows|--check] [-o DIR] [--lang zh|en] [--json]"
SYNOPSES = {"schedule": _SCHEDULE}

HELP: dict[str, Message] = {
    "schedule": Message(
        f"""{_SCHEDULE}

把任务文件里的“时”变成系统的定时任务。什么都不选时，列出每个任务接下来几次。

  --systemd      写 systemd 的 .service 和 .timer
  --cron         写 crontab 的行
  --windows      写 Windows 任务计划的 XML
  --check        看有没有任务缺席（超过“缺席”的时限没有做成）；有就通知，退出码 1
  -o DIR         放文件的文件夹，默认 schedule
  --json         把结果写成 JSON
""",
        f"""{_SCHEDULE}

Turns the times of a job file into timers of the system. Without a choice: the next runs of every job.

  --systemd      write .service and .timer units of systemd
  --cron         write lines of a crontab
  --windows      write XML of the Windows Task Scheduler
  --check        look for jobs that have not succeeded for longer than they may; tells of them and ends with 1
  -o DIR         folder of the files, schedule unless given
  --json         print the result as JSON
""",
    ),
}
