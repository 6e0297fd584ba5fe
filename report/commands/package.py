"""package: the finished pages of a delivery with all that the print shop needs, in one zip."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from report.commands.arguments import GOOD, Arguments, Usage, path_of, some
from report.commands.reports import cache_of, fonts_of, report_file, sized
from report.deliver import edition
from report.deliver.output import write_files
from report.named import NamedTuple
from report.problem import ConformanceError, ContentError, Problem, problem
from report.program import digest
from report.record import replace
from report.terminal import Screen

if TYPE_CHECKING:
    from report.content.model import Delivery, Report
    from report.deliver.package.parts import Finished, Job

PRESS = "PDF/X-4"


def package_arguments() -> Arguments:
    parser = Arguments("package")
    parser.add_argument("report", type=path_of, metavar="REPORT|DIR")
    parser.add_argument("-o", dest="target", type=path_of, metavar="FILE.zip")
    parser.add_argument("--only", type=some, metavar="NAME")
    parser.flags("--json", "--no-cache", "--no-separations", "--with-errors")
    return parser


class Source(NamedTuple):
    """What is to be packed: report, delivery, its files, where the zip goes, further catalogues of fonts, what the
    build had to say."""

    report: Report
    delivery: Delivery
    files: tuple[Finished, ...]
    folder: Path
    fonts: tuple[Path, ...]
    problems: tuple[Problem, ...] = ()


def package(asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> int:
    if asked.target and asked.target.suffix.lower() != ".zip":
        raise Usage("package-name", "package", file=str(asked.target))
    from report.deliver.package.archive import zipped

    found = _of_folder(asked) if asked.report.is_dir() else _of_report(asked, screen, environ)
    job = _judged(found, plates=not asked.no_separations)
    target = asked.target or found.folder / f"{job.name}-package.zip"
    problems = [*found.problems, *_told(job)]
    errors = [one for part in job.parts for one in part.problems if one.severity == "error"]
    if errors and not asked.with_errors:
        raise ConformanceError([*(one for one in problems if one.severity == "error"), problem("package-errors")])
    screen.progress("write", 0, 1)
    files = _packed(job, found.fonts)
    data = zipped(files, job.name)
    write_files(target.parent, {target.name: data})
    screen.tell(problems, str(asked.report))
    if asked.json:
        said = {"path": str(target), "sha256": digest(data), "bytes": len(data), "files": list(files)}
        said |= {"pages": job.pages, "errors": len(errors), "problems": screen.told(problems, str(asked.report))}
        screen.say_json(said)
    else:
        screen.say(screen.word("packed", title=job.report.about.title, path=target, size=sized(len(data))))
        screen.say("\n".join(f"  {name}  {sized(len(held))}" for name, held in files.items()))
    return GOOD


def _packed(job: Job, fonts: tuple[Path, ...]) -> Mapping[str, bytes]:
    from report import resources
    from report.content.catalogue import read_catalogues
    from report.deliver.package.archive import package as packed

    return packed(job, read_catalogues(resources.fonts() / "fonts.yaml", fonts))


def _judged(found: Source, plates: bool) -> Job:
    from report.deliver.package.parts import Job, Manner, parts_of
    from report.looks import sheet_for, spot_names

    manner = Manner(plates, spot_names(found.report, found.delivery))
    report = replace(found.report, sheet=sheet_for(found.report, found.delivery))
    return Job(report, found.delivery, tuple(parts_of(found.files, report, found.delivery, manner)))


def _told(job: Job) -> list[Problem]:
    from report.deliver.package.ticket import missing

    of_files = [replace(one, file=part.name) for part in job.parts for one in part.problems]
    return [*missing(job), *of_files]


# From a report


def _of_report(asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> Source:
    """A report, built as `build` builds it; nothing but the package is written."""
    from report import pipeline
    from report.content.read import read_report
    from report.deliver.package.parts import Finished

    path = report_file(asked.report)
    report, _ = read_report(path)
    delivery = _chosen(report, asked.only)
    fonts = fonts_of(environ)
    options = pipeline.Options((delivery.key,), fonts=fonts)
    built = pipeline.build(path, options, cache_of(asked, environ), screen.progress)
    files = tuple(Finished(file.name, file.data) for file in built.files)
    own = tuple(one for one in built.problems if one.file not in {file.name for file in built.files})
    return Source(report, delivery, files, Path("out", report.about.identifier), fonts, own)


def _chosen(report: Report, wanted: str | None) -> Delivery:
    """The delivery that is asked for, or the one for the press."""
    pressed = [delivery for delivery in report.deliveries if PRESS in delivery.standards]
    if wanted:
        known = {name: one for one in report.deliveries for name in (one.name, one.key)}
        if wanted not in known:
            raise ContentError([problem("unknown-delivery", name=wanted, near="", all="、".join(known))])
        pressed = [known[wanted]]
    if not pressed:
        raise ContentError([problem("package-no-press", file=report.inputs[0])])
    named = [delivery for delivery in pressed if delivery.key == "press"]
    if len(pressed) > 1 and not named:
        raise ContentError([problem("package-which", all="、".join(one.name for one in pressed))])
    return (named or pressed)[0]


# From a folder of finished files


def _of_folder(asked: argparse.Namespace) -> Source:
    """What a build left in a folder, as it left it; raises ContentError where it is not that any more."""
    from report.content.read import read_report

    folder: Path = asked.report
    locks = sorted(folder.glob("*.lock.json"))
    if len(locks) != 1:
        raise ContentError([problem("package-no-edition", file=folder, count=len(locks))])
    held = edition.read_lock(locks[0])
    if held is None:
        raise ContentError([problem("package-no-edition", file=folder, count=0)])
    if held.choices.draft:
        raise ContentError([problem("package-draft", file=folder)])
    if edition.unchanged(held.report, folder, held.choices) is None:
        raise ContentError([problem("package-stale", file=folder, report=held.report)])
    report, _ = read_report(held.report)
    delivery = _chosen(report, asked.only)
    files = tuple(_files(folder, delivery))
    if not files:
        raise ContentError([problem("package-not-built", file=folder, name=delivery.name)])
    return Source(report, delivery, files, folder, held.choices.fonts)


def _files(folder: Path, delivery: Delivery) -> list[Finished]:
    from report.deliver.package.parts import Finished

    summary = edition.read_json(folder / edition.SUMMARY)
    names = [Path(file["path"]).name for file in summary["files"] if file["delivery"] == delivery.key]
    return [Finished(name, (folder / name).read_bytes()) for name in names]
