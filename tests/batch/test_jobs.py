"""Job files: what they say, in both languages, and every mistake with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.deliver.jobs import Difference, Failure, Hook, Limits, Mail, read_jobs, read_times
from report.deliver.jobs.times import NotTimes
from report.messages import render
from report.problem import ContentError

CHINESE = """\
格式: 1
通道:
  邮件:
    主机: smtp.example.org
    加密: starttls
    发件: banxin@example.org
    收件: [zhiban@example.org]
    用户: "${MAIL_USER}"
    口令: "${MAIL_PASSWORD}"
  企业微信: {网址: "${WECOM_URL}"}
任务:
  - 名: 月度简报
    报告: 简报/报告.yaml
    逐行: {表: data/县区.csv, 名: "{县区}"}      # one report per row
    时: "每月 5 日 06:30"                        # also accepts cron
    未变则跳过: true
    保留: 12 期
    限: {时间: 300s, 内存: 800MB, 并行: 4}
    失败: {继续其余: true, 退出码: 2}
    通知: {失败: [邮件, 企业微信], 缺席: 26h}
    差异: {对上期: true, 出: 差异.pdf}
  - {名: 样张, 报告: 简报/报告.yaml}
"""
ENGLISH = """\
format: 1
channels:
  mail:
    host: smtp.example.org
    security: starttls
    sender: banxin@example.org
    to: [zhiban@example.org]
    user: "${MAIL_USER}"
    password: "${MAIL_PASSWORD}"
  wecom: {url: "${WECOM_URL}"}
jobs:
  - name: 月度简报
    report: 简报/报告.yaml
    rows: {table: data/县区.csv, name: "{县区}"}
    at: "monthly on day 5 at 06:30"
    skip-unchanged: true
    keep: 12 editions
    limits: {time: 5m, memory: 0.8GB, workers: 4}
    failure: {go-on: true, exit-code: 2}
    notify: {failure: [mail, wecom], absence: 26h}
    difference: {previous: true, file: 差异.pdf}
  - {name: 样张, report: 简报/报告.yaml}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "简报").mkdir()
    (tmp_path / "简报" / "报告.yaml").write_text("格式: 1\n", encoding="utf-8")
    return tmp_path


def written(folder: Path, text: str) -> Path:
    path = folder / "任务.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("text", [CHINESE, ENGLISH])
def test_every_key_is_read_in_either_language(text: str, folder: Path) -> None:
    monthly, single = read_jobs(written(folder, text))
    assert (monthly.name, monthly.report) == ("月度简报", folder / "简报/报告.yaml")
    assert monthly.rows is not None
    assert (monthly.rows.name, monthly.rows.form.text("table")) == ("{县区}", "data/县区.csv")
    assert monthly.at is not None
    assert (monthly.at.minutes, monthly.at.hours, monthly.at.days) == ((30,), (6,), (5,))
    assert (monthly.skip_unchanged, monthly.keep) == (True, 12)
    assert monthly.limits == Limits(300.0, 800_000_000, 4)
    assert monthly.failure == Failure(go_on=True, exit_code=2)
    assert monthly.difference == Difference(previous=True, file="差异.pdf")
    mail, robot = monthly.notices.failure
    assert isinstance(mail, Mail)
    assert (mail.port, mail.user, mail.password, mail.to) == (
        587,
        "MAIL_USER",
        "MAIL_PASSWORD",
        ("zhiban@example.org",),
    )
    assert isinstance(robot, Hook)
    assert (robot.kind, robot.url, monthly.notices.absence) == ("wecom", "WECOM_URL", 26 * 3600)
    assert (single.rows, single.at, single.keep, single.skip_unchanged) == (None, None, None, True)
    assert single.output == ("out/{名}" if text is CHINESE else "out/{name}")
    assert monthly.places["limits"].line == CHINESE.splitlines().index("    限: {时间: 300s, 内存: 800MB, 并行: 4}") + 1


WRONG = """\
格式: 2
通道:
  邮件: {主机: smtp.example.org, 端口: 99999, 发件: 值班室, 收件: [b@example.org], 口令: abc}
任务:
  - 名: 月度简报
    报告: 简报/报高.yaml
    逐行: {表: data/县区.csv, 查询: select 1, 区域: A1, 名: "县区"}
    时: "每月 31 日 06:30"
    未变则跳过: 是
    保留: 十二期
    限: {时间: 300, 内存: 800, 并行: 999}
    失败: {继续其余: true, 退出码: 333}
    通知: {失败: [邮件, 微信, 企业微信], 缺席: 26}
    差异: {对上期: true, 出: a/差异.pdf}
    输出: out
  - 名: 月度简报
    报告: 简报/报告.yaml
    输出: out/{县区}/{名
    逐航: {}
"""


