"""The guide for theme designers: its theme is sound, its report builds, its picture is of today."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from report.__main__ import main
from tests.docscripts import DOCS, loaded

ALIKE = 1.0
"""Mean difference of two pictures, of 255, that colours reduced to 64 leave."""


def test_the_theme_of_the_guide_is_sound_and_its_report_builds(tmp_path: Path) -> None:
    designing = loaded("designing")
    done = designing.built(tmp_path)
    assert done.problems == ()
    made = designing.picture(done.files[0].data)
    stored = Image.open(DOCS / "designing.png").convert("RGB")
    assert stored.size == made.size
    assert max(ImageStat.Stat(ImageChops.difference(stored, made)).mean) < ALIKE, "run `make docs`"
    out, err = io.StringIO(), io.StringIO()
    assert main(["theme", "check", "--lang", "zh", str(tmp_path / "青瓷")], out, err, {}) == 0
    assert "没有问题" in out.getvalue()
