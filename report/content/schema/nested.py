"""What stands inside each key of the authoring format: the tree that schemas, conversion and cleaning all walk.

The key tables say that a value is a list or a map; here is what that list or map holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from report.content.keys import BLOCKS, COMMON, SHAPES, BlockKey, Key
from report.content.source import Fields, Items, Node, Scalar
from report.named import NamedTuple
from report.record import record


@record
class Leaf:
    """A single value.

    `kind`: line and prose (markup), words (printed as they stand), name (anything that is not printed as prose),
    expression, number, flag, word:TABLE, open:TABLE (a word of a table or a name of the author's own), or one of the
    narrower kinds of `report.content.schema.FORMS`.
    """

    kind: str


@record
class Each:
    """A list; `least` and `most` items where the format fixes them."""

    inner: Inside
    least: int = 0
    most: int = 0


@record
class Named:
    """A map whose names are the author's own, or words of the table `names`."""

    inner: Inside
    names: str = ""


@record
class Shape:
    """A map of the key table; with the keys that all blocks share if `common`."""

    name: str
    common: bool = False


@record
class Blocks:
    """A list of blocks; `outer` is the body, where pages may stand."""

    outer: bool = False


@record
class OneOf:
    """Forms of which the kind of the node decides."""

    options: tuple[Inside, ...]


Inside = Leaf | Each | Named | Shape | Blocks | OneOf


def one_of(*options: Inside) -> OneOf:
    return OneOf(options)


NAME, WORDS, LINE, EXPRESSION = Leaf("name"), Leaf("words"), Leaf("line"), Leaf("expression")
AXIS = one_of(NAME, Shape("axis"))
SERIES = Each(Shape("series"))
FOCUS = Each(Leaf("share"), 2, 2)
DELIVERIES = Each(Leaf("open:delivery"))

NESTED: Mapping[tuple[str, str], Inside] = {
    ("report", "format"): Leaf("version"),
    ("report", "document"): Shape("document"),
    ("report", "sheet"): Shape("sheet"),
    ("report", "printing"): Shape("printing"),
    ("report", "data"): Named(Shape("data")),
    ("report", "variables"): Named(WORDS),
    ("report", "fact-table"): one_of(NAME, Shape("fact-table")),
    ("report", "facts"): Named(Shape("fact")),
    ("report", "check"): Shape("check"),
    ("report", "body"): Blocks(outer=True),
    ("report", "deliveries"): Named(Shape("delivery"), "delivery"),
    ("document", "id"): Leaf("id"),
    ("document", "title"): WORDS,
    ("document", "subtitle"): WORDS,
    ("document", "body"): WORDS,
    ("document", "date"): Leaf("date"),
    ("document", "as-of"): Leaf("date"),
    ("document", "keywords"): Each(WORDS),
    ("document", "status"): WORDS,
    ("document", "source"): WORDS,
    ("document", "period"): WORDS,
    ("document", "document-number"): WORDS,
    ("document", "signed"): Leaf("date"),
    ("document", "produced-by"): WORDS,
    ("sheet", "size"): one_of(Leaf("size"), Shape("size")),
    ("sheet", "bleed"): Leaf("length"),
    ("sheet", "safe"): Leaf("length"),
    ("sheet", "pages"): Leaf("count"),
    ("printing", "paper"): Leaf("open:paper"),
    ("printing", "weight"): Leaf("weight"),
    ("printing", "thickness"): Leaf("length"),
    ("printing", "cover-paper"): Leaf("open:paper"),
    ("printing", "cover-weight"): Leaf("weight"),
    ("printing", "spine"): Leaf("length"),
    ("printing", "flaps"): Leaf("length"),
    ("printing", "quantity"): Leaf("count"),
    ("printing", "finish"): WORDS,
    ("size", "width"): Leaf("length"),
    ("size", "height"): Leaf("length"),
    ("data", "where"): Named(WORDS),
    ("data", "columns"): Named(Leaf("open:type")),
    ("data", "unit"): Named(NAME),
    ("data", "source"): WORDS,
    ("check", "allow"): Each(Leaf("open:allow")),
    ("check", "equations"): Each(EXPRESSION),
    ("check", "wording"): one_of(NAME, Each(Shape("wording"))),
    ("wording", "reason"): WORDS,
    ("fact", "value"): Leaf("value"),
    ("fact", "source"): WORDS,
    ("fact", "label"): WORDS,
    ("fact", "remark"): WORDS,
    ("page", "chapter"): WORDS,
    ("page", "contents"): WORDS,
    ("page", "head"): WORDS,
    ("page", "parameters"): Named(one_of(WORDS, Shape("chart"))),
    ("page", "regions"): Named(one_of(Leaf("prose"), Shape("card"), Blocks())),
    ("card", "printed"): WORDS,
    ("card", "span"): Leaf("count"),
    ("card", "mini"): Shape("chart"),
    ("chart", "y"): one_of(NAME, Shape("axis"), Each(AXIS)),
    ("chart", "source"): WORDS,
    ("chart", "value"): EXPRESSION,
    ("chart", "per"): Leaf("positive"),
    ("chart", "series"): SERIES,
    ("chart", "reference"): Shape("series"),
    ("chart", "groups"): SERIES,
    ("chart", "alt"): WORDS,
    ("series", "value"): EXPRESSION,
    ("topic", "aside"): Blocks(),
    ("cover", "focus"): FOCUS,
    ("cover", "alt"): WORDS,
    ("chapter", "alt"): WORDS,
    ("points", "items"): Each(LINE),
    ("cards", "items"): Each(Shape("card")),
    ("events", "items"): Each(Shape("event")),
    ("steps", "items"): Each(Shape("step")),
    ("table", "columns"): Each(one_of(NAME, Shape("column"))),
    ("table", "source"): WORDS,
    ("column", "width"): Leaf("length"),
    ("event", "date"): Leaf("event"),
    ("gallery", "photos"): Each(Shape("photo")),
    ("gallery", "columns"): Leaf("count"),
    ("columns", "left"): Blocks(),
    ("columns", "middle"): Blocks(),
    ("columns", "right"): Blocks(),
    ("profile", "name"): LINE,
    ("profile", "focus"): FOCUS,
    ("honours", "items"): Each(Shape("honour")),
    ("honour", "level"): WORDS,
    ("honour", "year"): Leaf("year"),
    ("map", "approval"): Leaf("approval"),
    ("map", "alt"): WORDS,
    ("blank", "pages"): Leaf("count"),
    ("back-cover", "print-run"): WORDS,
    ("back-cover", "barcode"): one_of(Leaf("article"), Shape("barcode")),
    ("barcode", "number"): Leaf("article"),
    ("barcode", "add-on"): Leaf("add-on"),
    ("barcode", "scale"): Leaf("scale"),
    ("photo", "focus"): FOCUS,
    ("photo", "alt"): WORDS,
    ("wheel", "nodes"): Each(Shape("node")),
    ("wheel", "spans"): Each(Shape("span")),
    ("wheel", "months"): Each(Leaf("month")),
    ("node", "date"): Leaf("day"),
    ("span", "first"): Leaf("month"),
    ("span", "last"): Leaf("month"),
    ("derived", "formula"): EXPRESSION,
    ("delivery", "marks"): Each(Leaf("word:printer-mark")),
    ("delivery", "spots"): Each(NAME),
    ("delivery", "standards"): one_of(Leaf("standard"), Each(Leaf("standard"))),
    ("", "only"): DELIVERIES,
    ("", "except"): DELIVERIES,
}
"""What a key holds where its row of the key table does not say it; ("", …) are the keys that all blocks share."""


def inside(shape: str, key: Key) -> Inside:
    """What the value of a key is; open where nothing is known of a list or map."""
    found = NESTED.get((shape, key.name)) or (NESTED.get(("", key.name)) if key in COMMON else None)
    if found is not None:
        return found
    match key.kind:
        case "text":
            return NAME
        case "list":
            return Each(NAME)
        case "map":
            return Named(NAME)
        case "blocks":
            return Blocks()
        case "any":
            return Leaf("open")
    return Leaf(key.kind)


def parts(wanted: Inside) -> tuple[Inside, ...]:
    """A form and all that it is made of, down to the next map of the key table."""
    match wanted:
        case Each(inner) | Named(inner):
            return wanted, *parts(inner)
        case OneOf(options):
            return wanted, *(part for option in options for part in parts(option))
    return (wanted,)


def rows(shape: Shape) -> tuple[Key, ...]:
    """The keys that a map of this shape may hold."""
    return (*SHAPES[shape.name], *COMMON) if shape.common else SHAPES[shape.name]


def body(block: BlockKey) -> Inside:
    """What stands behind the name of a block, in its short forms and as a map."""
    match block.short:
        case "rows":
            return Named(LINE)
        case "path":
            return NAME
    whole = Shape(block.shape, common=True)
    match block.short:
        case "text" | "items":
            key = next(key for key in SHAPES[block.shape] if key.name == block.short_key)
            return one_of(inside(block.shape, key), whole)
        case "columns":
            return one_of(Each(Blocks(), 2, 2 if block.name.startswith("two") else 3), whole)
    return whole


class Met(NamedTuple):
    """A scalar that was met, and what it is: `key` with its row and shape, a kind of leaf, or `own` (a free name)."""

    scalar: Scalar
    kind: str
    row: Key | BlockKey | None = None
    shape: str = ""


def of_file(root: Node) -> Inside:
    """What a file holds: a report, or the blocks of an included file."""
    return Blocks(outer=True) if isinstance(root, Items) else Shape("report")


Old = Mapping[tuple[str, str], str]
"""Names that a key had in earlier versions: (shape, old name) to the key's English name."""


def walk(node: Node, wanted: Inside, old: Old = MappingProxyType({})) -> Iterator[Met]:
    """Every scalar whose meaning is known, in the order of the file; strangers and what is below them are left out."""
    match _chosen(node, wanted), node:
        case Leaf(kind), Scalar():
            yield Met(node, kind)
        case Each(inner), Items():
            for item in node.items:
                yield from walk(item, inner, old)
        case Named(inner, names), Fields():
            for name, value in node.entries:
                yield Met(name, f"open:{names}" if names else "own")
                yield from walk(value, inner, old)
        case Shape() as shape, Fields():
            yield from _fields(node, shape, old)
        case Blocks(), Items():
            for item in node.items:
                yield from _block(item, old)


def _fields(node: Fields, shape: Shape, old: Old) -> Iterator[Met]:
    known = {name: key for key in rows(shape) for name in (key.zh, key.name)}
    earlier = {before: known[name] for (where, before), name in old.items() if where == shape.name}
    for name, value in node.entries:
        if key := known.get(name.text) or earlier.get(name.text):
            yield Met(name, "key", key, shape.name)
            yield from walk(value, inside(shape.name, key), old)


def _block(item: Node, old: Old) -> Iterator[Met]:
    for name, value in item.entries if isinstance(item, Fields) else ():
        row = next((row for row in BLOCKS if name.text in (row.zh, row.name)), None)
        if row is not None:
            yield Met(name, "key", row)
            yield from walk(value, body(row), old)


def _chosen(node: Node, wanted: Inside) -> Inside | None:
    """The form that fits the kind of the node."""
    options = wanted.options if isinstance(wanted, OneOf) else (wanted,)
    kinds: dict[type, tuple[type, ...]] = {Scalar: (Leaf,), Items: (Each, Blocks), Fields: (Shape, Named)}
    return next((option for option in options if isinstance(option, kinds[type(node)])), None)
