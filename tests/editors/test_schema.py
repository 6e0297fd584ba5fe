"""The JSON Schemas of reports, judged by a validator that is not ours.

After a change of the key tables, `BANXIN_WRITE_EXPECTED=1 pytest tests/editors` writes the published files anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from report.content.keys import BLOCKS, COMMON, SHAPES, WORDS
from report.content.read import FORMAT
from report.content.rewrite import upgrade
from report.content.schema import FORMS, as_text, schema
from report.content.schema.described import BLOCKS as BLOCKS_SAID
from report.content.schema.described import SHAPED, SHARED, described
from report.content.schema.nested import NESTED, Inside, Leaf, Named, inside, parts
from report.content.schema.pairs import offered, pairs
from report.content.source import parse, plain
from tests.editors.files import LANGUAGES, ROOT, Sample, bad, good

PUBLISHED = ROOT / "docs" / "schema"
EVERY = [(shape, key) for shape, keys in SHAPES.items() for key in keys]
DRAFTS = {
    language: [draft(schema(language)) for draft in (Draft202012Validator, Draft7Validator)] for language in LANGUAGES
}


def complaints(sample: Sample, language: str) -> list[str]:
    """What the two drafts say of a report; they must agree."""
    value = plain(parse(sample.text.encode(), sample.name))
    newer, older = ([f"{e.json_path}: {e.message}" for e in draft.iter_errors(value)] for draft in DRAFTS[language])
    assert newer == older
    return newer


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_schema_is_one_in_both_drafts(language: str) -> None:
    for draft in DRAFTS[language]:
        draft.check_schema(draft.schema)


@pytest.mark.parametrize("language", LANGUAGES)
def test_published_schemas_are_fresh(language: str) -> None:
    path = PUBLISHED / f"report.{language}.json"
    if os.environ.get("BANXIN_WRITE_EXPECTED"):
        PUBLISHED.mkdir(exist_ok=True)
        path.write_text(as_text(language), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == as_text(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_good_reports_pass(language: str) -> None:
    assert {sample.name: complaints(sample, language)[:3] for sample in good(language)} == {
        sample.name: [] for sample in good(language)
    }
    assert len(good(language)) >= 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_bad_reports_fail_where_a_schema_can_see_why(language: str) -> None:
    missed = {s.name: sorted(s.visible) for s in bad(language) if s.visible and not complaints(s, language)}
    assert missed == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_schema_sees_nothing_that_the_reader_does_not(language: str) -> None:
    """A file that is named here is good but for what schemas cannot see, or its code belongs to VISIBLE."""
    wrong = {s.name: complaints(s, language)[:2] for s in bad(language) if not s.visible and complaints(s, language)}
    assert wrong == {}


def test_every_key_and_block_says_what_it_is_for() -> None:
    keys = {f"{shape}.{key.name}" for shape, key in EVERY if described(shape, key.name) is None}
    keys |= {key.name for key in COMMON if key.name not in SHARED}
    blocks = {block.name for block in BLOCKS} ^ BLOCKS_SAID.keys()
    assert (keys, blocks) == (set(), set()), "add them to report/content/schema/described.py"


def test_no_sentence_is_for_a_key_that_is_not_there() -> None:
    known = {f"{shape}.{key.name}" for shape, key in EVERY}
    shared = {key.name for _, key in EVERY} | {key.name for key in COMMON}
    assert (SHAPED.keys() - known, SHARED.keys() - shared) == (set(), set())


def test_sentences_are_whole() -> None:
    for said in chain(SHAPED.values(), SHARED.values(), BLOCKS_SAID.values()):
        assert said.zh.endswith(("。", "…", "？")), said
        assert said.en.endswith((".", "…")), said
        assert len(said.zh) <= 40, said


def test_what_stands_in_lists_and_maps_is_known() -> None:
    open_ended = {f"{shape}.{key.name}" for shape, key in EVERY if key.kind in ("list", "map", "any", "blocks")}
    known = {f"{shape}.{name}" for shape, name in NESTED}
    assert open_ended - known == set(), "add them to report/content/schema/nested.py"
    every = {f"{shape}.{key.name}" for shape, key in EVERY} | {f".{key.name}" for key in COMMON}
    assert known - every == set()


def test_every_kind_of_value_has_a_form() -> None:
    text = {"name", "words", "line", "prose", "expression"}
    for shape, key in EVERY:
        for kind in kinds(inside(shape, key)):
            table = kind.partition(":")[2]
            assert kind in FORMS or kind in text or table in WORDS, f"{shape}.{key.name}: {kind}"


def kinds(wanted: Inside) -> Iterator[str]:
    for part in parts(wanted):
        if isinstance(part, Leaf):
            yield part.kind
        elif isinstance(part, Named) and part.names:
            yield f"open:{part.names}"


@pytest.mark.parametrize("table", WORDS)
def test_words_pair_one_to_one(table: str) -> None:
    forth = pairs(table)
    assert len(set(forth.values())) == len(forth)
    assert not set(forth) & set(forth.values())
    assert set(WORDS[table]) | set(WORDS[table].values()) == {*offered(table, "zh"), *offered(table, "en")}


def test_the_version_is_that_of_the_reader() -> None:
    assert FORMS["version"] == {"const": FORMAT}
    assert upgrade.FORMAT == FORMAT


def test_a_schema_names_keys_in_its_own_language_only() -> None:
    chinese, english = (json.loads(as_text(language)) for language in LANGUAGES)
    assert list(chinese["properties"])[:3] == ["格式", "文档", "版面"]
    assert list(english["properties"])[:3] == ["format", "document", "sheet"]
    assert names(english) & {key.zh for _, key in EVERY} == set()


def names(value: Any) -> set[str]:
    """All names of properties in a schema."""
    if isinstance(value, list):
        return set().union(*map(names, value))
    if not isinstance(value, dict):
        return set()
    own = set(value["properties"]) if isinstance(value.get("properties"), dict) else set()
    return own.union(*map(names, value.values()))
