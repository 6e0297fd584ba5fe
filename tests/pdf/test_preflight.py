"""Preflight, which knows nothing of the writer, reads its files."""

from __future__ import annotations

from report.preflight import judge


def test_the_writer_keeps_what_preflight_asks(press: bytes, archive: bytes) -> None:
    """The picture of the tiny file is coarse on purpose."""
    errors = {p.code for p in judge(press, separations=False).problems if p.severity == "error"}
    assert errors == {"g21-picture-soft"}
    assert judge(archive, separations=False).problems == ()
