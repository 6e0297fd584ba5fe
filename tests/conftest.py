"""What all tests share: no example of a property has a deadline, since two cores may be busy with others."""

from __future__ import annotations

import pytest
from hypothesis import settings

from report.deliver import drawer

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def _no_drawer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests have both processors already: charts are drawn in their process, unless a test is about the other one."""
    monkeypatch.setattr(drawer, "_processors", lambda: 1)
