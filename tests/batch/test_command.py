"""banxin batch: 158 counties of which eight are poisoned; progress, table, JSON, exit codes, resumption."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from report.__main__ import main
from report.deliver.batch.journal import lock_of
from report.deliver.lock import held
from report.terminal import cells
from tests.batch.making import POISON, counties
from tests.cli.shell import Done, banxin

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def cache(tmp_path: Path) -> str:
    return str(tmp_path / "cache")


def batch(folder: Path, *more: object, **environ: str) -> Done:
    return banxin("batch", folder / "任务.yaml", *more, BANXIN_CACHE=str(folder.parent / "cache"), **environ)


def statuses(done: Done) -> dict[str, str]:
    return {one["name"]: one["status"] for job in done.json["jobs"] for one in job["reports"]}


def edited(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


@pytest.mark.slow
def test_158_counties_of_which_8_are_poisoned(tmp_path: Path) -> None:
    folder = counties(tmp_path / "c", 158, poisoned=True).parent
    done = batch(folder, "--json")
    assert done.code == 1
    assert (done.json["total"], done.json["delivered"], done.json["failed"]) == (158, 150, 8)
    failed = [one for one in done.json["jobs"][0]["reports"] if one["status"] == "failed"]
    told = [next(p["code"] for p in one["problems"] if p["severity"] == "error") for one in failed]
    assert told == list(POISON.values())
    assert all(p["file"] and p["line"] and p["hint"] for one in failed for p in one["problems"])
    assert all(len(list(path.glob("*.pdf"))) == 1 for path in (folder / "out").iterdir())
    assert len(list((folder / "out").iterdir())) == 150
    lines = done.err.splitlines()
    assert sum(re.fullmatch(r"没有做成：.*", line) is not None for line in lines) == 8
    assert 8 <= sum("/158" in line for line in lines) <= 12, "progress, sparse"
    again = batch(folder)
    assert again.code == 1
    assert "未变，没有写：150 份" in again.out
    assert again.out.splitlines()[-1].startswith("158 份：做成 0，未变 150，失败 8；")


def test_the_table_stands_in_columns(tmp_path: Path) -> None:
    folder = counties(tmp_path / "c", 3).parent
    (folder / "img" / "002.jpg").unlink()
    done = batch(folder)
    head, *rows, total = done.out.splitlines()
    assert [row.split()[:3] for row in rows] == [
        ["县报", "第1县", "做成"],
        ["县报", "第2县", "失败"],
        ["县报", "第3县", "做成"],
    ]
    starts = {cells(row[: row.index(word)]) for row, word in zip(rows, ("做成", "失败", "做成"), strict=True)}
    assert starts == {cells(head[: head.index("结果")])}
    assert "县报.yaml:21 找不到文件 img/002.jpg" in rows[1]
    assert total.startswith("3 份：做成 2，未变 0，失败 1；")
    english = batch(folder, "--lang", "en")
    assert english.out.splitlines()[-1].startswith("3 reports: 0 delivered, 2 unchanged, 1 failed; ")
    assert not re.search("[一-鿿]", english.out.replace("县报", "").replace("第", "").replace("县", ""))


def test_only_what_changed_is_made_again(tmp_path: Path) -> None:
    folder = counties(tmp_path / "c", 4).parent
    first = batch(folder, "--json")
    assert set(statuses(first).values()) == {"delivered"}
    edited(folder / "县区.csv", "第2县,002,1002", "第2县,002,2002")
    assert Counter(statuses(batch(folder, "--json")).values()) == {"unchanged": 3, "delivered": 1}
    assert Counter(statuses(batch(folder, "--json", "--force")).values()) == {"delivered": 4}
    edited(folder / "任务.yaml", "    报告:", "    未变则跳过: false\n    报告:")
    assert Counter(statuses(batch(folder, "--json")).values()) == {"delivered": 4}


@pytest.mark.parametrize(("pattern", "names"), [("第2县", "2"), ("第[12]县", "12"), ("县报/第3*,第1县", "13")])
def test_only_what_is_asked_for(pattern: str, names: str, tmp_path: Path) -> None:
    folder = counties(tmp_path / "c", 3).parent
    assert statuses(batch(folder, "--json", "--only", pattern)) == {f"第{name}县": "delivered" for name in names}


def test_a_pattern_that_fits_nothing(tmp_path: Path) -> None:
    done = batch(counties(tmp_path / "c", 3).parent, "--only", "第4县")
    assert done.code == 64
    assert "only-nothing" in done.err


CODES = [
    ("", "", 0),
    ("img/001.jpg", "", 1),
    ("img/001.jpg", "    失败: {退出码: 7}\n", 7),
    ("img/001.jpg img/002.jpg", "", 3),
    ("img/001.jpg img/002.jpg", "    失败: {退出码: 7}\n", 7),
    ("县区.csv", "", 2),
    ("县报.yaml", "", 2),
    ("任务.yaml", "", 2),
]


@pytest.mark.parametrize(("gone", "more", "code"), CODES)
def test_exit_codes(gone: str, more: str, code: int, tmp_path: Path) -> None:
    folder = counties(tmp_path / "c", 2).parent
    edited(folder / "任务.yaml", "    报告:", f"{more}    报告:")
    for name in gone.split():
        (folder / name).unlink()
    done = batch(folder)
    assert done.code == code, done.err
    assert code == 0 or "错误[" in done.err


def test_mistakes_of_a_job_file_and_its_tables_are_told_together(tmp_path: Path) -> None:
    folder = counties(tmp_path / "c", 2).parent
    own = (folder / "任务.yaml").read_text(encoding="utf-8")
    other = own.partition("任务:\n")[2].replace("名: 县报", "名: 又一个").replace("县区.csv", "县去.csv")
    edited(folder / "任务.yaml", '"{县区}"', '"{县去}"')
    with (folder / "任务.yaml").open("a", encoding="utf-8") as file:
        file.write(other)
    done = batch(folder)
    assert done.code == 2
    assert [re.search(r"\[([\w-]+)\]", line)[1] for line in done.told] == ["unknown-column", "no-job-table"]  # type: ignore[index]
    assert not (folder / "out").exists()


def test_jobs_that_would_share_folders(tmp_path: Path) -> None:
    folder = counties(tmp_path / "c", 2).parent
    own = (folder / "任务.yaml").read_text(encoding="utf-8")
    with (folder / "任务.yaml").open("a", encoding="utf-8") as file:
        file.write(own.partition("任务:\n")[2].replace("名: 县报", "名: 又一个"))
    done = batch(folder)
    assert done.code == 2
    assert re.search(r"任务.yaml:\d+:\d+: 错误\[jobs-share-folder\] “又一个”和“县报”", done.err)
    edited(folder / "任务.yaml", "  - 名: 又一个\n", "  - 名: 又一个\n    输出: 又/{名}\n")
    assert batch(folder).code == 0


def test_rows_that_would_share_a_folder(tmp_path: Path) -> None:
    folder = counties(tmp_path / "c", 3).parent
    edited(folder / "任务.yaml", "    报告:", "    输出: out/{负责人}\n    报告:")
    done = batch(folder, "--json")
    assert statuses(done) == {"第1县": "delivered", "第2县": "failed", "第3县": "failed"}
    assert "错误[row-name-twice] “out/王芳”在 县区.csv:2 已有" in done.err


def test_a_failure_may_end_the_job(tmp_path: Path) -> None:
    folder = counties(tmp_path / "c", 8).parent
    (folder / "img" / "001.jpg").unlink()
    edited(folder / "任务.yaml", "    报告:", "    失败: {继续其余: false}\n    报告:")
    done = batch(folder, "--json", "--workers", "1")
    counts = Counter(statuses(done).values())
    assert counts["failed"] == 1
    assert counts["left"] >= 5


def test_a_single_report_needs_no_rows(tmp_path: Path) -> None:
    folder = counties(tmp_path / "c", 1).parent
    (folder / "任务.yaml").write_text("格式: 1\n任务:\n  - {名: 样张, 报告: 县报.yaml}\n", encoding="utf-8")
    done = batch(folder)
    assert done.code == 0, done.err
    assert (folder / "out" / "样张" / "county-000-screen.pdf").is_file()


def test_rows_of_a_workbook_and_of_a_database(tmp_path: Path) -> None:
    import sqlite3

    from openpyxl import Workbook

    folder = counties(tmp_path / "c", 2).parent
    rows = [line.split(",") for line in (folder / "县区.csv").read_text(encoding="utf-8").splitlines()]
    typed: list[list[Any]] = [rows[0], *([*row[:2], *map(int, row[2:5]), row[5]] for row in rows[1:])]
    book = Workbook()
    sheet = book.create_sheet("汇总")
    for i, row in enumerate([["标题"], *typed]):
        for j, value in enumerate(row):
            sheet.cell(i + 1, j + 1, value)
    book.save(folder / "县区.xlsx")
    with sqlite3.connect(folder / "县区.db") as base:
        base.execute("create table t (县区, 代码, 户数, 示范户, 家园, 负责人)")
        base.executemany("insert into t values (?, ?, ?, ?, ?, ?)", typed[1:])
    base.close()
    made = {}
    for table in ("县区.csv", "县区.xlsx, 工作表: 汇总, 区域: A2:F4", '县区.db, 查询: "select * from t order by 代码"'):
        jobs = (
            "格式: 1\n任务:\n  - 名: 县报\n    报告: 县报.yaml\n    输出: out/{代码}\n"
            f"    逐行: {{表: {table}, 名: '{{县区}}', 来源: 办公室, 列: {{代码: 文本}}, 单位: {{家园: 个}}}}\n"
        )
        (folder / "任务.yaml").write_text(jobs, encoding="utf-8")
        done = batch(folder, "--force")
        assert done.code == 0, done.err
        made[table] = [(folder / "out" / c / f"county-{c}-screen.pdf").read_bytes() for c in ("001", "002")]
    first, *others = made.values()
    assert all(other == first for other in others)


def test_bytes_into_a_url_of_memory(tmp_path: Path) -> None:
    import fsspec

    folder = counties(tmp_path / "c", 2).parent
    edited(folder / "任务.yaml", "    报告:", "    输出: memory://banxin-batch/{名}\n    报告:")
    done = batch(folder, "--json")
    assert done.code == 0, done.err
    files = [file["path"] for one in done.json["jobs"][0]["reports"] for file in one["files"]]
    assert files == [f"memory://banxin-batch/第{i}县/county-00{i}-screen.pdf" for i in (1, 2)]
    system = fsspec.filesystem("memory")
    assert all(system.cat(path.removeprefix("memory:/")).startswith(b"%PDF") for path in files)


def test_a_second_run_says_who_is_at_work(tmp_path: Path) -> None:
    folder = counties(tmp_path / "c", 1).parent
    with held(lock_of(folder / "任务.yaml", folder / ".banxin")):
        done = batch(folder)
    assert done.code == 3
    assert f"进程 {os.getpid()}" in done.err
    assert not (folder / "out").exists()


def test_a_folder_that_cannot_hold_the_lock(tmp_path: Path) -> None:
    folder = counties(tmp_path / "c", 1).parent
    (folder / ".banxin").write_bytes(b"in the way")
    done = batch(folder)
    assert done.code == 3
    assert "not-a-folder" in done.err
    assert not (folder / "out").exists()


def test_a_job_file_may_lie_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As one that is mounted into a container to be read only; its reports go elsewhere."""
    jobs = counties(tmp_path / "c", 2)
    edited(jobs, "    报告:", f"    输出: {(tmp_path / 'out').as_posix()}/{{名}}\n    通知: {{缺席: 26h}}\n    报告:")
    asked = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != jobs.parent and asked(path, mode))
    done = batch(jobs.parent)
    assert (done.code, done.told) == (0, [])
    assert not (jobs.parent / ".banxin").exists()
    (home,) = (tmp_path / "cache" / "runs").iterdir()
    assert sorted(path.name for path in home.iterdir()) == ["heartbeats", "任务.lock"]
    again = banxin("schedule", jobs, "--check", BANXIN_CACHE=str(tmp_path / "cache"))
    assert again.code == 0


