"""What is said of runs without anybody watching: their records, notices and timers."""

from __future__ import annotations

from report.messages.row import Message

ROWS: dict[str, Message] = {
    "record-not-written": Message(
        "写不了记录 {file}：{reason}",
        "the record {file} cannot be written: {reason}",
        "报告照出；请检查路径和权限",
        "the reports are made all the same; check the path and its permissions",
    ),
    "metrics-name": Message(
        "指标文件要以 .prom 结尾，这里是 {file}",
        "a file of metrics ends in .prom; this is {file}",
        "例如 指标: banxin.prom，放进 node_exporter 收集文本的文件夹",
        "such as metrics: banxin.prom, in the folder that node_exporter collects",
    ),
    "notice-variable": Message(
        "通知要用的环境变量 {name} 没有设",
        "the environment variable {name}, which notices need, is not set",
        "现在出了错也通知不到人；请在计划任务或服务里设好它",
        "nobody would hear of a failure now; set it in the service or the scheduled task",
    ),
    "notice-unset": Message(
        "没有经 {channel} 通知：环境变量 {name} 没有设",
        "no notice was sent by {channel}: the environment variable {name} is not set",
        "请在计划任务或服务里设好它",
        "set it in the service or the scheduled task",
    ),
    "notice-not-sent": Message(
        "没有经 {channel} 通知成：{reason}",
        "no notice was sent by {channel}: {reason}",
        "报告不受影响；请检查地址、口令和网络",
        "the reports are not affected; check address, password and network",
    ),
}

WORDS: dict[str, Message] = {
    "notice-failed": Message("版心：{job} 有 {failed} 份没有做成", "Banxin: {failed} reports of {job} failed"),
    "notice-counts": Message(
        "做成 {built} 份，未变 {unchanged} 份，没有做成 {failed} 份",
        "built: {built}, unchanged: {unchanged}, failed: {failed}",
    ),
    "notice-more": Message("另有 {count} 份，见日志", "and {count} more; see the log"),
    "notice-silent": Message(
        "版心：{job} 已 {hours} 小时没有做成", "Banxin: {job} has not succeeded for {hours} hours"
    ),
    "notice-absent": Message(
        "上次做成是 {last}，限 {limit} 小时；请看计划任务是否还在、日志里有什么",
        "it last succeeded at {last}; the limit is {limit} hours. See whether its timer is still there, and the log",
    ),
    "notice-never": Message(
        "开始看守以来一次也没有做成，限 {limit} 小时；请看计划任务是否装好",
        "it has never succeeded since it is looked after; the limit is {limit} hours. See whether its timer is there",
    ),
}
"""What notices say."""
