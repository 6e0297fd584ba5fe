"""The shape of an explanation."""

from __future__ import annotations

from report.named import NamedTuple


class Explained(NamedTuple):
    """What a code means and why it matters, in both languages, with an example before and after, in Chinese keys.

    `turned` is the first example in English keys where only a person can turn it over.
    """

    zh: str
    en: str
    before: str = ""
    after: str = ""
    turned: str = ""
