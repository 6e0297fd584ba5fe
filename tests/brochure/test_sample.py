"""The sample brochure, judged by programs that are not ours."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from report.content.model import Blocks, Card, Cards, Chart, Inline, Prose, TemplatePage, Text, Topic, Wall
from report.units import MM
from tests import tools, verapdf
from tests.brochure.conftest import Sample

pytestmark = pytest.mark.xdist_group("brochure")

RGB = {"rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "ri"}


def test_there_are_twenty_pages_of_the_right_size(sample: Sample) -> None:
    with pikepdf.open(sample.path) as pdf:
        assert len(pdf.pages) == 20
        for page in pdf.pages:
            media, trim, bleed = ([float(v) for v in page[key]] for key in ("/MediaBox", "/TrimBox", "/BleedBox"))
            assert media[:2] == [0, 0]
            assert trim == pytest.approx([3 * MM, 3 * MM, 213 * MM, 288 * MM], abs=0.001)
            assert bleed == pytest.approx([0, 0, 216 * MM, 291 * MM], abs=0.001)
            assert media == bleed


def test_the_header_is_1_6_and_qpdf_finds_nothing(sample: Sample) -> None:
    assert sample.path.read_bytes().startswith(b"%PDF-1.6\n")
    assert "No syntax or stream encoding errors" in tools.run("qpdf", "--check", sample.path)


def test_every_font_is_embedded_subset_and_has_unicode(sample: Sample) -> None:
    rows = tools.run("pdffonts", sample.path).splitlines()[2:]
    assert len(rows) >= 5
    for row in rows:
        assert row.split()[-5:-2] == ["yes", "yes", "yes"], row
        assert "Helvetica" not in row
        assert row[6] == "+", row


def test_there_is_no_rgb_anywhere(sample: Sample) -> None:
    with pikepdf.open(sample.path) as pdf:
        for page in pdf.pages:
            used = {str(operator) for _, operator in pikepdf.parse_content_stream(page)}
            assert not used & RGB
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
                assert thing["/ColorSpace"] in ("/DeviceCMYK", "/DeviceGray")
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) and "/CS" in thing:
                assert thing["/CS"] == "/DeviceCMYK"


def test_ghostscript_sees_four_plates_only(sample: Sample, tmp_path: Path) -> None:
    arguments = ["-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r20", "-dFirstPage=15", "-dLastPage=15"]
    tools.run("gs", *arguments, f"-sOutputFile={tmp_path}/page.tif", sample.path)
    plates = sorted(path.name.partition("(")[2].partition(")")[0] for path in tmp_path.glob("*(*"))
    assert plates == ["Black", "Cyan", "Magenta", "Yellow"]


def test_every_printed_form_stands_in_the_text_of_its_page(sample: Sample) -> None:
    for number, page in enumerate(sample.report.pages, 1):
        for name in facts_of(page):
            printed = sample.report.facts[name].printed
            assert printed in sample.texts[number - 1], f"{printed} ({name}) on page {number}"


def test_every_fact_is_printed_somewhere(sample: Sample) -> None:
    assert len(sample.report.facts) == 58
    missing = [f.name for f in sample.report.facts.values() if not any(f.printed in text for text in sample.texts)]
    assert missing == []
    assert sample.built.figures == {"facts": 58, "matched": 58, "unmatched": 0}


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (1, "她们"),
        (1, "这五年"),
        (3, "目录"),
        (4, "开篇"),
        (8, "党建引领"),
        (8, "把组织建到每一个村庄和社区"),
        (10, "实干为要"),
        (12, "坚定信念"),
        (14, "靶向发力"),
        (16, "创新维权"),
        (19, "与党同心"),
        (19, "与城同行"),
    ],
)
def test_vertical_titles_are_text(sample: Sample, page: int, words: str) -> None:
    assert words in sample.texts[page - 1]


def test_the_contents_name_the_real_pages(sample: Sample) -> None:
    listed = sample.texts[2]
    for title, page in (("开篇", 4), ("五年一览", 6), ("党建引领", 8), ("创新维权", 16), ("下一步", 19)):
        assert title in listed
        assert str(page) in listed
        assert title in sample.texts[page - 1]


def test_outlines_lead_to_chapters_and_topics(sample: Sample) -> None:
    with pikepdf.open(sample.path) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        topics = [child.title for item in outline.root for child in item.children]
    assert titles[2] == "第一章 党建引领"
    assert len(titles) == 9
    assert len(topics) == 15


def test_no_type_is_nearer_than_three_millimetres_to_the_trim(sample: Sample) -> None:
    """Ink of every character, by pdfium; the giant numeral of an opener is a ground, not type to be read."""
    pdf = pypdfium2.PdfDocument(sample.path)
    seen = 0
    for number, page in enumerate(pdf, 1):
        text = page.get_textpage()
        for i in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(i)
            if right - left < 0.1 or top - bottom > 100:
                continue
            seen += 1
            where = f"{text.get_text_range(i, 1)!r} on page {number}"
            assert left >= 6 * MM, where
            assert right <= 210 * MM, where
            assert bottom >= 6 * MM, where
            assert top <= 285 * MM, where
    assert seen > 3000


def test_the_file_is_pdf_a_2u_and_pdf_ua_1(sample: Sample) -> None:
    verapdf.assert_conforms(sample.path, flavours=("2u", "ua1"))


def test_two_builds_in_different_surroundings_are_equal(sample: Sample, tmp_path: Path) -> None:
    """Another process, hash seed, time zone, locale and folder, and an empty cache."""
    odd = {"PYTHONHASHSEED": "77", "TZ": "America/St_Johns", "LC_ALL": "C", "BANXIN_CACHE": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "report", "build", "--force", "-o", str(tmp_path / "out")]
    home = Path(__file__).parents[2]
    done = subprocess.run(command, env={**os.environ, **odd}, cwd=home, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "kaifeng-press.pdf").read_bytes() == sample.path.read_bytes()


def facts_of(page: TemplatePage) -> set[str]:
    """The facts that a page names in its words, cards and charts of its regions."""
    return {name for region in page.regions.values() for name in _facts(region) if name}


def _facts(thing: object) -> Iterator[str]:
    match thing:
        case Text(text):
            yield from _printed(text)
        case Blocks(blocks):
            for block in blocks:
                yield from _facts(block)
        case Card():
            yield thing.fact
            yield from _printed(thing.label)
        case Cards(cards) | Wall(cards):
            for card in cards:
                yield from _facts(card)
        case Chart():
            yield from (series.fact for series in thing.series)
        case Topic():
            yield from _printed(thing.text)
            for block in thing.aside:
                yield from _facts(block)


def _printed(prose: Prose) -> Iterator[str]:
    yield from (inline.fact for paragraph in prose for inline in paragraph if isinstance(inline, Inline))
