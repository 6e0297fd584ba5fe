"""Which builder makes which block, and in what short forms a block may be written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from report.content.builders import figures, plotted, things, words
from report.content.builders.bench import Bench
from report.content.form import Form, Log, blocks, open_form
from report.content.keys import SHAPES, BlockKey
from report.content.model import Block
from report.content.source import Fields, Items, Node, Scalar

MAPS: Mapping[str, Callable[[Bench, Form], Block | None]] = {
    "cover": things.cover,
    "title-page": things.title_page,
    "contents": things.contents,
    "preface": words.matter("preface"),
    "closing": words.matter("closing"),
    "chapter": words.chapter,
    "section": words.section(2),
    "subsection": words.section(3),
    "text": words.text,
    "points": words.points,
    "kpi": figures.cards,
    "kpi-wall": figures.wall,
    "timeline": words.timeline,
    "steps": words.steps,
    "chart": figures.chart_block,
    "table": plotted.table,
    "topic": words.topic,
    "quote": words.quote,
    "photo": things.photo,
    "gallery": things.gallery,
    "two-columns": things.columns,
    "three-columns": things.columns,
    "profile": words.profile,
    "honours": words.honours,
    "callout": words.callout,
    "map": things.base_map,
    "year-wheel": things.wheel,
    "derived": figures.derived,
    "appendix": words.appendix,
    "attachment": things.attachment,
    "break": things.page_break,
    "blank": things.blank,
    "back-cover": things.back_cover,
    "barcode": things.barcode,
    "code": things.code,
    "flowable": things.flowable,
}
"""Blocks in the form of a map."""


def built_blocks(bench: Bench, nodes: Sequence[Node], outer: bool = False) -> tuple[Block, ...]:
    """The blocks of a list; what is wrong is noted and left out."""
    built = (build(bench, row, written, value) for row, written, value in blocks(nodes, bench.log, outer))
    return tuple(block for block in built if block is not None)


def build(bench: Bench, row: BlockKey, written: Scalar, value: Node) -> Block | None:
    """One block; None, with a problem, when its body is of no form that it knows."""
    if row.short == "rows":
        return words.colophon(bench.scope, value, written.place)
    form = open_form(_long(bench.log, row, written, value), row.shape, bench.log, common=True)
    return MAPS[row.name](bench, form) if form is not None else None


def _long(log: Log, row: BlockKey, written: Scalar, value: Node) -> Node:
    """A short form as the map that it stands for: `段: 文字` as `段: {文: 文字}`."""
    shown = {key.name: log.shown(key) for key in SHAPES[row.shape]}
    if (row.short == "text" and isinstance(value, Scalar)) or (row.short == "items" and isinstance(value, Items)):
        return Fields(((Scalar(shown[row.short_key], True, written.place), value),), written.place)
    if row.short == "columns" and isinstance(value, Items):
        names = ("left", "right") if len(value.items) == 2 else ("left", "middle", "right")
        keys = (Scalar(shown[name], True, item.place) for name, item in zip(names, value.items, strict=False))
        return Fields(tuple(zip(keys, value.items, strict=False)), value.place)
    return value
