"""Where finished files go: a folder of this machine or a share, or any URL that fsspec knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from report.deliver.output import OutputError, write_files
from report.problem import problem

INSTALL = 'pip install "banxin[dask]"'
HERE = "memory"
"""The scheme of files that live in one process only."""


def write(folder: str, files: Mapping[str, bytes]) -> None:
    """Put the files into a folder or under a URL, each whole or not at all. Raises OutputError."""
    path = local(folder)
    if path is not None:
        write_files(path, files)
    else:
        _send(folder, files)


def local(folder: str) -> Path | None:
    """The folder of this machine that a place names; None for a URL that leads elsewhere."""
    if "://" not in folder:
        return Path(folder)
    parts = urlsplit(folder)
    if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
        return None
    from urllib.request import url2pathname  # takes 12 ms to read

    return Path(url2pathname(parts.path))


def fetched(url: str, wanted: Callable[[str], bool]) -> Mapping[str, bytes]:
    """The wanted files under a URL by name; none where nothing can be read there."""
    path = local(url)
    try:
        if path is not None:
            return {one.name: one.read_bytes() for one in path.iterdir() if wanted(one.name)}
        import fsspec  # type: ignore[import-untyped]

        system, root = fsspec.core.url_to_fs(url)
        names = [name for path in system.ls(root, detail=False) if wanted(name := path.rstrip("/").rpartition("/")[2])]
        return {name: system.cat_file(f"{root.rstrip('/')}/{name}") for name in names}
    except Exception:  # whatever it is: the build writes there, and says what is wrong
        return {}


def _send(folder: str, files: Mapping[str, bytes]) -> None:
    """In one transaction of the file system: what was sent appears when all of it has been."""
    try:
        import fsspec
    except ModuleNotFoundError as error:
        raise OutputError([problem("url-needs-fsspec", file=folder, command=INSTALL)]) from error
    try:
        system, root = fsspec.core.url_to_fs(folder)
        system.makedirs(root, exist_ok=True)
        with system.transaction:
            for name, data in files.items():
                with system.open(f"{root.rstrip('/')}/{name}", "wb") as file:
                    file.write(data)
    except Exception as error:  # each file system has errors of its own
        raise OutputError([problem("url-refused", file=folder, reason=str(error) or type(error).__name__)]) from error
