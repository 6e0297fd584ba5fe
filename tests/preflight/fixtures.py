"""One good file, and ways to break it: each takes the open file and spoils one thing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from report.drawing import Item, Shape, Sheet, Stroke, line, rectangle
from report.units import MM
from tests.pdf import tiny

Break = Callable[[pikepdf.Pdf], None]
SHEET = Sheet(210 * MM, 285 * MM, 3 * MM)
BLEED = 3 * MM
ALL = {"x4": "PDF/X-4", "a2u": "PDF/A-2u", "ua1": "PDF/UA-1"}


def page_items(number: int) -> tuple[Item, ...]:
    """A band that bleeds, a heading, a paragraph, a black line."""
    return (
        tiny.p(Shape(rectangle(-BLEED, -BLEED, 210 * MM + 2 * BLEED, 60), fill=tiny.CYAN), role="Artifact"),
        tiny.p(*tiny.line("标题", 60, 120, tiny.style(20)), role="H1" if number == 1 else "H2"),
        tiny.p(*tiny.paragraph("五年同行，再启新程。" * 6, 60, 160, 300, tiny.style(10))),
        tiny.p(Shape(line(60, 300, 300, 300), stroke=Stroke(tiny.BLACK, 0.5)), role="Artifact"),
    )


@cache
def good() -> bytes:
    """Four pages that keep every rule."""
    return tiny.pdf(*(page_items(number) for number in (1, 2, 3, 4)), sheet=SHEET)


def broken(*breaks: Break, data: bytes | None = None) -> bytes:
    """The good file, or another one, spoiled."""
    with pikepdf.open(BytesIO(data or good())) as pdf:
        for spoil in breaks:
            spoil(pdf)
        return saved(pdf)


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    into = BytesIO()
    pdf.save(into, compress_streams=False, **options)
    return into.getvalue()


def first(pdf: pikepdf.Pdf) -> Any:
    return pdf.pages[0].obj


def on_page(key: str, value: Any) -> Break:
    """An entry of the first page."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        first(pdf)[key] = value(pdf) if callable(value) else value

    return spoil


def in_root(*path: str, value: Any) -> Break:
    """An entry of the catalog, or of a dictionary below it, which is made where it is missing."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        at = pdf.Root
        for key in path[:-1]:
            if key not in at:
                at[key] = Dictionary()
            at = at[key]
        at[path[-1]] = value(pdf) if callable(value) else value

    return spoil


def without(*path: str) -> Break:
    """Take an entry of the catalog away."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        at = pdf.Root
        for key in path[:-1]:
            at = at[key]
        del at[path[-1]]

    return spoil


def resource(pdf: pikepdf.Pdf, kind: str, name: str, value: Any) -> None:
    held = first(pdf).Resources
    if kind not in held:
        held[kind] = Dictionary()
    held[kind][name] = value


def paints(code: str, **states: dict[str, Any]) -> Break:
    """More content on the first page, as an artifact; graphics states by name."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        for name, state in states.items():
            resource(pdf, "/ExtGState", f"/{name}", Dictionary({f"/{key}": value for key, value in state.items()}))
        wrapped = f"/Artifact BMC q {code} Q EMC".encode()
        pdf.pages[0].contents_add(pdf.make_stream(wrapped))

    return spoil


def raw(code: str) -> Break:
    """More content, just as it stands."""
    return lambda pdf: pdf.pages[0].contents_add(pdf.make_stream(code.encode()))


def says(colour: str, size: float = 10, more: str = "", glyph: int = 1, **states: dict[str, Any]) -> Break:
    """One character in the first font of the page."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        font = next(iter(first(pdf).Resources.Font.keys()))
        paints(f"{more} {colour} BT {font} {size:g} Tf 1 0 0 1 200 300 Tm <{glyph:04X}> Tj ET", **states)(pdf)

    return spoil


