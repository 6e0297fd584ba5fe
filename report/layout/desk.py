"""The desk where a page is set: theme and faces at hand, text into marked items, problems into one list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from report.colour import Colour
from report.content.model import Inline, Prose
from report.content.spec import Spec, StyleSpec
from report.content.theme import Theme
from report.drawing import Item, Marked
from report.memory import Memory
from report.named import NamedTuple
from report.problem import Place, Problem, problem
from report.record import field, holder, replace
from report.typeset import Line, Span, TextStyle, set_line, set_paragraph
from report.typeset.faces import Faces, missing_glyph_problem
from report.units import mm

if TYPE_CHECKING:
    from report.layout.again import Again

TOLERANCE = 0.01
"""Points by which a measured length may exceed its room."""
NO_GLYPH = frozenset("\n\u3000")
"""What is space or a line end, never a glyph."""


class Frame(NamedTuple):
    """Room for a block: top left corner, width, and the lowest y it may use, in points."""

    x: float
    y: float
    width: float
    foot: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.x + x, self.y + y


class Placed(NamedTuple):
    """A block on its place; `bottom` is the lowest baseline or edge."""

    items: tuple[Item, ...]
    bottom: float


@holder
class Desk:
    """Theme, faces and cache of one build.

    `language` (BCP 47) chooses the rules of composition; `page` is the page being set, 0 while that is not known and on
    a cover without numbers; `problems` is what was found while setting, `codes` are the places of codes by the keys of
    their figures. `again` has what the last layout of the report left, in a process that lays it out once more.
    """

    theme: Theme
    faces: Faces
    cache: Memory
    folder: str
    language: str = "zh-Hans"
    page: int = 0
    problems: list[Problem] = field(default_factory=list)
    codes: dict[str, Place | None] = field(default_factory=dict)
    again: Again | None = None
    looks: dict[str, Spec] = field(default_factory=dict)
    """Of kinds of blocks, as far as blocks were set."""
    styles: dict[tuple[object, ...], tuple[TextStyle, StyleSpec]] = field(default_factory=dict)
    """Of what was set so far, by the theme's style, which is held, and what was wished beside it."""

    def report(self, found: Problem) -> None:
        """Note a problem of this page, once."""
        paged = replace(found, page=self.page) if found.page is None and self.page > 0 else found
        if paged not in self.problems:
            self.problems.append(paged)

    def tell(self, problems: Iterable[Problem]) -> None:
        """Note problems of this page."""
        for one in problems:
            self.report(one)

    @contextmanager
    def apart(self) -> Iterator[list[Problem]]:
        """Problems of a block whose page is not known yet, in a list of their own."""
        page, self.page = self.page, 0
        try:
            with self.overheard() as problems:
                yield problems
        finally:
            self.page = page

    @contextmanager
    def overheard(self) -> Iterator[list[Problem]]:
        """What is reported meanwhile, in a list of its own."""
        problems, self.problems = self.problems, []
        try:
            yield self.problems
        finally:
            self.problems = problems

    def style(
        self, spec: StyleSpec, colour: Colour | None = None, align: str = "", size: float = 0.0, weight: int = 0
    ) -> TextStyle:
        """A style of the theme as the composer takes it, with a colour, alignment, size or weight of the moment; the
        same one for the same wish, since most of a run asks whether two are alike."""
        wish = (id(spec), colour, align, size, weight)
        found = self.styles.get(wish)
        if found is None:
            found = self.styles[wish] = self._styled(spec, colour, align, size, weight), spec
        return found[0]

    def _styled(self, spec: StyleSpec, colour: Colour | None, align: str, size: float, weight: int) -> TextStyle:
        aligned = align or spec.align
        return TextStyle(
            family=spec.face,
            weight=weight or spec.weight,
            size=size or spec.size,
            leading=spec.leading,
            colour=colour or self.theme.root.ink(spec.colour),
            align=aligned if aligned in ("left", "right", "centre") else "justify",  # type: ignore[arg-type]
            indent=spec.indent,
            tracking=spec.tracking,
            han_latin=spec.han_latin,
            punctuation=spec.punctuation,
            level=spec.level,
            language=self.language,
            drop_cap=spec.drop_cap,
            phrases="phrases" in spec.manners,
            balance="balance" in spec.manners,
            tabular="tabular" in spec.manners,
            tight="tight" in spec.manners,
            hanging="hanging" in spec.manners,
            grid="grid" in spec.manners,
            fixed="fixed" in spec.manners,
        )

    def text(
        self,
        prose: Prose,
        frame: Frame,
        style: TextStyle,
        *,
        between: float = 0.0,
        role: str = "P",
        language: str = "",
    ) -> Placed:
        """Paragraphs from a first baseline at the frame's y downwards; too long for the frame is a problem."""
        items: list[Item] = []
        y, last = frame.y, frame.y
        for paragraph in prose:
            lines = set_paragraph(spans(paragraph, style, self.theme), frame.width, style, self.faces)
            self.tell(lines.problems)
            items.append(Marked(role, lines.items(frame.x, y), language=language, place=place_of((paragraph,))))
            last = y + lines.height
            y = last + style.leading + between
        if last > frame.foot + TOLERANCE and prose:
            over = (last - frame.foot) / style.leading
            self.report(
                problem(
                    "text-overflow", place_of(prose), over=f"{mm(last - frame.foot):.1f}", lines=max(1, round(over))
                )
            )
        return Placed(tuple(items), last)

    def line(self, content: Prose | str, x: float, y: float, style: TextStyle, width: float = 0.0) -> tuple[Item, ...]:
        """One line on the baseline y; with `width`, aligned within it and reported when it does not fit."""
        found = self.measured(content, style)
        room = width - found.width
        if width and room < -TOLERANCE:
            place = place_of(content) if not isinstance(content, str) else None
            self.report(problem("line-overflow", place, text=found.text, over=f"{mm(-room):.1f}"))
        shift = {"right": room, "centre": room / 2}.get(style.align, 0.0) if width else 0.0
        return found.items(x + shift, y)

    def measured(self, content: Prose | str, style: TextStyle) -> Line:
        """One line at its natural width, at the origin."""
        given = (
            [Span(content)] if isinstance(content, str) else spans([i for p in content for i in p], style, self.theme)
        )
        return self.set(given, style)

    def set(self, given: Sequence[Span], style: TextStyle) -> Line:
        """One line; characters without a glyph are reported."""
        for span in given:
            self._check_glyphs(span, span.style or style)
        return set_line(given, style, self.faces)

    def _check_glyphs(self, span: Span, style: TextStyle) -> None:
        for i, char in enumerate(span.text):
            if char not in NO_GLYPH and self.faces.find(char, style.family, style.weight, style.slant) is None:
                place = span.place._replace(column=span.place.column + i) if span.place else None
                self.report(missing_glyph_problem(char, style.family, place))


