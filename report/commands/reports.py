"""build, check: a report to its files, to its problems."""

from __future__ import annotations

import argparse
import os
import re
import stat
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from report import resources
from report.commands.arguments import FLAGS, GOOD, Arguments, Usage, near, path_of, some
from report.deliver import edition, findings
from report.deliver.cache import FolderCache, RunCache, default_folder
from report.deliver.drawer import beside
from report.deliver.findings import Findings
from report.deliver.finished import certified, finished
from report.deliver.output import write_files
from report.messages import fill
from report.messages.ledger import CLASSES, LEDGER_HEAD, STATUSES
from report.modules import lean
from report.problem import ContentError, Problem, problem
from report.program import running
from report.terminal import Screen

if TYPE_CHECKING:
    from report.layout.changebars import Compare
    from report.pipeline import Built


def build_arguments() -> Arguments:
    parser = Arguments("build")
    parser.add_argument("report", nargs="?", type=path_of, metavar="REPORT")
    parser.add_argument("-o", dest="folder", type=path_of, metavar="DIR")
    parser.add_argument("--only", type=some, metavar="A,B")
    parser.add_argument("--keep", type=_editions, metavar="N")
    parser.add_argument("--since", type=some, nargs="?", const="last", metavar="E")
    parser.flags(*FLAGS)
    return parser


def _editions(text: str) -> int:
    """How many editions stay: a whole number from 1."""
    if not text.isdecimal() or int(text) < 1:
        raise ValueError
    return int(text)


def check_arguments() -> Arguments:
    parser = Arguments("check")
    parser.add_argument("report", type=path_of, metavar="REPORT")
    parser.add_argument("--ledger", type=path_of, metavar="FILE.csv")
    parser.flags("--json", "--no-cache")
    return parser


