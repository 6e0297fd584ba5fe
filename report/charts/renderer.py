"""matplotlib's drawing calls into items of the document: vector paths, colours by token, text set by our composer.

Nothing is guessed: a colour that is no token of the chart, a picture, a mesh of colours end the drawing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, cos, floor, radians, sin
from typing import Any, Literal

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.font_manager import FontProperties, weight_dict
from matplotlib.path import Path as Curve
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from report.charts.composing import Composer, missing
from report.charts.words import Words
from report.colour import BLACK, Colour
from report.drawing import Group, Item, Path, Run, Shape, Stroke, moved, rectangle
from report.named import NamedTuple
from report.problem import Problem
from report.record import replace
from report.typeset import Span, TextStyle, set_line
from report.typeset.faces import Faces

DPI = 72
"""One dot of matplotlib is one point."""
DECIMALS = 4
"""Of coordinates in points: finer than any press, coarse enough to be the same on every machine."""
HATCH_TILE = 72.0
"""Side of matplotlib's hatch tile: one inch."""
CAPS: Mapping[str, Literal["butt", "round", "square"]] = {"butt": "butt", "round": "round", "projecting": "square"}
MOVE, LINE, QUADRATIC, CUBIC, CLOSE = map(
    int, (Curve.MOVETO, Curve.LINETO, Curve.CURVE3, Curve.CURVE4, Curve.CLOSEPOLY)
)
SEGMENTS = {MOVE: ("m", 1), LINE: ("l", 1), QUADRATIC: ("c", 2), CUBIC: ("c", 3), CLOSE: ("z", 1)}
"""Matplotlib's codes of a path: the verb of each, and how many vertices it takes."""
RGB = tuple[float, float, float]


class CannotDrawError(Exception):
    """A chart asks for what the document cannot hold; a fault of the chart's code, never of the author."""


class Inks:
    """Colours of the document under private RGB values, which no colour name, hex code or colour map can give."""

    def __init__(self) -> None:
        self._colours: dict[RGB, Colour] = {}

    def rgb(self, colour: Colour) -> RGB:
        """The value under which matplotlib carries a colour."""
        for value, known in self._colours.items():
            if known == colour:
                return value
        value = ((len(self._colours) + 0.5) / 4096, 0.1 + 1e-7, 0.9 - 1e-7)
        self._colours[value] = colour
        return value

    def colour(self, value: Sequence[float]) -> Colour:
        """The colour that matplotlib carries under a value."""
        try:
            return self._colours[(float(value[0]), float(value[1]), float(value[2]))]
        except KeyError:
            raise CannotDrawError(f"a chart uses a colour that is no token: {tuple(map(float, value))}") from None


class Phrase(Artist):
    """A label of the chart: its baseline starts at (x, y) and is turned by so many degrees, anticlockwise; mathematics
    in it is set by us. No text of matplotlib's: fonts, boxes and alignments that nobody asks for took longer than to
    set it.

    With `upright` it is a column of characters whose axis is x and whose top is y.
    """

    def __init__(self, x: float, y: float, words: Words, *, upright: bool = False, turn: float = 0.0) -> None:
        super().__init__()
        self.pen, self.words, self.upright, self.turn = (x, y), words, upright, turn

    def draw(self, renderer: RendererBase) -> None:
        assert isinstance(renderer, Renderer)
        if self.get_visible() and self.words.text:
            x, y = self.get_transform().transform(self.pen)
            renderer.draw_phrase(self, float(x), float(y))


class Clip(NamedTuple):
    """What bounds a drawing: paths, the outermost first."""

    paths: tuple[Path, ...]


