"""matplotlib is imported without a look at the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

DRAWS = """
from report.charts.plots import Bars, draw
from report.content.catalogue import read_catalogue
from report.resources import fonts
from report.typeset.faces import Faces
from tests.charts.made import LOOK, bar
draw(Bars((bar(3, "over"),), 300.0, LOOK), Faces(read_catalogue(fonts() / "fonts.yaml")))
import os
from matplotlib import font_manager
print([entry.name for entry in font_manager.fontManager.ttflist], os.environ.get("MPLCONFIGDIR"))
"""

OTHERS = """
from report import modules
from report.charts import loading
loading.load()
from matplotlib import font_manager
print(os.path.basename(font_manager.findfont("DejaVu Sans")), len(font_manager.fontManager.ttflist) > 30)
"""


def run(code: str, home: Path, **environment: str) -> str:
    there = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(home), "TMPDIR": str(home / "tmp"), **environment}
    (home / "tmp").mkdir(exist_ok=True)
    command = [sys.executable, "-c", f"import os\n{code}"]
    done = subprocess.run(command, cwd=home, env=there, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_drawing_lists_no_fonts_and_leaves_no_files(tmp_path: Path) -> None:
    assert run(DRAWS, tmp_path, MPLCONFIGDIR="") == "['DejaVu Sans']"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["tmp"]


def test_settings_of_the_user_are_neither_read_nor_touched(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "matplotlibrc").write_text("this is no setting\n")
    assert run(DRAWS, tmp_path, MPLCONFIGDIR=str(mine)) == f"['DejaVu Sans'] {mine}"
    assert [path.name for path in mine.iterdir()] == ["matplotlibrc"]


def test_other_users_of_matplotlib_find_fonts_when_they_ask(tmp_path: Path) -> None:
    assert run(OTHERS, tmp_path) == "DejaVuSans.ttf True"


ALONE = """
from report import modules
from report.charts import loading
modules.alone()
loading.load()
import inspect, sys
import matplotlib.artist as artist
import matplotlib.text
print("matplotlib.figure" in sys.modules, "(" in (matplotlib.text.Text.set.__doc__ or ""))
class Later(artist.Artist):
    def set_colour(self, colour):
        "Sets it."
print("colour" in inspect.signature(Later.set).parameters)
import matplotlib.figure
"""


def test_a_process_of_ours_spares_the_help_and_leaves_nothing_changed(tmp_path: Path) -> None:
    assert run(ALONE, tmp_path) == "False False\nTrue"


LITTLE = """
from report import modules
from report.charts import loading
modules.alone()
loading.load()
import sys
print([name for name in loading.STAND_INS if name in sys.modules])
from matplotlib.backend_bases import RendererBase
from matplotlib.font_manager import FontProperties
bare = RendererBase()
print([name for name in loading.STAND_INS if name in sys.modules])
print(FontProperties("DejaVu Sans:bold").get_weight(), FontProperties(family="Kai"))
print(bare._text2path.FONT_SCALE, len(bare._text2path.get_text_path(FontProperties("DejaVu Sans"), "$x$", True)[0]) > 9)
import matplotlib.mathtext, matplotlib.textpath, pyparsing
print(matplotlib.textpath.TextToPath.__module__, pyparsing.__version__ < "9999")
"""


def test_a_process_of_ours_reads_mathematics_and_patterns_when_someone_asks(tmp_path: Path) -> None:
    said = run(LITTLE, tmp_path).splitlines()
    assert said[:2] == ["[]", "[]"]
    assert said[2].startswith("bold Kai:")
    assert said[3:] == ["100.0 True", "matplotlib.textpath True"]


STRANGE = """
from report import modules
from report.charts import loading
loading.STAND_INS["matplotlib.path"] = ()
modules.alone()
loading.load()
from matplotlib.path import Path
from matplotlib.lines import Line2D
print(Path.__module__)
"""


def test_a_matplotlib_that_wants_more_is_loaded_whole(tmp_path: Path) -> None:
    assert run(STRANGE, tmp_path) == "matplotlib.path"
