"""A theme folder (theme.yaml, charts.yaml, pages.yaml) into colours, styles, block looks and page templates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from report import units
from report.colour import Cmyk, Colour, Spot
from report.content.source import Fields, Items, Node, Scalar, load
from report.content.spec import LEVELS, MANNERS, PUNCTUATION, Palette, Spec, StyleSpec
from report.likeness import likest
from report.problem import ContentError, Place, Problem, problem
from report.record import record
from report.resources import themes


@record
class Element:
    """One element of a page template: its kind, what it says, and the region it offers ("" = none)."""

    kind: str
    spec: Spec
    slot: str


@record
class Template:
    """A page template: elements in drawing order, the side it belongs on, what furniture it carries."""

    name: str
    side: str
    elements: tuple[Element, ...]
    spec: Spec

    @property
    def slots(self) -> tuple[str, ...]:
        return tuple(e.slot for e in self.elements if e.slot)


@record
class Theme:
    """Everything that decides the look; `files` are what it was read from, `mark` tells it from all others, "" where
    nobody asked what it is."""

    name: str
    palette: Palette
    styles: Mapping[str, StyleSpec]
    root: Spec
    templates: Mapping[str, Template]
    files: tuple[str, ...]
    mark: str = ""

    def table(self, name: str, row: str) -> Spec | None:
        """A row of a table of looks (tiles, openers)."""
        table = self.root.sub(name)
        return table.sub(row) if table.has(row) else None

    def block(self, name: str) -> Spec:
        """What a kind of block looks like unless a template says otherwise."""
        blocks = self.root.sub("blocks")
        return blocks.sub(name) if blocks.has(name) else Spec((), self.palette, self.styles)


Wanted = tuple[tuple[str, Place | None], ...]
"""Names of spot inks with their places."""


def read_theme(folder: Path, place: Place | None = None, spots: Wanted = ()) -> Theme:
    """Reads and checks a theme; raises ContentError with every problem of its colours and styles.

    `place` is where the report names the theme; `spots` are the spot inks of the theme that are to be printed.
    """
    theme, problems = examine_theme(folder, place, spots)
    if problems:
        raise ContentError(problems)
    return theme


def examine_theme(folder: Path, place: Place | None = None, spots: Wanted = ()) -> tuple[Theme, tuple[Problem, ...]]:
    """A theme as far as it can be understood, and what cannot; raises ContentError when its files cannot be read."""
    root, templates, files = _read(folder, place, ())
    problems: list[Problem] = []
    palette, styles = colours_and_styles(root, problems, spots)
    spec = Spec((root,), palette, styles)
    problems += _complaints(lambda own: own.text("name"), spec)
    name = root.get("name")
    built = read_templates(templates, spec, problems)
    problems += _unknown_colours(templates, palette)
    said = name.text if isinstance(name, Scalar) else folder.name
    return Theme(said, palette, styles, spec, built, files), tuple(problems)


def colours_and_styles(
    root: Fields, problems: list[Problem], spots: Wanted = ()
) -> tuple[Palette, Mapping[str, StyleSpec]]:
    """The colours and text styles of a theme's map; what is wrong with them joins the problems."""
    palette = _spotted(_palette(root, problems), root, spots, problems)
    return palette, {style.name: style for style in _styles(root, palette, problems)}


def built_in(name: str) -> Path:
    """The folder of a built-in theme, by its name or by its Chinese title (公文附件)."""
    folder = themes() / Path(name).name
    if folder.is_dir() or name.isascii():
        return folder
    for main in sorted(themes().glob("*/theme.yaml")):
        if name.encode() not in main.read_bytes():
            continue
        title = _fields(load(main)).get("title")
        said = title.get("zh") if isinstance(title, Fields) else None
        if isinstance(said, Scalar) and said.text == name:
            return main.parent
    return folder


