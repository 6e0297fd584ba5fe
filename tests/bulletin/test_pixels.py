"""The pages of the bulletin against kept pictures, as those of the brochure are (tests/brochure/test_pixels.py)."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests import tools
from tests.brochure.test_pixels import MEAN, SHARE, STRONG
from tests.bulletin.conftest import Bulletin

pytestmark = pytest.mark.xdist_group("bulletin")

KEPT = Path(__file__).parent / "pages"


@pytest.fixture(scope="session")
def rendered(bulletin: Bulletin, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    tools.run("pdftoppm", "-r", "60", "-png", bulletin.paths["press"], folder / "p")
    if os.environ.get("BANXIN_WRITE_EXPECTED"):
        KEPT.mkdir(exist_ok=True)
        for path in folder.glob("*.png"):
            Image.open(path).convert("RGB").save(KEPT / path.name, optimize=True)
    return folder


@pytest.mark.parametrize("page", range(1, 5))
def test_a_page_looks_as_it_did(rendered: Path, page: int) -> None:
    name = f"p-{page}.png"
    new, old = (np.asarray(Image.open(folder / name).convert("RGB"), np.int16) for folder in (rendered, KEPT))
    assert new.shape == old.shape
    difference = np.abs(new - old).max(axis=2)
    assert difference.mean() <= MEAN
    assert (difference > STRONG).mean() <= SHARE
