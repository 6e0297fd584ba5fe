"""The first pages of a marked copy: what changed at a glance, for who has one minute."""

from __future__ import annotations

from collections.abc import Sequence

from report.deliver.differences.model import Differences, FigureChange
from report.deliver.differences.palette import COLOURS, EDGE, HEAD, TEXT, TEXT_NEW, TEXT_OLD, TINTS, TITLE
from report.deliver.differences.telling import Lot, figure_groups, page_line, page_lines, pages_of, word, word_line
from report.deliver.lettering import Letters
from report.drawing import Item, Link, Marked, Shape, Sheet, Stroke, line, rectangle
from report.messages import Language
from report.typeset import TextStyle
from report.units import MM

SHEET = Sheet(210 * MM, 297 * MM, 0.0)
LEFT, RIGHT, TOP, FOOT = 20 * MM, 190 * MM, 30 * MM, 278 * MM
COLUMNS = (0.0, 48 * MM, 78 * MM, 108 * MM, 128 * MM, RIGHT - LEFT)
"""Where the columns of the table of figures begin, and where the last one ends."""
GAP = 3 * MM
ROW = 5.0
"""Points between rows."""
MOST_SENTENCES = 40
LEGEND = ("changed", "added", "removed", "moved", "look")

Cell = tuple[str, TextStyle]
Sheets = list[tuple[Sheet, tuple[Item, ...]]]


def front(found: Differences, letters: Letters, language: Language) -> Sheets:
    """As many pages as it takes."""
    return _Front(found, letters, language).sheets()