class Renderer(RendererBase):
    """Collects items for a figure of a size in points; the figure's dpi must be 72."""

    def __init__(self, width: float, height: float, faces: Faces, inks: Inks) -> None:
        super().__init__()
        self.problems: list[Problem] = []
        self.composer = Composer(faces)
        self._width, self._height, self._faces, self._inks = width, height, faces, inks
        self._layers: list[tuple[Clip, list[Item]]] = []

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything drawn so far, in order."""
        return tuple(item for clip, items in self._layers for item in _inside(clip, items))

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._width, self._height

    def flipy(self) -> bool:
        """Matplotlib counts y upwards here; it is turned once, when an item is made."""
        return False

    def points_to_pixels(self, points: float) -> float:
        return points

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Curve,
        transform: Any,
        rgbFace: Any = None,  # noqa: N803  the name by which matplotlib passes it
    ) -> None:
        outline = self._path(path, transform, gc)
        if not outline.verbs:
            return
        line_opacity, face_opacity = _opacities(gc, rgbFace)
        fill = self._inks.colour(rgbFace) if rgbFace is not None and face_opacity else None
        stroke = self._stroke(gc) if gc.get_linewidth() > 0 and line_opacity else None
        hatch = self._hatch(gc, outline) if gc.get_hatch() else ()
        if fill and stroke and not hatch and line_opacity == face_opacity:
            self._add(gc, [Shape(outline, fill, stroke, opacity=face_opacity)])
            return
        filled = [Shape(outline, fill, opacity=face_opacity)] if fill else []
        stroked = [Shape(outline, stroke=stroke, opacity=line_opacity)] if stroke else []
        self._add(gc, [*filled, *hatch, *stroked])

    def draw_text(  # noqa: PLR0917  matplotlib passes them so
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | Literal["TeX"] = False,  # noqa: ARG002
        mtext: Text | None = None,  # noqa: ARG002
    ) -> None:
        """Text as it stands, dollar signs included."""
        if _opacities(gc, None)[0] != 1:
            raise CannotDrawError(f"text cannot be transparent: {s}")
        at = (float(x), self._height - float(y))
        words = _words(s, prop, self._inks.colour(gc.get_rgb()))
        self.problems += missing(words, self._faces)
        self._add(gc, _turned(set_line(words.spans, words.style, self._faces).runs, *at, float(angle)))

    def draw_phrase(self, phrase: Phrase, x: float, y: float) -> None:
        """A label as the composer sets it, from a pen on the canvas."""
        composed = self.composer.set(phrase.words)
        self.problems += composed.problems
        at = x, self._height - y
        if phrase.upright:
            items, _ = self.composer.upright(phrase.words)
            self._add(self.new_gc(), [rounded(moved(item, *at)) for item in items])
        else:
            self._add(self.new_gc(), _turned(composed.items, *at, phrase.turn))

    def get_text_width_height_descent(
        self,
        s: str,
        prop: FontProperties,
        ismath: bool | Literal["TeX"],  # noqa: ARG002
    ) -> tuple[float, float, float]:
        """Width as we set it; height and depth of the face's em box, so that lines of text stand evenly."""
        words = _words(s, prop, None)
        ascent, descent, _ = self._get_font_height_metrics(prop)
        return set_line(words.spans, words.style, self._faces).width, ascent + descent, descent

    def _get_font_height_metrics(self, prop: FontProperties) -> tuple[float, float, float]:
        """Ascent, descent and gap between lines of a face; without this matplotlib looks for a system font."""
        style = _words("", prop, None).style
        face = self._faces.open(style.family, style.weight, style.slant).face
        return face.ascent * style.size / 1000, -face.descent * style.size / 1000, 0.0

    def draw_tex(self, *_args: object, **_kwargs: object) -> None:
        raise CannotDrawError("a chart asks for TeX")

    def draw_image(self, *_args: object, **_kwargs: object) -> None:
        raise CannotDrawError("a chart asks for a raster picture")

    def draw_quad_mesh(self, *_args: object, **_kwargs: object) -> None:
        raise CannotDrawError("a chart asks for a mesh of colours")

    def draw_gouraud_triangles(self, *_args: object, **_kwargs: object) -> None:
        raise CannotDrawError("a chart asks for shaded triangles")

    def _add(self, gc: GraphicsContextBase, items: Sequence[Item]) -> None:
        """Neighbours with the same bounds share them."""
        clip = self._clip(gc)
        if self._layers and self._layers[-1][0] == clip:
            self._layers[-1][1].extend(items)
        elif items:
            self._layers.append((clip, list(items)))

    def _clip(self, gc: GraphicsContextBase) -> Clip:
        paths = []
        bounds = gc.get_clip_rectangle()
        if bounds is not None:
            x, y, width, height = map(float, bounds.bounds)
            corner = (x, self._height - y - height, width, height)
            paths.append(rectangle(*(round(v, DECIMALS) for v in corner)))
        path, transform = gc.get_clip_path()
        if path is not None:
            paths.append(self._path(path, transform, None))
        return Clip(tuple(paths))

    def _path(self, path: Any, transform: Any, gc: GraphicsContextBase | None) -> Path:
        """Segments in points with y downwards; nothing is simplified or moved to whole points."""
        sketch = gc.get_sketch_params() if gc else None
        found = path.cleaned(transform=transform, remove_nans=True, simplify=False, curves=True, sketch=sketch)
        vertices = np.array(found.vertices, dtype=float)
        vertices[:, 1] = self._height - vertices[:, 1]
        rounded = np.round(vertices, DECIMALS) + 0.0  # no -0.0
        return segments(np.asarray(found.codes).tolist(), rounded.tolist())

    def _stroke(self, gc: GraphicsContextBase) -> Stroke:
        offset, dash = gc.get_dashes()
        if dash and offset:
            raise CannotDrawError("a chart asks for a dash that starts inside itself")
        return Stroke(
            self._inks.colour(gc.get_rgb()),
            round(float(gc.get_linewidth()), DECIMALS),
            CAPS[str(gc.get_capstyle())],
            str(gc.get_joinstyle()),  # type: ignore[arg-type]  # miter, round, bevel: the same words
            tuple(float(v) for v in dash or ()),
        )

    def _hatch(self, gc: GraphicsContextBase, outline: Path) -> tuple[Item, ...]:
        """Matplotlib's hatch tile, set side by side from the figure's lower left corner and bounded by the outline."""
        colour = self._inks.colour(gc.get_hatch_color())
        stroke = Stroke(colour, round(float(gc.get_hatch_linewidth()), DECIMALS))
        tile = gc.get_hatch_path()
        xs, ys = outline.points[0::2], [self._height - y for y in outline.points[1::2]]
        marks = []
        for i in range(floor(min(xs) / HATCH_TILE), ceil(max(xs) / HATCH_TILE)):
            for j in range(floor(min(ys) / HATCH_TILE), ceil(max(ys) / HATCH_TILE)):
                at = Affine2D().scale(HATCH_TILE).translate(i * HATCH_TILE, j * HATCH_TILE)
                marks.append(Shape(self._path(tile, at, None), colour, stroke))
        return (Group(tuple(marks), clip=outline),)


