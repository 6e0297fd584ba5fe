"""Pictures, galleries and maps in a flow: never divided, their words below them."""

from __future__ import annotations

from report.content.model import Gallery, MapBlock, Photo, Prose
from report.content.spec import Spec
from report.drawing import Item
from report.layout.blocks.setting import Setting, Spot, caption, label, prose_of, text_block
from report.layout.photos import credited, picture, size_of
from report.layout.pieces import Piece, Reach, kept, still
from report.record import replace


def photo(setting: Setting, given: Photo, look: Spec, width: float) -> tuple[Piece, ...]:
    """A picture as wide as its room, or narrower where it would be too high; its caption below."""
    return _captioned(setting, given, (credited(setting.desk, given),), look, width)


def base_map(setting: Setting, given: MapBlock, look: Spec, width: float) -> tuple[Piece, ...]:
    """An approved base map, with the number of its approval printed below."""
    approval = prose_of(label(setting.desk, "approval", number=given.approval), given.place)
    return _captioned(setting, given.photo, (given.photo.caption, approval), look, width)


def _captioned(setting: Setting, given: Photo, words: tuple[Prose, ...], look: Spec, width: float) -> tuple[Piece, ...]:
    across, height = _measure(setting, given, look, width)
    drawn = picture(setting.desk, given, look, (0.0, 0.0, across, height))
    main = Piece(height, still(drawn), place=given.place)
    if look.has("rise"):
        rise = look.mm("rise")
        box = (0.0, -rise, across, height + rise)
        main = replace(main, opened=Piece(height, still(picture(setting.desk, given, look, box)), place=given.place))
    reach: Reach = "wide" if look.has("rise") else "column"
    below = caption(setting, words, look.sub("caption"), width)
    return kept((main, *(replace(piece, reach=reach) for piece in below)))


def _measure(setting: Setting, given: Photo, look: Spec, width: float) -> tuple[float, float]:
    """Width and height of a picture: whole if there is room, cut to fill the width where it runs to the edges."""
    size = size_of(setting.desk, given)
    fit = look.number("fit", 1.0)
    most = min(look.mm("most") * fit, setting.room)
    if size is None:
        return width, min(most, width / look.number("ratio") * fit)
    height = width * size[1] / size[0]
    if height <= most:
        return width, min(height * fit, setting.room)
    return (width, most) if look.flag("fill") else (most * size[0] / size[1], most)


def gallery(setting: Setting, given: Gallery, look: Spec, width: float) -> tuple[Piece, ...]:
    """Rows of pictures of one shape, each with its caption; the caption of all below them."""
    columns, gap = given.columns, look.mm("gap")
    cell = (width - gap * (columns - 1)) / columns
    found: list[Piece] = []
    for start in range(0, len(given.photos), columns):
        row = given.photos[start : start + columns]
        piece = _row(setting, row, look, (cell, gap))
        found.append(replace(piece, before=look.mm("between") if found else 0.0))
    below = caption(setting, (given.caption,), look.sub("caption"), width)
    return (*found[:-1], *kept((*found[-1:], *below)))


def _row(setting: Setting, row: tuple[Photo, ...], look: Spec, across: tuple[float, float]) -> Piece:
    desk, (cell, gap) = setting.desk, across
    height = cell / look.number("ratio") * look.number("fit", 1.0)
    words = look.sub("caption")
    style = desk.style(words.style("style"))
    items: list[Item] = []
    bottom = height
    for i, one in enumerate(row):
        x = i * (cell + gap)
        items += picture(desk, one, look, (x, 0.0, cell, height))
        drawn, last = text_block(desk, credited(desk, one), style, Spot(x, height + words.mm("at"), cell, "Caption"))
        items += drawn
        bottom = max(bottom, last + words.mm("below")) if drawn else bottom
    return Piece(bottom, still(items), place=row[0].place)
