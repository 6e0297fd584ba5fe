"""batch: its arguments; workers are begun before all that it takes is read."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from report.commands.arguments import Arguments, path_of, some
from report.deliver.beginning import context
from report.terminal import Screen


def batch_arguments() -> Arguments:
    parser = Arguments("batch")
    parser.add_argument("jobs", type=path_of, metavar="JOBS.yaml")
    parser.add_argument("--workers", type=_count, metavar="N")
    parser.add_argument("--dask", type=some, metavar="ADDRESS")
    parser.add_argument("--only", type=some, metavar="PATTERN")
    parser.add_argument("--log", type=path_of, metavar="FILE")
    parser.add_argument("--metrics", type=path_of, metavar="FILE.prom")
    parser.flags("--resume", "--force", "--json")
    return parser


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise ValueError
    return count


def batch(asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> int:
    if not asked.dask:
        context()  # its server reads while it is found out what is to be done
    from report.commands import batch as reports

    return reports.batch(asked, screen, environ)
