"""Pages against kept pictures, at 60 dpi by poppler.

Tolerance: a page may differ from its picture by at most 1.5 of 255 on average, and by more than 64 in at most 0.5 % of
its pixels; releases of poppler differ by less, a moved word by more. After a change that is meant,
`BANXIN_WRITE_EXPECTED=1 pytest` of the test writes the pictures anew; look at them before they are committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from PIL import Image

from tests import tools

MEAN, STRONG, SHARE = 1.5, 64, 0.005


def rendered(path: Path, folder: Path, kept: Path) -> Path:
    """The folder with the pages of a file as pictures; where that is asked for, they are the kept ones from now on."""
    tools.run("pdftoppm", "-r", "60", "-png", path, folder / "p")
    if os.environ.get("BANXIN_WRITE_EXPECTED"):
        kept.mkdir(exist_ok=True)
        for one in folder.glob("*.png"):
            Image.open(one).convert("RGB").save(kept / one.name, optimize=True)
    return folder


def assert_alike(folder: Path, kept: Path, name: str) -> None:
    """A page looks as it did."""
    new, old = (np.asarray(Image.open(one / name).convert("RGB"), np.int16) for one in (folder, kept))
    assert new.shape == old.shape
    difference = np.abs(new - old).max(axis=2)
    assert difference.mean() <= MEAN
    assert (difference > STRONG).mean() <= SHARE
