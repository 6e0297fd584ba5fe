"""new: a folder with a small report that works, from two questions or from options."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Mapping
from pathlib import Path

from report.commands.arguments import GOOD, Arguments, Usage, near, path_of, some
from report.deliver.output import write_files
from report.messages import fill
from report.messages.starting import THEME_NAMES
from report.problem import ContentError, problem
from report.terminal import Screen

LONGEST = 28
"""Characters of a title that every theme has room for on one line."""
TRIES = 3


def new_arguments() -> Arguments:
    parser = Arguments("new")
    parser.add_argument("folder", type=path_of, metavar="DIR")
    parser.add_argument("--theme", type=some, metavar="NAME")
    parser.add_argument("--title", type=some, metavar="TEXT")
    parser.add_argument("--id", type=some, metavar="ID")
    parser.flags("--yes", "--json")
    return parser


def new(asked: argparse.Namespace, screen: Screen, _environ: Mapping[str, str]) -> int:
    """A new folder with everything a first build needs."""
    from report.starter import REPORT, Wish, starter

    folder: Path = asked.folder
    _check_folder(folder)
    theme = _theme(asked, screen)
    title = _title(asked, theme, screen)
    files = starter(Wish(_identifier(asked, folder), title, theme, screen.language))
    write_files(folder, files)
    told = {"folder": folder.as_posix(), "theme": theme, "title": title, "files": sorted(files)}
    if asked.json:
        screen.say_json({**told, "problems": []})
    else:
        said = {"folder": folder.as_posix(), "report": quoted(folder / REPORT), "files": "、".join(files)}
        screen.say(screen.word("started", **said))
    return GOOD


def quoted(path: Path) -> str:
    """A path as it is typed into a shell, of Windows as well."""
    return path.as_posix() if re.fullmatch(r"[\w./:-]+", path.as_posix()) else f'"{path.as_posix()}"'


def _check_folder(folder: Path) -> None:
    """Only a folder that is new, or empty, so that nothing can be written over."""
    try:
        free = not os.path.lexists(folder) or (folder.is_dir() and not any(folder.iterdir()))
    except OSError:
        free = False
    if not free:
        raise ContentError([problem("new-folder-taken", folder=folder)])


def _identifier(asked: argparse.Namespace, folder: Path) -> str:
    from report.starter import IDENTIFIER, identifier

    if asked.id is None:
        return identifier(folder.resolve().name)
    if not IDENTIFIER.fullmatch(asked.id):
        raise Usage("new-id", "new", id=asked.id)
    return str(asked.id)


def _theme(asked: argparse.Namespace, screen: Screen) -> str:
    """The theme of the option, of the answer, or the first."""
    from report.starter import THEMES

    known = {name: name for name in THEMES}
    for number, name in enumerate(THEMES, 1):
        known |= {str(number): name, **dict.fromkeys(THEME_NAMES[name][:2], name)}
    if asked.theme is not None:
        if asked.theme not in known:
            raise Usage("new-theme", "new", name=asked.theme, near=near(asked.theme, THEMES), all="、".join(THEMES))
        return known[asked.theme]
    rows = (f"  {i} {fill(THEME_NAMES[name], screen.language)[0]} {name}" for i, name in enumerate(THEMES, 1))
    for _ in range(TRIES if screen.answers and not asked.yes else 0):
        answer = screen.ask("\n".join([screen.word("ask-theme"), *rows, "[1] "]))
        if answer in known or not answer:
            return known.get(answer, next(iter(THEMES)))
        screen.mutter(screen.word("ask-again"))
    return next(iter(THEMES))


def _title(asked: argparse.Namespace, theme: str, screen: Screen) -> str:
    from report.starter import THEMES

    title = asked.title
    if title is None and screen.answers and not asked.yes:
        title = screen.ask(screen.word("ask-title") + f" [{THEMES[theme]}] ")
    title = (title or THEMES[theme]).strip()
    if len(title) > LONGEST or not title.isprintable():
        raise Usage("new-title", "new", title=title, limit=str(LONGEST))
    return title
