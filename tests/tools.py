"""Programs that are not ours, by which tests judge: found, or the test is skipped (a failure where CI=true)."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import NoReturn

import pytest


def need(program: str) -> str:
    """The path of a program; skips the test where it is missing, and fails it in CI."""
    found = shutil.which(program)
    if found is None:
        missing(f"{program} is not installed")
    return found


def missing(message: str) -> NoReturn:
    """Skips the test where something is not installed, and fails it in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def run(program: str, *arguments: object) -> str:
    """What the program prints; a failure of the program is a failure of the test, with its words."""
    done = subprocess.run([need(program), *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{program}: {done.stdout}{done.stderr}"
    return done.stdout
