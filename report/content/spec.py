"""A map of a theme with typed access: lengths, colours, styles; every wrong value is a problem with its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NoReturn, TypeVar

from report import units
from report.colour import Colour
from report.content.source import Fields, Items, Node, Scalar
from report.likeness import likest
from report.problem import ContentError, Place, problem
from report.record import record

Choice = TypeVar("Choice")


@record
class StyleSpec:
    """A text style of the theme; size and leading in points, tracking and indent in em, pitch for vertical setting.

    `punctuation` is one of PUNCTUATION, `level` one of LEVELS (typography rules 1 to 3 and 24), `manners` are those of
    MANNERS that are switched on, `drop_cap` is the height of an initial in lines.
    """

    name: str
    face: str
    weight: int
    size: float
    leading: float
    colour: str
    align: str
    indent: float
    tracking: float
    han_latin: float
    pitch: float
    punctuation: Punctuation = "line-end-half"
    level: Level = "gb"
    manners: frozenset[str] = frozenset()
    drop_cap: int = 0


Punctuation = Literal["full", "kaiming", "half", "line-end-half"]
Level = Literal["basic", "gb", "strict"]
PUNCTUATION: Mapping[str, Punctuation] = {
    "全角": "full",
    "full": "full",
    "开明": "kaiming",
    "kaiming": "kaiming",
    "半角": "half",
    "half": "half",
    "行末半角": "line-end-half",
    "line-end-half": "line-end-half",
}
"""Widths of marks by name (typography rule 24)."""
LEVELS: Mapping[str, Level] = {
    "basic": "basic",
    "gb": "gb",
    "strict": "strict",
    "基本": "basic",
    "国标": "gb",
    "严格": "strict",
}
"""How strictly marks keep from the ends of lines (typography rules 1 to 3)."""
MANNERS = ("phrases", "balance", "tabular", "tight", "hanging", "grid", "fixed")
"""What a style may switch on: breaks between phrases, even lines, digits of one width, tight marks, hanging marks, a
character grid, letters of half an em."""


@record
class Palette:
    """Colours by token, and the words by which authors call them."""

    colours: Mapping[str, Colour]
    words: Mapping[str, str]

    def nearest(self, name: str) -> str:
        """The most similar name; "" where none is."""
        return likest(name, [*self.colours, *self.words], 0.5)

    def known(self) -> str:
        """Names for a message: the author's words, or where there are none the tokens."""
        return "、".join(self.words or self.colours)


