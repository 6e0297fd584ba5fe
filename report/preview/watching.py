"""Files that a report is made of, watched: whatever a build would read, and whatever may come to be missing no more."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

from report.preview.show import Show
from report.preview.takes import Stamp, stamp

STEP = 15
"""Milliseconds without a change after which a save is taken to be over."""
LONGEST = 200
"""Milliseconds after which changes that do not end are looked at all the same."""
LOOK = 1000
"""Milliseconds after which files are looked at though nothing was heard: shared folders do not tell."""
FOLDERS = 64
"""Folders beside the report that are watched for files that are missing."""


async def watch(show: Show, stop: asyncio.Event) -> None:
    """Takes the report again whenever a file of it changes, until the stop."""
    from watchfiles import awatch

    await show.retake()
    while not stop.is_set():
        known, folders = _stamps(show), _folders(show)
        heard = awatch(
            *folders,
            watch_filter=None,
            recursive=False,
            step=STEP,
            debounce=LONGEST,
            rust_timeout=LOOK,
            yield_on_timeout=True,
            stop_event=stop,
        )
        async for changes in heard:
            now = _stamps(show)
            if _moved(known, now) or (changes and _incomplete(show, {Path(path) for _, path in changes})):
                await show.retake()
                known = {**_stamps(show), **now}
                if _folders(show) != folders:
                    break
            else:
                known = {**now, **known}


def _stamps(show: Show) -> Mapping[str, Stamp]:
    take = show.take
    return {file: stamp(file) for file in (take.inputs if take is not None else ())}


def _moved(known: Mapping[str, Stamp], now: Mapping[str, Stamp]) -> bool:
    """Whether a file is not what it was when it was read; one that is new among them was read just now."""
    return any(known.get(file, found) != found for file, found in now.items())


def _incomplete(show: Show, changed: set[Path]) -> bool:
    """Whether what changed beside the inputs may mend something: a picture that was missing, a table."""
    take = show.take
    wrong = take is None or any(one.severity == "error" for one in take.problems)
    return wrong and any(path.suffix not in ("", ".part", ".swp", ".tmp") and path.name[:1] != "." for path in changed)


def _folders(show: Show) -> tuple[Path, ...]:
    """The folders of all inputs, and the report's own with those in it."""
    home = show.home.resolve()
    found = {home}
    try:
        inner = sorted(path for path in home.iterdir() if path.is_dir() and path.name[:1] not in (".", "_"))
    except OSError:
        inner = []
    found.update(inner[:FOLDERS])
    found.update(Path(file).resolve().parent for file in (show.take.inputs if show.take is not None else ()))
    return tuple(sorted(folder for folder in found if folder.is_dir()))