def test_all_mistakes_are_told_at_once_each_with_its_place(folder: Path) -> None:
    with pytest.raises(ContentError) as caught:
        read_jobs(written(folder, WRONG))
    assert [(p.code, p.place[1:]) for p in caught.value.problems if p.place] == [
        ("unknown-format-version", (1, 5)),
        ("bad-port", (3, 34)),
        ("bad-address", (3, 45)),
        ("half-a-login", (3, 75)),
        ("secret-in-file", (3, 75)),
        ("no-job-report", (6, 9)),
        ("query-has-no-range", (7, 44)),
        ("rows-all-one-name", (7, 51)),
        ("day-not-in-month", (8, 8)),
        ("wrong-type", (9, 12)),
        ("bad-keep", (10, 9)),
        ("bad-duration", (11, 13)),
        ("bad-memory", (11, 22)),
        ("too-many-workers", (11, 31)),
        ("bad-exit-code", (12, 27)),
        ("unknown-word", (13, 19)),
        ("channel-without-settings", (13, 23)),
        ("bad-duration", (13, 34)),
        ("difference-name", (14, 24)),
        ("rows-all-one-folder", (15, 9)),
        ("duplicate-job", (16, 8)),
        ("unknown-blank", (18, 9)),
        ("broken-blank", (18, 9)),
        ("unknown-key", (19, 5)),
    ]
    said = [render(problem) for problem in caught.value.problems]
    assert all("；" in line for line in said), "a hint"
    assert any("是不是“逐行”？" in line for line in said)
    assert any("最像的是 报告.yaml" in line for line in said)
    assert not any("abc" in line for line in said), "a password is not repeated"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- a\n", "not-a-job-file"),
        ("格式: 1\n文档: {标题: 好}\n正文: []\n", "not-a-job-file"),
        ("格式: 1\n任务: []\n", "no-jobs"),
        ("格式: 1\n任务:\n  - {名: a, 报告: 简报/报告.yaml, 时: 月初}\n", "bad-times"),
        ("格式: 1\n任务:\n  - {名: a, report: 简报/报告.yaml}\n", "mixed-keys"),
        ("格式: 1\n任务:\n  - {报告: 简报/报告.yaml}\n", "missing-key"),
    ],
)
def test_other_mistakes(text: str, code: str, folder: Path) -> None:
    with pytest.raises(ContentError) as caught:
        read_jobs(written(folder, text))
    assert [p.code for p in caught.value.problems] == [code]
    assert all(p.place for p in caught.value.problems)


TIMES = {
    "每日 06:30": "30 6 * * *",
    "每天6点半": "30 6 * * *",
    "daily at 06:30": "30 6 * * *",
    "每小时 15 分": "15 * * * *",
    "every hour at :15": "15 * * * *",
    "每周一 08:00": "0 8 * * 1",
    "every Monday 08:00": "0 8 * * 1",
    "每周一、三、五 8:00": "0 8 * * 1,3,5",
    "每周六至日 8:00": "0 8 * * 0,6",
    "每工作日 9点15分": "15 9 * * 1-5",
    "weekdays at 09:15": "15 9 * * mon-fri",
    "每星期日 ０６：３０": "30 6 * * 7",
    "每月 5 日 06:30": "30 6 5 * *",
    "monthly on day 5 at 06:30": "30 6 5 * *",
    "每月5、20日06:30": "30 6 5,20 * *",
    "每季度首月 5 日 06:30": "30 6 5 1-12/3 *",
    "每季度末月 5 日 06:30": "30 6 5 3,6,9,12 *",
    "quarterly on day 5 of the last month at 06:30": "30 6 5 3/3 *",
    "每半年首月 1 日 00:00": "0 0 1 jan,jul *",
    "每年 3 月 8 日 06:30": "30 6 8 3 *",
    "yearly on March 8 at 06:30": "30 6 8 mar *",
    "每月 1 日 00:00": "@monthly",
}


@pytest.mark.parametrize("text", TIMES)
def test_a_time_in_words_is_that_of_cron(text: str) -> None:
    spoken, cron = read_times(text), read_times(TIMES[text])
    assert (spoken.minutes, spoken.hours, spoken.days) == (cron.minutes, cron.hours, cron.days)
    assert (spoken.months, spoken.weekdays) == (cron.months, cron.weekdays)
    assert spoken.text == text


@pytest.mark.parametrize("text", ["每月最后一天 23:00", "每月末日 23:00", "monthly on the last day at 23:00"])
def test_the_last_day_of_a_month(text: str) -> None:
    times = read_times(text)
    assert (times.last_day, times.days, times.hours, times.minutes) == (True, (), (23,), (0,))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("月初", "bad-times"),
        ("每月", "bad-times"),
        ("@often", "bad-times"),
        ("a b c d e", "bad-times"),
        ("每周五至一 08:00", "bad-times"),
        ("每日 24:00", "no-such-time"),
        ("每日 06:60", "no-such-time"),
        ("每月 35 日 06:30", "no-such-day"),
        ("每年 2 月 30 日 06:30", "no-such-day"),
        ("每年 13 月 1 日 06:30", "no-such-month"),
        ("每月 29 日 06:30", "day-not-in-month"),
        ("每年 2 月 29 日 06:30", "day-not-in-month"),
        ("1 1 1 * 1", "days-and-weekdays"),
        ("61 * * * *", "bad-cron-field"),
        ("5-1 * * * *", "bad-cron-field"),
        ("*/0 * * * *", "bad-cron-field"),
    ],
)
def test_what_is_no_time(text: str, code: str) -> None:
    with pytest.raises(NotTimes) as caught:
        read_times(text)
    assert caught.value.code == code
