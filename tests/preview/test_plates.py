"""Plates made from a page itself are those that Ghostscript makes from the file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from report.deliver.cache import RunCache
from report.drawing import Paged
from report.pdf.document import PdfSettings, write_pdf
from report.pdf.plates import PROCESS
from report.pdf.proofs import NOBODY
from report.preview.pictures import Asked, Pictures
from report.preview.separations import separated
from tests.preview.demo import rehearsal
from tests.tools import need


@pytest.mark.parametrize("ink", PROCESS)
def test_a_plate_is_what_ghostscript_separates(tmp_path: Path, ink: str) -> None:
    program = need("gs")
    take = rehearsal(tmp_path).take()
    assert take.stage is not None
    leaf = take.leaves[0]
    memory = RunCache()
    own = Pictures(memory).png(take.stage, leaf, Asked(1, 1, 800, ink))
    assert own is not None
    settings = PdfSettings((), take.stage.condition, links=False, cache=memory, tool_version="")
    sheet = leaf.page.sheet
    dpi = 800 / (sheet.width + 2 * sheet.margin) * 72
    theirs = separated(program, write_pdf(Paged(NOBODY, (leaf.page,)), settings), ink, dpi)
    assert theirs is not None
    image = Image.open(BytesIO(own)).convert("L").resize(theirs.size)
    one, other = np.asarray(image, np.int16), np.asarray(theirs, np.int16)
    assert np.abs(one - other).mean() < 2
    assert abs(float(one.mean()) - float(other.mean())) < 1.5
