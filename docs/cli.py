"""Writes cli.md from the help texts of the commands, so that it cannot be stale."""

from __future__ import annotations

from pathlib import Path

from report.commands import COMMANDS, GROUPS
from report.messages import fill
from report.messages.examples import examples
from report.messages.helping import HELP

PAGE = Path(__file__).with_name("cli.md")
HEAD = """\
# 命令 · Commands

这一页由 `python docs/cli.py` 从帮助里写出来，就是 `banxin 命令 --help` 说的话。
This page is what `banxin COMMAND --help` says, written by `python docs/cli.py`.
"""


def page() -> str:
    """The whole page."""
    names = ["", *(name for name in COMMANDS if " " not in name)]
    names += [one for group in GROUPS for one in (group, *(f"{group} {second}" for second in GROUPS[group]))]
    return "\n".join([HEAD, *(f"## {f'banxin {name}'.strip()}\n\n{_both(name)}" for name in names)])


def _both(name: str) -> str:
    """The help of a command, Chinese first."""
    shown = ((fill(HELP[name], language)[0].rstrip(), examples(name, language == "zh")) for language in ("zh", "en"))
    return "\n".join("```text\n" + "\n\n".join(part for part in parts if part) + "\n```\n" for parts in shown)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
