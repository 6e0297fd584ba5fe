"""Explanations of what can be wrong with the records and notices of unattended runs."""

from __future__ import annotations

from report.messages.explain.row import Explained

ROWS: dict[str, Explained] = {
    "record-not-written": Explained(
        "日志、心跳和指标写不下去时，报告照出，只提醒一句；缺席会另外报警。",
        "When log, heartbeat or metrics cannot be written the reports are made all the same; absence is told apart.",
        "任务: []\n记录: {日志: /只读/日志.jsonl}",
        "任务: []\n记录: {日志: 日志/版心.jsonl}",
    ),
    "metrics-name": Explained(
        "node_exporter 只收以 .prom 结尾的文件，别的名字写了也没人看。",
        "node_exporter collects files that end in .prom and no others.",
        "任务: []\n记录: {指标: 指标.txt}",
        "任务: []\n记录: {指标: banxin.prom}",
    ),
    "notice-variable": Explained(
        "口令和机器人网址在环境变量里。开跑时就查，免得真出错那天才发现通知不到人。",
        "Passwords and addresses of robots are in environment variables. They are looked for when a run starts, so "
        "that nobody finds out on the day of a failure.",
        "banxin batch 任务.yaml",
        "WECOM_URL=https://… banxin batch 任务.yaml",
    ),
    "notice-unset": Explained(
        "这一条通知没有发出去，因为通道要用的环境变量没有设。计划任务和服务不读终端里的设置。",
        "This notice was not sent: a variable of its channel is not set. Services do not read what a terminal has set.",
        "banxin batch 任务.yaml",
        "systemctl --user edit banxin-月报.service  # Environment=WECOM_URL=https://…",
    ),
    "notice-not-sent": Explained(
        "对方没有收下这条通知。常见的是地址写错、口令过期、网络不通；报告本身不受影响。",
        "The other side did not take the notice: a wrong address, an expired password, no network. Reports are not "
        "affected.",
        "通道:\n  邮件:\n    端口: 25",
        "通道:\n  邮件:\n    端口: 465",
    ),
}
