"""What counts as one plain SELECT, and what of a query is refused and where."""

from __future__ import annotations

import pytest

from report.content.tables.query import Refusal, bare, is_ordered, refusal
from report.messages.tables import ROWS


@pytest.mark.parametrize(
    "query",
    [
        "SELECT 1",
        "select 县区, sum(家园) as 家园 from 阵地 group by 县区;",
        "WITH 甲 AS (SELECT * FROM 乙) SELECT * FROM 甲",
        "(select 1) union (select 2)",
        "/* 汇总 */ SELECT 1 -- 完\n",
        "SELECT 'it''s; delete', \"update\", `into` FROM t WHERE a LIKE '%区' AND b::int > 0",
        "SELECT replace(a, 'x', 'y'), deleted_at, updates FROM t;\n-- 完",
        "SELECT 'insert into'",
    ],
)
def test_a_select_is_let_through(query: str) -> None:
    assert refusal(query) is None


@pytest.mark.parametrize(
    ("query", "refused"),
    [
        ("", Refusal("query-not-select", "", 0)),
        ("-- 空", Refusal("query-not-select", "-- 空", 0)),
        ("DELETE FROM t", Refusal("query-not-select", "DELETE", 0)),
        ("  PRAGMA x", Refusal("query-not-select", "PRAGMA", 2)),
        ("EXPLAIN SELECT 1", Refusal("query-not-select", "EXPLAIN", 0)),
        ("SELECT 1; DROP TABLE t", Refusal("query-several", "DROP", 10)),
        ("SELECT 1;;", Refusal("query-several", ";", 9)),
        ("WITH a AS (DELETE FROM t RETURNING *) SELECT * FROM a", Refusal("query-word", "DELETE", 11)),
        ("SELECT 1 INTO OUTFILE 'x'", Refusal("query-word", "INTO", 9)),
        ("SELECT * FROM t FOR UPDATE", Refusal("query-word", "UPDATE", 20)),
        ("SELECT pg_read_file('x')", Refusal("query-word", "pg_read_file", 7)),
        ('SELECT "pg_read_file"(1)', Refusal("query-word", '"pg_read_file"', 7)),
        ("SELECT load_extension('x')", Refusal("query-word", "load_extension", 7)),
        ("SELECT '\\' INTO x '", Refusal("query-strange", "\\", 8)),
        ("SELECT $$a$$", Refusal("query-strange", "$", 7)),
        ("SELECT 1 # INTO", Refusal("query-strange", "#", 9)),
        ("SELECT /*!50000 1 */", Refusal("query-strange", "/*", 7)),
        ("SELECT /*+ SET_VAR(a=1) */ 1", Refusal("query-strange", "/*", 7)),
        ("SELECT 'a", Refusal("query-strange", "'", 7)),
        ("SELECT 1--1 INTO x", Refusal("query-word", "INTO", 12)),
        ("SELECT 1 -- x\rINTO y", Refusal("query-word", "INTO", 14)),
        ("SELECT /* /* */ INTO */ 1", Refusal("query-word", "INTO", 16)),
    ],
)
def test_everything_else_is_refused_at_its_place(query: str, refused: Refusal) -> None:
    assert refusal(query) == refused


def test_every_refusal_has_its_message() -> None:
    told = {
        refused.code for text in ("DROP", "SELECT 1; 2", "SELECT 1 INTO a", "SELECT $") if (refused := refusal(text))
    }
    assert len(told) == 4
    assert told <= set(ROWS)


def test_the_end_of_a_query_is_left_out() -> None:
    assert bare(" SELECT 1 ;\n") == "SELECT 1"


def test_an_order_is_seen_outside_quotes() -> None:
    assert is_ordered("SELECT 1 ORDER\n BY 1")
    assert not is_ordered("SELECT 'ORDER BY'")
