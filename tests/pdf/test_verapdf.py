"""veraPDF on tiny documents: what we write conforms, and what is broken on purpose is seen."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from tests.pdf import tiny
from tests.verapdf import assert_conforms, judge


def broken(data: bytes, path: Path) -> tuple[Path, dict[str, str]]:
    """One file broken in several ways, and the rule of each flavour that must say so."""
    (path / "whole.pdf").write_bytes(data)
    with pikepdf.open(path / "whole.pdf") as file:
        del file.Root.MarkInfo
        del file.Root.OutputIntents
        font = next(
            one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
        )
        del font["/FontFile2"]
        file.save(path / "broken.pdf")
    return path / "broken.pdf", {"2u": "6.2.11.4.1-1", "ua1": "6.2-1"}


def test_all_standards_at_once_and_each_edition(press: bytes, archive: bytes, tmp_path: Path) -> None:
    (tmp_path / "press.pdf").write_bytes(press)
    (tmp_path / "archive.pdf").write_bytes(archive)
    (tmp_path / "blank.pdf").write_bytes(tiny.pdf(()))
    files = [tmp_path / name for name in ("press.pdf", "archive.pdf", "blank.pdf")]
    assert_conforms(*files, flavours=("2b", "2u", "ua1"))


def test_information_equals_xmp_by_the_rules_of_the_first_part(press: bytes, tmp_path: Path) -> None:
    """PDF/A-1, which we do not write, is the part whose clause 6.7.3 compares the two."""
    (tmp_path / "press.pdf").write_bytes(press)
    failures = judge([tmp_path / "press.pdf"], ("1b",))[tmp_path / "press.pdf", "1b"]
    assert failures
    assert not [one for one in failures if one.rule.startswith("6.7.3")]


def test_a_broken_file_is_seen_to_be_broken(press: bytes, tmp_path: Path) -> None:
    file, rules = broken(press, tmp_path)
    found = judge([file], tuple(rules))
    for flavour, rule in rules.items():
        assert rule in {one.rule for one in found[file, flavour]}
