"""Plates of a page that holds pages of other files: only Ghostscript parts these into inks, where there is one."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

TIME = 60
"""Seconds after which Ghostscript is given up."""


def ghostscript() -> str | None:
    """The program, if there is one."""
    return shutil.which("gs") or shutil.which("gswin64c")


def separated(program: str, data: bytes, ink: str, dpi: float) -> Image.Image | None:
    """The plate of an ink of a file of one page, black where it prints; None where Ghostscript gives up."""
    from PIL import Image

    with TemporaryDirectory(prefix="banxin-preview-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "page.pdf"
        source.write_bytes(data)
        asked = [program, "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{dpi:.4f}"]
        try:
            done = subprocess.run(
                [*asked, f"-sOutputFile={folder / 'p%d.tif'}", str(source)],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=TIME,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        wanted = re.compile(rf"p1\({re.escape(ink)}\)\.tif", re.I)
        plate = next((file for file in folder.iterdir() if wanted.fullmatch(file.name)), None)
        if done.returncode or plate is None:
            return None
        return Image.open(BytesIO(plate.read_bytes())).convert("L")
