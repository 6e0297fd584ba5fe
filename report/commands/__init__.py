"""The commands by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from report.named import NamedTuple

if TYPE_CHECKING:
    import argparse

    from report.commands.arguments import Arguments
    from report.terminal import Screen


class Command(NamedTuple):
    """Where a command is: a module of this folder with its functions NAME_arguments and NAME.

    It is read when it is called: a build needs the words of no other command.
    """

    module: str
    name: str

    def arguments(self) -> Arguments:
        """What the command may be given."""
        made: Callable[[], Arguments] = self._of(f"{self.name}_arguments")
        return made()

    def run(self, asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> int:
        """Does what was asked; returns the exit code."""
        does: Callable[[argparse.Namespace, Screen, Mapping[str, str]], int] = self._of(self.name)
        return does(asked, screen, environ)

    def _of(self, name: str) -> Any:
        return getattr(import_module(f"{__name__}.{self.module}"), name)


COMMANDS = {
    "build": Command("reports", "build"),
    "check": Command("reports", "check"),
    "batch": Command("batching", "batch"),
    "explain": Command("rewriting", "explain"),
    "diff": Command("diff", "diff"),
    "schedule": Command("schedule", "schedule"),
    "preflight": Command("preflight", "preflight"),
    "preview": Command("previewing", "preview"),
    "impose": Command("impose", "impose"),
    "package": Command("package", "package"),
    "facts": Command("tables", "facts"),
    "keys": Command("rewriting", "keys"),
    "clean": Command("rewriting", "clean"),
    "upgrade": Command("rewriting", "upgrade"),
    "schema": Command("rewriting", "schema"),
    "new": Command("starting", "new"),
    "theme new": Command("themes", "new"),
    "theme check": Command("themes", "check"),
    "theme specimen": Command("themes", "specimen"),
    "fonts list": Command("fonts", "list_faces"),
    "fonts add": Command("fonts", "add"),
    "fonts check": Command("fonts", "check"),
    "completion": Command("completion", "completion"),
}
GROUPS = {
    group: tuple(name.split()[1] for name in COMMANDS if name.startswith(f"{group} ")) for group in ("theme", "fonts")
}
"""Commands of two words by their first one."""
