"""Any PDF into imposed sheets: each page is a form XObject, placed by a matrix and clipped to its bleed.

The file is changed where it is open, so that what its standards ask of it stays: output intents, metadata, layers,
fonts. What belongs to pages in reading order goes: bookmarks, links, labels, and tags but for facing pages.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from report.deliver.impose.labels import labelled
from report.deliver.impose.leaves import Leaf, leaves
from report.deliver.impose.marks import Marks, room
from report.deliver.impose.plan import Placed, Plan, SheetSide, planned
from report.deliver.impose.wanted import Wanted
from report.foreign import MISSHAPEN, inherited
from report.named import NamedTuple
from report.pdf.metadata import CREEP
from report.pdf.syntax import deflated, fine, nums
from report.problem import ContentError, Problem, problem
from report.record import replace

if TYPE_CHECKING:
    import pikepdf

    from report.preflight.code import Instruction

KEPT = frozenset(
    ("/Type", "/Pages", "/Version", "/Metadata", "/OutputIntents", "/OCProperties", "/Lang", "/Extensions")
)
"""Entries of the catalog that hold for sheets as for pages."""
TAGS = frozenset(("/StructTreeRoot", "/MarkInfo"))
"""Entries of the catalog that stay where pages are still read one after the other."""
LOST = {
    "/StructTreeRoot": "@tags",
    "/Outlines": "@bookmarks",
    "/AcroForm": "@form-fields",
    "/AF": "@attached-files",
}
"""Entries whose loss the user is told of, and what they are called."""


REPAIRED = ("damaged", "MediaBox is undefined")
"""Words of qpdf for what it mended at a guess: pages may be lost, or of letter paper since their box was none."""


class Imposed(NamedTuple):
    """The finished sheets, how they were planned, the standards they claim, what was left out or could not be kept."""

    data: bytes
    plan: Plan
    pages: int
    standards: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def imposed(data: bytes, name: str, wanted: Wanted) -> Imposed:
    """The sheets of a PDF; raises ContentError for a file that cannot be imposed. `name` is what the sheets say."""
    import pikepdf

    try:
        file = pikepdf.open(BytesIO(data))
    except pikepdf.PasswordError as error:
        raise ContentError([problem("impose-encrypted")]) from error
    except pikepdf.PdfError as error:
        raise ContentError([problem("impose-unreadable")]) from error
    with file:
        if any(sign in told for told in file.get_warnings() for sign in REPAIRED):
            raise ContentError([problem("impose-unreadable")])
        return _imposed(file, data, name, wanted)


@contextmanager
def _reading() -> Iterator[None]:
    """A file that has something else than it should is the file's fault."""
    import pikepdf

    try:
        yield
    except (pikepdf.PdfError, *MISSHAPEN) as error:
        raise ContentError([problem("impose-unreadable")]) from error


def _imposed(file: pikepdf.Pdf, data: bytes, name: str, wanted: Wanted) -> Imposed:
    if file.is_encrypted:
        raise ContentError([problem("impose-encrypted")])
    wanted, settled = _settled(file, wanted)
    with _reading():
        found = leaves(file, wanted.whole_page or wanted.layout == "booklet")
        tagged = wanted.layout == "reader" and "/StructTreeRoot" in file.Root
        rightwards, told = _rightwards(file, wanted), list(_told(file, tagged))
        everything, bar = _all_plates(file), 4 in _channels(file)
        _flatten(file)
    plan = planned(found, wanted, rightwards)
    with _reading():
        forms = dict(_forms(file, found, plan))
    marks = Marks(plan, name, bar=bar) if plan.marks else None
    for side in plan.sides:
        _add_sheet(file, plan, side, forms, {marks.of(side): everything} if marks else {})
    if tagged:
        with _reading():
            _keep_tags(file, plan, forms, len(found))
    del file.pages[: len(found)]
    _clear_catalog(file, _duplex(plan) if wanted.layout == "booklet" else "", TAGS if tagged else frozenset())
    out = labelled(file, data, tagged)
    return Imposed(out.data, plan, len(found), out.standards, (*settled, *told, *_missed(plan, wanted), *out.problems))


