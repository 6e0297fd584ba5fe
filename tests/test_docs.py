"""What the documents claim and show."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from report import pipeline
from report.deliver.cache import RunCache

ROOT = Path(__file__).parent.parent
DOCS = ("README.md", "README.zh-CN.md", "docs/format.md")


def silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


@pytest.mark.parametrize("name", DOCS)
def test_the_report_that_a_page_shows_builds(name: str, tmp_path: Path) -> None:
    shown = re.findall(r"```yaml\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    for i, text in enumerate(shown):
        report = tmp_path / f"{i}.yaml"
        report.write_text(text, encoding="utf-8")
        built = pipeline.build(report, pipeline.Options(), RunCache(), silent)
        assert built.problems == ()
        assert built.files[0].pages == 1


def test_the_key_tables_are_those_of_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    import reference

    sys.modules.pop("reference")
    page = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    assert reference.renewed(page) == page, "run `make docs`"


def test_both_readmes_say_the_same_in_the_same_order() -> None:
    english, chinese = ((ROOT / name).read_text(encoding="utf-8") for name in DOCS[:2])
    for pattern in (r"^#+ ", r"^\| ", r"^- ", r"^```\w+"):
        assert len(re.findall(pattern, english, re.MULTILINE)) == len(re.findall(pattern, chinese, re.MULTILINE)), (
            pattern
        )
    assert re.findall(r"```.*?```", english, re.DOTALL) == re.findall(r"```.*?```", chinese, re.DOTALL)
