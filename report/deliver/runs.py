"""Where what is known of the runs of a job file is kept: their lock, their journal, their heartbeats."""

from __future__ import annotations

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from report.deliver.cache import default_folder

HOME = ".banxin"
"""The folder beside the job file."""


def home_of(jobs: Path, environ: Mapping[str, str], *, reading: bool = False) -> Path:
    """The folder beside the job file; where nothing can be written there (a job file that is mounted to be read only),
    one in the cache, a job file each. Who only reads (`reading`) needs no leave to write."""
    beside = jobs.parent / HOME
    there = beside if os.path.lexists(beside) else jobs.parent
    if (reading and there is beside) or os.access(there, os.W_OK):
        return beside
    cache = default_folder(environ)
    return cache / "runs" / sha256(os.fsencode(jobs.resolve())).hexdigest()[:16] if cache else beside
