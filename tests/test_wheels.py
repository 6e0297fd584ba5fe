"""An install without a network: every locked package has a ready wheel for x86-64 and for ARM64."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
STATED = [line.split(" ") for line in (ROOT / "docs" / "wheels.txt").read_text(encoding="utf-8").splitlines()]
"""Architecture, sha256 and name of every wheel that `make wheelhouse` fetched for Python 3.11."""


def compared(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned() -> dict[str, tuple[str, frozenset[str]]]:
    """Version and digests of every package of the lock."""
    found = {}
    for part in re.split(r"\n(?=\S)", LOCK):
        head = re.match(r"([\w.-]+)==(\S+)(.*)", part)
        assert head is not None
        if "win32" not in head[3] and ">=" not in head[3]:  # of Python 3.11, on Linux
            found[compared(head[1])] = (head[2], frozenset(re.findall(r"sha256:(\w{64})", part)))
    return found


@pytest.mark.parametrize("architecture", ["x86_64", "aarch64"])
def test_every_locked_package_has_a_wheel(architecture: str) -> None:
    wheels = {compared(name.split("-")[0]): (digest, name) for arch, digest, name in STATED if arch == architecture}
    locked = pinned()
    assert locked.keys() - wheels.keys() == set()
    for package, (version, digests) in locked.items():
        digest, name = wheels[package]
        assert digest in digests, f"{name} is not of the lock: fetch the wheels again"
        assert name.split("-")[1] == version
        assert name.endswith(("-any.whl", f"_{architecture}.whl"))