def segments(codes: Sequence[int], vertices: Sequence[Sequence[float]]) -> Path:
    """Matplotlib's codes as verbs; a quadratic curve becomes the cubic of the same shape."""
    verbs: list[str] = []
    points: list[float] = []
    at = 0
    while at < len(codes) and codes[at] in SEGMENTS:  # the code that stops a path is none of them
        verb, count = SEGMENTS[codes[at]]
        verbs.append(verb)
        if codes[at] == QUADRATIC:
            points += _cubic(points[-2:], *vertices[at : at + count])
        elif codes[at] != CLOSE:
            points += [v for vertex in vertices[at : at + count] for v in vertex]
        at += count
    return Path("".join(verbs), tuple(points))


def _cubic(start: Sequence[float], control: Sequence[float], end: Sequence[float]) -> list[float]:
    """Handles at two thirds of the way to the one handle of a quadratic curve."""
    handles = [a + (c - a) * 2 / 3 for a, c in zip(start, control, strict=True)]
    handles += [b + (c - b) * 2 / 3 for b, c in zip(end, control, strict=True)]
    return [*(round(v, DECIMALS) for v in handles), *end]


def _opacities(gc: GraphicsContextBase, face: Any) -> tuple[float, float]:
    """Of line and face: one value for both where the artist was given one, else what each colour carries."""
    if gc.get_forced_alpha():
        alpha = float(gc.get_alpha())
        return alpha, alpha
    line = float(gc.get_rgb()[3])
    return line, float(face[3]) if face is not None and len(face) == 4 else 1.0


def _words(text: str, font: FontProperties, colour: Colour | None) -> Words:
    """Plain text in the face, weight and size that its font properties name; families are keys of the catalogue."""
    weight = font.get_weight()
    number = weight_dict[weight] if isinstance(weight, str) else weight
    size = float(font.get_size_in_points())
    style = TextStyle(
        family=font.get_family()[0],
        weight=int(number),
        size=size,
        leading=size,
        colour=colour or BLACK,
        align="left",
        han_latin=0.0,
        slant="normal" if font.get_style() == "normal" else "italic",
    )
    return Words((Span(text),), style)


def _turned(items: Sequence[Item], x: float, y: float, angle: float) -> list[Item]:
    """Items of a line from a pen, turned anticlockwise about it in degrees."""
    turn = -angle % 360
    across, down = cos(radians(turn)), sin(radians(turn))
    turned: list[Item] = []
    for item in items:
        if isinstance(item, Run):
            at = (x + item.x * across - item.y * down, y + item.x * down + item.y * across)
            turned.append(replace(item, x=round(at[0], DECIMALS), y=round(at[1], DECIMALS), turn=turn))
        elif turn:
            turned.append(Group((item,), matrix=(across, down, -down, across, x, y)))
        else:
            turned.append(rounded(moved(item, x, y)))
    return turned


def rounded(item: Item) -> Item:
    """A run or a shape with coordinates that are the same on every machine."""
    match item:
        case Run():
            return replace(item, x=round(item.x, DECIMALS), y=round(item.y, DECIMALS))
        case Shape(path):
            points = tuple(round(v, DECIMALS) + 0.0 for v in path.points)
            return replace(item, path=Path(path.verbs, points))
    return item


def _inside(clip: Clip, items: Sequence[Item]) -> Sequence[Item]:
    """Items inside all bounds of a clip."""
    for path in reversed(clip.paths):
        items = (Group(tuple(items), clip=path),)
    return items
