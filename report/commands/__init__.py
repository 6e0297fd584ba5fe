"""The commands by name."""

from report.commands import reports
from report.commands.arguments import Command

COMMANDS = {
    "build": Command(reports.build_arguments, reports.build),
    "check": Command(reports.check_arguments, reports.check),
    "explain": Command(reports.explain_arguments, reports.explain),
}
