"""Makes the site of the manual in a folder: the pages of docs, the page of messages, by Sphinx; warnings are errors.

Run: make docs, or `python docs/site.py FOLDER`.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DOCS = Path(__file__).parent
FOLDERS = ("blocks", "benchmarks", "static")
KINDS = (".md", ".png", ".css")


def made(target: Path) -> int:
    """The site in a folder; returns Sphinx's exit code."""
    with tempfile.TemporaryDirectory() as name:
        source = Path(name)
        gather(source)
        line = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html"]
        return subprocess.run([*line, "-d", str(source / ".trees"), name, str(target)], check=False).returncode


def gather(source: Path) -> None:
    """What the site is made of: pages, pictures, settings, and the page of messages."""
    for folder in (DOCS, *(DOCS / name for name in FOLDERS)):
        home = source / folder.relative_to(DOCS)
        home.mkdir(parents=True, exist_ok=True)
        for file in folder.iterdir():
            if file.suffix in KINDS:
                shutil.copy(file, home / file.name)
    shutil.copy(DOCS / "conf.py", source / "conf.py")
    (source / "messages.md").write_text(messages().page(), encoding="utf-8")


def messages():  # type: ignore[no-untyped-def]  # a module
    """The module that writes the page of messages."""
    spec = importlib.util.spec_from_file_location("messages_page", DOCS / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(made(Path(sys.argv[1] if len(sys.argv) > 1 else "build/docs")))