@record
class Spec:
    """Layers of maps, the first one that has a key wins; `scheme` renames colours (ground, text, soft) for a page."""

    layers: tuple[Fields, ...]
    palette: Palette
    styles: Mapping[str, StyleSpec]
    scheme: tuple[tuple[str, str], ...] = ()

    @property
    def place(self) -> Place:
        return self.layers[0].place

    def over(self, under: Spec) -> Spec:
        """This map, with another one below it for what it does not say."""
        return Spec(self.layers + under.layers, self.palette, self.styles, self.scheme or under.scheme)

    def schemed(self, scheme: tuple[tuple[str, str], ...]) -> Spec:
        return Spec(self.layers, self.palette, self.styles, scheme)

    def node(self, key: str) -> Node | None:
        for layer in self.layers:
            found = layer.get(key)
            if found is not None:
                return found
        return None

    def names(self) -> tuple[str, ...]:
        """The keys of all layers, in their order."""
        return tuple(dict.fromkeys(name.text for layer in self.layers for name, _ in layer.entries))

    def has(self, key: str) -> bool:
        found = self.node(key)
        return found is not None and not (isinstance(found, Scalar) and found.text == "none")

    def text(self, key: str, default: str | None = None) -> str:
        found = self.node(key)
        if found is None and default is not None:
            return default
        if not isinstance(found, Scalar):
            self._fail(key, "@text")
        return found.text

    def choice(self, key: str, choices: Mapping[str, Choice], default: str) -> Choice:
        """One of some words."""
        word = self.text(key, default)
        if word not in choices:
            self._fail(key, "、".join(choices))
        return choices[word]

    def flag(self, key: str) -> bool:
        found = self.node(key)
        return isinstance(found, Scalar) and found.value is True

    def number(self, key: str, default: float | None = None) -> float:
        """A bare number (a ratio, a count, degrees)."""
        found = self.node(key)
        if found is None and default is not None:
            return default
        return self._length(key, found, 1.0)

    def count(self, key: str, default: int | None = None) -> int:
        return round(self.number(key, default))

    def mm(self, key: str, default: float | None = None) -> float:
        """A length in points; a bare number is millimetres."""
        found = self.node(key)
        if found is None and default is not None:
            return default * units.MM
        return self._length(key, found, units.MM)

    def pt(self, key: str, default: float | None = None) -> float:
        """A length in points; a bare number is points (sizes of type, strokes)."""
        found = self.node(key)
        if found is None and default is not None:
            return default
        return self._length(key, found, 1.0)

    def mms(self, key: str) -> tuple[float, ...]:
        """A list of lengths in points, or one length as a list of one; bare numbers are millimetres."""
        found = self.node(key)
        if isinstance(found, Items):
            return tuple(self._length(key, item, units.MM) for item in found.items)
        return (self._length(key, found, units.MM),)

    def pts(self, key: str) -> tuple[float, ...]:
        """A list of sizes in points."""
        found = self.node(key)
        if not isinstance(found, Items):
            self._fail(key, "[pt, …]")
        return tuple(self._length(key, item, 1.0) for item in found.items)

    def points(self, key: str) -> tuple[tuple[float, float], ...]:
        """A list of points, each two millimetre values."""
        found = self.node(key)
        if not isinstance(found, Items):
            self._fail(key, "[[x, y], …]")
        pairs = []
        for item in found.items:
            if not isinstance(item, Items) or len(item.items) != 2:
                self._fail(key, "[[x, y], …]")
            x, y = (self._length(key, value, units.MM) for value in item.items)
            pairs.append((x, y))
        return tuple(pairs)

    def point(self, key: str) -> tuple[float, float]:
        values = self.mms(key)
        if len(values) != 2:
            self._fail(key, "[x, y]")
        return values[0], values[1]

    def box(self, key: str) -> tuple[float, float, float, float]:
        values = self.mms(key)
        if len(values) != 4:
            self._fail(key, "[x, y, w, h]")
        return values[0], values[1], values[2], values[3]

    def colour(self, key: str, default: str | None = None) -> Colour:
        return self.ink(self.text(key, default), self._place(key))

    def colours(self, key: str) -> tuple[Colour | None, ...]:
        found = self.node(key)
        names = found.items if isinstance(found, Items) else (found,)
        return tuple(self._listed(key, name) for name in names)

    def ink(self, name: str, place: Place | None = None) -> Colour:
        """The colour of a token, of a role of the scheme, or of an author's word."""
        token = dict(self.scheme).get(name, name)
        token = self.palette.words.get(token, token)
        if token not in self.palette.colours:
            palette = self.palette
            near, known = palette.nearest(name), palette.known()
            raise ContentError([problem("unknown-colour", place or self.place, name=name, near=near, all=known)])
        return self.palette.colours[token]

    def style(self, key: str, default: str | None = None) -> StyleSpec:
        name = self.text(key, default)
        if name not in self.styles:
            near = likest(name, self.styles)
            raise ContentError([problem("unknown-style", self._place(key), name=name, near=near)])
        return self.styles[name]

    def sub(self, key: str) -> Spec:
        found = self.node(key)
        if not isinstance(found, Fields):
            self._fail(key, "{…}")
        return Spec((found,), self.palette, self.styles, self.scheme)

    def subs(self, key: str) -> tuple[Spec, ...]:
        found = self.node(key)
        if found is None:
            return ()
        if not isinstance(found, Items):
            self._fail(key, "[…]")
        return tuple(self._map(key, item) for item in found.items)

    def _map(self, key: str, item: Node) -> Spec:
        if not isinstance(item, Fields):
            self._fail(key, "[{…}, …]")
        return Spec((item,), self.palette, self.styles, self.scheme)

    def _listed(self, key: str, name: Node | None) -> Colour | None:
        if not isinstance(name, Scalar):
            self._fail(key, "[ink, …]")
        return None if name.text == "none" else self.ink(name.text, name.place)

    def _length(self, key: str, found: Node | None, bare: float) -> float:
        if not isinstance(found, Scalar):
            self._fail(key, "@number")
        value = found.value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value) * bare
        try:
            return units.length(found.text, bare=bare)
        except ValueError:
            self._fail(key, "@number")

    def _place(self, key: str) -> Place:
        found = self.node(key)
        return found.place if found is not None else self.place

    def _fail(self, key: str, wanted: str) -> NoReturn:
        code = "theme-missing" if self.node(key) is None else "theme-value"
        raise ContentError([problem(code, self._place(key), key=key, wanted=wanted)])
