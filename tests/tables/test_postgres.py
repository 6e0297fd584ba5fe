"""Queries of a real PostgreSQL server: values, credentials, and three guards against changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from report.content.form import Log
from report.content.model import Table
from report.content.tables import database, read_tables
from tests.tables.making import columns, read, report, values
from tests.tables.server import PASSWORD, Server, free_port, running

TABLES = """
CREATE TABLE 阵地 (县区 text, 家园 integer, 比例 numeric(5, 2), 建于 date, 记于 timestamp, 在用 boolean, 面积 float);
INSERT INTO 阵地 VALUES ('兰考区', 60, 97.60, '2024-01-21', '2024-01-21 09:30', true, 0.1),
    ('尉氏', 90, NULL, '2024-03-08', '2024-03-08 00:00', false, 0.2);
CREATE SEQUENCE 号;
CREATE ROLE 读者 LOGIN PASSWORD '读者';
GRANT SELECT ON 阵地 TO 读者;
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    import psycopg

    with running() as own:
        with psycopg.connect(user="postgres", password=PASSWORD, host="127.0.0.1", port=own.port) as made:
            made.execute(TABLES)
        yield own


def query(server: Server, text: str, **environ: str) -> tuple[Table | None, list[str]]:
    known = {"PW": PASSWORD, "PORT": str(server.port), "DIR": str(server.folder), **environ}
    where = "postgresql://postgres:${PW}@127.0.0.1:${PORT}/postgres"
    return read(Path("/nowhere"), f'{{库: "{where}", 查询: "{text}"}}', known)


def count(server: Server) -> str | None:
    return values(query(server, "SELECT count(*) AS 数, 1 AS 一 FROM 阵地")[0])[0][0]  # type: ignore[return-value]


def test_values_keep_their_kind(server: Server) -> None:
    found, problems = query(server, "SELECT * FROM 阵地 ORDER BY 家园")
    assert problems == []
    assert values(found) == [
        ["兰考区", "60", "97.6", "2024-01-21", "2024-01-21 09:30", "TRUE", "0.1"],
        ["尉氏", "90", None, "2024-03-08", "2024-03-08", "FALSE", "0.2"],
    ]
    assert list(columns(found).values()) == ["text", "integer", "decimal", "date", "text", "text", "decimal"]
    assert found is not None
    assert found.rows[0][1].place == ("报告.yaml!甲", 2, 2)


def test_signs_of_the_driver_are_no_signs_of_the_query(server: Server) -> None:
    found, problems = query(server, "SELECT 县区, 家园::text || ':x' AS 文 FROM 阵地 WHERE 县区 LIKE '%区' ORDER BY 1;")
    assert (values(found), problems) == ([["兰考区", "60:x"]], [])


@pytest.mark.parametrize(
    "where",
    [
        "postgresql://读者:${READER}@/postgres?host=${DIR}",
        "postgres://${READER}:${READER}@:${PORT}/postgres?host=${DIR}",
        "${WHOLE}",
    ],
)
def test_a_server_is_reached_by_socket_or_port_with_a_role_that_only_reads(server: Server, where: str) -> None:
    port = "" if "PORT" in where or "WHOLE" in where else f":{server.port}"
    where = where.replace("@/", f"@{port}/")
    environ = {
        "READER": "读者",
        "DIR": str(server.folder),
        "PORT": str(server.port),
        "WHOLE": f"postgresql://读者:读者@127.0.0.1:{server.port}/postgres",
    }
    entry = f'{{库: "{where}", 查询: "SELECT 县区, 家园 FROM 阵地 ORDER BY 家园"}}'
    found, problems = read(Path("/nowhere"), entry, environ)
    assert (values(found), problems) == ([["兰考区", "60"], ["尉氏", "90"]], [])


def test_a_wrong_password_is_told_without_being_shown(server: Server) -> None:
    log = Log()
    where = "postgresql://${WHO}:${PW}@127.0.0.1:${PORT}/postgres"
    form = report(f'数据: {{甲: {{库: "{where}", 查询: "SELECT 1"}}}}\n')
    environ = {"WHO": "postgres", "PW": "geheim", "PORT": str(server.port)}
    read_tables(form, Path("/nowhere"), log, [], environ)
    assert [p.code for p in log.problems] == ["database-unreachable"]
    assert "geheim" not in str(log.problems)
    assert "postgres" not in dict(log.problems[0].values)["reason"]


def test_a_server_that_is_not_there_is_told(server: Server) -> None:
    assert query(server, "SELECT 1", PORT=str(free_port()))[1] == ["database-unreachable 报告.yaml:2:10"]


@pytest.mark.parametrize(
    "text",
    [
        "INSERT INTO 阵地 (县区) VALUES ('x')",
        "WITH 甲 AS (INSERT INTO 阵地 (县区) VALUES ('x') RETURNING 县区) SELECT * FROM 甲",
        "SELECT * INTO 乙 FROM 阵地",
        "SELECT * FROM 阵地 FOR UPDATE",
        "SELECT nextval('号')",
        "SELECT set_config('transaction_read_only', 'off', true)",
        "SELECT 1; COMMIT; INSERT INTO 阵地 (县区) VALUES ('x')",
        "COMMIT",
        "DROP TABLE 阵地",
    ],
)
def test_the_server_refuses_changes_even_when_the_reading_of_the_query_did_not(
    server: Server, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(database, "_is_select", lambda *_: True)
    found, problems = query(server, text)
    assert (found, [p.partition(" ")[0] for p in problems]) == (None, ["query-failed"])
    assert count(server) == "2"


def test_a_query_that_takes_too_long_is_stopped(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    own = database.SERVERS["postgresql"]
    short = own._replace(begin=("SET TRANSACTION READ ONLY", "SET LOCAL statement_timeout = '50ms'"))
    monkeypatch.setattr(database, "SERVERS", {"postgresql": short})
    problems = query(server, "SELECT pg_sleep(20)::text AS 甲, 1 AS 乙")[1]
    assert [p.partition(" ")[0] for p in problems] == ["query-too-slow"]


def test_rows_have_a_limit(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "MAX_ROWS", 1)
    problems = query(server, "SELECT generate_series(1, 1000000000) AS n")[1]
    assert [p.partition(" ")[0] for p in problems] == ["too-many-rows"]


def test_a_mistake_in_a_query_is_told_in_the_words_of_the_server(server: Server) -> None:
    log = Log()
    where = "postgresql://postgres:${PW}@127.0.0.1:${PORT}/postgres"
    form = report(f'数据: {{甲: {{库: "{where}", 查询: "SELECT 无 FROM 阵地"}}}}\n')
    read_tables(form, Path("/nowhere"), log, [], {"PW": PASSWORD, "PORT": str(server.port)})
    assert "无" in dict(log.problems[0].values)["reason"]
