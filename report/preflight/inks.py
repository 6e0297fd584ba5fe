"""Colour spaces and colours of any PDF as inks on plates."""

from __future__ import annotations

import hashlib
from typing import Any

from report.named import NamedTuple
from report.record import record

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
DEVICE = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4}
SHORT = {"/G": "/DeviceGray", "/RGB": "/DeviceRGB", "/CMYK": "/DeviceCMYK", "/I": "/Indexed"}
"""What inline images may write."""
DEEPEST = 8
"""Spaces within spaces; more is a circle."""


@record
class Space:
    """A colour space: its family, its number of components, the inks that Separation and DeviceN name.

    `base` is the alternate, the base of Indexed or the space of an uncoloured pattern; `tint` identifies the tint
    transform, `profile` the ICC profile; `valid` says whether the profile is one, of `components` channels.
    """

    family: str
    components: int = 0
    inks: tuple[str, ...] = ()
    base: Space | None = None
    tint: str = ""
    profile: str = ""
    valid: bool = True
    table: bytes = b""

    @property
    def spots(self) -> tuple[str, ...]:
        """The inks that are not process inks."""
        return tuple(ink for ink in self.inks if ink not in PROCESS and ink not in ("All", "None"))

    @property
    def families(self) -> tuple[str, ...]:
        """The family and those of all spaces below it."""
        return (self.family, *(self.base.families if self.base else ()))

    @property
    def red_green_blue(self) -> bool:
        """Whether it has three components that are no inks."""
        return any(space.family in ("DeviceRGB", "CalRGB", "Lab") or space._profiled_rgb for space in self.chain)

    @property
    def _profiled_rgb(self) -> bool:
        return self.family == "ICCBased" and self.components == 3

    @property
    def chain(self) -> tuple[Space, ...]:
        return (self, *(self.base.chain if self.base else ()))


GRAY, RGB, CMYK = Space("DeviceGray", 1), Space("DeviceRGB", 3), Space("DeviceCMYK", 4)
BY_NAME = {"/DeviceGray": GRAY, "/DeviceRGB": RGB, "/DeviceCMYK": CMYK, "/Pattern": Space("Pattern")}
UNKNOWN = Space("unknown")


def space_of(value: Any, resources: Any, depth: int = 0) -> Space:
    """The space that a name or an array says."""
    import pikepdf

    if isinstance(value, pikepdf.Name):
        name = SHORT.get(str(value), str(value))
        if name in BY_NAME:
            return BY_NAME[name]
        held = resources.get("/ColorSpace", {}) if resources is not None else {}
        found = held.get(name)
        return space_of(found, resources, depth + 1) if found is not None and depth < DEEPEST else UNKNOWN
    if not isinstance(value, pikepdf.Array) or not len(value) or depth > DEEPEST:
        return UNKNOWN
    return _from_array(value, resources, depth)


def _from_array(value: Any, resources: Any, depth: int) -> Space:
    family = SHORT.get(str(value[0]), str(value[0]))

    def below(index: int) -> Space | None:
        return space_of(value[index], resources, depth + 1) if len(value) > index else None

    match family:
        case "/ICCBased":
            return _profiled(value[1])
        case "/Separation":
            return Space("Separation", 1, (_ink(value[1]),), below(2), digest(value[3]))
        case "/DeviceN":
            inks = tuple(_ink(name) for name in value[1])
            return Space("DeviceN", len(inks), inks, below(2), digest(value[3]))
        case "/Indexed":
            return Space("Indexed", 1, base=below(1), table=_bytes_of(value[3]))
        case "/Pattern":
            return Space("Pattern", base=below(1))
        case "/CalGray":
            return Space("CalGray", 1)
        case "/CalRGB" | "/Lab":
            return Space(family[1:], 3)
    return BY_NAME.get(family, UNKNOWN)


def _ink(name: Any) -> str:
    return str(name).removeprefix("/")


def _profiled(stream: Any) -> Space:
    count = int(stream.get("/N", 0))
    data = stream.read_bytes()
    profile = profile_of(data)
    wanted = {1: "GRAY", 3: "RGB ", 4: "CMYK"}.get(count)
    valid = profile is not None and (profile.space == wanted or (count == 3 and profile.space == "Lab "))
    return Space("ICCBased", count, profile=hashlib.sha256(data).hexdigest(), valid=valid)


class Profile(NamedTuple):
    """What the head of an ICC profile says (ICC.1, 7.2)."""

    kind: str
    space: str
    version: int
    digest: str


def profile_of(data: bytes) -> Profile | None:
    """The profile, or nothing where the bytes are none."""
    if len(data) < 132 or data[36:40] != b"acsp" or int.from_bytes(data[:4], "big") > len(data):
        return None
    kind, space = (data[at : at + 4].decode("latin-1") for at in (12, 16))
    return Profile(kind, space, data[8], hashlib.sha256(data).hexdigest())


