"""Goes over the contents of pages as a printing machine does, and notes what they show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from math import hypot
from typing import Any

from report.preflight.code import (
    BROKEN,
    INLINE,
    PATH,
    Instruction,
    corners,
    instructions,
    names,
    numbers,
)
from report.preflight.inks import BLACK, CMYK, GRAY, RGB, SHORT, Paint, Space, space_of, start_of
from report.preflight.lettering import Lettering, State, scale
from report.preflight.marks import (
    Box,
    Marks,
    PathStyle,
    Placed,
    boxed,
    meet,
    product,
)
from report.preflight.resources import Frame, Streams, box_of, content, matrix_of, stops

DEEPEST = 12
"""Forms within forms."""
FILLS = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
STROKES = frozenset({b"S", b"s", b"B", b"B*", b"b", b"b*"})
QUIET = frozenset(b"i j J d M d0 d1 MP DP BX EX Tz EMC".split())
"""Operators of PDF 1.6 that no rule asks for."""
DEVICES = {b"k": CMYK, b"g": GRAY, b"rg": RGB}


class Walk(Lettering):
    """The walk over one page and the forms on it; `number` counts pages from 1."""

    def __init__(self, streams: Streams, number: int) -> None:
        super().__init__(streams, number)
        self._kept: list[State] = []
        self._path: list[bytes] = []
        self._clips = False
        self._depth = 0
        self._seen: set[object] = set()
        self._device: dict[tuple[bytes, bytes], Paint] = {}

    def page(self, page: Any, resources: Any) -> Marks:
        """All marks of a page of pikepdf."""
        self._go(instructions(b"\n".join(content(page.obj))), Frame(resources, self._streams))
        self.marks.balance += len(self._kept)
        return self.marks

    def _go(self, code: list[Instruction], frame: Frame) -> None:
        if not self._streams.spend(len(code)):
            self.marks.odd["too-much", ""] = None
            return
        outer, self._frame = self._frame, frame
        for operator, operands, inline in code:
            if operator == PATH:
                self._path.append(operands)
            elif act := ACTS.get(operator):
                act(self, operands)
            elif operator == INLINE:
                self._place(inline, "")
            elif operator == BROKEN:
                self.marks.odd["broken", ""] = None
            elif operator not in QUIET:
                self.marks.odd["operator", operator.decode("latin-1")] = None
        self._frame = outer

    # State

    def save(self, _operands: bytes) -> None:
        self._kept.append(copy(self.state))
        self.marks.depth = max(self.marks.depth, len(self._kept))

    def restore(self, _operands: bytes) -> None:
        if self._kept:
            self.state = self._kept.pop()
        else:
            self.marks.balance -= 1

    def concat(self, operands: bytes) -> None:
        values = numbers(operands)
        if len(values) == 6:
            self.state.ctm = product(tuple(values), self.state.ctm)  # type: ignore[arg-type]

    def graphics(self, operands: bytes) -> None:
        """gs: many settings by one name."""
        for name in names(operands)[:1]:
            found = self._frame.setting(name)
            for key, value in found.sets:
                setattr(self.state, key, value)
            self.marks.odd.update(dict.fromkeys(found.odd))
            self.marks.groups.update(dict.fromkeys(found.groups))
            self.marks.transparent |= found.transparent
            if found.font is not None:
                self.state.font, self.state.size = self._streams.font(found.font[0], self._number), found.font[1]

    def intent(self, operands: bytes) -> None:
        self.marks.odd.update({("intent", name): None for name in names(operands)})

    def mark(self, operands: bytes) -> None:
        """BMC and BDC; what has an MCID or is an artifact is tagged."""
        self._marked.append(
            operands.lstrip().startswith(b"/Artifact") or b"/MCID" in operands or self._has_id(operands)
        )

    def _has_id(self, operands: bytes) -> bool:
        named = names(operands)
        held = self._frame.held("/Properties", named[1]) if len(named) == 2 and b"<<" not in operands else None
        return held is not None and "/MCID" in held

    def unmark(self, _operands: bytes) -> None:
        if self._marked:
            self._marked.pop()

    # Colour

    def device(self, operator: bytes, operands: bytes) -> Paint:
        """The colour that k, g or rg sets; a page says few of them often."""
        key = operator, operands
        if key not in self._device:
            self._device[key] = Paint(DEVICES[operator], tuple(numbers(operands)))
        return self._device[key]

    def space(self, operands: bytes) -> Paint:
        found = names(operands)
        return start_of(self._frame.space(found[0])) if found else BLACK

    def colour(self, operands: bytes, before: Paint) -> Paint:
        """sc and scn."""
        found = names(operands)
        if not found:
            return Paint(before.space, tuple(numbers(operands)))
        self._pattern(found[-1])
        return Paint(before.space, pattern=found[-1])

    def fills(self, paint: Paint) -> None:
        self.state.fill = paint

    def strokes(self, paint: Paint) -> None:
        self.state.stroke = paint

    @property
    def fill(self) -> Paint:
        return self.state.fill

    @property
    def stroke(self) -> Paint:
        return self.state.stroke

    def _pattern(self, name: str) -> None:
        """A pattern shows its own colours; each is gone over once a page, for what it holds and not for where."""
        pattern = self._frame.held("/Pattern", name)
        if pattern is None or (self._frame, name) in self._seen or self._depth >= DEEPEST:
            return
        self._seen.add((self._frame, name))
        if "/Shading" in pattern:
            self._shade(pattern["/Shading"])
        else:
            self._inside(pattern, keep_path=True)

    def shading(self, operands: bytes) -> None:
        for name in names(operands)[:1]:
            shading = self._frame.held("/Shading", name)
            if shading is not None:
                self.painted()
                self._shade(shading)

    def _shade(self, shading: Any) -> None:
        space = self._frame.space_at(shading)
        self.used(space, "shading", self.state.clip)
        for paint in stops(shading, space):
            self._add_path(PathStyle(paint, None, 0.0, False, False, 0, self.state.alpha), self.state.clip)

    # Paths

    def clip(self, _operands: bytes) -> None:
        self._clips = True

    def end_path(self, operator: bytes) -> None:
        """Any operator that ends a path, painting it or not."""
        segments, self._path = b" ".join(self._path), []
        clips, self._clips = self._clips, False
        across, up = corners(segments) if segments else ([], [])
        if not across or not up:
            return
        state = self.state
        box = boxed(state.ctm, min(across), min(up), max(across), max(up))
        if operator != b"n":
            self.painted()
            fill = state.fill if operator in FILLS else None
            stroke = state.stroke if operator in STROKES else None
            width = state.width * scale(state.ctm) if stroke else 0.0
            over, strokes_over = fill is not None and state.overprints, stroke is not None and state.strokes_overprint
            style = PathStyle(fill, stroke, round(width, 3), over, strokes_over, int(state.opm), state.alpha)
            self._add_path(style, meet(box, state.clip))
        if clips:
            state.clip = meet(state.clip, box)

    def _add_path(self, style: PathStyle, box: Box) -> None:
        self.marks.paths.setdefault(style, []).append(box)
        for paint in (style.fill, style.stroke):
            if paint is not None:
                self.used(paint.space, "path", box)

    # What is placed

    def do(self, operands: bytes) -> None:
        for name in names(operands)[:1]:
            held = self._frame.held("/XObject", name)
            if held is None:
                continue
            match str(held.get("/Subtype", "")):
                case "/Image":
                    self._place(held, name)
                case "/Form" if self._depth < DEEPEST:
                    self._inside(held)
                case "/PS":
                    self.marks.odd["postscript", name] = None

    def _place(self, image: Any, name: str) -> None:
        state = self.state
        a, b, c, d, _, _ = state.ctm
        self.painted()
        box = meet(boxed(state.ctm, 0.0, 0.0, 1.0, 1.0), state.clip)
        space = self._space_of_picture(image)
        if space is not None:
            self.used(space, "image", box)
        else:
            self.used(state.fill.space, "image", box)
        masked = name != "" and "/SMask" in image
        self.marks.transparent |= masked
        self.marks.pictures.append(Placed(image, name, box, hypot(a, b), hypot(c, d), space, state.fill))

    def _space_of_picture(self, image: Any) -> Space | None:
        """Nothing for a mask, which takes the fill colour."""
        held = image if hasattr(image, "get") else image.obj
        if held.get("/ImageMask", held.get("/IM", False)):
            return None
        key = "/CS" if "/CS" in held else "/ColorSpace"
        value = held.get(key)
        if key == "/CS" and str(value) in SHORT:
            return space_of(value, None)
        return self._frame.space_at(held, key)

    def _inside(self, form: Any, keep_path: bool = False) -> None:
        """A form or pattern: its own resources, matrix and box, in a state of its own."""
        kept = self._kept, self.state, self._path, self._line, self._pen
        self._kept, self.state, self._path = [], copy(self.state), []
        self._depth += 1
        self.state.ctm = product(matrix_of(form), self.state.ctm)
        if not keep_path and (box := box_of(form, "/BBox")):
            self.state.clip = meet(self.state.clip, boxed(self.state.ctm, *box))
        group = form.get("/Group")
        if group is not None and "/CS" in group:
            self.marks.groups[self._frame.space_at(group, "/CS")] = None
        if "/Ref" in form:
            self.marks.odd["reference", ""] = None
        if "/PS" in form or str(form.get("/Subtype2", "")) == "/PS":
            self.marks.odd["postscript", ""] = None
        resources = form.get("/Resources")
        self._go(
            self._streams.code(form), Frame(self._frame.resources if resources is None else resources, self._streams)
        )
        self.marks.balance += len(self._kept)
        self._depth -= 1
        self._kept, self.state, self._path, self._line, self._pen = kept


def _sets(name: str, divisor: float = 1.0) -> Callable[[Walk, bytes], None]:
    """An operator with one number that sets a field of the state."""

    def act(walk: Walk, operands: bytes) -> None:
        if values := numbers(operands):
            setattr(walk.state, name, values[-1] / divisor)

    return act


ACTS: Mapping[bytes, Callable[[Walk, bytes], None]] = {
    b"q": Walk.save,
    b"Q": Walk.restore,
    b"cm": Walk.concat,
    b"gs": Walk.graphics,
    b"ri": Walk.intent,
    b"w": _sets("width"),
    b"k": lambda walk, raw: walk.fills(walk.device(b"k", raw)),
    b"g": lambda walk, raw: walk.fills(walk.device(b"g", raw)),
    b"rg": lambda walk, raw: walk.fills(walk.device(b"rg", raw)),
    b"K": lambda walk, raw: walk.strokes(walk.device(b"k", raw)),
    b"G": lambda walk, raw: walk.strokes(walk.device(b"g", raw)),
    b"RG": lambda walk, raw: walk.strokes(walk.device(b"rg", raw)),
    b"cs": lambda walk, raw: walk.fills(walk.space(raw)),
    b"CS": lambda walk, raw: walk.strokes(walk.space(raw)),
    **dict.fromkeys((b"sc", b"scn"), lambda walk, raw: walk.fills(walk.colour(raw, walk.fill))),
    **dict.fromkeys((b"SC", b"SCN"), lambda walk, raw: walk.strokes(walk.colour(raw, walk.stroke))),
    b"sh": Walk.shading,
    **dict.fromkeys((b"W", b"W*"), Walk.clip),
    **{op: lambda walk, _raw, op=op: walk.end_path(op) for op in (*FILLS, *STROKES, b"n")},  # type: ignore[misc]
    b"BT": Walk.begin_text,
    b"ET": Walk.begin_text,
    b"Tm": Walk.text_matrix,
    b"Td": Walk.move,
    b"TD": Walk.move_leading,
    b"T*": Walk.line_down,
    b"Tf": Walk.set_font,
    b"Tc": _sets("spacing"),
    b"TL": _sets("leading"),
    b"Ts": _sets("rise"),
    b"Tz": _sets("stretch", 100.0),
    b"Tr": lambda walk, raw: setattr(walk.state, "mode", int((numbers(raw) or [0])[-1])),
    **dict.fromkeys((b"Tj", b"TJ"), Walk.show),
    **dict.fromkeys((b"'", b'"'), Walk.show_below),
    b"Do": Walk.do,
    **dict.fromkeys((b"BMC", b"BDC"), Walk.mark),
    b"EMC": Walk.unmark,
}
"""What is done at each operator that changes or paints something."""
