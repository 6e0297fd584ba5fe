"""Finished files onto the disk: each whole or not at all, all of them or none."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from report.named import NamedTuple
from report.problem import Problem, ReportError, problem

ASIDE = ".banxin-"
"""How the name of a folder begins in which files wait until all of them are whole."""

REFUSALS = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EACCES: "write-denied",
    errno.EPERM: "write-denied",
    errno.EROFS: "write-denied",
    errno.ENOTDIR: "not-a-folder",
    errno.EEXIST: "not-a-folder",
    errno.EISDIR: "not-a-folder",
    errno.ENOTEMPTY: "not-a-folder",
}
"""What a refusal of the system means to the user."""


class OutputError(ReportError):
    """A file cannot be written; nothing was changed."""


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put all of the files into the folder, or none; a reader never sees half of one. Raises OutputError.

    They go in the order given, so that what describes the others comes last: a run that is killed between two of them
    leaves a description that does not match, never one that lies.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder), TemporaryDirectory(prefix=ASIDE, dir=folder, ignore_cleanup_errors=True) as aside:
            new, old = Path(aside, "new"), Path(aside, "old")
            new.mkdir()
            old.mkdir()
            for name, data in files.items():
                _write_synced(new / name, data)
            _swap(folder, tuple(files), new, old)
        _sync_folder(folder)
    except OSError as error:
        raise OutputError([refusal(error, folder)]) from error


class Whole(NamedTuple):
    """A folder to be added: its name ("" for none), its files, and the folders beside it that it makes superfluous."""

    name: str
    files: Mapping[str, bytes]
    spare: tuple[str, ...] = ()


def write_folder(home: Path, choose: Callable[[Sequence[str]], Whole]) -> Path | None:
    """Add a folder with files to a folder of such, whole or not at all, and take away what it makes superfluous.

    `choose` is told the names that are there and answers what is to be added; no other writer comes between. Nothing
    is taken away before the new folder stands. Raises OutputError.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        with _alone(home), TemporaryDirectory(prefix=ASIDE, dir=home, ignore_cleanup_errors=True) as aside:
            present = [path.name for path in home.iterdir() if path.is_dir() and not path.name.startswith(ASIDE)]
            whole = choose(sorted(present))
            new = Path(aside, "new")
            if whole.name:
                new.mkdir()
                for name, data in whole.files.items():
                    _write_synced(new / name, data)
                _sync_folder(new)
                new.rename(home / whole.name)
                _sync_folder(home)
            for number, name in enumerate(whole.spare):
                (home / name).rename(Path(aside, f"old-{number}"))  # gone at once; its files go with what is aside
        return home / whole.name if whole.name else None
    except OSError as error:
        raise OutputError([refusal(error, home)]) from error


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder against other writers while files change, and clear away what a killed one left behind.

    The lock is the system's and dies with its process; where there is none (Windows, some network shares) two writers
    may cross, and what a killed one left stays.
    """
    with ExitStack() as held:
        with suppress(OSError, ImportError):
            import fcntl

            handle = os.open(folder, os.O_RDONLY)
            held.callback(os.close, handle)
            fcntl.flock(handle, fcntl.LOCK_EX)
            for left in folder.glob(f"{ASIDE}*"):
                shutil.rmtree(left, ignore_errors=True)
        yield


def _write_synced(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _swap(folder: Path, names: tuple[str, ...], new: Path, old: Path) -> None:
    """New files into their places; when one refuses, or the user interrupts, those already there go back."""
    try:
        for name in names:
            if (folder / name).is_file():
                _keep(folder / name, old / name)
            (new / name).replace(folder / name)
    except BaseException:
        for name in names:
            _put_back(folder / name, new / name, old / name)
        raise


def _put_back(path: Path, new: Path, old: Path) -> None:
    """Undo one step of a swap, as far as it went."""
    with suppress(OSError):
        if new.exists():  # it never left
            return
        if old.exists():
            old.replace(path)
        else:
            path.unlink()


def _keep(path: Path, spare: Path) -> None:
    """A second name for a file, or a copy where the file system has no links."""
    try:
        spare.hardlink_to(path)
    except OSError:
        shutil.copy2(path, spare)


def _sync_folder(folder: Path) -> None:
    """Make the new names last through a power cut; a system that opens no folders (Windows) does so by itself."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def refusal(error: OSError, folder: Path) -> Problem:
    """What the system refused, with the file that the user knows."""
    code = REFUSALS.get(error.errno or 0, "cannot-write")
    file = _meant(Path(str(error.filename2 or error.filename or folder)), folder)
    return problem(code, file=file, reason=error.strerror or error)


def _meant(path: Path, folder: Path) -> Path:
    """The file or folder that the user knows, for one that waits aside."""
    aside = next((i for i, part in enumerate(path.parts) if part.startswith(ASIDE)), len(path.parts))
    inner = path.parts[aside + 2 :]  # below ASIDE and `new` or `old`
    return folder.joinpath(*inner) if aside < len(path.parts) else path
