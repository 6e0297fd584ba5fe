"""What docs/schedule.md shows: its job file, its table of times, its metrics and records."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report.content.keys import JOB_SHAPES
from report.deliver.jobs import read_times
from report.deliver.schedule.cron import fields, is_sayable
from report.deliver.schedule.systemd import calendars
from report.deliver.schedule.windows import starts
from report.deliver.watch.metrics import METRICS
from report.messages.schedule import SYNOPSES
from tests.cli.shell import banxin, write

PAGE = (Path(__file__).parents[2] / "docs" / "schedule.md").read_text(encoding="utf-8")


def test_the_job_file_of_the_page_is_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (text,) = re.findall(r"^`任务.yaml`\n\n```yaml\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL)
    Path("任务.yaml").write_text(text, encoding="utf-8")
    write("报告.yaml")
    for way in ("--systemd", "--cron", "--windows", "--check"):
        done = banxin("schedule", "任务.yaml", way)
        assert (done.code, done.err) == (0, "")
    assert Path("指标").exists() is False, "a check writes no metrics"


def test_the_table_of_times_is_true() -> None:
    table = PAGE[PAGE.index("| 时 at |") : PAGE.index("翻得准才写")]
    rows = [
        [cell.strip() for cell in line.split(" | ")] for line in table.splitlines() if line[2:3] not in ("", "-", "时")
    ]
    assert len(rows) == 6
    for text, systemd, cron, windows in rows:
        times = read_times(text.strip("|` "))
        if systemd.startswith("`"):
            assert [systemd.strip("`")] == list(calendars(times))
        assert cron.strip("`") == fields(times) if cron.startswith("`") else is_sayable(times) == ("能写" in cron)
        assert (starts(times) is None) == ("不写" in windows)


def test_the_page_names_every_metric_and_record() -> None:
    line = next(line for line in PAGE.splitlines() if line.startswith("指标 Metrics"))
    assert re.findall(r"banxin_\w+", line) == [metric.name for metric in METRICS]
    table = PAGE[PAGE.index("| 记录 records |") : PAGE.index("指标 Metrics")]
    assert {f"`{key.zh}` `{key.name}`" for key in JOB_SHAPES["job-records"]} == set(re.findall(r"`\S+` `\w+`", table))
    assert SYNOPSES["schedule"] in PAGE