class _Front:
    def __init__(self, found: Differences, letters: Letters, language: Language) -> None:
        self._found, self._letters, self._language = found, letters, language
        self._y = TOP
        self._items: list[Item] = []
        self._sheets: Sheets = []

    def sheets(self) -> Sheets:
        found = self._found
        self._title()
        if found.same:
            self._text(self._word("same"), HEAD, "P")
        self._figures()
        self._pages()
        self._sentences()
        self._list("inputs", [f"{self._word(kind)}　{name}" for kind, name in found.inputs], [])
        if found.old.figures is None:
            self._text(self._word("figures-unknown"), TEXT, "P")
        if found.tool_changed:
            self._text(self._word("tool"), TEXT, "P")
        self._legend()
        self._turn()
        return self._sheets

    def _word(self, key: str, **values: object) -> str:
        return word(self._language, key, **values)

    def _turn(self) -> None:
        self._sheets.append((SHEET, tuple(self._items)))
        self._items, self._y = [], TOP

    def _room(self, height: float) -> None:
        if self._y + height > FOOT and self._items:
            self._turn()

    def _text(self, text: str, style: TextStyle, role: str, before: float = 0.0) -> None:
        _, height = self._letters.paragraph(text, (LEFT, 0.0), RIGHT - LEFT, style)
        self._room(height + before + (2 * TEXT.leading if role == "H2" else 0.0))
        items, height = self._letters.paragraph(text, (LEFT, self._y + before + style.size), RIGHT - LEFT, style)
        self._items.append(Marked(role, items))
        self._y += height + before

    def _title(self) -> None:
        found = self._found
        self._text(self._word("marked-title"), TITLE, "H1")
        self._text(self._word("marked-of", title=found.new.title or found.new.identifier), HEAD, "P", 4.0)
        values = {"old": found.old.label, "new": found.new.label}
        said = self._word("between", **values, pages_old=found.pages_old, pages_new=found.pages_new)
        self._text(said, TEXT, "P", 4.0)
        self._text(self._word("compared", delivery=found.new.files[found.delivery].name), TEXT, "P")
        counts = [("figures", found.figures), ("words", found.words), ("pages", found.pages)]
        if not found.same:
            self._text("　·　".join(self._word(key, count=len(told)) for key, told in counts), HEAD, "P", 8.0)

    def _figures(self) -> None:
        if not self._found.figures:
            return
        self._text(self._word("figures", count=len(self._found.figures)), HEAD, "H2", 16.0)
        head = [(self._word(key), TEXT_OLD) for key in ("name", "old", "new", "where", "source")]
        rows: list[Item] = [self._row(head, "TH")]
        for one in figure_groups(self._found.figures):
            cells = self._cells(one)
            if self._y + self._height(cells) > FOOT:
                self._items.append(Marked("Table", tuple(rows)))
                self._turn()
                rows = [self._row(head, "TH")]
            rows.append(self._row(cells, "TD"))
        self._items.append(Marked("Table", tuple(rows)))

    def _cells(self, one: FigureChange | Lot) -> list[Cell]:
        if isinstance(one, Lot):
            kind, count = self._word(one.kind), self._word("cells", count=one.total)
            return [(f"{one.table}[…]", TEXT), (kind, TEXT_OLD), (count, TEXT_NEW), ("", TEXT), ("", TEXT)]
        shown = one.new or one.old
        return [
            (one.name, TEXT),
            (one.old.shown if one.old else "—", TEXT_OLD),
            (one.new.shown if one.new else "—", TEXT_NEW),
            (pages_of(one, self._language), TEXT),
            (shown.place if shown else "", TEXT_OLD),
        ]

    def _height(self, cells: Sequence[Cell]) -> float:
        set_ = (
            self._letters.paragraph(text, (0.0, 0.0), self._measure(at), s)[1] for at, (text, s) in enumerate(cells)
        )
        return max(set_) + ROW

    @staticmethod
    def _measure(at: int) -> float:
        return COLUMNS[at + 1] - COLUMNS[at] - GAP

    def _row(self, cells: Sequence[Cell], role: str) -> Marked:
        top = self._y
        rule = Marked("Artifact", (Shape(line(LEFT, top, RIGHT, top), stroke=Stroke(EDGE, 0.3)),))
        made: list[Item] = [rule]
        for at, (text, style) in enumerate(cells):
            y = top + ROW / 2 + style.size
            items, _ = self._letters.paragraph(text, (LEFT + COLUMNS[at], y), self._measure(at), style)
            scope = (("Scope", "Column"),) if role == "TH" else ()
            made.append(Marked(role, items, attributes=scope))
        self._y = top + self._height(cells)
        return Marked("TR", tuple(made))

    def _list(self, key: str, lines: Sequence[str], pages: Sequence[int | None], count: int = 0) -> None:
        if not lines:
            return
        self._text(self._word(key, count=count or len(lines)), HEAD, "H2", 16.0)
        for at, text in enumerate(lines):
            height = self._letters.paragraph(text, (LEFT, 0.0), RIGHT - LEFT, TEXT)[1]
            self._room(height)
            items = self._letters.paragraph(text, (LEFT, self._y + TEXT.size), RIGHT - LEFT, TEXT)[0]
            page = pages[at] if at < len(pages) else None
            if page is not None:
                link = Link(LEFT, self._y, 60 * MM, TEXT.leading, f"#p{page}", self._word("page", page=page))
                items = (Marked("Link", (*items, link)),)
            self._items.append(Marked("P", items))
            self._y += height

    def _pages(self) -> None:
        """What became of pages; a line leads to its page, if it is about one."""
        lines = page_lines(self._found.pages, self._language)
        single = {page_line(one, self._language): one.new for one in self._found.pages}
        self._list("pages", lines, [single.get(text) for text in lines], len(self._found.pages))

    def _sentences(self) -> None:
        """The first changed sentences; all of them stand beside their pages."""
        told, more = self._found.words[:MOST_SENTENCES], len(self._found.words) - MOST_SENTENCES
        lines = [word_line(one, self._language) for one in told]
        lines += [self._word("more-beside", count=more)] if more > 0 else []
        self._list("words", lines, [one.page for one in told], len(self._found.words))

    def _legend(self) -> None:
        """What the colours of the pages mean."""
        if self._found.same:
            return
        self._room(40.0)
        y = self._y + 22.0
        x = LEFT
        for kind in LEGEND:
            colour = COLOURS[kind]
            box = rectangle(x, y - 7.0, 14.0, 9.0)
            shape = (
                Shape(box, stroke=Stroke(colour, 1.0, dash=(4.0, 2.5)))
                if kind == "look"
                else Shape(box, TINTS.get(kind, colour))
            )
            text = self._word(f"legend-{kind}")
            self._items.append(Marked("Artifact", (shape,)))
            self._items.append(Marked("P", self._letters.line(text, x + 18.0, y, TEXT)))
            x += 18.0 + self._letters.width(text, TEXT) + 16.0
        self._y = y
