"""The same inputs give the same bytes: another day, zone, locale, hash seed, cache, core, folder, process, language.

The reference is made in this process; each other build is a new process in surroundings of its own.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest

from report import pipeline, resources
from report.deliver.cache import FolderCache, RunCache
from tests.cli.shell import banxin
from tests.tools import need

ROOT = Path(__file__).parents[2]
REPORT = """格式: 1
文档: {编号: same, 标题: 同一份, 日期: 2024-01-21, 主题: bulletin, 关键词: [同, 一]}
版面: {开本: A4, 出血: 3mm, 装订: 无}
事实:
  村: {值: 2135, 单位: 个}
  贷款: {值: 3.6亿, 单位: 元}
  占比: {值: 38.5, 单位: "%"}
数据:
  培训: {文件: 培训.csv, 键: 年份, 列: {年份: 年, 人次: 整数}, 单位: {人次: 人次}}
输出:
  印厂: {标准: [PDF/X-4, PDF/A-2u, PDF/UA-1], 预检单: true}
  公文: {标准: [PDF/A-2u, PDF/UA-1]}
  网阅: {标准: [PDF/A-3u]}
正文:
  - 节: 组织与 Women's Federation
  - 段: |
      全市{{ 村 }}村都建了阵地，占{{ 占比 }}。**发放贷款**{{ 贷款 }}，见[](#表-培训)和[](#图-走势)。
      〔妇联|fù lián〕说了话。
  - 表格: {号: 培训, 题: 培训人次, 数据: 培训}
  - 图表: {号: 走势, 类: 折线, 题: 培训人次, 数据: 培训, 横: 年份, 纵: 人次}
  - 图片: {图: 图.png, 替代: 一片渐变, 说明: 渐变}
  - 要点: [一, 二, 三]
"""
TABLE = "年份,人次\n2021,1010\n2022,1180\n2023,1200\n2024,1350\n"


class Made(NamedTuple):
    """A report's folder, and the digests of all that was made of it (but for the summary, which has its seconds)."""

    folder: Path
    digests: Mapping[str, str]


def digests(folder: Path) -> dict[str, str]:
    names = sorted(p.name for p in folder.iterdir() if p.is_file() and p.name != "summary.json")
    return {name: sha256((folder / name).read_bytes()).hexdigest() for name in names}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    from PIL import Image

    folder = tmp_path_factory.mktemp("made")
    (folder / "报告.yaml").write_text(REPORT, "utf-8")
    (folder / "培训.csv").write_text(TABLE, "utf-8")
    Image.linear_gradient("L").resize((1400, 900)).convert("RGB").save(folder / "图.png")
    for path in folder.iterdir():
        os.utime(path, ns=(0, 10**18))
    done = banxin("build", folder / "报告.yaml", "-o", folder / "out", "--no-cache", "--force")
    assert done.code == 0, done.err
    found = digests(folder / "out")
    assert list(found) == [
        "same-office.pdf",
        "same-press-certificate.json",
        "same-press-certificate.pdf",
        "same-press.pdf",
        "same-screen.pdf",
        "same.lock.json",
    ]
    return Made(folder, found)


LATER = """
import datetime, sys, time
SHIFT = 86400 * 400 + 12345
now, now_ns, local, utc = time.time, time.time_ns, time.localtime, time.gmtime
time.time, time.time_ns = (lambda: now() + SHIFT), (lambda: now_ns() + SHIFT * 10**9)
time.localtime = lambda at=None: local(time.time() if at is None else at)
time.gmtime = lambda at=None: utc(time.time() if at is None else at)
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(seconds=SHIFT)
    today = now
    @classmethod
    def utcnow(cls):
        return cls.now(datetime.UTC).replace(tzinfo=None)
datetime.datetime = Later
from report.__main__ import run
sys.argv = ["banxin", *sys.argv[1:]]
run()
"""
"""Banxin more than a year later."""


def build(report: Path, out: Path, *more: str, environ: Mapping[str, str], code: str = "") -> dict[str, str]:
    """The digests of a build in another process."""
    start = ["-c", code] if code else ["-m", "report"]
    command = [sys.executable, *start, "build", str(report), "-o", str(out), "--force", *more]
    surroundings = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **environ}
    done = subprocess.run(command, env=surroundings, cwd=out.parent, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return digests(out)


@pytest.mark.parametrize(
    "environ",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/St_Johns", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
        {"SOURCE_DATE_EPOCH": "86400", "PYTHONUTF8": "0", "LANG": "zh_CN.GBK"},
        {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MPLBACKEND": "svg", "NO_COLOR": "1"},
        {"HOME": "nowhere", "XDG_CACHE_HOME": "nowhere", "RL_pdfComments": "1", "RL_invariant": "0"},
    ],
    ids=",".join,
)
def test_surroundings(environ: dict[str, str], made: Made, tmp_path: Path) -> None:
    out = made.folder / f"out-{tmp_path.name}"
    assert build(made.folder / "报告.yaml", out, "--no-cache", environ=environ) == made.digests


def test_another_day(made: Made) -> None:
    out = made.folder / "out-later"
    assert build(made.folder / "报告.yaml", out, "--no-cache", environ={}, code=LATER) == made.digests


def test_a_cold_and_a_warm_cache(made: Made, tmp_path: Path) -> None:
    environ = {"BANXIN_CACHE": str(tmp_path / "cache")}
    found = [build(made.folder / "报告.yaml", made.folder / f"out-{run}", environ=environ) for run in ("cold", "warm")]
    assert found == [made.digests] * 2
    assert any((tmp_path / "cache").rglob("*"))


def test_a_cache_that_another_report_filled(made: Made, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(REPORT.replace("同一份", "另一份").replace("一, 二, 三", "三, 二"), "utf-8")
    for name in ("培训.csv", "图.png"):
        shutil.copy(made.folder / name, tmp_path / name)
    environ = {"BANXIN_CACHE": str(tmp_path / "cache")}
    build(other, tmp_path / "other", environ=environ)
    assert build(made.folder / "报告.yaml", made.folder / "out-other", environ=environ) == made.digests


def test_a_damaged_cache(made: Made, tmp_path: Path) -> None:
    environ = {"BANXIN_CACHE": str(tmp_path / "cache")}
    build(made.folder / "报告.yaml", made.folder / "out-whole", environ=environ)
    for path in (tmp_path / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-3] + b"???")
    assert build(made.folder / "报告.yaml", made.folder / "out-damaged", environ=environ) == made.digests


def test_one_core(made: Made) -> None:
    taskset = need("taskset")
    out = made.folder / "out-core"
    command = [taskset, "-c", str(min(os.sched_getaffinity(0))), sys.executable, "-m", "report", "build", "--no-cache"]
    done = subprocess.run(
        [*command, str(made.folder / "报告.yaml"), "-o", str(out), "--force"],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert digests(out) == made.digests


def test_another_folder(made: Made, tmp_path: Path) -> None:
    """Even the lock names no place; files that were saved at another time are the same files."""
    away = tmp_path / "很 远" / "a'b"
    away.mkdir(parents=True)
    for name in ("报告.yaml", "培训.csv", "图.png"):
        shutil.copy(made.folder / name, away / name)
        os.utime(away / name, ns=(0, 10**17))
    assert build(away / "报告.yaml", away / "out", "--no-cache", environ={}) == made.digests


def test_line_ends_of_another_system(made: Made, tmp_path: Path) -> None:
    """The pages and what they say are the same; what holds the sources, and what names their digests, is not."""
    for name in ("报告.yaml", "培训.csv"):
        text = (made.folder / name).read_text("utf-8")
        (tmp_path / name).write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    shutil.copy(made.folder / "图.png", tmp_path / "图.png")
    found = build(tmp_path / "报告.yaml", tmp_path / "out", "--no-cache", environ={})
    assert {name for name in found if found[name] != made.digests[name]} == {"same-screen.pdf", "same.lock.json"}


def test_keys_in_the_other_language(made: Made, tmp_path: Path) -> None:
    for name in ("报告.yaml", "培训.csv", "图.png"):
        shutil.copy(made.folder / name, tmp_path / name)
    done = banxin("keys", "--to", "en", tmp_path / "报告.yaml")
    assert done.code == 0, done.err
    assert "document:" in (tmp_path / "报告.yaml").read_text("utf-8")
    found = build(tmp_path / "报告.yaml", tmp_path / "out", "--no-cache", environ={})
    assert {name for name in found if found[name] != made.digests[name]} == {"same-screen.pdf", "same.lock.json"}


def test_a_delivery_alone_is_the_same_as_beside_others(made: Made) -> None:
    found = build(made.folder / "报告.yaml", made.folder / "out-alone", "--no-cache", "--only", "office", environ={})
    assert found["same-office.pdf"] == made.digests["same-office.pdf"]


def _built(report: str, cache: str) -> dict[str, str]:
    kept = FolderCache(Path(cache)) if cache else RunCache()
    built = pipeline.build(Path(report), pipeline.Options(), kept, lambda *_: None)
    return {file.name: sha256(file.data).hexdigest() for file in built.files}


@pytest.mark.parametrize("method", [name for name in multiprocessing.get_all_start_methods() if name != "fork"])
def test_workers_however_they_start(method: str, made: Made, tmp_path: Path) -> None:
    """Two workers with one cache, each building more than once. None is a copy of this process, threads and all."""
    with ProcessPoolExecutor(2, multiprocessing.get_context(method)) as executor:
        tasks = [executor.submit(_built, str(made.folder / "报告.yaml"), str(tmp_path / "cache")) for _ in range(4)]
        found = [task.result() for task in tasks]
    expected = {
        name: value for name, value in made.digests.items() if name.endswith(".pdf") and "certificate" not in name
    }
    assert found == [expected] * 4


def test_the_lock_alone_says_which_tool_it_was(made: Made) -> None:
    """What may differ between machines stands in one place."""
    lock = json.loads((made.folder / "out" / "same.lock.json").read_text("utf-8"))
    assert lock["tool"]["version"]
    for name in made.digests:
        if name.endswith(".pdf"):
            data = (made.folder / "out" / name).read_bytes()
            assert lock["tool"]["code"].encode() not in data
            assert str(made.folder).encode() not in data


def test_the_sample_on_another_day(tmp_path: Path) -> None:
    source = resources.sample()
    assert source is not None
    environ = {"PYTHONHASHSEED": "99", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"}
    found = build(source.resolve(), tmp_path / "out", "--no-cache", "--only", "office", environ=environ, code=LATER)
    options = pipeline.Options(only=("office",))
    (file,) = pipeline.build(source, options, RunCache(), lambda *_: None).files
    assert found["kaifeng-office.pdf"] == sha256(file.data).hexdigest()
