"""How the processes of a batch begin: afresh, and not as copies of one whose threads and locks they would inherit.
Where there is a server of processes it reads what every report needs, once for all of them."""

from __future__ import annotations

import multiprocessing
import os
from multiprocessing.context import BaseContext

from report.modules import is_alone
from report.variables import meanwhile, surroundings

NEEDED = (
    *("report.pipeline", "report.deliver.batch.work", "report.typeset.paragraph", "report.pdf.writing"),
    *("report.layout.blocks.words", "report.layout.blocks.headings", "report.layout.tables", "report.layout.charts"),
)
"""What every report needs, or most."""
SERVER = "forkserver"


def context(method: str = "") -> BaseContext:
    """How processes are started here, or by a method; a server of processes, where one can be, runs from then on."""
    methods = multiprocessing.get_all_start_methods()
    found = multiprocessing.get_context(method or (SERVER if SERVER in methods else "spawn"))
    if found.get_start_method() == SERVER:
        try:
            _begin(found)
        except OSError:  # no socket: a folder for temporary files may have too long a name for one
            found = multiprocessing.get_context("spawn")
    if found.get_start_method() != SERVER and is_alone():
        os.environ.update(surroundings(os.environ))  # they begin later, one by one
    return found


def _begin(server: BaseContext) -> None:
    from multiprocessing.forkserver import ensure_running

    server.set_forkserver_preload([*NEEDED])
    with meanwhile(surroundings(os.environ)):
        ensure_running()
