"""Finished objects into one file: object streams, a cross-reference stream, and an /ID made of the bytes themselves."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from struct import Struct
from typing import Protocol

from report.pdf.syntax import DENSE, LEVEL, deflated, stream

IN_A_STREAM = 1000
"""Objects packed into one object stream: of 200, which are alike, they take an eighth more."""
MOST_DENSE = 20_000
"""Objects of a file that are worth the time: a table of ten thousand rows has sixty thousand."""
ENTRY = Struct(">BIH")
ROW = ENTRY.size
"""A row of the cross-reference stream: kind, place, number in a stream (7.5.8.3)."""


class Store(Protocol):
    """Where objects get their numbers; a number may be taken before its object is known."""

    def reserve(self) -> int: ...
    def block(self, count: int) -> int: ...
    def put(self, number: int, data: bytes) -> None: ...
    def add(self, data: bytes) -> int: ...
    def add_stream(self, data: bytes, entries: bytes = b"", compress: bool = True) -> int: ...


class _Out:
    """The file as it grows, and where each object is: in the file (1) or in an object stream (2)."""

    def __init__(self, version: str) -> None:
        self.parts = [b"%PDF-" + version.encode() + b"\n%\xe2\xe3\xcf\xd3\n"]
        self.offset = len(self.parts[0])
        self.places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}

    def write(self, number: int, data: bytes) -> None:
        whole = b"%d 0 obj\n%s\nendobj\n" % (number, data)
        self.places[number] = (1, self.offset, 0)
        self.parts.append(whole)
        self.offset += len(whole)


def serialised(version: str, objects: Sequence[bytes], root: int, info: int) -> bytes:
    """The whole file (ISO 32000-1, 7.5.7 and 7.5.8); object i has the number i + 1. `info` is 0 in PDF 2.0, where
    ISO 19005-4, 6.1.3 forbids an information dictionary."""
    out = _Out(version)
    packed: list[tuple[int, bytes]] = []
    for number, data in enumerate(objects, 1):
        if data.endswith(b"endstream"):
            out.write(number, data)
        else:
            packed.append((number, data))
    following = len(objects) + 1
    level = DENSE if IN_A_STREAM < len(packed) <= MOST_DENSE else LEVEL
    for part in _parts(packed):
        out.write(following, _object_stream(part, level))
        out.places |= {number: (2, following, i) for i, (number, _) in enumerate(part)}
        following += 1
    start = out.offset
    out.write(following, _references(out, following, root, info))
    return b"".join((*out.parts, b"startxref\n%d\n%%%%EOF\n" % start))


def _parts(packed: list[tuple[int, bytes]]) -> Iterator[list[tuple[int, bytes]]]:
    for at in range(0, len(packed), IN_A_STREAM):
        yield packed[at : at + IN_A_STREAM]


def _object_stream(part: list[tuple[int, bytes]], level: int) -> bytes:
    heads: list[bytes] = []
    at = 0
    for number, data in part:
        heads.append(b"%d %d" % (number, at))
        at += len(data) + 1
    head = b" ".join(heads) + b"\n"
    body = deflated(head + b"\n".join(data for _, data in part) + b"\n", level)
    entries = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(part), len(head))
    return stream(body, entries, compress=False)


def _references(out: _Out, number: int, root: int, info: int) -> bytes:
    identity = hashlib.sha256(b"".join(out.parts)).hexdigest()[:32].upper().encode()
    places = {**out.places, number: (1, out.offset, 0)}
    table = b"".join(_differences([places[i] for i in range(number + 1)]))
    entries = b"/Type/XRef/Size %d/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>/Root %d 0 R%s/ID[<%s><%s>]"
    told = b"/Info %d 0 R" % info if info else b""
    return stream(table, entries % (number + 1, root, told, identity, identity))


def _differences(rows: Sequence[tuple[int, int, int]]) -> Iterator[bytes]:
    """Rows as their difference from the one above (PNG, filter 2): objects of a stream count up and pack to nothing."""
    above, before = (0, 0, 0), bytes(ROW)
    for row in rows:
        packed = ENTRY.pack(*row)
        if row[:2] == above[:2] and row[2] == above[2] + 1 and row[2] & 255:
            yield NEXT  # nearly every row
        else:
            yield b"\2" + bytes([(new - old) & 255 for new, old in zip(packed, before, strict=True)])
        above, before = row, packed


NEXT = b"\2" + bytes(ROW - 1) + b"\1"
"""The next object of the same stream."""
