"""Codes read back from a rendered page: EAN-13 with its add-on from one row of pixels, QR from the middles of its
modules. No decoder library is at hand, so these read strictly and correct nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from tests import tools

DPI = 300
ODD = {  # set A: widths of space, bar, space, bar (ISO/IEC 15420, table 1)
    (3, 2, 1, 1): 0, (2, 2, 2, 1): 1, (2, 1, 2, 2): 2, (1, 4, 1, 1): 3, (1, 1, 3, 2): 4,
    (1, 2, 3, 1): 5, (1, 1, 1, 4): 6, (1, 3, 1, 2): 7, (1, 2, 1, 3): 8, (3, 1, 1, 2): 9,
}  # fmt: skip
EVEN = {tuple(reversed(widths)): digit for widths, digit in ODD.items()}
FIRST = ("AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA")
FIVE = ("BBAAA", "BABAA", "BAABA", "BAAAB", "ABBAA", "AABBA", "AAABB", "ABABA", "ABAAB", "AABAB")
Pixels = npt.NDArray[np.uint8]


def rendered(path: Path, page: int) -> Pixels:
    """A page in grey at 300 dpi."""
    out = path.with_name(f"{path.stem}-{page}")
    tools.run("pdftoppm", "-r", DPI, "-f", page, "-l", page, "-gray", "-png", "-singlefile", path, out)
    return np.asarray(Image.open(out.with_suffix(".png")).convert("L"))


def symbols(pixels: Pixels) -> set[tuple[str, str]]:
    """Every EAN-13 on a page that reads alike in at least three rows, with its add-on ("" = none)."""
    found: dict[tuple[str, str], int] = {}
    for row in pixels[::6]:
        for read in _row(row):
            found[read] = found.get(read, 0) + 1
    whole = {read for read, count in found.items() if count >= 3}
    return {read for read in whole if read[1] or not any(r[0] == read[0] and r[1] for r in whole)}


def _row(row: Pixels) -> Iterator[tuple[str, str]]:
    runs = [(bool(dark), len(list(group))) for dark, group in groupby((row < 128).tolist())]
    for i in range(1, len(runs) - 58):
        if runs[i][0]:
            digits = _main([length for _, length in runs[i : i + 59]], runs[i - 1][1])
            if digits:
                yield digits, _extra([length for _, length in runs[i + 59 : i + 59 + 33]], runs[i : i + 59])


def _main(runs: list[int], before: int) -> str:
    """Thirteen digits from 59 bars and spaces; "" where guards, sets, light margin or check digit are wrong."""
    module = sum(runs) / 95
    if before < 10.5 * module or not all(_ones(runs[a:b], module) for a, b in ((0, 3), (27, 32), (56, 59))):
        return ""
    left = [_digit(runs[3 + 4 * i : 7 + 4 * i], module) for i in range(6)]
    right = [_digit(runs[32 + 4 * i : 36 + 4 * i], module) for i in range(6)]  # set C: set A with the colours changed
    if any(one is None for one in (*left, *right)) or any(one and one[0] != "A" for one in right):
        return ""
    sets = "".join(one[0] for one in left if one)
    if sets not in FIRST:
        return ""
    digits = f"{FIRST.index(sets)}{''.join(str(one[1]) for one in (*left, *right) if one)}"
    weights = sum(int(digit) * (3 if i % 2 else 1) for i, digit in enumerate(digits))
    return digits if weights % 10 == 0 else ""


def _extra(runs: list[int], main: list[tuple[bool, int]]) -> str:
    """The digits of an add-on from what follows a symbol; "" where there is none."""
    module = sum(length for _, length in main) / 95
    if len(runs) < 13 or not 6.5 * module <= runs[0] <= 12.5 * module:
        return ""
    if [_modules(run, module) for run in runs[1:4]] != [1, 1, 2]:
        return ""
    read = []
    for i in range(5):
        one = _digit(runs[4 + 6 * i : 8 + 6 * i], module)
        if one is None:
            return ""
        read.append(one)
        if i == 1 and (len(runs) < 16 or runs[14] > 4 * module):
            return _two(read)
        if i < 4 and [_modules(run, module) for run in runs[8 + 6 * i : 10 + 6 * i]] != [1, 1]:
            return ""
    sets, digits = "".join(one[0] for one in read), [one[1] for one in read]
    check = (3 * sum(digits[::2]) + 9 * sum(digits[1::2])) % 10
    return "".join(map(str, digits)) if FIVE[check] == sets else ""


def _two(read: list[tuple[str, int]]) -> str:
    sets, digits = "".join(one[0] for one in read), "".join(str(one[1]) for one in read)
    return digits if ("AA", "AB", "BA", "BB")[int(digits) % 4] == sets else ""


def _ones(runs: list[int], module: float) -> bool:
    return all(_modules(run, module) == 1 for run in runs)


def _modules(run: int, module: float) -> int:
    return round(run / module)


def _digit(runs: list[int], module: float) -> tuple[str, int] | None:
    widths = tuple(_modules(run, module) for run in runs)
    if widths in ODD:
        return "A", ODD[widths]
    return ("B", EVEN[widths]) if widths in EVEN else None


def squares(pixels: Pixels, box: tuple[float, float, float, float], modules: int) -> list[list[int]]:
    """Dark and light modules in a box in pixels (left, top, width, height), each by its middle."""
    left, top, width, height = box
    return [
        [
            int(
                pixels[round(top + (row + 0.5) * height / modules), round(left + (column + 0.5) * width / modules)]
                < 128
            )
            for column in range(modules)
        ]
        for row in range(modules)
    ]
