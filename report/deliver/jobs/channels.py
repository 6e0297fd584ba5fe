"""通道: how a notice leaves the machine. What is secret is named by its environment variable, never written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from report.content.form import Form
from report.content.source import Node, Scalar
from report.deliver.jobs.model import Channel, Hook, Mail
from report.patterns import late

PORTS = {"ssl": 465, "starttls": 587, "none": 25}
_VARIABLE = late(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_ADDRESS = late(r"[^@\s<>,;]+@[^@\s<>,;]+")


def read_channels(form: Form) -> Mapping[str, Channel]:
    """The channels by canonical name; a wrong one is noted and stands with harmless values."""
    own = form.form("channels", "channels")
    if own is None:
        return {}
    found: dict[str, Channel] = {}
    mail = own.form("mail", "mail")
    if mail is not None:
        found["mail"] = _mail(mail)
    kinds: tuple[Literal["wecom", "webhook"], ...] = ("wecom", "webhook")
    for kind in kinds:
        hook = own.form(kind, "hook")
        if hook is not None:
            found[kind] = Hook(kind, _variable(hook, "url"), hook.place)
    return found


def _mail(form: Form) -> Mail:
    security: Literal["ssl", "starttls", "none"] = "ssl"
    match form.word("security", "security", "ssl"):
        case "starttls":
            security = "starttls"
        case "none":
            security = "none"
    port = form.count("port", PORTS[security], 1) if form.has("port") else PORTS[security]
    if port > 65535:
        form.log.add("bad-port", form.at("port"), given=port)
    written: tuple[Node | None, ...] = (form.node("sender"), *form.items("to"))
    for node in written:
        if isinstance(node, Scalar) and not _ADDRESS.fullmatch(node.text.strip()):
            form.log.add("bad-address", node.place, text=node.text)
    if form.has("user") != form.has("password"):
        form.log.add("half-a-login", form.at("user" if form.has("user") else "password"))
    user, password = _variable(form, "user"), _variable(form, "password")
    return Mail(form.text("host"), port, security, form.text("sender"), form.texts("to"), user, password, form.place)


def _variable(form: Form, name: str) -> str:
    """The variable that a value names: ${NAME}, the whole of it."""
    text = form.text(name)
    found = _VARIABLE.fullmatch(text)
    if form.has(name) and found is None:
        form.log.add("secret-in-file", form.at(name), key=form.log.shown(form.shape[name]))
    return found[1] if found else ""
