"""Whether a query is one SELECT and nothing else, read word by word without knowing the database's own dialect.

What databases read differently (backslashes, dollar quotes, `#`, hints) is refused, so that nothing can hide in it.
This is the first of three guards: the transaction is read-only, and the account should be.
"""

from __future__ import annotations

import re
from itertools import pairwise

from report.named import NamedTuple
from report.patterns import late

STARTS = frozenset({"select", "with"})
CHANGES = frozenset({"insert", "update", "delete", "merge", "into"})
"""Words by which a SELECT changes data or writes a file; FOR UPDATE locks rows."""
_OUTSIDE = late(
    r"load_(file|extension)|pg_(read|ls|stat_file|terminate|cancel|reload|rotate|advisory)\w*|dblink\w*|set_config"
    r"|lo_(import|export|put|create|unlink|from_bytea)|(query|cursor|table)_to_xml\w*",
    re.IGNORECASE,
)
"""Functions that reach beyond the data: files, other servers, other sessions, settings."""

_TOKEN = late(
    r"""
    (?P<space>\s+|--(?=\s|$)[^\r\n]*|/\*(?![!+]).*?\*/)
    |(?P<text>'(?:[^'\\]|'')*')
    |(?P<quoted>"(?:[^"\\]|"")*"|`[^`\\]*`)
    |(?P<word>[^\W\d]\w*)
    |(?P<number>\d[\w.]*)
    |(?P<other>/\*|\*/)
    |(?P<sign>[-+*/%(),.<>=!|&^~\[\]:?@])
    |(?P<end>;)
    |(?P<strange>.)
    """,
    re.VERBOSE | re.DOTALL,
)


class Refusal(NamedTuple):
    """What is wrong with a query, as the code of a problem, the text that is wrong, and where it begins."""

    code: str
    text: str
    offset: int


def refusal(query: str) -> Refusal | None:
    """The first thing that makes a query more than one plain SELECT."""
    first = True
    ended = False
    for found in _TOKEN.finditer(query):
        kind, text = found.lastgroup, found[0]
        if kind == "space":
            continue
        if ended:
            return Refusal("query-several", text, found.start())
        ended = kind == "end"
        if kind in ("other", "strange"):
            return _strange(query, found.start())
        name = text.strip('"`').lower()
        if kind == "word" and first and name not in STARTS:
            return Refusal("query-not-select", text, found.start())
        if (kind == "word" and name in CHANGES) or (kind in ("word", "quoted") and is_outside(name)):
            return Refusal("query-word", text, found.start())
        first = first and text == "("
    return Refusal("query-not-select", query.strip()[:12], 0) if first else None


def _strange(query: str, offset: int) -> Refusal:
    """What cannot be read; for a quote that does not end the backslash inside it, if there is one."""
    if query[offset] in "'\"`" and "\\" in query[offset:]:
        offset = query.index("\\", offset)
    return Refusal("query-strange", query[offset : offset + 2] if query[offset] in "/*" else query[offset], offset)


def is_outside(name: str) -> bool:
    """Whether a function reaches beyond the data."""
    return _OUTSIDE.fullmatch(name) is not None


def is_ordered(query: str) -> bool:
    """Whether the query says in which order rows come."""
    words = [found[0].lower() for found in _TOKEN.finditer(query) if found.lastgroup == "word"]
    return ("order", "by") in pairwise(words)


def bare(query: str) -> str:
    """The query without the sign at its end."""
    return query.strip().removesuffix(";").rstrip()