def digest(value: Any) -> str:
    """What a function is, whatever object holds it."""
    import pikepdf

    dictionary = {}
    if isinstance(value, pikepdf.Stream | pikepdf.Dictionary):
        dictionary = {key: value[key] for key in value.keys() if key not in ("/Length", "/Filter", "/DecodeParms")}  # noqa: SIM118 - a dictionary of pikepdf is no mapping
    said = ";".join(f"{key}={_plain(one)}" for key, one in sorted(dictionary.items())).encode()
    data = value.read_bytes() if isinstance(value, pikepdf.Stream) else b""
    return hashlib.sha256(said + data).hexdigest()[:16]


def _plain(value: Any, depth: int = 0) -> str:
    import pikepdf

    if isinstance(value, pikepdf.Array) and depth < DEEPEST:
        return "[" + " ".join(_plain(one, depth + 1) for one in value) + "]"
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        return digest(value) if depth < DEEPEST else ""
    return f"{float(value):g}" if isinstance(value, int | float) or type(value).__name__ == "Decimal" else str(value)


def _bytes_of(value: Any) -> bytes:
    import pikepdf

    return value.read_bytes() if isinstance(value, pikepdf.Stream) else bytes(value)


@record
class Paint:
    """A colour as it was set: its space and components, or the name of a pattern."""

    space: Space
    values: tuple[float, ...] = ()
    pattern: str = ""

    @property
    def inks(self) -> dict[str, float]:
        """Share of each plate, 0 to 1, as far as it can be known without a profile; none for RGB and patterns."""
        return _inks(self.space, self.values)

    @property
    def process(self) -> tuple[float, float, float, float]:
        c, m, y, k = (self.inks.get(ink, 0.0) for ink in PROCESS)
        return c, m, y, k

    @property
    def total(self) -> float:
        """Total ink in percent."""
        return 100 * sum(self.inks.values())

    @property
    def count(self) -> int:
        """How many plates take ink."""
        return sum(share > 0.001 for share in self.inks.values())

    @property
    def white(self) -> bool:
        """Whether it leaves paper."""
        return self.known and self.count == 0

    @property
    def known(self) -> bool:
        """Whether its plates are known."""
        return not self.pattern and (bool(self.inks) or self.space.family in ("DeviceGray", "DeviceCMYK"))

    @property
    def looks_black(self) -> bool:
        """Whether a reader sees black, in whatever space."""
        if self.pattern:
            return False
        if self.space.red_green_blue and self.space.family != "Lab":
            return len(self.values) == 3 and max(self.values) <= 0.15
        c, m, y, k = self.process
        return k >= 0.85 or (k >= 0.5 and min(c, m, y) >= 0.3) or min(c, m, y) >= 0.8

    @property
    def pure_black(self) -> bool:
        """Whether it is full black ink alone."""
        c, m, y, k = self.process
        return k >= 0.995 and c + m + y < 0.001 and self.known

    @property
    def said(self) -> str:
        """For people: C30 M0 Y0 K100."""
        if self.pattern:
            return f"pattern {self.pattern.removeprefix('/')}"
        if not self.known:
            return f"{self.space.family} {' '.join(f'{value:g}' for value in self.values)}"
        short = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}
        inks = self.inks if self.space.spots else dict(zip(PROCESS, self.process, strict=True))
        return " ".join(f"{short.get(ink, ink + ' ')}{100 * share:g}" for ink, share in inks.items())


BLACK = Paint(GRAY, (0.0,))


def start_of(space: Space) -> Paint:
    """The colour that holds when a space is chosen and no colour yet (ISO 32000-1, 8.6.5.1)."""
    match space.family:
        case "DeviceCMYK":
            return Paint(space, (0.0, 0.0, 0.0, 1.0))
        case "Separation" | "DeviceN":
            return Paint(space, (1.0,) * space.components)
    return Paint(space, (0.0,) * space.components)


def _inks(space: Space, values: tuple[float, ...]) -> dict[str, float]:
    match space.family:
        case "DeviceGray" | "CalGray" if len(values) == 1:
            return {"Black": 1 - values[0]}
        case "DeviceCMYK" if len(values) == 4:
            return dict(zip(PROCESS, values, strict=True))
        case "ICCBased" if space.components == 4 and len(values) == 4:
            return dict(zip(PROCESS, values, strict=True))
        case "ICCBased" if space.components == 1 and len(values) == 1:
            return {"Black": 1 - values[0]}
        case "Separation" | "DeviceN" if len(values) == len(space.inks):
            if "All" in space.inks:
                return dict.fromkeys(PROCESS, values[0])
            return {ink: share for ink, share in zip(space.inks, values, strict=True) if ink != "None"}
        case "Indexed" if space.base and len(values) == 1:
            size = space.base.components
            entry = space.table[int(values[0]) * size :][:size]
            return _inks(space.base, tuple(byte / 255 for byte in entry)) if len(entry) == size else {}
    return {}
