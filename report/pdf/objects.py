"""The object store: numbers for objects, and the file written from them with object streams and a cross-reference stream."""

from __future__ import annotations

import hashlib
import zlib

from report.pdf.syntax import LEVEL, stream

IN_A_STREAM = 200
"""Objects packed into one object stream."""


class Store:
    """Objects by number; a number may be taken before its object is known."""

    def __init__(self, version: str) -> None:
        self.version = version
        self._objects: list[bytes | None] = []

    def reserve(self) -> int:
        """A number for an object that comes later."""
        self._objects.append(None)
        return len(self._objects)

    def put(self, number: int, data: bytes) -> None:
        self._objects[number - 1] = data

    def add(self, data: bytes) -> int:
        number = self.reserve()
        self.put(number, data)
        return number

    def add_stream(self, data: bytes, entries: bytes = b"", compress: bool = True) -> int:
        return self.add(stream(data, entries, compress))

    def serialise(self, root: int, info: int) -> bytes:
        """The whole file (ISO 32000-1, 7.5.7 and 7.5.8); /ID is made of the bytes themselves."""
        out = [b"%PDF-" + self.version.encode() + b"\n%\xe2\xe3\xcf\xd3\n"]
        offset = len(out[0])
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}

        def write(number: int, data: bytes) -> None:
            nonlocal offset
            whole = b"%d 0 obj\n%s\nendobj\n" % (number, data)
            places[number] = (1, offset, 0)
            out.append(whole)
            offset += len(whole)

        packed: list[tuple[int, bytes]] = []
        for number, data in enumerate(self._objects, 1):
            assert data is not None, number
            if data.endswith(b"endstream"):
                write(number, data)
            else:
                packed.append((number, data))
        following = len(self._objects) + 1
        for at in range(0, len(packed), IN_A_STREAM):
            part = packed[at : at + IN_A_STREAM]
            write(following, _object_stream(part))
            places |= {number: (2, following, i) for i, (number, _) in enumerate(part)}
            following += 1
        places[following] = (1, offset, 0)
        identity = hashlib.sha256(b"".join(out)).hexdigest()[:32].upper().encode()
        trailer = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (
            following + 1,
            root,
            info,
            identity,
            identity,
        )
        table = b"".join(
            bytes([kind]) + where.to_bytes(4, "big") + third.to_bytes(2, "big")
            for kind, where, third in (places[i] for i in range(following + 1))
        )
        out.append(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (following, stream(table, trailer), offset))
        return b"".join(out)


def _object_stream(part: list[tuple[int, bytes]]) -> bytes:
    heads: list[bytes] = []
    at = 0
    for number, data in part:
        heads.append(b"%d %d" % (number, at))
        at += len(data) + 1
    head = b" ".join(heads) + b"\n"
    body = zlib.compress(head + b"\n".join(data for _, data in part) + b"\n", LEVEL)
    entries = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(part), len(head))
    return stream(body, entries, compress=False)
