"""Paragraphs and lines as an earlier run set them, like type that is left standing for a reprint.

They are known by their content, style and measure, so a report that was changed finds all that was not. What came new
is added in a bundle of its own; when the bundles hold much that is no longer in the report, they are made anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from report import packed
from report.memory import Memory
from report.typeset.faces import Faces
from report.typeset.style import Line, Paragraph, TextStyle

FEW = 1_000
"""Paragraphs that are kept after the first run; more are kept after the second, for most long reports are made once,
unless somebody sits there, who will make it again."""
MOST = 20_000
BUNDLES = 12


def recall(faces: Faces, memory: Memory, name: str) -> None:
    """Give the faces what earlier runs set under a name; "" is none."""
    if not name:
        return
    for number in range(_count(memory, name)):
        found = packed.kept(memory, f"{name} {number}", faces.keyed)
        if isinstance(found, dict):
            faces.standing.update({key: one for key, one in found.items() if isinstance(one, Paragraph | Line)})


def leave(faces: Faces, memory: Memory, name: str, *, at_once: bool = False) -> None:
    """Keep under a name what was set in this run without a complaint; `at_once` keeps also the many of a first run."""
    if not name:
        return
    here = faces.paragraphs
    new = {key: one for key, one in here.items() if key not in faces.standing}
    if not new or len(here) > MOST:
        return
    known = memory.get(name) is not None
    if not known and len(new) > FEW and not at_once:
        memory.put(name, b"0")
        return
    bundles = _count(memory, name)
    if bundles >= BUNDLES or 4 * len(new) > len(here) or len(faces.standing) + len(new) > 2 * len(here):
        bundles, new = 0, here
    if packed.keep(memory, f"{name} {bundles}", _shared(new)):
        memory.put(name, b"%d" % (bundles + 1))


def _count(memory: Memory, name: str) -> int:
    """How many bundles there are."""
    said = memory.get(name) or b""
    return min(int(said), BUNDLES) if said.isdigit() else 0


def _shared(given: Mapping[Any, object]) -> dict[Any, object]:
    """With one object for equal styles, which are then written once."""
    styles: dict[TextStyle, TextStyle] = {}
    return {(*key[:-1], styles.setdefault(key[-1], key[-1])): one for key, one in given.items()}
