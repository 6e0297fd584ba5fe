"""Boxes and affine maps of the plane, whichever way its y points."""

from __future__ import annotations

Box = tuple[float, float, float, float]
"""The lower x and y of a box, then the higher ones."""
Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f, as in PDF."""
UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def product(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does `inner` first, then `outer`."""
    a, b, c, d, e, f = inner
    a2, b2, c2, d2, e2, f2 = outer
    return (
        a * a2 + b * c2,
        a * b2 + b * d2,
        c * a2 + d * c2,
        c * b2 + d * d2,
        e * a2 + f * c2 + e2,
        e * b2 + f * d2 + f2,
    )


def around(matrix: Matrix, box: Box) -> Box:
    """The smallest upright box around a box that a matrix has moved."""
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    across = [a * x + c * y + e for x, y in corners]
    up = [b * x + d * y + f for x, y in corners]
    return min(across), min(up), max(across), max(up)