def test_an_interrupted_run_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = counties(tmp_path / "c", 6).parent
    edited(folder / "任务.yaml", "    报告:", "    未变则跳过: false\n    报告:")
    added: list[int] = []

    def interrupt(*_args: object) -> None:
        added.append(1)
        if len(added) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr("report.commands.batch.Meter.add", interrupt)
    stopped = batch(folder, "--workers", "1")
    assert stopped.code == 130
    assert f"banxin batch {folder / '任务.yaml'} --resume" in stopped.err
    monkeypatch.undo()
    done = batch(folder, "--resume", "--json")
    assert (done.code, Counter(statuses(done).values())) == (0, {"resumed": 3, "delivered": 3})
    assert set(statuses(batch(folder, "--resume", "--json")).values()) == {"delivered"}, "that run came to its end"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_one_line_that_is_written_over(tmp_path: Path) -> None:
    jobs = counties(tmp_path / "c", 4)
    screen = Terminal()
    main(["batch", str(jobs)], io.StringIO(), screen, {"BANXIN_CACHE": str(tmp_path / "cache")})
    shown = [line for line in screen.getvalue().split("\r") if line.strip()]
    assert len(shown) >= 4
    assert re.match(r"县报 ━+─* ?4/4　每秒 [\d.]+ 份，还要 0 秒", shown[3])
    assert "\n" not in screen.getvalue().rpartition("4/4")[0]


