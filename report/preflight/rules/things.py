"""Rules about what pages are made of: fonts, streams, states, operators, pictures (X19 to X31, G21 to G29, others)."""

from __future__ import annotations

from collections.abc import Iterator

from report.preflight.facts import Inspected
from report.preflight.fonts import Font
from report.preflight.pictures import Image
from report.preflight.rules.row import A2U, UA1, X4, Asked, Found, Rule, area, found

INTENTS = ("/AbsoluteColorimetric", "/RelativeColorimetric", "/Saturation", "/Perceptual")
TINY = 16
"""Pictures of so few pixels are flat colours or ornaments, whose resolution nobody sees."""


def _first_page(font: Font) -> int | None:
    return font.pages[0] if font.pages else None


def not_embedded(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from (found(_first_page(font), name=font.plain) for font in file.fonts if not font.embedded)


def missing_glyphs(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from (found(_first_page(font), name=font.plain, count=font.missing) for font in file.fonts if font.missing)


def unreadable_text(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for font in file.fonts:
        if font.used and (not font.readable or font.unmapped):
            yield found(_first_page(font), name=font.plain, count=font.unmapped or font.used)


def crooked_widths(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from (found(_first_page(font), name=font.plain, count=font.crooked) for font in file.fonts if font.crooked)


def wrong_cids(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from (found(_first_page(font), name=font.plain) for font in file.fonts if font.cids == "wrong")


def courier(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from (found(_first_page(f), name=f.plain) for f in file.fonts if f.plain.startswith("Courier") and f.used)


def drawn_fonts(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from (found(_first_page(font), name=font.plain) for font in file.fonts if font.kind == "Type3")


def _streams(file: Inspected, *whats: str) -> Iterator[Found]:
    """What stands in streams, wherever they are used; one finding a kind."""
    yield from (found(what=what) for what, _ in file.odd if what in whats)


def lzw(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from _streams(file, "lzw")


def outside_data(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from _streams(file, "crypt", "external")


def _marked(file: Inspected, *whats: str) -> Iterator[Found]:
    """What pages use, with their numbers."""
    for sheet in file.sheets:
        yield from (found(sheet, name=name) for what, name in sheet.marks.odd if what in whats)


def postscript(file: Inspected, _asked: Asked) -> Iterator[Found]:
    pages = list(_marked(file, "postscript"))
    yield from pages or (found(name="") for what, _ in file.odd if what == "postscript")


def references(file: Inspected, _asked: Asked) -> Iterator[Found]:
    pages = list(_marked(file, "reference"))
    yield from pages or (found(name="") for what, _ in file.odd if what == "reference")


def _pictures(file: Inspected, what: str) -> Iterator[tuple[Image, str]]:
    for sheet in file.sheets:
        for image in sheet.images:
            yield from ((image, odd) for odd in image.odd if odd.partition(":")[0] == what)


def replaced_by_shop(file: Inspected, _asked: Asked) -> Iterator[Found]:
    pages = [found(image.page, image.box) for image, _ in _pictures(file, "opi")]
    yield from pages or (found() for what, _ in file.odd if what == "opi")


def alternates(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from (found(image.page, image.box) for image, _ in _pictures(file, "alternates"))


def interpolated(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from (found(image.page, image.box) for image, _ in _pictures(file, "interpolate"))


def transfers(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from _marked(file, "transfer")


def halftones(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from _marked(file, "halftone")


def unknown_intents(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet in file.sheets:
        for what, name in sheet.marks.odd:
            if what == "intent" and name not in INTENTS:
                yield found(sheet, name=name.removeprefix("/"))
    for image, odd in _pictures(file, "intent"):
        if (name := odd.partition(":")[2]) not in INTENTS:
            yield found(image.page, image.box, name=name.removeprefix("/"))


def unknown_operators(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from _marked(file, "operator")


def unbalanced(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet in file.sheets:
        if sheet.marks.balance or sheet.marks.depth > 28:
            yield found(sheet, what="@q-balance" if sheet.marks.balance else "@q-depth")


def unknown_blends(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from _marked(file, "blend")


def odd_jpeg2000(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from (found(i.page, i.box, count=odd.partition(":")[2]) for i, odd in _pictures(file, "jpx"))


def _judged(file: Inspected, one_bit: bool) -> Iterator[Image]:
    for sheet in file.sheets:
        yield from (image for image in sheet.images if image.one_bit == one_bit and max(image.pixels) > TINY)


def _soft(file: Inspected, one_bit: bool, least: float, less: float) -> Iterator[Found]:
    for image in _judged(file, one_bit):
        if less <= image.ppi < least:
            yield found(image.page, image.box, name=image.name, ppi=f"{image.ppi:.0f}", least=f"{least:g}")


def soft(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from _soft(file, False, 200, 0)


def less_sharp(file: Inspected, _asked: Asked) -> Iterator[Found]:
    """A pixel of rounding is no fault: 299.6 counts as 300."""
    yield from _soft(file, False, 299.5, 200)


def soft_line_art(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from _soft(file, True, 550, 0)


def line_art_or_too_much(file: Inspected, _asked: Asked) -> Iterator[Found]:
    yield from _soft(file, True, 800, 550)
    for one_bit, most in ((False, 450), (True, 2400)):
        for image in _judged(file, one_bit):
            if image.ppi > most + 0.5:
                yield found(image.page, image.box, name=image.name, ppi=f"{image.ppi:.0f}", least=f"≤ {most}")


def only_a_picture(file: Inspected, _asked: Asked) -> Iterator[Found]:
    for sheet in file.sheets:
        marks = sheet.marks
        alone = len(sheet.images) == 1 and not marks.texts and not marks.paths
        if alone and area(sheet.images[0].box) >= 0.95 * area(sheet.finished):
            yield found(sheet, sheet.images[0].box)


RULES = (
    Rule("x19-font-embedded", (X4, A2U, UA1), "error", not_embedded),
    Rule("x20-notdef", (X4, A2U, UA1), "error", missing_glyphs),
    Rule("x21-lzw", (X4, A2U), "error", lzw),
    Rule("x22-outside-data", (X4, A2U), "error", outside_data),
    Rule("x23-postscript", (X4, A2U), "error", postscript),
    Rule("x24-opi", (X4, A2U), "error", replaced_by_shop),
    Rule("x25-alternates", (X4, A2U), "error", alternates),
    Rule("x26-reference", (X4, A2U), "error", references),
    Rule("x27-transfer", (X4, A2U), "error", transfers),
    Rule("x28-halftone", (X4, A2U), "error", halftones),
    Rule("x29-rendering-intent", (X4, A2U), "error", unknown_intents),
    Rule("x30-operator", (X4, A2U), "error", unknown_operators),
    Rule("x31-state-stack", (X4, A2U), "error", unbalanced),
    Rule("x35-blend-mode", (X4, A2U), "error", unknown_blends),
    Rule("x42-jpeg2000", (X4, A2U), "error", odd_jpeg2000),
    Rule("a2u-unicode", (A2U, UA1), "error", unreadable_text),
    Rule("a2u-width", (A2U, UA1), "error", crooked_widths),
    Rule("a2u-cidset", (A2U,), "error", wrong_cids),
    Rule("a2u-interpolate", (A2U,), "error", interpolated),
    Rule("g21-picture-soft", (X4,), "error", soft),
    Rule("g22-picture-resolution", (X4,), "warning", less_sharp),
    Rule("g23-line-art-soft", (X4,), "error", soft_line_art),
    Rule("g24-line-art-resolution", (X4,), "warning", line_art_or_too_much),
    Rule("g27-courier", (X4,), "warning", courier),
    Rule("g28-type3", (X4,), "warning", drawn_fonts),
    Rule("g29-only-picture", (X4,), "warning", only_a_picture),
)
