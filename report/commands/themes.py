"""theme new, check, specimen: a theme begun, judged, shown."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from pathlib import Path

from report import resources
from report.commands.arguments import CONTENT, GOOD, Arguments, path_of, some
from report.commands.reports import cache_of, fonts_of
from report.deliver.output import write_files
from report.problem import ContentError, problem
from report.terminal import Screen

CONDITION = "FOGRA39"
"""The printing condition that themes are judged for: the one of a report that names none."""


def new_arguments() -> Arguments:
    parser = Arguments("theme new")
    parser.add_argument("folder", type=path_of, metavar="DIR")
    parser.add_argument("--from", dest="parent", type=some, default="brochure", metavar="THEME")
    parser.flags("--json")
    return parser


def check_arguments() -> Arguments:
    parser = Arguments("theme check")
    parser.add_argument("theme", type=path_of, metavar="THEME|DIR")
    parser.flags("--json")
    return parser


def specimen_arguments() -> Arguments:
    parser = Arguments("theme specimen")
    parser.add_argument("theme", type=path_of, metavar="THEME|DIR")
    parser.add_argument("-o", dest="file", type=path_of, metavar="FILE.pdf")
    parser.flags("--json", "--no-cache")
    return parser


def new(asked: argparse.Namespace, screen: Screen, _environ: Mapping[str, str]) -> int:
    """A folder with a theme that inherits from another one."""
    from report.content.themecheck.starter import starter

    folder: Path = asked.folder
    if folder.name in ("", "..") or not folder.name.strip("."):
        raise ContentError([problem("theme-folder-name", name=folder)])
    if Path(asked.parent).name != asked.parent:
        raise ContentError([problem("theme-folder-name", name=asked.parent)])
    if os.path.lexists(folder):
        raise ContentError([problem("folder-exists", folder=folder)])
    write_files(folder, {"theme.yaml": starter(folder.name, asked.parent, folder.parent).encode("utf-8")})
    if asked.json:
        screen.say_json({"folder": folder.as_posix(), "theme": folder.name, "problems": []})
    else:
        screen.say(screen.word("theme-written", folder=folder, name=folder.name))
    return GOOD


def theme_folder(given: Path) -> Path:
    """A folder with a theme, or a built-in theme by its name."""
    if (given / "theme.yaml").is_file() or given.name != str(given):
        return given
    return resources.themes() / given.name


def check(asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> int:
    """Every problem of a theme."""
    from report.content.catalogue import read_catalogues
    from report.content.themecheck.checking import Press, check_theme
    from report.pdf.intent import condition_named

    condition = condition_named(CONDITION, None)
    press = Press(read_catalogues(resources.fonts() / "fonts.yaml", fonts_of(environ)), condition.path, condition.ink)
    theme, problems = check_theme(theme_folder(asked.theme), press)
    screen.tell(problems, str(asked.theme))
    counts = {f"{kind}s": sum(p.severity == kind for p in problems) for kind in ("error", "warning", "notice")}
    if asked.json:
        screen.say_json({"theme": theme.name, **counts, "problems": screen.told(problems, str(asked.theme))})
    elif counts["errors"] or counts["warnings"]:
        screen.say(screen.word("found", **counts))
    else:
        screen.say(screen.word("good"))
    return CONTENT if counts["errors"] else GOOD


def specimen(asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> int:
    """A theme as a book that shows all it has."""
    from report.content.catalogue import read_catalogues
    from report.content.theme import read_theme
    from report.pdf.intent import condition_named
    from report.specimen import STANDARDS, Bench
    from report.specimen import specimen as made

    theme = read_theme(theme_folder(asked.theme))
    catalogue = read_catalogues(resources.fonts() / "fonts.yaml", fonts_of(environ))
    cache = cache_of(asked, environ)
    book = made(theme, Bench(catalogue, condition_named(CONDITION, None), cache, screen.progress))
    file: Path = asked.file or Path(f"{theme.name}-specimen.pdf")
    screen.progress("write", 0, 1)
    write_files(file.parent, {file.name: book.data})
    screen.tell(book.problems, str(asked.theme))
    said = {"path": file.as_posix(), "pages": book.pages, "standards": list(STANDARDS)}
    if asked.json:
        screen.say_json({"theme": theme.name, **said, "problems": screen.told(book.problems, str(asked.theme))})
    else:
        screen.say(screen.word("specimen", **{**said, "standards": " ".join(STANDARDS)}))
    return GOOD
