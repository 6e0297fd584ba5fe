"""preview: a report on a page of this machine's browser, for as long as it is being written."""

from __future__ import annotations

import argparse
import errno
from collections.abc import Mapping
from typing import TYPE_CHECKING

from report.commands.arguments import INTERRUPTED, Arguments, Usage, path_of, some
from report.commands.reports import cache_of, fonts_of, report_file
from report.terminal import Screen

if TYPE_CHECKING:
    from report.preview.takes import Take

PORTS = range(1, 65536)


def preview_arguments() -> Arguments:
    parser = Arguments("preview")
    parser.add_argument("report", type=path_of, metavar="REPORT")
    parser.add_argument("--port", type=some, metavar="N")
    parser.add_argument("--only", type=some, metavar="NAME")
    parser.flags("--open", "--no-cache", "--json")
    return parser


def preview(asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> int:
    """Serves until Ctrl-C, which is how it is meant to end."""
    report = report_file(asked.report)
    port = _port(asked.port)
    from report.pipeline import Options
    from report.preview.kept import Layered
    from report.preview.serve import Programme, listening, serve

    try:
        door = listening(port)
    except OSError as error:
        reason = error.strerror or errno.errorcode.get(error.errno or 0, str(error))
        raise Usage("port-in-use", "preview", port=str(port), reason=reason) from error
    options = Options(only=(asked.only,) if asked.only else (), fonts=fonts_of(environ))
    programme = Programme(report, options, Layered(cache_of(asked, environ)), screen.language)
    try:
        serve(
            programme,
            door,
            lambda url: _opened(url, screen, browser=asked.open, json=asked.json),
            lambda take: _told(take, screen),
        )
    except KeyboardInterrupt:
        pass
    finally:
        door.close()
    screen.mutter(screen.word("preview-ended"))
    return INTERRUPTED


def _port(given: str | None) -> int:
    if given is None:
        return 0
    if not (given.isascii() and given.isdigit() and int(given) in PORTS):
        raise Usage("preview-port", "preview", port=given)
    return int(given)


def _opened(url: str, screen: Screen, *, browser: bool, json: bool) -> None:
    if json:
        screen.say_json({"address": url})
    else:
        screen.say(screen.word("preview-at", url=url))
    if browser:
        import webbrowser

        webbrowser.open(url)


def _told(take: Take, screen: Screen) -> None:
    """One line a take: whoever looks at the terminal sees that something happened, and what."""
    counts = {f"{kind}s": sum(p.severity == kind for p in take.problems) for kind in ("error", "warning")}
    told = {"number": take.number, "pages": len(take.leaves), "changed": len(take.changed), **counts}
    word = "preview-stale" if take.stale else "preview-take"
    screen.mutter(screen.word(word, **told, seconds=f"{take.seconds:.2f}"))
