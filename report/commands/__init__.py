"""The commands by name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from report.commands import preflight, reports, rewriting, tables, themes
from report.commands.arguments import Command


def _late(module: str, name: str) -> Callable[..., Any]:
    """A function of a module that is imported when it is called: a build needs no executors, mail or timers."""

    def late(*given: Any) -> Any:
        return getattr(import_module(f"report.commands.{module}"), name)(*given)

    return late


COMMANDS = {
    "build": Command(reports.build_arguments, reports.build),
    "check": Command(reports.check_arguments, reports.check),
    "batch": Command(_late("batch", "batch_arguments"), _late("batch", "batch")),
    "explain": Command(rewriting.explain_arguments, rewriting.explain),
    "diff": Command(_late("diff", "diff_arguments"), _late("diff", "diff")),
    "schedule": Command(_late("schedule", "schedule_arguments"), _late("schedule", "schedule")),
    "preflight": Command(preflight.preflight_arguments, preflight.preflight),
    "facts": Command(tables.facts_arguments, tables.facts),
    "keys": Command(rewriting.keys_arguments, rewriting.keys),
    "clean": Command(rewriting.clean_arguments, rewriting.clean),
    "upgrade": Command(rewriting.upgrade_arguments, rewriting.upgrade),
    "schema": Command(rewriting.schema_arguments, rewriting.schema),
    "theme new": Command(themes.new_arguments, themes.new),
    "theme check": Command(themes.check_arguments, themes.check),
    "theme specimen": Command(themes.specimen_arguments, themes.specimen),
}
GROUPS = {"theme": tuple(name.split()[1] for name in COMMANDS if name.startswith("theme "))}
"""Commands of two words by their first one."""
