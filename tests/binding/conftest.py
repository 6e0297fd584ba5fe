"""A thick book, built once: its files, and what was found wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from report import pipeline
from report.deliver.cache import RunCache
from report.pipeline import Built
from tests.binding.books import thick_book


def make(path: Path) -> Built:
    """A report built without a cache that stays."""
    return pipeline.build(path, pipeline.Options(), RunCache(), lambda _stage, _done, _total: None)


@pytest.fixture(scope="session")
def build() -> Callable[[Path], Built]:
    return make


@pytest.fixture(scope="session")
def thick(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Path]:
    """The book and the folder of its files."""
    folder = tmp_path_factory.mktemp("thick")
    built = make(thick_book(folder))
    for file in built.files:
        (folder / file.name).write_bytes(file.data)
    return built, folder
