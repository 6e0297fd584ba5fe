"""Times of a job file in systemd, cron and Windows: the same moments in all three, or a reason."""

from __future__ import annotations

import configparser
import os
import re
import shlex
import subprocess
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from report.deliver.jobs import Times, read_times
from report.deliver.schedule import Call, Timer, next_runs, systemd_files, windows_files
from report.deliver.schedule.calls import exactly
from report.deliver.schedule.cron import fields, is_sayable, line
from report.deliver.schedule.systemd import calendars
from report.deliver.schedule.times import hours_of, minutes_of, runs_on
from report.deliver.schedule.windows import starts
from report.deliver.watch import Beat
from report.deliver.watch.beats import as_json, file_of
from tests.cli.shell import banxin, held, write
from tests.schedule.readers import SPACE, Moments, cron_moments, systemd_moments, task_moments, task_root
from tests.tools import need

FIRST, LAST = date(2023, 12, 28), date(2026, 1, 3)
"""Two years, one of them a leap year."""
TIMES = (
    "每日 06:30",
    "每周一 08:00",
    "每周一、三、五 08:00",
    "每周日 23:59",
    "每工作日 07:05",
    "每月 5 日 06:30",
    "每月 1、15 日 00:00",
    "每月最后一天 23:30",
    "每季度首月 5 日 06:30",
    "每季度末月最后一天 18:00",
    "每半年 10 日 9:00",
    "0 8 29 2 *",
    "每年 3 月 8 日 08:00",
    "每小时",
    "每小时第 20 分",
    "30 6 5 * *",
    "0 0 * * 0",
    "*/15 * * * *",
    "5-59/20 * * * *",
    "*/7 * * * *",
    "0 8-18 * * 1-5",
    "0,30 8-18/2 * 3,9 *",
    "0 6 * 12 mon",
    "0 6 31 * *",
    "@hourly",
    "daily 06:30",
    "monthly on day 5 at 06:30",
)


def days() -> list[date]:
    return [FIRST + timedelta(n) for n in range((LAST - FIRST).days)]


def read(text: str) -> Times:
    """The times of a text, or of cron fields that the reader finds doubtful (a day that some month lacks)."""
    return read_times(text)


def timer(text: str, name: str = "banxin-x", **more: str) -> Timer:
    words = (
        more.get("program", "/opt/banxin"),
        "batch",
        more.get("file", "/opt/reports/任务.yaml"),
        "--only",
        "月报/*",
    )
    return Timer(name, more.get("title", "月报"), read(text), Call(words, Path(more.get("folder", "/opt/reports"))))


def meant(times: Times, day: date) -> Moments:
    return frozenset((h, m) for h in hours_of(times) for m in minutes_of(times)) if runs_on(times, day) else frozenset()


@pytest.mark.parametrize("text", TIMES)
def test_all_systems_start_at_the_same_moments(text: str) -> None:
    times = read(text)
    own = {day: meant(times, day) for day in days()}
    assert any(own.values())
    systemd = {
        day: frozenset[tuple[int, int]]().union(*(systemd_moments(c, day) for c in calendars(times))) for day in days()
    }
    assert systemd == own
    if is_sayable(times):
        assert {day: cron_moments(fields(times), day) for day in days()} == own
    root = task_root(windows_files([timer(text)])["banxin-x.xml"])
    assert {day: task_moments(root, day) for day in days()} == own


@pytest.mark.parametrize(
    ("text", "moments"),
    [
        ("每月 5 日 06:30", ["2024-01-05 06:30", "2024-02-05 06:30", "2024-03-05 06:30"]),
        ("每月最后一天 23:30", ["2024-01-31 23:30", "2024-02-29 23:30", "2024-03-31 23:30"]),
        ("0 8 29 2 *", ["2024-02-29 08:00", "2028-02-29 08:00", "2032-02-29 08:00"]),
        ("每季度末月最后一天 18:00", ["2024-03-31 18:00", "2024-06-30 18:00", "2024-09-30 18:00"]),
        ("0 12 * * 1", ["2024-01-08 12:00", "2024-01-15 12:00", "2024-01-22 12:00"]),
    ],
)
def test_the_next_runs_are_those_of_the_calendar(text: str, moments: list[str]) -> None:
    found = next_runs(read(text), datetime(2024, 1, 1, 12, 0), 3)
    assert [f"{moment:%Y-%m-%d %H:%M}" for moment in found] == moments


@pytest.mark.parametrize("text", TIMES)
def test_systemd_itself_agrees(text: str) -> None:
    times = read(text)
    analyze = need("systemd-analyze")
    start = datetime(2024, 1, 31, 12, 0)
    moments: set[str] = set()
    for calendar in calendars(times):
        asked = [analyze, "calendar", "--iterations=4", "--base-time=2024-01-31 12:00:00", calendar]
        done = subprocess.run(asked, capture_output=True, text=True, env={**os.environ, "TZ": "UTC", "LC_ALL": "C"})
        assert done.returncode == 0, done.stderr
        moments |= set(re.findall(r"(?:Next elapse|Iter\. #\d+): \w+ (\d{4}-\d\d-\d\d \d\d:\d\d):00", done.stdout))
    assert [f"{m:%Y-%m-%d %H:%M}" for m in next_runs(times, start, 3)] == sorted(moments)[:3]


