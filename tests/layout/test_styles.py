"""What a style of the theme may ask of the composer."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import pipeline, resources
from report.content.read import read_report
from report.content.theme import read_theme
from report.deliver.cache import RunCache
from report.layout.desk import Desk
from report.layout.flow import lay_out
from report.problem import ContentError
from report.typeset.faces import Faces
from tests.layout.tiny import Laid, runs

MAIN = """format: 1
name: own
page: {width: 210, height: 285, bleed: 3, safe: 5, foot: 277}
colours: {ink: [0, 0, 0, 100]}
styles:
  body: STYLE
blocks: {}
"""


def theme_with(folder: Path, style: str) -> Path:
    """A theme folder whose only style is this one."""
    (folder / "theme.yaml").write_text(MAIN.replace("STYLE", style), encoding="utf-8")
    (folder / "pages.yaml").write_text("单页: {title: 单页, elements: []}\n", encoding="utf-8")
    return folder


def desk_of(theme_folder: Path, faces: Faces) -> Desk:
    return Desk(read_theme(theme_folder), faces, RunCache(), ".", "zh-Hant")


def test_a_style_chooses_punctuation_level_and_manners(tmp_path: Path, faces: Faces) -> None:
    wishes = "punctuation: 开明, level: 严格, balance: true, drop-cap: 3"
    folder = theme_with(tmp_path, f"{{face: song, weight: 400, size: 10, {wishes}}}")
    style = desk_of(folder, faces).style(read_theme(folder).styles["body"])
    assert (style.punctuation, style.level, style.balance, style.phrases) == ("kaiming", "strict", True, False)
    assert (style.drop_cap, style.language) == (3, "zh-Hant")


def test_code_in_a_line_stands_in_half_ems_as_the_theme_has_it(tmp_path: Path, faces: Faces) -> None:
    report = tmp_path / "r.yaml"
    head = "格式: 1\n文档: {编号: t, 标题: 测, 日期: 2024-01-21}\n核对: {数字: 关}\n"
    report.write_text(head + "正文:\n  - 段: 写成[mail]{代码}，再存。\n", encoding="utf-8")
    parsed, _ = read_report(report)
    laid = Laid(*lay_out(parsed, read_theme(resources.themes() / "brochure"), faces, RunCache(), lambda *_: None))
    assert laid.codes == []
    code = next(run for page in laid.paged.pages for run in runs(page.items) if "mail" in run.text)
    assert code.face.key == "hei-400"
    assert set(code.advances) == {500.0}


def test_an_unknown_punctuation_style_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        read_theme(theme_with(tmp_path, "{face: song, weight: 400, size: 10, punctuation: 全半角}"))
    (found,) = caught.value.problems
    assert found.code == "theme-value"
    assert "开明" in dict(found.values)["wanted"]


def test_the_language_of_the_report_chooses_the_rules(tmp_path: Path) -> None:
    report = tmp_path / "r.yaml"
    head = "格式: 1\n文档: {编号: t, 标题: 測, 日期: 2024-01-21, 语言: zh-Hant}\n"
    report.write_text(head + "正文:\n  - 页: {版式: 展望, 区: {题: 下一步, 文: 新的起點，繼續。}}\n", encoding="utf-8")
    built = pipeline.build(report, pipeline.Options(), RunCache(), lambda *_: None)
    assert built.files[0].pages == 1
