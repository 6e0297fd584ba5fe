"""The command line: arguments in, exit code out. The only place that prints."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TextIO

from report import __version__, resources
from report.deliver import output
from report.deliver.cache import FolderCache, RunCache, default_folder
from report.messages import ROWS, Language, as_json, fill, render
from report.messages.command import HELP, WORDS
from report.problem import Problem, ReportError
from report.terminal import Progress

if TYPE_CHECKING:
    from report.pipeline import Built

GOOD, FAULT, CONTENT, USAGE, INTERRUPTED = 0, 1, 2, 64, 130


class Usage(Exception):
    """The command line is wrong; a row of WORDS says how."""

    def __init__(self, word: str, **values: str) -> None:
        super().__init__(word)
        self.word, self.values = word, values


class Screen(NamedTuple):
    """Where a command writes and in what language; `started` is when the run began (perf_counter)."""

    out: TextIO
    err: TextIO
    language: Language
    progress: Progress
    started: float

    @property
    def seconds(self) -> float:
        return perf_counter() - self.started

    def say(self, text: str) -> None:
        print(text, file=self.out)

    def tell(self, problems: Sequence[Problem], file: Path) -> None:
        """Problems, one a line, below the progress."""
        self.progress.close()
        for problem in problems:
            print(render(problem, self.language, str(file)), file=self.err)

    def word(self, key: str, **values: object) -> str:
        return fill(WORDS[key], self.language, values.items())[0]


def run() -> NoReturn:
    """The console script `banxin`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a pipe or a file gets UTF-8 whatever the system's old code page
            stream.reconfigure(errors="backslashreplace", **({} if stream.isatty() else {"encoding": "utf-8"}))
    try:
        code = main(sys.argv[1:], sys.stdout, sys.stderr, os.environ)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has gone (`banxin ... | head`); nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = FAULT
    sys.exit(code)


def main(argv: Sequence[str], stdout: TextIO, stderr: TextIO, environ: Mapping[str, str]) -> int:
    """Run one command and return its exit code (contract.md)."""
    language = _language(argv, environ)
    screen = Screen(stdout, stderr, language, Progress(stderr, language, environ), perf_counter())
    try:
        return _run(argv, screen, environ)
    except Usage as wrong:
        print(screen.word("usage", what=screen.word(wrong.word, **wrong.values)), file=stderr)
        print(fill(HELP[""], language)[0], file=stderr, end="")
        return USAGE
    except KeyboardInterrupt:
        screen.progress.close()
        print(screen.word("interrupted"), file=stderr)
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as fault:
        screen.progress.close()
        if environ.get("BANXIN_DEBUG"):
            traceback.print_exception(fault, file=stderr)
        print(screen.word("fault", what=f"{type(fault).__name__}: {fault}"), file=stderr)
        return FAULT


def _run(argv: Sequence[str], screen: Screen, environ: Mapping[str, str]) -> int:
    name, rest = _command(argv)
    if "-h" in rest or "--help" in rest:
        screen.out.write(fill(HELP[name], screen.language)[0])
        return GOOD
    if rest[:1] == ["--version"]:
        screen.say(f"banxin {__version__}")
        return GOOD
    command = COMMANDS[name]
    return command.run(command.arguments().parse_args(rest), screen, environ)


def _language(argv: Sequence[str], environ: Mapping[str, str]) -> Language:
    """--lang before BANXIN_LANG before Chinese; wanted before the arguments are read, since those may be wrong."""
    for flag, value in zip(argv, [*argv[1:], ""], strict=True):
        if flag == "--lang" or flag.startswith("--lang="):
            return "en" if (flag.removeprefix("--lang=") if "=" in flag else value) == "en" else "zh"
    return "en" if environ.get("BANXIN_LANG", "").lower().startswith("en") else "zh"


def _command(argv: Sequence[str]) -> tuple[str, list[str]]:
    """The name of the command and what follows it; `build` may be left out, help without a command is all help."""
    first = argv[0] if argv else ""
    if first in COMMANDS:
        return first, list(argv[1:])
    if first in ("-h", "--help"):
        return "", list(argv)
    near = get_close_matches(first, COMMANDS, 1, 0.7)
    if near and not Path(first).exists():
        raise Usage("unknown-command", name=first, near=near[0])
    return "build", list(argv)


class _Arguments(argparse.ArgumentParser):
    """argparse, but its complaints are ours: in the user's language and with the contract's exit code."""

    COMPLAINTS = (
        (r"unrecognized arguments: (?P<what>.+)", "unknown-argument"),
        (r"argument (?P<what>[^:]+): expected one argument", "needs-value"),
        (r"argument (?P<what>[^:]+): ignored explicit argument .*", "takes-no-value"),
        (r"argument (?P<what>[^:]+): invalid choice.*", "not-a-choice"),
        (r"the following arguments are required: (?P<what>.+)", "needs-argument"),
    )

    def error(self, message: str) -> NoReturn:
        for pattern, word in self.COMPLAINTS:
            if found := re.fullmatch(pattern, message):
                raise Usage(word, what=found["what"])
        raise Usage("unknown-argument", what=message)


def _arguments() -> _Arguments:
    parser = _Arguments(prog="banxin", add_help=False, allow_abbrev=False)
    parser.add_argument("--lang", choices=["zh", "en"])
    return parser


