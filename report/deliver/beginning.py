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
    """How processes are started here, or by a method; a server of processes runs from then on."""
    methods = multiprocessing.get_all_start_methods()
    found = multiprocessing.get_context(method or (SERVER if SERVER in methods else "spawn"))
    if found.get_start_method() == SERVER:
        found.set_forkserver_preload([*NEEDED])
        from multiprocessing.forkserver import ensure_running

        with meanwhile(surroundings(os.environ)):
            ensure_running()
    elif is_alone():
        os.environ.update(surroundings(os.environ))  # they begin later, one by one
    return found
