"""Specimen books: all that a theme has is in them, and they keep PDF/A-2u and PDF/UA-1."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from report.content.keys import BLOCKS
from report.content.read import read_checked
from report.content.theme import Theme, read_theme
from report.deliver.cache import RunCache
from report.layout.charts import DRAWERS
from report.specimen import CONTENT, TABLES, Bench, Book, picture, report_text, specimen
from report.specimen.sheets import colour_sheets, cut, style_sheets
from tests import tools, verapdf
from tests.themes.making import BROCHURE, FOGRA39, PRESS, theme


def book(of: Theme) -> Book:
    return specimen(of, Bench(PRESS.catalogue, FOGRA39, RunCache(), lambda _stage, _done, _total: None))


@pytest.fixture(scope="module")
def brochure() -> Theme:
    return read_theme(BROCHURE)


@pytest.fixture(scope="module")
def made(brochure: Theme, tmp_path_factory: pytest.TempPathFactory) -> Path:
    done = book(brochure)
    assert [p.code for p in done.problems if p.severity != "notice"] == []
    path = tmp_path_factory.mktemp("specimen") / "brochure.pdf"
    path.write_bytes(done.data)
    return path


def said(path: Path) -> str:
    return "".join(tools.run("pdftotext", "-raw", path, "-").split())


def test_the_book_keeps_its_standards(made: Path) -> None:
    verapdf.assert_conforms(made)
    assert "No syntax or stream encoding errors" in tools.run("qpdf", "--check", made)


def test_every_style_and_every_colour_is_in_it(brochure: Theme, made: Path) -> None:
    words = said(made)
    assert [name for name in brochure.styles if name not in words] == []
    assert [name for name in brochure.palette.colours if name not in words] == []
    assert "C22M98Y85K22·共227%" in words
    assert "song700·13磅" in words


def test_every_block_and_every_chart_has_its_example(brochure: Theme, tmp_path: Path) -> None:
    report = tmp_path / "r.yaml"
    for name, text in TABLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "样图.png").write_bytes(picture(600, 400, 4))
    report.write_text(report_text(brochure, ()), encoding="utf-8")
    found = read_checked(report).report.body
    kinds = {getattr(item, "kind", "") for item in found}
    scenes = {"warp", "wave", "lanterns", "courtyards", "net"}
    assert set(DRAWERS) - scenes - kinds == set()
    text = CONTENT.read_text(encoding="utf-8")
    elsewhere = {"page", "three-columns", "attachment", "break", "blank", "include", "closing", "kpi-wall", "flowable"}
    assert [key.name for key in BLOCKS if key.name not in elsewhere and f"- {key.zh}:" not in text] == []


def test_every_ground_of_tiles_is_in_it(brochure: Theme) -> None:
    text = report_text(brochure, ())
    assert [
        name for name in brochure.root.sub("tiles").names() if name != "plain" and f'底: "{name}"' not in text
    ] == []


def test_a_theme_of_its_own_is_set_in_its_own_look(tmp_path: Path, made: Path) -> None:
    own = read_theme(theme(tmp_path, "colours: {朱: [0, 90, 90, 10]}\nstyles: {flow-body: {size: 10}}\n"))
    done = book(own)
    path = tmp_path / "own.pdf"
    path.write_bytes(done.data)
    assert "C0M90Y90K10·共190%" in said(path)
    assert "hei400·10磅" in said(path)
    assert "C0M90Y90K10·共190%" not in said(made)


def test_a_theme_without_a_flow_has_colours_and_styles(tmp_path: Path) -> None:
    folder = tmp_path / "小"
    folder.mkdir()
    (folder / "theme.yaml").write_text(
        "name: 小\ninline: {strong: {face: hei, weight: 700}, kai: {face: kai, weight: 400}}\n"
        "page: {width: 148, height: 210, bleed: 3, safe: 5, foot: 200}\n"
        "colours: {ink: [0, 0, 0, 100], 金: {spot: 金墨, alternate: [20, 40, 80, 10]}, white: [0, 0, 0, 0]}\n"
        "styles: {body: {face: song, weight: 400, size: 10.5}, 反: {face: hei, weight: 700, size: 9, colour: white}}\n",
        encoding="utf-8",
    )
    done = book(read_theme(folder))
    assert [p.code for p in done.problems] == ["specimen-without-flow"]
    path = tmp_path / "小.pdf"
    path.write_bytes(done.data)
    assert done.pages == 2
    assert "专色金墨100%" in said(path)
    verapdf.assert_conforms(path)


def test_the_same_theme_gives_the_same_bytes(brochure: Theme, made: Path, tmp_path: Path) -> None:
    copied = Path(shutil.copytree(BROCHURE, tmp_path / "brochure"))
    assert book(read_theme(copied)).data == made.read_bytes()


def test_a_sample_is_cut_to_its_line(brochure: Theme) -> None:
    assert cut("妇女之家 2026", brochure.styles["opener-numeral"], 90) == "妇"
    assert cut("妇女之家 2026", brochure.styles["body"], 90) == "妇女之家 2026"


def test_sheets_have_room_for_all(brochure: Theme) -> None:
    for sheets in (colour_sheets(brochure, FOGRA39.path), style_sheets(brochure, FOGRA39.path)):
        found = list(sheets)
        assert found[0].entry
        assert not any(sheet.entry for sheet in found[1:])