def _settled(file: Any, wanted: Wanted) -> tuple[Wanted, tuple[Problem, ...]]:
    """The wish without creep where the pages of the file have been moved for it; twice would be wrong by as much."""
    done = str(file.trailer.get("/Info", {}).get(f"/{CREEP}", ""))
    if not done or wanted.creep == "none" or wanted.layout not in ("printer", "booklet"):
        return wanted, ()
    if wanted.insists:
        raise ContentError([problem("impose-creep-twice", step=done)])
    return replace(wanted, creep="none"), (problem("impose-creep-done", severity="notice", step=done),)


def _rightwards(file: Any, wanted: Wanted) -> bool:
    """Whether the book is bound on its right: as the caller says, or as the file asks viewers to show it."""
    if wanted.bound:
        return wanted.bound == "right"
    return str(file.Root.get("/ViewerPreferences", {}).get("/Direction", "")) == "/R2L"


def _told(file: Any, tagged: bool) -> Iterator[Problem]:
    """What the sheets have not of the file."""
    for key, what in LOST.items():
        if key in TAGS and tagged:
            continue
        if key in file.Root and (key != "/AcroForm" or len(file.Root.AcroForm.get("/Fields", ()))):
            yield problem("impose-dropped", severity="notice", what=what)
    if any(note.get("/Subtype") == "/Link" for page in file.pages for note in page.obj.get("/Annots", ())):
        yield problem("impose-dropped", severity="notice", what="@links")


def _missed(plan: Plan, wanted: Wanted) -> Iterator[Problem]:
    """What was wished and cannot be: marks without room, creep of a paper nobody measured."""
    if plan.marks and not all(one.is_enough for one in room(plan)):
        yield problem("impose-no-room", severity="warning")
    unknown = wanted.creep != "none" and wanted.total is None and not wanted.thickness
    if wanted.layout == "printer" and unknown and len(plan.sides) > 2:
        yield problem("impose-no-thickness", severity="notice")


def _flatten(file: Any) -> None:
    """Stamps and filled fields become part of their pages, as they would be printed."""
    if file.Root.get("/AcroForm", {}).get("/NeedAppearances", False):
        file.generate_appearance_streams()
    notes = (note for page in file.pages for note in page.obj.get("/Annots", ()))
    if any(note.get("/Subtype") != "/Link" and "/AP" in note for note in notes):
        file.flatten_annotations("print")


def _forms(file: Any, leaves: Sequence[Leaf], plan: Plan) -> Iterator[tuple[str, Any]]:
    """Form XObjects by name: each page that is placed, and the fringes of those that are shifted."""
    import pikepdf

    from report.deliver.impose.fringe import Fringe
    from report.preflight.code import instructions

    fringes = {one.page: one for side in plan.sides for one in side.placed if one.fringe}
    for number in sorted({one.page for side in plan.sides for one in side.placed}):
        page, leaf = file.pages[number - 1], leaves[number - 1]
        code = b"\n".join(_contents(page.obj))
        read = instructions(code)
        resources = inherited(page.obj, "/Resources") or pikepdf.Dictionary()
        yield f"/P{number}", _form(file, page.obj, leaf, _balanced(code, read), resources)
        if number in fringes and (filling := Fringe(fringes[number].strip, resources).of(read)):
            yield f"/F{number}", _form(file, page.obj, leaf, filling, resources)


def _form(file: Any, page: Any, leaf: Leaf, code: bytes, resources: Any) -> Any:
    """A form XObject in the page's own units (ISO 32000-1, 8.10)."""
    import pikepdf

    form = pikepdf.Stream(file, b"")
    form.write(deflated(code), filter=pikepdf.Name.FlateDecode)
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox = pikepdf.Object.parse(f"[{nums(leaf.box)}]".encode())
    form.Resources = resources
    if "/Group" in page:
        form.Group = pikepdf.Dictionary(dict(page.Group.items()))
        form.Group.I = True  # a page's group is isolated whatever it says (11.4.7), a form's is not
    return file.make_indirect(form)


def _contents(page: Any) -> Iterator[bytes]:
    held = page.get("/Contents")
    parts: Iterable[Any] = () if held is None else held if held._type_name == "array" else (held,)
    for part in parts:
        yield part.read_bytes()


def _balanced(code: bytes, read: Iterable[Instruction]) -> bytes:
    """The content with as many Q as q: what a page leaves open would end in the sheet around it."""
    depth = lowest = 0
    for instruction in read:
        depth += (instruction.operator == b"q") - (instruction.operator == b"Q")
        lowest = min(lowest, depth)
    return b"q\n" * -lowest + code + b"\nQ" * (depth - lowest)


