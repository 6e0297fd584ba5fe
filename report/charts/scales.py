"""Values into lengths: linear scales, round steps of an axis, where an axis may start, and places of periods."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from report.charts.units import MINUS
from report.named import NamedTuple
from report.patterns import late

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
"""Steps of an axis within a power of ten."""

_YEAR = late(r"(\d{4})年?")
_NUMERAL = late(r"[\d〇零一二三四五六七八九十]+")


class Scale(NamedTuple):
    """A linear scale: the value `low` stands at `start`, the value `high` at `end`, in points."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value stands."""
        span = self.high - self.low
        return self.start + (value - self.low) / span * (self.end - self.start) if span else self.start


class Axis(NamedTuple):
    """An axis of values from its first tick to its last, with the texts of its ticks; `power` is that of the unit."""

    ticks: tuple[float, ...]
    texts: tuple[str, ...]
    power: int

    @property
    def low(self) -> float:
        return self.ticks[0]

    @property
    def high(self) -> float:
        return self.ticks[-1]


def axis(low: float, high: float, steps: int, power: int) -> Axis:
    """An axis that holds both values in round steps, their numbers in units of 10 to the power; the values themselves
    span no more than so many steps."""
    unit = Decimal(1).scaleb(power)
    first, last = Decimal(repr(low)) / unit, Decimal(repr(high)) / unit
    if first == last:
        last = first + 1
    step = _step((last - first) / max(1, steps))
    start = (first / step).to_integral_value(ROUND_FLOOR)
    stop = (last / step).to_integral_value(ROUND_CEILING)
    places = max(0, -_exponent(step))
    ticks = [step * (start + i) for i in range(int(stop - start) + 1)]
    texts = tuple(f"{tick + 0:.{places}f}".replace("-", MINUS) for tick in ticks)
    return Axis(tuple(float(tick * unit) for tick in ticks), texts, power)


def _step(least: Decimal) -> Decimal:
    """The smallest round step of at least a length."""
    power = Decimal(1).scaleb(least.adjusted())
    return next(step * power for step in STEPS if step * power >= least)


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent


def cut(low: float, high: float, share: float) -> bool:
    """Whether an axis may start above zero: its values are positive and the lowest is beyond a share of the highest."""
    return share > 0 and 0 < share * high < low


def is_sequence(names: Sequence[str]) -> bool:
    """Whether names differ in their numbers only (2021年, 2022年; 第1期, 第2期), so that some may be left out."""
    rests = {_NUMERAL.sub("", name) for name in names}
    return len(names) > 1 and len(rests) == 1 and len(set(names)) == len(names)


def shares(names: Sequence[str]) -> tuple[float, ...]:
    """Where periods stand between the first (0) and the last (1): years by their distance, all else evenly."""
    found = [_YEAR.fullmatch(name) for name in names]
    years = [int(match[1]) for match in found if match]
    if len(years) == len(names) > 1 and all(a < b for a, b in itertools.pairwise(years)):
        return tuple((year - years[0]) / (years[-1] - years[0]) for year in years)
    return tuple(i / (len(names) - 1) for i in range(len(names))) if len(names) > 1 else (0.0,) * len(names)
