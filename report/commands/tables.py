"""facts: the facts of a report as a table that a spreadsheet opens, and that reads back to the same facts."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from report.commands.arguments import GOOD, Arguments, path_of
from report.commands.reports import report_file
from report.terminal import Screen


def facts_arguments() -> Arguments:
    parser = Arguments("facts")
    parser.add_argument("report", type=path_of, metavar="REPORT")
    parser.add_argument("--to", type=path_of, required=True, metavar="FILE")
    parser.flags("--json")
    return parser


def facts(asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> int:
    """The facts of a report into a workbook or a CSV file."""
    from report.content.facts import write_facts
    from report.content.read import read_report

    report, problems = read_report(report_file(asked.report), environ)
    write_facts(report.facts.values(), asked.to, screen.language)
    screen.tell(problems, str(asked.report))
    if asked.json:
        told = screen.told(problems, str(asked.report))
        screen.say_json({"path": asked.to.as_posix(), "facts": len(report.facts), "problems": told})
    else:
        screen.say(screen.word("facts-written", count=len(report.facts), file=asked.to))
    return GOOD
