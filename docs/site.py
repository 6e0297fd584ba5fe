"""Makes the site of the manual in a folder by Sphinx (docs/conf.py); warnings are errors.

Run: make docs, or `python docs/site.py FOLDER`; `sphinx-build docs FOLDER` makes the same.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

DOCS = Path(__file__).parent


def made(target: Path) -> int:
    """The site in a folder; returns Sphinx's exit code."""
    with tempfile.TemporaryDirectory() as trees:
        line = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", "-d", trees]
        return subprocess.run([*line, str(DOCS), str(target)], check=False).returncode


if __name__ == "__main__":
    sys.exit(made(Path(sys.argv[1] if len(sys.argv) > 1 else "build/docs")))
