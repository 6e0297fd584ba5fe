"""The command line: arguments in, exit code out. The only place that prints."""

from __future__ import annotations

import argparse
import os
import re
import signal
import stat
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn, TextIO

from report import __version__, resources
from report.deliver import edition
from report.deliver.cache import FolderCache, RunCache, default_folder
from report.deliver.output import write_files
from report.messages import ROWS, Language, fill
from report.messages.command import HELP, SYNOPSES
from report.problem import ContentError, Problem, ReportError, problem, valued
from report.terminal import Screen

if TYPE_CHECKING:
    from report.pipeline import Built

FLAGS = ("--json", "--no-cache", "--force", "--draft")
"""Options without a value."""
GOOD, FAULT, CONTENT, LAYOUT, USAGE, INTERRUPTED = 0, 1, 2, 3, 64, 130


class Usage(ReportError):
    """The command line is wrong."""

    exit_code = USAGE

    def __init__(self, code: str, command: str = "", **values: str) -> None:
        super().__init__([valued(code, None, "error", {**values, "usage": SYNOPSES[command]})])


def run() -> NoReturn:
    """The console script `banxin`."""
    for name in ("SIGTERM", "SIGHUP"):  # stop as on Ctrl-C: what waits beside the finished files is cleared away
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) == signal.SIG_DFL:
            signal.signal(getattr(signal, name), signal.default_int_handler)
    try:
        sys.stdout, sys.stderr = _stream(sys.stdout), _stream(sys.stderr)
        code = main(sys.argv[1:], sys.stdout, sys.stderr, os.environ)
        for stream in (sys.stdout, sys.stderr):
            _let_go(stream)
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)


def _stream(stream: TextIO | None) -> TextIO:
    """The stream, or nothing where it was closed; a pipe or a file gets UTF-8 whatever the system's old code page."""
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if hasattr(stream, "reconfigure") and not stream.isatty() and "PYTHONIOENCODING" not in os.environ:
        stream.reconfigure(encoding="utf-8")
    return stream


