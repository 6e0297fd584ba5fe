"""Every key and word of the authoring format, once, in both languages: what a map may hold and what each value must be.

Names depend on where they stand (正文 is the body of a report and a text style of a theme), so the tables are keyed by
context. The loader, its hints and later the schema for editors all read these rows.
"""

from report.content.keys.blocks import BLOCKS, OUTER, BlockKey
from report.content.keys.shapes import COMMON, SHAPES, Key
from report.content.keys.words import SIZES, WORDS, canonical

__all__ = ["BLOCKS", "COMMON", "OUTER", "SHAPES", "SIZES", "WORDS", "BlockKey", "Key", "canonical"]
