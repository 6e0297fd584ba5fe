"""Terminals, pipes, old code pages, readers that leave: what is said arrives as well as it can, and stops no build."""

from __future__ import annotations

import errno
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from report.__main__ import main
from report.problem import Place
from report.terminal import Outlet, Progress, cells, excerpt
from tests.cli.shell import BROKEN, WARNED, held, write

ROOT = Path(__file__).parents[2]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Failing(io.StringIO):
    """A stream that refuses what is written to it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number, self.tried = number, 0

    def write(self, _text: str) -> int:
        self.tried += 1
        raise OSError(self.number, os.strerror(self.number))


def shown(environ: dict[str, str]) -> str:
    """What a terminal gets of two stages."""
    stream = Terminal()
    progress = Progress(Outlet(stream), "zh", environ)
    progress("read", 0, 1)
    progress("layout", 10, 20)
    progress.close()
    progress.close()
    return stream.getvalue()


def test_a_bar_moves_on_a_terminal_and_goes_away() -> None:
    plain = shown({"NO_COLOR": "1"})
    assert plain.split("\r")[1:3] == ["读稿        " + "─" * 24, "排版        " + "━" * 12 + "─" * 12 + " 10/20"]
    assert plain.endswith("\r" + " " * 66 + "\r")
    assert "\n" not in plain
    assert shown({}).replace("\x1b[32m", "").replace("\x1b[0m", "") == plain
    assert "\x1b[32m" in shown({"NO_COLOR": ""})


def test_a_dumb_terminal_gets_lines() -> None:
    assert shown({"TERM": "dumb"}) == "读稿\n排版\n"


def test_han_take_two_cells() -> None:
    assert [cells(text) for text in ("出 PDF", "abc", "")] == [6, 3, 0]


def test_a_problem_stands_on_its_own_line_below_the_bar() -> None:
    out, err = Terminal(), Terminal()
    assert main([str(write("r.yaml", BROKEN))], out, err, {}) == 2
    assert err.getvalue().split("\r")[-1].startswith("r.yaml:5:17: 错误[unknown-key]")


def test_a_terminal_shows_the_line_and_a_caret_below_it() -> None:
    out, err = Terminal(), Terminal()
    main([str(write("r.yaml", BROKEN))], out, err, {})
    problem, line, caret = err.getvalue().split("\r")[-1].splitlines()[:3]
    assert problem.startswith("r.yaml:5:17: ")
    written = Path("r.yaml").read_text("utf-8").splitlines()[4]
    assert line == "    " + written
    assert len(caret) - 1 == 4 + cells(written[:16])
    assert caret.strip() == "^"


@pytest.mark.parametrize("column", [1, 40, 150, 300, 301])
def test_a_long_line_is_shown_around_the_column(column: int) -> None:
    text = "".join(chr(0x4E00 + i) if i % 3 else "a" for i in range(300))
    line, caret = excerpt(Place(str(write("long.yaml", text)), 1, column), {})
    assert cells(line) <= 76
    if column <= 300:
        under = next(i for i in range(len(line)) if cells(line[:i]) == len(caret) - 1)
        assert line[under] == text[column - 1]


def test_a_place_in_no_text_has_no_excerpt() -> None:
    write("r.yaml", "格式: 1\n")
    places = (Place("r.yaml", 9, 1), Place("gone.yaml", 1, 1), Place("book.xlsx", 1, 1))
    assert [excerpt(place, {}) for place in places] == [()] * 3


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1", "utf-8"])
def test_any_code_page(encoding: str) -> None:
    """𠮷 is in no old code page; strict streams, as an old console has them."""
    report = write("r.yaml", WARNED.replace("标题: 小", "标题: 小𠮷·é"))
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding, "strict") for _ in range(2))
    assert main([str(report), "--force"], out, err, {}) == 0
    said = out.buffer.getvalue().decode(encoding)
    assert ("《小" in said) is (encoding in ("gbk", "utf-8"))
    assert ("𠮷" if encoding == "utf-8" else "\\U00020bb7") in said
    assert "straight-quotes" in err.buffer.getvalue().decode(encoding)


@pytest.mark.parametrize("encoding", ["gbk", "latin-1", "utf-8"])
def test_json_is_json_in_any_code_page(encoding: str) -> None:
    report = write("小𠮷·é.yaml", WARNED)
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding, "strict") for _ in range(2))
    assert main([str(report), "--json"], out, err, {}) == 0
    assert json.loads(out.buffer.getvalue().decode(encoding))["problems"][0]["file"] == "小𠮷·é.yaml"


def test_a_name_that_is_no_text_at_all() -> None:
    """A file name of bytes that are not UTF-8 reaches Python as half surrogates."""
    report = write("r\udcff.yaml", WARNED)
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", "strict") for _ in range(2))
    assert main([str(report), "--json", "-o", "o\udcff"], out, err, {}) == 0
    assert json.loads(out.buffer.getvalue())["problems"][0]["file"] == "r\udcff.yaml"
    assert json.loads(held("o\udcff")["summary.json"])["files"][0]["path"] == "o\udcff/tiny-press.pdf"


def test_a_reader_that_has_gone_stops_no_build() -> None:
    gone = Failing(errno.EPIPE)
    assert main([str(write("r.yaml"))], gone, gone, {}) == 0
    assert gone.tried == 2, "once for each of the two streams"
    assert "tiny-press.pdf" in held("out/tiny")


def test_a_result_that_cannot_be_printed_is_a_failure() -> None:
    out, err = Failing(errno.ENOSPC), io.StringIO()
    assert main([str(write("r.yaml")), "--json"], out, err, {}) == 1
    assert "错误[cannot-print] 结果写不出来：" in err.getvalue()
    assert "tiny-press.pdf" in held("out/tiny")


def started(*arguments: str, **more: object) -> subprocess.Popen[bytes]:
    """`python generate.py` as a process of its own; Python's own warnings end it."""
    line = [sys.executable, "-W", "error", str(ROOT / "generate.py"), *arguments]
    return subprocess.Popen(line, stderr=subprocess.PIPE, **more)  # type: ignore[call-overload,no-any-return]


@pytest.mark.skipif(os.name == "nt", reason="a shell of the other kind")
def test_closed_streams_and_a_gbk_console() -> None:
    write("r.yaml", WARNED)
    closed = started("r.yaml", preexec_fn=lambda: os.close(1))
    assert "警告[straight-quotes]" in closed.communicate()[1].decode()
    assert closed.returncode == 0
    gbk = started("r.yaml", stdout=subprocess.PIPE, env={**os.environ, "PYTHONIOENCODING": "gbk"})
    assert "未变" in gbk.communicate()[0].decode("gbk")
    assert gbk.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="no signals to send")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_build_without_traces(number: signal.Signals) -> None:
    write("r.yaml")
    build = started("r.yaml", stdout=subprocess.PIPE)
    assert build.stderr is not None
    assert build.stderr.readline().decode() == "读稿\n"
    build.send_signal(number)
    out, err = build.communicate()
    assert (build.returncode, out) == (130, b"")
    assert err.decode().splitlines()[-1].startswith("r.yaml: 错误[run-interrupted] 已中断")
    assert held(".").keys() == {"r.yaml"}
