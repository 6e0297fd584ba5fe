"""The manual as a book: a report of ours, made of the pages of docs, and fit to be handed to a stranger."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

import report
from report.__main__ import main
from tests import tools
from tests.docscripts import DOCS, loaded
from tests.verapdf import assert_conforms


@pytest.fixture(scope="module")
def done() -> report.Result:
    made = loaded("manual").made()
    assert isinstance(made, report.Result)
    return made


@pytest.fixture(scope="module")
def book(done: report.Result, tmp_path_factory: pytest.TempPathFactory) -> Path:
    (path,) = done.write(tmp_path_factory.mktemp("manual"))
    return path


@pytest.fixture(scope="module")
def said(book: Path) -> str:
    return "".join(tools.run("pdftotext", book, "-").split())


def test_nothing_is_amiss_not_even_a_loose_line(done: report.Result) -> None:
    assert [(p.code, p.message, p.page) for p in done.problems] == []


def test_the_book_conforms(book: Path) -> None:
    assert_conforms(book)


def test_every_page_of_docs_is_a_section(book: Path, said: str) -> None:
    pages = loaded("manual").PAGES
    assert set(pages) == {path.stem for path in DOCS.glob("*.md")} - {"index", "messages"}
    with pikepdf.open(book) as pdf, pdf.open_outline() as outline:
        chapters = [entry for entry in outline.root if entry.children]
        assert sum(len(chapter.children) for chapter in chapters) == len(pages)
    titles = [(DOCS / f"{name}.md").read_text(encoding="utf-8").splitlines()[0].lstrip("# ") for name in pages]
    assert [title for title in titles if "".join(title.split()) not in said] == []


def test_code_and_markup_are_printed_as_they_are_written(said: str) -> None:
    assert "{{县区}}的家底" in said
    assert "`" not in said.replace("```", ""), "code stands without its ticks"


def test_headings_are_numbered_once(said: str) -> None:
    assert "1起头·Begin" not in said
    assert "起头·Begin" in said


def test_pictures_are_drawings(book: Path) -> None:
    """Only photographs of the examples are made of pixels."""
    with pikepdf.open(book) as pdf:
        pixels = {
            (int(image.Width), int(image.Height))
            for image in pdf.objects
            if isinstance(image, pikepdf.Stream) and image.get("/Subtype") == "/Image"
        }
    assert len(pixels) < 8


def test_the_theme_of_the_book_is_sound() -> None:
    out = io.StringIO()
    assert main(["theme", "check", "--lang", "zh", str(DOCS / "handbook")], out, io.StringIO(), {}) == 0, out.getvalue()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "先读一遍这个文件。Read the file first, then build it.",
            ["先读一遍这个文件。", "Read the file first, then build it."],
        ),
        (
            "写 `a: 1` 就行。`document-number` goes into Info.",
            ["写[a: 1]{代码}就行。", "[document-number]{代码} goes into Info."],
        ),
        (
            "**甲是甲。A is a letter of the alphabet.** 完了。",
            ["**甲是甲。**", "**A is a letter of the alphabet.**", "完了。"],
        ),
        ("**只补一次。** Inner sheets are smaller.", ["**只补一次。**", "Inner sheets are smaller."]),
        ("Marks 。、 are Chinese, and the sentence is English: 1. no, 2. yes.", None),
    ],
)
def test_sentences_of_two_languages_do_not_share_a_line(text: str, parts: list[str] | None) -> None:
    manual = loaded("manual")
    (node,) = manual._parsed(text)
    found = [one.replace(" ", "") for one, _ in manual.Words(manual.Book({})).paragraphs(node.children[0])]
    assert found == [one.replace(" ", "") for one in parts or [text]]
