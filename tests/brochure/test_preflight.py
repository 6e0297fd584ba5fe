"""The finished sample, read back by preflight."""

from __future__ import annotations

import shutil

from report.messages import render
from report.preflight import judge
from tests.brochure.conftest import Sample

REASONS = {
    "g19-line-inks": "hair lines of the design in tints of the theme's colours, 0.35 to 0.4 pt",
    "c07-tiny-text": "white labels of 6.5 pt in the charts",
}
"""The warnings of the sample, each with why it stands."""


def test_no_file_of_the_sample_has_an_error(sample: Sample) -> None:
    for file in sample.built.files:
        judged = judge(file.data, separations=shutil.which("gs") is not None)
        assert set(judged.asked.standards) == set(file.standards)
        assert [render(p) for p in judged.problems if p.code not in REASONS] == []
        assert {p.severity for p in judged.problems} <= {"warning"}


def test_the_press_file_is_all_black_and_within_its_ink(sample: Sample) -> None:
    judged = judge(sample.built.files[0].data, separations=False)
    assert judged.file is not None
    assert max(style.fill.total for sheet in judged.file.sheets for style in sheet.marks.texts) <= 300
    assert all(image.ppi >= 300 and (image.ink or 0) < 300 for sheet in judged.file.sheets for image in sheet.images)
