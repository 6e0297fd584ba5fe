"""Files appear whole or not at all, all of them or none."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from report.deliver import output
from report.deliver.output import OutputError, write_files
from report.messages import render

OLD = {"a.pdf": b"old a", "summary.json": b"old s", "lock.json": b"old l"}
NEW = {"a.pdf": b"new a", "b.pdf": b"new b", "summary.json": b"new s", "lock.json": b"new l"}


def held(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_files_replace_those_of_the_same_name(tmp_path: Path) -> None:
    folder = tmp_path / "made" / "as needed"
    write_files(folder, {**OLD, "of others.txt": b"stays"})
    write_files(folder, NEW)
    assert held(folder) == {**NEW, "of others.txt": b"stays"}
    assert [p.name for p in folder.iterdir() if p.is_dir()] == []


def test_a_link_is_replaced_and_what_it_led_to_stays(tmp_path: Path) -> None:
    (tmp_path / "far").write_bytes(b"far")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.pdf").symlink_to(tmp_path / "far")
    write_files(tmp_path / "out", NEW)
    assert (tmp_path / "far").read_bytes() == b"far"
    assert held(tmp_path / "out") == NEW


@pytest.mark.parametrize("error", [PermissionError(errno.EACCES, "in use"), KeyboardInterrupt()])
@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("name", NEW)
def test_what_was_swapped_goes_back(
    name: str, after: bool, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At every step: Windows refuses a file that a viewer has open; Ctrl-C comes just before or just after a step."""
    write_files(tmp_path, OLD)
    replace = Path.replace

    def fail(path: Path, target: Path) -> Path:
        if path.parent.name == "new" and path.name == name:
            if after:
                replace(path, target)
            raise error
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutputError if isinstance(error, OSError) else KeyboardInterrupt):
        write_files(tmp_path, NEW)
    assert held(tmp_path) == OLD


def test_a_refusal_names_the_file_that_the_user_knows(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").mkdir()
    with pytest.raises(OutputError) as caught:
        write_files(tmp_path, NEW)
    assert dict(caught.value.problems[0].values)["file"] == str(tmp_path / "b.pdf")
    folder = tmp_path / "c"
    with pytest.raises(OutputError) as caught:
        write_files(folder, {"d" * 300: b""})
    assert dict(caught.value.problems[0].values)["file"] == str(folder / ("d" * 300))


def test_without_links_there_are_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, OLD)

    def no_links(_path: Path, _target: Path) -> None:
        raise OSError(errno.EOPNOTSUPP, "not here")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    (tmp_path / "lock.json").unlink()
    (tmp_path / "lock.json").mkdir()
    with pytest.raises(OutputError):
        write_files(tmp_path, NEW)
    assert held(tmp_path) == {k: v for k, v in OLD.items() if k != "lock.json"}


def test_a_disk_that_fills_up_half_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, OLD)
    sync, left = os.fsync, [2]

    def fill(handle: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        sync(handle)

    monkeypatch.setattr("os.fsync", fill)
    with pytest.raises(OutputError) as caught:
        write_files(tmp_path, NEW)
    assert held(tmp_path) == OLD
    assert [render(p, "en") for p in caught.value.problems] == [
        f"error[disk-full] cannot write {tmp_path}: the disk is full; "
        "the old files are untouched; free some space, or choose another folder with -o"
    ]


def test_a_folder_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, OLD)

    def refuse(_folder: str, _mode: int = 0) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(tmp_path / ".banxin-x"))

    monkeypatch.setattr(os, "mkdir", refuse)
    with pytest.raises(OutputError) as caught:
        write_files(tmp_path, NEW)
    assert dict(caught.value.problems[0].values) == {"file": str(tmp_path), "reason": "Permission denied"}
    assert caught.value.problems[0].code == "write-denied"
    assert held(tmp_path) == OLD


WRITER = """
import itertools, sys
from pathlib import Path
from report.deliver.output import write_files
print("ready", flush=True)
for letter in itertools.cycle("BA"):
    write_files(Path(sys.argv[1]), {name: letter.encode() * 200_000 for name in ("a.pdf", "b.pdf", "lock.json")})
"""


@pytest.mark.skipif(os.name == "nt", reason="no kill -9")
def test_a_writer_killed_at_any_moment_leaves_whole_files(tmp_path: Path) -> None:
    names = ("a.pdf", "b.pdf", "lock.json")
    whole = {letter.encode() * 200_000 for letter in "AB"}
    write_files(tmp_path, dict.fromkeys(names, b"A" * 200_000))
    for moment in range(20):
        line = [sys.executable, "-c", WRITER, str(tmp_path)]
        writer = subprocess.Popen(line, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
        assert writer.stdout is not None
        with writer.stdout as words:
            assert words.readline() == b"ready\n"
            time.sleep(moment * 0.0007)
            writer.send_signal(signal.SIGKILL)
        writer.wait()
        shown = {p.name: p.read_bytes() for p in tmp_path.iterdir() if not p.name.startswith(output.ASIDE)}
        assert shown.keys() == set(names)
        assert set(shown.values()) <= whole
    write_files(tmp_path, NEW)
    assert {p.name for p in tmp_path.iterdir()} == {*NEW, "lock.json"}, "what the killed left behind is swept"
