"""Modules that are read late are the very modules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

CODE = """
import sys
from report.modules import later
later("PIL", "Image")
from PIL import Image
print("PIL.ExifTags" in sys.modules)
import reportlab.lib.utils
print("PIL.ExifTags" in sys.modules, reportlab.lib.utils.Image is Image)
print(Image.new("L", (2, 3)).size, sys.modules["PIL.Image"] is Image, "PIL.ExifTags" in sys.modules)
later("PIL", "Image")
import PIL.Image
print(PIL.Image is Image, isinstance(Image.new("L", (1, 1)), PIL.Image.Image))
later("report", "no_such_module")
"""


def test_pillow_is_read_when_someone_looks_into_it() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["False", "False True", "(2, 3) True True", "True True"]
