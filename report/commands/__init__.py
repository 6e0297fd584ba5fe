"""The commands by name."""

from report.commands import preflight, previewing, reports, rewriting, tables, themes
from report.commands.arguments import Command

COMMANDS = {
    "build": Command(reports.build_arguments, reports.build),
    "check": Command(reports.check_arguments, reports.check),
    "explain": Command(rewriting.explain_arguments, rewriting.explain),
    "preflight": Command(preflight.preflight_arguments, preflight.preflight),
    "preview": Command(previewing.preview_arguments, previewing.preview),
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