def test_systemd_accepts_the_units(tmp_path: Path) -> None:
    analyze = need("systemd-analyze")
    program = tmp_path / "a b" / "ban$xin%"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    made = timer("每月 5 日 06:30", title="月报 50%\n二", program=str(program), folder=str(tmp_path))
    for name, data in systemd_files([made]).items():
        (tmp_path / name).write_bytes(data)
    asked = [analyze, "verify", "--man=no", *sorted(map(str, tmp_path.glob("banxin-x.*")))]
    done = subprocess.run(asked, capture_output=True, text=True, env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)})
    assert (done.returncode, done.stderr) == (0, "")


def test_a_unit_says_what_is_started() -> None:
    files = systemd_files([timer("每日 06:30", file='/opt/reports/任 "务".yaml')])
    service = configparser.ConfigParser(interpolation=None)
    service.optionxform = str  # type: ignore[assignment,method-assign]
    service.read_string(files["banxin-x.service"].decode())
    assert service["Service"]["ExecStart"] == r'"/opt/banxin" "batch" "/opt/reports/任 \"务\".yaml" "--only" "月报/*"'
    assert service["Service"]["Type"] == "oneshot"
    assert "OnCalendar=*-*-* 06:30:00\n" in files["banxin-x.timer"].decode()


def test_a_line_of_cron_runs_in_the_shell(tmp_path: Path) -> None:
    """What cron hands to the shell: the fields taken off, \\% turned into %."""
    seen = tmp_path / "seen 100%"
    program = tmp_path / "it's a program"
    program.write_text(
        '#!/bin/sh\nfor w in "$@"; do echo "$w"; done > "$OUT"\npwd >> "$OUT"; echo "$SECRET" >> "$OUT"\n'
    )
    program.chmod(0o755)
    seen.mkdir()
    secrets = tmp_path / ".config" / "banxin"
    secrets.mkdir(parents=True)
    (secrets / "environment").write_text("SECRET=geheim\n")
    made = timer("0 6 * * *", program=str(program), folder=str(seen), file="/opt/reports/任务 5%.yaml")
    command = line(made).split(" ", 5)[5].replace("\\%", "%")
    environ = {"HOME": str(tmp_path), "OUT": str(tmp_path / "out"), "PATH": os.environ["PATH"]}
    subprocess.run(["sh", "-c", command], check=True, env=environ)
    told = (tmp_path / "out").read_text("utf-8").splitlines()
    assert told == ["batch", "/opt/reports/任务 5%.yaml", "--only", "月报/*", str(seen), "geheim"]
    gone = line(timer("0 6 * * *", program=str(program), folder=str(tmp_path / "gone"))).split(" ", 5)[5]
    (tmp_path / "out").unlink()
    assert subprocess.run(["sh", "-c", gone], env=environ, stderr=subprocess.DEVNULL).returncode == 1
    assert not (tmp_path / "out").exists()


def test_a_windows_task_says_what_is_started() -> None:
    made = timer("每日 06:30", program=r"C:\Program Files\banxin.exe", file=r"D:\报告 甲\任务.yaml", title="甲 & <乙>")
    root = task_root(windows_files([made])["banxin-x.xml"])
    run = root.find(f"{SPACE}Actions/{SPACE}Exec")
    assert run is not None
    assert [child.text for child in run][:2] == [
        r"C:\Program Files\banxin.exe",
        '"batch" "D:\\报告 甲\\任务.yaml" --only 月报/*'.replace('"batch"', "batch"),
    ]
    assert root.findtext(f"{SPACE}RegistrationInfo/{SPACE}Description") == "Banxin: 甲 & <乙>"
    assert root.findtext(f"{SPACE}Settings/{SPACE}StartWhenAvailable") == "true"


def test_what_a_system_cannot_say_is_not_said() -> None:
    assert not is_sayable(read("每月最后一天 23:30"))
    assert starts(read("*/7 8-18 * * *")) is None
    assert starts(read("*/15 * * * *")) is not None


@pytest.mark.parametrize("name", ["月报", "a*b", "[x]?", "甲、乙", "a,b"])
def test_a_timer_starts_its_job_alone(name: str) -> None:
    from fnmatch import fnmatchcase

    pattern = f"{exactly(name)}/*"
    assert not re.search("[,，、]", pattern)
    assert fnmatchcase(f"{name}/龙亭区", pattern)
    assert not any(fnmatchcase(f"{other}/龙亭区", pattern) for other in ("月", "aXb", "x?", "甲乙", "ab"))


