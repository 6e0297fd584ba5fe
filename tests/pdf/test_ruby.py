"""Readings over their characters as Ruby, RB and RT (PDF 1.7, 14.8.4.4.3), as pikepdf and veraPDF read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from report.drawing import Item
from report.typeset import Span, set_line, set_paragraph, set_vertical
from tests.pdf import tiny
from tests.verapdf import assert_conforms

READ = (
    Span("古城"),
    Span("开封", ruby=("kāi", "fēng")),
    Span("在"),
    Span("河南", ruby=("Hénán",)),
    Span("，好。"),
)
WANTED = [("P", "古城"), ("RB", "开"), ("RT", "kāi"), ("RB", "封"), ("RT", "fēng"), ("P", "在")]
WANTED += [("RB", "河南"), ("RT", "Hénán"), ("P", "，好。")]


def elements(data: bytes) -> list[tuple[str, str, str]]:
    """Role, parent's role and language of each element."""
    with pikepdf.open(BytesIO(data)) as file:
        return list(_below(file.Root.StructTreeRoot.K))


def _below(element: pikepdf.Object) -> Iterator[tuple[str, str, str]]:
    for kid in element.K:
        if not isinstance(kid, int) and kid.get("/Type") == "/StructElem":
            yield str(kid.S)[1:], str(element.S)[1:], str(kid.get("/Lang", ""))
            yield from _below(kid)


def order(items: tuple[Item, ...]) -> list[tuple[str, str]]:
    """What is marked as what, in reading order."""
    from report.drawing import Marked, Run

    found: list[tuple[str, str]] = []

    def walk(item: Item, role: str) -> None:
        if isinstance(item, Run):
            if found and found[-1][0] == role == "P":
                found[-1] = (role, found[-1][1] + item.text)
            else:
                found.append((role, item.text))
        elif isinstance(item, Marked):
            for inner in item.items:
                walk(inner, item.role)

    for item in items:
        walk(item, "P")
    return found


def horizontal() -> tuple[Item, ...]:
    return set_line(READ, tiny.style(), tiny.faces()).items(20, 40)


def broken() -> tuple[Item, ...]:
    return set_paragraph(READ, 36.0, tiny.style(), tiny.faces()).items(20, 40)


def vertical() -> tuple[Item, ...]:
    return set_vertical(READ, tiny.style(), tiny.faces(), 12, 150, 18).items(200, 20)


def test_each_reading_follows_its_base() -> None:
    assert order(horizontal()) == WANTED
    assert order(vertical()) == [*WANTED]


def test_a_reading_stays_with_its_character_over_the_end_of_a_line() -> None:
    spans = (Span("我们去开"), Span("重庆市", ruby=("chóng", "qìng", "shì")))
    for measure in (30.0, 40.0, 50.0, 62.0, 76.0):
        found = order(set_paragraph(spans, measure, tiny.style(), tiny.faces()).items(0, 0))
        read = [text for role, text in found if role in ("RB", "RT")]
        assert read == ["重", "chóng", "庆", "qìng", "市", "shì"], measure


def test_all_of_a_text_may_have_readings() -> None:
    spans = (Span("开封", ruby=("kāi", "fēng")),)
    wanted = [("RB", "开"), ("RT", "kāi"), ("RB", "封"), ("RT", "fēng")]
    assert order(set_line(spans, tiny.style(), tiny.faces()).items()) == wanted


@pytest.mark.parametrize("made", [horizontal, broken, vertical])
def test_the_tree_has_ruby_and_conforms(made, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    data = tiny.pdf((tiny.p(*made()),))
    one = [("Ruby", "P", ""), ("RB", "Ruby", ""), ("RT", "Ruby", "zh-Latn-pinyin")]
    assert elements(data) == [("P", "Document", ""), *one * 3]
    (tmp_path / "ruby.pdf").write_bytes(data)
    assert_conforms(tmp_path / "ruby.pdf", flavours=("2u", "ua1"))


def test_the_content_of_base_and_reading_is_what_they_say() -> None:
    data = tiny.pdf((tiny.p(*horizontal()),))
    with pikepdf.open(BytesIO(data)) as file:
        page = file.pages[0]
        stretches = re.findall(r"/(RB|RT)<<.*?>>BDC(.*?)EMC", page.Contents.read_bytes().decode(), re.DOTALL)
        said = [role for role, _ in stretches]
    assert said == ["RB", "RT"] * 3


def test_extractors_find_base_and_reading(tmp_path: Path) -> None:
    path = tmp_path / "ruby.pdf"
    path.write_bytes(tiny.pdf((tiny.p(*horizontal()),)))
    for name, extract in tiny.EXTRACTORS.items():
        said = tiny.squashed(extract(path))
        assert sorted(said) == sorted("古城开封在河南，好。kāifēngHénán"), name
