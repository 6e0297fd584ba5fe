"""Rings: a share of a whole with its numeral in the middle, or a whole in parts with words beside them."""

from __future__ import annotations

from itertools import accumulate, pairwise
from math import cos, degrees, radians, sin

from matplotlib.patches import Wedge

from report.charts.composing import Composer
from report.charts.grids import PartsRing
from report.charts.kinds import ends, frames
from report.charts.kinds.easel import Easel, Point, easel
from report.charts.plots import Drawn, Ring
from report.typeset.faces import Faces

NOON = -90.0
"""12 o'clock in matplotlib's degrees, on axes whose y grows downwards; so angles grow clockwise."""


def ring(plot: Ring, faces: Faces) -> Drawn:
    """A track, the share on it clockwise from 12 o'clock, the numeral in the middle."""
    look = plot.look
    colour, pale, track = plot.colours
    hole = 2 * look.radius - look.thickness
    with easel(plot.width, plot.depth, faces) as on:
        on.fill(_piece(plot, 0.0, 360.0), track)
        end = 360.0 * plot.share
        hollow = min(look.pale_degrees, end) if plot.approx == "near" else 0.0
        if end > hollow:
            on.fill(_piece(plot, 0.0, end - hollow), colour)
        if hollow:
            on.outline(_piece(plot, end - hollow, end, look.near_stroke), colour, look.near_stroke)
        over = (end + look.pale_gap, min(end + look.pale_gap + look.pale_degrees, 360.0))
        if plot.approx == "over" and over[0] < over[1]:
            on.fill(_piece(plot, *over), pale)
        for words, y in ((plot.number, look.number_at), (plot.mark, look.mark_at)):
            if words is not None:
                on.write(words, look.centre[0] - on.measure(words) / 2, y, hole)
        return on.finish()


def _piece(plot: Ring, start: float, end: float, stroke: float = 0.0) -> Wedge:
    """A piece of the ring between two angles from 12 o'clock, so much smaller that a stroke around it ends there."""
    look = plot.look
    inset = degrees(stroke / 2 / look.radius)
    outer = look.radius + look.thickness / 2 - stroke / 2
    return Wedge(look.centre, outer, NOON + start + inset, NOON + end - inset, width=look.thickness - stroke)


def parts_ring(plot: PartsRing, faces: Faces) -> Drawn:
    """The parts clockwise from 12 o'clock with a gap between them, their words on the side where they lie."""
    composer, look = Composer(faces), plot.look
    outer = look.radius + look.thickness / 2
    centre = (plot.width / 2, outer)
    depth = 2 * outer
    reach = plot.width / 2 - outer - look.value_gap
    right = ends.Column(centre[0] + outer + look.value_gap, 1.0, reach, 0.0, depth, look.value_gap)
    left = ends.Column(centre[0] - outer - look.value_gap, -1.0, reach, 0.0, depth, look.value_gap)
    sides = _sides(plot, centre, outer)
    said = frames.notes(composer, plot.notes, plot.width)
    with easel(plot.width, depth + frames.notes_depth(said, look.around), faces, composer) as on:
        _draw_pieces(on, plot, centre)
        for column, wanted in zip((left, right), sides, strict=True):
            placed, dropped = ends.beside(composer, wanted, column)
            ends.draw(on, placed, column, look.leader)
            for words in dropped:
                on.refuse(words)
        _write_whole(on, plot, centre)
        frames.draw_notes(on, said, depth, look.around)
        return on.finish()


def _angles(plot: PartsRing) -> list[tuple[float, float]]:
    """First and last angle of each part, clockwise from 12 o'clock."""
    whole = sum(piece.value for piece in plot.pieces) or 1.0
    edges = list(accumulate((piece.value / whole * 360.0 for piece in plot.pieces), initial=0.0))
    return list(pairwise(edges))


def _sides(plot: PartsRing, centre: Point, outer: float) -> tuple[list[ends.End], list[ends.End]]:
    """Words of parts on the left and on the right, each wanted at the middle of its outer edge."""
    left: list[ends.End] = []
    right: list[ends.End] = []
    for piece, (start, end) in zip(plot.pieces, _angles(plot), strict=True):
        angle = radians((start + end) / 2)
        at = (centre[0] + outer * sin(angle), centre[1] - outer * cos(angle))
        (right if sin(angle) >= 0 else left).append(ends.End(piece.words, at))
    return left, right


def _draw_pieces(on: Easel, plot: PartsRing, centre: Point) -> None:
    look = plot.look
    outer = look.radius + look.thickness / 2
    shown = [piece for piece in plot.pieces if piece.value > 0]
    for piece, (start, end) in zip(plot.pieces, _angles(plot), strict=True):
        half = min(look.gap_degrees, (end - start) / 3) / 2 if len(shown) > 1 else 0.0
        if end > start:
            wedge = Wedge(centre, outer, NOON + start + half, NOON + end - half, width=look.thickness)
            on.fill(wedge, piece.colour)


def _write_whole(on: Easel, plot: PartsRing, centre: Point) -> None:
    """What the whole is, in lines around the middle."""
    hole = 2 * plot.look.radius - plot.look.thickness
    for i, words in enumerate(plot.whole):
        y = centre[1] + on.middle(words) + (i - (len(plot.whole) - 1) / 2) * words.style.leading
        on.write(words, centre[0] - on.measure(words) / 2, y, hole)
