"""Forms into pictures, covers, wheels and other things that are not running text."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from report.content import numerals
from report.content.articles import ADD_ONS, SCALES, digits_of, fault_of
from report.content.builders.bench import Bench
from report.content.form import Form, nearest, open_form
from report.content.keys import SHAPES
from report.content.model import (
    Attachment,
    BackCover,
    Barcode,
    Blank,
    Break,
    Code,
    Columns,
    Contents,
    Cover,
    Gallery,
    GuestBlock,
    MapBlock,
    Photo,
    TitlePage,
    WheelNode,
    YearWheel,
)
from report.content.source import Fields, Scalar
from report.problem import Place
from report.record import replace

LEAP_YEAR = 2024
"""A year in which every day that a year can have exists."""


def cover(bench: Bench, form: Form) -> Cover:
    logo = bench.file(form, "logo") if form.has("logo") else ""
    slogan, flap = bench.line(form, "slogan"), bench.prose(form, "flap")
    return Cover(bench.photo(form), slogan, logo, form.place, bench.common(form), flap)


def title_page(bench: Bench, form: Form) -> TitlePage:
    title, subtitle, body = (bench.line(form, name) for name in ("title", "subtitle", "body"))
    return TitlePage(title, subtitle, body, form.text("date"), form.place, bench.common(form))


def back_cover(bench: Bench, form: Form) -> BackCover:
    return BackCover(
        text=bench.line(form, "text"),
        qr=form.text("qr"),
        print_run=form.text("print-run"),
        place=form.place,
        common=bench.common(form),
        flap=bench.prose(form, "flap"),
        barcode=_barcode_of(bench, form),
    )


def _barcode_of(bench: Bench, form: Form) -> Barcode | None:
    """A barcode of a back cover: its number alone, or a map."""
    node = form.node("barcode")
    if node is None:
        return None
    if isinstance(node, Scalar):
        name = Scalar(bench.log.shown(SHAPES["barcode"][0]), True, node.place)
        node = Fields(((name, node),), node.place)
    own = open_form(node, "barcode", bench.log)
    return barcode(bench, own) if own is not None else None


def code(bench: Bench, form: Form) -> Code:
    return Code(form.text("verbatim").rstrip(), form.place, bench.common(form))


def flowable(bench: Bench, form: Form) -> GuestBlock | None:
    """A drawing that the calling program has handed over by this name."""
    name = form.text("name")
    guest = bench.guests.get(name)
    if guest is None and form.has("name"):
        known = list(bench.guests)
        code = "unknown-flowable" if known else "no-flowables"
        bench.log.add(code, form.at("name"), name=name, near=nearest(name, known), all="、".join(known))
    if guest is None or not form.has("alt"):
        return None
    return GuestBlock(name, form.text("alt"), guest, form.place, bench.common(form))


def barcode(bench: Bench, form: Form) -> Barcode | None:
    """A number whose check digit is right; anything else is reported with what to write instead."""
    number = form.text("number")
    fault = fault_of(number) if form.has("number") else None
    if fault is not None:
        bench.log.add(fault.code, form.at("number"), text=number, right=fault.right)
    add_on = digits_of(form.text("add-on"))
    if form.has("add-on") and not (add_on.isascii() and add_on.isdigit() and len(add_on) in ADD_ONS):
        bench.log.add("barcode-add-on", form.at("add-on"), text=form.text("add-on"))
        add_on = ""
    scale = float(form.number("scale", Decimal(1)))
    least, most = SCALES
    if not least <= scale <= most:
        bench.log.add("barcode-scale", form.at("scale"), text=form.text("scale"), least=least, most=f"{most:g}")
        scale = 1.0
    if fault is not None or not form.has("number"):
        return None
    return Barcode(number, add_on, scale, form.place, bench.common(form))


def contents(bench: Bench, form: Form) -> Contents:
    return Contents(form.place, form.count("depth", 2, 1), form.flag("charts"), bench.common(form))


def photo(bench: Bench, form: Form) -> Photo | None:
    found = bench.photo(form)
    if found is None:
        return None
    return replace(found, common=bench.common(form))


def gallery(bench: Bench, form: Form) -> Gallery:
    photos = (bench.photo(item) for item in form.forms("photos", "photo"))
    return Gallery(
        tuple(photo for photo in photos if photo is not None),
        form.count("columns", 2, 1),
        bench.line(form, "caption"),
        form.place,
        bench.common(form),
    )


def columns(bench: Bench, form: Form) -> Columns:
    sides = [bench.blocks(form.items(name)) for name in ("left", "middle", "right") if form.has(name)]
    return Columns(tuple(sides), form.place, bench.common(form))


def base_map(bench: Bench, form: Form) -> MapBlock | None:
    """A map needs the number under which its base was approved."""
    approval = form.text("approval")
    if form.has("approval") and not re.search(r"\d", approval):
        bench.log.add("bad-approval", form.at("approval"), text=approval)
    found = bench.photo(form)
    return None if found is None else MapBlock(found, approval, form.place, bench.common(form))


def attachment(bench: Bench, form: Form) -> Attachment:
    file = bench.file(form, "file") if form.has("file") else ""
    if file and not file.lower().endswith(".pdf"):
        bench.log.add("attachment-kind", form.at("file"), file=file)
    return Attachment(file, bench.line(form, "title"), form.place, bench.common(form))


def page_break(bench: Bench, form: Form) -> Break:
    return Break(form.word("side", "side", "any"), form.place, bench.common(form))


def blank(bench: Bench, form: Form) -> Blank:
    return Blank(form.count("pages", 1, 1), form.place, bench.common(form))


def wheel(bench: Bench, form: Form) -> YearWheel:
    nodes = (_node(bench, item) for item in form.forms("nodes", "node"))
    spans = (_span(bench, item) for item in form.forms("spans", "span"))
    months = [_month(bench, text, form.at("months")) for text in form.texts("months")]
    return YearWheel(
        text=bench.line(form, "text"),
        nodes=tuple(node for node in nodes if node is not None),
        spans=tuple(span for span in spans if span is not None),
        span_name=bench.line(form, "span-name"),
        span_note=bench.line(form, "span-note"),
        months=tuple(month for month in months if month),
        place=form.place,
        common=bench.common(form),
    )


def _node(bench: Bench, form: Form) -> WheelNode | None:
    text = form.text("date")
    found = re.fullmatch(r"(\d{1,2})-(\d{1,2})", text)
    try:
        day = date(LEAP_YEAR, int(found[1]), int(found[2])) if found else None
    except ValueError:
        day = None
    if day is None:
        if form.has("date"):
            bench.log.add("bad-day", form.at("date"), text=text)
        return None
    name, note = bench.line(form, "name"), bench.line(form, "note")
    return WheelNode(day.month, day.day, name, note, form.text("colour", "crimson"), form.at("colour"))


def _span(bench: Bench, form: Form) -> tuple[int, int] | None:
    first, last = (_month(bench, form.text(name), form.at(name)) for name in ("first", "last"))
    if not first or not last:
        return None
    if last < first:
        bench.log.add("span-backwards", form.place, first=first, last=last)
        return None
    return first, last


def _month(bench: Bench, text: str, place: Place) -> int:
    value = numerals.parse(text)
    if value is None or value != int(value) or not 1 <= value <= 12:
        bench.log.add("bad-month", place, text=text)
        return 0
    return int(value)