def test_json_is_one_document(tmp_path: Path) -> None:
    done = batch(counties(tmp_path / "c", 1).parent, "--json")
    told = json.loads(done.out)
    assert {"jobs", "total", "delivered", "unchanged", "resumed", "failed", "left", "seconds", "exit"} == told.keys()
    (report,) = told["jobs"][0]["reports"]
    assert {"name", "status", "folder", "files", "problems", "seconds"} == report.keys()


def test_jobs_of_one_report_each_are_made_side_by_side(tmp_path: Path) -> None:
    folder = counties(tmp_path / "c", 2).parent
    job = "  - 名: {name}\n    报告: 县报.yaml\n    逐行: {{表: 县区.csv, 名: '{{县区}}'}}\n    输出: {name}/{{名}}\n"
    alone = "    失败: {继续其余: false}\n"
    jobs = [job.format(name=name) + more for name, more in (("甲", ""), ("乙", ""), ("丙", alone), ("丁", ""))]
    (folder / "任务.yaml").write_text("格式: 1\n任务:\n" + "".join(jobs), encoding="utf-8")
    done = batch(folder, "--only", "甲/第1县,乙/第2县,丙/第1县,丁/第1县", "--json", "--workers", 2)
    assert (done.code, done.json["delivered"]) == (0, 4)
    assert [(job["name"], [one["name"] for one in job["reports"]]) for job in done.json["jobs"]] == [
        ("甲", ["第1县"]),
        ("乙", ["第2县"]),
        ("丙", ["第1县"]),
        ("丁", ["第1县"]),
    ]
    assert [line.split("，")[0] for line in done.err.splitlines()] == [
        "2 个任务 1/2",
        "2 个任务 2/2",
        "丙 1/1",
        "丁 1/1",
    ]


