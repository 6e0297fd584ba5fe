"""A batch month after month: editions, comparisons, log, heartbeat, metrics, a notice, and an absence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from report.deliver.watch import read_beat
from tests.cli.shell import banxin
from tests.differences.builds import HEAD, write
from tests.watch.servers import HookServer, serving

JOBS = """格式: 1
记录: {日志: 记录/日志.jsonl, 心跳: 记录/心跳, 指标: 记录/banxin.prom}
通道: {webhook: {网址: "${HOOK}"}}
任务:
  - 名: 县报
    报告: 报告.yaml
    逐行: {表: 县区.csv, 名: "{县区}"}
    保留: 2 期
    差异: {对上期: true, 出: 差异.pdf}
    通知: {失败: [webhook], 缺席: 26h}
"""
REPORT = HEAD.replace("事实:\n", "变量: {县区: 样县}\n事实:\n")


def counties(first: str, second: str) -> None:
    Path("县区.csv").write_text(f"县区,村\n甲县,{first}\n乙县,{second}\n", "utf-8")


def body() -> str:
    return '  - 段: "{{ 县区 }}有{{ 村 }}村都建了阵地。"\n'


@pytest.fixture(autouse=True)
def _job_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("no_proxy", "*")
    write(Path(), body(), REPORT)
    Path("任务.yaml").write_text(JOBS, "utf-8")


def lines() -> list[dict[str, object]]:
    return [json.loads(line) for line in Path("记录/日志.jsonl").read_text("utf-8").splitlines()]


def test_months_of_a_batch(tmp_path: Path) -> None:
    cache = {"BANXIN_CACHE": str(tmp_path / "cache")}
    server = HookServer()
    with serving(server):
        own = {**cache, "HOOK": server.url}
        for first, second, code in (("120", "85", 0), ("121", "85", 0), ("122", "", 1)):
            counties(first, second)
            done = banxin("batch", "任务.yaml", "--workers", 1, **own)
            assert done.code == code, done.err
    assert [len(list(Path(f"out/{name}/editions").iterdir())) for name in ("甲县", "乙县")] == [2, 1]
    told = json.loads(Path("out/甲县/差异.json").read_text("utf-8"))
    assert [(one["name"], one["old"]["printed"], one["new"]["printed"]) for one in told["figures"]] == [
        ("村", "121", "122")
    ]
    assert Path("out/甲县/差异.pdf").read_bytes().startswith(b"%PDF")
    assert not Path("out/乙县/差异.pdf").exists()
    assert [line["status"] for line in lines() if line["event"] == "finished"].count("failed") == 1
    assert [line["exit_code"] for line in lines() if line["event"] == "ended"] == [0, 0, 1]
    beat = read_beat(Path("记录/心跳"), "县报")
    assert beat is not None
    assert (beat.runs, beat.total.built, beat.total.unchanged, beat.total.failed) == (3, 4, 1, 1)
    assert 'banxin_reports_total{job="县报",outcome="failed"} 1' in Path("记录/banxin.prom").read_text("utf-8")
    ((_, post),) = server.posts
    assert (post["event"], [one["name"] for one in post["reports"]]) == ("failure", ["乙县"])
    assert "县区.csv" in post["reports"][0]["messages"][0]


def test_a_batch_tells_at_once_what_its_notices_lack(tmp_path: Path) -> None:
    counties("120", "85")
    own = {"BANXIN_CACHE": str(tmp_path / "cache")}
    done = banxin("batch", "任务.yaml", "--workers", 1, "--log", "my.jsonl", "--metrics", "my.prom", **own)
    assert done.code == 0
    assert "notice-variable" in done.err
    assert "HOOK" in done.err
    assert Path("my.jsonl").is_file()
    assert Path("my.prom").is_file()
    assert not Path("记录/日志.jsonl").exists()
