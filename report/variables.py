"""Variables of the environment, for a while or for another process."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

INSTALLED = frozenset({"site-packages", "dist-packages"})
"""Folders of packages, which every Python looks into, after its own library."""


def surroundings(environ: Mapping[str, str]) -> dict[str, str]:
    """The variables with which another Python finds this package, and takes no module from the folder that it runs in:
    a report.py or a random.py of the user's would come before ours and Python's own."""
    home = Path(__file__).resolve().parents[1]
    if home.name in INSTALLED:  # named there, what lies beside it would come before Python's own library
        return {"PYTHONSAFEPATH": "1"}
    path = os.pathsep.join((str(home), *filter(None, [environ.get("PYTHONPATH")])))
    return {"PYTHONPATH": path, "PYTHONSAFEPATH": "1"}


@contextmanager
def meanwhile(values: Mapping[str, str]) -> Iterator[None]:
    """This process's own environment with these values."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
