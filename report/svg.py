"""A logo drawn in SVG into paths with their colours: shapes, groups, transforms, plain fills and strokes.

What a logo may hold besides (text, gradients, clips, filters, pictures) is named, so that its author can turn it into
paths; nothing is left out in silence.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path as File
from typing import TYPE_CHECKING, Any, Literal, cast

from report.drawing import Path
from report.named import NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Matrix = tuple[float, float, float, float, float, float]
Rgb = tuple[float, float, float]
UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
SHAPES = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline", "line"})
GROUPS = frozenset({"svg", "g", "a"})
SILENT = frozenset({"title", "desc", "metadata", "style", "namedview"})
"""Elements that draw nothing."""
INHERITED: Mapping[str, str] = {
    "fill": "black",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-dasharray": "none",
    "fill-rule": "nonzero",
    "fill-opacity": "1",
    "stroke-opacity": "1",
    "color": "black",
    "visibility": "visible",
}
"""Properties that a group hands down, with their first values (SVG 1.1, 6.1)."""
FOREIGN = frozenset({"clip-path", "mask", "filter", "marker-start", "marker-mid", "marker-end"})
"""Properties that change what a shape looks like in ways that are not drawn here."""
NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"


class Pen(NamedTuple):
    colour: Rgb
    width: float
    cap: Literal["butt", "round", "square"]
    join: Literal["miter", "round", "bevel"]
    dash: tuple[float, ...]


class Part(NamedTuple):
    """A path in units of its own; `matrix` leads from them to those of the drawing. Colours are sRGB, 0 to 1."""

    path: Path
    matrix: Matrix
    fill: Rgb | None
    pen: Pen | None
    even_odd: bool
    opacity: float


class Vector(NamedTuple):
    """A drawing in its own units, the upper left corner at the origin; `strange` names what cannot be drawn."""

    width: float
    height: float
    parts: tuple[Part, ...]
    strange: tuple[str, ...]


def read_vector(file: File) -> Vector:
    """The drawing of a file; raises OSError or ValueError for what is no SVG, or one without a size."""
    from xml.etree import ElementTree

    data = file.read_bytes()
    if b"<!ENTITY" in data:
        raise ValueError("entities")  # they could unfold without end
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise ValueError("no XML") from error
    if _name(root) != "svg":
        raise ValueError(root.tag)
    left, top, width, height = _view(root)
    reader = _Reader(_classes(root))
    parts = tuple(reader.parts(root, dict(INHERITED), (1.0, 0.0, 0.0, 1.0, -left, -top)))
    return Vector(width, height, parts, tuple(dict.fromkeys(reader.strange)))


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _view(root: Element) -> tuple[float, float, float, float]:
    """What is shown: the view box, or width and height."""
    numbers = [float(one) for one in re.findall(NUMBER, root.get("viewBox", ""))]
    if len(numbers) != 4:
        sides = [re.match(rf"\s*({NUMBER})\s*(?!\s*%)", root.get(name, "")) for name in ("width", "height")]
        numbers = [0.0, 0.0, *(float(side[1]) for side in sides if side)]
    if len(numbers) != 4 or min(numbers[2:]) <= 0:
        raise ValueError("no size")
    return numbers[0], numbers[1], numbers[2], numbers[3]


def _classes(root: Element) -> dict[str, dict[str, str]]:
    """The rules of single classes, as drawing programs write them: .a{fill:#c00}."""
    rules: dict[str, dict[str, str]] = {}
    for element in root.iter():
        if _name(element) == "style":
            sheet = re.sub(r"/\*.*?\*/", "", element.text or "", flags=re.DOTALL)
            for names, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
                for name in names.split(","):
                    rules.setdefault(name.strip(), {}).update(_declared(body))
    return rules


def _declared(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";") if ":" in part)
    return {name.strip(): value.strip() for name, _, value in pairs}


