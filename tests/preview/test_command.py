"""`banxin preview` before anything is served: what is wrong with the command line is told, and nothing begins."""

from __future__ import annotations

import socket
from pathlib import Path

from tests.cli.shell import banxin
from tests.preview.demo import written


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    report = written(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = banxin("preview", report, "--port", port)
    assert done.code == 64
    assert f"错误[port-in-use] 端口 {port} 用不了" in done.err


def test_what_is_no_port_is_told(tmp_path: Path) -> None:
    report = written(tmp_path)
    for port in ("0", "80000", "八千", "-1"):
        assert "[preview-port]" in banxin("preview", report, f"--port={port}").err


def test_a_report_that_is_not_there_is_told(tmp_path: Path) -> None:
    written(tmp_path)
    done = banxin("preview", tmp_path / "reprot.yaml")
    assert done.code == 2
    assert "[no-report]" in done.err
    assert "report.yaml" in done.err


def test_a_delivery_that_is_not_there_is_told_on_the_page(tmp_path: Path) -> None:
    from tests.preview.demo import rehearsal

    assert [one.code for one in rehearsal(tmp_path, "印刷").take().problems] == ["unknown-delivery"]
