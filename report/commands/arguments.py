"""What all commands share: exit codes, the reading of arguments, the complaint about wrong ones."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from report.likeness import likest
from report.problem import ReportError, valued

FLAGS = ("--json", "--no-cache", "--force", "--draft")
"""Options without a value."""
GOOD, FAULT, CONTENT, LAYOUT, USAGE, INTERRUPTED = 0, 1, 2, 3, 64, 130


class Usage(ReportError):
    """The command line is wrong."""

    exit_code = USAGE

    def __init__(self, code: str, command: str = "", **values: str) -> None:
        from report.messages.helping import SYNOPSES  # the usual command line is right

        super().__init__([valued(code, None, "error", {**values, "usage": SYNOPSES[command]})])


def near(word: str, known: Iterable[str]) -> str:
    return likest(word, known, 0.7)


class Arguments(argparse.ArgumentParser):
    """argparse, but its complaints are ours: in the user's language and with the contract's exit code."""

    COMPLAINTS = (
        (r"unrecognized arguments: (?P<what>.+)", "unknown-argument"),
        (r"argument (?P<what>[^:]+): expected one argument", "needs-value"),
        (r"argument (?P<what>[^:]+): ignored explicit argument .*", "takes-no-value"),
        (r"argument (?P<what>[^:]+): invalid choice.*", "not-a-choice"),
        (r"argument (?P<what>[^:]+): invalid \w+ value.*", "needs-value"),
        (r"the following arguments are required: (?P<what>.+)", "needs-argument"),
    )

    def __init__(self, command: str) -> None:
        super().__init__(prog=command, add_help=False, allow_abbrev=False)
        self.add_argument("--lang", choices=["zh", "en"])

    def flags(self, *names: str) -> None:
        for name in names:
            self.add_argument(name, action="store_true")

    def error(self, message: str) -> NoReturn:
        for pattern, code in self.COMPLAINTS:
            if found := re.fullmatch(pattern, message):
                raise self._complaint(code, found["what"])
        raise self._complaint("unknown-argument", message)

    def _complaint(self, code: str, what: str) -> Usage:
        alike = near(what, [flag for action in self._actions for flag in action.option_strings])
        return Usage(code, self.prog, what=what, **({"near": alike} if code == "unknown-argument" else {}))


def some(text: str) -> str:
    """An argument that must not be empty: `-o "$DIR"` with DIR unset is a mistake, not the current folder."""
    if not text:
        raise ValueError
    return text


def path_of(text: str) -> Path:
    return Path(some(text))