def _build_arguments() -> _Arguments:
    parser = _arguments()
    parser.add_argument("report", nargs="?", type=Path, metavar="REPORT")
    parser.add_argument("-o", dest="folder", type=Path, metavar="DIR")
    parser.add_argument("--only", default="", metavar="A,B")
    for flag in ("--json", "--no-cache", "--force", "--draft"):
        parser.add_argument(flag, action="store_true")
    return parser


def _check_arguments() -> _Arguments:
    parser = _arguments()
    parser.add_argument("report", type=Path, metavar="REPORT")
    for flag in ("--json", "--no-cache"):
        parser.add_argument(flag, action="store_true")
    return parser


def _explain_arguments() -> _Arguments:
    parser = _arguments()
    parser.add_argument("code", metavar="CODE")
    return parser


def _build(asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> int:
    report = asked.report or resources.sample()
    if report is None:
        raise Usage("no-sample")
    choices = output.Choices(tuple(n for n in re.split("[,，、]", asked.only) if n), asked.draft, _fonts(environ))
    folders = [asked.folder] if asked.folder else sorted(Path("out").glob("*"))
    if not asked.force and (kept := output.unchanged(report, folders, choices)):
        told = {**kept.summary, "seconds": round(screen.seconds, 3)}
        screen.say(_json(told) if asked.json else screen.word("unchanged", folder=kept.folder))
        return GOOD
    from report import pipeline

    try:
        options = pipeline.Options(*choices)
        built = pipeline.build(report, options, _cache(asked, environ), screen.progress)
        folder = asked.folder or Path("out", built.report_id)
        told = _deliver(built, report, folder, choices, screen)
    except ReportError as error:
        screen.tell(error.problems, report)
        if asked.json:
            screen.say(_json(output.no_summary(_told(error.problems, report, screen), screen.seconds)))
        return error.exit_code
    screen.tell(built.problems, report)
    screen.say(_json(told) if asked.json else _summary(told, built.title, screen))
    return GOOD


def _deliver(built: Built, report: Path, folder: Path, choices: output.Choices, screen: Screen) -> output.Json:
    """Write files, summary and lock; returns the summary. The seconds are those until the writing begins."""
    screen.progress("write", 0, 1)
    told = output.summary(built, folder, _told(built.problems, report, screen), screen.seconds)
    files = {file.name: file.data for file in built.files}
    files["summary.json"] = output.as_bytes(told)
    files[f"{built.report_id}.lock.json"] = output.as_bytes(output.lock(built, report, folder, choices))
    output.write_files(folder, files)
    return told


def _told(problems: Sequence[Problem], report: Path, screen: Screen) -> list[output.Json]:
    return [as_json(problem, screen.language, str(report)) for problem in problems]


def _summary(told: output.Json, title: str, screen: Screen) -> str:
    lines = [f"《{title}》" if screen.language == "zh" else title]
    lines += [
        "  "
        + screen.word(
            "file", **{**file, "size": _size(file["bytes"]), "standards": " ".join(file["standards"])}
        ).rstrip()
        for file in told["files"]
    ]
    warnings = sum(p["severity"] == "warning" for p in told["problems"])
    counts = {"fonts": len(told["fonts"]), "facts": told["figures"]["facts"], "warnings": warnings}
    return "\n".join([*lines, "  " + screen.word("counts", **counts, seconds=f"{told['seconds']:.2f}")])


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{count / 1e3:.0f} kB"


def _check(asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> int:
    from report import pipeline

    code = GOOD
    try:
        options = pipeline.Options(fonts=_fonts(environ))
        problems = tuple(pipeline.check(asked.report, options, _cache(asked, environ), screen.progress))
    except ReportError as error:
        problems, code = error.problems, error.exit_code
    errors = sum(p.severity == "error" for p in problems)
    warnings = sum(p.severity == "warning" for p in problems)
    screen.tell(problems, asked.report)
    if asked.json:
        screen.say(_json({"problems": _told(problems, asked.report, screen)}))
    else:
        screen.say(screen.word("found", errors=errors, warnings=warnings) if problems else screen.word("good"))
    return code or (CONTENT if errors else GOOD)


def _explain(asked: argparse.Namespace, screen: Screen, _environ: Mapping[str, str]) -> int:
    row = ROWS.get(asked.code)
    if row is None:
        near = (get_close_matches(asked.code, ROWS, 1, 0) or [""])[0]
        raise Usage("unknown-code", name=asked.code, near=near)
    message, hint = fill(row, screen.language)
    screen.say(f"{asked.code}\n  {message}" + (f"\n  {hint}" if hint else ""))
    return GOOD


def _fonts(environ: Mapping[str, str]) -> tuple[Path, ...]:
    """BANXIN_FONTS: further catalogues, separated as the system separates paths."""
    return tuple(Path(part) for part in environ.get("BANXIN_FONTS", "").split(os.pathsep) if part)


def _cache(asked: argparse.Namespace, environ: Mapping[str, str]) -> FolderCache | RunCache:
    folder = None if asked.no_cache else default_folder(environ)
    return FolderCache(folder) if folder else RunCache()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


class Command(NamedTuple):
    """A command: how its arguments are read, and what it does with them."""

    arguments: Callable[[], _Arguments]
    run: Callable[[argparse.Namespace, Screen, Mapping[str, str]], int]


COMMANDS = {
    "build": Command(_build_arguments, _build),
    "check": Command(_check_arguments, _check),
    "explain": Command(_explain_arguments, _explain),
}

if __name__ == "__main__":
    run()
