"""What problems of job files (任务.yaml) say."""

from __future__ import annotations

from report.messages.row import Message

FILES: dict[str, Message] = {
    "not-a-job-file": Message(
        "这不是任务文件，最外层应是“格式、任务”",
        "this is no job file: its outermost keys are format and jobs",
        "单份报告请用 banxin build；任务文件从“格式: 1”写起，下面写“任务:”",
        "a single report is made by banxin build; a job file begins with `format: 1`, then `jobs:`",
    ),
    "no-jobs": Message(
        "“任务”是空的", "there are no jobs", "至少写一项：- 名: …，报告: …", "give at least a name and a report"
    ),
    "duplicate-job": Message(
        "任务“{name}”有两个，第 {first} 行已有",
        "there are two jobs {name}, the first in line {first}",
        "请改一个名",
        "rename one",
    ),
    "no-job-report": Message(
        "没有这份报告：{file}",
        "there is no such report: {file}",
        "[[最像的是 {near}；]]路径从任务文件所在的文件夹算起",
        "[[the nearest is {near}; ]]paths start at the folder of the job file",
    ),
    "rows-all-one-name": Message(
        "“{text}”里没有列名，每一行都会叫同一个名字",
        "{text} names no column: every row would have the same name",
        "把列名写在花括号里，如 {{县区}}",
        "write a column in braces, such as {{county}}",
    ),
    "query-has-no-range": Message(
        "“查询”已说明取哪些行，“区域”只用于 Excel",
        "the query says which rows are taken; a range is for workbooks",
        "请删去一个",
        "leave one out",
    ),
    "unknown-blank": Message(
        "这个任务没有“逐行”，“{name}”没有值",
        "this job has no rows, so {name} has no value",
        "只能写 {{{near}}}",
        "only {{{near}}} can stand here",
    ),
    "rows-all-one-folder": Message(
        "“{text}”没有可变的部分，各行的成品会互相覆盖",
        "{text} is the same for every row: their files would overwrite each other",
        "例如 out/{{名}}",
        "such as out/{{name}}",
    ),
    "broken-blank": Message(
        "“{text}”的花括号没有配对", "the braces of {text} do not pair", "例如 out/{{名}}", "such as out/{{name}}"
    ),
}

VALUES: dict[str, Message] = {
    "bad-times": Message(
        "看不懂“{text}”是什么时候",
        "{text} is no time that is understood",
        "例如 每日 06:30、每周一 08:00、每月 5 日 06:30、每季度首月 5 日 06:30，或 cron：30 6 5 * *",
        "such as daily 06:30, every Monday 08:00, monthly on day 5 at 06:30, or cron: 30 6 5 * *",
    ),
    "no-such-time": Message(
        "“{text}”里没有这个钟点", "{text} has no such time of day", "从 00:00 到 23:59", "from 00:00 to 23:59"
    ),
    "no-such-day": Message("没有 {what} 日", "there is no day {what}", "请改成有的日子", "write a day that exists"),
    "no-such-month": Message("没有“{what}月”", "there is no month {what}", "从 1 到 12", "from 1 to 12"),
    "day-not-in-month": Message(
        "不是每次都有 {what} 日，没有的那次就不会做",
        "day {what} does not come every time; without it nothing would run",
        "月底请写“最后一天”，如 每月最后一天 06:30",
        "for the end of a month write: monthly on the last day at 06:30",
    ),
    "days-and-weekdays": Message(
        "“{text}”既定了日又定了星期，cron 会当作“任一”",
        "{text} gives days and weekdays, which cron takes as either",
        "请只写一种，或拆成两个任务",
        "give one of them, or make two jobs",
    ),
    "bad-cron-field": Message(
        "cron 的这一栏不对：{what}",
        "this field of cron is wrong: {what}",
        "五栏是 分 时 日 月 星期，如 30 6 5 * *",
        "the five are minute hour day month weekday, such as 30 6 5 * *",
    ),
    "bad-keep": Message(
        "“保留”看不懂：{text}", "this number of editions is not understood: {text}", "例如 12 期", "such as 12"
    ),
    "bad-duration": Message(
        "“{text}”不是时长", "{text} is no span of time", "例如 300s、5 分、26h", "such as 300s, 5m or 26h"
    ),
    "bad-memory": Message(
        "“{text}”不是内存的大小", "{text} is no amount of memory", "例如 800MB、2GB", "such as 800MB or 2GB"
    ),
    "too-many-workers": Message(
        "并行 {given} 太多，最多 {limit}",
        "{given} workers are too many, at most {limit}",
        "一般等于核数",
        "one a core is usual",
    ),
    "bad-exit-code": Message("退出码没有 {given}", "there is no exit code {given}", "从 0 到 255", "from 0 to 255"),
    "difference-name": Message(
        "差异的文件名不能是 {file}",
        "the difference cannot be named {file}",
        "写一个以 .pdf 结尾的名字，不带文件夹",
        "give a name that ends in .pdf, without a folder",
    ),
}

CHANNELS: dict[str, Message] = {
    "channel-without-settings": Message(
        "“{name}”没有设置",
        "{name} has no settings",
        "请在文件最外层的“通道”里写",
        "give them under channels, at the outermost level",
    ),
    "bad-port": Message("没有端口 {given}", "there is no port {given}", "从 1 到 65535", "from 1 to 65535"),
    "bad-address": Message(
        "“{text}”不是邮箱", "{text} is no mail address", "例如 zhiban@example.org", "such as desk@example.org"
    ),
    "half-a-login": Message(
        "“用户”和“口令”要一起写",
        "user and password belong together",
        "补上另一个，或都删去",
        "give the other, or leave both out",
    ),
    "secret-in-file": Message(
        "“{key}”不能写在文件里",
        "{key} must not stand in the file",
        "写环境变量的名字，如 ${{BANXIN_MAIL_PASSWORD}}",
        "name an environment variable, such as ${{BANXIN_MAIL_PASSWORD}}",
    ),
}

BINDING: dict[str, Message] = {
    "unknown-variable": Message(
        "没有“{name}”这个变量",
        "there is no variable {name}",
        "[[是不是“{near}”？]]在报告的“变量”里写上，或在“逐行”的表里加这一列；正文里才能引用事实",
        "[[did you mean {near}? ]]give it under variables, or a column of the rows; facts are for prose",
    ),
    "empty-word": Message(
        "“{name}”是空的，{where} 要用它",
        "{name} is empty, and {where} needs it",
        "请填上这一格",
        "fill it in",
    ),
}

ROWS = {**FILES, **VALUES, **CHANNELS, **BINDING}
