"""Where a database is: a file of the report's folder, or a server's URL whose credentials come from the environment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

from report.content.form import Log
from report.patterns import late
from report.problem import Place
from report.record import record

OPTIONS: Mapping[str, tuple[str, ...]] = {
    "sqlite": (),
    "postgresql": ("host", "sslmode", "sslrootcert"),
    "mysql": ("charset", "ssl_ca"),
    "mariadb": ("charset", "ssl_ca"),
}
"""What may follow a URL of each kind; other options of drivers read files or loosen their guard."""

_VARIABLE = late(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_URL = late(
    r"(?P<kind>[A-Za-z]\w*)(?:\+\w+)?://(?:(?P<user>[^:@/?]*)(?::(?P<password>[^@]*))?@)?"
    r"(?P<host>\[[^\]]*\]|[^:/?@]*)(?::(?P<port>[^/?@]*))?(?:/(?P<database>[^?]*))?(?:\?(?P<options>.*))?",
    re.DOTALL,
)


@record
class Address:
    """A database; `secrets` are the values that no message may show, with what it shows instead."""

    kind: str
    user: str
    password: str
    host: str
    port: int | None
    database: str
    options: tuple[tuple[str, str], ...]
    secrets: tuple[tuple[str, str], ...]

    def hidden(self, text: str) -> str:
        """A message of a driver without what came from the environment."""
        for value, name in sorted(self.secrets, key=lambda secret: -len(secret[0])):
            text = text.replace(value, name)
        return text


def address(text: str, place: Place, environ: Mapping[str, str], log: Log) -> Address | None:
    """The database of a written URL or file name; None, with a problem, for what is neither, or tells a password."""
    if not _has_all(text, place, environ, log):
        return None
    whole = _VARIABLE.fullmatch(text)
    written = environ[whole[1]] if whole else text
    if "://" not in written:
        return Address("sqlite", "", "", "", None, _filled(written, environ), (), _secrets(text, environ))
    found = _URL.fullmatch(written)
    if found is None or found["kind"].lower() not in (*OPTIONS, "postgres"):
        log.add("unknown-database", place, text=text.partition("://")[0], all="、".join(OPTIONS))
        return None
    if not whole and found["password"] and not _VARIABLE.fullmatch(found["password"]):
        log.add("password-in-file", place)
        return None
    parts = {name: _part(value, {} if whole else environ) for name, value in found.groupdict("").items()}
    secrets = _secrets(text, environ) + (_inner_secrets(parts, whole[0]) if whole else ())
    return _address(parts, _options(found["options"] or "", {} if whole else environ), secrets, place, log)


def _has_all(text: str, place: Place, environ: Mapping[str, str], log: Log) -> bool:
    """Whether every variable is set; each that is not is reported."""
    missing = [name for name in dict.fromkeys(_VARIABLE.findall(text)) if not environ.get(name)]
    for name in missing:
        log.add("missing-variable", place, name=name)
    return not missing


def _filled(text: str, environ: Mapping[str, str]) -> str:
    return _VARIABLE.sub(lambda found: environ.get(found[1], found[0]), text)


def _part(text: str, environ: Mapping[str, str]) -> str:
    """A part of a URL: what was written is decoded, what comes from the environment is taken as it is."""
    pieces = _VARIABLE.split(text) if environ else [text]
    return "".join(environ.get(piece, "") if i % 2 else unquote(piece) for i, piece in enumerate(pieces))


def _options(text: str, environ: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    pairs = (pair.partition("=") for pair in text.split("&") if pair)
    return tuple((name, _part(value, environ)) for name, _, value in pairs)


def _secrets(text: str, environ: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((environ[name], f"${{{name}}}") for name in dict.fromkeys(_VARIABLE.findall(text)))


def _inner_secrets(parts: Mapping[str, str], shown: str) -> tuple[tuple[str, str], ...]:
    """The parts of a URL that came from the environment as a whole."""
    named = ("user", "password", "host", "port", "database")
    return tuple((parts[name], shown) for name in named if parts[name])


def _address(
    parts: Mapping[str, str],
    options: tuple[tuple[str, str], ...],
    secrets: tuple[tuple[str, str], ...],
    place: Place,
    log: Log,
) -> Address | None:
    kind = {"postgres": "postgresql"}.get(parts["kind"].lower(), parts["kind"].lower())
    strange = next((name for name, _ in options if name not in OPTIONS[kind]), None)
    port = parts["port"]
    if strange is not None:
        log.add("database-option", place, name=strange, all="、".join(OPTIONS[kind]))
        return None
    if port and not port.isdecimal():
        log.add("database-port", place)
        return None
    number = int(port) if port else None
    return Address(kind, parts["user"], parts["password"], parts["host"], number, parts["database"], options, secrets)
