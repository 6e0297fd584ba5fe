"""Printing conditions by name, and the output intents that carry their profile."""

from __future__ import annotations

import hashlib
from pathlib import Path

import deflate

from report.memory import Memory
from report.named import NamedTuple
from report.pdf.objects import Store
from report.pdf.syntax import LEVEL, deflated, literal
from report.problem import ContentError, Place, problem
from report.standards import SCREEN, Standard

PROFILES = Path(__file__).parent.parent / "profiles"


class Condition(NamedTuple):
    """A condition: identifier, name for people, profile, limit of total ink (percent), whether the identifier is one of
    the ICC's registry, whether it is a screen's (sRGB) and not a press's."""

    identifier: str
    info: str
    path: Path
    ink: int
    registered: bool = True
    screen: bool = False


CONDITIONS = {
    "FOGRA39": Condition("FOGRA39", "Coated FOGRA39 (ISO 12647-2:2004)", PROFILES / "coated-fogra39l-300.icc", 300),
    "TR006": Condition("CGATS TR 006", "Coated GRACoL 2006", PROFILES / "coated-tr006-300.icc", 300),
    "FOGRA29": Condition("FOGRA29", "Uncoated FOGRA29 (ISO 12647-2:2004)", PROFILES / "uncoated-fogra29l-280.icc", 280),
    SCREEN: Condition("sRGB IEC61966-2.1", "sRGB (IEC 61966-2-1:1999)", PROFILES / "srgb.icc", 400, screen=True),
}
REGISTRY = "http://www.color.org"


INK = 300
"""Total ink that a profile of the shop's own is taken to allow, in percent (print.md, section 2)."""


def condition_named(name: str, place: Place | None, folder: str = "") -> Condition:
    """The condition of a name, or of a profile that lies in the report's folder; raises ContentError for what is
    neither."""
    if name in CONDITIONS:
        return CONDITIONS[name]
    if name.lower().endswith((".icc", ".icm")):
        return _own(Path(folder, name), place)
    raise ContentError([problem("unknown-condition", place, name=name, all="、".join(CONDITIONS))])


def _own(path: Path, place: Place | None) -> Condition:
    """A condition of the shop's own, known by what its profile says of itself (ICC.1:2010, 7.2 and 9.2.41)."""
    data = path.read_bytes() if path.is_file() else b""
    if data[36:40] != b"acsp" or data[12:16] != b"prtr" or data[16:20] != b"CMYK":
        raise ContentError([problem("bad-profile", place, file=path.name)])
    words = _description(data) or path.stem
    return Condition("Custom", words, path, INK, registered=False)


def _description(data: bytes) -> str:
    """The profile's description, as far as it is in plain letters."""
    count = int.from_bytes(data[128:132], "big")
    for at in range(132, 132 + 12 * min(count, 100), 12):
        if data[at : at + 4] != b"desc":
            continue
        start, size = (int.from_bytes(data[at + k : at + k + 4], "big") for k in (4, 8))
        tag = data[start : start + size]
        if tag[:4] == b"desc":
            said = tag[12 : 12 + int.from_bytes(tag[8:12], "big")].rstrip(b"\0").decode("latin-1")
        else:
            length, offset = (int.from_bytes(tag[k : k + 4], "big") for k in (20, 24))
            said = tag[offset : offset + length].decode("utf-16-be", "ignore")
        return "".join(char for char in said if " " <= char <= "~").strip()
    return ""


def _deflated(profile: bytes, memory: Memory) -> bytes:
    """A profile as it is written; every file of a condition has it, and to deflate it takes a hundredth of a short
    build."""
    key = f"profile {hashlib.sha256(profile).hexdigest()} {LEVEL} {deflate.__version__}"
    found = memory.get(key)
    if found is None:
        found = deflated(profile)
        memory.put(key, found)
    return found


def intents(standards: tuple[Standard, ...], condition: Condition, store: Store, memory: Memory) -> bytes:
    """One intent for each standard that asks for one; all share one profile object (print.md X08)."""
    wanted = [s.intent for s in standards if s.intent]
    if not wanted:
        return b""
    entries = b"/N 3" if condition.screen else b"/N 4"
    data = _deflated(condition.path.read_bytes(), memory)
    profile = store.add_stream(data, entries + b"/Filter/FlateDecode", compress=False)
    words = b"/OutputConditionIdentifier%s/Info%s" % (literal(condition.identifier), literal(condition.info))
    if condition.registered:
        words += b"/RegistryName" + literal(REGISTRY)
    form = b"<</Type/OutputIntent/S/%s%s/DestOutputProfile %d 0 R>>"
    return b"".join(form % (subtype.encode(), words, profile) for subtype in wanted)
