"""What a run does not need is not loaded: neither workbooks nor databases for facts in a text file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from pathlib import Path
from report.content import facts, read
from report.content.form import Log
from report.content.tables import read_csv
assert facts.facts_of_table(read_csv(Path(sys.argv[1]), "facts.csv", Log()), "", Log())
print(sorted(name for name in ("openpyxl", "sqlalchemy", "psycopg", "zipfile", "sqlite3") if name in sys.modules))
"""


def test_facts_in_a_text_file_load_no_library() -> None:
    command = [sys.executable, "-c", SCRIPT, str(ROOT / "data/kaifeng/facts.csv")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
