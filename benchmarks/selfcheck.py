"""What it costs a build to check its own pages and what it writes, in milliseconds a page.

The sample and the long report (benchmarks/bulletin.py) are laid out once; then the checks run on them, each the best of
five, in processor time. Prints a table and asserts nothing. `python benchmarks/selfcheck.py`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.bulletin import write
from report import pipeline, resources
from report.content.read import read_checked
from report.deliver.cache import RunCache
from report.pdf import writing
from report.pdf.audit import Audit
from report.pdf.structure import structure_problems
from report.selfcheck import page_problems
from report.warm import Warm

ROUNDS = 5


class Clock:
    """Processor time spent inside functions, in seconds."""

    def __init__(self) -> None:
        self.spent = 0.0

    def around(self, does: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*given: Any, **named: Any) -> Any:
            start = process_time()
            try:
                return does(*given, **named)
            finally:
                self.spent += process_time() - start

        return timed


def measured(report: Path) -> None:
    ready = pipeline._prepare(read_checked(report), pipeline.Options(), RunCache(), lambda *_: None, Warm())
    for delivery, paged, _part in ready.laid_out:
        settings = pipeline._settings(ready.report, delivery, RunCache())
        condition = settings.condition
        asked = pipeline.Asked(delivery.standards, not condition.screen, condition.ink, ready.inks[delivery.key])
        pages, code, tree, whole = [], [], [], []
        for _ in range(ROUNDS):
            start = process_time()
            page_problems(paged.pages, asked)
            pages.append(process_time() - start)
            clocks = Clock(), Clock()
            kept = {name: getattr(Audit, name) for name in ("page", "fonts", "objects")}
            for name, does in kept.items():
                setattr(Audit, name, clocks[0].around(does))
            writing.structure_problems = clocks[1].around(structure_problems)
            start = process_time()
            writing.written(paged, settings)
            whole.append(process_time() - start)
            for name, does in kept.items():
                setattr(Audit, name, does)
            writing.structure_problems = structure_problems
            code.append(clocks[0].spent)
            tree.append(clocks[1].spent)
        count = len(paged.pages)
        parts = [1000 * min(values) / count for values in (pages, code, tree, whole)]
        name = f"{ready.report.about.identifier}-{delivery.key}"
        print(f"{name:16}{count:6}" + "".join(f"{part:9.3f}" for part in (*parts[:3], sum(parts[:3]), parts[3])))


def main() -> None:
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, best of {ROUNDS}, ms a page")
    print(f"{'':16}{'pages':>6}{'pages':>9}{'written':>9}{'tree':>9}{'together':>9}{'writing':>9}")
    sample = resources.sample()
    assert sample is not None
    measured(sample)
    with TemporaryDirectory(prefix="banxin-selfcheck-") as folder:
        measured(write(Path(folder)))


if __name__ == "__main__":
    main()