def _read(folder: Path, place: Place | None, heirs: tuple[Path, ...]) -> tuple[Fields, Fields, tuple[str, ...]]:
    """The theme's map, its page templates and its files; what it does not say, the theme it inherits from says."""
    main, charts, pages = (folder / f"{name}.yaml" for name in ("theme", "charts", "pages"))
    if not main.is_file():
        known = sorted({p.parent.name for home in (folder.parent, themes()) for p in home.glob("*/theme.yaml")})
        near = likest(folder.name, known)
        raise ContentError([problem("unknown-theme", place, name=folder.name, near=near, all="、".join(known))])
    root = _fields(load(main))
    if charts.is_file():
        root = merged(root, _fields(load(charts)))
    templates = _fields(load(pages)) if pages.is_file() else Fields((), root.place)
    files = tuple(str(file) for file in (main, charts, pages) if file.is_file())
    named = root.get("inherits")
    if not isinstance(named, Scalar):
        return root, templates, files
    if Path(named.text).name != named.text:
        raise ContentError([problem("theme-value", named.place, key="inherits", wanted="@theme-name")])
    beside = folder.parent / named.text
    parent = beside if (beside / "theme.yaml").is_file() else themes() / named.text
    if parent.resolve() in (folder.resolve(), *heirs):
        raise ContentError([problem("theme-inherits-itself", named.place, name=named.text)])
    own = root.get("own-pages")
    own_pages = isinstance(own, Scalar) and own.value is True
    below, pages_below, files_below = _read(parent, named.place, (*heirs, folder.resolve()))
    if not own_pages:
        templates = merged(templates, pages_below)
    return merged(root, below), templates, (*files, *files_below)


def merged(first: Fields, second: Fields) -> Fields:
    """A map with what another one adds, map by map; what the first one says stays."""
    added = {key.text: value for key, value in second.entries}
    entries = [(key, _both(value, added.pop(key.text, None))) for key, value in first.entries]
    return Fields((*entries, *((key, value) for key, value in second.entries if key.text in added)), first.place)


def _both(first: Node, second: Node | None) -> Node:
    return merged(first, second) if isinstance(first, Fields) and isinstance(second, Fields) else first


def _is_none(node: Node) -> bool:
    """Whether an heir takes out what the theme above it has."""
    return isinstance(node, Scalar) and node.text == "none"


def _fields(node: Node) -> Fields:
    if not isinstance(node, Fields):
        raise ContentError([problem("theme-value", node.place, key="theme", wanted="{…}")])
    return node


def _palette(root: Fields, problems: list[Problem]) -> Palette:
    colours: dict[str, Colour] = {}
    node = root.get("colours")
    for key, value in node.entries if isinstance(node, Fields) else ():
        colour = _colour(value)
        if colour is None:
            problems.append(problem("theme-value", value.place, key=key.text, wanted="[C, M, Y, K]"))
        else:
            colours[key.text] = colour
    words = root.get("words")
    table = {k.text: v.text for k, v in words.entries if isinstance(v, Scalar)} if isinstance(words, Fields) else {}
    return Palette(colours, table)


def _spotted(palette: Palette, root: Fields, spots: Wanted, problems: list[Problem]) -> Palette:
    """The palette with the colours that spot inks print, each as a tint of its ink (spots.NAME: ink, alternate,
    colours)."""
    if not spots:
        return palette
    node = root.get("spots")
    given = {key.text: value for key, value in node.entries} if isinstance(node, Fields) else {}
    colours = dict(palette.colours)
    title = root.get("name")
    for name, place in spots:
        own = given.get(name)
        if not isinstance(own, Fields):
            theme = title.text if isinstance(title, Scalar) else ""
            problems.append(problem("no-spot", place, theme=theme, name=name, all="、".join(given)))
            continue
        spec = Spec((own,), palette, {})
        alternate = _colour(own.get("alternate") or own)
        if not isinstance(alternate, Cmyk):
            problems.append(problem("theme-value", own.place, key="alternate", wanted="[C, M, Y, K]"))
            continue
        printed = spec.sub("colours")
        for token in printed.names():
            colours[token] = Spot(spec.text("ink"), alternate, printed.number(token))
    return Palette(colours, palette.words)


def _colour(node: Node) -> Colour | None:
    """[C, M, Y, K] in percent, or {spot: NAME, alternate: [C, M, Y, K]}."""
    if isinstance(node, Items) and len(node.items) == 4:
        inks = [i.value for i in node.items if isinstance(i, Scalar)]
        if all(isinstance(i, int | float) and 0 <= i <= 100 for i in inks) and len(inks) == 4:
            c, m, y, k = (float(i) / 100 for i in inks if isinstance(i, int | float))
            return Cmyk(c, m, y, k)
    if isinstance(node, Fields):
        name, alternate = node.get("spot"), node.get("alternate")
        process = _colour(alternate) if alternate is not None else None
        if isinstance(name, Scalar) and isinstance(process, Cmyk):
            return Spot(name.text, process)
    return None


