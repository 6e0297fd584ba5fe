"""A theme a little looser or tighter: leading, tracking, heights of pictures and space between blocks, all at once.

The baseline grid moves as a whole: leading and grid have one factor, so that lines that stood on it still do.
"""

from __future__ import annotations

import re

from report.content.source import Fields, Items, Node, Scalar
from report.content.spec import Spec, StyleSpec
from report.content.theme import Theme
from report.layout.desk import TOLERANCE
from report.layout.frames import Bed, Frames
from report.named import NamedTuple
from report.record import replace

SPACES = frozenset({"before", "after", "between"})
"""Keys of looks that are space between blocks."""
PICTURES = frozenset({"photo", "gallery"})
"""Looks whose pictures may be higher or lower."""
HUNDRED = 100


class Limits(NamedTuple):
    """How far a theme lets itself be fitted (`fit`), as shares: leading and its grid, tracking in em, heights of
    pictures, space between blocks."""

    leading: float
    tracking: float
    pictures: float
    spacing: float


def limits_of(theme: Theme) -> Limits | None:
    """The limits of a theme; None for one that is not to be fitted."""
    if not theme.root.has("fit"):
        return None
    own = theme.root.sub("fit")
    return Limits(*(own.number(name, 0.0) / HUNDRED for name in Limits._fields))


def looser(theme: Theme, limits: Limits, share: float) -> Theme:
    """The theme loosened by a share of its limits, tightened by a negative one; its page templates stay."""
    root = theme.root
    blocks = {"blocks": root.node("blocks"), "flow": root.node("flow")}
    changed = {name: _spaced(node, 1 + limits.spacing * share) for name, node in blocks.items() if node is not None}
    for name, node in changed.items():
        changed[name] = _pictured(node, 1 + limits.pictures * share) if name == "blocks" else _flow(node, limits, share)
    styles = {name: _style(style, limits, share) for name, style in theme.styles.items()}
    layer = Fields(
        tuple((key, changed.get(key.text, value)) for key, value in root.layers[0].entries), root.layers[0].place
    )
    spec = Spec((layer, *root.layers[1:]), root.palette, styles, root.scheme)
    return replace(theme, root=spec, styles=styles)


def looser_bed(ground: Bed, limits: Limits, share: float) -> Bed:
    """The pages of a flow with the grid of the looser theme; it keeps its place at the head of the columns."""
    factor = 1 + limits.leading * share
    return ground._replace(verso=_grid(ground.verso, factor), recto=_grid(ground.recto, factor))


def _grid(frames: Frames, factor: float) -> Frames:
    below = (frames.top - frames.origin) % frames.step
    below = 0.0 if frames.step - below < TOLERANCE else below
    return frames._replace(step=frames.step * factor, origin=frames.top - below * factor)


def _style(style: StyleSpec, limits: Limits, share: float) -> StyleSpec:
    """A character grid keeps its tracking, or it would be none."""
    tracking = style.tracking if "grid" in style.manners else style.tracking + limits.tracking * share
    return replace(style, leading=style.leading * (1 + limits.leading * share), tracking=tracking)


def _flow(node: Node, limits: Limits, share: float) -> Node:
    if not isinstance(node, Fields):
        return node
    factor = 1 + limits.pictures * share
    return Fields(
        tuple((key, _pictured(value, factor) if key.text == "blocks" else value) for key, value in node.entries),
        node.place,
    )


def _pictured(node: Node, factor: float) -> Node:
    """The looks of pictures with the factor of their heights."""
    if not isinstance(node, Fields):
        return node
    added = (Scalar("fit", True, node.place), Scalar(f"{factor:.6f}", True, node.place))
    entries = (
        (key, Fields((*value.entries, added), value.place))
        if key.text in PICTURES and isinstance(value, Fields)
        else (key, value)
        for key, value in node.entries
    )
    return Fields(tuple(entries), node.place)


def _spaced(node: Node, factor: float) -> Node:
    """A map of looks with every space between blocks scaled."""
    match node:
        case Fields(entries, place):
            return Fields(
                tuple(
                    (key, _scaled(value, factor) if key.text in SPACES else _spaced(value, factor))
                    for key, value in entries
                ),
                place,
            )
        case Items(items, place):
            return Items(tuple(_spaced(item, factor) for item in items), place)
        case _:
            return node


def _scaled(node: Node, factor: float) -> Node:
    found = re.fullmatch(r"(-?\d+(?:\.\d+)?)(.*)", node.text.strip()) if isinstance(node, Scalar) else None
    if found is None or not isinstance(node, Scalar):
        return node
    return replace(node, text=f"{float(found[1]) * factor:.4f}{found[2]}")
