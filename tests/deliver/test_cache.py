"""The cache: safe to delete, safe to damage, never larger than its limit."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from report.deliver.cache import FolderCache, RunCache, default_folder


@pytest.fixture(params=["folder", "run"])
def any_cache(request: pytest.FixtureRequest, tmp_path: Path) -> FolderCache | RunCache:
    return FolderCache(tmp_path / "new" / "cache") if request.param == "folder" else RunCache()


def files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file())


def test_what_is_put_can_be_got(any_cache: FolderCache | RunCache) -> None:
    assert any_cache.get("钥匙") is None
    any_cache.put("钥匙", b"one")
    any_cache.put("钥匙", b"two")
    any_cache.put("other", b"")
    assert (any_cache.get("钥匙"), any_cache.get("other")) == (b"two", b"")


def test_another_process_finds_it(tmp_path: Path) -> None:
    FolderCache(tmp_path).put("k", b"data")
    assert FolderCache(tmp_path).get("k") == b"data"


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 40])
def test_damaged_is_the_same_as_absent(damage: bytes, tmp_path: Path) -> None:
    kept = FolderCache(tmp_path)
    kept.put("k", b"data")
    (entry,) = files(tmp_path)
    entry.write_bytes(damage)
    assert kept.get("k") is None
    assert files(tmp_path) == []


def test_one_bit_is_damage_enough(tmp_path: Path) -> None:
    kept = FolderCache(tmp_path)
    kept.put("k", b"data")
    (entry,) = files(tmp_path)
    data = bytearray(entry.read_bytes())
    data[-1] ^= 1
    entry.write_bytes(data)
    assert kept.get("k") is None


def test_the_longest_unused_go_first(tmp_path: Path) -> None:
    kept = FolderCache(tmp_path, limit=1000)
    for number, key in enumerate("abcd"):
        kept.put(key, bytes(200))
        entry = max(files(tmp_path), key=lambda p: p.stat().st_mtime_ns)
        os.utime(entry, ns=(number, number))
    assert kept.get("a") is not None, "used just now"
    kept.put("e", bytes(200))
    assert [key for key in "abcde" if kept.get(key) is not None] == ["a", "d", "e"]
    assert sum(p.stat().st_size for p in files(tmp_path)) <= 800


def test_what_is_larger_than_the_cache_is_not_kept(tmp_path: Path) -> None:
    kept = FolderCache(tmp_path, limit=1000)
    kept.put("small", bytes(100))
    kept.put("large", bytes(900))
    assert (kept.get("small"), kept.get("large")) == (bytes(100), None)


def test_a_full_disk_is_silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = FolderCache(tmp_path)

    def full(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:5])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    kept.put("k", b"data")
    assert kept.get("k") is None
    assert files(tmp_path) == []


def test_a_file_in_the_way_is_silent(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    kept = FolderCache(tmp_path / "file")
    kept.put("k", b"data")
    assert kept.get("k") is None
    assert (tmp_path / "file").read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {"BANXIN_CACHE": "c", "HOME": "h"}, "c"),
        ("linux", {"XDG_CACHE_HOME": "x", "HOME": "h"}, "x/banxin"),
        ("linux", {"HOME": "h"}, "h/.cache/banxin"),
        ("linux", {}, None),
        ("win32", {"LOCALAPPDATA": "l", "HOME": "h"}, "l/banxin"),
        ("win32", {}, None),
    ],
)
def test_where_it_is(
    platform: str, environ: dict[str, str], folder: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    found = default_folder(environ)
    assert (found and found.as_posix()) == folder
