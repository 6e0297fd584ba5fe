"""One report, several deliveries: blocks that are only for some of them (仅) or for all but some (除)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar, cast

from report.content.form import Log, nearest
from report.content.model import PLAIN, Block, Blocks, Common, Delivery, Report, TemplatePage
from report.record import field_names, replace

Part = TypeVar("Part")


def for_delivery(report: Report, delivery: Delivery) -> Report:
    """The report as this delivery shows it; the same object where nothing is left out."""
    body = tuple(_kept(item, delivery) for item in report.body if _wanted(item.common, delivery))
    edition = delivery.edition._replace(place=None)
    if body == report.body and edition == report.edition:
        return report
    return replace(report, body=body, edition=edition)


def check_names(report: Report, log: Log) -> None:
    """Names in 仅 and 除 that no delivery has."""
    known = [name for delivery in report.deliveries for name in dict.fromkeys((delivery.name, delivery.key))]
    for item in _commons(report.body):
        for name in (*item.common.only, *item.common.excepted):
            if name not in known:
                near, listed = nearest(name, known), "、".join(known)
                log.add("unknown-delivery", item.place, name=name, near=near, all=listed)


def _wanted(common: Common, delivery: Delivery) -> bool:
    names = {delivery.name, delivery.key}
    return (not common.only or bool(names & set(common.only))) and not names & set(common.excepted)


def _kept(part: Part, delivery: Delivery) -> Part:
    """The same record without the blocks inside it that this delivery leaves out."""
    if isinstance(part, TemplatePage):
        return replace(part, regions={name: _kept(region, delivery) for name, region in part.regions.items()})
    holders = HOLDERS.intersection(field_names(part.__class__))
    changed: dict[str, Any] = {name: _filtered(getattr(part, name), delivery) for name in sorted(holders)}
    return replace(cast(Any, part), **changed) if changed else part


HOLDERS = frozenset({"aside", "columns", "blocks"})
"""Fields of records that hold blocks, or tuples of them."""


def _filtered(value: Any, delivery: Delivery) -> Any:
    if not isinstance(value, tuple):
        return value
    kept = (item for item in value if _wanted(getattr(item, "common", PLAIN), delivery))
    return tuple(_filtered(item, delivery) if type(item) is tuple else _kept(item, delivery) for item in kept)


def _commons(parts: Any) -> Iterator[Block | TemplatePage]:
    """Every record with common keys, however deep."""
    for part in parts:
        if type(part) is tuple:
            yield from _commons(part)
        elif isinstance(part, TemplatePage):
            yield part
            yield from _commons(part.regions.values())
        elif isinstance(part, Blocks):
            yield from _commons(part.blocks)
        elif hasattr(part, "common"):
            yield part
            inner = (getattr(part, name) for name in field_names(part.__class__) if name in HOLDERS)
            yield from _commons(value for value in inner if isinstance(value, tuple))
