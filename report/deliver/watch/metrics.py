"""Heartbeats as metrics in the text format of Prometheus, for the textfile collector of its node exporter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from report.deliver.watch.beats import Beat
from report.named import NamedTuple


class _Metric(NamedTuple):
    """A metric: name, type, what it says, and its samples for a job as (further labels, value)."""

    name: str
    kind: str
    help: str
    samples: Callable[[Beat], Iterable[tuple[str, float | None]]]


def _by_outcome(beat: Beat) -> Iterator[tuple[str, float]]:
    for outcome in ("built", "unchanged", "failed"):
        yield f',outcome="{outcome}"', getattr(beat.total, outcome)


def _last_by_outcome(beat: Beat) -> Iterator[tuple[str, float]]:
    for outcome in ("built", "unchanged", "failed"):
        yield f',outcome="{outcome}"', getattr(beat.last, outcome)


METRICS = (
    _Metric("banxin_runs_total", "counter", "Runs of the job.", lambda beat: [("", beat.runs)]),
    _Metric("banxin_reports_total", "counter", "Reports by outcome; unchanged ones were not built again.", _by_outcome),
    _Metric("banxin_pages_total", "counter", "Pages of the reports built.", lambda beat: [("", beat.total.pages)]),
    _Metric(
        "banxin_build_seconds_total",
        "counter",
        "Seconds that reports took, added up over the workers.",
        lambda beat: [("", beat.total.seconds)],
    ),
    _Metric("banxin_last_run_reports", "gauge", "Reports of the last run by outcome.", _last_by_outcome),
    _Metric("banxin_last_run_pages", "gauge", "Pages built in the last run.", lambda beat: [("", beat.last.pages)]),
    _Metric(
        "banxin_last_run_build_seconds",
        "gauge",
        "Seconds that reports of the last run took, added up over the workers.",
        lambda beat: [("", beat.last.seconds)],
    ),
    _Metric(
        "banxin_last_run_seconds", "gauge", "Seconds of the last run by the clock.", lambda beat: [("", _took(beat))]
    ),
    _Metric("banxin_last_run_timestamp_seconds", "gauge", "When the last run ended.", lambda beat: [("", beat.ended)]),
    _Metric(
        "banxin_last_success_timestamp_seconds",
        "gauge",
        "When a run last ended without a failed report.",
        lambda beat: [("", beat.succeeded)],
    ),
)


def _took(beat: Beat) -> float | None:
    if beat.started is None or beat.ended is None:
        return None
    return round(beat.ended - beat.started, 3) if beat.ended >= beat.started else None


def exposition(beats: Sequence[Beat]) -> bytes:
    """The metrics of jobs; a value that there is not yet has no line."""
    lines: list[str] = []
    for metric in METRICS:
        told = [
            f'{metric.name}{{job="{_escaped(beat.job)}"{labels}}} {value!r}'
            for beat in beats
            for labels, value in metric.samples(beat)
            if value is not None
        ]
        if told:
            lines += [f"# HELP {metric.name} {metric.help}", f"# TYPE {metric.name} {metric.kind}", *told]
    return ("\n".join(lines) + "\n").encode() if lines else b""


def _escaped(text: str) -> str:
    """A label's value."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
