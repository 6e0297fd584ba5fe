"""What the documents claim and show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from report import pipeline
from report.content.keys import BLOCKS
from report.content.model import Text
from report.content.read import examine
from report.deliver.cache import RunCache
from tests.docscripts import loaded

ROOT = Path(__file__).parent.parent
FAINT = 24
"""A difference of grey from here on is one that a reader sees."""
DOCS = ("README.md", "README.zh-CN.md", "docs/format.md")


FUNCTIONS = """格式: 1
文档: {编号: t, 标题: 测, 日期: 2026-03-08}
数据: {培训: {文件: 培训.csv, 键: 年份, 列: {年份: 年, 场次: 整数, 人次: 整数}}}
事实:
  村: {值: 2135, 单位: 个}
  社区: {值: 441, 单位: 个}
  贷款: {值: 3.6亿, 单位: 元}
  率: {值: 97.6, 单位: "%"}
  上年率: {值: 95.2, 单位: "%"}
正文:
"""


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


def whole_reports() -> Iterator[Any]:
    """The reports that pages of docs/ show from their first line to their last; designing.md has a test of its own."""
    for path in sorted((ROOT / "docs").glob("*.md")):
        for number, text in enumerate(re.findall(r"^```yaml\n(格式: 1\n.*?)```", path.read_text("utf-8"), re.S | re.M)):
            if re.search(r"^正文:", text, re.MULTILINE) and path.stem != "designing":
                yield pytest.param(text, id=f"{path.stem}-{number}")


@pytest.mark.parametrize("text", tuple(whole_reports()))
def test_a_report_that_is_shown_whole_builds_in_an_empty_folder(text: str, tmp_path: Path) -> None:
    (tmp_path / "report.yaml").write_text(text, encoding="utf-8")
    built = pipeline.build(tmp_path / "report.yaml", pipeline.Options(), RunCache(), silent)
    assert [p.code for p in built.problems if p.severity != "notice"] == []
    assert built.files


def test_every_block_has_an_example_with_its_picture() -> None:
    """The blocks are those of the format; what a section is named after stands in its YAML."""
    shown = tuple(loaded("blocks").examples())
    page = (ROOT / "docs" / "blocks.md").read_text(encoding="utf-8")
    used = {kind: example for example in shown for kind in example.kinds}
    assert sorted(used) == sorted(key.name for key in BLOCKS)
    assert [k.zh for k in BLOCKS if not re.search(rf"^ *- {k.zh}:", used[k.name].text, re.MULTILINE)] == []
    assert [k.zh for k in BLOCKS if not re.search(rf"^## .*\b{k.zh} {k.name}\b", page, re.MULTILINE)] == []
    pictures = {path.stem for path in (ROOT / "docs" / "blocks").iterdir()}
    assert pictures == {example.name for example in shown} == set(re.findall(r"\(blocks/(.*?)\.png\)", page))


@pytest.mark.parametrize("name", [example.name for example in loaded("blocks").examples()])
def test_the_picture_of_a_block_is_what_its_example_prints(name: str, tmp_path: Path) -> None:
    blocks = loaded("blocks")
    example = next(one for one in blocks.examples() if one.name == name)
    done = blocks.built(example, tmp_path)
    assert [p.code for p in done.problems if p.severity != "notice"] == []
    picture = blocks.picture(example, done.files[0].data)
    assert picture.height > 2 * blocks.MARGIN
    with Image.open(ROOT / "docs" / "blocks" / f"{name}.png") as kept:
        assert _same(kept.convert("RGB"), picture.quantize(64).convert("RGB")), "run `make docs`"


def _same(kept: Image.Image, made: Image.Image) -> bool:
    """Equal but for a few pixels, which a palette of 64 colours may decide otherwise elsewhere."""
    if kept.size != made.size:
        return False
    apart = ImageChops.difference(kept, made).convert("L").histogram()
    return sum(apart[FAINT:]) <= 8


def test_functions_and_formats_print_what_the_page_says(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| `\{\{ (.*?) \}\}` \| (.*?) \|$", page.split("<!-- functions -->")[1].split("## ")[0], re.MULTILINE
    )
    data = re.findall(r"```csv\n(.*?)```", (ROOT / "docs" / "blocks.md").read_text(encoding="utf-8"), re.DOTALL)[0]
    (tmp_path / "培训.csv").write_text(data, encoding="utf-8")
    texts = "".join(f"  - 段: |\n      {{{{ {write.replace(chr(92), '')} }}}}\n" for write, _ in rows)
    (tmp_path / "r.yaml").write_text(FUNCTIONS + texts, encoding="utf-8")
    found = examine(tmp_path / "r.yaml")
    assert [p for p in found.problems if p.severity == "error"] == []
    assert found.report is not None
    said = ["".join(inline.text for inline in block.text[0]) for block in found.report.body if isinstance(block, Text)]
    assert said == [printed for _, printed in rows]
    assert len(rows) > 15


def test_the_key_tables_are_those_of_the_package() -> None:
    reference = loaded("reference")
    page = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    assert reference.renewed(page) == page, "run `make docs`"


def test_both_readmes_say_the_same_in_the_same_order() -> None:
    english, chinese = ((ROOT / name).read_text(encoding="utf-8") for name in DOCS[:2])
    for pattern in (r"^#+ ", r"^\| ", r"^- ", r"^```\w+"):
        assert len(re.findall(pattern, english, re.MULTILINE)) == len(re.findall(pattern, chinese, re.MULTILINE)), (
            pattern
        )
    assert re.findall(r"```.*?```", english, re.DOTALL) == re.findall(r"```.*?```", chinese, re.DOTALL)
