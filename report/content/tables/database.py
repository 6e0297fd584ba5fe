"""Queries into rows by SQLAlchemy, the optional extra `sql`: read-only, limited in time and in rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote

from report.content.form import Form, Log
from report.content.source import Scalar
from report.content.tables import query
from report.content.tables.address import Address, address
from report.content.tables.cells import Cell, Rows
from report.content.tables.framing import framed
from report.content.tables.workbook import DIGITS
from report.named import NamedTuple
from report.problem import Place
from report.record import record

MAX_ROWS = 100_000
SECONDS = 30
"""How long a server may work on one query."""
CONNECT_SECONDS = 10
STEPS, STEP = 2_000, 1_000_000
"""The same for SQLite, which has no clock of its own: at most so many times so many instructions, some 30 s."""
INSTALL = 'pip install "banxin[sql]"'


class Server(NamedTuple):
    """How a kind of server is reached, what makes a transaction read-only, and its code for a query cut short."""

    driver: str
    begin: tuple[str, ...]
    too_slow: str
    connect: Mapping[str, Any]


SERVERS: Mapping[str, Server] = {
    "postgresql": Server(
        "postgresql+psycopg",
        ("SET TRANSACTION READ ONLY", f"SET LOCAL statement_timeout = '{SECONDS}s'"),
        "57014",
        {"connect_timeout": CONNECT_SECONDS},
    ),
    "mysql": Server(
        "mysql+pymysql",
        (f"SET SESSION max_execution_time = {SECONDS * 1000}", "START TRANSACTION READ ONLY"),
        "3024",
        {"connect_timeout": CONNECT_SECONDS, "read_timeout": 2 * SECONDS},
    ),
    "mariadb": Server(
        "mariadb+pymysql",
        (f"SET SESSION max_statement_time = {SECONDS}", "START TRANSACTION READ ONLY"),
        "1969",
        {"connect_timeout": CONNECT_SECONDS, "read_timeout": 2 * SECONDS},
    ),
}
"""PostgreSQL 15, SET TRANSACTION and statement_timeout; MySQL 8, START TRANSACTION and max_execution_time."""


def query_rows(form: Form, name: str, folder: Path, inputs: list[str], environ: Mapping[str, str]) -> Rows | None:
    """The rows that the query of a table gives.

    The place of a cell is its line of the answer, under the table's name in the database's file, or in the report.
    """
    log = form.log
    for key in ("sheet", "range", "head"):
        if form.has(key):
            log.add("only-workbook", form.at(key), file=name)
    text = form.text("query")
    if not text:
        log.add("missing-key", form.place, key=log.shown(form.shape["query"]))
        return None
    found = address(form.text("database"), form.at("database"), environ, log)
    if not _is_select(form, log) or found is None:
        return None
    source = _Source(found, form.at("database"), form.at("query"), log)
    if found.kind == "sqlite":
        answer = source.sqlite(query.bare(text), folder, inputs)
    else:
        answer = source.server(query.bare(text), inputs)
    if answer is None:
        return None
    if not query.is_ordered(text) and len(answer.rows) > 1:
        log.add("query-without-order", form.at("query"), "notice")
    shown = str(folder / found.database) if found.kind == "sqlite" else form.at("database").file
    return _rows(answer, Place(f"{shown}!{name}", 1, 1), log)


def _is_select(form: Form, log: Log) -> bool:
    node = form.node("query")
    refused = query.refusal(node.text) if isinstance(node, Scalar) else None
    if refused is not None and isinstance(node, Scalar):
        log.add(refused.code, _inside(node, refused.offset), text=refused.text)
    return refused is None


def _inside(node: Scalar, offset: int) -> Place:
    """The place of a character of a text; folded and quoted texts are one line to the reader."""
    if not node.literal or node.body is None:
        return node.place
    before = node.text[:offset].lstrip("\n")
    line = before.count("\n")
    column = len(before) - (before.rfind("\n") + 1)
    return node.body._replace(line=node.body.line + line, column=node.body.column + column)


class Answer(NamedTuple):
    """What a database answers."""

    names: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


@record
class _Source:
    """A database, and where the report names it (`place`) and its query (`at`)."""

    address: Address
    place: Place
    at: Place
    log: Log

    def sqlite(self, text: str, folder: Path, inputs: list[str]) -> Answer | None:
        path = self._file(folder)
        if path is None or not self._installed("sqlalchemy"):
            return None
        from sqlalchemy import create_engine
        from sqlalchemy.pool import NullPool

        inputs.append(str(path))
        engine = create_engine("sqlite://", creator=lambda: _reading(path), poolclass=NullPool)
        return self._answer(engine, text, (), str(sqlite3.SQLITE_INTERRUPT))

    def server(self, text: str, inputs: list[str]) -> Answer | None:
        """Asks a server, which stands among the inputs as a file that is never there: its answer may change."""
        inputs.append(f"{self.address.kind} server")
        server = SERVERS[self.address.kind]
        if not self._installed("sqlalchemy", server.driver.partition("+")[2]):
            return None
        from sqlalchemy import URL, create_engine
        from sqlalchemy.pool import NullPool

        own = self.address
        url = URL.create(
            server.driver, own.user or None, own.password or None, own.host or None, own.port, own.database or None
        )
        engine = create_engine(
            url, poolclass=NullPool, connect_args={**server.connect, **dict(own.options)}, hide_parameters=True
        )
        return self._answer(engine, text, server.begin, server.too_slow)

    def _file(self, folder: Path) -> Path | None:
        """The database's file, inside the report's folder."""
        path = folder / self.address.database
        try:
            inside, there = path.resolve().is_relative_to(folder.resolve()), path.is_file()
        except (OSError, ValueError):  # a name that no file system takes
            inside, there = True, False
        if inside and there:
            return path
        shown = self.address.hidden(self.address.database)
        if inside:
            self.log.add("missing-file", self.place, file=shown, near="")
        else:
            self.log.add("path-outside", self.place, file=shown)
        return None

    def _installed(self, *names: str) -> bool:
        from importlib.util import find_spec

        missing = [name for name in names if find_spec(name) is None]
        if missing:
            self.log.add("library-missing", self.place, name=missing[0], command=INSTALL)
        return not missing

    def _answer(self, engine: Any, text: str, begin: Sequence[str], too_slow: str) -> Answer | None:
        """Names and rows, read in a transaction that is rolled back."""
        from sqlalchemy.exc import SQLAlchemyError

        connected = False
        try:
            with engine.connect() as connection:
                connected = True
                for statement in begin:
                    connection.exec_driver_sql(statement)
                with _guarded(connection):
                    options = {"stream_results": True, "no_parameters": True}
                    result = connection.exec_driver_sql(text, execution_options=options)
                    answer = Answer(tuple(result.keys()), tuple(tuple(row) for row in result.fetchmany(MAX_ROWS + 1)))
                    result.close()
                connection.rollback()
        except (SQLAlchemyError, sqlite3.Error) as error:
            self._failed(error, connected, too_slow)
            return None
        finally:
            engine.dispose()
        if len(answer.rows) > MAX_ROWS:
            self.log.add("too-many-rows", self.at, limit=MAX_ROWS)
            return None
        return answer

    def _failed(self, error: Exception, connected: bool, too_slow: str) -> None:
        cause = getattr(error, "orig", None) or error
        reason = self.address.hidden(" ".join(str(cause).split()))
        if not connected:
            self.log.add("database-unreachable", self.place, reason=reason)
        elif too_slow in _codes(cause):
            self.log.add("query-too-slow", self.at, seconds=SECONDS)
        else:
            self.log.add("query-failed", self.at, reason=reason)


def _codes(cause: BaseException) -> set[str]:
    """The codes that drivers give an error: SQLSTATE, SQLite's own, MySQL's number."""
    given = (getattr(cause, "sqlstate", None), getattr(cause, "sqlite_errorcode", None), *cause.args[:1])
    return {str(code) for code in given if code is not None}


def _reading(path: Path) -> sqlite3.Connection:
    """A connection that can only read, and that stops after so many steps."""
    connection = sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro", uri=True)
    left = iter(range(STEPS))
    connection.set_progress_handler(lambda: next(left, None) is None, STEP)
    return connection


@contextmanager
def _guarded(connection: Any) -> Iterator[None]:
    """SQLite asks at every step of a query whether it is allowed: only reading is."""
    own = connection.connection.dbapi_connection
    if not isinstance(own, sqlite3.Connection):
        yield
        return
    own.set_authorizer(_allowed)
    try:
        yield
    finally:
        own.set_authorizer(None)


_READING = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE})


def _allowed(action: int, _one: str | None, name: str | None, _base: str | None, _by: str | None) -> int:
    if action == sqlite3.SQLITE_FUNCTION and query.is_outside(name or ""):
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK if action in _READING else sqlite3.SQLITE_DENY


def _rows(answer: Answer, place: Place, log: Log) -> Rows | None:
    """The answer as a table: line 1 is the head, as in a file."""
    head = tuple(Cell(name, place._replace(column=i)) for i, name in enumerate(answer.names, 1))
    records = [head]
    for line, row in enumerate(answer.rows, 2):
        records.append(tuple(_cell(value, place._replace(line=line, column=i)) for i, value in enumerate(row, 1)))
    return framed(records, 1, place, log, spanned=True)


def _cell(value: object, place: Place) -> Cell:
    match value:
        case None:
            return Cell("", place)
        case bool():
            return Cell(str(value).upper(), place, "flag")
        case int() | Decimal():
            return Cell(_figures(Decimal(value)), place, "number")
        case float():
            return Cell(_figures(Decimal(f"{value:.{DIGITS}g}")), place, "number")
        case datetime() as moment if moment == datetime(moment.year, moment.month, moment.day, tzinfo=moment.tzinfo):
            return Cell(moment.date().isoformat(), place, "date")
        case datetime() as moment:
            return Cell(moment.isoformat(" ", "minutes"), place)
        case date() as day:
            return Cell(day.isoformat(), place, "date")
        case bytes() | memoryview():
            return Cell("BLOB", place, "error")
    return Cell(str(value).strip(), place)


def _figures(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
