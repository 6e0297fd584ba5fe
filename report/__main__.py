"""The command line: arguments in, exit code out. The only place that prints."""

from __future__ import annotations

import atexit
import gc
import os
import re
import signal
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import NoReturn, TextIO

from report import __version__
from report.commands import COMMANDS, GROUPS
from report.commands.arguments import FAULT, FLAGS, GOOD, INTERRUPTED, Usage, near
from report.deliver import edition
from report.messages import Language, fill
from report.modules import alone
from report.problem import ContentError, Problem, ReportError, of_fault, problem
from report.program import CYCLES
from report.terminal import Screen


def run() -> NoReturn:
    """The console script `banxin`."""
    gc.set_threshold(*CYCLES)
    for name in ("SIGTERM", "SIGHUP"):  # stop as on Ctrl-C: what waits beside the finished files is cleared away
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) == signal.SIG_DFL:
            signal.signal(getattr(signal, name), signal.default_int_handler)
    alone()
    try:
        sys.stdout, sys.stderr = _stream(sys.stdout), _stream(sys.stderr)
        code = main(sys.argv[1:], sys.stdout, sys.stderr, os.environ)
        for stream in (sys.stdout, sys.stderr):
            _let_go(stream)
    except KeyboardInterrupt:
        code = INTERRUPTED
    gc.freeze()  # what is left is the system's to take back: looking for cycles in it at the end took a tenth of a run
    _end(code)


def _end(code: int) -> NoReturn:
    """Ends at once: what was registered for the end is done, but the interpreter does not take itself apart, which was
    a fiftieth of a short build. Where other threads run, or somebody looks on, it ends as ever."""
    threads = sys.modules.get("threading")
    if sys.getprofile() or sys.warnoptions or (threads is not None and threads.active_count() > 1):
        sys.exit(code)
    atexit._run_exitfuncs()
    os._exit(code)


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
            _check_folder()
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


def _check_folder() -> None:
    """Relative paths start somewhere, and libraries ask where. Raises ContentError."""
    try:
        Path.cwd()
    except OSError as error:
        raise ContentError([problem("no-current-folder", reason=error.strerror)]) from error


def _said(code: int, screen: Screen) -> int:
    """The code of a command, unless its result could not be written; a reader that has gone wanted no more of it."""
    failure = screen.out.failure
    if failure is None or isinstance(failure, BrokenPipeError):
        return code
    screen.tell([problem("cannot-print", reason=failure.strerror or failure)], "")
    return code or FAULT


def _fault(fault: Exception, screen: Screen, environ: Mapping[str, str]) -> Problem:
    if environ.get("BANXIN_DEBUG"):
        import traceback  # takes 4 ms to read

        screen.mutter("".join(traceback.format_exception(fault)).rstrip())
    return of_fault(fault)


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
    if first in GROUPS and (" ".join(argv[:2]) in COMMANDS or not os.path.lexists(first)):
        return _in_group(first, argv[1:])
    if first in ("-h", "--help"):
        return "", list(argv)
    if re.fullmatch(r"[^\W\d_][\w-]*", first) and not os.path.lexists(first):
        raise Usage("unknown-command", name=first, near=near(first, COMMANDS))
    late = [word for before, word in pairwise(argv) if word in COMMANDS and before in FLAGS]
    if late and not os.path.lexists(late[0]):
        raise Usage("command-not-first", late[0], name=late[0])
    return "build", list(argv)


def _in_group(group: str, rest: Sequence[str]) -> tuple[str, list[str]]:
    """The name of a command of two words; help without the second one is help on all of them."""
    second = rest[0] if rest else ""
    if second in GROUPS[group]:
        return f"{group} {second}", list(rest[1:])
    if second in ("-h", "--help"):
        return group, list(rest)
    if not second:
        raise Usage("needs-argument", group, what="|".join(GROUPS[group]))
    raise Usage("unknown-command", group, name=f"{group} {second}", near=near(second, GROUPS[group]))


def _informed(name: str, rest: Sequence[str], screen: Screen) -> bool:
    """Answer a call for help or for the version."""
    if "-h" in rest or "--help" in rest:
        from report.messages.examples import examples
        from report.messages.helping import HELP

        shown = (fill(HELP[name], screen.language)[0].rstrip(), examples(name, screen.language == "zh"))
        screen.say("\n\n".join(part for part in shown if part))
    elif list(rest) == ["--version"]:
        screen.say(f"banxin {__version__}")
    else:
        return False
    return True


if __name__ == "__main__":
    run()
