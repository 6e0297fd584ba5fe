"""The sample, built once for all tests of this folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from report import pipeline, resources
from report.content.model import Report
from report.content.read import read_report
from report.deliver.cache import RunCache
from tests import tools


@dataclass(frozen=True)
class Sample:
    """The built sample: the report, the press file, and the text of each page without white space."""

    report: Report
    built: pipeline.Built
    path: Path
    texts: tuple[str, ...]


def silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    source = resources.sample()
    assert source is not None
    built = pipeline.build(source, pipeline.Options(), RunCache(), silent)
    path = tmp_path_factory.mktemp("sample") / built.files[0].name
    path.write_bytes(built.files[0].data)
    pages = tools.run("pdftotext", "-raw", path, "-").split("\f")[:-1]
    return Sample(read_report(source)[0], built, path, tuple("".join(page.split()) for page in pages))
