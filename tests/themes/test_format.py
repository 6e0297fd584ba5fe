"""The written format of themes: whole for what the code reads and brochure says, and described in docs/themes.md."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

from report.charts import looks
from report.content.model import Block
from report.content.source import Fields, Items, Node, load
from report.content.themecheck.vocabulary import ANY_LOOK, vocabulary
from report.layout.blocks.dispatch import MAKERS
from report.layout.charts import DRAWERS
from report.layout.elements import ELEMENTS
from tests.themes.making import BROCHURE

ROOT = Path(__file__).parents[2]
READS = {"text", "choice", "flag", "number", "count", "mm", "pt", "mms", "pts", "points", "point", "box", "colour"}
READS |= {"colours", "style", "sub", "subs", "has", "node"}
"""What asks a map of a theme for a key."""
KINDS = {"text", "texts", "number", "flag", "mm", "mms", "pt", "pts", "style", "colour", "colours", "template"}
KINDS |= {"grounds", "any", "own", "variants", "elements"}


def known() -> set[str]:
    return {key for keys in vocabulary().own.values() for key in keys}


def read_by(path: Path) -> set[str]:
    """The keys that a module of the layout reads by name."""
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    return {
        str(call.args[0].value)
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in READS
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }


def test_every_key_that_the_layout_reads_is_in_the_format() -> None:
    paths = sorted((ROOT / "report" / "layout").rglob("*.py"))
    asked = set().union(*map(read_by, paths))
    assert len(asked) > 200
    bindings = {"perfect", "sewn"}  # keys of `spine`, which names bindings
    assert asked - known() - bindings == set()


def test_every_field_of_a_look_of_charts_is_in_the_format() -> None:
    made = [made for name, made in vars(looks).items() if name.endswith("Look")]
    assert len(made) > 10
    assert {field.replace("_", "-") for one in made for field in one._fields} - known() == set()


def test_every_block_chart_and_element_has_its_keys() -> None:
    named = vocabulary().keys("looks")
    blocks: dict[type[Block], tuple[str, object]] = dict(MAKERS)
    assert {name for name, _ in blocks.values()} - named.keys() == set()
    assert set(DRAWERS) - named.keys() == set()
    assert set(vocabulary().elements()) == set(ELEMENTS)


def test_every_row_is_of_a_known_kind_and_says_what_it_is() -> None:
    words = vocabulary()
    for name, keys in words.own.items():
        for key, row in keys.items():
            form, _, of = row.kind.partition(" ")
            assert of in words.own if of else form in KINDS, f"{name}.{key}: {row.kind}"
            assert row.zh, f"{name}.{key}"
            assert row.en, f"{name}.{key}"
    assert {base for names in words.included.values() for base in names} - {
        *words.own,
        *words.included,
        ANY_LOOK,
    } == set()


def keys_of(node: Node) -> set[str]:
    match node:
        case Fields():
            return {key.text for key, _ in node.entries}.union(*(keys_of(value) for _, value in node.entries))
        case Items():
            return set().union(*map(keys_of, node.items))
        case _:
            return set()


def test_every_key_of_brochure_is_described() -> None:
    page = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
    described = set(re.findall(r"^\| `([^`]+)` \|", page, re.M))
    named = {"colours", "words", "spots", "styles", "inline", "tiles", "openers", "labels", "accepted", "variants"}
    for file in ("theme", "charts", "pages"):
        root = load(BROCHURE / f"{file}.yaml")
        assert isinstance(root, Fields)
        if file == "pages":
            templates = [value for _, value in root.entries]
            kinds = set(vocabulary().elements())
            assert set().union(*map(keys_of, templates)) - described - kinds - {"perfect", "sewn"} == set()
            continue
        for key, value in root.entries:
            assert key.text in described
            names = {name.text for name, _ in value.entries} if isinstance(value, Fields) else set()
            if key.text in named and isinstance(value, Fields):
                if key.text in ("labels", "words", "accepted", "colours", "spots"):
                    continue
                for _, row in value.entries:
                    assert keys_of(row) - described - {"导语", "小字", "无线", "金", "窄", "斑马", "大"} == set()
            else:
                assert keys_of(value) - described == set(), key.text
                assert names - described == set(), key.text


def test_the_page_is_that_of_the_format(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    import themes

    sys.modules.pop("themes")
    page = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
    assert themes.renewed(page) == page, "run `make docs`"
