"""A build into the files that stay: PDFs, the certificates of those that have one, summary and lock."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from report.deliver import edition
from report.deliver.edition import Json
from report.messages import Language, as_json

if TYPE_CHECKING:
    from report.pipeline import Built, BuiltFile
    from report.preflight import Judgement


def finished(built: Built, certificates: Mapping[str, bytes], told: Json, lock: Json) -> dict[str, bytes]:
    """The files by name, what describes the others last."""
    files = {file.name: file.data for file in built.files}
    described = {edition.SUMMARY: told, f"{built.report_id}.lock.json": lock}
    return {**files, **certificates, **{name: edition.as_bytes(value) for name, value in described.items()}}


def certified(built: Built, language: Language) -> dict[str, bytes]:
    """The certificates for the print shop, and the same as JSON in the reader's language."""
    found: dict[str, bytes] = {}
    for file in built.files:
        found |= certificate_of(file, language)
    return found


def certificate_of(file: BuiltFile, language: Language) -> dict[str, bytes]:
    """The certificate of a file as a page and as JSON, by name; none where it has none."""
    if file.judged is None:
        return {}
    from report.deliver.certificate import certificate

    judged = file.judged
    record = judgement_json(judged, Path(file.name), language)
    stem = f"{Path(file.name).stem}-certificate"
    page = certificate(file.name, record, (*judged.problems, *judged.not_judged))
    return {f"{stem}.pdf": page, f"{stem}.json": edition.as_bytes(record)}


def judgement_json(judged: Judgement, file: Path, language: Language) -> Json:
    """The record of a preflight with its problems in words."""
    from report.preflight.record import as_record

    problems = [as_json(problem, language, str(file)) for problem in judged.problems]
    unjudged = [as_json(problem, language, str(file)) for problem in judged.not_judged]
    return {"file": str(file), **as_record(judged), "problems": problems, "not_judged": unjudged}
