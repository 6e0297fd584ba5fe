"""Where the styles of a theme are printed: each with its colour there and the ground it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from report.content.source import Fields, Items, Node, Scalar
from report.content.spec import Spec
from report.content.theme import Element, Template, Theme
from report.content.themecheck.vocabulary import vocabulary
from report.named import NamedTuple
from report.problem import ContentError, Place

PAPER = "white"
"""The ground of whatever stands on nothing: paper without ink."""
PICTURE = ""
"""The ground of what stands on a picture: nobody knows its colours."""
Scheme = Mapping[str, Scalar]
"""What the roles of a template stand for, each where the theme says it."""
Box = tuple[float, float, float, float]


class Use(NamedTuple):
    """Type of a size in points and a weight, in a colour on a ground, both by name; `where` names it in messages.

    `place` is where the colour is said; that of a style's `own` colour on paper is the style itself.
    """

    where: str
    style: str
    size: float
    weight: int
    colour: str
    ground: str
    place: Place
    own: bool = False


def uses(theme: Theme) -> tuple[Use, ...]:
    """Every use of a style that the theme itself decides, and styles that have none on white."""
    found = [*_looks(theme), *_tiles(theme), *_furniture(theme), *_spine(theme), *_templates(theme)]
    used = {use.style for use in found}
    told = _colour_places(theme)
    for name, style in theme.styles.items():
        if name not in used and name in told:
            found.append(Use(f"styles.{name}", name, style.size, style.weight, style.colour, PAPER, told[name]))
    return tuple(use._replace(place=told.get(use.style, use.place)) if use.own else use for use in found)


def _colour_places(theme: Theme) -> Mapping[str, Place]:
    """Where each style says its colour, or where it begins."""
    table = theme.root.node("styles")
    found: dict[str, Place] = {}
    for key, node in table.entries if isinstance(table, Fields) else ():
        colour = node.get("colour") if isinstance(node, Fields) else None
        found[key.text] = colour.place if colour is not None else node.place
    return found


# Blocks


def _looks(theme: Theme) -> Iterator[Use]:
    """Blocks as they are without a template, in running text, and as authors may choose them."""
    blocks, flow, variants = (_sub(theme.root, name) for name in ("blocks", "flow", "variants"))
    running = _sub(flow, "blocks")
    for name in vocabulary().looks():
        plain, flowed = _sub(blocks, name), _sub(running, name)
        if plain.names():
            yield from _look(theme, f"blocks.{name}", name, plain)
        if flowed.names():
            yield from _look(theme, f"flow.blocks.{name}", name, flowed.over(plain))
        chosen = _sub(variants, name)
        for style in chosen.names():
            yield from _look(theme, f"variants.{name}.{style}", name, _sub(chosen, style).over(flowed.over(plain)))


def _sub(spec: Spec, key: str) -> Spec:
    """A map of the theme, empty where there is none."""
    node = spec.node(key)
    return spec.sub(key) if isinstance(node, Fields) else Spec((Fields((), spec.place),), spec.palette, spec.styles)


def _block(theme: Theme, name: str) -> Spec:
    return _sub(_sub(theme.root, "blocks"), name)


def _look(theme: Theme, where: str, name: str, look: Spec) -> Iterator[Use]:
    """Uses of a block: its styles with the colours beside them, on its fill or on white."""
    ground = said_text(look.node("fill"), PAPER) if name == "callout" else PAPER
    if name in ON_COLOURS:
        yield from _on_colours(where, ON_COLOURS[name], look)
    if name == "cards":
        yield from _numeral(theme, f"{where}.colour", look, ground)
    skipped = ("label",) if name in ON_COLOURS else TILED if name == "wall" else ()
    yield from _styles(where, name, look, ground, skipped)


ON_COLOURS = {"proportion": "label", "stacked": "value"}
"""Charts whose words stand on the colours of their parts, and the style of these words."""
TILED = ("label", "note")
"""What a wall sets on the grounds of tiles."""


def _styles(where: str, name: str, look: Spec, ground: str, skipped: Iterable[str] = ()) -> Iterator[Use]:
    for key, row in vocabulary().keys(name).items():
        if row.kind == "style" and key not in skipped and look.has(key):
            yield from styled(f"{where}.{key}", look, key, _colour_key(look, key), ground)
            for other in FURTHER.get((name, key), ()):
                if look.has(other):
                    yield from styled(f"{where}.{other}", look, key, other, ground)
        elif row.kind.startswith("map ") and isinstance(look.node(key), Fields):
            yield from _styles(f"{where}.{key}", row.kind[4:], look.sub(key), ground)


FURTHER: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("section", "style"): ("number-colour",),
    ("subsection", "style"): ("number-colour",),
    ("table", "number"): ("accent",),
}
"""Colours in which a style is printed besides its own."""


def _colour_key(look: Spec, key: str) -> str:
    """The key that says in what colour a style is printed; "" for the style's own."""
    if look.has(f"{key}-colour"):
        return f"{key}-colour"
    return "colour" if key == "number" and look.has("title-colour") and look.has("colour") else ""


