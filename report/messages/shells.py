"""What `banxin completion` says of itself."""

from __future__ import annotations

from report.messages.row import Message

SYNOPSIS = "banxin completion bash|zsh|fish|powershell [--json]"
SYNOPSES = {"completion": SYNOPSIS}
HELP: dict[str, Message] = {
    "completion": Message(
        f"""{SYNOPSIS}

输出一段脚本，装进终端以后，按 Tab 补全命令、选项和它们的值。

  --json         把结果写成 JSON
""",
        f"""{SYNOPSIS}

Prints a script for your shell, by which Tab completes commands, options and their values.

  --json         print the result as JSON
""",
    ),
}
