"""Every name that a theme mentions: keys, styles, colours, templates; and every value that is of the wrong kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from report import units
from report.content.nearest import nearest
from report.content.source import Fields, Items, Node, Scalar
from report.content.spec import Spec
from report.content.theme import Theme
from report.content.themecheck.vocabulary import ELEMENT, Key, vocabulary
from report.likeness import likest
from report.named import NamedTuple
from report.problem import Problem, problem

NONE = "none"
"""What switches a key off that an underlying map has."""
ROLES = frozenset({"ground", "text", "soft", "tone", "flower"})
"""Names of colours that a template takes from its scheme."""
WANTED = {"mm": "@number", "pt": "@number", "number": "@number", "flag": "@flag"}
REQUIRED, PAGE = ("page", "inline", "colours", "styles"), ("width", "height", "bleed")
"""What every theme says itself or by its parent, and what it says of its page."""
PLURALS = {"mms": "mm", "pts": "pt", "colours": "colour", "texts": "text", "grounds": "ground"}


class Spot(NamedTuple):
    """A value with the key that holds it, and whether it stands in a page template."""

    key: str
    kind: str
    node: Node
    in_template: bool


def name_problems(theme: Theme) -> Iterator[Problem]:
    """Keys, names and values of theme.yaml, charts.yaml and pages.yaml that nothing stands behind."""
    checker = _Checker(theme)
    yield from _missing(theme.root, "", REQUIRED)
    yield from _missing(theme.root, "page", PAGE)
    for layer in theme.root.layers:
        yield from checker.map_of("theme", layer, in_template=False)
    for template in theme.templates.values():
        for layer in template.spec.layers:
            yield from checker.map_of("template", layer, in_template=True)
    yield from _words(theme)


def _missing(root: Spec, map_: str, keys: tuple[str, ...]) -> Iterator[Problem]:
    """Keys without which no report can be set."""
    node = root.node(map_) if map_ else root.layers[0]
    if isinstance(node, Fields):
        for key in keys:
            if node.get(key) is None:
                yield problem("theme-missing", node.place, key=f"{map_}.{key}".strip("."), wanted="…")


def _words(theme: Theme) -> Iterator[Problem]:
    """Authors' words for colours that are not there."""
    node = theme.root.node("words")
    for _, value in node.entries if isinstance(node, Fields) else ():
        if isinstance(value, Scalar) and value.text not in theme.palette.colours:
            yield _unknown_colour(theme, value)


def _unknown_colour(theme: Theme, node: Scalar) -> Problem:
    palette = theme.palette
    near = nearest(node.text, [*palette.colours, *palette.words])
    return problem("unknown-colour", node.place, name=node.text, near=near, all=palette.known())


