"""A report laid out again and again in one process: fonts, theme and memory stay warm, and only what changed counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from time import perf_counter

from report import pipeline, resources
from report.content.again import Reread
from report.content.catalogue import read_catalogues
from report.content.check import FINDINGS
from report.content.model import Delivery, Report
from report.content.read import Examined, examine, ordered
from report.content.theme import Theme
from report.content.themecheck.faces import face_problems
from report.content.variants import for_delivery
from report.layout.again import Again
from report.layout.flow import lay_out
from report.layout.recast import in_theme
from report.looks import inks_refused, look_of, themes_of
from report.memory import Memory
from report.pdf.intent import condition_named
from report.preview.moorings import Harbour
from report.preview.takes import Leaf, Stage, Stamp, Take, compared, stamp
from report.problem import Problem, ReportError, of_fault, problem
from report.record import replace
from report.standards import SCREEN
from report.typeset.faces import Faces

READ = frozenset({".yaml", ".yml", ".csv"})
"""Files whose content is in the report as it was read; of all others it has but the name."""
Themes = Mapping[tuple[str, tuple[str, ...]], Theme]


class Rehearsal:
    """Takes of one report; not for several threads at once."""

    def __init__(self, path: Path, options: pipeline.Options, memory: Memory) -> None:
        self.path = path
        self._options, self._memory = options, memory
        self._only = options.only
        self._last = Take(0, None, (), (), stale=True, seconds=0.0, inputs=(str(path),))
        self._faces: tuple[tuple[Stamp, ...], Faces] | None = None
        self._themes: dict[object, tuple[Mapping[str, Stamp], Themes]] = {}
        self._seen: Mapping[str, Stamp] = {}
        self._again: defaultdict[str, Again] = defaultdict(Again)
        self._harbours: defaultdict[str, Harbour] = defaultdict(Harbour)
        self._reread = Reread()

    @property
    def deliveries(self) -> tuple[str, ...]:
        """The names of what can be shown, as the report had them last."""
        stage = self._last.stage
        return tuple(one.name for one in stage.report.deliveries) if stage is not None else ()

    def show(self, delivery: str) -> bool:
        """From the next take on another delivery is shown; says whether it is another one."""
        stage = self._last.stage
        if delivery not in self.deliveries or (stage is not None and stage.delivery.name == delivery):
            return False
        self._only = (delivery,)
        return True

    def take(self) -> Take:
        """The report as it now is; what cannot be laid out leaves the pages of the take before."""
        began = perf_counter()
        number = self._last.number + 1
        try:
            found = examine(self.path, again=self._reread)
            wrong = [p for p in found.problems if p.severity == "error" and p.code not in FINDINGS]
            taken = self._stale(number, found.problems, found) if wrong else self._taken(number, found)
        except ReportError as error:
            taken = self._stale(number, error.problems, None)
        except OSError as error:
            taken = self._stale(number, (problem("cannot-read", None, file=error.filename or self.path),), None)
        except Exception as fault:  # a fault of ours: the next save may avoid it, and the pages stay to be seen
            taken = self._stale(number, (of_fault(fault),), None)
        self._last = taken._replace(seconds=perf_counter() - began)
        return self._last

    def _stale(self, number: int, problems: Iterable[Problem], found: Examined | None) -> Take:
        report = found.report if found is not None else None
        inputs = dict.fromkeys((*self._last.inputs, *(report.inputs if report is not None else ())))
        return self._last._replace(number=number, problems=tuple(problems), stale=True, inputs=tuple(inputs))

    def _taken(self, number: int, found: Examined) -> Take:
        assert found.report is not None
        report = found.report
        delivery = pipeline.chosen(report, replace(self._options, only=self._only))[0]
        themes = self._read_themes(report, delivery)
        faces = self._read_faces()
        theme = themes[look_of(report, delivery)]
        variant = in_theme(for_delivery(report, delivery), theme, themes[report.about.theme, ()])
        unfit = (*inks_refused(theme, report), *face_problems(theme, faces.catalogue))
        files = (*report.inputs, *theme.files)
        moved = self._moved(files)
        moved = frozenset(file for file in moved if Path(file).suffix.lower() not in READ)
        if moved:
            self._again.clear()
        body, moorings = self._harbours[delivery.key].moored(variant.body)
        variant, again = replace(variant, body=body), self._again[delivery.key]
        paged, told = lay_out(variant, theme, faces, self._memory, lambda *_: None, again=again)
        if delivery.condition == SCREEN:  # nobody cuts it: what a screen shows ends at the trim
            paged = replace(paged, pages=tuple(replace(p, sheet=p.sheet._replace(bleed=0.0)) for p in paged.pages))
        condition = condition_named(delivery.condition, delivery.place, report.folder)
        stage = Stage(replace(report, sheet=variant.sheet), theme, delivery, condition, paged)
        stage.figures, stage.moorings = found.figures, moorings
        problems = ordered(dict.fromkeys((*found.problems, *unfit, *map(moorings.problem, told))))
        leaves = tuple(compared(self._kept(stage), paged.pages, number, moved))
        return Take(number, stage, leaves, problems, stale=False, seconds=0.0, inputs=files)

    def _kept(self, stage: Stage) -> tuple[Leaf, ...]:
        """The pages of the take before, unless all look different now."""
        last = self._last.stage
        return self._last.leaves if last is not None and last.condition == stage.condition else ()

    def _moved(self, files: Iterable[str]) -> frozenset[str]:
        """The files that are not what they were."""
        now = {file: stamp(file) for file in dict.fromkeys(files)}
        moved = frozenset(file for file, found in now.items() if self._seen.get(file, found) != found)
        self._seen = now
        return moved

    def _read_themes(self, report: Report, delivery: Delivery) -> Themes:
        """Themes are read again when their files, or the names by which the report asks for them, have changed."""
        asked = (report.about.theme, look_of(report, delivery), report.folder)
        files, themes = self._themes.get(asked, ({}, {}))
        if not themes or any(stamp(file) != seen for file, seen in files.items()):
            themes = themes_of(report, (delivery,), memory=self._memory)
            files = {file: stamp(file) for theme in themes.values() for file in theme.files}
            self._themes[asked] = files, themes
        return themes

    def _read_faces(self) -> Faces:
        """The faces of the catalogues, opened once; what was set with them is remembered by them."""
        catalogues = (resources.fonts() / "fonts.yaml", *self._options.fonts)
        stamps = tuple(stamp(str(path)) for path in catalogues)
        if self._faces is None or self._faces[0] != stamps:
            self._faces = stamps, Faces(read_catalogues(catalogues[0], self._options.fonts), self._memory)
        return self._faces[1]
