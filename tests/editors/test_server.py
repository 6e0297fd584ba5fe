"""Editors: the YAML language server completes and checks reports by our schemas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from report.content.keys import BLOCKS, COMMON, SHAPES, WORDS, BlockKey, Key
from report.content.schema import as_text
from report.content.schema.described import SHAPED
from tests.editors.files import LANGUAGES, bad, good
from tests.editors.server import Server

BEGUN = {
    "zh": (
        "# yaml-language-server: $schema=report.zh.json",
        "格式: 1",
        "文档:",
        "  编号: a",
        "  标题: 五年一览",
        "  日期: 2024-01-21",
        "  ",
        "正文:",
        "  - ",
        "  - 图表:",
        "      类: ",
        "      事实: 村",
        "      ",
    ),
    "en": (
        "# yaml-language-server: $schema=report.en.json",
        "format: 1",
        "document:",
        "  id: a",
        "  title: 五年一览",
        "  date: 2024-01-21",
        "  ",
        "body:",
        "  - ",
        "  - chart:",
        "      kind: ",
        "      fact: 村",
        "      ",
    ),
}
"""A report being written: room for a key of the document (line 6), a block (8), a word (10), a key of a block (12)."""
GIVEN = {"id", "title", "date", "kind", "fact"}


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("editor")
    for language in LANGUAGES:
        (folder / f"report.{language}.json").write_text(as_text(language), encoding="utf-8")
    with Server(folder) as server:
        yield server


def headed(text: str, language: str) -> str:
    lines = (line for line in text.splitlines() if "yaml-language-server" not in line)
    return f"# yaml-language-server: $schema=./report.{language}.json\n" + "\n".join(lines) + "\n"


def opening(name: str, language: str) -> str:
    return f"{language}-{name.replace('/', '-')}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_good_reports_have_no_diagnostics(editor: Server, language: str) -> None:
    told = editor.all_opened({opening(s.name, language): headed(s.text, language) for s in good(language)})
    assert {name: [one["message"] for one in found] for name, found in told.items() if found} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_bad_reports_are_marked_where_a_schema_can_see_why(editor: Server, language: str) -> None:
    seen = [sample for sample in bad(language) if sample.visible]
    told = editor.all_opened({opening(s.name, language): headed(s.text, language) for s in seen})
    assert [name for name, diagnostics in told.items() if not diagnostics] == []
    assert len(seen) >= 30


def test_a_misspelt_key_is_marked_at_its_place(editor: Server) -> None:
    text = headed("格式: 1\n文档: {编号: a, 标体: 五年, 标题: 五年, 日期: 2024-01-21}\n正文:\n  - 段: 好", "zh")
    (told,) = editor.opened("misspelt.yaml", text)
    assert told["range"]["start"] == {"line": 2, "character": 12}
    assert "标体" in told["message"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_blocks_and_words_complete(editor: Server, language: str) -> None:
    def shown(rows: Iterable[Key | BlockKey]) -> set[str]:
        return {row.zh if language == "zh" else row.name for row in rows if row.name not in GIVEN}

    lines = BEGUN[language]
    file = f"begun-{language}.yaml"
    editor.opened(file, "\n".join(lines) + "\n")
    offered = {line: set(editor.completions(file, line, len(lines[line]))) for line in (6, 8, 10, 12)}
    assert shown(SHAPES["document"]) <= offered[6]
    assert shown(BLOCKS) <= offered[8]
    assert set(WORDS["chart"] if language == "zh" else WORDS["chart"].values()) <= offered[10]
    assert shown((*SHAPES["chart"], *COMMON)) <= offered[12]
    other = {row.name if language == "zh" else row.zh for row in BLOCKS}
    assert not other & offered[8]


def test_a_key_says_what_it_is_for(editor: Server) -> None:
    editor.opened("hover.yaml", "\n".join(BEGUN["zh"]))
    shown = editor.hover("hover.yaml", 4, 3)
    assert "title" in shown
    assert SHAPED["document.title"].zh in shown
