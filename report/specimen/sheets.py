"""The colours and the text styles of a theme as pages: templates made for them, and what fills their regions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from report.colour import Colour, Spot, contrast, on_screen
from report.content.spec import StyleSpec
from report.content.theme import Theme
from report.content.themecheck.legible import LARGE, Ratio, ratios
from report.content.themecheck.uses import PAPER, uses
from report.named import NamedTuple
from report.units import mm

PREFIX = "样本"
"""Begins the names of styles, colours and templates that the book adds to those of the theme."""
INK, LINE = f"{PREFIX}墨", f"{PREFIX}线"
TITLE, NAME, NOTE = f"{PREFIX}题", f"{PREFIX}名", f"{PREFIX}注"
COLOURS: Mapping[str, list[int]] = {INK: [0, 0, 0, 100], LINE: [0, 0, 0, 30]}
STYLES: Mapping[str, Mapping[str, Any]] = {
    TITLE: {"face": "song", "weight": 700, "size": 18, "align": "left", "colour": INK},
    NAME: {"face": "hei", "weight": 700, "size": 8, "align": "left", "colour": INK},
    NOTE: {"face": "hei", "weight": 400, "size": 6.5, "align": "left", "colour": INK},
}
"""What the book needs of its own, whatever the theme has."""
MARGIN, TOP, FOOT, BELOW_TITLE = 18.0, 25.0, 20.0, 10.0
CELL_WIDTH, GAP, SWATCH, CELL = 40.0, 4.0, 17.0, 34.0
SAMPLE_X, LEAST, PAD = 50.0, 15.0, 4.0
"""Millimetres: the page, the cells of colours, the rows of styles."""
SAMPLE, UPRIGHT = "妇女之家 Banxin 2026 共建共享一年一册", "版心"
LATIN = 0.68
"""About how wide a Latin letter or a digit is, in em; the sample is cut to the line by it."""


class Sheet(NamedTuple):
    """A page: its template, and the texts of its regions; `entry` is its heading, "" on pages that go on."""

    name: str
    template: Mapping[str, Any]
    regions: Mapping[str, str]
    entry: str


class _Page:
    """A page being filled."""

    def __init__(self, title: str, number: int) -> None:
        self.title, self.number = title, number
        said = title if number == 1 else f"{title}（续）"
        self.elements: list[dict[str, Any]] = []
        self.regions: dict[str, str] = {}
        self.text(said, (MARGIN, TOP), 100.0, TITLE, role="H1" if number == 1 else "P")

    def text(self, said: str, at: tuple[float, float], width: float, style: str, **more: Any) -> None:
        slot = f"{len(self.regions)}"
        self.regions[slot] = said
        self.elements.append({"text": {"slot": slot, "at": list(at), "width": width, "style": style, **more}})

    def upright(self, said: str, at: tuple[float, float], style: str, colour: str) -> None:
        slot = f"{len(self.regions)}"
        self.regions[slot] = said
        self.elements.append({"vertical": {"slot": slot, "at": list(at), "style": style, "colour": colour}})

    def draw(self, kind: str, **more: Any) -> None:
        self.elements.append({kind: more})

    def sheet(self) -> Sheet:
        name = f"{PREFIX}{self.title}{self.number}"
        entry = self.title if self.number == 1 else ""
        return Sheet(name, {"title": self.title, "elements": self.elements}, self.regions, entry)


def size_of(theme: Theme) -> tuple[float, float]:
    """Width and height of the theme's page in millimetres."""
    page = theme.root.sub("page")
    return mm(page.mm("width")), mm(page.mm("height"))


# Colours


