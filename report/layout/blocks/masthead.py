"""The head of a report that begins on its first page: a bar, who issues it, its title, its date."""

from __future__ import annotations

from report.content.model import TitlePage
from report.content.spec import Spec
from report.drawing import Item, Marked, Shape, rectangle
from report.layout.blocks.fronts import title_parts
from report.layout.blocks.setting import Setting, Spot, label, prose_of, text_block
from report.layout.desk import plain
from report.layout.pieces import Piece, still


def masthead(setting: Setting, given: TitlePage, look: Spec, width: float) -> tuple[Piece, ...]:
    """What the block does not say comes from the document; date and subtitle share a line. The bar is measured from
    the block's corner, and may reach above it."""
    del width
    desk, x, room = setting.desk, look.mm("x"), look.mm("width")
    parts = title_parts(setting, given)
    bar = look.sub("bar")
    items: list[Item] = [Marked("Artifact", (Shape(rectangle(*bar.box("box")), fill=bar.colour("fill")),))]
    issuer, _ = text_block(desk, parts["issuer"], desk.style(look.style("issuer")), Spot(x, look.mm("issuer-at"), room))
    title = desk.style(look.style("title"))
    titled, bottom = text_block(desk, parts["title"], title, Spot(x, look.mm("title-at"), room, "Title"))
    joint = prose_of(label(desk, "joint"), given.place)[0] if parts["date"] and parts["subtitle"] else ()
    dated = ((*(i for p in parts["date"] for i in p), *joint, *(i for p in parts["subtitle"] for i in p)),)
    below = bottom + look.mm("note-after")
    if plain(dated):
        noted, bottom = text_block(desk, dated, desk.style(look.style("note")), Spot(x, below, room))
        items += noted
    items += (*issuer, *titled)
    return (Piece(bottom + look.mm("below"), still(items), place=given.place),)
