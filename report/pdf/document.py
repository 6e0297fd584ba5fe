"""Pages into one PDF: fonts are frozen, pages painted, the structure written, everything serialised."""

from __future__ import annotations

from dataclasses import dataclass

from report.drawing import Paged, Sheet
from report.paint.painter import paint_page
from report.pdf import metadata
from report.pdf.canvas import Ink, PdfPainter
from report.pdf.fonts import FontSet
from report.pdf.images import PictureCache, PictureSet
from report.pdf.intent import Condition, intents
from report.pdf.objects import Store
from report.pdf.syntax import nums, text
from report.pdf.tags import Tree
from report.standards import Standard, standards_named


@dataclass(frozen=True, slots=True)
class PdfSettings:
    """How a delivery is written: standards by name, printing condition, links or not, where pictures are kept."""

    standards: tuple[str, ...]
    condition: Condition
    links: bool
    cache: PictureCache
    tool_version: str


def write_pdf(paged: Paged, settings: PdfSettings) -> bytes:
    """The file. The same pages and settings give the same bytes."""
    standards = standards_named(settings.standards)
    store = Store(max((s.version for s in standards), default="1.7") if standards else "1.7")
    store.version = "1.6" if any(s.name == "PDF/X-4" for s in standards) else "1.7"
    fonts = FontSet(paged)
    pictures = PictureSet(settings.condition.path, settings.cache)
    tree = Tree(len(paged.pages))
    ink = Ink()
    page_ids = [store.reserve() for _ in paged.pages]
    resources = store.reserve()
    pages = store.reserve()
    for index, page in enumerate(paged.pages):
        painter = PdfPainter(page.sheet, fonts, pictures, tree, ink, index, settings.links)
        paint_page(page, painter)
        content = store.add_stream("\n".join(painter.code).encode("ascii"))
        annotations = painter.annotations(store, page_ids, paged.destinations)
        store.put(page_ids[index], _page(page.sheet, pages, resources, content, index, painter, annotations))
    kids = b" ".join(b"%d 0 R" % i for i in page_ids)
    store.put(pages, b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(page_ids), kids))
    store.put(resources, _resources(store, fonts, pictures, ink))
    root = _catalog(paged, settings, standards, store, tree, page_ids, pages)
    info = store.add(metadata.info(paged.meta, settings.tool_version))
    return store.serialise(root, info)


def _page(
    sheet: Sheet, parent: int, resources: int, content: int, index: int, painter: PdfPainter, annotations: list[int]
) -> bytes:
    bleed = sheet.bleed
    media = (0.0, 0.0, sheet.width + 2 * bleed, sheet.height + 2 * bleed)
    trim = (bleed, bleed, bleed + sheet.width, bleed + sheet.height)
    annots = b"/Annots[%s]" % b" ".join(b"%d 0 R" % a for a in annotations) if annotations else b""
    group = b"/Group<</S/Transparency/CS/DeviceCMYK/I true>>" if painter.transparent else b""
    boxes = f"/MediaBox[{nums(media)}]/TrimBox[{nums(trim)}]/BleedBox[{nums(media)}]".encode()
    return b"<</Type/Page/Parent %d 0 R%s/Resources %d 0 R/Contents %d 0 R/StructParents %d/Tabs/S%s%s>>" % (
        parent,
        boxes,
        resources,
        content,
        index,
        annots,
        group,
    )


def _resources(store: Store, fonts: FontSet, pictures: PictureSet, ink: Ink) -> bytes:
    """One dictionary for all pages."""
    parts = [b"/ExtGState<<%s>>" % ink.states()]
    named = fonts.write(store)
    if named:
        parts.append(b"/Font<<%s>>" % named)
    if pictures.names:
        parts.append(b"/XObject<<%s>>" % pictures.write(store))
    if ink.spots:
        parts.append(b"/ColorSpace<<%s>>" % ink.spaces(store))
    return b"<<%s>>" % b"".join(parts)


def _catalog(
    paged: Paged,
    settings: PdfSettings,
    standards: tuple[Standard, ...],
    store: Store,
    tree: Tree,
    page_ids: list[int],
    pages: int,
) -> int:
    xmp = store.add_stream(
        metadata.xmp(paged.meta, standards, settings.tool_version), b"/Type/Metadata/Subtype/XML", compress=False
    )
    parts = [
        b"<</Type/Catalog/Pages %d 0 R/Metadata %d 0 R/Lang%s" % (pages, xmp, text(paged.meta.language)),
        b"/ViewerPreferences<</DisplayDocTitle true>>/MarkInfo<</Marked true>>",
        b"/StructTreeRoot %d 0 R" % tree.write(store, page_ids),
        b"/PageLabels<</Nums[%s]>>" % _labels(paged),
    ]
    if paged.outline:
        parts.append(b"/Outlines %d 0 R/PageMode/UseOutlines" % _outline(paged, store, page_ids))
    wanted = intents(standards, settings.condition, store)
    if wanted:
        parts.append(b"/OutputIntents[%s]" % wanted)
    return store.add(b"".join(parts) + b">>")


def _labels(paged: Paged) -> bytes:
    """Page labels: runs of plain numbers as a style, anything else as a prefix."""
    parts = []
    expected = None
    for index, page in enumerate(paged.pages):
        if page.label.isascii() and page.label.isdigit():
            if expected != int(page.label):
                parts.append(b"%d<</S/D/St %d>>" % (index, int(page.label)))
            expected = int(page.label) + 1
        else:
            parts.append(b"%d<</P%s>>" % (index, text(page.label)))
            expected = None
    return b"".join(parts)


def _outline(paged: Paged, store: Store, page_ids: list[int]) -> int:
    """Bookmarks with explicit destinations only: an action would break PDF/X-4 (print.md X38)."""
    root = store.reserve()
    ids = [store.reserve() for _ in paged.outline]
    parents: list[int] = []
    stack: list[tuple[int, int]] = []
    for i, entry in enumerate(paged.outline):
        while stack and stack[-1][0] >= entry.level:
            stack.pop()
        parents.append(stack[-1][1] if stack else -1)
        stack.append((entry.level, i))
    children = {p: [i for i, q in enumerate(parents) if q == p] for p in {-1, *parents}}
    for i, entry in enumerate(paged.outline):
        brothers = children[parents[i]]
        at = brothers.index(i)
        sheet = paged.pages[entry.page - 1].sheet
        top = nums((sheet.bleed + sheet.height - entry.y,)).encode()
        parts = [b"<</Title%s/Parent %d 0 R" % (text(entry.title), ids[parents[i]] if parents[i] >= 0 else root)]
        parts.append(b"/Dest[%d 0 R/XYZ 0 %s null]" % (page_ids[entry.page - 1], top))
        parts += [b"/Prev %d 0 R" % ids[brothers[at - 1]]] if at else []
        parts += [b"/Next %d 0 R" % ids[brothers[at + 1]]] if at + 1 < len(brothers) else []
        own = children.get(i, [])
        if own:
            parts.append(b"/First %d 0 R/Last %d 0 R/Count %d" % (ids[own[0]], ids[own[-1]], len(own)))
        store.put(ids[i], b"".join(parts) + b">>")
    top_level = children[-1]
    ends = (ids[top_level[0]], ids[top_level[-1]], len(top_level))
    store.put(root, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % ends)
    return root
