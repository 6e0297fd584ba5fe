"""Explanations of what can be wrong with timers."""

from __future__ import annotations

from report.messages.explain.row import Explained

ROWS: dict[str, Explained] = {
    "schedule-no-times": Explained(
        "定时任务照“时”来写；一个也没有，就没有东西可定时。",
        "Timers are made of the times of jobs; here no job has one.",
        "任务:\n  - {名: 月报, 报告: 报告.yaml}",
        "任务:\n  - {名: 月报, 报告: 报告.yaml, 时: 每月 5 日 06:30}",
    ),
    "schedule-no-absence": Explained(
        "--check 看哪个任务太久没有做成。多久算太久，写在“通知”的“缺席”里。",
        "--check looks for jobs that have not succeeded for too long; how long that is stands in absence under notify.",
        "任务:\n  - {名: 月报, 报告: 报告.yaml}",
        "任务:\n  - {名: 月报, 报告: 报告.yaml, 通知: {缺席: 26h}}",
    ),
    "schedule-cron-last-day": Explained(
        "cron 的日只有 1 到 31，说不出月末。凑一个近似的会在某些月份落空，所以不写。",
        "Days of cron are numbers: it has no last one. Something near it would miss months, so nothing is written.",
        "banxin schedule 任务.yaml --cron",
        "banxin schedule 任务.yaml --systemd",
    ),
    "schedule-many-triggers": Explained(
        "Windows 任务的触发器最多 48 个。等间隔的分钟只要一个，零散的每个时刻要一个。",
        "A Windows task has at most 48 triggers. Minutes at equal distances need one, others one each.",
        '任务:\n  - 时: "*/7 8-18 * * *"',
        '任务:\n  - 时: "*/10 * * * *"',
    ),
    "schedule-one-way": Explained(
        "systemd、cron、Windows 各有各的文件，一台机器用一种。",
        "systemd, cron and Windows have files of their own, and a machine uses one of them.",
        "banxin schedule 任务.yaml --systemd --cron",
        "banxin schedule 任务.yaml --systemd",
    ),
}
