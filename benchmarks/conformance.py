"""What conformance costs: a report as PDF/X-4, PDF/A-2u and PDF/UA-1 at once, against one without standards and tags.

The plain file has no marks in its contents, no structure tree, no output intent, and nobody checks it. Both are built
from reading on, in turn, with what is kept between runs at hand; figures are medians of processor time, and the share
is the median of the pairs'. Prints a table and asserts nothing. `python benchmarks/conformance.py`.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.bulletin import write
from report import pipeline, resources
from report.content.read import read_checked
from report.deliver.cache import FolderCache
from report.pdf import writing
from report.pdf.audit import Audit
from report.pdf.canvas import PdfPainter
from report.pdf.tags import Tree
from report.warm import Warm

ROUNDS = 5
STANDARDS = ("PDF/X-4", "PDF/A-2u", "PDF/UA-1")
GOALS = "goals: conformance 15 % of time, tags 25 % of size"


def _nothing(*_given: Any) -> tuple[()]:
    return ()


def _open(*_given: Any) -> AbstractContextManager[None]:
    return nullcontext()


@contextmanager
def untagged() -> Iterator[None]:
    """The writer without marks in contents and without a tree of more than its root; tags alone are left out."""
    with (
        patch.object(PdfPainter, "element", _open),
        patch.object(PdfPainter, "content", _open),
        patch.object(Tree, "skipped_headings", _nothing),
        patch.object(writing, "structure_problems", _nothing),
        patch.object(Audit, "paint", _nothing),
    ):
        yield


@contextmanager
def unchecked() -> Iterator[None]:
    """The build without its own checks."""
    with (
        patch.object(pipeline, "page_problems", _nothing),
        patch.object(Audit, "page", _nothing),
        patch.object(Audit, "fonts", _nothing),
        patch.object(Audit, "objects", _nothing),
    ):
        yield


def built(report: Path, standards: tuple[str, ...], cache: FolderCache) -> tuple[float, bytes]:
    """One build of the first delivery: processor time, and the file."""
    start = process_time()
    read = read_checked(report)
    first = read.report.deliveries[0]
    delivery = replace(first, standards=standards, finish=first.finish._replace(certificate=False))
    read = read._replace(report=replace(read.report, deliveries=(delivery,)))
    ready = pipeline._prepare(read, pipeline.Options(), cache, lambda *_: None, Warm())
    settings = replace(pipeline._settings(ready.report, delivery, cache), links=False)
    data = pipeline.write_pdf(ready.laid_out[0][1], settings)
    return process_time() - start, data


def measured(report: Path, cache: FolderCache) -> None:
    pairs, tagless = [], b""
    for turn in range(ROUNDS + 1):
        with untagged(), unchecked():
            plain, _ = built(report, (), cache)
        whole, data = built(report, STANDARDS, cache)
        if turn:  # the first fills the cache
            pairs.append((plain, whole))
    with untagged():
        _, tagless = built(report, STANDARDS, cache)
    share = median(1 - plain / whole for plain, whole in pairs)
    times = [median(values) for values in zip(*pairs, strict=True)]
    tags = 1 - len(tagless) / len(data)
    name = read_checked(report).report.about.identifier
    print(f"{name:10}{times[0]:9.2f}{times[1]:9.2f}{share:9.1%}{len(tagless):11}{len(data):11}{tags:8.1%}")


def main() -> None:
    gc.disable()  # a build makes one search for cycles or none: into which of the two it falls is chance
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, median of {ROUNDS}; {GOALS}")
    print(f"{'':10}{'plain s':>9}{'whole s':>9}{'share':>9}{'no tags':>11}{'bytes':>11}{'tags':>8}")
    sample = resources.sample()
    assert sample is not None
    with TemporaryDirectory(prefix="banxin-conformance-") as folder:
        cache = FolderCache(Path(folder, "cache"))
        measured(sample, cache)
        measured(write(Path(folder)), cache)


if __name__ == "__main__":
    main()
