"""One report to bytes and problems: the stages in order, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from report import __version__, resources
from report.content.catalogue import told_of
from report.content.check import FINDINGS, Entry
from report.content.given import Given
from report.content.kept import KeptFigure, kept_figures
from report.content.model import Delivery, Report
from report.content.read import NOTHING, examine, ordered, read_checked
from report.content.read import Checked as ReadReport
from report.content.row import NO_ROW, Row
from report.content.theme import Theme
from report.content.themecheck.faces import face_problems
from report.content.variants import for_delivery
from report.drawing import Face, Foreign, Group, Item, Marked, Paged, Run, runs_of
from report.layout.coverparts import COVER_MARKS, COVER_PART, file_name, part_key, waived
from report.layout.creep import crept
from report.layout.flow import Laid, lay_out_book
from report.layout.recast import in_theme
from report.likeness import likest
from report.looks import inks_refused, look_of, spot_inks, themes_of
from report.memory import Memory
from report.named import NamedTuple
from report.outcome import LAYOUT_CODES, PRESS_CODES, error_kind
from report.pdf.document import PdfSettings, write_pdf
from report.pdf.intent import condition_named
from report.problem import ConformanceError, ContentError, LayoutError, Problem, problem
from report.program import digest, mark
from report.proofs import Proofs, as_proof
from report.record import field, record, replace
from report.selfcheck import Asked, page_problems
from report.sources import hashes, sources_of
from report.standards import SCREEN, standards_named
from report.typeset.faces import Faces
from report.typeset.standing import leave, recall
from report.warm import Warm

if TYPE_CHECKING:
    from report.layout.changebars import Compare
    from report.preflight import Judgement

Progress = Callable[[str, int, int], None]
"""progress(stage, done, total)."""


@record
class Options:
    """What the caller decides: deliveries to make (empty = all), draft, further catalogues of fonts, a row of a
    table, what is handed over in place of files, what a proof is compared with, and whether the ledger is wanted."""

    only: tuple[str, ...] = ()
    draft: bool = False
    fonts: tuple[Path, ...] = ()
    row: Row = NO_ROW
    given: Given = NOTHING
    since: Compare | None = None
    ledger: bool = False


@record
class BuiltFile:
    """One finished file."""

    delivery: str
    name: str
    data: bytes
    pages: int
    standards: tuple[str, ...]
    judged: Judgement | None = None
    """What preflight found, where the delivery asks for a certificate."""
    part: str = ""
    """`cover` for the sheet of a cover, which stands beside the file of the inside; "" for all else."""


@record
class Built:
    """Everything that a build has to say; `inputs` are the sha256 of all files read."""

    report_id: str
    title: str
    files: tuple[BuiltFile, ...]
    problems: tuple[Problem, ...]
    fonts: tuple[str, ...]
    figures: Mapping[str, int]
    inputs: Mapping[str, str]
    date: str = ""
    kept: Mapping[str, KeptFigure] = field(default_factory=dict)
    """Every figure by name, so that a later edition can say which of them changed."""
    ledger: tuple[tuple[Entry, int], ...] = ()


def build(path: Path, options: Options, cache: Memory, progress: Progress, warm: Warm | None = None) -> Built:
    """A report to its files; raises ReportError with every problem found when any is an error."""
    progress("read", 0, 1)
    read = read_checked(path, row=options.row, given=options.given, ledger=options.ledger)
    try:
        return _built(read, options, cache, progress, warm or Warm())
    except FileNotFoundError as error:  # it was there when the report was read
        raise ContentError([problem("input-vanished", file=error.filename)]) from error


def _built(read: ReadReport, options: Options, cache: Memory, progress: Progress, warm: Warm) -> Built:
    ready = _prepare(read, options, cache, progress, warm)
    files = []
    found: list[Problem] = []
    for i, (delivery, paged, part) in enumerate(ready.laid_out):
        progress("pdf", i, len(ready.laid_out))
        name = file_name(ready.report, delivery, part)
        data = write_pdf(paged, _settings(ready.report, delivery, cache))
        judged = _preflighted(delivery, name, data, ready.inks[delivery.key], waived(ready.report, part))
        found += [replace(one, file=name) for one in judged.problems] if judged else ()
        files.append(BuiltFile(delivery.key, name, data, len(paged.pages), delivery.standards, judged, part))
    progress("pdf", len(ready.laid_out), len(ready.laid_out))
    used = ready.used()
    return Built(
        ready.report.about.identifier,
        ready.report.about.title,
        tuple(files),
        (*ready.problems, *found),
        tuple(sorted(used)),
        _figures(ready),
        _inputs(ready, used),
        ready.report.about.date,
        kept_figures(ready.report),
        tuple(paged_ledger(ready.figures, ready.laid_out[0].paged)) if options.ledger else (),
    )


def _preflighted(
    delivery: Delivery, name: str, data: bytes, inks: tuple[str, ...], exempt: Set[str]
) -> Judgement | None:
    """What an independent reading finds in a file that is to have a certificate; an error of it delivers nothing.
    Warnings that are `exempt` do not concern it.

    Plates are not made here: they take Ghostscript, and longer than all the rest (`banxin preflight` makes them).
    """
    if not delivery.finish.certificate:
        return None
    from report.preflight import judge

    judged = judge(data, delivery.standards, separations=False, spots=inks).without(exempt)
    if judged.errors:
        raise ConformanceError(tuple(replace(one, file=name) for one in judged.problems))
    return judged


class Checked(NamedTuple):
    """What a check found: problems, each figure with the page it is printed on (0 = none), sha256 of what was read.

    `inputs` is None for a report that could not be read or laid out.
    """

    problems: tuple[Problem, ...]
    ledger: tuple[tuple[Entry, int], ...] = ()
    inputs: Mapping[str, str] | None = None


def check(path: Path, options: Options, cache: Memory, progress: Progress, warm: Warm | None = None) -> Checked:
    """Every problem of a report, warnings included, and its ledger of figures; writes nothing.

    A figure without a source stops a strict build, but no reading and no layout: the ledger has every figure and page.
    """
    progress("read", 0, 1)
    try:
        found = examine(path, row=options.row, given=options.given)
    except ContentError as error:
        return Checked(error.problems)
    unpaged = tuple((entry, 0) for entry in found.figures)
    about_figures = tuple(p for p in found.problems if p.code in FINDINGS)
    others = tuple(p for p in found.problems if p.code not in FINDINGS)
    if found.report is None or any(p.severity == "error" for p in others):
        return Checked(found.problems, unpaged)
    try:
        ready = _prepare(ReadReport(found.report, others, found.figures), options, cache, progress, warm or Warm())
    except (ContentError, LayoutError) as error:
        return Checked(ordered((*about_figures, *error.problems)), unpaged)
    told = dict.fromkeys((*about_figures, *ready.problems, *_attached(ready, cache)))
    ledger = tuple(paged_ledger(ready.figures, ready.laid_out[0].paged))
    return Checked(ordered(told), ledger, _inputs(ready, ready.used()))


def _attached(ready: _Ready, cache: Memory) -> Iterator[Problem]:
    """What a delivery's standards refuse in pages of other files; only writing the file tells, so it is written."""
    if any(name.lower().endswith(".pdf") for name in ready.report.inputs):
        for delivery, paged, _ in ready.laid_out:
            try:
                write_pdf(paged, _settings(ready.report, delivery, cache))
            except ConformanceError as error:
                yield from error.problems


