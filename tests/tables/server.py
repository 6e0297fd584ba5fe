"""A PostgreSQL server of Debian's package, started for tests in a folder of its own and stopped after them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

PASSWORD = "好p@ss/w:rd"


class Server(NamedTuple):
    """Where the server listens: a folder of its socket, and a port of the loopback."""

    folder: Path
    port: int


def programs() -> Path:
    """The folder of initdb and pg_ctl; skips where they are missing, and fails in CI."""
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not folders:
        message = "PostgreSQL is not installed (apt-get install postgresql)"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return folders[-1]


def run(*command: object) -> None:
    """Run as the user of the package, since the server refuses to run as root."""
    own = [str(part) for part in command]
    if os.geteuid() == 0:
        own = ["runuser", "-u", "postgres", "--", *own]
    done = subprocess.run(own, cwd="/", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    assert done.returncode == 0, done.stdout


@contextmanager
def running() -> Iterator[Server]:
    """A server with a superuser `postgres` whose password is PASSWORD; its folder goes when it stops."""
    programs_folder = programs()
    folder = Path(tempfile.mkdtemp(prefix="banxin-pg-"))
    try:
        (folder / "password").write_text(PASSWORD, encoding="utf-8")
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
            shutil.chown(folder / "password", "postgres")
        initial = ("-U", "postgres", "-A", "scram-sha-256", "--pwfile", folder / "password", "-E", "UTF8", "--no-sync")
        run(programs_folder / "initdb", "-D", folder / "data", "--no-locale", *initial)
        port = free_port()
        options = f"-k {folder} -h 127.0.0.1 -p {port} -F"
        control = (programs_folder / "pg_ctl", "-D", folder / "data", "-w")
        run(*control, "-l", folder / "log", "-o", options, "start")
        try:
            yield Server(folder, port)
        finally:
            run(*control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def free_port() -> int:
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        return int(own.getsockname()[1])
