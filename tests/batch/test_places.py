"""Where finished files go: folders and URLs, and what is said when they refuse."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import fsspec
import pytest

from report.deliver.batch.places import local, write
from report.deliver.batch.tasks import Manner, Task
from report.deliver.batch.work import make
from report.deliver.output import OutputError
from report.messages import render
from report.record import replace

FILES = {"a.pdf": b"%PDF", "summary.json": b"{}"}


def refused(folder: str) -> str:
    with pytest.raises(OutputError) as caught:
        write(folder, FILES)
    (found,) = caught.value.problems
    return render(found)


def test_a_folder_and_the_url_of_a_folder(tmp_path: Path) -> None:
    write(str(tmp_path / "甲"), FILES)
    write((tmp_path / "乙 丙").as_uri(), FILES)
    for name in ("甲", "乙 丙"):
        assert {p.name: p.read_bytes() for p in (tmp_path / name).iterdir()} == FILES
    assert local("s3://bucket/a") is None


def test_a_url_of_memory() -> None:
    write("memory://banxin/甲", FILES)
    system = fsspec.filesystem("memory")
    assert {name: system.cat(f"/banxin/甲/{name}") for name in FILES} == FILES
    write("memory://banxin/甲", {"a.pdf": b"new"})
    assert system.cat("/banxin/甲/a.pdf") == b"new"


def test_nothing_appears_where_one_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    system = fsspec.filesystem("memory")
    opened = type(system).open

    def fill(self: Any, path: str, *args: Any, **kwargs: Any) -> Any:
        if path.endswith("summary.json"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return opened(self, path, *args, **kwargs)

    monkeypatch.setattr(type(system), "open", fill)
    assert "url-refused" in refused("memory://banxin/丙")
    assert not system.exists("/banxin/丙/a.pdf")


def test_a_scheme_that_nobody_knows() -> None:
    assert "错误[url-refused] 写不了 nowhere://a/b：" in refused("nowhere://a/b")


def test_without_fsspec_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "fsspec", None)
    assert 'pip install "banxin[dask]"' in refused("s3://bucket/a")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert "write-denied" in refused(str(tmp_path / "a"))
    finally:
        tmp_path.chmod(0o700)


def test_a_pdf_that_a_viewer_holds_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows: the old file stays, and the way out is said."""
    write(str(tmp_path), FILES)
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if path.parent.name == "new" and path.name == "a.pdf":
            raise PermissionError(errno.EACCES, "The process cannot access the file", str(path), None, str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    said = refused(str(tmp_path))
    assert "文件正被别的程序打开" in said
    assert str(tmp_path / "a.pdf") in said
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == FILES


def test_what_stands_under_a_url_is_not_made_again(tmp_path: Path) -> None:
    report = tmp_path / "r.yaml"

    def save(body: str) -> None:
        head = "格式: 1\n文档: {编号: r, 标题: 测, 日期: 2026-03-08}\n正文:\n"
        report.write_text(head + body, encoding="utf-8")
        os.utime(report, (1_700_000_000, 1_700_000_000 + len(body)))  # saved long before the run

    save("  - 段: 好。\n")
    task, manner = Task("报", "r", report, "memory://banxin/丁"), Manner(cache=str(tmp_path / "cache"))
    first, again = make(task, manner), make(task, manner)
    assert (first.status, again.status) == ("delivered", "unchanged")
    assert again.summary["files"] == first.summary["files"]
    assert again.summary["files"][0]["path"] == "memory://banxin/丁/r-press.pdf"
    system = fsspec.filesystem("memory")
    system.pipe_file("/banxin/丁/r-press.pdf", b"torn")
    assert make(task, manner).status == "delivered"
    assert make(task, manner).status == "unchanged"
    save("  - 段: 好。\n  - 段: 又。\n")
    assert make(task, manner).status == "delivered"
    assert make(replace(task, skip_unchanged=False), manner).status == "delivered"
    system.pipe_file("/banxin/丁/r.lock.json", b"[1]")
    assert make(task, manner).status == "delivered"


def test_what_stands_under_the_url_of_a_folder_is_not_made_again(tmp_path: Path) -> None:
    """Its lock names the report from the report's own folder, as every lock under a URL does."""
    report = tmp_path / "稿" / "r.yaml"
    report.parent.mkdir()
    report.write_text("格式: 1\n文档: {编号: r, 标题: 测, 日期: 2026-03-08}\n正文:\n  - 段: 好。\n", encoding="utf-8")
    os.utime(report, (1_700_000_000, 1_700_000_000))
    out = tmp_path / "成品 一"
    task, manner = Task("报", "r", report, out.as_uri()), Manner(cache=str(tmp_path / "cache"))
    assert [make(task, manner).status for _ in range(2)] == ["delivered", "unchanged"]
    (out / "r-press.pdf").write_bytes(b"torn")
    assert [make(task, manner).status for _ in range(2)] == ["delivered", "unchanged"]