def report_file(given: Path | None) -> Path:
    """The report that is meant: the one named, or the sample."""
    report = given or resources.sample()
    if report is None:
        raise Usage("no-sample")
    try:
        is_folder = stat.S_ISDIR(report.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        beside = {p.name: p for p in sorted(report.parent.glob("*.y*ml"))}
        alike = beside.get(near(report.name, beside), "")
        raise ContentError([problem("no-report", file=report, near=alike)]) from None
    except OSError:  # reading it will say why
        return report
    if is_folder:
        alike = next(iter(sorted(report.glob("*.y*ml"))), report / "report.yaml")
        raise ContentError([problem("report-is-folder", file=report, near=alike)])
    return report


def build(asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> int:
    asked = _since_last(asked)
    report = report_file(asked.report)
    only = tuple(name for name in re.split("[,，、]", asked.only or "") if name)
    choices = edition.Choices(only, asked.draft, fonts_of(environ), since=asked.since or "")
    cache = cache_of(asked, environ)
    with beside(report, cache, choices.fonts) as drawer:
        program = running(cache)
        anew = asked.force or asked.since
        if not anew and (kept := edition.unchanged(report, asked.folder, choices, made_by=program)):
            screen.tell(kept.problems, str(report))
            told = {**kept.summary, "problems": screen.told(kept.problems, str(report)), "seconds": screen.seconds}
            _say(told, screen.word("unchanged", folder=kept.folder), kept.folder, asked, screen)
            return GOOD
        lean()
        from report import pipeline
        from report.pdf.document import ready_to_write
        from report.warm import Warm

        warm = Warm(watched=screen.watched)
        drawer.meanwhile(warm.settle, ready_to_write)
        options = pipeline.Options(choices.only, choices.draft, choices.fonts, since=_since(asked))
        with warm.settled():
            built = pipeline.build(report, options, cache, screen.progress, warm)
            drawer.leave(built.inputs)
            folder = asked.folder or Path("out", built.report_id)
            told = _deliver(built, report, folder, choices, screen, program=program)
            screen.tell(built.problems, str(report))
            _say(told, _summary(told, built.title, screen), folder, asked, screen)
    return GOOD


def _since_last(asked: argparse.Namespace) -> argparse.Namespace:
    """The report may follow a --since that has no value of its own."""
    given = str(asked.since or "")
    if asked.report is None and given.lower().endswith((".yaml", ".yml")):
        return argparse.Namespace(**{**vars(asked), "report": Path(given), "since": "last"})
    return asked


def _since(asked: argparse.Namespace) -> Compare | None:
    """What a proof is compared with; the edition itself may change from run to run, so such a build is always made."""
    if not asked.since:
        return None
    if not asked.draft:
        raise Usage("since-needs-draft", "build")
    from report.deliver.since import Since

    return Since(asked.since, asked.folder)


def _say(told: edition.Json, words: str, folder: Path, asked: argparse.Namespace, screen: Screen) -> None:
    """The result of a build, after its files were kept as an edition where that is asked for."""
    if asked.keep:
        from report.deliver.keeping import keep_edition

        kept = keep_edition(folder, told["id"], asked.keep)
        told = {**told, "edition": kept.folder.as_posix()}
        words += "\n" + screen.word("edition-kept" if kept.fresh else "edition-same", folder=kept.folder)
    if asked.json:
        screen.say_json(told)
    else:
        screen.say(words)


def _deliver(
    built: Built, report: Path, folder: Path, choices: edition.Choices, screen: Screen, *, program: edition.Json
) -> edition.Json:
    """Write files, summary and lock; returns the summary. The seconds are those until the writing begins."""
    screen.progress("write", 0, 1)
    certificates = certified(built, screen.language)
    told = edition.summary(built, folder, screen.told(built.problems, str(report)), screen.seconds)
    lock = edition.lock(built, report, folder, choices, screen.began, made_by=program)
    write_files(folder, finished(built, certificates, told, lock))
    return told


def _summary(told: edition.Json, title: str, screen: Screen) -> str:
    lines = [screen.word("title", title=title)]
    for file in told["files"]:
        shown = {**file, "size": sized(file["bytes"]), "standards": " ".join(file["standards"])}
        lines.append("  " + screen.word("file", **shown).rstrip())
    warnings = sum(p["severity"] == "warning" for p in told["problems"])
    counts = {"fonts": len(told["fonts"]), "facts": told["figures"]["facts"], "warnings": warnings}
    return "\n".join([*lines, "  " + screen.word("counts", **counts, seconds=f"{told['seconds']:.2f}")])


def sized(count: int) -> str:
    """A number of bytes for people."""
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{count / 1e3:.0f} kB"


def check(asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> int:
    report = report_file(asked.report)
    choices = edition.Choices(fonts=fonts_of(environ))
    cache = cache_of(asked, environ)
    found = findings.recalled(report, choices, cache) or _checked(report, choices, cache, screen)
    if asked.ledger:
        head = fill(LEDGER_HEAD, screen.language)[0].split("|")
        words = {key: fill(row, screen.language)[0] for key, row in {**STATUSES, **CLASSES}.items()}
        write_files(asked.ledger.parent, {asked.ledger.name: findings.as_csv(found.ledger, head, words)})
    screen.tell(found.problems, str(report))
    figures = dict(Counter(row.status for row in found.ledger))
    if asked.json:
        rows = [row._asdict() for row in found.ledger]
        screen.say_json({"problems": screen.told(found.problems, str(report)), "figures": figures, "ledger": rows})
    else:
        screen.say(_verdict(found.problems, figures, screen))
    errors = {p.code for p in found.problems if p.severity == "error"}
    if not errors:
        return GOOD
    from report.outcome import error_kind

    return error_kind(errors).exit_code


def _checked(report: Path, choices: edition.Choices, cache: FolderCache | RunCache, screen: Screen) -> Findings:
    with beside(report, cache, choices.fonts) as drawer:
        lean()
        from report import pipeline
        from report.warm import Warm

        warm = Warm()
        drawer.meanwhile(warm.settle)
        done = pipeline.check(report, pipeline.Options(fonts=choices.fonts), cache, screen.progress, warm)
        if done.inputs is not None:
            drawer.leave(done.inputs)
    rows = (findings.row_of(entry, page) for entry, page in done.ledger)
    found = Findings(done.problems, tuple(rows))
    if done.inputs is not None and isinstance(cache, FolderCache):  # what ends with the run is asked for by nobody
        findings.keep(report, choices, found, done.inputs, cache)
    return found


def _verdict(problems: Sequence[Problem], figures: Mapping[str, int], screen: Screen) -> str:
    errors = sum(p.severity == "error" for p in problems)
    warnings = sum(p.severity == "warning" for p in problems)
    lines = [screen.word("found", errors=errors, warnings=warnings) if problems else screen.word("good")]
    if figures:
        said = (f"{fill(STATUSES[status], screen.language)[0]} {count}" for status, count in sorted(figures.items()))
        lines.append(screen.word("figures", total=sum(figures.values()), counts=" · ".join(said)))
    return "\n".join(lines)


def fonts_of(environ: Mapping[str, str]) -> tuple[Path, ...]:
    """Catalogues beside the bundled one: that of `banxin fonts add`, then those of BANXIN_FONTS, separated as paths."""
    home = resources.own_fonts(environ)
    own = (home / "fonts.yaml",) if home is not None and (home / "fonts.yaml").is_file() else ()
    return (*own, *(Path(part) for part in environ.get("BANXIN_FONTS", "").split(os.pathsep) if part))


def cache_of(asked: argparse.Namespace, environ: Mapping[str, str]) -> FolderCache | RunCache:
    folder = None if asked.no_cache else default_folder(environ)
    return FolderCache(folder) if folder else RunCache()
