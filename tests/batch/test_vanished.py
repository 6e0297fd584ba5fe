"""What goes away, or comes along, while a report is made."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from report import pipeline
from report.content.model import Column, DataCell
from report.content.row import Row
from report.deliver.batch import Crew, Manner, run
from report.deliver.batch import work as worker
from report.deliver.batch.executors import Inline
from report.deliver.cache import RunCache
from report.messages import render
from report.problem import Place, ReportError
from tests.batch.making import counties, tasks


@pytest.mark.parametrize("name", ["img/000.jpg", "县报.yaml"])
@pytest.mark.parametrize("stage", ["fonts", "layout", "pdf"])
def test_an_input_that_vanishes_is_told_or_no_longer_needed(name: str, stage: str, tmp_path: Path) -> None:
    folder = counties(tmp_path / "c", 1).parent

    def vanish(now: str, _done: int, _total: int) -> None:
        if now == stage:
            (folder / name).unlink(missing_ok=True)

    try:
        pipeline.build(folder / "县报.yaml", pipeline.Options(), RunCache(), vanish)
    except ReportError as error:
        (found,) = error.problems
        assert found.code in ("input-vanished", "bad-picture")
        assert "000.jpg" in render(found)
    else:
        assert stage == "pdf" or name == "县报.yaml", "it had been read"


def test_a_picture_that_vanished_fails_one_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = counties(tmp_path / "c", 3).parent
    reports: list[str] = []

    def vanish(stage: str, _done: int, _total: int) -> None:
        reports.extend([stage] if stage == "fonts" else [])
        if len(reports) == 2:
            (folder / "img" / "002.jpg").unlink(missing_ok=True)

    monkeypatch.setattr(worker, "_silent", vanish)
    found = {one.name: one for one in run(tasks(folder / "任务.yaml", tmp_path / "out"), Crew(Inline()), Manner())}
    assert {name: one.status for name, one in found.items()} == {
        "第1县": "delivered",
        "第2县": "failed",
        "第3县": "delivered",
    }
    assert [p.code for p in found["第2县"].problems] in (["input-vanished"], ["bad-picture"])


def test_a_document_that_carries_its_sources_carries_its_row(tmp_path: Path) -> None:
    folder = counties(tmp_path / "c", 1).parent
    report = folder / "县报.yaml"
    report.write_text(report.read_text(encoding="utf-8") + "  存档: {标准: PDF/A-3u}\n", encoding="utf-8")
    row = Row((Column("县区", "text"),), (DataCell("青岚县", "青岚县", Place("县区.csv", 2, 1)),))
    built = pipeline.build(report, pipeline.Options(only=("存档",), row=row), RunCache(), lambda *_: None)
    path = tmp_path / "a.pdf"
    path.write_bytes(built.files[0].data)
    with pikepdf.open(path) as pdf:
        assert json.loads(pdf.attachments["row.json"].get_file().read_bytes()) == {"县区": "青岚县"}
