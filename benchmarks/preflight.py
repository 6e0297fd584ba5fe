"""How long preflight takes for a book of a hundred pages, without and with separations.

The book is made of the pages of a finished PDF, again and again, until there are a hundred; each copy of a page has
contents of its own, so that nothing is read once for many. Each figure is the median of five runs in a new process.
Prints a table and asserts nothing. `python benchmarks/preflight.py FILE.pdf`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import pikepdf

ROOT = Path(__file__).resolve().parents[1]
ROUNDS, PAGES = 5, 100


def book(source: Path, target: Path) -> None:
    """The file with its pages repeated up to a hundred."""
    with pikepdf.open(source) as pdf:
        given = [page.obj for page in pdf.pages]
        for i in range(PAGES - len(given)):
            page = pikepdf.Dictionary(given[i % len(given)])
            page.Contents = pdf.make_stream(page.Contents.read_bytes())
            pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        del pdf.pages[PAGES:]
        pdf.save(target)


def run(file: Path, *options: str) -> float:
    line = [sys.executable, str(ROOT / "generate.py"), "preflight", str(file), "--json", *options]
    start = perf_counter()
    done = subprocess.run(line, capture_output=True, check=False)
    if done.returncode not in (0, 4):
        sys.exit(done.stderr.decode(errors="replace"))
    return perf_counter() - start


def main(source: Path) -> None:
    with TemporaryDirectory(prefix="banxin-bench-") as folder:
        file = Path(folder, "book.pdf")
        book(source, file)
        print(f"{source.name} to {PAGES} pages, {os.cpu_count()} processors, median of {ROUNDS}")
        for name, options in (("operators", ("--no-separations",)), ("separations", ())):
            rounds = [run(file, *options) for _ in range(ROUNDS)]
            print(f"{name:12}{median(rounds):6.2f} s   {' '.join(f'{one:.2f}' for one in rounds)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "out/kaifeng/kaifeng-press.pdf")
