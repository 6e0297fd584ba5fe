"""What was written, against what its standards ask: contents of pages, fonts, entries of objects.

This reads the operators as they stand in the file, not what they were made from, so that a fault of ours or of a
foreign drawing ends the build and not the run at the press. It costs a fraction of a millisecond a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from report.named import NamedTuple
from report.patterns import late
from report.pdf.fontfile import Embedding
from report.pdf.state import OVERPRINTS
from report.problem import Gathered, Problem, problem
from report.standards import Standard

DEEPEST = 28
"""Graphics states within one another (print.md X31)."""
NOT_TEXT = frozenset("\0\ufeff\ufffe")
"""Characters that stand for none (ISO 19005-2, 6.2.11.7.2)."""
STRAY = late(r"(?<![^\s\[])-?(?:nan|inf)(?![^\s\]])")
"""What Python writes for a number that is none."""
STRINGS = late(r"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f]*>", re.DOTALL)
FILLS = {f"/{key}": fills for (fills, _), key in OVERPRINTS.items()}
SPACES = {"rg": "RGB", "RG": "RGB", "k": "CMYK", "K": "CMYK", "g": "grey", "G": "grey", "sc": "?", "SC": "?"}
"""What colours an operator sets."""
PAINTS = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "Tj", "TJ", "'", '"'])
SHOWS = frozenset(["Tj", "TJ", "'", '"'])
TAIL = 48
"""Characters at the end of an entry in which its last operator is."""
QUIET = frozenset([*"mlcvyhWnwJjiM", "re", "cm", "Tm", "Tf", "BT", "Ts", "Tc", "cs", "CS", "SCN"])
"""Operators after which nothing is to be looked at; a path is one entry of the code."""


class Forbidden(NamedTuple):
    """Bytes that no object may hold, what they are, by which output intent or part they are forbidden."""

    found: bytes
    what: str
    unless: Callable[[Standard], bool]


FORBIDDEN = (
    Forbidden(b"/Subtype/Link", "@links", lambda s: s.links),
    Forbidden(b"/JavaScript", "JavaScript", lambda _: False),
    Forbidden(b"/LZWDecode", "LZWDecode", lambda _: False),
    Forbidden(b"/Encrypt", "Encrypt", lambda _: False),
    Forbidden(b"/DeviceRGB", "@rgb", lambda s: s.intent != "GTS_PDFX"),
    Forbidden(b"/EmbeddedFile", "@attachments", lambda s: s.part != "2"),
)


class Audit:
    """Gathers faults while a file is written."""

    def __init__(self, standards: Sequence[Standard], *, screen: bool) -> None:
        self._standards = standards
        self._names = " ".join(standard.name for standard in standards)
        self._tagged = any(standard.tagged for standard in standards)
        pressed = any(standard.intent == "GTS_PDFX" for standard in standards)
        self._wrong = {"g", "G", "sc", "SC"} | ({"k", "K"} if screen else set())
        self._wrong |= {"rg", "RG"} if pressed or not screen else set()
        self._screen = screen
        self._gathered = Gathered()
        self._further: list[Problem] = []

    def page(self, number: int, code: Sequence[str]) -> None:
        """The contents of a page, an entry for each call that drew something."""
        _Page(code, self, number).read()

    def fonts(self, fonts: Iterable[Embedding]) -> None:
        """Every code has its glyph in an embedded program and its text."""
        for font in fonts:
            name = font.face.postscript_name
            if not font.program:
                self._further.append(problem("font-not-embedded", name=name, standards=self._names))
            texts = [text for layer in font.layers for text in layer.values()]
            bad = [text for text in texts if not text or NOT_TEXT.intersection(text) or _halved(text)]
            if bad:
                shown = " ".join(f"U+{ord(char):04X}" for char in bad[0]) or "-"
                self._further.append(
                    problem("glyph-without-text", name=name, count=len(bad), shown=shown, standards=self._names)
                )

    def objects(self, heads: bytes) -> None:
        """All dictionaries of the file, one after the other."""
        for row in FORBIDDEN:
            against = [standard.name for standard in self._standards if not row.unless(standard)]
            if against and row.found in heads:
                self._further.append(problem("entry-forbidden", what=row.what, standards=" ".join(against)))

    def problems(self) -> tuple[Problem, ...]:
        return (*self._gathered.problems(), *self._further)

    # What pages say

    def note(self, code: str, page: int, text: str = "", **values: object) -> None:
        self._gathered.note(code, page, text, **values)  # type: ignore[arg-type]

    def colour(self, operator: str, page: int) -> None:
        if operator in self._wrong:
            self.note("colour-space-written", page, space=SPACES[operator], standards=self._names or "PDF")

    def paint(self, page: int) -> None:
        """Something was painted outside of every mark."""
        if self._tagged:
            self.note("code-unmarked", page, standards=self._names)

    def text(self, page: int, fill: str, *, overprints: bool) -> None:
        """Text was shown in a fill colour."""
        if not self._screen:
            if fill == BLACK and not overprints:
                self.note("black-knocks-out", page)
            elif fill == WHITE and overprints:
                self.note("white-overprints", page)


BLACK, WHITE = "0 0 0 1", "0 0 0 0"


class _Page:
    """One page as it is read; the state is the fill colour and whether fills overprint."""

    def __init__(self, code: Sequence[str], audit: Audit, number: int) -> None:
        self._code, self._audit, self._number = code, audit, number
        self._fill, self._over = "", False
        self._kept: list[tuple[str, bool]] = []
        self._deepest = self._marks = 0
        self._broken = False

    def read(self) -> None:
        for entry in self._code:
            if entry == "EMC":  # this and the next are nearly all of running text
                self.close(entry)
                continue
            if entry.startswith("BT\n") and entry.endswith("ET"):
                self._painted(shows=True)
                continue
            operator = entry[-TAIL:].split()[-1] if entry else ""
            if operator in QUIET:
                if operator == "cm" and entry[0] == "q":
                    self.save()
            elif operator.endswith("BDC"):
                self._marks += 1
            elif (act := ACTS.get(operator)) and entry.count(" ") == act.blanks:
                act.does(self, entry)
            elif operator in PAINTS and (operator not in SHOWS or entry[0] in "([<"):
                self._painted(shows=operator in SHOWS)
            else:
                self._tokens(entry)
        if self._kept or self._marks or self._broken:
            self._audit.note("code-broken", self._number, what="q/Q" if self._kept else "BDC/EMC")
        elif self._deepest > DEEPEST:
            self._audit.note("code-broken", self._number, what=f"q × {self._deepest}")
        code = "\n".join(self._code)
        if ("nan" in code or "inf" in code) and STRAY.search(STRINGS.sub("()", code)):
            self._audit.note("code-broken", self._number, what="nan")

    def _painted(self, *, shows: bool) -> None:
        if not self._marks:
            self._audit.paint(self._number)
        if shows:
            self._audit.text(self._number, self._fill, overprints=self._over)

    def _tokens(self, entry: str) -> None:
        """An entry of several operators, as foreign drawings write them, or of none that is known."""
        held: list[str] = []
        for token in STRINGS.sub("()", entry).split():
            if token[0] in "-.0123456789/[(<" or token in ("true", "false"):
                held.append(token)
                continue
            said = " ".join([*held, token])
            held = []
            if act := ACTS.get(token):
                act.does(self, said)
            elif token.endswith("BDC"):
                self._marks += 1
            elif token in PAINTS:
                self._painted(shows=token in SHOWS)

    # Operators

    def save(self, _entry: str = "") -> None:
        self._kept.append((self._fill, self._over))
        self._deepest = max(self._deepest, len(self._kept))

    def restore(self, _entry: str) -> None:
        if self._kept:
            self._fill, self._over = self._kept.pop()
        else:
            self._broken = True

    def fills(self, entry: str) -> None:
        colour, _, operator = entry.rpartition(" ")
        self._fill = colour
        self._audit.colour(operator, self._number)

    def strokes(self, entry: str) -> None:
        self._audit.colour(entry.rpartition(" ")[2], self._number)

    def graphics(self, entry: str) -> None:
        self._over = FILLS.get(entry.partition(" ")[0], self._over)

    def tints(self, _entry: str) -> None:
        """A spot ink, a pattern."""
        self._fill = ""

    def end_text(self, _entry: str) -> None:
        """Nothing is kept for a text object."""

    def open(self, _entry: str) -> None:
        self._marks += 1

    def close(self, _entry: str) -> None:
        self._marks -= 1
        self._broken |= self._marks < 0


class _Act(NamedTuple):
    """What an operator does, and how many blanks an entry has that says it alone."""

    does: Callable[[_Page, str], None]
    blanks: int


ACTS: Mapping[str, _Act] = {
    "q": _Act(_Page.save, 0),
    "Q": _Act(_Page.restore, 0),
    "ET": _Act(_Page.end_text, 0),
    "EMC": _Act(_Page.close, 0),
    "BMC": _Act(_Page.open, 1),
    "gs": _Act(_Page.graphics, 1),
    "k": _Act(_Page.fills, 4),
    "K": _Act(_Page.strokes, 4),
    "rg": _Act(_Page.fills, 3),
    "RG": _Act(_Page.strokes, 3),
    "g": _Act(_Page.fills, 1),
    "G": _Act(_Page.strokes, 1),
    "sc": _Act(_Page.fills, 4),
    "SC": _Act(_Page.strokes, 4),
    "scn": _Act(_Page.tints, 3),
}


def _halved(text: str) -> bool:
    """Whether a surrogate stands without its other half."""
    return any("\ud800" <= char <= "\udfff" for char in text)