def placed(found: Line, x: float, y: float) -> tuple[Item, ...]:
    """A line with its left end at x on the baseline y."""
    return found.items(x, y)


def spans(inlines: Iterable[Inline], style: TextStyle, theme: Theme) -> list[Span]:
    """Inlines as the composer takes them; the theme says in which faces strong and kai are set."""
    kinds: dict[str, TextStyle | None] = {"text": None}
    found = []
    for inline in inlines:
        if inline.kind not in kinds:
            faces = theme.root.sub("inline")
            kinds[inline.kind] = marked(faces.sub(inline.kind), style) if faces.has(inline.kind) else None
        found.append(_span(inline, kinds[inline.kind], style))
    return found


def marked(face: Spec, style: TextStyle) -> TextStyle:
    """The style of marked words: what the theme says of them, and the line's for the rest."""
    return replace(
        style,
        family=face.text("face"),
        weight=face.count("weight"),
        size=style.size * face.number("size", 1.0),
        colour=face.colour("colour") if face.has("colour") else style.colour,
        fixed=face.flag("fixed"),
    )


def _span(inline: Inline, own: TextStyle | None, style: TextStyle) -> Span:
    """An inline with its marks, in its own style or the paragraph's."""
    if inline.tracking:
        own = replace(own or style, tracking=inline.tracking)
    return Span(
        inline.text,
        own,
        inline.place,
        dots=inline.dots,
        rule=inline.rule,
        ruby=inline.ruby,
        link=inline.link.removeprefix("#"),
        note=inline.note,
        script=inline.script,
    )


def place_of(prose: Prose) -> Place | None:
    """Where a text begins."""
    return next((i.place for p in prose for i in p), None)


def plain(prose: Prose) -> str:
    """A text without its markup, note marks and forced line ends."""
    return "".join(i.text for p in prose for i in p if not i.note).replace("\n", "")
