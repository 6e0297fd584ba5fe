"""preflight: any PDF against the standards of print and archive; the exit code says whether it keeps them."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report.commands.arguments import GOOD, Arguments, Usage, near, path_of, some
from report.deliver.finished import judgement_json
from report.problem import ConformanceError, ContentError, problem
from report.terminal import Screen

if TYPE_CHECKING:
    from report.preflight import Judgement

Json = dict[str, Any]
STANDARDS = {"x4": "PDF/X-4", "a2u": "PDF/A-2u", "ua1": "PDF/UA-1", "gb9704": "GB/T 9704"}
"""What may be asked for, as the command line writes it."""


def preflight_arguments() -> Arguments:
    parser = Arguments("preflight")
    parser.add_argument("file", type=path_of, metavar="FILE.pdf")
    parser.add_argument("--standard", type=some, metavar="x4,a2u,ua1")
    parser.add_argument("--certificate", type=path_of, metavar="FILE.pdf")
    parser.add_argument("--spots", type=some, metavar="A,B")
    parser.flags("--json", "--no-separations")
    return parser


def preflight(asked: argparse.Namespace, screen: Screen, _environ: Mapping[str, str]) -> int:
    from report.preflight import judge  # it brings pikepdf, which no other command needs

    standards = tuple(map(_standard, _words(asked.standard)))
    _check_target(asked.certificate, asked.file)
    data = read_pdf(asked.file)
    judged = judge(data, standards, not asked.no_separations, _words(asked.spots))
    screen.tell([*judged.problems, *judged.not_judged], str(asked.file))
    record = judgement_json(judged, asked.file, screen.language)
    if asked.certificate:
        _certify(asked.certificate, asked.file.name, judged, record)
    if asked.json:
        screen.say_json(record)
    else:
        screen.say(_verdict(record, judged, screen))
        if asked.certificate:
            screen.say(screen.word("certificate-written", file=asked.certificate))
    return ConformanceError.exit_code if judged.errors else GOOD


def _words(given: str | None) -> tuple[str, ...]:
    return tuple(word for word in re.split("[,，、]", given or "") if word)


def _standard(word: str) -> str:
    key = re.sub(r"[^a-z0-9]", "", word.lower()).removeprefix("pdf")
    if key not in STANDARDS:
        raise Usage("unknown-standard-name", "preflight", name=word, near=near(key, STANDARDS))
    return STANDARDS[key]


def _check_target(target: Path | None, file: Path) -> None:
    """The certificate is a PDF of its own."""
    if target and (target.suffix.lower() != ".pdf" or target.resolve() == file.resolve()):
        raise Usage("certificate-name", "preflight", file=str(target))


def read_pdf(file: Path) -> bytes:
    """The bytes of a file that the user named."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        beside = {p.name: p for p in sorted(file.parent.glob("*.pdf"))}
        alike = beside.get(near(file.name, beside), "")
        raise ContentError([problem("no-report", file=file, near=alike)]) from None
    except OSError as error:
        raise ContentError([problem("unreadable-pdf", file=file, reason=error.strerror or error)]) from error


def _verdict(record: Json, judged: Judgement, screen: Screen) -> str:
    """A line a standard, then the counts."""
    lines = []
    for row in record["standards"]:
        key = "standard-unasked" if not row["judged"] else "standard-kept" if not row["errors"] else "standard-broken"
        claimed = screen.word("claimed" if row["claimed"] else "unclaimed")
        lines.append(screen.word(key, name=row["name"], claimed=claimed, errors=row["errors"]))
    warnings = sum(p.severity == "warning" for p in judged.problems)
    counts = {"pages": record["pages"], "errors": judged.errors, "warnings": warnings}
    return "\n".join([*lines, screen.word("preflight-found", **counts, unjudged=len(judged.not_judged))])


def _certify(target: Path, name: str, judged: Judgement, record: Json) -> None:
    """The page and, beside it, the same as JSON; both or neither."""
    from report.deliver.certificate import certificate
    from report.deliver.edition import as_bytes
    from report.deliver.output import write_files

    page = certificate(name, record, (*judged.problems, *judged.not_judged))
    write_files(target.parent, {target.name: page, target.with_suffix(".json").name: as_bytes(record)})
