"""Databases: SQLite files that cannot be changed, and addresses whose credentials come from the environment."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from report.content.form import Log
from report.content.model import Table
from report.content.tables import database, read_tables
from report.content.tables.address import Address, address
from report.problem import Place
from tests.tables.making import columns, read, report, told, values

Answer = tuple[Table | None, list[str]]
HERE = Place("报告.yaml", 1, 1)
ALL = "SELECT 县区, 家园 FROM 阵地 ORDER BY 家园"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with sqlite3.connect(tmp_path / "阵地.db") as made:
        made.execute("CREATE TABLE 阵地 (县区 TEXT, 家园 INTEGER, 面积 REAL, 日期 TEXT, 图 BLOB)")
        made.execute("INSERT INTO 阵地 VALUES ('兰考', 60, 0.30000000000000004, '2024-01-21', x'00')")
        made.execute("INSERT INTO 阵地 VALUES ('尉氏', 90, NULL, '2024-03-08', NULL)")
    made.close()
    return tmp_path


def query(folder: Path, text: str, where: str = "阵地.db", environ: dict[str, str] | None = None) -> Answer:
    return read(folder, f'{{库: "{where}", 查询: "{text}"}}', environ)


@pytest.mark.parametrize("where", ["阵地.db", "sqlite:///阵地.db", "${DB}", "${FILE}.db"])
def test_a_query_of_a_file_becomes_a_table(folder: Path, where: str) -> None:
    found, problems = query(folder, ALL, where, {"DB": "sqlite:///阵地.db", "FILE": "阵地"})
    assert (values(found), problems) == ([["兰考", "60"], ["尉氏", "90"]], [])
    assert found is not None
    assert found.rows[1][1].place == (f"{folder}/阵地.db!甲", 3, 2)


def test_values_keep_their_kind(folder: Path) -> None:
    found, problems = query(folder, "SELECT 县区, 家园, 面积, 日期 FROM 阵地 ORDER BY 家园")
    assert values(found) == [["兰考", "60", "0.3", "2024-01-21"], ["尉氏", "90", None, "2024-03-08"]]
    assert (list(columns(found).values()), problems) == (["text", "integer", "decimal", "text"], [])


def test_declared_kinds_units_and_keys_hold_for_queries_too(folder: Path) -> None:
    text = "SELECT 县区, 家园, 日期 FROM 阵地 ORDER BY 1"
    found, problems = read(
        folder, f'{{库: 阵地.db, 查询: "{text}", 键: 日期, 列: {{日期: 日期, 家园: 年}}, 单位: {{家园: 个}}}}'
    )
    assert found is not None
    assert (found.key, found.columns[1].unit, columns(found)["日期"]) == ("日期", "个", "date")
    assert problems == ["cell-not-year 阵地.db!甲:2:2", "cell-not-year 阵地.db!甲:3:2"]


def test_a_database_is_an_input_of_the_report(folder: Path) -> None:
    inputs: list[str] = []
    form = report(f'数据: {{甲: {{库: 阵地.db, 查询: "{ALL}"}}}}\n')
    read_tables(form, folder, Log(), inputs, {})
    assert inputs == [f"{folder}/阵地.db"]


def test_rows_without_an_order_are_noted(folder: Path) -> None:
    assert query(folder, "SELECT 县区, 家园 FROM 阵地")[1] == ["query-without-order 报告.yaml:2:23"]
    assert query(folder, "SELECT count(*) AS 数, 1 AS 一 FROM 阵地")[1] == []


@pytest.mark.parametrize(
    ("where", "text", "problem"),
    [
        ("乙.db", ALL, "missing-file 报告.yaml:2:10"),
        ("../乙.db", ALL, "path-outside 报告.yaml:2:10"),
        ("sqlite:////etc/passwd", ALL, "path-outside 报告.yaml:2:10"),
        ("假.db", ALL, "query-failed 报告.yaml:2:22"),
        ("阵地.db", "SELECT 无 FROM 阵地", "query-failed 报告.yaml:2:23"),
        ("阵地.db", "SELECT 县区 FROM 阵地 WHERE 家园 > 99", "no-rows 阵地.db!甲:1:1"),
        ("阵地.db", "DROP TABLE 阵地", "query-not-select 报告.yaml:2:23"),
        ("阵地.db", "SELECT 县区, 图 FROM 阵地 ORDER BY 家园", "error-cell 阵地.db!甲:2:2"),
        ("阵地.db", "SELECT load_extension(1)", "query-word 报告.yaml:2:23"),
        ("阵地.db", "SELECT 1, 2 FROM 阵地 ORDER BY 1", "unnamed"),
    ],
)
def test_what_cannot_be_queried_is_told(folder: Path, where: str, text: str, problem: str) -> None:
    (folder / "假.db").write_bytes(b"x" * 4096)
    problems = query(folder, text, where)[1]
    assert problems == ([] if problem == "unnamed" else [problem])


def test_a_mistake_in_a_block_of_text_is_told_at_its_word(folder: Path) -> None:
    form = report("数据:\n  甲:\n    库: 阵地.db\n    查询: |\n      SELECT *\n      INTO 乙 FROM 阵地\n")
    log = Log()
    read_tables(form, folder, log, [], {})
    assert told(log, folder) == ["query-word 报告.yaml:6:7"]


def test_reading_is_all_that_a_query_may(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were a change taken for a SELECT, the file and the connection still refuse it."""
    monkeypatch.setattr(database, "_is_select", lambda *_: True)
    before = (folder / "阵地.db").read_bytes()
    outside = folder / "别.db"
    for text in (
        "DELETE FROM 阵地",
        "CREATE TABLE 乙 (a)",
        f"ATTACH '{outside}' AS 别",
        "PRAGMA query_only=OFF",
        "VACUUM",
    ):
        assert query(folder, text)[1][0].startswith("query-failed")
    assert (folder / "阵地.db").read_bytes() == before
    assert not outside.exists()


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS a, 1 AS b FROM n"


