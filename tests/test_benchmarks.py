"""What the pages of benchmarks say is what was measured, and their picture is the product's."""

from __future__ import annotations

import io
from types import ModuleType

import pytest
from PIL import Image, ImageChops

from tests.docscripts import loaded


@pytest.fixture(scope="module")
def made() -> ModuleType:
    return loaded("benchmarks")


def test_the_pages_are_what_the_results_say(made: ModuleType) -> None:
    for path, text in made.written(made.results()).items():
        assert path.read_text(encoding="utf-8") == text, "run `python docs/benchmarks.py`"


def test_the_picture_is_the_page_of_the_results(made: ModuleType) -> None:
    now = Image.open(io.BytesIO(made.picture(made.results()))).convert("L")
    kept = Image.open(made.PICTURE).convert("L")
    assert now.size == kept.size
    assert sum(ImageChops.difference(now, kept).histogram()[64:]) < 50, "run `python docs/benchmarks.py`"


def test_every_work_was_measured(made: ModuleType) -> None:
    found = made.results()
    assert {work for work, _ in found.rows} == set(made.WORKS)
    assert found.row("W3")["pages"] == 100
    assert found.told["rounds"] >= 3


def test_the_plan_is_its_formula(made: ModuleType) -> None:
    plan = made.Plan(cpu=0.36, size=250_000, memory=1e8)
    assert plan.hours == pytest.approx(102.0)
    assert plan.cores(made.NIGHT) == pytest.approx(102 / 8 / 0.7)
    assert plan.terabytes == pytest.approx(0.25)
