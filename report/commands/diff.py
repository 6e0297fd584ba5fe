"""diff: two editions to what changed between them."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from report.commands.arguments import GOOD, Arguments, Usage, path_of, some
from report.deliver.output import write_files
from report.messages import fill
from report.messages.changes import WORDS
from report.terminal import Screen


def diff_arguments() -> Arguments:
    parser = Arguments("diff")
    parser.add_argument("old", type=path_of, metavar="OLD")
    parser.add_argument("new", type=path_of, metavar="NEW")
    parser.add_argument("--only", type=some, metavar="NAME")
    parser.add_argument("--pdf", type=path_of, metavar="FILE.pdf")
    parser.flags("--json")
    return parser


def diff(asked: argparse.Namespace, screen: Screen, _environ: Mapping[str, str]) -> int:
    from report.deliver.differences import differences  # it brings pikepdf and pdfium
    from report.deliver.differences.telling import as_json, as_text

    found = differences(asked.old, asked.new, asked.only or "")
    if asked.pdf:
        _check_target(asked.pdf, (*found.old.files.values(), *found.new.files.values()))
        from report.deliver.differences.marking import marked_copy

        write_files(asked.pdf.parent, {asked.pdf.name: marked_copy(found, screen.language)})
    if asked.json:
        screen.say_json(as_json(found))
    else:
        screen.say(as_text(found, screen.language))
        if asked.pdf:
            screen.say(fill(WORDS["written"], screen.language, [("file", asked.pdf)])[0])
    return GOOD


def _check_target(target: Path, files: tuple[Path, ...]) -> None:
    """The marked copy is a PDF of its own."""
    if target.suffix.lower() != ".pdf" or target.resolve() in {file.resolve() for file in files}:
        raise Usage("diff-target", "diff", file=str(target))