def _let_go(stream: TextIO) -> None:
    """Keep Python from writing at its end what could not be written before."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def main(argv: Sequence[str], stdout: TextIO, stderr: TextIO, environ: Mapping[str, str]) -> int:
    """Run one command and return its exit code (contract.md)."""
    screen = Screen(stdout, stderr, _language(argv, environ), environ)
    file = ""
    try:
        name, rest = _command(argv)
        if not _informed(name, rest, screen):
            asked = COMMANDS[name].arguments().parse_args(rest)
            file = str(getattr(asked, "report", None) or "")
            return _said(COMMANDS[name].run(asked, screen, environ), screen)
        return _said(GOOD, screen)
    except ReportError as error:
        code, problems = error.exit_code, error.problems
    except KeyboardInterrupt:
        code, problems = INTERRUPTED, (problem("run-interrupted"),)
    except Exception as fault:
        code, problems = FAULT, (_fault(fault, screen, environ),)
    screen.tell(problems, file)
    if "--json" in argv:
        screen.say_json(edition.no_summary(screen.told(problems, file), screen.seconds))
    return code


def _said(code: int, screen: Screen) -> int:
    """The code of a command, unless its result could not be written; a reader that has gone wanted no more of it."""
    failure = screen.out.failure
    if failure is None or isinstance(failure, BrokenPipeError):
        return code
    screen.tell([problem("cannot-print", reason=failure.strerror or failure)], "")
    return code or FAULT


def _fault(fault: Exception, screen: Screen, environ: Mapping[str, str]) -> Problem:
    if environ.get("BANXIN_DEBUG"):
        screen.mutter("".join(traceback.format_exception(fault)).rstrip())
    if isinstance(fault, ModuleNotFoundError) and not str(fault.name).startswith("report"):
        return problem("missing-package", name=fault.name)
    return problem("internal-fault", what=f"{type(fault).__name__}: {fault}")


def _language(argv: Sequence[str], environ: Mapping[str, str]) -> Language:
    """--lang before BANXIN_LANG before Chinese; wanted before the arguments are read, since those may be wrong."""
    for flag, value in zip_longest(argv, argv[1:], fillvalue=""):
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
    if re.fullmatch(r"[^\W\d_][\w-]*", first) and not os.path.lexists(first):
        raise Usage("unknown-command", name=first, near=_near(first, COMMANDS))
    late = [word for before, word in pairwise(argv) if word in COMMANDS and before in FLAGS]
    if late and not os.path.lexists(late[0]):
        raise Usage("command-not-first", late[0], name=late[0])
    return "build", list(argv)


def _near(word: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(word, list(known), 1, 0.7)), "")


def _informed(name: str, rest: Sequence[str], screen: Screen) -> bool:
    """Answer a call for help or for the version."""
    if "-h" in rest or "--help" in rest:
        screen.say(fill(HELP[name], screen.language)[0].rstrip())
    elif list(rest) == ["--version"]:
        screen.say(f"banxin {__version__}")
    else:
        return False
    return True


class _Arguments(argparse.ArgumentParser):
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
        near = _near(what, [flag for action in self._actions for flag in action.option_strings])
        return Usage(code, self.prog, what=what, **({"near": near} if code == "unknown-argument" else {}))


def _some(text: str) -> str:
    """An argument that must not be empty: `-o "$DIR"` with DIR unset is a mistake, not the current folder."""
    if not text:
        raise ValueError
    return text


def _file(text: str) -> Path:
    return Path(_some(text))


def _build_arguments() -> _Arguments:
    parser = _Arguments("build")
    parser.add_argument("report", nargs="?", type=_file, metavar="REPORT")
    parser.add_argument("-o", dest="folder", type=_file, metavar="DIR")
    parser.add_argument("--only", type=_some, metavar="A,B")
    parser.flags(*FLAGS)
    return parser


def _check_arguments() -> _Arguments:
    parser = _Arguments("check")
    parser.add_argument("report", type=_file, metavar="REPORT")
    parser.flags("--json", "--no-cache")
    return parser


def _explain_arguments() -> _Arguments:
    parser = _Arguments("explain")
    parser.add_argument("code", metavar="CODE")
    return parser


def _report(given: Path | None) -> Path:
    """The report that is meant: the one named, or the sample."""
    report = given or resources.sample()
    if report is None:
        raise Usage("no-sample")
    try:
        is_folder = stat.S_ISDIR(report.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        beside = {p.name: p for p in sorted(report.parent.glob("*.y*ml"))}
        near = beside.get(_near(report.name, beside), "")
        raise ContentError([problem("no-report", file=report, near=near)]) from None
    except OSError:  # reading it will say why
        return report
    if is_folder:
        near = next(iter(sorted(report.glob("*.y*ml"))), report / "report.yaml")
        raise ContentError([problem("report-is-folder", file=report, near=near)])
    return report


def _build(asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> int:
    report = _report(asked.report)
    only = tuple(name for name in re.split("[,，、]", asked.only or "") if name)
    choices = edition.Choices(only, asked.draft, _fonts(environ))
    if not asked.force and (kept := edition.unchanged(report, asked.folder, choices)):
        screen.tell(kept.problems, str(report))
        told = {**kept.summary, "problems": screen.told(kept.problems, str(report)), "seconds": screen.seconds}
        if asked.json:
            screen.say_json(told)
        else:
            screen.say(screen.word("unchanged", folder=kept.folder))
        return GOOD
    from report import pipeline

    built = pipeline.build(report, pipeline.Options(*choices), _cache(asked, environ), screen.progress)
    told = _deliver(built, report, asked.folder or Path("out", built.report_id), choices, screen)
    screen.tell(built.problems, str(report))
    if asked.json:
        screen.say_json(told)
    else:
        screen.say(_summary(told, built.title, screen))
    return GOOD


def _deliver(built: Built, report: Path, folder: Path, choices: edition.Choices, screen: Screen) -> edition.Json:
    """Write files, summary and lock; returns the summary. The seconds are those until the writing begins."""
    screen.progress("write", 0, 1)
    told = edition.summary(built, folder, screen.told(built.problems, str(report)), screen.seconds)
    files = {file.name: file.data for file in built.files}
    files[edition.SUMMARY] = edition.as_bytes(told)
    files[f"{built.report_id}.lock.json"] = edition.as_bytes(edition.lock(built, report, folder, choices, screen.began))
    write_files(folder, files)
    return told


def _summary(told: edition.Json, title: str, screen: Screen) -> str:
    lines = [screen.word("title", title=title)]
    for file in told["files"]:
        shown = {**file, "size": _size(file["bytes"]), "standards": " ".join(file["standards"])}
        lines.append("  " + screen.word("file", **shown).rstrip())
    warnings = sum(p["severity"] == "warning" for p in told["problems"])
    counts = {"fonts": len(told["fonts"]), "facts": told["figures"]["facts"], "warnings": warnings}
    return "\n".join([*lines, "  " + screen.word("counts", **counts, seconds=f"{told['seconds']:.2f}")])


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{count / 1e3:.0f} kB"


def _check(asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> int:
    report = _report(asked.report)
    from report import pipeline

    options = pipeline.Options(fonts=_fonts(environ))
    problems = pipeline.check(report, options, _cache(asked, environ), screen.progress)
    errors = [p.code for p in problems if p.severity == "error"]
    warnings = sum(p.severity == "warning" for p in problems)
    screen.tell(problems, str(report))
    if asked.json:
        screen.say_json({"problems": screen.told(problems, str(report))})
    else:
        screen.say(screen.word("found", errors=len(errors), warnings=warnings) if problems else screen.word("good"))
    return (LAYOUT if pipeline.LAYOUT_CODES.issuperset(errors) else CONTENT) if errors else GOOD


def _explain(asked: argparse.Namespace, screen: Screen, _environ: Mapping[str, str]) -> int:
    row = ROWS.get(asked.code)
    if row is None:
        raise Usage("unknown-code", "explain", name=asked.code, near=get_close_matches(asked.code, ROWS, 1, 0)[0])
    message, hint = fill(row, screen.language)
    screen.say("\n  ".join(filter(None, (asked.code, message, hint))))
    return GOOD


def _fonts(environ: Mapping[str, str]) -> tuple[Path, ...]:
    """BANXIN_FONTS: further catalogues, separated as the system separates paths."""
    return tuple(Path(part) for part in environ.get("BANXIN_FONTS", "").split(os.pathsep) if part)


def _cache(asked: argparse.Namespace, environ: Mapping[str, str]) -> FolderCache | RunCache:
    folder = None if asked.no_cache else default_folder(environ)
    return FolderCache(folder) if folder else RunCache()


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