def styled(where: str, look: Spec, key: str, colour_key: str, ground: str) -> Iterator[Use]:
    """The use of a style that a map names; none where the style is not there."""
    named = look.node(key)
    name = said_text(named)
    style = look.styles.get(name)
    if style is None or named is None:
        return
    node = look.node(colour_key) if colour_key else None
    if isinstance(node, Scalar):
        yield Use(where, name, style.size, style.weight, node.text, ground, node.place)
    else:
        own = ground == PAPER
        yield Use(where, name, style.size, style.weight, style.colour, ground, named.place, own)


def said_text(node: Node | None, default: str = "") -> str:
    """The text of a value, a default for what is none: a wrong value is told elsewhere."""
    return node.text if isinstance(node, Scalar) else default


def _numeral(theme: Theme, where: str, look: Spec, ground: str) -> Iterator[Use]:
    """A big figure; its unit, the smallest part of it, decides, unless that is printed in a colour of its own."""
    node = look.node("colour")
    if not isinstance(node, Scalar):
        return
    size, weight = _unit(theme, look)
    small = _small(theme, node.text)
    yield Use(where, "", size, weight, small, ground, node.place)
    if small != node.text:
        try:
            yield Use(where, "", look.pt("size", NUMERAL), BOLD, node.text, ground, node.place)
        except ContentError:  # a wrong value, which is told as such
            return


def _small(theme: Theme, name: str) -> str:
    """The colour of the unit of a figure (as layout/cards.py has it)."""
    inks, palette = _sub(_sub(_sub(theme.root, "numeral"), "unit"), "inks"), theme.palette
    inked = {token: palette.colours.get(palette.words.get(token, token)) for token in (name, *inks.names())}
    same = (said_text(inks.node(token)) for token in inks.names() if inked[token] == inked[name])
    return next(same, name)


def _unit(theme: Theme, look: Spec) -> tuple[float, int]:
    """Size and weight of the unit of a figure (as layout/cards.py has them)."""
    unit = _sub(_sub(theme.root, "numeral"), "unit")
    try:
        size = max(look.pt("size", NUMERAL) * unit.number("ratio", 1.0), unit.pt("least", 0.0))
        return size, BOLD if size < unit.pt("bold-below", 0.0) else REGULAR
    except ContentError:  # a wrong value, which is told as such
        return 9.0, REGULAR


REGULAR, BOLD = 400, 700
NUMERAL = 22.0
"""The size of a figure that says none, in points."""


def _on_colours(where: str, key: str, look: Spec) -> Iterator[Use]:
    """Words on the parts of a bar, each in its own colour."""
    fills, texts = look.node("colours"), look.node("text-colours")
    style = look.styles.get(said_text(look.node(key)))
    if isinstance(fills, Items) and isinstance(texts, Items) and style is not None:
        for fill, text in zip(fills.items, texts.items, strict=False):
            if isinstance(fill, Scalar) and isinstance(text, Scalar):
                yield Use(
                    f"{where}.text-colours", style.name, style.size, style.weight, text.text, fill.text, text.place
                )


# Tiles, furniture


def _tiles(theme: Theme) -> Iterator[Use]:
    """Figure, label and note on the ground of each tile."""
    tiles, wall = _sub(theme.root, "tiles"), _block(theme, "wall")
    for name in tiles.names():
        tile = _sub(tiles, name)
        ground = said_text(tile.node("fill"), PAPER)
        where = f"tiles.{name}"
        node = tile.node("number")
        if isinstance(node, Scalar):
            yield Use(f"{where}.number", "", *_unit(theme, tile), node.text, ground, node.place)
        for key in TILED:
            style = wall.styles.get(said_text(wall.node(key)))
            said = tile.node(key)
            if style is not None and isinstance(said, Scalar):
                yield Use(f"{where}.{key}", style.name, style.size, style.weight, said.text, ground, said.place)


def _furniture(theme: Theme) -> Iterator[Use]:
    """The words of the thumb tab; head and folio are coloured by each template."""
    tab = _sub(_sub(theme.root, "furniture"), "tab")
    yield from styled("furniture.tab.style", tab, "style", "", said_text(tab.node("fill"), PAPER))


