"""Numbers of figures and tables before their titles, and references that have no words of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from report.content.model import (
    PLAIN,
    Blocks,
    Chapter,
    Chart,
    Columns,
    Inline,
    MapBlock,
    Photo,
    Prose,
    Report,
    Section,
    TableBlock,
    TemplatePage,
    Topic,
)
from report.content.spec import Spec
from report.content.theme import Theme
from report.layout.blocks.dispatch import WORDS
from report.layout.book import anchors_of
from report.layout.desk import plain
from report.layout.inside import SIMPLE, inlines
from report.layout.numbering import Numbered
from report.record import field, field_names, holder, replace

TITLES = {Chart: ("figure", "title"), Photo: ("figure", "caption"), TableBlock: ("table", "title")}
"""What is counted: the theme's form of its number, and the words before which that stands."""
ENDS = "　、.． "
"""What parts a number from its title."""


def captioned(items: tuple[Numbered, ...], theme: Theme) -> tuple[Numbered, ...]:
    """The body with a number before each title that the theme counts, and with every reference in words."""
    forms = theme.root.sub("numbering") if theme.root.has("numbering") else Spec((), theme.palette, theme.styles)
    counts = _Counts(forms)
    found = [one._replace(item=counts.block(one.item, one.label, one.chapter)) for one in items]
    return tuple(
        one._replace(item=_filled(one.item, counts.names)) if any(map(_wordless, inlines(one.item))) else one
        for one in found
    )


@holder
class _Counts:
    """How many of each there were, in the chapter where the form names one; what each named block is called."""

    forms: Spec
    numbers: Counter[tuple[str, int]] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)

    def block(self, item: Any, label: str, chapter: int) -> Any:
        """A block with the blocks inside it."""
        match item:
            case Chart() | TableBlock() | Photo():
                label, item = self._counted(item, chapter)
            case MapBlock():
                label, photo = self._counted(item.photo, chapter)
                item = replace(item, photo=photo)
            case Columns():
                columns = tuple(tuple(self.block(one, "", chapter) for one in column) for column in item.columns)
                item = replace(item, columns=columns)
            case Topic():
                item = replace(item, aside=tuple(self.block(one, "", chapter) for one in item.aside))
            case TemplatePage():
                item = replace(item, regions={name: self._region(one, chapter) for name, one in item.regions.items()})
            case _:
                pass
        self._name(item, label)
        return item

    def _region(self, region: Any, chapter: int) -> Any:
        if not isinstance(region, Blocks):
            return region
        return replace(region, blocks=tuple(self.block(one, "", chapter) for one in region.blocks))

    def _counted(self, item: Chart | TableBlock | Photo, chapter: int) -> tuple[str, Any]:
        """What is untitled has no number."""
        name, words = TITLES[type(item)]
        prose: Prose = getattr(item, words)
        if not prose or not self.forms.has(name):
            return "", item
        form = self.forms.text(name)
        own = (name, chapter if "{chapter}" in form else 0)
        self.numbers[own] += 1
        label = form.format(n=self.numbers[own], chapter=chapter)
        changed: dict[str, Any] = {words: ((Inline(label, item.place, "number"), *prose[0]), *prose[1:])}
        return label, replace(item, **changed)

    def _name(self, item: Any, label: str) -> None:
        """A named block is called by its number, or by its title where it has none."""
        named = label.strip(ENDS) or _title(item)
        for name in anchors_of(getattr(item, "common", PLAIN).anchor, WORDS.get(type(item), "")):
            self.names.setdefault(name, named)


def _title(item: Any) -> str:
    match item:
        case Chapter() | Section() | Topic() | Chart() | TableBlock():
            return plain(item.title)
        case TemplatePage():
            return item.chapter or item.contents
    return ""


def _wordless(inline: Inline) -> bool:
    """Whether a reference has no words of its own."""
    return not inline.text and inline.link.startswith("#")


def _filled(part: Any, names: Mapping[str, str]) -> Any:
    """A part of the report with every reference in words; the same object where there is nothing to fill in."""
    if isinstance(part, Inline):
        return part._replace(text=names.get(part.link[1:], "") or part.link[1:]) if _wordless(part) else part
    if part.__class__ in SIMPLE or isinstance(part, Report):
        return part
    if isinstance(part, Mapping):
        changed = {name: _filled(value, names) for name, value in part.items()}
        return part if all(changed[name] is value for name, value in part.items()) else changed
    if isinstance(part, tuple):
        inside = tuple(_filled(one, names) for one in part)
        if all(a is b for a, b in zip(inside, part, strict=True)):
            return part
        return inside if type(part) is tuple else type(part)(*inside)
    own = {name: getattr(part, name) for name in field_names(part.__class__)}
    new = {name: filled for name, value in own.items() if (filled := _filled(value, names)) is not value}
    return replace(part, **new) if new else part
