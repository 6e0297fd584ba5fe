"""A hundred brochures by Typst and matplotlib on two processes that stay: `many_by_typst.py HOME`."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.rivals.by_typst import build

if __name__ == "__main__":
    folders = sorted(Path(sys.argv[1]).glob("b*/work.json"))
    with ProcessPoolExecutor(2) as pool:
        for _ in pool.map(build, [path.parent for path in folders]):
            pass
