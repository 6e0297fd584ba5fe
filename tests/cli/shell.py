"""The command line as a test runs it: in this process, on text streams, in an empty folder."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from report.__main__ import main

TINY = """格式: 1
文档: {编号: tiny, 标题: 小, 日期: 2024-01-21}
输出: {印厂: {标准: PDF/X-4}, 公文: {标准: PDF/A-2u}}
正文:
  - 页: {版式: 展望, 区: {题: 下一步, 文: 从家出发}}
"""
WARNED = TINY.replace("从家出发", """'从"家"出发'""")
BROKEN = TINY.replace("版式: 展望", "版式: 展望, 颜: 红")
OVERFULL = TINY.replace("从家出发", "从家出发，" * 300)


class Done(NamedTuple):
    """What a run left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document of standard output."""
        return json.loads(self.out)

    @property
    def told(self) -> list[str]:
        """Lines of standard error that are problems."""
        return [line for line in self.err.splitlines() if "[" in line]


def banxin(*argv: object, **environ: str) -> Done:
    """Run `banxin` with these arguments and nothing but this environment."""
    out, err = io.StringIO(), io.StringIO()
    code = main([str(a) for a in argv], out, err, environ)
    assert "Traceback" not in out.getvalue() + err.getvalue()
    return Done(code, out.getvalue(), err.getvalue())


def write(name: str, text: str = TINY) -> Path:
    """A report in the current folder."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(0, path.stat().st_mtime_ns - 10**9))  # saved a while before the run begins
    return path


def held(folder: str | Path) -> dict[str, bytes]:
    """All files of a folder, hidden ones too."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(Path(folder).rglob("*")) if p.is_file()}
