"""An EAN-13 symbol, with an add-on if asked for, as bars in one ink (GS1 General Specifications 5.2; GB 12904).

Lengths are modules of 0.33 mm times the scale; the light margins belong to the symbol, and everything else keeps out of
them (report.layout.quiet).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from report.content.articles import digits_of, is_book
from report.content.model import Barcode
from report.content.spec import Spec
from report.drawing import Item, Marked, Path, Shape, rectangle
from report.layout.blocks.setting import Setting, label
from report.layout.desk import Desk
from report.layout.pieces import Piece, still
from report.layout.quiet import guarded
from report.named import NamedTuple
from report.typeset import TextStyle
from report.units import MM

MODULE = 0.33 * MM
"""The X-dimension of a symbol of scale 1."""
LEFT, RIGHT = 11, 7
"""Light modules before and after the symbol."""
BARS = 22.85 / 0.33
"""The height of the bars."""
GUARD = 5
"""How far guard bars reach below the others."""
CELL = 7
"""Modules of a digit."""
GUARDS = frozenset({*range(3), *range(45, 50), *range(92, 95)})
"""The modules of the guard patterns."""
APART = 9
"""Light modules between a symbol and its add-on, 7 to 12 are lawful."""
AFTER = 5
"""Light modules after an add-on."""
DELINEATOR, START = "01", "1011"
FIVE = ("BBAAA", "BABAA", "BAABA", "BAAAB", "ABBAA", "AABBA", "AAABB", "ABABA", "ABAAB", "AABAB")
"""Sets of an add-on of five digits, by its check figure."""
TWO = ("AA", "AB", "BA", "BB")
"""Sets of an add-on of two digits, by its remainder of four."""
DIGIT = 9
"""Modules that the row of digits below the bars takes."""
HEAD = 11
"""Modules that the number above the bars takes."""


class Symbol(NamedTuple):
    """Dark and light modules of the symbol and of its add-on ("" = none)."""

    main: str
    add_on: str

    @property
    def width(self) -> int:
        """All modules, the light margins with them."""
        return LEFT + len(self.main) + (APART + len(self.add_on) + AFTER if self.add_on else RIGHT)


def symbol(digits: str, add_on: str = "") -> Symbol:
    """The modules of thirteen digits whose check digit is right, and of an add-on."""
    from barcode.ean import EuropeanArticleNumber13

    (main,) = EuropeanArticleNumber13(digits, no_checksum=True).build()
    return Symbol(main, _add_on(add_on) if add_on else "")


def _add_on(digits: str) -> str:
    """ISO/IEC 15420, annex C: the sets of the digits tell their check figure."""
    from barcode.charsets.ean import CODES

    numbers = [int(digit) for digit in digits]
    if len(numbers) == len(TWO[0]):
        sets = TWO[int(digits) % len(TWO)]
    else:
        sets = FIVE[(3 * sum(numbers[::2]) + 9 * sum(numbers[1::2])) % 10]
    return START + DELINEATOR.join(CODES[one][number] for one, number in zip(sets, numbers, strict=True))


def barcode(setting: Setting, given: Barcode, look: Spec, _width: float) -> tuple[Piece, ...]:
    """The symbol as a piece; above an ISBN stands the number as it is written."""
    digits = digits_of(given.number)
    made = symbol(digits, given.add_on)
    x = MODULE * given.scale
    drawer = _Drawer(setting.desk, look, x)
    head = drawer.head(given.number) if is_book(digits) else ()
    top = HEAD * x if head else 2 * x
    items = (*drawer.bars(made, top), *drawer.digits(digits, given.add_on, top))
    box = (0.0, 0.0, made.width * x, top + (BARS + DIGIT + 1) * x)
    ground = Marked("Artifact", (Shape(rectangle(*box), fill=look.colour("ground")),))
    alt = label(setting.desk, "barcode", number=given.number, add_on=f" {given.add_on}" if given.add_on else "")
    figure = guarded(setting.desk, Marked("Figure", (*head, *items), alt=alt, box=box), given.place)
    return (Piece(box[3], still((ground, figure)), place=given.place),)


class _Drawer:
    """Draws in modules of one width."""

    def __init__(self, desk: Desk, look: Spec, module: float) -> None:
        self.desk, self.look, self.module = desk, look, module

    def bars(self, made: Symbol, top: float) -> Iterator[Item]:
        """The bars as one shape; those of the guards are longer, those of an add-on begin below its digits."""
        points: list[float] = []
        x = self.module
        for at, length in _dark(made.main):
            height = BARS + (GUARD if at in GUARDS else 0)
            points += ((LEFT + at) * x, top, length * x, height * x)
        start = LEFT + len(made.main) + APART
        for at, length in _dark(made.add_on):
            points += ((start + at) * x, top + DIGIT * x, length * x, (BARS + GUARD - DIGIT) * x)
        fill = self.look.colour("colour")
        yield Shape(Path("r" * (len(points) // 4), tuple(points)), fill=fill, overprints=True)

    def digits(self, digits: str, add_on: str, top: float) -> Iterator[Item]:
        """The digits below the bars, each in the middle of its modules, and those of an add-on above it."""
        x, y = self.module, top + (BARS + DIGIT - 1) * self.module
        yield from self._digit(digits[0], LEFT - CELL - 2, y)
        for i, digit in enumerate(digits[1:7]):
            yield from self._digit(digit, LEFT + 3 + i * CELL, y)
        for i, digit in enumerate(digits[7:]):
            yield from self._digit(digit, LEFT + 50 + i * CELL, y)
        start = LEFT + 95 + APART + len(START)
        for i, digit in enumerate(add_on):
            yield from self._digit(digit, start + i * (CELL + len(DELINEATOR)), top + (DIGIT - 2) * x)

    def head(self, number: str) -> tuple[Item, ...]:
        """ISBN and the number, over the width of the bars."""
        x = self.module
        return self.desk.line(_said(number), LEFT * x, (HEAD - 2.5) * x, self._style("centre"), 95 * x)

    def _digit(self, digit: str, at: float, y: float) -> tuple[Item, ...]:
        x = self.module
        return self.desk.line(digit, at * x, y, self._style("centre"), CELL * x)

    def _style(self, align: str) -> TextStyle:
        spec = self.look.style("style")
        return self.desk.style(spec, align=align, size=spec.size * self.module / MODULE)


def _said(number: str) -> str:
    """ISBN and the number in the groups in which it was written."""
    return number if number.upper().startswith("ISBN") else f"ISBN {number}"


def _dark(modules: str) -> Iterator[tuple[int, int]]:
    """Runs of dark modules: first one, count."""
    at = 0
    for dark, group in groupby(modules):
        count = len(list(group))
        if dark == "1":
            yield at, count
        at += count
