"""A long report in the theme, made by formula (benchmarks/bulletin.py): nothing is left over, nothing stands early."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.bulletin import write
from report import resources
from report.content.read import read_report
from report.content.theme import read_theme
from report.deliver.cache import RunCache
from report.drawing import links_of
from report.layout.flow import lay_out
from report.typeset.faces import Faces
from report.units import MM
from tests.layout.tiny import Laid, runs

SECTIONS = 8


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    from report.content.catalogue import read_catalogue

    report, _ = read_report(write(tmp_path_factory.mktemp("long"), SECTIONS))
    faces = Faces(read_catalogue(resources.fonts() / "fonts.yaml"))
    theme = read_theme(resources.themes() / "bulletin")
    return Laid(*lay_out(report, theme, faces, RunCache(), lambda _done, _total: None))


def test_the_same_seed_writes_the_same_files(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
        write(folder, 3)
    assert [p.read_bytes() for p in sorted(one.iterdir())] == [p.read_bytes() for p in sorted(two.iterdir())]


def test_it_is_laid_out_without_a_problem(long: Laid) -> None:
    assert long.codes == []
    assert len(long.pages) > 30


def test_every_line_of_text_stands_on_the_grid(long: Laid) -> None:
    """Beside and below figures that parted its paragraph, too."""
    found = [
        (page.number, run)
        for page in long.pages
        for run in runs(page.items)
        if run.size == 9 and run.face.key.startswith("song")
    ]
    assert len(found) > 1000
    for number, run in found:
        lines = (run.y / MM - 29) / 4.75
        assert abs(lines - round(lines)) < 0.001, (number, run.text)


def test_figures_stand_in_order_none_before_its_reference(long: Laid) -> None:
    titles = [int(number) for number in re.findall(r"图(\d+)\s*.{2,4}服务", long.said)]
    assert titles == list(range(1, SECTIONS + 1))
    referred = {link.target: page.number for page in reversed(long.pages) for link in links_of(page.items)}
    for number in range(SECTIONS):
        (standing,) = (page for page in long.on(f"图{number + 1}") if page in _titled(long, number + 1))
        assert 0 <= standing - referred[f"图-c{number}"] <= 1


def _titled(long: Laid, number: int) -> list[int]:
    """The pages on which a figure has its title."""
    return [page.number for page in long.pages if re.search(rf"图{number}\s*.{{2,4}}服务", long.text(page.number))]


def test_no_column_is_left_half_empty_before_the_last_page(long: Laid) -> None:
    """Text goes on below and beside figures: on every page but the last, something reaches the foot."""
    for page in long.pages[:-1]:
        lowest = max(run.y for run in runs(page.items)) / MM
        assert lowest > 255, page.number