def paged_ledger(figures: Iterable[Entry], paged: Paged) -> Iterator[tuple[Entry, int]]:
    """The ledger with pages: figures are printed in reading order, each with the words around it."""
    texts = ["".join("".join(run.text for run in runs_of(page.items)).split()) for page in paged.pages]
    at = 0
    for entry in figures:
        needles = ("".join(words.split()) for words in (entry.context, entry.text) if words)
        order = (*range(at, len(texts)), *range(at))
        page = next((i for needle in needles for i in order if needle in texts[i]), None)
        at = at if page is None else page
        yield entry, 0 if page is None else page + 1


def _inputs(ready: _Ready, used: Mapping[str, Face]) -> Mapping[str, str]:
    """A font that is used has the digest of the catalogue, or it would not have been opened."""
    faces = (face.path for face in used.values())
    records = (record for family in ready.faces.catalogue.families.values() for record in family.faces)
    known = {record.path: record.sha256 for record in records}
    themes = (file for theme in ready.themes for file in theme.files)
    return hashes((*ready.report.inputs, *themes, *faces, str(resources.fonts() / "fonts.yaml")), known)


class _Output(NamedTuple):
    """The pages of one file of a delivery; `part` is that of `BuiltFile`."""

    delivery: Delivery
    paged: Paged
    part: str = ""