# The command

JOBS = """格式: 1
通道: {webhook: {网址: "${HOOK}"}}
任务:
  - {名: 月报, 报告: r.yaml, 时: 每月 5 日 06:30, 通知: {失败: [webhook], 缺席: 26h}}
  - {名: 周报, 报告: r.yaml, 时: "0 8 * * 1"}
  - {名: 手工, 报告: r.yaml}
"""


@pytest.fixture(autouse=True)
def _job_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write("r.yaml")
    Path("任务.yaml").write_text(JOBS, "utf-8")


@pytest.mark.parametrize(
    ("way", "suffixes"), [("systemd", [".service", ".timer"] * 3), ("cron", [".cron"]), ("windows", [".xml"] * 3)]
)
def test_files_and_how_to_install_them(way: str, suffixes: list[str]) -> None:
    done = banxin("schedule", "任务.yaml", f"--{way}", "-o", "out/定时")
    assert (done.code, done.err) == (0, "")
    names = list(held("out/定时"))
    assert sorted(Path(name).suffix for name in names) == sorted(suffixes)
    assert all(f"写了 out/定时/{name}" in done.out for name in names)
    assert {"systemd": "systemctl --user enable --now", "cron": "crontab -", "windows": "schtasks /Create"}[
        way
    ] in done.out
    assert all(name.isascii() for name in names)
    again = held("out/定时")
    banxin("schedule", "任务.yaml", f"--{way}", "-o", "out/定时")
    assert held("out/定时") == again


def test_the_program_of_a_timer_runs() -> None:
    """The words of a unit, run as they stand (with --help, since they would start the batch)."""
    banxin("schedule", "任务.yaml", "--systemd")
    unit = next(Path("schedule").glob("*-check.service")).read_text("utf-8")
    words = shlex.split(re.findall(r"^ExecStart=(.*)$", unit, re.M)[0])
    assert words[-3:] == ["schedule", str(Path("任务.yaml").resolve()), "--check"]
    done = subprocess.run([*words, "--json"], capture_output=True, text=True, env={"PATH": os.environ["PATH"]})
    assert (done.returncode, '"absent": false' in done.stdout) == (0, True)


def test_without_a_choice_the_next_runs_are_listed() -> None:
    done = banxin("schedule", "任务.yaml")
    assert [text.split("；")[0] for text in done.out.splitlines()] == [
        "月报：每月 5 日 06:30",
        "周报：0 8 * * 1",
        "手工：没有写时",
    ]
    told = banxin("schedule", "任务.yaml", "--json").json
    assert [len(moments) for moments in told["next"].values()] == [3, 3, 0]
    assert not Path("schedule").exists()


@pytest.mark.parametrize(
    ("text", "argv", "codes"),
    [
        (JOBS.replace("每月 5 日", "每月最后一天"), ["--cron"], ["schedule-cron-last-day"]),
        (JOBS.replace('"0 8 * * 1"', '"*/7 8-18 * * *"'), ["--windows"], ["schedule-many-triggers"]),
        ("格式: 1\n任务:\n  - {名: 手工, 报告: r.yaml}\n", ["--cron"], ["schedule-no-times"]),
        ("格式: 1\n任务:\n  - {名: 手工, 报告: r.yaml}\n", ["--check"], ["schedule-no-absence"]),
        (JOBS.replace("每月 5 日 06:30", "有空的时候"), ["--cron"], ["bad-times"]),
    ],
)
def test_mistakes_are_told_and_nothing_is_written(text: str, argv: list[str], codes: list[str]) -> None:
    Path("任务.yaml").write_text(text, "utf-8")
    done = banxin("schedule", "任务.yaml", *argv)
    assert (done.code, [told.split("[")[1].split("]")[0] for told in done.told]) == (2, codes)
    assert not Path("schedule").exists()
    if "last-day" in codes[0]:
        assert "任务.yaml:4:" in done.err


def test_one_kind_at_a_time() -> None:
    assert banxin("schedule", "任务.yaml", "--cron", "--systemd").code == 64


def test_a_check_ends_with_one_when_a_job_is_absent() -> None:
    first = banxin("schedule", "任务.yaml", "--check")
    assert (first.code, "还没有做成过" in first.out) == (0, True)
    beat = Path(".banxin/heartbeats") / file_of("月报")
    beat.write_bytes(as_json(Beat("月报", 1000.0, succeeded=2000.0)))
    done = banxin("schedule", "任务.yaml", "--check", HOOK="http://127.0.0.1:9/")
    assert (done.code, "月报：缺席" in done.out) == (1, True)
    assert "notice-not-sent" in done.err
    told = banxin("schedule", "任务.yaml", "--check", "--json")
    assert (told.code, told.json["jobs"][0]["absent"]) == (1, True)
    assert told.err == "", "it was told once"
