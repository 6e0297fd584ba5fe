"""The commands by name."""

from report.commands import completion, fonts, preflight, reports, rewriting, starting, tables, themes
from report.commands.arguments import Command

COMMANDS = {
    "build": Command(reports.build_arguments, reports.build),
    "check": Command(reports.check_arguments, reports.check),
    "explain": Command(rewriting.explain_arguments, rewriting.explain),
    "preflight": Command(preflight.preflight_arguments, preflight.preflight),
    "facts": Command(tables.facts_arguments, tables.facts),
    "keys": Command(rewriting.keys_arguments, rewriting.keys),
    "clean": Command(rewriting.clean_arguments, rewriting.clean),
    "upgrade": Command(rewriting.upgrade_arguments, rewriting.upgrade),
    "schema": Command(rewriting.schema_arguments, rewriting.schema),
    "new": Command(starting.new_arguments, starting.new),
    "theme new": Command(themes.new_arguments, themes.new),
    "theme check": Command(themes.check_arguments, themes.check),
    "theme specimen": Command(themes.specimen_arguments, themes.specimen),
    "fonts list": Command(fonts.list_arguments, fonts.list_faces),
    "fonts add": Command(fonts.add_arguments, fonts.add),
    "fonts check": Command(fonts.check_arguments, fonts.check),
    "completion": Command(completion.completion_arguments, completion.completion),
}
GROUPS = {
    group: tuple(name.split()[1] for name in COMMANDS if name.startswith(f"{group} ")) for group in ("theme", "fonts")
}
"""Commands of two words by their first one."""
