"""Explanations of what can be wrong with job files (任务.yaml)."""

from __future__ import annotations

from report.messages.explain.row import Explained

_TIMES = (
    "“时”说什么时候做：每日、每周一、每工作日、每月 5 日、每季度首月 5 日、每年 3 月 8 日，后面写钟点；也可以写 cron。"
)
_TIMES_EN = (
    "The time says when a job runs: daily, every Monday, weekdays, monthly on day 5, quarterly on day 5, yearly on "
    "March 8, then the time of day; a line of cron will do too."
)

FILES: dict[str, Explained] = {
    "not-a-job-file": Explained(
        "任务文件和报告是两种文件。任务文件最外层是“格式、任务”，还可以有“通道”。",
        "A job file is not a report: its outermost keys are format, jobs and, if need be, channels.",
        "- 名: 月报\n  报告: 报告.yaml",
        "格式: 1\n任务:\n  - 名: 月报\n    报告: 报告.yaml",
    ),
    "no-jobs": Explained(
        "一个任务也没有，就没有事情可做。每项至少写名和报告。",
        "There is nothing to do without a job. Each needs at least a name and a report.",
        "任务: []",
        "任务:\n  - 名: 月报\n    报告: 报告.yaml",
    ),
    "duplicate-job": Explained(
        "任务按名记录和通知，两个同名就分不清。",
        "Jobs are kept and told of by their names: two of one name cannot be told apart.",
        "任务:\n  - {名: 月报, 报告: a.yaml}\n  - {名: 月报, 报告: b.yaml}",
        "任务:\n  - {名: 月报, 报告: a.yaml}\n  - {名: 季报, 报告: b.yaml}",
    ),
    "no-job-report": Explained(
        "任务指的报告不在那里。路径从任务文件所在的文件夹算起，不从运行命令的地方算起，定时运行才不会找错。",
        "The report of a job is not there. Paths start at the folder of the job file, not where the command runs, "
        "so that a timer finds them.",
        "任务:\n  - 报告: 报高.yaml",
        "任务:\n  - 报告: 报告.yaml",
    ),
    "rows-all-one-name": Explained(
        "“逐行”给表里每一行出一份报告，各份要有自己的名。名里用花括号写列名，做的时候换成这一行的值。",
        "One report is made of each row, and each needs a name of its own: a column in braces stands for its value.",
        '任务:\n  - 逐行: {表: data/县区.csv, 名: "县报"}',
        '任务:\n  - 逐行: {表: data/县区.csv, 名: "{县区}"}',
    ),
    "query-has-no-range": Explained(
        "“查询”用于数据库，“区域”用于 Excel，一张表只能来自一处。",
        "A query is for databases and a range for workbooks; a table comes from one of them.",
        "任务:\n  - 逐行: {表: data/县区.db, 查询: select * from 县区, 区域: A1:C9, 名: '{县区}'}",
        "任务:\n  - 逐行: {表: data/县区.db, 查询: select * from 县区 order by 代码, 名: '{县区}'}",
    ),
    "unknown-blank": Explained(
        "输出里花括号的词要有值可填：名总是有的，列名只有“逐行”的任务才有。",
        "A blank of the output needs a value: the name is always there, columns only in a job that has rows.",
        "任务:\n  - 输出: out/{县区}",
        "任务:\n  - 输出: out/{名}",
    ),
    "rows-all-one-folder": Explained(
        "各行的成品都放进同一个文件夹，文件同名，后一份会盖掉前一份。",
        "The files of all rows would go into one folder under the same names, the later over the earlier.",
        "任务:\n  - 输出: out",
        "任务:\n  - 输出: out/{名}",
    ),
    "broken-blank": Explained(
        "花括号有开无关，不知道要填什么。",
        "A brace is opened and not closed, so nobody knows what to fill in.",
        "任务:\n  - 输出: out/{名",
        "任务:\n  - 输出: out/{名}",
    ),
}

