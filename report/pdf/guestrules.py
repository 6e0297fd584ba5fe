"""What of a foreign page would break a standard: each finding with the code that tells it and who forbids it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from report.named import NamedTuple

PRESS, ARCHIVE, ACCESS = "PDF/X-4", "PDF/A-2u", "PDF/UA-1"
EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
IDENTITY = ("/Identity-H", "/Identity-V")
DEVICE_RGB = "/DeviceRGB"
DEVICE_CMYK = "/DeviceCMYK"
PROFILED = {"/CalRGB": "CalRGB", "/ICCBased": "ICC RGB"}
ALTERNATES = {"/Indexed": 1, "/Separation": 2, "/DeviceN": 2, "/Pattern": 1}
"""Where in the array of a colour space the one lies that it is made from."""
TRANSFERS = ("/TR", "/TR2")
HARMLESS = ("/Default", "/Identity")
OPAQUE = {"/SMask": ("/None",), "/BM": ("/Normal", "/Compatible"), "/ca": (1,), "/CA": (1,)}
"""Values of a graphics state through which nothing shines."""


class Rule(NamedTuple):
    """The code of the problem, and the standards that forbid it."""

    code: str
    standards: tuple[str, ...]


RULES = {
    "font": Rule("guest-font", (PRESS, ARCHIVE, ACCESS)),
    "unicode": Rule("guest-unicode", (ARCHIVE, ACCESS)),
    "rgb": Rule("guest-colour", (PRESS, ARCHIVE)),
    "cmyk": Rule("guest-colour", (ARCHIVE,)),
    "profiled": Rule("guest-colour", (PRESS,)),
    "feature": Rule("guest-feature", (PRESS, ARCHIVE)),
    "blend": Rule("", ()),
}


class Finding(NamedTuple):
    """A key of RULES and what was found: a font's name, a colour space, a feature. `blend` is transparency, which no
    standard forbids, but of which our page must know."""

    rule: str
    what: str


def of_object(found: Any) -> Iterator[Finding]:
    """What a dictionary, or that of a stream, says of itself."""
    if found.get("/Type") == "/Font":
        yield from of_font(found)
    if found.get("/S") == "/Transparency" and "/CS" in found:
        yield from of_space(found["/CS"])
    if found.get("/S") == "/Transparency" or (found.get("/Subtype") == "/Image" and "/SMask" in found):
        yield Finding("blend", "")
    if "/ShadingType" in found or found.get("/Subtype") == "/Image":
        yield from of_space(found.get("/ColorSpace"))
    if found.get("/Subtype") == "/PS" or found.get("/Subtype2") == "/PS":
        yield Finding("feature", "PostScript")
    if "/JPXDecode" in str(found.get("/Filter")) and "/ColorSpace" not in found:
        yield Finding("feature", "JPEG 2000")


def of_state(found: Any) -> Iterator[Finding]:
    """Transfer functions of a graphics state, and whether something shines through it."""
    if any(key in found and found[key] not in HARMLESS for key in TRANSFERS):
        yield Finding("feature", "TR")
    if any(key in found and found[key] not in values for key, values in OPAQUE.items()):
        yield Finding("blend", "")


def of_font(font: Any) -> Iterator[Finding]:
    """Whether a font lies in its file, and whether its text can be read."""
    name = str(font.get("/BaseFont", "/?"))[1:]
    if font.get("/Subtype") == "/Type3":
        return
    composite = font.get("/Subtype") == "/Type0"
    bearer = font["/DescendantFonts"][0] if composite else font
    if font.get("/Subtype") in ("/CIDFontType0", "/CIDFontType2"):
        return  # told of the font above it
    if not any(key in bearer.get("/FontDescriptor", {}) for key in EMBEDDED):
        yield Finding("font", name)
    nameless = font.get("/Encoding") in IDENTITY if composite else "/Encoding" not in font
    if nameless and "/ToUnicode" not in font:
        yield Finding("unicode", name)


def of_space(space: Any) -> Iterator[Finding]:
    """RGB in a colour space, or in one that it is made from."""
    named = space if str(space).startswith("/") else space[0] if space is not None and len(space) else None
    name = str(named)
    if name == DEVICE_RGB:
        yield Finding("rgb", name[1:])
    elif name == DEVICE_CMYK:
        yield Finding("cmyk", name[1:])
    elif name in PROFILED and (name != "/ICCBased" or space[1].get("/N") == 3):
        yield Finding("profiled", PROFILED[name])
    elif name in ALTERNATES and named is not space and len(space) > ALTERNATES[name]:
        yield from of_space(space[ALTERNATES[name]])


def of_code(spaces: set[str], filters: set[str], defaults: Any) -> Iterator[Finding]:
    """Colour spaces and filters that the operators name; a default for RGB turns the device's into that one."""
    if DEVICE_RGB in spaces:
        given = defaults.get("/DefaultRGB")
        yield from of_space(DEVICE_RGB if given is None else given)
    if DEVICE_CMYK in spaces:
        yield Finding("cmyk", DEVICE_CMYK[1:])
    if filters & {"/LZW", "/LZWDecode"}:
        yield Finding("feature", "LZW")
