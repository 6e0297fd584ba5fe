"""Content streams into instructions: an operator and its operands, still as bytes.

Most of a page is outlines, so all segments of a path are one instruction, and operands are read by who needs them.
What the pattern does not cover (comments, inline images, nested arrays) is read by pikepdf, which takes ten times as
long.
"""

from __future__ import annotations

import re
import warnings
from typing import Any

from report.named import NamedTuple
from report.patterns import late

PATH = b"path"
"""The operator of all segments between two painting operators; its operands are the segments as they stand."""
BROKEN = b"broken"
"""The operator that stands where a stream cannot be read."""
INLINE = b"INLINE IMAGE"
END = b"BanxinEnd"
"""An operator that no stream has, behind its last one."""
SEGMENTS = frozenset((b"m", b"l", b"c", b"v", b"y", b"h", b"re"))

_NUMBER = rb"[-+.\d]++"
_STRING = rb"\((?:[^()\\]|\\.)*+\)"
_HEX = rb"<[0-9A-Fa-f\s]*+>"
_FLAT = rb"(?:[^\[\]()<>%]|" + _HEX + rb"|" + _STRING + rb")*+"
_OPERANDS = b"|".join(
    (
        _NUMBER,
        rb"/[^\s\[\]<>(){}/%]*+",
        _HEX,
        rb"\[" + _FLAT + rb"\]",
        _STRING,
        rb"<<" + _FLAT + rb">>",
        rb"(?:true|false|null)\b",
    )
)
_SEGMENTS = rb"(?P<path>(?:(?:" + _NUMBER + rb"\s++)*+(?:re|[mlcvyh])(?![A-Za-z0-9*'\"])\s*+)++)"
_OTHER = rb"(?P<operands>(?:(?:" + _OPERANDS + rb")\s*+)*+)(?P<operator>[A-Za-z'\"][A-Za-z0-9*]*+)"
_INSTRUCTION = late(rb"\s*+(?:" + _SEGMENTS + rb"|" + _OTHER + rb")\s*+", re.DOTALL)
_QUOTED = late(_HEX + b"|" + _STRING, re.DOTALL)
_RECTANGLE = late(rb"((?:[-+.\d]+\s+){4})re")
_LETTERS = bytes(range(65, 123))
_ESCAPE = late(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}


class Instruction(NamedTuple):
    """An operator, its operands as written, and, for an inline image, the object that pikepdf made of it."""

    operator: bytes
    operands: bytes
    inline: Any = None


def instructions(data: bytes) -> list[Instruction]:
    """The instructions of a content stream."""
    found: list[Instruction] = []
    at = 0
    for match in _INSTRUCTION.finditer(data):
        if match.start() != at:
            break
        at = match.end()
        if path := match["path"]:
            found.append(Instruction(PATH, path))
        elif match["operator"] == b"BI":
            break
        else:
            found.append(Instruction(match["operator"], match["operands"]))
    else:
        if not data[at:].strip(b"\0 \t\r\n\f"):
            return found
    return _by_pikepdf(data)


def _by_pikepdf(data: bytes) -> list[Instruction]:
    """The instructions as pikepdf reads them, up to a mark behind the data: it says nothing of what ends within a
    string or a list, but then the mark is not found."""
    import pikepdf

    found: list[Instruction] = []
    try:
        with pikepdf.new() as holder, warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            stream = pikepdf.Stream(holder, data + b"\n" + END)
            found = [_instruction(one) for one in pikepdf.parse_content_stream(stream)]
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, RecursionError):
        return [Instruction(BROKEN, b"")]
    whole = found[-1:] == [Instruction(END, b"")]
    return found[:-1] if whole and not told else [*found, Instruction(BROKEN, b"")]


def _instruction(one: Any) -> Instruction:
    import pikepdf

    if isinstance(one, pikepdf.ContentStreamInlineImage):
        return Instruction(INLINE, b"", one.iimage)
    operands = b" ".join(pikepdf.Object.unparse(value) if _held(value) else _bare(value) for value in one.operands)
    operator = str(one.operator).encode("latin-1", "replace")
    if operator in SEGMENTS:
        return Instruction(PATH, operands + b" " + operator + b" ")
    return Instruction(operator, operands)


def _held(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Object)


def _bare(value: Any) -> bytes:
    return str(value).lower().encode() if isinstance(value, bool) else str(value).encode()


def numbers(operands: bytes) -> list[float]:
    """The operands that are numbers; one that is malformed counts as nothing."""
    try:
        return [float(word) for word in operands.split()]
    except ValueError:
        return [float(word) for word in operands.split() if re.fullmatch(rb"[-+]?(?:\d+\.?\d*|\.\d+)", word)]


def names(operands: bytes) -> list[str]:
    """The operands that are names, with their slash."""
    return [unescaped(word) for word in re.findall(rb"/[^\s\[\]<>(){}/%]*", operands)]


def unescaped(name: bytes) -> str:
    """A name as pikepdf has it: #20 is a blank."""
    return re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), name).decode("utf-8", "replace")


def strings(operands: bytes) -> list[bytes]:
    """The strings of a text operator, those inside an array too."""
    return [_decoded(word) for word in _QUOTED.findall(operands)]


def _decoded(word: bytes) -> bytes:
    if word.startswith(b"<"):
        digits = bytes(word[1:-1]).translate(None, b" \t\r\n\f\0")
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return _ESCAPE.sub(_one, word[1:-1])


def _one(match: re.Match[bytes]) -> bytes:
    said = match[1]
    return bytes([int(said, 8) & 255]) if said[:1].isdigit() else _ESCAPED.get(said, said)


def corners(segments: bytes) -> tuple[list[float], list[float]]:
    """All x and all y of the points of a path, control points too."""
    if b"re" not in segments:
        values = numbers(segments.translate(None, _LETTERS))
        return values[0::2], values[1::2]
    across: list[float] = []
    up: list[float] = []
    for match in _RECTANGLE.finditer(segments):
        x, y, width, height = numbers(match[1])
        across += (x, x + width)
        up += (y, y + height)
    rest = numbers(_RECTANGLE.sub(b" ", segments).translate(None, _LETTERS))
    return across + rest[0::2], up + rest[1::2]


def without_strings(operands: bytes) -> bytes:
    """What stands between the strings of TJ."""
    return _QUOTED.sub(b" ", operands).strip(b"[] \t\r\n\f")
