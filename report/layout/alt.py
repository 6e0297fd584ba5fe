"""A chart in words for readers who do not see it: its kind, each value as printed, its scale, what its marks mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from report.content.model import Approx, Chart, Figure, Series
from report.layout.desk import plain

KINDS = {
    "flower": "花形图",
    "dots": "点阵图",
    "squares": "方格图",
    "pictogram": "象形图",
    "weave": "编织图",
    "warp": "经线图",
    "wave": "声波图",
    "lanterns": "灯笼图",
    "courtyards": "院落图",
    "net": "网图",
    "ring": "环形图",
    "proportion": "占比条",
    "bar": "条形图",
}
"""What each kind is called."""

SIGNS = {
    "flower": "瓣",
    "dots": "点",
    "squares": "格",
    "weave": "格",
    "warp": "线",
    "wave": "点",
    "lanterns": "灯",
    "courtyards": "院",
    "net": "结",
    "person": "人像",
    "screen": "屏",
    "envelope": "封",
}
"""What one unit of a unit chart is called, by the kind or by the icon of a pictogram."""

MARKS: tuple[tuple[Approx, tuple[str, ...], str], ...] = (
    ("over", ("余", "多", "超", "逾"), "实际比所写的多"),
    ("over", ("以上",), "实际不少于所写的数"),
    ("near", ("近", "约", "不足"), "实际比所写的略少"),
)
"""Words of honesty: how a value stands to its figure, the words that say so, what they mean."""

_SCALE = re.compile(r"(?:[余多来几]|以上|左右|[十百千万亿](?![米克瓦伏卡赫分]))*")
_SAID_SCALE = re.compile(r"一\w{1,4}代表")
_TEN_THOUSAND = Decimal(10_000)


def describe(chart: Chart) -> str:
    """The chart in Chinese sentences."""
    kind, title = KINDS.get(chart.kind, "图表"), plain(chart.title)
    sentences = [
        f"{kind}，{title}" if title else kind,
        "；".join(_value(series, chart) for series in chart.series),
        _scale(chart),
        "；".join(_meanings(chart.series)),
    ]
    return "".join(f"{sentence}。" for sentence in sentences if sentence)


def unit_of(figure: Figure) -> str:
    """What a figure counts: 人次 in 20余万人次, 元 in 265.8万元, % in 70%以上."""
    bare = figure.suffix[_end_of_scale(figure.suffix) :]
    return re.sub(r"(?:以上|左右)$", "", bare)


def unit_sign(chart: Chart) -> str:
    """What one unit of a unit chart is called; empty for a chart without units."""
    return SIGNS.get(chart.icon if chart.kind == "pictogram" else chart.kind, "")


def _end_of_scale(suffix: str) -> int:
    found = _SCALE.match(suffix)
    return found.end() if found else 0


def _value(series: Series, chart: Chart) -> str:
    """A label with its printed figure; without a label of its own, that of a chart of one value, or the fact's name."""
    own = plain(chart.label) if len(chart.series) == 1 else ""
    label = plain(series.label) or own or series.fact
    return f"{label}：{series.figure.text}" if label else series.figure.text


def _scale(chart: Chart) -> str:
    """一点代表1000名, unless one unit is one, or the chart's own words say it."""
    sign = unit_sign(chart)
    said = "".join(plain(words) for words in (chart.title, chart.label, *(s.label for s in chart.series)))
    if not sign or chart.per == 1 or not chart.series or _SAID_SCALE.search(said):
        return ""
    return f"一{sign}代表{_amount(chart.per)}{unit_of(chart.series[0].figure)}"


def _amount(value: Decimal) -> str:
    """1000, 1万, 2.5."""
    if value >= _TEN_THOUSAND and value % _TEN_THOUSAND == 0:
        return f"{(value / _TEN_THOUSAND).normalize():f}万"
    return f"{value.normalize():f}"


def _meanings(series: Iterable[Series]) -> Iterator[str]:
    """“余”“多”表示实际比所写的多, for the words that stand in the figures."""
    said = list(series)
    for approx, words, meaning in MARKS:
        texts = [s.figure.prefix + s.figure.suffix for s in said if s.approx == approx]
        found = [word for word in words if any(word in text for text in texts)]
        if found:
            yield "".join(f"“{word}”" for word in found) + f"表示{meaning}"
