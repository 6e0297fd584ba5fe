"""JSON Schema of the authoring format in either language, made from the key tables.

What it says holds in drafts 7 and 2020-12 alike: editors (the YAML language server) read the one, validators the other.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from report import units
from report.content.keys import BLOCKS, OUTER, SHAPES, SIZES, BlockKey, Key
from report.content.schema import described
from report.content.schema.nested import Blocks, Each, Inside, Leaf, Named, OneOf, Shape, body, inside, parts, rows
from report.content.schema.pairs import Language, offered, translated
from report.standards import STANDARDS

Json = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
NUMERAL = "^[\\s0-9０-９.,．，+\\-－＋〇零一二三四五六七八九两十百千万亿]+$"
"""Every number that `report.content.numerals.parse` reads, and some that it does not."""
_DAY = "(0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|[12]\\d)"
"""Month and day that some year has."""
TEXT: Json = {"type": ["string", "number", "boolean", "null"]}
_LENGTHS = (
    "|".join(units.NAMED_SIZES),
    "(\\d{1,3}(\\.\\d+)?|1000)\\s*(mm|毫米)?",
    "\\d{1,2}(\\.\\d+)?\\s*(cm|厘米|in)",
    "\\d{1,4}(\\.\\d+)?\\s*(pt|磅)",
)
_LENGTH = f"^\\s*({'|'.join(_LENGTHS)})\\s*$"
"""Up to a metre."""


def _number(least: int | None = None, most: int | None = None, whole: bool = False) -> Json:
    limits = {"minimum": least, "maximum": most}
    kinds = ["integer" if whole else "number", "string"]
    return {"type": kinds, "pattern": NUMERAL, **{name: n for name, n in limits.items() if n is not None}}


def _text(pattern: str, example: str) -> Json:
    return {"type": "string", "pattern": pattern, "examples": [example]}


FORMS: Mapping[str, Json] = {
    "number": _number(),
    "value": _number(),
    "flag": {"type": "boolean"},
    "version": {"const": 1},
    "count": _number(1, whole=True),
    "year": _number(1900, whole=True),
    "month": _number(1, 12, whole=True),
    "share": _number(0, 1),
    "positive": {**_number(), "exclusiveMinimum": 0},
    "date": _text(f"^\\s*\\d{{4}}-({_DAY})\\s*$", "2024-01-21"),
    "event": {
        "type": ["string", "integer"],
        "pattern": "^\\s*\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?\\s*$",
        "minimum": 1000,
        "maximum": 9999,
        "examples": ["2024-03"],
    },
    "day": _text(f"^\\s*({_DAY.replace('0[', '0?[').replace('02', '0?2')})\\s*$", "03-08"),
    "id": {"type": ["string", "number"], "pattern": "^\\s*[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\s*$"},
    "length": {"type": ["string", "number"], "pattern": _LENGTH, "minimum": 0, "maximum": 1000},
    "weight": {
        "type": ["string", "number"],
        "pattern": "^\\s*\\d{2,3}\\s*(g|克|g/m2|g/m²|克/平方米)?\\s*$",
        "minimum": 20,
    },
    "size": {"enum": list(SIZES)},
    "standard": {"enum": list(STANDARDS)},
    "approval": {"type": ["string", "number"], "pattern": "\\d"},
    "open": {},
}
"""Kinds of single values that are more than text."""

ANY_OF: Mapping[str, tuple[str, ...]] = {
    "data": ("file", "database"),
    "card": ("fact", "printed"),
    "chart": ("fact", "value", "series", "groups", "data"),
    "series": ("fact", "value"),
    "appendix": ("automatic", "text"),
}
"""Shapes of which at least one of some keys must be there."""
TOGETHER = {"data": {"database": ("query",)}}
"""Keys that ask for others."""
NEEDED = {"chart-block": ("kind",)}
"""Keys that must be there only where the map stands as a block."""
DELIVERY_NAME = '^[^\\s/\\\\:*?"<>|]{1,40}$'
"""What may be a part of a file's name."""


def schema(language: Language) -> Json:
    """The schema of a report whose keys are in this language."""
    return _Making(language).whole()


def as_text(language: Language) -> str:
    """The schema as the file that is published."""
    return json.dumps(schema(language), ensure_ascii=False, indent=1) + "\n"