def _spine(theme: Theme) -> Iterator[Use]:
    """The words on the spine, and those on the flaps."""
    spine, flaps = _sub(theme.root, "spine"), _sub(theme.root, "flaps")
    for part in ("title", "issuer"):
        yield from styled(f"spine.{part}.style", _sub(spine, part), "style", "", said_text(spine.node("ground"), PAPER))
    yield from styled("flaps.style", flaps, "style", "", said_text(flaps.node("ground"), PAPER))


# Page templates


def _templates(theme: Theme) -> Iterator[Use]:
    for template in theme.templates.values():
        for word, scheme in _schemes(theme, template):
            for use in _template(theme, template, f"/{word}" if word else "", scheme):
                said = scheme.get(use.colour)
                yield use._replace(colour=said.text, place=said.place) if said else use


def _schemes(theme: Theme, template: Template) -> Iterator[tuple[str, Scheme]]:
    """The colours that a template may take: by each word of its table."""
    if not isinstance(template.spec.node("scheme"), Fields):
        yield "", {}
        return
    table = _sub(theme.root, said_text(template.spec.sub("scheme").node("table")))
    for word in table.names():
        row = _sub(table, word)
        yield word, {key: node for key in row.names() if isinstance(node := row.node(key), Scalar)}


def _template(theme: Theme, template: Template, word: str, scheme: Scheme) -> Iterator[Use]:
    fields: list[tuple[Box, str]] = []
    for element in template.elements:
        where = f"{template.name}.{element.slot or said_text(element.spec.node('parameter'), element.kind)}{word}"
        try:
            covered = _covered(element, scheme)
            if covered:
                fields.append(covered)
            if element.kind != "field":
                yield from _element(theme, element, where, fields)
        except ContentError:  # a wrong value, which is told as such
            continue
    yield from _carried(theme, template, word, fields)


def _covered(element: Element, scheme: Scheme) -> tuple[Box, str] | None:
    """What an element puts on the page as a ground: a field its colour, a slot for a picture what nobody knows."""
    spec = element.spec
    if element.kind == "field":
        name = spec.text("fill")
        return spec.box("box"), scheme[name].text if name in scheme else name
    if not spec.has("ground") or element.kind == "qr":
        return None
    if spec.has("box"):
        return spec.box("box"), PICTURE
    return (*spec.point("origin"), spec.mm("width"), spec.mm("height")), PICTURE


def _element(theme: Theme, element: Element, where: str, fields: list[tuple[Box, str]]) -> Iterator[Use]:
    spec = element.spec
    if spec.text("role", "") == "Artifact":  # an ornament, which need not be read
        return
    match element.kind:
        case "text" | "vertical":
            x, y = spec.point("at")
            middle = spec.style("style").size / 2
            ground = _ground(fields, x + middle, y + (middle if element.kind == "vertical" else -middle))
            yield from styled(where, spec, "style", "colour" if spec.has("colour") else "", ground)
        case "topic":
            ground = _ground(fields, *spec.point("origin"))
            yield from _styles(where, "topic", spec.over(_block(theme, "topic")), ground)
            for place in spec.subs("aside"):
                yield from _figures(theme, where, place, fields)
        case "card":
            look = spec.over(_block(theme, "cards"))
            ground = _ground(fields, *spec.point("origin"))
            yield from _numeral(theme, where, look, ground)
            yield from styled(f"{where}.label", look, "label", "label-colour", ground)
        case "block":
            yield from _figures(theme, where, spec, fields)


def _figures(theme: Theme, where: str, place: Spec, fields: list[tuple[Box, str]]) -> Iterator[Use]:
    """Figures that a region sets in a colour of its own."""
    if place.has("colour") and isinstance(place.node("size"), Scalar):
        yield from _numeral(theme, f"{where}.colour", place, _ground(fields, *place.point("origin")))


def _ground(fields: list[tuple[Box, str]], x: float, y: float) -> str:
    """The colour of the last field that covers a point."""
    covering = (name for (left, top, w, h), name in reversed(fields) if left <= x <= left + w and top <= y <= top + h)
    return next(covering, PAPER)


def _carried(theme: Theme, template: Template, word: str, fields: list[tuple[Box, str]]) -> Iterator[Use]:
    """Head and folio in the colour that the template gives them."""
    carried, looks = _sub(template.spec, "furniture"), _sub(theme.root, "furniture")
    for key in ("head", "folio"):
        look = _sub(looks, key)
        if carried.has(key) and look.has("style"):
            side = "recto" if template.side == "recto" else "verso"
            try:
                ground = _ground(fields, *look.point(side))
            except ContentError:
                continue
            for use in styled(f"{template.name}.{key}{word}", look, "style", "", ground):
                colour = carried.node(key)
                place = colour.place if colour else use.place
                yield use._replace(colour=said_text(colour), place=place, own=False)