class _Ready(NamedTuple):
    """A report whose every delivery is laid out and has no error."""

    report: Report
    themes: tuple[Theme, ...]
    faces: Faces
    laid_out: tuple[_Output, ...]
    problems: tuple[Problem, ...]
    figures: tuple[Entry, ...]
    inks: Mapping[str, tuple[str, ...]]

    def used(self) -> Mapping[str, Face]:
        """The faces of all pages by key: those that stand there, whatever was opened to find them."""
        found: dict[str, Face] = {}
        waiting: list[Item] = [item for out in self.laid_out for page in out.paged.pages for item in page.items]
        while waiting:
            item = waiting.pop()
            if isinstance(item, Run):
                found[item.face.key] = item.face
            elif isinstance(item, Marked | Group):
                waiting += item.items
            elif isinstance(item, Foreign):
                found |= {face.key: face for face in item.faces}
        return found


def _prepare(read: ReadReport, options: Options, cache: Memory, progress: Progress, warm: Warm) -> _Ready:
    report, warnings, figures = read
    made = tuple(map(as_proof, chosen(report, options))) if options.draft else chosen(report, options)
    themes = themes_of(report, made, warm, cache)
    progress("fonts", 0, 1)
    catalogue = warm.catalogue(resources.fonts() / "fonts.yaml", options.fonts)
    unfit = (p for theme in themes.values() for p in (*inks_refused(theme, report), *face_problems(theme, catalogue)))
    _raise((*warnings, *unfit))
    faces = warm.faces(catalogue, cache)
    standing = _standing(report, faces, cache) if not warm.series else ""
    proofs = Proofs(report, faces, options.since) if options.draft else None
    laid_out: list[_Output] = []
    done: list[tuple[Report, Theme, Laid]] = []
    problems, faults = list(warnings), list[Problem]()
    with faces.sound_at_end():
        recall(faces, cache, standing)
        for delivery in made:
            theme = themes[look_of(report, delivery)]
            variant = in_theme(for_delivery(report, delivery), theme, themes[report.about.theme, ()])
            laid = next((old for seen, used, old in done if seen == variant and used is theme), None)
            if laid is None:
                laid = lay_out_book(variant, theme, faces, cache, lambda now, total: progress("layout", now, total))
                done.append((variant, theme, laid))
                problems += [problem for problem in laid.problems if problem not in problems]
            for paged, part in ((laid.paged, ""), (laid.cover, COVER_PART)):
                if paged is not None:
                    output = _Output(delivery, paged, part)
                    if proofs is not None:
                        write = partial(_written, variant, theme, faces, cache, output)
                        drawn, told = proofs.proof(part_key(delivery.key, part), paged, write)
                        output, problems = output._replace(paged=drawn), [*problems, *told]
                    laid_out.append(output._replace(paged=_marked(variant, output, theme, faces)))
                    faults += _faults(report, laid_out[-1], variant, theme)
    warm.later(partial(leave, faces, cache, standing, at_once=warm.watched))
    if not warm.watched:
        warm.settle()
    if not any(p.code in LAYOUT_CODES for p in problems):  # what does not fit stands where it should not
        problems += faults
    if options.draft:
        lenient = LAYOUT_CODES | PRESS_CODES
        problems = [replace(p, severity="warning") if p.code in lenient else p for p in problems]
    _raise(tuple(problems))
    inks = {d.key: tuple(spot_inks(themes[look_of(report, d)])) for d in made}
    return _Ready(report, tuple(themes.values()), faces, tuple(laid_out), tuple(problems), figures, inks)