class _Checker:
    """Walks the maps of a theme along the format."""

    def __init__(self, theme: Theme) -> None:
        self.theme, self.format = theme, vocabulary()
        self.by_kind: Mapping[str, Callable[[Scalar, Spot], Iterator[Problem]]] = {
            "style": self._style,
            "colour": self._colour,
            "template": self._template,
            "ground": self._ground,
        }

    def map_of(self, name: str, node: Fields, *, in_template: bool) -> Iterator[Problem]:
        """What is wrong in a map of this name."""
        keys = self.format.keys(name)
        for key, value in node.entries:
            row = keys.get(key.text)
            if row is None:
                yield self._unknown_key(key, keys)
                continue
            kind = f"map {name}" if row.kind == "own" else row.kind
            yield from self._value(Spot(key.text, kind, value, in_template))

    def _unknown_key(self, key: Scalar, keys: Mapping[str, Key]) -> Problem:
        near = likest(key.text, keys, 0.7)
        return problem("theme-key", key.place, "warning", key=key.text, near=near)

    def _value(self, spot: Spot) -> Iterator[Problem]:
        node, (kind, _, of) = spot.node, spot.kind.partition(" ")
        if isinstance(node, Scalar) and node.text == NONE:
            return
        match kind:
            case "any":
                return
            case "map":
                yield from self._map(spot, node, of)
            case "rows":
                for inner in _maps(node):
                    yield from self.map_of(of, inner, in_template=spot.in_template)
            case "list":
                for item in node.items if isinstance(node, Items) else ():
                    yield from self._map(spot, item, of)
            case "variants":
                yield from self._variants(node)
            case "elements":
                yield from self._elements(node)
            case _ if kind in PLURALS:
                for item in node.items if isinstance(node, Items) else (node,):
                    yield from self._scalar(spot._replace(kind=PLURALS[kind], node=item))
            case _:
                yield from self._scalar(spot)

    def _map(self, spot: Spot, node: Node, name: str) -> Iterator[Problem]:
        if isinstance(node, Fields):
            yield from self.map_of(name, node, in_template=spot.in_template)
        else:
            yield problem("theme-value", node.place, key=spot.key, wanted="{…}")

    def _variants(self, node: Node) -> Iterator[Problem]:
        """By kind of block, what authors may choose by name."""
        looks = self.format.keys("looks")
        for key, styles in node.entries if isinstance(node, Fields) else ():
            if key.text not in looks and key.text != "page":
                yield self._unknown_key(key, looks)
                continue
            for own in _maps(styles):
                yield from self.map_of(key.text, own, in_template=False)

    def _elements(self, node: Node) -> Iterator[Problem]:
        known = self.format.elements()
        for item in node.items if isinstance(node, Items) else ():
            for kind, inner in item.entries if isinstance(item, Fields) else ():
                if kind.text not in known:
                    yield problem("unknown-element", kind.place, name=kind.text, near="、".join(known))
                elif isinstance(inner, Fields):
                    yield from self.map_of(ELEMENT + kind.text, inner, in_template=True)

    def _scalar(self, spot: Spot) -> Iterator[Problem]:
        node = spot.node
        if not isinstance(node, Scalar):
            yield problem("theme-value", node.place, key=spot.key, wanted=WANTED.get(spot.kind, "@text"))
        elif spot.kind in self.by_kind:
            yield from self.by_kind[spot.kind](node, spot)
        elif spot.kind in WANTED and not _is_a(spot.kind, node):
            yield problem("theme-value", node.place, key=spot.key, wanted=WANTED[spot.kind])

    def _style(self, node: Scalar, _spot: Spot) -> Iterator[Problem]:
        if not self._declared("styles", node.text):
            yield problem("unknown-style", node.place, name=node.text, near=nearest(node.text, self.theme.styles))

    def _colour(self, node: Scalar, spot: Spot) -> Iterator[Problem]:
        known = self._declared("colours", node.text) or node.text in self.theme.palette.words or node.text == NONE
        if not known and not (spot.in_template and node.text in ROLES):
            yield _unknown_colour(self.theme, node)

    def _declared(self, table: str, name: str) -> bool:
        """Whether a table has the name, be it with a mistake that is told elsewhere."""
        node = self.theme.root.node(table)
        return isinstance(node, Fields) and node.get(name) is not None

    def _template(self, node: Scalar, _spot: Spot) -> Iterator[Problem]:
        if node.text not in self.theme.templates:
            yield problem("unknown-template", node.place, name=node.text, near=nearest(node.text, self.theme.templates))

    def _ground(self, node: Scalar, _spot: Spot) -> Iterator[Problem]:
        openers = self.theme.root.node("openers")
        known = [key.text for key, _ in openers.entries] if isinstance(openers, Fields) else []
        if node.text not in known:
            near = nearest(node.text, known)
            yield problem("unknown-ground", node.place, name=node.text, near=near, all="、".join(known))


def _maps(node: Node) -> Iterator[Fields]:
    for _, value in node.entries if isinstance(node, Fields) else ():
        if isinstance(value, Fields):
            yield value


def _is_a(kind: str, node: Scalar) -> bool:
    """Whether a value is a number, a length or a flag."""
    value = node.value
    if kind == "flag":
        return isinstance(value, bool)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return True
    try:
        units.length(node.text, bare=1.0)
    except ValueError:
        return False
    return True
