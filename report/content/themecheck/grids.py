"""The module grid of a theme: whether its sums are right, its frames stand on it, and its type keeps from the trim."""

from __future__ import annotations

from collections.abc import Iterator

from report.content.source import Fields
from report.content.spec import Spec
from report.content.theme import Template, Theme
from report.named import NamedTuple
from report.problem import ContentError, Place, Problem, problem
from report.units import MM, mm

TOLERANCE = 0.01
"""Points by which lengths may differ."""
SAFE = 3 * MM
"""Type that is nearer to the trim may be cut off."""


class Grid(NamedTuple):
    """Margins and modules in points."""

    top: float
    bottom: float
    inner: float
    outer: float
    columns: int
    column: float
    gutter: float
    rows: int
    row: float
    row_gutter: float
    baseline: float

    @property
    def width(self) -> float:
        """The type area's."""
        return self.columns * self.column + (self.columns - 1) * self.gutter

    @property
    def height(self) -> float:
        """The type area's."""
        return self.rows * self.row + (self.rows - 1) * self.row_gutter


def grid_problems(theme: Theme) -> Iterator[Problem]:
    """Every sum that does not come out; what cannot be read is told elsewhere."""
    if not isinstance(theme.root.node("page"), Fields):
        return
    page = theme.root.sub("page")
    try:
        width, height, safe = page.mm("width"), page.mm("height"), page.mm("safe", 5.0)
        grid = grid_of(theme)
    except ContentError as error:
        yield from error.problems
        return
    if grid is not None:
        yield from _sums(theme.root.sub("grid"), grid, width, height)
    for template in theme.templates.values():
        if isinstance(template.spec.node("frames"), Fields):
            try:
                yield from _frames(template, grid, width, height)
            except ContentError as error:
                yield from error.problems
    yield from _near_trim(theme, (width, height), safe)


def grid_of(theme: Theme) -> Grid | None:
    """The module grid of a theme that has one."""
    if not theme.root.has("grid"):
        return None
    spec = theme.root.sub("grid")
    lengths = ("top", "bottom", "inner", "outer", "column", "gutter", "row", "row-gutter", "baseline")
    found = {name.replace("-", "_"): spec.mm(name) for name in lengths}
    return Grid(columns=spec.count("columns"), rows=spec.count("rows"), **found)


def _sums(spec: Spec, grid: Grid, width: float, height: float) -> Iterator[Problem]:
    """Margins and modules fill the page in both directions, and modules stand on baselines."""
    across = (grid.inner, grid.outer, grid.columns, grid.column, grid.gutter)
    down = (grid.top, grid.bottom, grid.rows, grid.row, grid.row_gutter)
    for side, parts, total in (("@width", across, width), ("@height", down, height)):
        first, last, count, module, gutter = parts
        found = first + last + count * module + (count - 1) * gutter
        if abs(found - total) > TOLERANCE:
            said = f"{_n(first)} + {count} × {_n(module)} + {count - 1} × {_n(gutter)} + {_n(last)}"
            key = "columns" if side == "@width" else "rows"
            yield problem("grid-sum", _at(spec, key), sum=said, found=_n(found), side=side, wanted=_n(total))
    # rows that are the lines themselves begin where the margin ends: nothing else stands between them
    top = 0.0 if grid.row == grid.baseline and not grid.row_gutter else grid.top
    for key, value in (("top", top), ("row", grid.row), ("row-gutter", grid.row_gutter)):
        yield from _on_baseline(f"grid.{key}", value, grid.baseline, _at(spec, key))


def _on_baseline(where: str, value: float, step: float, place: Place) -> Iterator[Problem]:
    if step > 0 and abs(value / step - round(value / step)) * step > TOLERANCE:
        yield problem("grid-baseline", place, where=where, found=_n(value), step=_n(step))


def _frames(template: Template, grid: Grid | None, width: float, height: float) -> Iterator[Problem]:
    """Where running text stands: on the grid, alike on both sides, mirrored, whole baselines high."""
    frames = template.spec.sub("frames")
    where = f"{template.name}.frames"
    sides = {side: frames.sub(side) for side in ("verso", "recto")}
    top, foot = frames.point("rows")
    step = frames.mm("baseline")
    at = _at(frames, "rows")
    yield from _on_baseline(f"{where}.rows", top - frames.mm("origin", 0.0), step, at)
    yield from _on_baseline(f"{where}.rows", foot - top, step, at)
    (verso_x, verso_wide), (recto_x, recto_wide) = (side.point("wide") for side in sides.values())
    verso_inner, recto_outer = width - verso_x - verso_wide, width - recto_x - recto_wide
    if abs(verso_x - recto_outer) > TOLERANCE or abs(verso_inner - recto_x) > TOLERANCE:
        verso, recto = f"{_n(verso_x)} / {_n(verso_inner)}", f"{_n(recto_x)} / {_n(recto_outer)}"
        yield problem("frames-not-mirrored", _at(sides["recto"], "wide"), where=where, verso=verso, recto=recto)
    for name, side in sides.items():
        yield from _columns(f"{where}.{name}", side, frames.mm("width"))
    if grid is not None:
        yield from _on_grid(where, frames, grid, height)


def _columns(where: str, side: Spec, width: float) -> Iterator[Problem]:
    """Columns lie in the type area and beside one another."""
    x, wide = side.point("wide")
    edges = side.mms("columns")
    if not edges:
        yield problem("theme-value", _at(side, "columns"), key="columns", wanted="[mm, …]")
        return
    rights = [edge + width for edge in edges]
    apart = all(right <= edge + TOLERANCE for right, edge in zip(rights, edges[1:], strict=False))
    if not apart or edges[0] < x - TOLERANCE or rights[-1] > x + wide + TOLERANCE:
        found, wanted = f"{_n(edges[0])}–{_n(rights[-1])}", f"{_n(x)}–{_n(x + wide)}"
        yield problem("grid-frame", _at(side, "columns"), where=f"{where}.columns", found=found, wanted=wanted)