class _Making:
    """One schema in the making; shapes become definitions, so that each stands once."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.definitions: dict[str, Json] = {}

    def whole(self) -> Json:
        report = self._map(Shape("report"))
        title = "版心的报告" if self.language == "zh" else "A Banxin report"
        ordered = {name: self.definitions[name] for name in sorted(self.definitions)}
        return {"$schema": DRAFT, "title": title, **report, "definitions": ordered}

    def _name(self, row: Key | BlockKey) -> str:
        return row.zh if self.language == "zh" else row.name

    def _said(self, row: Key | BlockKey, said: described.Said | None) -> Json:
        """Title and sentence of a key; the title is its name in the other language."""
        title = row.name if self.language == "zh" else row.zh
        sentence = (said.zh if self.language == "zh" else said.en) if said else ""
        return {"title": title, "description": sentence}

    def _defined(self, name: str, made: Json) -> Json:
        self.definitions[name] = made
        return {"$ref": f"#/definitions/{name}"}

    def _of(self, wanted: Inside) -> Json:
        match wanted:
            case Leaf(kind):
                return self._leaf(kind)
            case Each(inner, least, most):
                limits = {"minItems": least, "maxItems": most}
                return {"type": "array", "items": self._of(inner), **{k: n for k, n in limits.items() if n}}
            case Named():
                return self._named(wanted)
            case Shape(name, common):
                return self._shape(name, common)
            case Blocks(outer):
                return self._blocks(outer)
            case OneOf(options):
                return {"anyOf": [self._of(option) for option in options]}

    def _leaf(self, kind: str) -> Json:
        table = kind.partition(":")[2]
        if kind.startswith("word:"):
            return self._words(table)
        if kind.startswith("open:"):
            return {"anyOf": [self._words(table), TEXT]}
        return FORMS.get(kind, TEXT)

    def _words(self, table: str) -> Json:
        words = offered(table, self.language)
        other: Language = "en" if self.language == "zh" else "zh"
        return {"enum": words, "enumDescriptions": [translated(table, word, other) for word in words]}

    def _named(self, wanted: Named) -> Json:
        inner = self._of(wanted.inner)
        words = offered(wanted.names, self.language) if wanted.names else []
        known: Json = {"properties": dict.fromkeys(words, inner)} if words else {}
        if wanted.names == "delivery":
            known["propertyNames"] = {"pattern": DELIVERY_NAME}
        return {"type": ["object", "null"], **known, "additionalProperties": inner}

    def _shape(self, name: str, common: bool) -> Json:
        defined = f"{name}-block" if common else name
        if defined not in self.definitions:
            self.definitions[defined] = {}  # a chart may stand in a chart's parameters: the name is taken first
            self.definitions[defined] = {"title": self._holder(name), **self._map(Shape(name, common))}
        return {"$ref": f"#/definitions/{defined}"}

    def _holder(self, name: str) -> str:
        """What a map is called to people: the block or the key that holds it."""
        block = next((row for row in BLOCKS if row.shape == name), None)
        holds = (key for shape, keys in SHAPES.items() for key in keys if Shape(name) in parts(inside(shape, key)))
        return self._name(block or next(holds))

    def _map(self, shape: Shape) -> Json:
        """A map of the key table; alone (`key:`) it is empty, which is good where nothing is required."""
        keys = rows(shape)
        names = {key.name: self._name(key) for key in keys}
        needed = NEEDED.get(f"{shape.name}-block", ()) if shape.common else ()
        required = [names[key.name] for key in keys if key.required or key.name in needed]
        either = [{"required": [names[name]]} for name in ANY_OF.get(shape.name, ())]
        return {
            "type": "object" if required or either else ["object", "null"],
            "properties": {names[key.name]: self._key(shape.name, key) for key in keys},
            **({"required": required} if required else {}),
            **({"anyOf": either} if either else {}),
            **self._together(shape, names),
            "additionalProperties": False,
        }

    def _together(self, shape: Shape, names: Mapping[str, str]) -> Json:
        """Keys that ask for others, in the words of both drafts."""
        asked = {names[key]: [names[name] for name in found] for key, found in TOGETHER.get(shape.name, {}).items()}
        return {"dependencies": asked, "dependentRequired": asked} if asked else {}

    def _key(self, shape: str, key: Key) -> Json:
        return {**self._said(key, described.described(shape, key.name)), **_wrapped(self._of(inside(shape, key)))}

    def _blocks(self, outer: bool) -> Json:
        defined = "body" if outer else "blocks"
        if defined not in self.definitions:
            self.definitions[defined] = {}
            known = [block for block in BLOCKS if outer or block.name not in OUTER]
            least = {"minItems": 1} if outer else {}
            self.definitions[defined] = {"type": "array", "items": self._block(known), **least}
        return {"$ref": f"#/definitions/{defined}"}

    def _block(self, known: list[BlockKey]) -> Json:
        """A map of one key, the name of a block."""
        said = {block: self._said(block, described.BLOCKS.get(block.name)) for block in known}
        return {
            "type": "object",
            "properties": {self._name(block): {**said[block], **_wrapped(self._of(body(block)))} for block in known},
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": False,
        }


def _wrapped(made: Json) -> Json:
    """A reference as something that may stand beside title and description: draft 7 ignores what is beside a $ref."""
    return {"allOf": [made]} if "$ref" in made else made


__all__ = ["FORMS", "SHAPES", "Language", "as_text", "schema"]
