"""The graphics state of a page, said only where it changes (ISO 32000-1, 8.4).

Black text and thin black lines overprint in mode 1, nothing else does (print.md G10 to G15).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from report.colour import Cmyk, Colour, Spot
from report.drawing import Stroke
from report.pdf.backend import Sheets
from report.pdf.inks import Inks
from report.pdf.syntax import fine, num, nums
from report.record import holder, replace

CAPS = {"butt": 0, "round": 1, "square": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2}
THIN = 2.5
"""Points below which a black line overprints (print.md G14)."""
OVERPRINTS = {(False, False): "OF", (True, True): "ON", (True, False): "OT", (False, True): "OS"}
"""Names of states by what overprints: fills, strokes."""


@holder
class _Held:
    fill: Colour | None = None
    stroke: Colour | None = None
    overprint: tuple[bool, bool] = (False, False)
    font: tuple[str, float] | None = None
    rise: float = 0.0
    spread: float = 0.0
    width: float = 1.0
    cap: str = "butt"
    join: str = "miter"
    dash: tuple[float, ...] = ()
    opacity: float = 1.0
    multiply: bool = False


class State:
    """The state of the page that is being painted."""

    def __init__(self, sheets: Sheets, inks: Inks) -> None:
        self._inks = inks
        self._sheets = sheets
        self._held = _Held()

    @contextmanager
    def kept(self) -> Iterator[None]:
        """What is set inside ends with it."""
        self._sheets.addLiteral("q")
        kept, self._held = self._held, replace(self._held)
        try:
            yield
        finally:
            self._sheets.addLiteral("Q")
            self._held = kept

    def fill(self, colour: Colour, overprints: bool) -> None:
        self._overprint((overprints, self._held.overprint[1]))
        held = self._held.fill
        if colour is not held and colour != held:
            self._held.fill = colour
            self._sheets.addLiteral(self._ink(colour, "k", "cs", "scn"))

    def stroke(self, stroke: Stroke, overprints: bool) -> None:
        self._overprint((self._held.overprint[0], overprints))
        held, say = self._held, self._sheets.say
        if stroke.colour is not held.stroke and stroke.colour != held.stroke:
            held.stroke = stroke.colour
            say(self._ink(stroke.colour, "K", "CS", "SCN"))
        if stroke.width != held.width:
            held.width = stroke.width
            say(f"{num(stroke.width)} w")
        if stroke.cap != held.cap:
            held.cap = stroke.cap
            say(f"{CAPS[stroke.cap]} J")
        if stroke.join != held.join:
            held.join = stroke.join
            say(f"{JOINS[stroke.join]} j")
        if stroke.dash != held.dash:
            held.dash = stroke.dash
            say(f"[{nums(stroke.dash)}] 0 d")

    def plain(self) -> None:
        """As pictures and foreign drawings want it: nothing overprints, nothing shines through."""
        self._overprint((False, False))
        self.opacity(1.0)
        self.spread(0.0)

    def opacity(self, value: float, multiply: bool = False) -> None:
        held = self._held
        if value == held.opacity and multiply == held.multiply:
            return
        blend = "Multiply" if multiply else "Normal" if held.multiply else ""  # a mode outlives what it was set for
        held.opacity, held.multiply = value, multiply
        said = num(value)
        name, entry = f"A{said.replace('.', '_')}{blend[:1]}", f"/BM/{blend}" if blend else ""
        self._sheets.state(name, f"/ca {said}/CA {said}{entry}".encode())
        self._sheets.transparent = True

    def font(self, key: str, size: float) -> None:
        if (key, size) != self._held.font:
            self._held.font = (key, size)
            self._sheets.say(f"/{key} {num(size)} Tf")

    def rise(self, points: float) -> None:
        if points != self._held.rise:
            self._held.rise = points
            self._sheets.addLiteral(f"{num(points)} Ts")

    def spread(self, points: float) -> None:
        """What stands after every glyph (9.3.2)."""
        if points != self._held.spread:
            self._held.spread = points
            self._sheets.say(f"{fine(points)} Tc")

    def _ink(self, colour: Colour, process: str, space: str, tint: str) -> str:
        match colour:
            case Cmyk():
                return self._inks.process(colour, process)
            case Spot() if self._inks.screen:
                return self._inks.light(colour, process)
            case Spot():
                key = self._sheets.spot(colour.name, colour.alternate.inks)
                return f"/{key} {space} {num(colour.share)} {tint}"

    def _overprint(self, wanted: tuple[bool, bool]) -> None:
        """On screens nothing overprints: there are no plates."""
        if self._inks.screen:
            return
        if wanted != self._held.overprint:
            self._held.overprint = wanted
            fills, strokes = (str(one).lower() for one in wanted)
            self._sheets.state(OVERPRINTS[wanted], f"/OP {strokes}/op {fills}/OPM 1".encode())
