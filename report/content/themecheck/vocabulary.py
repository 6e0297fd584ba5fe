"""The format of themes (themes/format.yaml): which keys a map may have, and what stands behind each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from report.content.source import Fields, Scalar, load
from report.named import NamedTuple
from report.record import record
from report.resources import themes


class Key(NamedTuple):
    """A key of a theme: what its value must be, and what it is for."""

    kind: str
    zh: str
    en: str


@record
class Vocabulary:
    """Maps by name: what each says itself, and what it takes over from others."""

    own: Mapping[str, Mapping[str, Key]]
    included: Mapping[str, tuple[str, ...]]

    def keys(self, name: str) -> Mapping[str, Key]:
        """The keys of a map with those that it takes over."""
        if name == ANY_LOOK:
            return self.any_look()
        found: dict[str, Key] = {}
        for other in self.included.get(name, ()):
            found.update(self.keys(other))
        return {**found, **self.own.get(name, {})}

    def any_look(self) -> Mapping[str, Key]:
        """Keys of all looks: a region may hold any block. A key that means several things is of any kind."""
        found: dict[str, Key] = {}
        for name in self.looks():
            for key, row in self.keys(name).items():
                same = key not in found or found[key].kind == row.kind
                found[key] = row if same else row._replace(kind="any")
        return found

    def looks(self) -> tuple[str, ...]:
        """Names of blocks and charts that have a look."""
        return tuple(self.keys("looks"))

    def elements(self) -> tuple[str, ...]:
        """Kinds of elements of page templates."""
        return tuple(name.removeprefix(ELEMENT) for name in self.own if name.startswith(ELEMENT))


ELEMENT = "element-"
ANY_LOOK = "any-look"


@cache
def vocabulary() -> Vocabulary:
    """The format that comes with the package."""
    root = load(themes() / "format.yaml")
    assert isinstance(root, Fields)
    maps = {name.text: dict(_rows(node)) for name, node in root.entries if isinstance(node, Fields)}
    included = {name: tuple(keys.pop(INCLUDES).kind.split()) for name, keys in maps.items() if INCLUDES in keys}
    return Vocabulary(maps, included)


INCLUDES = "includes"


def _rows(node: Fields) -> Iterator[tuple[str, Key]]:
    for name, value in node.entries:
        assert isinstance(value, Scalar)
        kind, *said = (part.strip() for part in value.text.split("|"))
        yield name.text, Key(kind, *said) if said else Key(kind, "", "")