class _Reader:
    """Walks over elements; what it does not know is in `strange`."""

    def __init__(self, rules: Mapping[str, Mapping[str, str]]) -> None:
        self._rules = rules
        self.strange = [f"style {name}" for name in rules if not re.fullmatch(r"\.[\w-]+", name)]

    def parts(self, element: Element, above: Mapping[str, str], matrix: Matrix) -> Iterator[Part]:
        """The parts of an element and of what is in it, in the order in which they are painted."""
        name, own = _name(element), self._own(element)
        if name in SILENT or own.get("display") == "none" or not isinstance(element.tag, str):
            return
        if name == "defs" and not len(element):
            return
        if name not in SHAPES | GROUPS:
            self.strange.append(name)
            return
        self.strange += [key for key in own if key in FOREIGN and own[key] != "none"]
        style = {key: own[key] if own.get(key, "inherit") != "inherit" else above[key] for key in INHERITED}
        matrix = _product(self._transform(element), matrix)
        if name in GROUPS:
            if _share(own.get("opacity", "1")) < 1:
                self.strange.append(f"opacity {name}")
            for inner in element:
                yield from self.parts(inner, style, matrix)
        elif style["visibility"] == "visible":
            yield from self._shape(element, style, matrix, _share(own.get("opacity", "1")))

    def _own(self, element: Element) -> dict[str, str]:
        """Properties of an element: attributes, over them classes, over them its style (SVG 1.1, 6.4)."""
        found = {key: value.strip() for key, value in element.attrib.items()}
        for name in element.get("class", "").split():
            found.update(self._rules.get(f".{name}", {}))
        return {**found, **_declared(element.get("style", ""))}

    def _shape(self, element: Element, style: Mapping[str, str], matrix: Matrix, opacity: float) -> Iterator[Part]:
        path = _path(element)
        if not path.verbs:
            return
        fill, stroke = self._colour(style["fill"], style), self._colour(style["stroke"], style)
        pen = None
        if stroke is not None and _number(style["stroke-width"]) > 0:
            pen = Pen(
                stroke,
                _number(style["stroke-width"]),
                cast(Any, _one_of(style["stroke-linecap"], "butt", "round", "square")),
                cast(Any, _one_of(style["stroke-linejoin"], "miter", "round", "bevel")),
                tuple(float(one) for one in re.findall(NUMBER, style["stroke-dasharray"])),
            )
        even_odd = style["fill-rule"] == "evenodd"
        filled, drawn = (opacity * _share(style[key]) for key in ("fill-opacity", "stroke-opacity"))
        if fill is not None and pen is not None and filled == drawn == 1:
            yield Part(path, matrix, fill, pen, even_odd, 1.0)
            return
        if fill is not None:
            yield Part(path, matrix, fill, None, even_odd, filled)
        if pen is not None:
            yield Part(path, matrix, None, pen, even_odd, drawn)

    def _colour(self, text: str, style: Mapping[str, str]) -> Rgb | None:
        from PIL import ImageColor

        text = style["color"] if text.lower() == "currentcolor" else text
        if text in ("none", "transparent"):
            return None
        try:
            red, green, blue = ImageColor.getrgb(text)[:3]
        except ValueError:
            self.strange.append(text)
            return None
        return red / 255, green / 255, blue / 255

    def _transform(self, element: Element) -> Matrix:
        """The matrix of an element's own transforms, the last of which is applied first (SVG 1.1, 7.6)."""
        found = UNMOVED
        for name, text in re.findall(r"(\w+)\s*\(([^)]*)\)", element.get("transform", "")):
            values = [float(one) for one in re.findall(NUMBER, text)]
            made = _matrix(name, values)
            if made is None:
                self.strange.append(f"transform {name}")
            else:
                found = _product(made, found)
        return found


def _matrix(name: str, values: list[float]) -> Matrix | None:
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return a, b, c, d, e, f
        case "translate", [x, *rest] if len(rest) < 2:
            return 1.0, 0.0, 0.0, 1.0, x, rest[0] if rest else 0.0
        case "scale", [x, *rest] if len(rest) < 2:
            return x, 0.0, 0.0, rest[0] if rest else x, 0.0, 0.0
        case "rotate", [angle]:
            sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
            return cosine, sine, -sine, cosine, 0.0, 0.0
        case "rotate", [angle, x, y]:
            turned = _matrix("rotate", [angle])
            assert turned is not None
            return _product((1.0, 0.0, 0.0, 1.0, -x, -y), _product(turned, (1.0, 0.0, 0.0, 1.0, x, y)))
        case "skewX", [angle]:
            return 1.0, 0.0, math.tan(math.radians(angle)), 1.0, 0.0, 0.0
        case "skewY", [angle]:
            return 1.0, math.tan(math.radians(angle)), 0.0, 1.0, 0.0, 0.0
    return None


def _product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does one, then the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _path(element: Element) -> Path:
    """The outline of a shape, curves as cubic ones."""
    from xml.etree.ElementTree import Element as Made

    from fontTools.pens.recordingPen import DecomposingRecordingPen
    from fontTools.svgLib.path import parse_path
    from fontTools.svgLib.path.shapes import PathBuilder

    builder, pen = PathBuilder(), DecomposingRecordingPen({})
    kept = {key: value for key, value in element.attrib.items() if key != "transform"}
    builder.add_path_from_element(Made(_name(element), kept))
    for text in builder.paths:
        parse_path(text, pen)
    return _drawn(pen.value)


def _drawn(verbs: list[tuple[str, tuple[tuple[float, float], ...]]]) -> Path:
    letters: list[str] = []
    points: list[float] = []
    at = (0.0, 0.0)
    for verb, given in verbs:
        match verb:
            case "moveTo" | "lineTo":
                letters.append(verb[0])
                points += given[0]
            case "curveTo":
                letters.append("c")
                points += [value for point in given for value in point]
            case "qCurveTo":
                letters.append("c")
                (qx, qy), (x, y) = given
                points += (at[0] + 2 / 3 * (qx - at[0]), at[1] + 2 / 3 * (qy - at[1]))
                points += (x + 2 / 3 * (qx - x), y + 2 / 3 * (qy - y), x, y)
            case "closePath":
                letters.append("z")
        at = given[-1] if given else at
    return Path("".join(letters), tuple(points))


def _number(text: str) -> float:
    found = re.match(NUMBER, text)
    return float(found[0]) if found else 0.0


def _share(text: str) -> float:
    """0.5 or 50 %."""
    return min(1.0, max(0.0, _number(text) / (100 if text.endswith("%") else 1)))


def _one_of(text: str, *known: str) -> str:
    return text if text in known else known[0]