def image(pdf: pikepdf.Pdf, width: int, height: int, **more: Any) -> Any:
    """A grey picture, or what `more` makes of it."""
    given = {"Type": Name.XObject, "Subtype": Name.Image, "Width": width, "Height": height, "BitsPerComponent": 8}
    given |= {"ColorSpace": Name.DeviceGray, **more}
    values = {f"/{key}": value for key, value in given.items() if value is not None}
    channels = {Name.DeviceCMYK: 4, Name.DeviceRGB: 3}.get(given["ColorSpace"], 1)
    row = (width * channels * given["BitsPerComponent"] + 7) // 8
    return pdf.make_stream(
        bytes(row * height) if given["ColorSpace"] != Name.DeviceCMYK else b"\x80" * row * height, values
    )


def picture(points: float, pixels: int, **more: Any) -> Break:
    """A square picture of so many pixels on so many points."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        resource(pdf, "/XObject", "/Pic", image(pdf, pixels, pixels, **more))
        paints(f"{points} 0 0 {points} 150 250 cm /Pic Do")(pdf)

    return spoil


def form(code: str, **more: Any) -> Break:
    """A form on the first page."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        given = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": Array([0, 0, 400, 400]), **more}
        given.setdefault("Resources", first(pdf).Resources)
        values = {f"/{key}": value for key, value in given.items()}
        resource(pdf, "/XObject", "/Frm", pdf.make_stream(code.encode(), values))
        paints("/Frm Do")(pdf)

    return spoil


def space(name: str, value: Any, code: str) -> Break:
    """A colour space of the page, and what uses it."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        resource(pdf, "/ColorSpace", f"/{name}", value(pdf) if callable(value) else value)
        paints(code)(pdf)

    return spoil


def tint(*full: float) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * len(full), C1=list(full), N=1)


def separation(name: str, *full: float) -> Array:
    return Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint(*(full or (0, 1, 1, 0)))])


def profiled(pdf: pikepdf.Pdf, data: bytes, count: int) -> Array:
    return Array([Name.ICCBased, pdf.make_stream(data, {"/N": count})])


def metadata(*changes: tuple[str, str]) -> Break:
    """Replace texts of the XMP packet."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes().decode()
        for old, new in changes:
            assert old in packet, old
            packet = packet.replace(old, new)
        pdf.Root.Metadata.write(packet.encode())

    return spoil


def intent(key: str, value: Any) -> Break:
    """An entry of the press intent."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        held = pdf.Root.OutputIntents[0]
        if value is None:
            del held[key]
        else:
            held[key] = value(pdf) if callable(value) else value

    return spoil


def font(spoil: Callable[[Any, pikepdf.Pdf], None]) -> Break:
    """Do something to the first font of the first page."""

    def act(pdf: pikepdf.Pdf) -> None:
        fonts = first(pdf).Resources.Font
        spoil(fonts[next(iter(fonts.keys()))], pdf)

    return act


def annotation(**more: Any) -> Break:
    def spoil(pdf: pikepdf.Pdf) -> None:
        given = {"Type": Name.Annot, "Subtype": Name.Link, "Rect": Array([100, 100, 200, 120]), **more}
        note = Dictionary({f"/{key}": value for key, value in given.items()})
        first(pdf).Annots = Array([pdf.make_indirect(note)])

    return spoil


def tag(role: str, **more: Any) -> Break:
    """An element at the end of the structure tree."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        root = pdf.Root.StructTreeRoot
        top = root.K if isinstance(root.K, Dictionary) else root.K[0]
        given = {"Type": Name.StructElem, "S": Name(f"/{role}"), "P": top, **more}
        element = pdf.make_indirect(Dictionary({f"/{key}": value for key, value in given.items()}))
        kids = list(top.K) if isinstance(top.K, Array) else [top.K]
        top.K = Array([*kids, element])

    return spoil


def named(key: str, text: str) -> Break:
    """An entry of the document information."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        info = pdf.trailer.Info
        if text:
            info[key] = Name(text) if text.startswith("/") else String(text)
        else:
            del info[key]

    return spoil
