"""The brochure theme and the bundled faces, opened once."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import resources
from report.content.catalogue import read_catalogue
from report.content.theme import Theme, read_theme
from report.deliver.cache import RunCache
from report.layout.desk import Desk
from report.typeset.faces import Faces
from tests.layout.tiny import Press


@pytest.fixture(scope="session")
def theme() -> Theme:
    return read_theme(resources.themes() / "brochure")


@pytest.fixture(scope="session")
def faces() -> Faces:
    return Faces(read_catalogue(resources.fonts() / "fonts.yaml"))


@pytest.fixture
def desk(theme: Theme, faces: Faces, tmp_path: Path) -> Desk:
    return Desk(theme, faces, RunCache(), str(tmp_path))


@pytest.fixture
def press(theme: Theme, faces: Faces, tmp_path: Path) -> Press:
    return Press(theme, faces, tmp_path)
