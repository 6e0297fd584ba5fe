"""The catalog of a file: output intents, layers, actions, attachments, what it tells readers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from report.preflight.facts import Catalog, Intent, Layers
from report.preflight.inks import profile_of

MOST = 100_000
"""Nodes of a tree that are followed, so that one in a circle ends."""


def read_intents(root: Any) -> Iterator[Intent]:
    import pikepdf

    for intent in root.get("/OutputIntents", ()):
        held = intent.get("/DestOutputProfile")
        stream = held if isinstance(held, pikepdf.Stream) else None
        yield Intent(
            subtype=str(intent.get("/S", "")).removeprefix("/"),
            identifier=str(intent.get("/OutputConditionIdentifier", "")),
            info=str(intent.get("/Info", "")),
            registry=str(intent.get("/RegistryName", "")),
            profile=None if stream is None else profile_of(stream.read_bytes()),
            components=0 if stream is None else int(stream.get("/N", 0)),
            shared="" if stream is None else str(stream.objgen),
        )


def read_catalog(root: Any) -> Catalog:
    marks, viewer = root.get("/MarkInfo", {}), root.get("/ViewerPreferences", {})
    form = root.get("/AcroForm", {})
    names = root.get("/Names", {})
    areas = [key for key in ("/ViewArea", "/ViewClip", "/PrintArea", "/PrintClip") if key in viewer]
    return Catalog(
        version=str(root.get("/Version", "")).removeprefix("/"),
        language=str(root.get("/Lang", "")),
        marked=bool(marks.get("/Marked", False)),
        shows_title=bool(viewer.get("/DisplayDocTitle", False)),
        actions=tuple(_actions(root, names)),
        fields=len(form.get("/Fields", ())),
        xfa="/XFA" in form,
        embedded=tuple(_embedded(names.get("/EmbeddedFiles"))),
        areas=tuple(key[1:] for key in areas if str(viewer[key]) not in ("/MediaBox", "/BleedBox")),
        presentations="/AlternatePresentations" in names,
        structured="/StructTreeRoot" in root,
        outlines=sum(1 for _ in _outline(root)),
        labels="/PageLabels" in root,
    )


def _actions(root: Any, names: Any) -> Iterator[str]:
    """Actions of the whole file: at its opening, on its events, in its bookmarks."""
    import pikepdf

    opening = root.get("/OpenAction")
    if isinstance(opening, pikepdf.Dictionary):
        yield f"OpenAction {opening.get('/S', '')}"
    if "/AA" in root:
        yield "AA"
    if "/JavaScript" in names:
        yield "JavaScript"
    bookmarks = {str(item["/A"].get("/S", "")) for item in _outline(root) if "/A" in item}
    yield from (f"Outlines {kind}" for kind in sorted(bookmarks))


def _outline(root: Any) -> Iterator[Any]:
    """Every bookmark."""
    waiting = [root.get("/Outlines", {}).get("/First")]
    seen: set[object] = set()
    while waiting and len(seen) < MOST:
        item = waiting.pop()
        if item is None or item.objgen in seen:
            continue
        seen.add(item.objgen)
        yield item
        waiting += [item.get("/Next"), item.get("/First")]


def _embedded(tree: Any) -> Iterator[str]:
    """The names of attached files."""
    waiting = [] if tree is None else [tree]
    for _ in range(MOST):
        if not waiting:
            return
        node = waiting.pop()
        yield from (str(name) for name in list(node.get("/Names", ()))[0::2])
        waiting += list(node.get("/Kids", ()))


def read_layers(root: Any) -> Layers:
    held = root.get("/OCProperties")
    if held is None:
        return Layers()
    groups = {group.objgen for group in held.get("/OCGs", ())}
    configurations = [held["/D"], *held.get("/Configs", ())]
    faults = [fault for one in configurations for fault in _layer_faults(one, groups)]
    return Layers(len(groups), tuple(dict.fromkeys(faults)))


def _layer_faults(configuration: Any, groups: set[object]) -> Iterator[str]:
    if not str(configuration.get("/Name", "")):
        yield "Name"
    if "/AS" in configuration:
        yield "AS"
    if groups - set(_ordered(configuration.get("/Order", ()))):
        yield "Order"


def _ordered(order: Any, depth: int = 0) -> Iterator[object]:
    import pikepdf

    for one in order:
        if isinstance(one, pikepdf.Array) and depth < 20:
            yield from _ordered(one, depth + 1)
        elif isinstance(one, pikepdf.Dictionary):
            yield one.objgen
