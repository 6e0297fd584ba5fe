"""What each problem code means, at more length than its message; read only when `banxin explain` asks."""

from __future__ import annotations

from collections.abc import Mapping

from report.messages.explain import (
    archiving,
    batch,
    binding,
    changes,
    data,
    figures,
    flow,
    imposing,
    jobs,
    keys,
    looks,
    notes,
    official,
    packaging,
    pictures,
    prepress,
    presswork,
    preview,
    programs,
    schedule,
    selfcheck,
    since,
    starting,
    syntax,
    themes,
    typefaces,
    values,
    watch,
)
from report.messages.explain.row import Explained

_OF_REPORTS = (
    *(syntax, keys, figures, data, looks, flow, notes, official, pictures, programs, themes, preview),
    *(jobs, batch, watch, changes, since, schedule, binding, starting, typefaces, values),
)
_OF_FILES = (prepress, presswork, archiving, selfcheck, imposing, packaging)
PARTS: tuple[Mapping[str, Explained], ...] = tuple(part.ROWS for part in (*_OF_REPORTS, *_OF_FILES))
"""The explanations of each area; no code stands in two of them."""

EXPLAINED: Mapping[str, Explained] = {code: row for part in PARTS for code, row in part.items()}

__all__ = ["EXPLAINED", "PARTS", "Explained"]
