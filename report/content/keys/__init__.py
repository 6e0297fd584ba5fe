"""Every key and word of the authoring format, once, in both languages: what a map may hold and what each value must be.

Names depend on where they stand (正文 is the body of a report and a text style of a theme), so the tables are keyed by
context. The loader, its hints and later the schema for editors all read these rows.
"""

from collections.abc import Mapping

from report.content.keys.blocks import BLOCKS, OUTER, BlockKey
from report.content.keys.jobs import JOB_SHAPES, JOB_WORDS
from report.content.keys.shapes import COMMON, SHAPES, Key
from report.content.keys.words import SIZES, WORDS

__all__ = [
    "BLOCKS",
    "COMMON",
    "JOB_SHAPES",
    "JOB_WORDS",
    "OUTER",
    "SHAPES",
    "SIZES",
    "WORDS",
    "BlockKey",
    "Key",
    "canonical",
    "keys_of",
    "words_of",
]


def keys_of(shape: str) -> tuple[Key, ...]:
    """What a kind of map may hold, in a report or a job file."""
    return SHAPES[shape] if shape in SHAPES else JOB_SHAPES[shape]


def words_of(table: str) -> Mapping[str, str]:
    """A table of words, of a report or a job file."""
    return WORDS[table] if table in WORDS else JOB_WORDS[table]


def canonical(table: str, word: str) -> str | None:
    """The canonical name of a word of a table, in either language; None for a stranger."""
    words = words_of(table)
    if word in words:
        return words[word]
    return word if word in words.values() else None
