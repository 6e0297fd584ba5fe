"""The pages of the sample against kept pictures, at 60 dpi by poppler.

Tolerance: a page may differ from its picture by at most 1.5 of 255 on average, and by more than 64 in at most 0.5 % of
its pixels; releases of poppler differ by less, a moved word by more. After a change that is meant,
`BANXIN_WRITE_EXPECTED=1 pytest tests/brochure/test_pixels.py` writes the pictures anew; look at them before they are
committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests import tools
from tests.brochure.conftest import Sample

pytestmark = pytest.mark.xdist_group("brochure")

KEPT = Path(__file__).parent / "pages"
MEAN, STRONG, SHARE = 1.5, 64, 0.005


@pytest.fixture(scope="session")
def rendered(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    tools.run("pdftoppm", "-r", "60", "-png", sample.path, folder / "p")
    if os.environ.get("BANXIN_WRITE_EXPECTED"):
        KEPT.mkdir(exist_ok=True)
        for path in folder.glob("*.png"):
            Image.open(path).convert("RGB").save(KEPT / path.name, optimize=True)
    return folder


@pytest.mark.parametrize("page", range(1, 21))
def test_a_page_looks_as_it_did(rendered: Path, page: int) -> None:
    name = f"p-{page:02d}.png"
    new, old = (np.asarray(Image.open(folder / name).convert("RGB"), np.int16) for folder in (rendered, KEPT))
    assert new.shape == old.shape
    difference = np.abs(new - old).max(axis=2)
    assert difference.mean() <= MEAN
    assert (difference > STRONG).mean() <= SHARE
