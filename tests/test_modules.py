"""Modules that are read late are the very modules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

CODE = """
import sys
from report.modules import later
later("PIL.Image")
from PIL import Image
print("PIL.ExifTags" in sys.modules)
import reportlab.lib.utils
print("PIL.ExifTags" in sys.modules, reportlab.lib.utils.Image is Image)
print(Image.new("L", (2, 3)).size, sys.modules["PIL.Image"] is Image, "PIL.ExifTags" in sys.modules)
later("PIL.Image")
import PIL.Image
print(PIL.Image is Image, isinstance(Image.new("L", (1, 1)), PIL.Image.Image))
later("report.no_such_module")
later("no_such_package.module")
"""


LEAN = """
import sys
from report import modules
modules.alone()
modules.lean()
from report.content import source
import report.pdf.backend, uharfbuzz, yaml
print([name for name in ("dis", "_ast", "PIL.ExifTags", "tokenize") if name in sys.modules])
from reportlab.lib.colors import toColor
from reportlab.lib.utils import rl_safe_eval
import ast, inspect, platform
print(rl_safe_eval("2 * 3"), toColor("rgb(255, 0, 0)").hexval(), ast.literal_eval("[1]"), bool(platform.machine()))
print(inspect.signature(print).parameters["sep"].name, inspect.CO_GENERATOR, inspect.__class__.__name__)
print(all(getattr(inspect, name) == value for name, value in modules.CODE_FLAGS.items()))
print(yaml.safe_load("a: [1.5, yes, 2026-03-08, 0x1F, !!binary aGk=]"), yaml.safe_dump({"a": "2026-03-08"}).strip())
"""
TOGETHER = """
import sys, threading
from report.modules import later
later("json.tool")
import json.tool
found = []
begin = threading.Barrier(8)
def look():
    begin.wait()
    found.append(json.tool.main)
threads = [threading.Thread(target=look) for _ in range(8)]
for one in threads: one.start()
for one in threads: one.join()
print(len(found), len(set(map(id, found))), hasattr(json.tool, "nothing"))
"""


def said(code: str) -> list[str]:
    line = [sys.executable, "-W", "error", "-c", code]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


def test_pillow_is_read_when_someone_looks_into_it() -> None:
    assert said(CODE) == ["False", "False True", "(2, 3) True True", "True True"]


def test_what_a_build_reads_late_is_there_for_who_asks() -> None:
    unread, evaluated, signature, flags, loaded = said(LEAN)
    assert unread == "[]"
    assert evaluated == "6 0xff0000 [1] True"
    assert signature == "sep 32 module"
    assert flags == "True"
    assert loaded == "{'a': [1.5, True, datetime.date(2026, 3, 8), 31, b'hi']} a: '2026-03-08'"


def test_threads_that_look_at_once_read_it_once() -> None:
    assert said(TOGETHER) == ["8 1 False"]
