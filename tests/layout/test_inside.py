"""The walk through a report: as much of it as a walk finds that looks into everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from report.content.model import Inline, Photo, Report
from report.content.read import read_report
from report.layout.inside import SIMPLE, held, inlines, records
from report.record import field_names
from tests.layout.making import made

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ("data/kaifeng/report.yaml", "data/bulletin/report.yaml", "")


@pytest.fixture(scope="module", params=SAMPLES)
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """A sample, and the report of all blocks."""
    return read_report(ROOT / request.param if request.param else made(tmp_path_factory.mktemp("everything")))


def everything(part: Any) -> Iterator[Any]:
    """All that is in a part, in reading order, by a walk that spares itself nothing."""
    yield part
    if isinstance(part, tuple):
        inside = part
    elif isinstance(part, Mapping):
        inside = tuple(part.values())
    else:
        inside = tuple(getattr(part, name) for name in field_names(type(part)))
    for one in inside:
        yield from everything(one)


def test_every_stretch_of_prose_is_found(report: Report) -> None:
    found = [one for one in everything(report) if type(one) is Inline]
    assert found
    assert list(inlines(report)) == found


def test_every_record_that_is_not_simple_is_found(report: Report) -> None:
    wanted = [one for one in everything(report) if field_names(type(one)) and type(one) not in SIMPLE]
    assert list(records(report)) == wanted


def test_fields_of_plain_values_are_not_looked_into(report: Report) -> None:
    for photo in (one for one in records(report) if type(one) is Photo):
        assert photo.caption in tuple(held(photo))
        assert photo.file not in tuple(held(photo))