VALUES: dict[str, Explained] = {
    "bad-times": Explained(_TIMES, _TIMES_EN, "任务:\n  - 时: 月初早上", "任务:\n  - 时: 每月 1 日 06:30"),
    "no-such-time": Explained(
        "一天从 00:00 到 23:59，半夜十二点写 00:00。",
        "A day goes from 00:00 to 23:59; midnight is 00:00.",
        "任务:\n  - 时: 每日 24:00",
        "任务:\n  - 时: 每日 00:00",
    ),
    "no-such-day": Explained(
        "这个日子哪个月都没有，任务就永远不会做。",
        "No such month has this day: the job would never run.",
        "任务:\n  - 时: 每月 35 日 06:30",
        "任务:\n  - 时: 每月 5 日 06:30",
    ),
    "no-such-month": Explained(
        "月份从 1 到 12。",
        "Months go from 1 to 12.",
        "任务:\n  - 时: 每年 13 月 8 日 06:30",
        "任务:\n  - 时: 每年 3 月 8 日 06:30",
    ),
    "day-not-in-month": Explained(
        "有的月没有 29、30、31 日，到那个月任务会一声不响地不做。想要月底，写“最后一天”。",
        "Some months have no day 29, 30 or 31, and the job would be left out in silence. The end of a month is its "
        "last day.",
        "任务:\n  - 时: 每月 31 日 06:30",
        "任务:\n  - 时: 每月最后一天 06:30",
    ),
    "days-and-weekdays": Explained(
        "cron 里日和星期都写了，是“任一”而不是“同时”，十有八九不是本意；systemd 又是“同时”。只写一种就没有歧义。",
        "Where a line of cron gives days and weekdays it means either, and systemd means both; one alone is clear.",
        '任务:\n  - 时: "30 6 5 * 1"',
        '任务:\n  - 时: "30 6 5 * *"',
    ),
    "bad-cron-field": Explained(
        "cron 五栏依次是分、时、日、月、星期，每栏可写数、范围、逗号、步长。",
        "The five fields of cron are minute, hour, day, month and weekday: numbers, ranges, lists and steps.",
        '任务:\n  - 时: "61 6 * * *"',
        '任务:\n  - 时: "30 6 * * *"',
    ),
    "bad-keep": Explained(
        "“保留”写留几期旧的成品，至少一期。",
        "It says how many earlier editions stay, at least one.",
        "任务:\n  - 保留: 十二期",
        "任务:\n  - 保留: 12 期",
    ),
    "bad-duration": Explained(
        "时长要有单位：s 或 秒、m 或 分、h 或 小时、d 或 天。",
        "A span of time has its unit: s, m, h or d.",
        "任务:\n  - 限: {时间: 300}",
        "任务:\n  - 限: {时间: 300s}",
    ),
    "bad-memory": Explained(
        "内存要有单位：MB、GB（十进位）或 MiB、GiB（二进位）。",
        "An amount of memory has its unit: MB and GB by thousands, MiB and GiB by 1024.",
        "任务:\n  - 限: {内存: 800}",
        "任务:\n  - 限: {内存: 800MB}",
    ),
    "too-many-workers": Explained(
        "并行是同时做几份。多于核数不会更快，每份都要占内存。",
        "It is how many reports are made at once; more than there are cores are no faster, and each takes memory.",
        "任务:\n  - 限: {并行: 1000}",
        "任务:\n  - 限: {并行: 4}",
    ),
    "bad-exit-code": Explained(
        "退出码由系统定为 0 到 255。",
        "Systems know exit codes from 0 to 255.",
        "任务:\n  - 失败: {退出码: 300}",
        "任务:\n  - 失败: {退出码: 2}",
    ),
    "difference-name": Explained(
        "差异文件放在每份成品的旁边，所以只写名字，不写文件夹。",
        "The difference lies beside the files of each report: a name will do, without a folder.",
        "任务:\n  - 差异: {出: out/差异.pdf}",
        "任务:\n  - 差异: {出: 差异.pdf}",
    ),
}

CHANNELS: dict[str, Explained] = {
    "channel-without-settings": Explained(
        "通知要经过一个通道，服务器和收件人写在文件最外层的“通道”里，各任务共用。",
        "A notice leaves by a channel; its server and recipients stand under channels, once for all jobs.",
        "任务:\n  - 通知: {失败: [企业微信]}",
        '通道:\n  企业微信: {网址: "${WECOM_URL}"}\n任务:\n  - {名: 月报, 报告: a.yaml, 通知: {失败: [企业微信]}}',
    ),
    "bad-port": Explained(
        "端口从 1 到 65535。不写时，ssl 用 465，starttls 用 587。",
        "Ports go from 1 to 65535. Unless given it is 465 for ssl and 587 for starttls.",
        "通道:\n  邮件:\n    端口: 99999",
        "通道:\n  邮件:\n    端口: 465",
    ),
    "bad-address": Explained(
        "邮箱写成 名字@域名，不带尖括号和姓名。",
        "A mail address is name@domain, without brackets or a person's name.",
        "通道:\n  邮件:\n    收件: [值班室]",
        "通道:\n  邮件:\n    收件: [zhiban@example.org]",
    ),
    "half-a-login": Explained(
        "登录要用户和口令两样；不用登录的服务器两样都不写。",
        "A login takes a user and a password; a server without a login takes neither.",
        '通道:\n  邮件:\n    用户: "${BANXIN_MAIL_USER}"',
        '通道:\n  邮件:\n    用户: "${BANXIN_MAIL_USER}"\n    口令: "${BANXIN_MAIL_PASSWORD}"',
    ),
    "secret-in-file": Explained(
        "任务文件会进版本库、会发给别人，口令和机器人网址不能写在里面。写成 ${环境变量名}，运行时去环境里取。",
        "A job file is shared and kept in history: passwords and the addresses of robots stay out of it. Name an "
        "environment variable, which is read when a notice leaves.",
        "通道:\n  邮件:\n    口令: abc123",
        '通道:\n  邮件:\n    口令: "${BANXIN_MAIL_PASSWORD}"',
    ),
}

BINDING: dict[str, Explained] = {
    "unknown-variable": Explained(
        "标题、文件名一类不是正文的地方，{{ }} 里只能写变量：报告的“变量”，或批量时表里的列。数字请在正文里引用事实。",
        "Where no prose stands, as in a title or the name of a file, {{ }} takes variables only: the report's own, or "
        "the columns of the rows of a batch. Facts are for prose.",
        "文档: {编号: a, 标题: 我的{{ 县区 }}, 日期: 2024-01-21}",
        "变量: {县区: 青岚县}\n文档: {编号: a, 标题: 我的{{ 县区 }}, 日期: 2024-01-21}",
    ),
    "empty-word": Explained(
        "报告要用这个变量，可它是空的。批量时多半是表里这一行没有填；别的行照做。",
        "The report needs this variable and it is empty; in a batch, a cell of the row. The other rows are made.",
        "变量: {县区: }\n正文:\n  - 段: 这里是{{ 县区 }}。",
        "变量: {县区: 青岚县}\n正文:\n  - 段: 这里是{{ 县区 }}。",
    ),
}

ROWS = {**FILES, **VALUES, **CHANNELS, **BINDING}