def _on_grid(where: str, frames: Spec, grid: Grid, height: float) -> Iterator[Problem]:
    """Frames are the type area and whole columns of the grid."""
    top, foot = frames.point("rows")
    wanted = f"{_n(grid.top)}–{_n(height - grid.bottom)}"
    areas = [side.box("area") for side in (frames.sub("verso"), frames.sub("recto")) if side.has("area")]
    if areas:  # lines stand in the middle of their room, so that the frame is not the type area
        top, foot = areas[0][1], areas[0][1] + areas[0][3]
    found = [
        (frames, "rows", f"{_n(top)}–{_n(foot)}", wanted),
        (frames, "baseline", _n(frames.mm("baseline")), _n(grid.baseline)),
    ]
    for name, margin in (("verso", grid.outer), ("recto", grid.inner)):
        side = frames.sub(name)
        x, wide = side.point("wide")
        found.append((side, "wide", f"{_n(x)}, {_n(wide)}", f"{_n(margin)}, {_n(grid.width)}"))
        pitch = grid.column + grid.gutter
        for edge in side.mms("columns"):
            nearest = margin + round((edge - margin) / pitch) * pitch
            found.append((side, "columns", _n(edge), _n(nearest)))
    count = max(1, round((frames.mm("width") + grid.gutter) / (grid.column + grid.gutter)))
    whole = count * (grid.column + grid.gutter) - grid.gutter
    found.append((frames, "width", _n(frames.mm("width")), _n(whole)))
    for spec, key, said, wanted in found:
        if said != wanted:
            name = "" if spec is frames else ".verso" if spec.place == frames.sub("verso").place else ".recto"
            yield problem("grid-frame", _at(spec, key), where=f"{where}{name}.{key}", found=said, wanted=wanted)


# The trim


class _Box(NamedTuple):
    """Where type stands, with its name, its place, and whether the report's own safe distance holds for it."""

    where: str
    left: float
    top: float
    right: float
    bottom: float
    place: Place
    strict: bool = True


def _near_trim(theme: Theme, page: tuple[float, float], own: float) -> Iterator[Problem]:
    """Type nearer to the trim than the safe zone, or than the theme's own."""
    for box in _boxes(theme, page):
        distance = min(box.left, box.top, page[0] - box.right, page[1] - box.bottom)
        if distance < SAFE - TOLERANCE:
            yield problem("safe-zone", box.place, where=box.where, found=_n(distance), wanted=_n(SAFE))
        elif box.strict and distance < own - TOLERANCE:
            yield problem("safe-zone", box.place, "warning", where=box.where, found=_n(distance), wanted=_n(own))


def _boxes(theme: Theme, page: tuple[float, float]) -> Iterator[_Box]:
    furniture = theme.root.sub("furniture") if isinstance(theme.root.node("furniture"), Fields) else None
    for key in ("head", "folio") if furniture else ():
        if furniture is not None and isinstance(furniture.node(key), Fields):
            yield from _told(_outside(f"furniture.{key}", furniture.sub(key), page))
    if furniture is not None and isinstance(furniture.node("tab"), Fields):
        yield from _told(_tab(furniture.sub("tab")))
    for template in theme.templates.values():
        for element in template.elements:
            if element.kind in ("text", "vertical") and element.spec.text("role", "") != "Artifact":
                where = f"{template.name}.{element.slot or element.kind}"
                yield from _told(_element(where, element.kind, element.spec))


def _told(boxes: Iterator[_Box]) -> Iterator[_Box]:
    """Boxes as far as they can be read: a wrong value is told elsewhere."""
    try:
        yield from boxes
    except ContentError:
        return


def _outside(where: str, look: Spec, page: tuple[float, float]) -> Iterator[_Box]:
    """Head or folio: on a verso from its left end, on a recto up to its right end."""
    size = look.style("style").size
    for side in ("verso", "recto"):
        x, y = look.point(side)
        edges = (x, page[0] / 2) if side == "verso" else (page[0] / 2, x)
        yield _Box(f"{where}.{side}", edges[0], y - size, edges[1], y, _at(look, side))


def _tab(look: Spec) -> Iterator[_Box]:
    """The words of a thumb tab, which the running head repeats: they may be nearer than the report's own distance."""
    size = look.style("style").size
    axis, y = look.point("at")
    _, top, _, height = look.box("box")
    down = look.mm("step") * (look.count("rows") - 1)
    foot = down + top + max(height, look.mm("most") + 2 * look.mm("padding"))
    yield _Box("furniture.tab.at", axis - size / 2, min(y, top), axis + size / 2, foot, _at(look, "at"), strict=False)


def _element(where: str, kind: str, spec: Spec) -> Iterator[_Box]:
    x, y = spec.point("at")
    style = spec.style("style")
    if kind == "vertical":
        yield _Box(where, x, y, x + style.size, spec.mm("foot", mm(y + style.size)), _at(spec, "at"))
    else:
        foot = spec.mm("foot", mm(y))
        yield _Box(where, x, y - style.size, x + spec.mm("width"), foot, _at(spec, "at"))


def _at(spec: Spec, key: str) -> Place:
    node = spec.node(key)
    return node.place if node is not None else spec.place


def _n(points: float) -> str:
    """A length in millimetres as it is written."""
    return f"{round(mm(points), 2):g}"
