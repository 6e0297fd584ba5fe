"""The reports by which schemas are judged: good ones and bad ones, as texts, in both languages of keys."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from report.content.rewrite.convert import convert
from report.content.source import parse
from report.problem import ContentError

ROOT = Path(__file__).parents[2]
BAD = ROOT / "tests" / "bad"
LANGUAGES = ("zh", "en")

VISIBLE = frozenset(
    [
        *("bad-weight", "barcode-add-on", "barcode-digits"),
        *("appendix-empty", "bad-approval", "bad-date", "bad-day", "bad-delivery", "bad-event-date", "bad-focus"),
        *("bad-id", "bad-length", "bad-month", "bad-number", "block-not-here", "card-empty", "chart-empty"),
        *("empty-body", "missing-key", "mixed-keys", "no-source", "not-a-block", "not-a-count", "not-a-report"),
        *("not-positive", "standard-ofd", "unknown-block", "unknown-format-version", "unknown-key", "unknown-size"),
        *("unknown-standard", "unknown-word", "wrong-type"),
    ]
)
"""Codes that a schema can see; the others need arithmetic, another file, the theme, or the laid-out page."""


class Sample(NamedTuple):
    """A report, and the codes of what is wrong with the report's own file."""

    name: str
    text: str
    codes: frozenset[str] = frozenset()

    @property
    def visible(self) -> frozenset[str]:
        """What a schema must see."""
        return self.codes & VISIBLE


@cache
def good(language: str) -> tuple[Sample, ...]:
    """The reports of data/ and those that documents show."""
    files = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in ROOT.glob("data/*/*.yaml")}
    for page in sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]):
        shown = re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
        files |= {f"{page.name}-{i}.yaml": text for i, text in enumerate(shown)}
    return tuple(Sample(name, convert(text, language)) for name, text in files.items() if _is_report(text))


def _is_report(text: str) -> bool:
    return re.search(r"^(正文|body):", text, re.MULTILINE) is not None


@cache
def bad(language: str) -> tuple[Sample, ...]:
    """Bad reports that are YAML at least; what is wrong with other files of theirs is left out."""
    found = []
    for path in sorted(BAD.glob("*.yaml")):
        told = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
        own = frozenset(re.findall(r"\[([a-z0-9-]+)\]", "\n".join(t for t in told if t.startswith(f"{path.name}:"))))
        try:
            parse(path.read_bytes(), path.name)
            text = path.read_text(encoding="utf-8")
            written = text if own & {"mixed-keys", "not-a-report"} and language == "zh" else convert(text, language)
        except ContentError:
            continue
        if "mixed-keys" not in own or language == "zh":
            found.append(Sample(path.name, written, own))
    return tuple(found)
