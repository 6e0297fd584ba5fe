"""The stages of a file on ReportLab's canvas: pages, then what needs their numbers, then the catalog."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack

from report.drawing import Outline, Page, Paged
from report.paint.painter import paint_page
from report.pdf import attachments, links, metadata
from report.pdf.audit import Audit
from report.pdf.backend import Sheets, settled
from report.pdf.canvas import Parts, PdfPainter
from report.pdf.document import PdfSettings
from report.pdf.fonts import FontSet
from report.pdf.guestpages import GuestPages
from report.pdf.guests import Guests
from report.pdf.images import Converter, PictureSet
from report.pdf.inks import Inks
from report.pdf.intent import intents
from report.pdf.structure import structure_problems
from report.pdf.tags import Tree
from report.pdf.vectors import Vectors
from report.problem import ConformanceError, Problem
from report.standards import Standard, standards_named

HIGHEST = "1.7"
"""The PDF version of a file that no standard holds lower."""


def written(paged: Paged, settings: PdfSettings) -> bytes:
    """The bytes of the file."""
    standards = standards_named(settings.standards)
    with settled(), ExitStack() as opened:
        sheets = _sheets(paged, settings, standards)
        inks = Inks(settings.condition)
        guest_pages = GuestPages(sheets, settings.standards, opened, screen=inks.screen)
        converter = Converter(settings.condition, settings.cache, settings.resolution)
        parts = Parts(
            sheets,
            FontSet(paged),
            PictureSet(paged),
            Tree(len(paged.pages)),
            Guests(sheets, converter, inks),
            guest_pages,
            Vectors(converter, inks),
            paged.destinations if settings.links else None,
            paged.meta.language,
            inks,
        )
        audit = Audit(standards, screen=inks.screen)
        painters = [_painted(index, paged, parts, audit) for index in range(len(paged.pages))]
        if guest_pages.problems:
            raise ConformanceError(guest_pages.problems)
        audit.fonts(parts.fonts.embeddings())
        _follow(paged, painters, parts, converter)
        if any(standard.tagged for standard in standards):
            _raise((*parts.tree.skipped_headings(), *structure_problems(parts.tree.root)))
        _catalog(paged, settings, standards, parts)
        data = sheets.finished()
        audit.objects(sheets.book.heads)
        _raise(audit.problems())
        return data


def _raise(problems: tuple[Problem, ...]) -> None:
    """No file leaves here that is not what it says it is."""
    if problems:
        raise ConformanceError(problems)


def _sheets(paged: Paged, settings: PdfSettings, standards: tuple[Standard, ...]) -> Sheets:
    version = min((s.version for s in standards), default=HIGHEST)
    words = metadata.info(paged.meta, settings.tool_version)
    return Sheets(version, paged.meta.language, words, screen=settings.condition.screen)


def _painted(index: int, paged: Paged, parts: Parts, audit: Audit) -> PdfPainter:
    page = paged.pages[index]
    parts.sheets.begin(page.sheet)
    painter = PdfPainter(page.sheet, parts, index)
    paint_page(page, painter)
    for i, entry in enumerate(paged.outline):
        if entry.page == index + 1:
            top = round(page.sheet.margin + page.sheet.height - entry.y, 3)
            parts.sheets.bookmarkPage(_bookmark(i), "XYZ", left=0, top=top)
    audit.page(index + 1, parts.sheets.code)
    parts.sheets.end(index)
    return painter


def _follow(paged: Paged, painters: Sequence[PdfPainter], parts: Parts, converter: Converter) -> None:
    """What could only be written when all pages were: links, fonts, pictures."""
    book = parts.sheets.book
    numbers = [parts.sheets.page_number(index) for index in range(len(painters))]
    edges = [(n, page.sheet.margin + page.sheet.height) for n, page in zip(numbers, paged.pages, strict=True)]
    for painter in painters:
        links.write(painter.links, paged.destinations, edges, book)
    for key, number in (*parts.fonts.write(book), *parts.guests.write(book)):
        book.font(key, number)
    for key, image in parts.pictures.objects(converter, book):
        book.image(key, image)


def _catalog(paged: Paged, settings: PdfSettings, standards: tuple[Standard, ...], parts: Parts) -> None:
    sheets, book = parts.sheets, parts.sheets.book
    numbers = [sheets.page_number(index) for index in range(len(paged.pages))]
    sheets.entry("StructTreeRoot", b"%d 0 R" % parts.tree.write(book, numbers))
    sheets.entry("MarkInfo", b"<</Marked true>>")
    packet = metadata.xmp(paged.meta, standards, settings.tool_version)
    sheets.entry("Metadata", b"%d 0 R" % book.add_stream(packet, b"/Type/Metadata/Subtype/XML", compress=False))
    wanted = intents(standards, settings.condition, book, settings.cache)
    if wanted:
        sheets.entry("OutputIntents", b"[%s]" % wanted)
    if settings.sources:
        names, found = attachments.embedded(settings.sources, paged.meta.date, book)
        sheets.entry("Names", names)
        sheets.entry("AF", found)
    _outline(paged.outline, sheets)
    _labels(paged.pages, sheets)


def _outline(entries: Sequence[Outline], sheets: Sheets) -> None:
    """Bookmarks lead by destinations, since actions would break PDF/X-4 (print.md X38); no level is skipped."""
    above: list[int] = []
    for i, entry in enumerate(entries):
        above = [level for level in above if level < entry.level]
        sheets.addOutlineEntry(entry.title, _bookmark(i), level=len(above))
        above.append(entry.level)
    if entries:
        sheets.showOutline()


def _bookmark(index: int) -> str:
    return f"outline-{index}"


def _labels(pages: Sequence[Page], sheets: Sheets) -> None:
    """Page labels: plain numbers in a row as a style, anything else as a prefix."""
    expected = None
    for index, page in enumerate(pages):
        if page.label.isascii() and page.label.isdigit():
            if expected != int(page.label):
                sheets.addPageLabel(index, "ARABIC", start=int(page.label))
            expected = int(page.label) + 1
        else:
            sheets.addPageLabel(index, prefix=page.label)
            expected = None
