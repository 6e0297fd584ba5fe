"""What the contents of a page call by name: fonts, graphics states, colour spaces, forms; each read once a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from report.named import NamedTuple
from report.preflight.code import Instruction, instructions
from report.preflight.fonts import Metrics
from report.preflight.inks import UNKNOWN, Paint, Space, space_of
from report.preflight.marks import UNMOVED, Matrix

MOST = 4_000_000
"""Instructions of a file that are followed; forms that call each other could make more of them than there are atoms."""


class Setting(NamedTuple):
    """What an ExtGState sets: fields of the state, a font with its size, what is rare, whether it shines through."""

    sets: tuple[tuple[str, Any], ...] = ()
    font: tuple[Any, float] | None = None
    odd: tuple[tuple[str, str], ...] = ()
    groups: tuple[Space, ...] = ()
    transparent: bool = False


class Streams:
    """What the pages of one file share."""

    def __init__(self) -> None:
        self.fonts: list[Metrics] = []
        self._font_of: dict[object, int] = {}
        self._codes: dict[object, list[Instruction]] = {}
        self._settings: dict[object, Setting] = {}
        self._spaces: dict[object, Space] = {}
        self._done = 0

    def code(self, stream: Any) -> list[Instruction]:
        """The instructions of a form."""
        key = stream.objgen
        if key not in self._codes:
            self._codes[key] = instructions(stream.read_bytes())
        return self._codes[key]

    def font(self, font: Any, number: int) -> int:
        """The index of a font in `fonts`; `number` is the page that uses it."""
        key = _identity(font)
        if key not in self._font_of:
            self._font_of[key] = len(self.fonts)
            self.fonts.append(Metrics(font))
        index = self._font_of[key]
        self.fonts[index].pages.add(number)
        return index

    def setting(self, state: Any) -> Setting:
        key = _identity(state)
        if key not in self._settings:
            self._settings[key] = _setting(state)
        return self._settings[key]

    def space(self, value: Any, resources: Any) -> Space:
        """A colour space; profiles and tint transforms are read once."""
        if not value.is_indirect:
            return space_of(value, resources)
        if value.objgen not in self._spaces:
            self._spaces[value.objgen] = space_of(value, resources)
        return self._spaces[value.objgen]

    def spend(self, count: int) -> bool:
        """Whether there is room for more instructions."""
        self._done += count
        return self._done <= MOST


def _identity(value: Any) -> object:
    """The same for the same object; a direct one is what it says."""
    return value.objgen if value.is_indirect else value.unparse(resolved=False)


class Frame:
    """The names of one content stream."""

    def __init__(self, resources: Any, streams: Streams) -> None:
        self.resources = resources
        self._streams = streams
        self._settings: dict[str, Setting] = {}
        self._fonts: dict[str, int] = {}
        self._spaces: dict[str, Space] = {}

    def held(self, kind: str, name: str) -> Any:
        """A resource, or nothing."""
        try:
            return self.resources[kind][name]
        except (KeyError, TypeError, ValueError):
            return None

    def setting(self, name: str) -> Setting:
        if name not in self._settings:
            state = self.held("/ExtGState", name)
            self._settings[name] = Setting() if state is None else self._streams.setting(state)
        return self._settings[name]

    def font(self, name: str, number: int) -> int:
        """The index of a font, -1 where there is none of that name."""
        if name not in self._fonts:
            font = self.held("/Font", name)
            self._fonts[name] = -1 if font is None else self._streams.font(font, number)
        return self._fonts[name]

    def space(self, name: str) -> Space:
        if name not in self._spaces:
            self._spaces[name] = self._found_space(name)
        return self._spaces[name]

    def _found_space(self, name: str) -> Space:
        import pikepdf

        held = self.held("/ColorSpace", name)
        value = pikepdf.Name(name) if held is None else held
        return space_of(value, self.resources) if held is None else self._streams.space(value, self.resources)

    def space_at(self, owner: Any, key: str = "/ColorSpace") -> Space:
        """The space that a picture, shading or group names."""
        value = owner.get(key)
        return UNKNOWN if value is None else self._streams.space(value, self.resources)


def content(page: Any) -> Iterator[bytes]:
    """The parts of the contents of a page."""
    import pikepdf

    held = page.get("/Contents")
    for stream in list(held) if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(stream, pikepdf.Stream):
            yield stream.read_bytes()


def matrix_of(value: Any, key: str = "/Matrix") -> Matrix:
    try:
        a, b, c, d, e, f = (float(one) for one in value[key])
    except (KeyError, TypeError, ValueError):
        return UNMOVED
    return a, b, c, d, e, f


def box_of(value: Any, key: str) -> tuple[float, float, float, float] | None:
    """A rectangle, its corners in order; nothing where there is none."""
    try:
        x1, y1, x2, y2 = (float(one) for one in value[key])
    except (KeyError, TypeError, ValueError):
        return None
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


_FIELDS = {"/OP": "strokes_overprint", "/op": "overprints", "/OPM": "opm", "/ca": "alpha", "/LW": "width"}
_MODES = """
Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion
Hue Saturation Color Luminosity
"""
BLEND_MODES = frozenset(f"/{mode}" for mode in _MODES.split())
"""ISO 32000-1, 11.3.5."""


def _setting(state: Any) -> Setting:
    import pikepdf

    sets: dict[str, Any] = {}
    if "/OP" in state and "/op" not in state:  # ISO 32000-1, table 58: OP alone sets both
        sets["overprints"] = bool(state["/OP"])
    for key, name in _FIELDS.items():
        if key in state:
            sets[name] = bool(state[key]) if "verprint" in name else float(state[key])
    font = state.get("/Font")
    odd = tuple(_odd(state))
    mask = state.get("/SMask")
    masked = isinstance(mask, pikepdf.Dictionary)
    groups = _mask_groups(mask) if masked else ()
    clear = any(float(state.get(key, 1)) < 1 for key in ("/ca", "/CA"))
    blends = any(mode not in ("/Normal", "/Compatible") for mode in _modes(state))
    return Setting(
        tuple(sets.items()), None if font is None else (font[0], float(font[1])), odd, groups, masked or clear or blends
    )


def _mask_groups(mask: Any) -> tuple[Space, ...]:
    group = mask.get("/G", {}).get("/Group", {})
    return (space_of(group["/CS"], None),) if "/CS" in group else ()


def _modes(state: Any) -> list[str]:
    import pikepdf

    mode = state.get("/BM")
    if mode is None:
        return []
    return [str(one) for one in mode] if isinstance(mode, pikepdf.Array) else [str(mode)]


def _odd(state: Any) -> Iterator[tuple[str, str]]:
    """What print standards forbid in a graphics state."""
    if "/TR" in state:
        yield "transfer", "TR"
    if "/TR2" in state and str(state["/TR2"]) != "/Default":
        yield "transfer", "TR2"
    if "/HTP" in state:
        yield "halftone", "HTP"
    halftone = state.get("/HT")
    if halftone is not None and str(halftone) != "/Default":
        kind = halftone.get("/HalftoneType")
        if kind not in (1, 5) or "/HalftoneName" in halftone:
            yield "halftone", f"HT {kind}"
    if "/RI" in state:
        yield "intent", str(state["/RI"])
    for mode in _modes(state):
        if mode not in BLEND_MODES:
            yield "blend", mode.removeprefix("/")


def stops(shading: Any, space: Space) -> Iterator[Paint]:
    """The colours that a shading goes through, as far as its functions name them."""
    import pikepdf

    held = shading.get("/Function")
    waiting = [] if held is None else list(held) if isinstance(held, pikepdf.Array) else [held]
    for function in waiting[:64]:
        waiting += list(function.get("/Functions", ()))[:64]
        for key, otherwise in (("/C0", 0.0), ("/C1", 1.0)):
            if function.get("/FunctionType") == 2:
                values = tuple(float(one) for one in function.get(key, (otherwise,)))
                if len(values) == space.components:
                    yield Paint(space, values)
