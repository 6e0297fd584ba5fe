"""The bundled faces and the theme brochure, read once; matplotlib as the product imports it."""

from __future__ import annotations

import pytest

from report.charts import loading
from report.content.catalogue import read_catalogue
from report.content.theme import Theme
from report.deliver.cache import RunCache
from report.layout.desk import Desk
from report.resources import fonts
from report.typeset.faces import Faces

from .made import brochure

loading.load()


@pytest.fixture(scope="session")
def faces() -> Faces:
    return Faces(read_catalogue(fonts() / "fonts.yaml"))


@pytest.fixture(scope="session")
def theme() -> Theme:
    return brochure()


@pytest.fixture
def desk(theme: Theme, faces: Faces) -> Desk:
    return Desk(theme, faces, RunCache(), ".")