def _styles(root: Fields, palette: Palette, problems: list[Problem]) -> Iterator[StyleSpec]:
    node = root.get("styles")
    for key, value in node.entries if isinstance(node, Fields) else ():
        if not isinstance(value, Fields):
            problems.append(problem("theme-value", value.place, key=key.text, wanted="{face: …, size: …}"))
            continue
        spec = Spec((value,), palette, {})
        found = [error for check in STYLE_CHECKS for error in _complaints(check, spec)]
        problems += found
        if not found:
            yield _style(key.text, spec)


STYLE_CHECKS: tuple[Callable[[Spec], object], ...] = (
    lambda spec: spec.text("face"),
    lambda spec: spec.count("weight"),
    lambda spec: spec.pt("size"),
    lambda spec: spec.colour("colour", "ink"),
    lambda spec: spec.text("align", "justify"),
    lambda spec: spec.mm("leading", 0),
    lambda spec: spec.mm("pitch", 0),
    lambda spec: [spec.number(key, 0) for key in ("indent", "tracking", "han-latin", "drop-cap")],
    lambda spec: spec.choice("punctuation", PUNCTUATION, "line-end-half"),
    lambda spec: spec.choice("level", LEVELS, "gb"),
)
"""What is read of a style, one by one, so that all its mistakes are told."""


def _complaints(check: Callable[[Spec], object], spec: Spec) -> tuple[Problem, ...]:
    try:
        check(spec)
    except ContentError as error:
        return error.problems
    return ()


def _style(name: str, spec: Spec) -> StyleSpec:
    size = spec.pt("size")
    return StyleSpec(
        name=name,
        face=spec.text("face"),
        weight=spec.count("weight"),
        size=size,
        leading=spec.mm("leading", size * 1.4 / units.MM),
        colour=spec.text("colour", "ink"),
        align=spec.text("align", "justify"),
        indent=spec.number("indent", 0),
        tracking=spec.number("tracking", 0),
        han_latin=spec.number("han-latin", 0),
        pitch=spec.mm("pitch", 0),
        punctuation=spec.choice("punctuation", PUNCTUATION, "line-end-half"),
        level=spec.choice("level", LEVELS, "gb"),
        manners=frozenset(manner for manner in MANNERS if spec.flag(manner)),
        drop_cap=spec.count("drop-cap", 0),
    )


def read_templates(node: Fields, spec: Spec, problems: list[Problem]) -> dict[str, Template]:
    """Page templates by name, in the colours and styles of `spec`; what is wrong with them joins the problems."""
    built: dict[str, Template] = {}
    for key, inner in node.entries:
        if _is_none(inner):
            continue  # an heir takes it out
        try:
            built[key.text] = _template(key, inner, spec, problems)
        except ContentError as error:
            problems += error.problems
    return built


def _template(name: Scalar, node: Node, spec: Spec, problems: list[Problem]) -> Template:
    fields = _fields(node)
    own = Spec((fields,), spec.palette, spec.styles)
    listed = fields.get("elements")
    elements = []
    for item in listed.items if isinstance(listed, Items) else ():
        if not isinstance(item, Fields) or len(item.entries) != 1 or not isinstance(item.entries[0][1], Fields):
            problems.append(problem("theme-value", item.place, key="elements", wanted="- kind: {…}"))
            continue
        (kind, inner) = item.entries[0]
        element = Spec((_fields(inner),), spec.palette, spec.styles)
        elements.append(Element(kind.text, element, element.text("slot", "")))
    return Template(name.text, own.text("side", "any"), tuple(elements), own)


def _unknown_colours(node: Node, palette: Palette) -> Iterator[Problem]:
    """Colours that a template names and nobody declares; roles of schemes are allowed."""
    roles = {"ground", "text", "soft", "tone", "flower", "none"}
    known = roles | set(palette.colours) | set(palette.words)
    for key, value in _pairs(node):
        if not (key.endswith(("colour", "colours")) or key in ("fill", "pale", "pales", "track")):
            continue
        for item in value.items if isinstance(value, Items) else (value,):
            if isinstance(item, Scalar) and item.text not in known:
                yield problem(
                    "unknown-colour", item.place, name=item.text, near=palette.nearest(item.text), all=palette.known()
                )


def _pairs(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Fields):
        for key, value in node.entries:
            yield key.text, value
            yield from _pairs(value)
    elif isinstance(node, Items):
        for item in node.items:
            yield from _pairs(item)