def test_a_query_without_end_is_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "STEPS", 2)
    monkeypatch.setattr(database, "STEP", 1000)
    assert query(folder, ENDLESS)[1] == ["query-too-slow 报告.yaml:2:23"]


def test_rows_have_a_limit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "MAX_ROWS", 1)
    assert query(folder, ALL)[1] == ["too-many-rows 报告.yaml:2:23"]


def test_what_is_not_installed_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.util

    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    log = Log()
    read_tables(report(f'数据: {{甲: {{库: 阵地.db, 查询: "{ALL}"}}}}\n'), folder, log, [], {})
    assert [(p.code, dict(p.values)) for p in log.problems] == [
        ("library-missing", {"name": "sqlalchemy", "command": 'pip install "banxin[sql]"'})
    ]


def test_a_database_needs_a_query_and_has_no_sheets(folder: Path) -> None:
    assert read(folder, "{库: 阵地.db}")[1] == ["missing-key 报告.yaml:2:6"]
    entry = f'{{库: 阵地.db, 查询: "{ALL}", 表: 汇总}}'
    assert read(folder, entry)[1] == [f"only-workbook 报告.yaml:2:{6 + entry.index('汇总')}"]


ENV = {"USER": "读者", "PW": "p@ss/w:rd", "HOST": "db.example", "PORT": "5433", "WHOLE": "mysql://甲:乙@丙:1/丁"}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "postgresql://${USER}:${PW}@${HOST}:${PORT}/县",
            ("postgresql", "读者", "p@ss/w:rd", "db.example", 5433, "县"),
        ),
        ("postgres://${USER}@h/a%20b", ("postgresql", "读者", "", "h", None, "a b")),
        ("postgresql+psycopg2://h/县", ("postgresql", "", "", "h", None, "县")),
        ("mariadb://u:${PW}@[::1]:3306/县", ("mariadb", "u", "p@ss/w:rd", "[::1]", 3306, "县")),
        ("${WHOLE}", ("mysql", "甲", "乙", "丙", 1, "丁")),
        ("数据/县.db", ("sqlite", "", "", "", None, "数据/县.db")),
        ("sqlite:///数据/县.db", ("sqlite", "", "", "", None, "数据/县.db")),
    ],
)
def test_an_address_is_filled_from_the_environment(text: str, parts: tuple[object, ...]) -> None:
    found = address(text, HERE, ENV, Log())
    assert found is not None
    assert (found.kind, found.user, found.password, found.host, found.port, found.database) == parts


@pytest.mark.parametrize(
    ("text", "told_values"),
    [
        ("postgresql://u:geheim@h/d", [("password-in-file", {})]),
        ("postgresql://u:ge/he:im@h/d", [("password-in-file", {})]),
        ("postgresql://u:${PW}x@h/d", [("password-in-file", {})]),
        ("postgresql://u:ge@he@im@h/d", [("unknown-database", {"text": "postgresql"})]),
        ("postgresql://h/d?password=geheim", [("database-option", {"name": "password"})]),
        ("mysql://h/d?local_infile=1", [("database-option", {"name": "local_infile"})]),
        ("postgresql://h:geheim/d", [("database-port", {})]),
        ("oracle://h/geheim", [("unknown-database", {"text": "oracle"})]),
        (
            "postgresql://${NO}:${NIE}@h/d",
            [("missing-variable", {"name": "NO"}), ("missing-variable", {"name": "NIE"})],
        ),
    ],
)
def test_a_wrong_address_is_told_without_its_secrets(text: str, told_values: list[tuple[str, dict[str, str]]]) -> None:
    log = Log()
    assert address(text, HERE, ENV, log) is None
    said = [(p.code, {name: value for name, value in p.values if name != "all"}) for p in log.problems]
    assert said == told_values
    assert "geheim" not in str(log.problems)


def test_messages_of_drivers_do_not_show_the_environment() -> None:
    found = address("postgresql://${USER}:${PW}@h/d", HERE, ENV, Log())
    whole = address("${WHOLE}", HERE, ENV, Log())
    assert found is not None
    assert whole is not None
    assert found.hidden("用户 读者 (p@ss/w:rd) 被拒") == "用户 ${USER} (${PW}) 被拒"
    assert whole.hidden("甲 乙 丙 丁") == "${WHOLE} ${WHOLE} ${WHOLE} ${WHOLE}"
    assert isinstance(whole, Address)


def test_every_server_is_asked_for_a_read_only_transaction_and_a_limit() -> None:
    for server in database.SERVERS.values():
        assert any("READ ONLY" in statement for statement in server.begin)
        assert any("time" in statement and "30" in statement for statement in server.begin)
