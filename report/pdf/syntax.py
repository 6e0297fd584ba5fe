"""Numbers, strings and streams as PDF writes them (ISO 32000-1, 7.3)."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

LEVEL = 6
"""Deflate level; the same bytes on every machine come from the one zlib that the interpreter carries."""


def num(value: float) -> str:
    """A number to a thousandth, without exponent or trailing zeros: PDF knows no 6e-17."""
    if value == int(value):
        return str(int(value))
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def nums(values: Iterable[float]) -> str:
    return " ".join(map(num, values))


def text(value: str) -> bytes:
    """A text string in UTF-16BE (7.9.2.2)."""
    return b"<FEFF" + value.encode("utf-16-be").hex().upper().encode() + b">"


def name(value: str) -> bytes:
    """A name; bytes that are no regular characters as #xx (7.3.5)."""
    return b"/" + b"".join(
        bytes([b]) if 33 <= b <= 126 and b not in b"#()<>[]{}/%" else b"#%02X" % b for b in value.encode()
    )


def stream(data: bytes, entries: bytes = b"", compress: bool = True) -> bytes:
    """A stream object's bytes, with the end of line before `endstream` that PDF/A asks for (ISO 19005-2, 6.1.7.1)."""
    if compress:
        data = zlib.compress(data, LEVEL)
        entries += b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)
