"""Forms into the records of the model: one function for each kind of block."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from report.content import numerals, prose
from report.content.expression import Quantity, Scope, evaluate, in_unit, quantity
from report.content.form import Form, blocks, nearest, open_form
from report.content.keys import Key
from report.content.model import (
    Block,
    Card,
    Cards,
    Chart,
    Colophon,
    Contents,
    Derived,
    Figure,
    Photo,
    Prose,
    Quote,
    Series,
    Step,
    Steps,
    Text,
    Topic,
    Wall,
    WheelNode,
    YearWheel,
)
from report.content.source import Fields, Items, Node, Scalar
from report.problem import Place

NO_FIGURE = Figure("", "", "")
LEAP_YEAR = 2024
"""A year in which every day that a year can have exists."""


class Builder:
    """Makes blocks; `folder` is where the report's files are, `inputs` collects the files that it names."""

    def __init__(self, scope: Scope, folder: Path) -> None:
        self.scope, self.folder = scope, folder
        self.log = scope.log
        self.inputs: list[str] = []

    def blocks(self, nodes: Sequence[Node]) -> tuple[Block, ...]:
        """The blocks of a list; what is wrong is noted and left out."""
        built = (self._block(key, written, value) for key, written, value in blocks(nodes, self.log))
        return tuple(block for block in built if block is not None)

    def card(self, form: Form) -> Card:
        """A figure with its label: a fact, or a printed form that is no fact (5章)."""
        found = self._fact(form)
        figure = found.figure if found else numerals.figure(form.text("printed"))
        if found is None and not form.has("fact") and not form.has("printed"):
            self.log.add("card-empty", form.place)
        mini = form.form("mini", "chart")
        return Card(
            figure=figure,
            label=self._line(form, "label"),
            note=self._line(form, "note"),
            place=form.place,
            fact=found.fact if found else "",
            span=form.count("span", 1, 1),
            ground=form.text("ground"),
            mini=self.chart(mini) if mini else None,
        )

    def chart(self, form: Form, kind: str = "flower") -> Chart:
        """A chart of one fact, of listed values, or of one worked-out value; `kind` unless the author names one."""
        listed = [self._series(item) for name in ("series", "groups") for item in form.forms(name, "series")]
        if not listed:
            listed = [self._series(form)]
        per = form.number("per", Decimal(1))
        if per <= 0:
            self.log.add("not-positive", form.at("per"), key=self.log.shown(form.shape["per"]), value=per)
            per = Decimal(1)
        return Chart(
            kind=form.word("kind", "chart", kind),
            title=self._line(form, "title"),
            label=self._line(form, "label"),
            series=tuple(series for series in listed if series is not None),
            place=form.place,
            per=per,
            icon=form.word("icon", "icon", ""),
            legend=form.flag("legend"),
            alt=form.text("alt"),
        )

    def _block(self, key: Key, written: Scalar, value: Node) -> Block | None:
        if key.name in MAPS:
            shape, build = MAPS[key.name]
            form = open_form(value, shape, self.log)
            return build(self, form) if form else None
        if key.name in LISTS:
            shape, gather = LISTS[key.name]
            items = value.items if isinstance(value, Items) else ()
            forms = [form for item in items if (form := open_form(item, shape, self.log))]
            return gather(self, forms, written.place)
        match key.name:
            case "text":
                return Text(prose.prose(value, self.scope), written.place)
            case "imprint":
                return self._colophon(value, written.place)
        self.log.add("block-not-here", written.place, block=written.text)
        return None

    def _chart(self, form: Form) -> Chart:
        if not form.has("kind"):
            self.log.add("missing-key", form.place, key=self.log.shown(form.shape["kind"]))
        return self.chart(form)

    def _cards(self, forms: Sequence[Form], place: Place) -> Cards:
        return Cards(tuple(self.card(form) for form in forms), place)

    def _wall(self, forms: Sequence[Form], place: Place) -> Wall:
        return Wall(tuple(self.card(form) for form in forms), place)

    def _steps(self, forms: Sequence[Form], place: Place) -> Steps:
        return Steps(tuple(Step(self._line(f, "title"), self._line(f, "text")) for f in forms), place)

    def _topic(self, form: Form) -> Topic:
        return Topic(
            title=self._line(form, "title"),
            claim=self._line(form, "claim"),
            text=self._prose(form, "text"),
            aside=self.blocks(form.items("aside")),
            place=form.place,
        )

    def _quote(self, form: Form) -> Quote:
        return Quote(self._prose(form, "text"), self._line(form, "source"), form.place)

    def _photo(self, form: Form) -> Photo:
        file = form.text("file")
        if form.has("file"):
            self._check_file(file, form.at("file"))
        return Photo(file, self._focus(form), form.text("alt"), self._line(form, "caption"), form.place)

    def _check_file(self, file: str, place: Place) -> None:
        """A named file exists, and lies in the report's folder."""
        path = (self.folder / file).resolve()
        if not path.is_relative_to(self.folder.resolve()):
            self.log.add("path-outside", place, file=file)
        elif not path.is_file():
            beside = [p.name for p in path.parent.glob("*")] if path.parent.is_dir() else []
            near = nearest(path.name, sorted(beside)) if beside else ""
            self.log.add("missing-file", place, file=file, near=near)
        else:
            self.inputs.append(str(self.folder / file))

    def _focus(self, form: Form) -> tuple[float, float]:
        """The point of a picture that must stay, as shares of its width and height."""
        if not form.has("focus"):
            return 0.5, 0.5
        values = [numerals.parse(text) for text in form.texts("focus")]
        if len(values) != 2 or not all(v is not None and 0 <= v <= 1 for v in values):
            self.log.add("bad-focus", form.at("focus"))
            return 0.5, 0.5
        across, down = (float(v) for v in values if v is not None)
        return across, down

    def _wheel(self, form: Form) -> YearWheel:
        nodes = (self._node(item) for item in form.forms("nodes", "node"))
        spans = (self._span(item) for item in form.forms("spans", "span"))
        months = [self._month(text, form.at("months")) for text in form.texts("months")]
        return YearWheel(
            text=self._line(form, "text"),
            nodes=tuple(node for node in nodes if node is not None),
            spans=tuple(span for span in spans if span is not None),
            span_name=self._line(form, "span-name"),
            span_note=self._line(form, "span-note"),
            months=tuple(month for month in months if month),
            place=form.place,
        )

    def _node(self, form: Form) -> WheelNode | None:
        text = form.text("date")
        found = re.fullmatch(r"(\d{1,2})-(\d{1,2})", text)
        try:
            day = date(LEAP_YEAR, int(found[1]), int(found[2])) if found else None
        except ValueError:
            day = None
        if day is None:
            if form.has("date"):
                self.log.add("bad-day", form.at("date"), text=text)
            return None
        name, note = self._line(form, "name"), self._line(form, "note")
        return WheelNode(day.month, day.day, name, note, form.text("colour", "crimson"), form.at("colour"))

    def _span(self, form: Form) -> tuple[int, int] | None:
        first, last = (self._month(form.text(name), form.at(name)) for name in ("first", "last"))
        if not first or not last:
            return None
        if last < first:
            self.log.add("span-backwards", form.place, first=first, last=last)
            return None
        return first, last

    def _month(self, text: str, place: Place) -> int:
        value = numerals.parse(text)
        if value is None or value != int(value) or not 1 <= value <= 12:
            self.log.add("bad-month", place, text=text)
            return 0
        return int(value)

    def _contents(self, form: Form) -> Contents:
        return Contents(form.place)

    def _colophon(self, node: Node, place: Place) -> Colophon:
        rows = []
        for key, value in node.entries if isinstance(node, Fields) else ():
            rows.append((key.text, prose.line(value, self.scope)))
        return Colophon(tuple(rows), place)

    def _derived(self, form: Form) -> Derived | None:
        formula = form.text("formula")
        if not formula:
            return None
        value = evaluate(formula, _inside(form, "formula"), self.scope)
        if value is None:
            return None
        if not isinstance(value, Quantity):
            self.log.add("not-a-number", form.at("formula"), text=value.text)
            return None
        printed = form.text("printed") or numerals.wording(value.value)
        if not numerals.agrees(printed, value.value, "rounded"):
            said = f"{value.value:f}"
            self.log.add("printed-disagrees", form.at("printed"), printed=printed, value=said, name=formula)
        figure = numerals.figure(printed + form.text("unit"))
        return Derived(self._line(form, "label"), figure, value.value, self._spelled(formula), form.place)

    def _spelled(self, formula: str) -> str:
        """The formula in printed figures: 1391万元 ÷ 1391人."""
        signs = {"/": "÷", "*": "×"}

        def said(found: re.Match[str]) -> str:
            fact = self.scope.facts.get(found[0])
            return quantity(fact).figure.text if fact else signs.get(found[0], found[0])

        return re.sub(r"[^\W\d]\w*|[/*]", said, formula)

    def _series(self, form: Form) -> Series | None:
        """One plotted value, from a fact or an expression."""
        found = self._fact(form)
        if found is None and form.text("value"):
            value = evaluate(form.text("value"), _inside(form, "value"), self.scope)
            found = value if isinstance(value, Quantity) else None
        if found is None:
            if not form.has("fact") and not form.has("value"):
                self.log.add("chart-empty", form.place)
            return None
        label = self._line(form, "label")
        return Series(found.value, found.approx, found.figure, label, found.fact, form.place)

    def _fact(self, form: Form) -> Quantity | None:
        """The fact that the form names, in its own unit or the one given here."""
        name = form.text("fact")
        if not name:
            return None
        fact = self.scope.facts.get(name)
        if fact is None:
            near = nearest(name, tuple(self.scope.facts))
            self.log.add("unknown-fact", form.at("fact"), name=name, near=near)
            return None
        return in_unit(fact, form.text("unit")) if form.has("unit") else quantity(fact)

    def _line(self, form: Form, name: str) -> Prose:
        return prose.line(form.node(name), self.scope)

    def _prose(self, form: Form, name: str) -> Prose:
        return prose.prose(form.node(name), self.scope)


def _inside(form: Form, name: str) -> Place:
    """Where the text of a value begins, inside its quotation marks if it has some."""
    node = form.node(name)
    quoted = isinstance(node, Scalar) and not node.plain
    place = form.at(name)
    return place._replace(column=place.column + 1) if quoted else place


MAPS: Mapping[str, tuple[str, Callable[[Builder, Form], Block | None]]] = {
    "chart": ("chart", Builder._chart),
    "topic": ("topic", Builder._topic),
    "quote": ("quote", Builder._quote),
    "photo": ("photo", Builder._photo),
    "year-wheel": ("wheel", Builder._wheel),
    "contents": ("contents", Builder._contents),
    "derived": ("derived", Builder._derived),
}
"""Blocks whose body is a map: its shape, and what makes the block."""

LISTS: Mapping[str, tuple[str, Callable[[Builder, Sequence[Form], Place], Block]]] = {
    "kpi": ("card", Builder._cards),
    "kpi-wall": ("card", Builder._wall),
    "steps": ("step", Builder._steps),
}
"""Blocks whose body is a list of maps."""
