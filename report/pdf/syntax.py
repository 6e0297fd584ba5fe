"""Numbers, strings, names and streams as PDF writes them (ISO 32000-1, 7.3)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import deflate

LEVEL = 6
"""Deflate level; higher ones cost more time than they save bytes in content streams and font programs."""
DENSE = 10
"""That of the object streams of a long file, whose dictionaries are nearly alike: a seventh less, for a hundredth of
its time."""
UNSAFE = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r"})
"""What a string in brackets cannot hold as it is: a bare carriage return would be read as a line feed (7.3.4.2)."""


@lru_cache(maxsize=16_384)
def num(value: float) -> str:
    """A number to a thousandth, without exponent or trailing zeros: PDF knows no 6e-17."""
    text = f"{value:.3f}"
    return text.rstrip("0").rstrip(".") if text != "-0.000" else "0"


def nums(values: Iterable[float]) -> str:
    return " ".join(map(num, values))


def fine(value: float) -> str:
    """A factor to a millionth, where a thousandth would be seen, as from font units to points."""
    return f"{round(value, 6) + 0.0:.6f}".rstrip("0").rstrip(".")


def text(value: str) -> bytes:
    """A text string in UTF-16BE (7.9.2.2)."""
    return b"<FEFF" + value.encode("utf-16-be").hex().upper().encode() + b">"


def literal(value: str) -> bytes:
    """A byte string of ASCII characters (7.3.4.2)."""
    escaped = value.encode("ascii")
    for byte in b"\\()":
        escaped = escaped.replace(bytes([byte]), b"\\" + bytes([byte]))
    return b"(" + escaped + b")"


def code_of(value: int) -> str:
    """A code of two bytes as it stands in a string in brackets, a character for a byte: half of what hexadecimal digits
    take, and a twentieth less when it is deflated."""
    return f"{chr(value >> 8)}{chr(value & 0xFF)}".translate(UNSAFE)


@lru_cache(maxsize=4096)
def name(value: str) -> bytes:
    """A name; bytes that are no regular characters as #xx (7.3.5)."""
    return b"/" + b"".join(
        bytes([b]) if 33 <= b <= 126 and b not in b"#()<>[]{}/%" else b"#%02X" % b for b in value.encode()
    )


def deflated(data: bytes, level: int = LEVEL) -> bytes:
    """Data in zlib format, by libdeflate: its bytes depend on its version alone, those of others on the CPU as well."""
    return bytes(deflate.zlib_compress(data, level))


def stream(data: bytes, entries: bytes = b"", compress: bool = True) -> bytes:
    """A stream object's bytes, with the end of line before `endstream` that PDF/A asks for (ISO 19005-2, 6.1.7.1)."""
    if compress:
        data = deflated(data)
        entries += b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)
