"""A finished chart is drawn once: what its key depends on, and that a hit needs no matplotlib."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from report.charts.plots import Bars, key_of
from report.content.catalogue import read_catalogue
from report.layout import charts
from report.layout.desk import Desk, Frame
from report.problem import Place
from report.resources import fonts
from report.typeset import Span
from report.typeset.faces import Faces
from report.units import MM

from .made import LOOK, PALE, bar, chart, series, shapes, spec, words

PLOT = Bars((bar(500, "over", "500多"), bar(70)), 101 * MM, LOOK)

EVERY_CHART = """
import sys
from pathlib import Path
from decimal import Decimal
if sys.argv[2] == "blocked":
    class Blocked:
        def find_spec(self, name, path=None, target=None):
            if name.partition(".")[0] in ("matplotlib", "numpy"):
                raise ImportError(f"{name} is blocked")
    sys.meta_path.insert(0, Blocked())
from report.content.catalogue import read_catalogue
from report.deliver.cache import FolderCache
from report.layout import charts
from report.layout.desk import Desk, Frame
from report.resources import fonts
from report.typeset.faces import Faces
from tests.charts.made import EVERY, brochure, spec

theme = brochure()
desk = Desk(theme, Faces(read_catalogue(fonts() / "fonts.yaml")), FolderCache(Path(sys.argv[1])), ".")
for given in EVERY:
    print(charts.chart(desk, given, spec(theme), Frame(10.0, 20.0, 290.0, 400.0)))
print("matplotlib" in sys.modules, desk.problems, file=sys.stderr)
"""


def run(folder: Path, how: str, **environment: str) -> tuple[str, str]:
    """A process of its own that draws a chart of each kind; what it got, and whether matplotlib was imported."""
    root = Path(__file__).parents[2]
    there = {**os.environ, "PYTHONPATH": str(root), **environment}
    command = [sys.executable, "-c", EVERY_CHART, str(folder), how]
    done = subprocess.run(command, cwd=root, env=there, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr.strip()


def test_kept_charts_are_the_drawn_ones_and_need_no_matplotlib(tmp_path: Path) -> None:
    drawn, imported = run(tmp_path, "free", PYTHONHASHSEED="1")
    assert imported == "True []"
    kept, imported = run(tmp_path, "blocked", PYTHONHASHSEED="2")
    assert imported == "False []"
    assert kept == drawn


def test_two_processes_draw_the_same(tmp_path: Path) -> None:
    first, _ = run(tmp_path / "a", "free", PYTHONHASHSEED="1", LC_ALL="C", TZ="Asia/Shanghai")
    second, _ = run(tmp_path / "b", "free", PYTHONHASHSEED="2", LC_ALL="C.UTF-8", TZ="UTC")
    assert first == second


def test_what_changes_the_drawing_changes_the_key(faces: Faces) -> None:
    changed = [
        replace(PLOT, width=100 * MM),
        replace(PLOT, look=LOOK._replace(pale_length=2 * MM)),
        replace(PLOT, bars=(bar(501, "over", "500多"), bar(70))),
        replace(PLOT, bars=(bar(500, "near", "500多"), bar(70))),
        replace(PLOT, bars=(bar(500, "over", "500余"), bar(70))),
        replace(PLOT, bars=(bar(500, "over", "500多")._replace(colour=PALE), bar(70))),
    ]
    keys = {key_of(plot, faces) for plot in (PLOT, *changed)}
    assert len(keys) == 1 + len(changed)


def test_another_font_file_changes_the_key(faces: Faces) -> None:
    catalogue = read_catalogue(fonts() / "fonts.yaml")
    hei = catalogue.families["hei"]
    newer = replace(hei, faces=tuple(replace(face, sha256="0" * 64) for face in hei.faces))
    other = replace(catalogue, families={**catalogue.families, "hei": newer})
    assert key_of(PLOT, Faces(other)) != key_of(PLOT, faces)


def test_where_the_author_wrote_it_changes_no_key(faces: Faces) -> None:
    moved = Span("500多", None, Place("other.yaml", 99, 1))
    elsewhere = bar(500, "over", "500多")._replace(said=replace(words("500多"), spans=(moved,)))
    assert key_of(replace(PLOT, bars=(elsewhere, bar(70))), faces) == key_of(PLOT, faces)


def test_a_chart_with_a_problem_is_not_kept(desk: Desk) -> None:
    long = chart("bar", series(5, ("", "5", "万人参加了这一年里的全部培训和讲座")))
    for _ in range(2):
        desk.problems.clear()
        charts.chart(desk, long, spec(desk.theme), Frame(0.0, 0.0, 101 * MM, 400.0))
        assert [found.code for found in desk.problems] == ["line-overflow"]


class Kept(dict[str, bytes]):
    """A cache whose entries can be seen and damaged."""

    def put(self, key: str, data: bytes) -> None:
        self[key] = data


def test_a_damaged_entry_is_drawn_again(desk: Desk) -> None:
    kept = Kept()
    careful = replace(desk, cache=kept)
    given, frame = chart("bar", series(5, ("", "5", "场"))), Frame(0.0, 0.0, 101 * MM, 400.0)
    first = charts.chart(careful, given, spec(desk.theme), frame)
    ((key, data),) = kept.items()
    kept[key] = data[:-20]
    assert charts.chart(careful, given, spec(desk.theme), frame) == first
    assert kept == {key: data}


def test_a_kept_chart_stands_wherever_it_is_asked_for(desk: Desk) -> None:
    given = chart("bar", series(5, ("", "5", "场")))
    here, there = (charts.chart(desk, given, spec(desk.theme), Frame(x, 0.0, 101 * MM, 400.0)) for x in (0.0, 50.0))
    (one,), (other,) = shapes(here.items), shapes(there.items)
    assert other.path.points[0] - one.path.points[0] == 50.0