def colour_sheets(theme: Theme, profile: Path) -> Iterator[Sheet]:
    """Every colour of the theme: swatch, name, inks, total, its colour on screens and its contrast on paper."""
    width, height = size_of(theme)
    across = max(1, int((width - 2 * MARGIN + GAP) / (CELL_WIDTH + GAP)))
    cell = (width - 2 * MARGIN - (across - 1) * GAP) / across
    top = TOP + BELOW_TITLE
    down = max(1, int((height - FOOT - top) / CELL))
    names = list(theme.palette.colours)
    shown = on_screen([theme.palette.colours[name] for name in names], profile)
    for start in range(0, len(names), across * down):
        page = _Page("颜色", start // (across * down) + 1)
        for i, name in enumerate(names[start : start + across * down]):
            x, y = MARGIN + i % across * (cell + GAP), top + i // across * CELL
            page.draw("field", box=[x, y, cell, SWATCH], fill=name)
            page.draw("frame", box=[x, y, cell, SWATCH], stroke=0.25, colour=LINE)
            said = _colour_notes(theme, name, shown[start + i])
            for line, (text, style) in enumerate(zip(said, (NAME, NOTE, NOTE), strict=True)):
                page.text(text, (x, y + SWATCH + 4.5 + 3.5 * line), cell, style)
        yield page.sheet()


def _colour_notes(theme: Theme, name: str, screen: tuple[int, int, int]) -> tuple[str, str, str]:
    words = [word for word, token in theme.palette.words.items() if token == name]
    r, g, b = screen
    on_paper = contrast(screen, (255, 255, 255))
    title = " ".join((name, *words))
    return title, inks_of(theme.palette.colours[name]), f"sRGB {r:02X}{g:02X}{b:02X} · 白底对比 {on_paper:.1f}"


def inks_of(colour: Colour) -> str:
    """A colour as a printer reads it, with its total ink."""
    if isinstance(colour, Spot):
        return f"专色 {colour.name} {round(100 * colour.share)}%"
    parts = [f"{ink}{round(100 * value)}" for ink, value in zip("CMYK", colour.inks, strict=True)]
    return f"{' '.join(parts)} · 共 {round(100 * colour.total)}%"


# Styles


def style_sheets(theme: Theme, profile: Path) -> Iterator[Sheet]:
    """Every text style: its name, face, weight, size and leading, and a line set in it."""
    width, height = size_of(theme)
    grounds, ratio = dict(_grounds(theme)), ratios(theme, profile)
    room = width - MARGIN - SAMPLE_X
    page, y = _Page("文字样式", 1), TOP + BELOW_TITLE
    for name, style in theme.styles.items():
        tall = _height(style, height - FOOT - TOP - BELOW_TITLE)
        if y + tall > height - FOOT and y > TOP + BELOW_TITLE:
            yield page.sheet()
            page, y = _Page("文字样式", page.number + 1), TOP + BELOW_TITLE
        page.draw("rule", at=[MARGIN, y], length=width - 2 * MARGIN, stroke=0.25, colour=LINE)
        _row(page, style, (y, tall, room), _ground(name, style, grounds, ratio))
        y += tall
    yield page.sheet()


def _grounds(theme: Theme) -> Iterator[tuple[str, str]]:
    """A ground that each style stands on, where the theme prints it on one."""
    for use in uses(theme):
        ground = theme.palette.words.get(use.ground, use.ground)
        if ground != PAPER and ground in theme.palette.colours and use.style in theme.styles:
            yield use.style, ground


def _ground(name: str, style: StyleSpec, grounds: Mapping[str, str], ratio: Ratio) -> str:
    """What a style that white paper would hide is shown on: its own ground, or ink; "" for paper."""
    try:
        visible = ratio(style.colour, PAPER) >= LARGE
    except KeyError:  # a word, or a colour that is not there
        visible = True
    return "" if visible else grounds.get(name, INK)


def _height(style: StyleSpec, most: float) -> float:
    """How much of the page a row takes."""
    size, pitch = mm(style.size), mm(style.pitch)
    tall = pitch * (len(UPRIGHT) - 1) + size if pitch else size * 1.3
    return min(most, max(LEAST, tall + 2 * PAD))


def _row(page: _Page, style: StyleSpec, where: tuple[float, float, float], ground: str) -> None:
    y, tall, room = where
    if ground:
        page.draw("field", box=[SAMPLE_X, y, room, tall], fill=ground)
    size = mm(style.size)
    if style.pitch:
        page.upright(UPRIGHT, (SAMPLE_X + PAD, y + PAD), style.name, style.colour)
    else:
        base = y + PAD + size if tall > LEAST else y + tall / 2 + size * 0.35
        page.text(cut(SAMPLE, style, room - 2 * PAD), (SAMPLE_X + PAD, base), room - 2 * PAD, style.name)
    leading = f"字距 {mm(style.pitch):g} mm 竖排" if style.pitch else f"行距 {mm(style.leading):.3g} mm"
    notes = (style.name, f"{style.face} {style.weight} · {style.size:g} 磅", f"{leading} · {style.colour}")
    for line, (said, own) in enumerate(zip(notes, (NAME, NOTE, NOTE), strict=True)):
        page.text(said, (MARGIN, y + 5.0 + 3.5 * line), SAMPLE_X - MARGIN - 1.0, own)


def cut(text: str, style: StyleSpec, room: float) -> str:
    """As much of a text as about fits into a width in millimetres, one character at least."""
    em, used = mm(style.size), 0.0
    for i, char in enumerate(text):
        used += em * ((LATIN if char.isascii() else 1.0) + style.tracking + style.han_latin / 4)
        if used > room and i:
            return text[:i].rstrip()
    return text
