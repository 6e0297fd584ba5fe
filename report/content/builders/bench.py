"""What every builder of blocks needs: the scope, the report's folder, and the ways in which forms become values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from report.content import numerals, prose
from report.content.expression import Quantity, Scope, evaluate, in_unit, quantity, unknown
from report.content.form import Form, Log
from report.content.keys import WORDS
from report.content.model import Block, Common, Guest, Photo, Prose
from report.content.nearest import nearest_file
from report.content.source import Node, Scalar
from report.problem import Place


class Bench:
    """The scope of names, the folder of the report's files, and the list of those that it names."""

    def __init__(self, scope: Scope, folder: Path) -> None:
        self.scope, self.folder, self.log = scope, folder, scope.log
        self.inputs: list[str] = []
        self.guests: Mapping[str, Guest] = {}

    def blocks(self, nodes: Sequence[Node]) -> tuple[Block, ...]:
        """The blocks of a list; what is wrong is noted and left out."""
        from report.content.builders.dispatch import built_blocks

        return built_blocks(self, nodes)

    def line(self, form: Form, name: str) -> Prose:
        return prose.line(form.node(name), self.scope)

    def unnoted(self, form: Form, name: str) -> Prose:
        """A line whose marks lead to notes that stand elsewhere."""
        return prose.unnoted(form.node(name), self.scope)

    def prose(self, form: Form, name: str) -> Prose:
        return prose.prose(form.node(name), self.scope)

    def lines(self, form: Form, name: str) -> tuple[Prose, ...]:
        """A list of lines."""
        return tuple(prose.line(item, self.scope) for item in form.items(name))

    def common(self, form: Form) -> Common:
        """What any block may say of itself."""
        return Common(
            anchor=form.text("anchor"),
            only=_deliveries(form, "only"),
            excepted=_deliveries(form, "except"),
            style=form.text("style"),
            bleed=form.flag("bleed"),
            unsplit=form.flag("unsplit"),
            start=form.word("start", "side", ""),
        )

    def fact(self, form: Form) -> Quantity | None:
        """The fact that the form names, in its own unit or the one given here."""
        name = form.text("fact")
        if not name:
            return None
        fact = self.scope.facts.get(name)
        if fact is None:
            self.log.problems.append(unknown(self.scope, name, form.at("fact"), self.scope.facts))
            return None
        return in_unit(fact, form.text("unit")) if form.has("unit") else quantity(fact)

    def worked_out(self, form: Form, name: str) -> Quantity | None:
        """The number of an expression; a text is reported."""
        if not form.text(name):
            return None
        value = evaluate(form.text(name), _inside(form, name), self.scope)
        if value is None or isinstance(value, Quantity):
            return value
        self.log.add("not-a-number", form.at(name), text=value.text)
        return None

    def photo(self, form: Form) -> Photo | None:
        """The picture that a form names; None when it names none."""
        if not form.has("file"):
            return None
        self.file(form, "file")
        spread = form.flag("spread")
        focus = self._focus(form)
        return Photo(
            file=form.text("file"),
            focus=focus,
            alt=form.text("alt"),
            caption=self.line(form, "caption"),
            place=form.place,
            spread=spread,
            credit=self.line(form, "credit"),
            number=form.count("page", 1, 1) if form.has("page") else 1,
        )

    def file(self, form: Form, name: str) -> str:
        """A named file, checked."""
        file = form.text(name)
        self.exists(file, form.at(name))
        return file

    def exists(self, file: str, place: Place) -> bool:
        """Whether a file exists and lies in the report's folder; if so it is one of the inputs, else a problem."""
        return file_in(self.folder, file, place, self.log, self.inputs)

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


def _deliveries(form: Form, name: str) -> tuple[str, ...]:
    """Deliveries by key, so that a report says the same in both languages."""
    return tuple(WORDS["delivery"].get(said, said) for said in form.texts(name))


def _inside(form: Form, name: str) -> Place:
    """Where the text of a value begins, inside its quotation marks if it has some."""
    node = form.node(name)
    quoted = isinstance(node, Scalar) and not node.plain
    place = form.at(name)
    return place._replace(column=place.column + 1) if quoted else place


def file_in(folder: Path, file: str, place: Place, log: Log, inputs: list[str]) -> bool:
    """Whether a named file exists and lies in the report's folder; if so it joins the inputs, else it is a problem."""
    try:
        path = (folder / file).resolve()
        inside, there = path.is_relative_to(folder.resolve()), path.is_file()
        beside = sorted(p.name for p in path.parent.glob(f"*{path.suffix}")) if inside and path.parent.is_dir() else []
    except (OSError, ValueError):  # a name that no file system takes
        inside, there, beside = True, False, []
    if not inside:
        log.add("path-outside", place, file=file)
    elif not there:
        log.add("missing-file", place, file=file, near=nearest_file(Path(file).name, beside))
    else:
        inputs.append(str(folder / file))
    return inside and there
