"""Explanations of what can be wrong with the live preview."""

from __future__ import annotations

from report.messages.explain.row import Explained

ROWS: dict[str, Explained] = {
    "port-in-use": Explained(
        "每个端口同时只能由一个程序用；多半是另一个预览还开着。不写 --port，系统会挑一个空的。",
        "Only one program at a time can have a port; another preview may still be open. Without --port the system "
        "finds a free one.",
        "banxin preview report.yaml --port 8000",
        "banxin preview report.yaml",
    ),
    "preview-port": Explained(
        "端口是 1 到 65535 的整数；1024 以下的多半要管理员权限。",
        "A port is a whole number from 1 to 65535; those below 1024 mostly ask for an administrator.",
        "banxin preview report.yaml --port 80000",
        "banxin preview report.yaml --port 8000",
    ),
}
