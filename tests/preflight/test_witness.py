"""veraPDF as the witness: what preflight calls broken in archive and access, it calls broken too."""

from __future__ import annotations

from pathlib import Path

from tests.preflight.catalogue import ACCESS, ARCHIVE
from tests.preflight.fixtures import broken
from tests.verapdf import judge

OURS_ALONE = {"2u": {"a2u-cidset"}, "ua1": set[str]()}
"""What veraPDF lets pass: it does not ask which glyphs a TrueType font with an Identity map holds."""


def test_verapdf_calls_the_same_files_broken(tmp_path: Path) -> None:
    for part, flavour in ((ARCHIVE, "2u"), (ACCESS, "ua1")):
        files = {}
        for code, spoil in part.items():
            path = tmp_path / f"{flavour}-{code}.pdf"
            path.write_bytes(broken(*(spoil if isinstance(spoil, tuple) else (spoil,))))
            files[code] = path
        judged = judge(list(files.values()), (flavour,))
        kept = {code for code, path in files.items() if not judged[path, flavour]}
        assert kept == OURS_ALONE[flavour]