def _standing(report: Report, faces: Faces, cache: Memory) -> str:
    """The name under which the paragraphs of a report are kept for its next run; "" where nothing lasts."""
    if not cache.lasts:
        return ""
    by = digest(f"{told_of(faces.catalogue)} {mark(cache)}".encode())
    return f"standing {Path(report.folder).resolve()} {report.about.identifier} {by}"


def _written(report: Report, theme: Theme, faces: Faces, cache: Memory, output: _Output) -> bytes:
    """The file of pages as they are, without what makes them a proof."""
    return write_pdf(_marked(report, output, theme, faces), _settings(report, output.delivery, cache))


def _raise(problems: tuple[Problem, ...]) -> None:
    """End the build with everything found, if any of it is an error."""
    errors = [p for p in problems if p.severity == "error"]
    if errors:
        raise error_kind({p.code for p in errors})(problems)


def _faults(report: Report, output: _Output, variant: Report, theme: Theme) -> Iterator[Problem]:
    """What a delivery's pages must not be; one that two deliveries share is told of each, since labels differ."""
    delivery, paged, part = output
    condition = condition_named(delivery.condition, delivery.place, report.folder)
    sheet, spots = variant.sheet, tuple(spot_inks(theme))
    asked = Asked(delivery.standards, not condition.screen, condition.ink, spots, sheet.safe, sheet.place)
    name = file_name(report, delivery, part)
    return (replace(one, file=name) for one in page_problems(paged.pages, asked))


def _figures(ready: _Ready) -> Mapping[str, int]:
    """How many facts there are, and how many of them stand on a page in their printed form."""
    facts = ready.report.facts.values()
    pages = [page for output in ready.laid_out for page in output.paged.pages] if facts else ()
    texts = ["".join(run.text for run in runs_of(page.items)) for page in pages]
    printed = sum(any(fact.printed in text for text in texts) for fact in facts)
    return {"facts": len(facts), "matched": printed, "unmatched": len(facts) - printed}


def _marked(report: Report, output: _Output, theme: Theme, faces: Faces) -> Paged:
    """The pages with the printer's marks that the delivery asks for; on a screen nobody cuts the bleed away."""
    delivery, paged, part = output
    if delivery.condition == SCREEN:
        pages = tuple(replace(page, sheet=page.sheet._replace(bleed=0.0)) for page in paged.pages)
        paged = replace(paged, pages=pages)
    elif part != COVER_PART:
        paged = crept(paged, report, apart=delivery.edition.cover_apart)
    wanted = delivery.finish.marks
    if part == COVER_PART and delivery.condition != SCREEN:
        wanted = tuple(dict.fromkeys((*wanted, *COVER_MARKS)))
    if not wanted:
        return paged
    from report.layout.marks import Slug, marked

    slug = Slug(file_name(report, delivery, part), report.about.date, tuple(spot_inks(theme).values()))
    return marked(paged, wanted, slug, faces, bound=report.sheet.binding != "none")


def chosen(report: Report, options: Options) -> tuple[Delivery, ...]:
    if not options.only:
        return report.deliveries
    known = [name for d in report.deliveries for name in (d.name, d.key)]
    missing = [name for name in options.only if name not in known]
    if missing:
        near = likest(missing[0], known)
        raise ContentError([problem("unknown-delivery", None, name=missing[0], near=near, all="、".join(known))])
    return tuple(d for d in report.deliveries if d.name in options.only or d.key in options.only)


def _settings(report: Report, delivery: Delivery, cache: Memory) -> PdfSettings:
    return PdfSettings(
        standards=delivery.standards,
        condition=condition_named(delivery.condition, delivery.place, report.folder),
        links="PDF/X-4" not in delivery.standards,
        cache=cache,
        tool_version=__version__,
        resolution=delivery.finish.resolution,
        sources=sources_of(report) if any(s.sources for s in standards_named(delivery.standards)) else (),
    )
