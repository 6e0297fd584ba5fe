"""A report with every block, and random flows: nothing is lost, everything is in order, the file is sound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report import pipeline
from report.content.model import PLAIN, Block, Cards, Chapter, Columns, GuestBlock, Points, Quote, Report, Section
from report.content.theme import Theme
from report.deliver.cache import RunCache
from report.layout.flow import lay_out
from report.layout.references import inlines
from report.pdf.document import write_pdf
from report.typeset.faces import Faces
from report.units import MM
from tests import tools, verapdf
from tests.layout.making import everything, table
from tests.layout.making import places as districts
from tests.layout.tiny import PLACE, Laid, Press, card, marks, prose, runs, text

GROUPED = "片区"
"""The name of the column whose values are rows of their own."""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return everything(tmp_path_factory.mktemp("everything"))


@pytest.fixture(scope="module")
def laid(report: Report, theme: Theme, faces: Faces) -> Laid:
    return Laid(*lay_out(report, theme, faces, RunCache(), lambda _done, _total: None))


def bare(said: str) -> str:
    return "".join(said.replace("\u2060", "").split())


def test_the_report_holds_every_kind_of_block(report: Report) -> None:
    from report.layout.blocks.dispatch import MAKERS

    kinds = {type(item) for item in report.body}
    assert set(MAKERS) - {GuestBlock} <= kinds, "a program would have to draw that one"
    assert {"Cover", "TitlePage", "Chapter", "Attachment", "Blank", "Break", "BackCover"} <= {k.__name__ for k in kinds}


def test_nothing_is_wrong_with_it(laid: Laid) -> None:
    assert [one.code for one in laid.problems if one.severity == "error"] == []
    assert sorted(laid.codes) == ["quiet-page"]


def test_every_word_of_the_source_is_on_a_page(report: Report, laid: Laid) -> None:
    said = bare(laid.said)
    assert [inline.text for inline in inlines(report.body) if bare(inline.text) not in said] == [GROUPED]


def test_every_figure_of_a_card_is_on_a_page(report: Report, laid: Laid) -> None:
    cards = [one for item in report.body if isinstance(item, Cards) for one in item.cards]
    said = bare(laid.said)
    assert [one.figure.text for one in cards if bare(one.figure.text) not in said] == []


def test_nothing_of_the_flow_leaves_its_page(laid: Laid) -> None:
    for page in laid.pages:
        for run in runs(page.items):
            right = run.x if run.vertical else run.x + run.width
            assert run.x >= 8 * MM, (page.number, run.text)
            assert right <= 202 * MM, (page.number, run.text)
            assert 8 * MM <= run.y <= 277 * MM, (page.number, run.text)


def test_every_figure_says_what_it_shows(laid: Laid) -> None:
    for page in laid.pages:
        for mark in marks(page.items):
            if mark.role == "Figure":
                assert mark.alt, (page.number, mark)


@pytest.fixture(scope="module")
def built(report: Report, laid: Laid, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("built") / "everything.pdf"
    path.write_bytes(write_pdf(laid.paged, pipeline._settings(report, report.deliveries[0], RunCache())))
    return path


def test_the_file_keeps_the_standards(built: Path) -> None:
    verapdf.assert_conforms(built)


def test_the_file_is_sound(laid: Laid, built: Path) -> None:
    assert "No syntax or stream encoding errors" in tools.run("qpdf", "--check", built)
    pages = tools.run("pdftotext", "-raw", built, "-").split("\f")[:-1]
    assert len(pages) == len(laid.pages)
    for page, said in zip(laid.pages, pages, strict=True):
        for mark in marks(page.items):
            if mark.role in ("H1", "H2", "H3"):
                words = "".join(run.text for run in runs(mark.items))
                assert bare(words) in bare(said), (page.number, words)


MADE: dict[str, Callable[[int], tuple[Block, str]]] = {
    "text": lambda n: (text(f"段{n}。" + "字" * (n * 37 % 300)), f"段{n}。" + "字" * (n * 37 % 300)),
    "points": lambda n: (Points((prose(f"点{n}"), prose("项" * 90)), True, PLACE), f"1.点{n}2." + "项" * 90),
    "quote": lambda n: (Quote(prose(f"引{n}。"), prose("谁"), PLACE), f"引{n}。谁"),
    "section": lambda n: (Section(3, prose(f"小节{n}"), PLACE), f"小节{n}"),
    "cards": lambda n: (Cards((replace(card(str(n)), label=prose("卡")),), PLACE), f"{n}个卡"),
    "columns": lambda n: (Columns(((text(f"左{n}。"),), (text(f"右{n}。"),)), PLACE), f"左{n}。右{n}。"),
    "table": lambda n: (table(districts(n % 45 + 2), title=prose(f"表{n}"), common=PLAIN), ""),
    "chapter": lambda n: (Chapter(prose(f"章{n}"), (), None, PLACE), f"章{n}"),
}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(sorted(MADE)), st.integers(1, 400)), min_size=1, max_size=14))
def test_any_flow_says_everything_once_and_in_order(kinds: list[tuple[str, int]]) -> None:
    body, said = [], []
    for kind, number in kinds:
        block, words = MADE[kind](number)
        body.append(block)
        said.append(words or f"表{number}")
    laid = PRESS[0].lay(*body)
    assert [code for code in laid.codes if code != "quiet-page"] == []
    found = bare(laid.said)
    at = 0
    for words in said:
        at = found.index(words, at) + len(words)
    for page in laid.pages:
        assert all(run.vertical or run.y <= 260 * MM + 0.01 for run in runs(page.items) if run.size < 40)


PRESS: list[Press] = []


@pytest.fixture(autouse=True)
def _press(press: Press) -> None:
    PRESS[:] = [press]
