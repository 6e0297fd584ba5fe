"""Papers by kind: how thick a leaf of a weight is, how thick a spine of so many pages, how many pages a stitch holds.

A table of what papers usually measure, not of what one maker sells: bulk varies by some percent from mill to mill and
batch to batch (ISO 534 figures of one paper by 2 to 5 %), so a shop that has measured its paper gives 纸厚 or 书脊.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from report import units
from report.content.model import Printing
from report.named import NamedTuple


class Paper(NamedTuple):
    """A kind of paper: cubic centimetres a gram, the weights it usually comes in, and where the figure is from."""

    bulk: float
    weights: tuple[int, ...]
    source: str


RULE = "xuehua.tw/a/5ec8a0b91875f89f6c47778c"
"""A Taiwanese shop's rule in hundredths of a millimetre, for g/m²: offset g/10 + 1, coated g/10 - 1, board g/10."""
CALIPER = "worldpaperindex.xdvu.com/glossary/caliper"
"""80 g/m² of an uncoated paper measure 100 µm: bulk 1.25; datasheets are reel averages, sheets vary by 2 to 5 %."""
TRADE = "trade practice, no datasheet at hand"

PAPERS: Mapping[str, Paper] = {
    "offset": Paper(
        1.20, (60, 70, 80, 100, 120, 140, 160), f"between {RULE} (100 g: 0.11 mm) and {CALIPER} (0.125 mm)"
    ),
    "writing": Paper(1.25, (60, 70, 80), CALIPER),
    "light": Paper(1.70, (55, 60, 70, 80), TRADE),
    "natural": Paper(1.40, (70, 80, 100, 120), TRADE),
    "newsprint": Paper(1.50, (45, 49, 52), TRADE),
    "gloss": Paper(0.85, (80, 105, 128, 157, 200, 250, 300), f"a little below {RULE} (157 g: 0.147 mm); {TRADE}"),
    "matt": Paper(0.93, (80, 105, 128, 157, 200, 250, 300), f"{RULE} (128 g: 0.118 mm)"),
    "board": Paper(1.25, (200, 250, 300, 350, 400), f"above {RULE} (250 g: 0.25 mm); {TRADE}"),
}
"""Papers by canonical name (`WORDS["paper"]`)."""

STITCH_LIMITS: tuple[tuple[int, int], ...] = ((80, 64), (128, 48), (157, 32))
"""Up to which weight of the inside a stitch holds how many pages, cover included: shops name 48 to 64 pages for 70 to
100 g (printinonline.co.uk/?p=1809, sup.ai/articles/business/optimal-page-count-for-saddle-stitch-binding), 32 for art
paper (needs.md E8); the steps between are practice."""
HEAVIEST = 24
"""Pages for what is heavier."""
ROUND = 0.1 * units.MM
"""To what a spine is rounded, upwards: shops state it so, and a spine that is too wide bends where one too narrow
shows the front on the back."""


def leaf_thickness(printing: Printing) -> float:
    """The thickness of a leaf in points, as given or by the table; 0 where neither tells."""
    if printing.thickness:
        return printing.thickness
    paper = PAPERS.get(printing.paper)
    return paper.bulk * printing.weight / 1000 * units.MM if paper is not None else 0.0


def spine_width(printing: Printing, pages: int) -> float:
    """The spine of a glued or sewn book of so many inside pages, in points, as given or worked out; 0 where nothing
    tells."""
    if printing.spine:
        return printing.spine
    width = pages / 2 * leaf_thickness(printing)
    return ceil(round(width / ROUND, 6)) * ROUND


def most_stitched(weight: int) -> int:
    """How many pages a saddle stitch holds of a paper; of one whose weight is not known, of the thinnest."""
    return next((most for limit, most in STITCH_LIMITS if weight <= limit), HEAVIEST)
