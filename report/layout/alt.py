"""A chart in words for readers who do not see it: its kind, each value as printed, its scale, what its marks mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from report.charts.truth import groups_of, highlights, pairs_of, shown
from report.charts.units import base, plain, unit_of
from report.charts.words import segments
from report.content.model import Approx, Chart, Prose, Series
from report.drawing import Item, Marked
from report.patterns import late
from report.typeset import Span

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
    "column": "柱形图",
    "grouped": "分组柱形图",
    "stacked": "堆积条形图",
    "line": "折线图",
    "area": "面积图",
    "dot": "点图",
    "slope": "坡度图",
    "pyramid": "金字塔图",
    "waterfall": "瀑布图",
    "scatter": "散点图",
    "multiples": "小多图",
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

LISTED = 8
"""Values of a series that are all said; of more the first, last, highest and lowest are."""

_SAID_SCALE = late(r"一\w{1,4}代表")
_TEN_THOUSAND = Decimal(10_000)


def as_figure(
    chart: Chart, items: Sequence[Item], box: tuple[float, float, float, float], notes: Sequence[str] = ()
) -> Marked:
    """The drawing as one figure with its meaning in words."""
    return Marked("Figure", tuple(items), alt=chart.alt or describe(chart, notes), box=box)


def describe(chart: Chart, notes: Sequence[str] = ()) -> str:
    """The chart in Chinese sentences; `notes` are what its foot says."""
    kind, title = KINDS.get(chart.kind, "图表"), _said(chart.title)
    sentences = [
        f"{kind}，{title}" if title else kind,
        "；".join(_points(chart) or (_group(chart, group) for group in groups_of(chart))),
        _scale(chart),
        f"突出的是{'、'.join(highlights(chart))}" if highlights(chart) else "",
        f"参照线是{_named(chart.reference)}" if chart.reference else "",
        "；".join(_meanings(chart.series)),
        *notes,
    ]
    return "".join(f"{sentence}。" for sentence in sentences if sentence)


def _said(prose: Prose) -> str:
    """A text without the signs around its formulas."""
    return "".join(part.text for part, _ in segments(Span(plain(prose))))


def _group(chart: Chart, group: str) -> str:
    """The values of a series; those of a long one by its ends and its extremes."""
    there = [series for series in shown(chart) if series.group == group]
    head = f"{group}，" if len(groups_of(chart)) > 1 else ""
    if len(there) <= LISTED or not group:
        return head + "；".join(_value(series, chart) for series in there)
    highest, lowest = max(there, key=base), min(there, key=base)
    ends = f"共{len(there)}项，从{_named(there[0])}到{_named(there[-1])}"
    return f"{head}{ends}，最高是{_named(highest)}，最低是{_named(lowest)}"


def _named(series: Series) -> str:
    """2021年的18场."""
    return f"{_said(series.label) or series.fact}的{series.figure.text}"


def _points(chart: Chart) -> tuple[str, ...]:
    """The points of a scatter, each with both its values."""
    if chart.kind != "scatter":
        return ()
    pairs = pairs_of(chart)
    told = [
        f"{_said(across.label)}：{across.group}{across.figure.text}、{up.group}{up.figure.text}" for across, up in pairs
    ]
    return (*told[:LISTED], *((f"共{len(told)}个点",) if len(told) > LISTED else ()))


def unit_sign(chart: Chart) -> str:
    """What one unit of a unit chart is called; empty for a chart without units."""
    return SIGNS.get(chart.icon if chart.kind == "pictogram" else chart.kind, "")


def _value(series: Series, chart: Chart) -> str:
    """A label with its printed figure; without a label of its own, that of a chart of one value, or the fact's name."""
    own = plain(chart.label) if len(chart.series) == 1 else ""
    label = _said(series.label) or own or series.fact
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