def test_modules_of_the_folder_it_runs_in_are_nobodys(tmp_path: Path) -> None:
    """Where the user has programs of his own, one of them by our name, or a folder of that name."""
    jobs = counties(tmp_path / "c", 2)
    here = tmp_path / "here"
    (here / "report").mkdir(parents=True)
    for name in ("report.py", "random.py", "tempfile.py"):
        (here / name).write_text('raise SystemExit("this is not yours to run")', encoding="utf-8")
    done = alone(jobs, here)
    assert (done.returncode, "not yours" in done.stderr) == (0, False), done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such sockets")
def test_a_folder_for_temporary_files_may_have_a_long_name(tmp_path: Path) -> None:
    """Longer than the address of a socket may be."""
    long = tmp_path / ("long" * 40)
    long.mkdir()
    done = alone(counties(tmp_path / "c", 2), tmp_path, TMPDIR=str(long))
    assert (done.returncode, "错误" in done.stderr) == (0, False), done.stderr


def test_where_no_processes_can_be_begun_reports_are_made_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a container whose /dev/shm cannot be written to: queues between processes have semaphores there."""
    import multiprocessing.synchronize

    def refused(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    jobs = counties(tmp_path / "c", 2)
    monkeypatch.setattr(multiprocessing.synchronize.SemLock, "__init__", refused)
    done = batch(jobs.parent)
    assert done.code == 0
    assert "警告[no-processes] 这里开不了别的进程（[Errno 30] Read-only file system）" in done.err
    assert done.out.splitlines()[-1].startswith("2 份：做成 2，未变 0，失败 0；")


def alone(jobs: Path, here: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """A batch of two workers as a program of its own, run in a folder."""
    line = [sys.executable, str(ROOT / "generate.py"), "batch", str(jobs), "--workers", "2"]
    around = {**os.environ, "BANXIN_CACHE": str(jobs.parent / "cache"), **environ}
    return subprocess.run(line, cwd=here, env=around, capture_output=True, text=True, encoding="utf-8", check=False)
