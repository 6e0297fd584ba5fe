"""The pages of the sample against kept pictures (tests/pixels.py says how near they must be)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import pixels
from tests.brochure.conftest import Sample

pytestmark = pytest.mark.xdist_group("brochure")

KEPT = Path(__file__).parent / "pages"


@pytest.fixture(scope="session")
def rendered(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pixels.rendered(sample.path, tmp_path_factory.mktemp("pages"), KEPT)


@pytest.mark.parametrize("page", range(1, 21))
def test_a_page_looks_as_it_did(rendered: Path, page: int) -> None:
    pixels.assert_alike(rendered, KEPT, f"p-{page:02d}.png")
