"""The bundled faces, opened once for all tests of the composer."""

from __future__ import annotations

import pytest

from report.content.catalogue import read_catalogue
from report.resources import fonts
from report.typeset.faces import Faces


@pytest.fixture(scope="session")
def faces() -> Faces:
    return Faces(read_catalogue(fonts() / "fonts.yaml"))
