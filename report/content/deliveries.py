"""The deliveries of a report: standards, condition, layout and finish, with what one of each name usually is."""

from __future__ import annotations

import re

from report.content.builders import Bench
from report.content.form import Form, nearest, open_form, scalars, word
from report.content.keys import WORDS
from report.content.model import Delivery, Edition, Finish
from report.content.source import Fields, Items, Scalar
from report.standards import SCREEN, STANDARDS, conflict

DELIVERIES = {key: name for name, key in WORDS["delivery"].items()}
"""The deliveries that have names in both languages: the Chinese one, by key."""
USUAL = {
    "press": ("PDF/X-4", "PDF/A-2u", "PDF/UA-1"),
    "office": ("PDF/A-2u", "PDF/UA-1"),
    "screen": ("PDF/A-2u", "PDF/UA-1"),
}
"""Standards of a delivery that names none."""
PROFILES = (".icc", ".icm")
"""Endings of a printing condition that is a file of the shop's own."""
REFUSED = {"OFD": "standard-ofd"}
"""Standards that are understood and refused, with the code that says why."""


def deliveries(form: Form, bench: Bench) -> tuple[Delivery, ...]:
    node = form.node("deliveries")
    if not isinstance(node, Fields) or not node.entries:
        return (Delivery("印厂", "press", USUAL["press"], "FOGRA39", None),)
    found: list[Delivery] = []
    for name, value in node.entries:
        own = open_form(value, "delivery", form.log)
        key = WORDS["delivery"].get(name.text, name.text)
        if not re.fullmatch(r"[\w.-]{1,40}", key):
            form.log.add("bad-delivery", name.place, name=name.text)
        elif key.lower() in {delivery.key.lower() for delivery in found}:
            form.log.add("duplicate-delivery", name.place, key=key)
        elif own is not None:
            found.append(_delivery(own, bench, key, name))
    return tuple(found)


def _delivery(own: Form, bench: Bench, key: str, name: Scalar) -> Delivery:
    """A delivery; what it does not say is what one of its name is for."""
    condition = own.text("condition", SCREEN if key == "screen" else "FOGRA39")
    if condition.lower().endswith(PROFILES):
        bench.exists(condition, own.at("condition"))
    standards = _standards(own) if own.has("standards") else USUAL.get(key, USUAL["press"])
    wrong = conflict(standards, condition)
    if wrong is not None:
        code, one, other = wrong
        own.log.add(code, own.at("standards") if own.has("standards") else name.place, one=one, other=other)
    said = DELIVERIES.get(key, name.text)
    return Delivery(said, key, standards, condition, own.at("condition"), _edition(own, bench), _finish(own))


def _finish(own: Form) -> Finish:
    marks = (
        word(scalar.text, "printer-mark", scalar.place, own.log) for scalar in scalars(own.items("marks"), own.log)
    )
    named = list(scalars(own.items("spots"), own.log))
    return Finish(
        tuple(mark for mark in marks if mark is not None),
        _resolution(own),
        own.flag("certificate"),
        tuple(scalar.text for scalar in named),
        tuple(scalar.place for scalar in named),
    )


def _resolution(own: Form) -> int:
    """Pixels an inch: 150dpi, 150ppi or 150."""
    if not own.has("resolution"):
        return 0
    found = re.fullmatch(r"(\d{2,4})(?:dpi|ppi)?", own.text("resolution").replace(" ", "").lower())
    if found is None or not 36 <= int(found[1]) <= 2400:
        own.log.add("bad-resolution", own.at("resolution"), text=own.text("resolution"))
        return 0
    return int(found[1])


def _edition(own: Form, bench: Bench) -> Edition:
    """How a delivery is laid out; a theme that is the document's own is none of its own."""
    first = own.count("first-page", 1, 1)
    return Edition(
        theme=own.text("theme"),
        title=bench.line(own, "title"),
        number=own.text("attachment-number"),
        first_page=first,
        place=own.at("theme"),
        cover_apart=own.flag("separate-cover"),
    )


def _standards(own: Form) -> tuple[str, ...]:
    node = own.node("standards")
    nodes = node.items if isinstance(node, Items) else (node,) if node is not None else ()
    found = []
    for scalar in scalars(nodes, own.log):
        if scalar.text in STANDARDS:
            found.append(scalar.text)
        elif scalar.text in REFUSED:
            own.log.add(REFUSED[scalar.text], scalar.place)
        else:
            known = list(STANDARDS)
            near = nearest(scalar.text, known)
            own.log.add("unknown-standard", scalar.place, name=scalar.text, near=near, all="、".join(known))
    return tuple(found)
