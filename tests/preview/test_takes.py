"""A report taken again after each save: what changed, what stays, what is told."""

from __future__ import annotations

from pathlib import Path

from report.preview.telling import spots_of
from tests.preview.demo import TEXT, rehearsal


def codes(problems: object) -> list[str]:
    return [one.code for one in problems]  # type: ignore[attr-defined]


def test_only_the_changed_page_has_a_new_version(tmp_path: Path) -> None:
    shown = rehearsal(tmp_path)
    first = shown.take()
    assert first.changed == (1, 2)
    shown.path.write_text(TEXT.replace("常训常新", "年年常新"), encoding="utf-8")
    second = shown.take()
    assert [leaf.version for leaf in second.leaves] == [1, 2]
    assert second.changed == (2,)


def test_a_page_that_only_moved_in_its_source_is_the_same_page(tmp_path: Path) -> None:
    shown = rehearsal(tmp_path)
    shown.take()
    shown.path.write_text(TEXT.replace("正文:\n", "# 一行说明\n正文:\n"), encoding="utf-8")
    take = shown.take()
    assert take.changed == ()
    assert take.stage is not None
    lines = {spot["text"][:2]: spot["line"] for spot in spots_of(take.leaves[1], take.stage.moorings)}
    assert lines["队伍"] == TEXT.splitlines().index("  - 段: 队伍常训常新。") + 2


def test_a_table_that_changes_changes_its_page(tmp_path: Path) -> None:
    shown = rehearsal(tmp_path)
    shown.take()
    (tmp_path / "培训.csv").write_text("年份,场次\n2023,171\n2024,232\n", encoding="utf-8")
    assert shown.take().changed == (1,)


def test_the_last_good_pages_stay_beside_the_error(tmp_path: Path) -> None:
    shown = rehearsal(tmp_path)
    good = shown.take()
    shown.path.write_text(TEXT.replace("  - 段: 队伍", "  - 断: 队伍"), encoding="utf-8")
    wrong = shown.take()
    assert wrong.stale
    assert wrong.leaves == good.leaves
    assert [(one.code, one.place.line) for one in wrong.problems if one.place] == [("unknown-block", 15)]
    shown.path.write_text(TEXT, encoding="utf-8")
    again = shown.take()
    assert not again.stale
    assert again.problems == ()
    assert again.changed == ()


def test_a_report_that_never_was_good_has_problems_and_no_pages(tmp_path: Path) -> None:
    shown = rehearsal(tmp_path)
    shown.path.write_text("格式: [1", encoding="utf-8")
    take = shown.take()
    assert take.stale
    assert take.leaves == ()
    assert take.problems


def test_what_is_wrong_with_figures_stops_no_pages(tmp_path: Path) -> None:
    shown = rehearsal(tmp_path)
    shown.path.write_text(TEXT.replace("232 场", "999 场") + "核对: {数字: 严格}\n", encoding="utf-8")
    take = shown.take()
    assert not take.stale
    assert codes(take.problems) == ["figure-unmatched"]


def test_a_screen_has_no_bleed(tmp_path: Path) -> None:
    assert {leaf.page.sheet.bleed for leaf in rehearsal(tmp_path, "屏幕").take().leaves} == {0.0}


def test_every_text_of_a_page_leads_to_its_line(tmp_path: Path) -> None:
    shown = rehearsal(tmp_path)
    written = TEXT.splitlines()
    take = shown.take()
    assert take.stage is not None
    found = spots_of(take.leaves[0], take.stage.moorings)
    for words in ("阵地", "春耕时节", "历年培训"):
        (line,) = {spot["line"] for spot in found if words in spot["text"]}
        assert words in written[line - 1]
    rows = [(Path(spot["file"]).name, spot["line"]) for spot in found if "126" in spot["text"]]
    assert rows == [("培训.csv", 2)]
    assert all(left < right and top < foot for left, top, right, foot in (spot["box"] for spot in found))
