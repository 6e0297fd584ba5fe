"""What a job file (任务.yaml) may hold: the same tables as for a report, and read the same way.

They stand apart since a job file is another kind of file: the schema of reports, and the keys that `banxin keys`
changes, know nothing of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from report.content.keys.shapes import REQUIRED, Key

JOB_SHAPES: Mapping[str, tuple[Key, ...]] = {
    "jobs": (
        Key("format", "格式", "number", REQUIRED),
        Key("jobs", "任务", "list", REQUIRED),
        Key("channels", "通道", "map"),
        Key("records", "记录", "map"),
    ),
    "job-records": (Key("heartbeats", "心跳"), Key("log", "日志"), Key("metrics", "指标")),
    "job": (
        Key("name", "名", "text", REQUIRED),
        Key("report", "报告", "text", REQUIRED),
        Key("rows", "逐行", "map"),
        Key("at", "时"),
        Key("skip-unchanged", "未变则跳过", "flag"),
        Key("keep", "保留"),
        Key("output", "输出"),
        Key("limits", "限", "map"),
        Key("failure", "失败", "map"),
        Key("notify", "通知", "map"),
        Key("difference", "差异", "map"),
    ),
    "job-rows": (
        Key("table", "表", "text", REQUIRED),
        Key("name", "名", "text", REQUIRED),
        Key("worksheet", "工作表"),
        Key("range", "区域"),
        Key("head", "表头", "number"),
        Key("query", "查询"),
        Key("columns", "列", "map"),
        Key("unit", "单位", "map"),
        Key("source", "来源"),
    ),
    "job-limits": (Key("time", "时间"), Key("memory", "内存"), Key("workers", "并行", "number")),
    "job-failure": (Key("go-on", "继续其余", "flag"), Key("exit-code", "退出码", "number")),
    "job-notify": (Key("failure", "失败", "list"), Key("absence", "缺席")),
    "job-difference": (Key("previous", "对上期", "flag"), Key("file", "出")),
    "channels": (Key("mail", "邮件", "map"), Key("wecom", "企业微信", "map"), Key("webhook", "webhook", "map")),
    "mail": (
        Key("host", "主机", "text", REQUIRED),
        Key("port", "端口", "number"),
        Key("security", "加密", "word:security"),
        Key("sender", "发件", "text", REQUIRED),
        Key("to", "收件", "list", REQUIRED),
        Key("user", "用户"),
        Key("password", "口令"),
    ),
    "hook": (Key("url", "网址", "text", REQUIRED),),
}
"""What each kind of map of a job file may hold."""

JOB_WORDS: Mapping[str, Mapping[str, str]] = {
    "channel": {"邮件": "mail", "企业微信": "wecom", "webhook": "webhook"},
    "security": {"ssl": "ssl", "starttls": "starttls", "无": "none"},
}
"""Words of a job file; the value is the canonical name, which is also the English word."""
