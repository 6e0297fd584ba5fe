"""The structure tree of the sample's files, as pikepdf reads it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest

from tests.brochure.conftest import Sample

Found = tuple[str, str, pikepdf.Object]


def walk(element: pikepdf.Object) -> Iterator[Found]:
    """Role, role of the parent, and element, in order."""
    for kid in element.K:
        if not isinstance(kid, int) and kid.get("/Type") == "/StructElem":
            yield str(kid.S)[1:], str(element.S)[1:], kid
            yield from walk(kid)


def attributes(element: pikepdf.Object) -> dict[str, pikepdf.Object]:
    return {key: one[key] for one in element.get("/A", []) for key in one.keys()}  # noqa: SIM118 - a pikepdf object


@pytest.fixture(scope="module", params=["press", "office", "screen"])
def elements(request: pytest.FixtureRequest, sample: Sample) -> Iterator[tuple[Found, ...]]:
    (data,) = (file.data for file in sample.built.files if file.delivery == request.param)
    with pikepdf.open(BytesIO(data)) as file:
        assert not any("/Trans" in page for page in file.pages)
        yield tuple(walk(file.Root.StructTreeRoot.K))


def test_figures_have_words_and_a_box(elements: tuple[Found, ...]) -> None:
    for role, _, one in elements:
        if role == "Figure":
            assert str(one.Alt)
            assert "/BBox" in attributes(one)


def test_headings_begin_sections(elements: tuple[Found, ...]) -> None:
    heads = [(role, parent) for role, parent, _ in elements if role in ("H1", "H2", "H3")]
    assert heads
    assert {parent for _, parent in heads} == {"Sect"}
    assert all(str(one.K[0].S) in ("/H1", "/H2", "/H3") for role, _, one in elements if role == "Sect")


def test_entries_of_the_contents_are_references(elements: tuple[Found, ...]) -> None:
    for role, parent, one in elements:
        if role == "TOCI":
            assert parent == "TOC"
            assert [str(kid.S) for kid in one.K] == ["/Reference"]


def test_heads_of_tables_have_a_scope_and_tables_their_rows(elements: tuple[Found, ...]) -> None:
    parents = {"TH": {"TR"}, "TD": {"TR"}, "TR": {"Table"}}
    for role, parent, one in elements:
        assert parent in parents.get(role, {parent})
        if role == "TH":
            assert str(attributes(one)["/Scope"]) in ("/Column", "/Row")
