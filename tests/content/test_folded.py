"""Maps of files as they are kept between runs: folded, and opened where somebody looks."""

from __future__ import annotations

import pytest

from report import packed, resources
from report.content.folded import Folded
from report.content.source import Fields, Items, Scalar, parse
from report.content.theme import read_theme
from report.layout.inside import records
from report.record import field_names, replace

TEXT = """甲:
  乙: {丙: 1, 丁: [一, '二', {戊: 三}]}
  己: |
    几行
    文字
空: {}
列: []
"""


def kept(value: Fields) -> Fields:
    data = packed.to_bytes(value)
    assert data is not None
    found = packed.from_bytes(data)
    assert type(found) is Folded
    return found  # type: ignore[no-any-return]


@pytest.fixture
def node() -> Fields:
    found = parse(TEXT.encode(), "r.yaml")
    assert isinstance(found, Fields)
    return found


def test_a_map_comes_back_as_it_was(node: Fields) -> None:
    assert kept(node) == node
    assert node == kept(node)
    assert kept(node) == kept(node)
    assert kept(node) != replace(node, entries=node.entries[:1])
    assert hash(kept(node)) == hash(node)
    assert kept(kept(node)) == node
    assert repr(kept(node)) == repr(node)


def test_only_what_is_looked_at_is_opened(node: Fields) -> None:
    found = kept(node)
    assert found.place == node.place
    assert type(found) is Folded
    inner = found.get("甲")
    assert type(found) is Fields
    assert type(inner) is Folded
    assert isinstance(inner, Fields)
    said = inner.get("己")
    assert isinstance(said, Scalar)
    assert (said.text, said.literal, said.body) == ("几行\n文字\n", True, node.get("甲").get("己").body)  # type: ignore[union-attr]
    assert isinstance(found.get("列"), Items)


def test_it_is_a_map_to_all_who_take_it_apart(node: Fields) -> None:
    match kept(node):
        case Fields(entries, place):
            assert (entries, place) == (node.entries, node.place)
        case _:
            raise AssertionError
    assert field_names(kept(node).__class__) == ("entries", "place")
    assert len(list(records(kept(node)))) == len(list(records(node)))
    assert replace(kept(node), place=node.place) == node


def test_a_theme_comes_back_as_it_was() -> None:
    theme = read_theme(resources.themes() / "brochure", None, ())
    data = packed.to_bytes(theme)
    assert data is not None
    assert packed.from_bytes(data) == theme
    assert packed.to_bytes(packed.from_bytes(data)) == data