def _all_plates(file: Any) -> Any:
    """The registration colour: that of the file where it has one, since an ink may have one definition only."""
    import pikepdf

    for page in file.pages:
        spaces = (inherited(page.obj, "/Resources") or {}).get("/ColorSpace", {})
        for space in spaces.values():
            if space._type_name == "array" and len(space) == 4 and space[0] == "/Separation" and space[1] == "/All":
                return space
    channels = _channels(file)
    inks = 4 in channels or not channels
    base, full = ("/DeviceCMYK", "1 1 1 1") if inks else ("/DeviceGray", "0")
    bare = "0 0 0 0" if inks else "1"
    form = f"[/Separation/All{base}<</FunctionType 2/Domain[0 1]/C0[{bare}]/C1[{full}]/N 1>>]"
    return file.make_indirect(pikepdf.Object.parse(form.encode()))


def _channels(file: Any) -> list[Any]:
    """How many inks each printing condition of the file has; 4 are the process inks."""
    return [intent.get("/DestOutputProfile", {}).get("/N") for intent in file.Root.get("/OutputIntents", ())]


def _add_sheet(file: Any, plan: Plan, side: SheetSide, forms: Mapping[str, Any], marks: Mapping[bytes, Any]) -> None:
    """One page of the finished file; `marks` are operators with the colour space that they call All, or nothing."""
    import pikepdf

    file.add_blank_page(page_size=(100, 100))
    page = file.pages[-1].obj
    boxes = {"/MediaBox": (0.0, 0.0, *plan.media), "/BleedBox": plan.bleed, "/TrimBox": plan.trim}
    for key, box in boxes.items():
        page[key] = pikepdf.Object.parse(f"[{nums(box)}]".encode())
    placed = [one for one in side.placed if _name(one) in forms]
    drawn = {_name(one): forms[_name(one)] for one in placed}
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(drawn))
    for space in marks.values():
        page.Resources.ColorSpace = pikepdf.Dictionary(All=space)
    page.Contents = pikepdf.Stream(file, b"")
    code = b"\n".join([*map(_drawn, placed), *marks])
    page.Contents.write(deflated(code), filter=pikepdf.Name.FlateDecode)
    group = next((form.Group for form in drawn.values() if "/Group" in form), None)
    if group is not None:
        page.Group = group


def _name(one: Placed) -> str:
    return f"/{'F' if one.fringe else 'P'}{one.page}"


def _drawn(one: Placed) -> bytes:
    left, bottom, right, top = one.clip
    box = nums((left, bottom, right - left, top - bottom))
    *linear, x, y = one.matrix
    matrix = " ".join([*map(fine, linear), nums((x, y))])
    return f"q\n{box} re W n\n{matrix} cm\n{_name(one)} Do\nQ".encode()


def _duplex(plan: Plan) -> str:
    """How paper is turned so that both sides stand upright: about the axis between the two pages."""
    return "/DuplexFlipShortEdge" if plan.media[0] >= plan.media[1] else "/DuplexFlipLongEdge"


def _keep_tags(file: Any, plan: Plan, forms: Mapping[str, Any], count: int) -> None:
    """The structure tree leads to the forms; pages follow each other, so that the order of tabs is that of the tree."""
    import pikepdf

    from report.deliver.impose.tags import Moved, keep_tags

    moved = {}
    for side, sheet in zip(plan.sides, list(file.pages)[count:], strict=True):
        sheet.obj.Tabs = pikepdf.Name.S
        for one in side.placed:
            page, form = file.pages[one.page - 1].obj, forms[_name(one)]
            moved[page.objgen] = Moved(sheet.obj, form, one.matrix)
            if "/StructParents" in page:
                form.StructParents = page.StructParents
    keep_tags(file, moved)


def _clear_catalog(file: Any, duplex: str, also: Set[str]) -> None:
    """The catalog without what counts or names pages; an office printer is told how to turn its paper."""
    import pikepdf

    shown = bool(file.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False))
    for key in sorted(set(file.Root.keys()) - KEPT - also):
        del file.Root[key]
    wishes = {"/DisplayDocTitle": True} if shown else {}
    if duplex:
        wishes |= {"/PrintScaling": pikepdf.Name("/None"), "/Duplex": pikepdf.Name(duplex)}
    if wishes:
        file.Root.ViewerPreferences = pikepdf.Dictionary(wishes)
