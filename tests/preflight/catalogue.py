"""Every clause broken once: the code of the rule that must find it, and the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from report.pdf.intent import CONDITIONS
from tests.preflight.fixtures import (
    BLEED,
    Break,
    annotation,
    first,
    font,
    form,
    in_root,
    intent,
    metadata,
    named,
    on_page,
    paints,
    picture,
    profiled,
    raw,
    resource,
    says,
    separation,
    space,
    tag,
    tint,
    without,
)

K100 = "0 0 0 1 k"
OVER = {"OP": True, "op": True, "OPM": 1}
OFF = {"OP": False, "op": False}
PROFILE = CONDITIONS["FOGRA39"].path.read_bytes()
OTHER = CONDITIONS["TR006"].path.read_bytes()


def nothing_left(pdf: pikepdf.Pdf) -> None:
    first(pdf).Contents = pdf.make_stream(b"")


def two_intents(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def another_profile(pdf: pikepdf.Pdf) -> Any:
    return pdf.make_stream(OTHER, {"/N": 4})


def small_page(pdf: pikepdf.Pdf) -> None:
    for key in ("/MediaBox", "/BleedBox"):
        first(pdf)[key] = Array([0, 0, 500, 500])
    first(pdf).TrimBox = Array([BLEED, BLEED, 500 - BLEED, 500 - BLEED])


def no_bleed(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        page.obj.BleedBox = page.obj.TrimBox


def odd_size(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        page.obj.TrimBox = Array([BLEED, BLEED, 612.283 - BLEED, 700])


def spot_twice(pdf: pikepdf.Pdf) -> None:
    resource(pdf, "/ColorSpace", "/S1", separation("Rot"))
    resource(pdf, "/ColorSpace", "/S2", separation("Rot", 0, 1, 0, 0))
    paints("/S1 cs 1 scn 100 200 20 20 re f /S2 cs 1 scn 130 200 20 20 re f")(pdf)


def script(pdf: pikepdf.Pdf) -> None:
    action = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), action])))


def layers(named: bool) -> Break:
    def spoil(pdf: pikepdf.Pdf) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("图层")))
        setup = Dictionary(Order=Array([group]), **({"Name": String("默认")} if named else {}))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=setup)

    return spoil


def type3(pdf: pikepdf.Pdf) -> None:
    glyph = pdf.make_stream(b"500 0 0 0 400 400 d1 0 0 400 400 re f")
    made = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 500]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(a=glyph), Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])),
        FirstChar=97, LastChar=97, Widths=Array([500]), Resources=Dictionary(),
    )  # fmt: skip
    resource(pdf, "/Font", "/T3", made)
    paints(f"/On gs {K100} BT /T3 10 Tf 1 0 0 1 200 300 Tm (a) Tj ET", On=OVER)(pdf)


def courier(pdf: pikepdf.Pdf) -> None:
    resource(pdf, "/Font", "/Co", Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier))
    paints(f"/On gs {K100} BT /Co 10 Tf 1 0 0 1 200 300 Tm (a) Tj ET", On=OVER)(pdf)


def full_picture(pdf: pikepdf.Pdf) -> None:
    nothing_left(pdf)
    picture(900, 2600)(pdf)
    first(pdf).Contents = pdf.make_stream(b"q 612.283 0 0 824.882 0 0 cm /Pic Do Q")


def attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["数据.csv"] = pikepdf.AttachedFileSpec(pdf, b"a,b", filename="data.csv")


def lzw(pdf: pikepdf.Pdf) -> None:
    made = pdf.make_stream(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01")
    made.Filter = Name.LZWDecode
    pdf.Root.Extra = made


def set_font(key: str, value: Any) -> Break:
    return font(lambda held, pdf: held.__setitem__(key, value(pdf) if callable(value) else value))


def drop_file(held: Any, _pdf: pikepdf.Pdf) -> None:
    del held.DescendantFonts[0].FontDescriptor.FontFile2


def drop_unicode(held: Any, _pdf: pikepdf.Pdf) -> None:
    del held.ToUnicode


def widen(held: Any, _pdf: pikepdf.Pdf) -> None:
    held.DescendantFonts[0].W = Array([1, Array([333])])


def empty_cids(held: Any, pdf: pikepdf.Pdf) -> None:
    held.DescendantFonts[0].FontDescriptor.CIDSet = pdf.make_stream(b"\x80")


def black_through_rgb(pdf: pikepdf.Pdf) -> None:
    font = next(iter(first(pdf).Resources.Font.keys()))
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB, I=True)
    form(f"{K100} BT {font} 60 Tf 1 0 0 1 200 300 Tm <0001> Tj ET", Group=group)(pdf)


def jpeg2000(pdf: pikepdf.Pdf) -> None:
    head = b"\xff\x4f\xff\x51" + bytes(36) + (2).to_bytes(2, "big")
    picture(50, 200)(pdf)
    first(pdf).Resources.XObject.Pic.write(head, filter=Name.JPXDecode)


X4: Mapping[str, Break | tuple[Break, ...]] = {
    "x01-version": in_root("/Version", value=Name("/1.7")),
    "x04-output-intent": two_intents,
    "x05-condition-name": intent("/OutputConditionIdentifier", String("")),
    "x06-output-profile": intent("/DestOutputProfile", None),
    "x07-condition-info": (intent("/Info", None), intent("/RegistryName", None)),
    "x08-intents-differ": intent("/DestOutputProfile", another_profile),
    "x09-metadata": without("/Metadata"),
    "x10-x4-name": metadata(("GTS_PDFXVersion>PDF/X-4", "GTS_PDFXVersion>PDF/X-3")),
    "x11-metadata-dates": metadata(("xmp:MetadataDate", "xmp:Other")),
    "x12-metadata-version": metadata(("xmpMM:VersionID", "xmpMM:Other")),
    "x13-trapped": named("/Trapped", "/Unknown"),
    "x14-info": named("/ModDate", ""),
    "x14-info-differs": named("/Title", "另一个标题"),
    "x15-trim-box": on_page("/ArtBox", Array([20, 20, 200, 200])),
    "x16-boxes": on_page("/BleedBox", Array([0, 0, 700, 900])),
    "x17-print-area": in_root("/ViewerPreferences", "/PrintArea", value=Name.TrimBox),
    "x18-separated": on_page("/SeparationInfo", Dictionary(DeviceColorant=Name.Cyan)),
    "x19-font-embedded": font(drop_file),
    "x20-notdef": says(K100, more="/On gs", glyph=0, On=OVER),
    "x21-lzw": lzw,
    "x22-outside-data": in_root("/Extra", value=lambda pdf: pdf.make_stream(b"", {"/F": String("outside.bin")})),
    "x23-postscript": form("", PS=Dictionary()),
    "x24-opi": picture(50, 210, OPI=Dictionary()),
    "x25-alternates": picture(50, 210, Alternates=Array([])),
    "x26-reference": form("", Ref=Dictionary()),
    "x27-transfer": paints("/Bad gs", Bad={"TR": Name.Identity}),
    "x28-halftone": paints("/Bad gs", Bad={"HT": Dictionary(HalftoneType=6)}),
    "x29-rendering-intent": paints("/Pretty ri"),
    "x30-operator": paints("1 2 xyz"),
    "x31-state-stack": raw("q q q"),
    "x32-device-rgb": paints("1 0 0 rg 100 200 20 20 re f"),
    "x33-profile": space("P", lambda pdf: profiled(pdf, PROFILE, 4), "/P cs 0 1 0 0 scn 100 200 20 20 re f"),
    "x34-spot-twice": spot_twice,
    "x35-blend-mode": paints("/Bad gs", Bad={"BM": Name.Sparkle}),
    "x36-rgb-blend": on_page("/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)),
    "x37-annotation": annotation(),
    "x38-action": script,
    "x39-form": in_root("/AcroForm", value=Dictionary(Fields=Array([]), XFA=Array([]))),
    "x40-layer-setup": layers(False),
    "x41-presentation": on_page("/Trans", Dictionary(S=Name.Wipe)),
    "x42-jpeg2000": jpeg2000,
    "g01-unreadable": on_page("/Contents", lambda pdf: pdf.make_stream(b"BT (never closed")),
    "g02-sizes-differ": small_page,
    "g03-turned": on_page("/Rotate", 90),
    "g04-scaled": on_page("/UserUnit", 2),
    "g05-cropped": on_page("/CropBox", Array([BLEED, BLEED, 600, 800])),
    "g06-empty-page": nothing_left,
    "g07-not-process": space("P", lambda pdf: profiled(pdf, OTHER, 4), "/P cs 0 1 0 0 scn 100 200 20 20 re f"),
    "g08-spot": space("S", separation("Rot"), "/S cs 1 scn 100 200 20 20 re f"),
    "g09-all-inks": space("S", separation("All", 1, 1, 1, 1), "/S cs 0.5 scn 100 200 20 20 re f"),
    "g10-white-text-overprint": says("0 0 0 0 k", 12, "/On gs", On=OVER),
    "g11-white-overprint": paints("/On gs 0 0 0 0 k 100 200 20 20 re f", On=OVER),
    "g12-black-overprint": says(K100, more="/Off gs", Off=OFF),
    "g13-grey-black": says("0 g"),
    "g14-black-line-overprint": paints("/Off gs 0 0 0 1 K 1 w 100 200 m 200 200 l S", Off=OFF),
    "g15-overprint-mode": paints("/Zero gs 0 1 0 0 k 100 200 20 20 re f", Zero={"OP": True, "OPM": 0}),
    "g16-rich-black": says("0.4 0.3 0.3 1 k"),
    "g17-many-inks": says("1 0.5 0.5 0 k", 8),
    "g18-hair-line": paints("0 1 0 0 K 0.1 w 100 200 m 200 200 l S"),
    "g19-line-inks": paints("1 1 0 0 K 0.3 w 100 200 m 200 200 l S"),
    "g20-total-ink": paints("0.9 0.9 0.9 0.9 k 100 200 100 100 re f"),
    "g21-picture-soft": picture(100, 200),
    "g22-picture-resolution": picture(72, 250),
    "g23-line-art-soft": picture(72, 400, BitsPerComponent=1),
    "g24-line-art-resolution": picture(72, 600, BitsPerComponent=1),
    "g25-blend-not-cmyk": paints("/Half gs 0 1 0 0 k 100 200 20 20 re f", Half={"ca": 0.5}),
    "g26-layers": layers(True),
    "g27-courier": courier,
    "g28-type3": type3,
    "g29-only-picture": full_picture,
    "g30-invisible-text": says(K100, more="3 Tr"),
    "g31-fake-bold": says(K100, more="/On gs 2 Tr 0.3 w 0 0 0 1 K", On=OVER),
    "c01-bleed": no_bleed,
    "c03-black-plate": says("0 0 0 rg"),
    "c04-black-on-tint": (paints("0 0.3 0 0 k 100 250 200 100 re f"), says(K100, 20, "/Off gs", Off=OFF)),
    "c05-safe-zone": says(K100, 10, "/On gs 1 0 0 1 -190 0 cm", On=OVER),
    "c06-page-count": lambda pdf: pdf.pages.__delitem__(3),
    "c07-tiny-text": says(K100, 4, "/On gs", On=OVER),
    "c08-faint-tint": paints("0 0.02 0 0 k 100 200 20 20 re f"),
    "c09-finished-size": odd_size,
    "c10-white-line": paints("0 0 0 0 K 0.3 w 100 200 m 200 200 l S"),
    "c11-four-blacks": says("0.5 0.5 0.5 1 k", 16),
    "c11-black-area": paints("0.8 0.8 0.8 1 k 100 200 100 100 re f"),
}
"""What PDF/X-4 and the shops ask for."""

MEASURED: Mapping[str, Break | tuple[Break, ...]] = {
    "g20-total-ink": paints(
        "/Mul gs 0.9 0.9 0 0 k 100 200 60 60 re f 0 0 0.9 0.9 k 100 200 60 60 re f", Mul={"BM": Name.Multiply}
    ),
    "c02-bleed-colour": paints(f"0 1 0 0 k {BLEED} 200 60 200 re f"),
    "c03-black-measured": black_through_rgb,
    "c12-plates": space("S", separation("Rot"), "/S cs 1 scn 100 200 20 20 re f"),
}
"""What only plates show."""

ARCHIVE: Mapping[str, Break | tuple[Break, ...]] = {
    "a2u-name": metadata(("pdfaid:conformance>U", "pdfaid:conformance>B")),
    "a2u-schema": metadata(("<pdf:Trapped>", '<o:x xmlns:o="urn:other">1</o:x><pdf:Trapped>')),
    "a2u-attachment": attached,
    "a2u-action": in_root("/OpenAction", value=Dictionary(S=Name.JavaScript, JS=String("app.beep(1)"))),
    "a2u-annotation": annotation(Subtype=Name.Square),
    "a2u-unicode": font(drop_unicode),
    "a2u-width": font(widen),
    "a2u-cidset": font(empty_cids),
    "a2u-interpolate": picture(50, 210, Interpolate=True),
    "a2u-colour": paints("1 0 0 rg 100 200 20 20 re f"),
    "a2u-blend": (without("/OutputIntents"), paints("/Half gs 100 200 20 20 re f", Half={"ca": 0.5})),
    "a2u-overprint": space("P", lambda pdf: profiled(pdf, OTHER, 4), "/OT gs /P cs 0 1 0 0 scn 100 200 20 20 re f"),
    "x21-lzw": lzw,
    "x40-layer-setup": layers(False),
}
"""What PDF/A-2u asks for."""

ACCESS: Mapping[str, Break | tuple[Break, ...]] = {
    "ua1-name": metadata(("<pdfuaid:part>1</pdfuaid:part>", "")),
    "ua1-untagged": without("/MarkInfo"),
    "ua1-language": without("/Lang"),
    "ua1-title": in_root("/ViewerPreferences", "/DisplayDocTitle", value=False),
    "ua1-tab-order": (annotation(), on_page("/Tabs", Name.R)),
    "ua1-alternative": tag("Figure"),
    "ua1-head-cell": tag("TH"),
    "ua1-heading-skipped": tag("H4"),
    "ua1-heading-mixed": tag("H"),
    "ua1-content": raw(" 0 1 0 0 k 100 200 20 20 re f"),
    "ua1-link": annotation(),
    "ua1-role": tag("Sonderbar"),
    "ua1-note-id": tag("Note"),
}
"""What PDF/UA-1 asks for."""

__all__ = ["ACCESS", "ARCHIVE", "MEASURED", "X4", "tint"]
