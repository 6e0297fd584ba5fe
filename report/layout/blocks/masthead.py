"""The head of a report that begins on its first page: a bar, who issues it, its title, its date."""

from __future__ import annotations

from collections.abc import Mapping

from report.content.model import Prose, TitlePage
from report.content.spec import Spec
from report.drawing import Item, Marked, Shape, rectangle
from report.layout.blocks.fronts import title_parts
from report.layout.blocks.setting import Setting, Spot, label, prose_of, text_block
from report.layout.pieces import Piece, still


def masthead(setting: Setting, given: TitlePage, look: Spec, width: float) -> tuple[Piece, ...]:
    """What the block does not say comes from the document; date and subtitle share a line. The bar is measured from
    the block's corner, and may reach above it."""
    del width
    desk, x, room = setting.desk, look.mm("x"), look.mm("width")
    parts, bar = title_parts(setting, given), look.sub("bar")
    field = Marked("Artifact", (Shape(rectangle(*bar.box("box")), fill=bar.colour("fill")),))
    issuer, _ = text_block(desk, parts["issuer"], desk.style(look.style("issuer")), Spot(x, look.mm("issuer-at"), room))
    title = desk.style(look.style("title"))
    titled, bottom = text_block(desk, parts["title"], title, Spot(x, look.mm("title-at"), room, "Title"))
    dated, below = _dated(setting, given, parts), bottom + look.mm("note-after")
    noted, reached = text_block(desk, dated, desk.style(look.style("note")), Spot(x, below, room))
    bottom = reached if noted else bottom
    items: tuple[Item, ...] = (field, *issuer, *titled, *noted)
    return (Piece(bottom + look.mm("below"), still(items), place=given.place),)


def _dated(setting: Setting, given: TitlePage, parts: Mapping[str, Prose]) -> Prose:
    """The date and the subtitle as one line."""
    date, subtitle = ([inline for paragraph in parts[name] for inline in paragraph] for name in ("date", "subtitle"))
    joint = prose_of(label(setting.desk, "joint"), given.place)[0] if date and subtitle else ()
    line = (*date, *joint, *subtitle)
    return (line,) if line else ()
