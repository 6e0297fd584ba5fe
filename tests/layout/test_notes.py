"""Footnotes on the pages of their marks, pages of references, the number of pages, the index of names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from report import pipeline
from report.content.read import read_report
from report.content.source import parse
from report.content.theme import Theme, read_theme
from report.deliver.cache import RunCache
from report.drawing import Marked, Page, Run, runs_of
from report.layout.blocks.names import order
from report.layout.fill import fill
from report.layout.flow import lay_out
from report.layout.frames import Apart, Bed
from report.layout.pieces import Piece, nothing
from report.layout.settling import circled
from report.typeset.faces import Faces
from tests import tools, verapdf
from tests.layout.test_fill import LINES, STEP, bed, lines
from tests.layout.tiny import PLACE, Laid, links, marks, runs, words_of

HEAD = "格式: 1\n文档: {编号: t, 标题: 测, 日期: 2024-01-21}\n事实: {村: {值: 2135, 单位: 个}}\n"
FULL = "春耕时节，妇女们围坐田埂听讲；学会了的，再教给下一个人。" * 4
FOOT = 20.0 + LINES * STEP


def written(folder: Path, body: str, head: str = HEAD) -> Path:
    path = folder / "r.yaml"
    path.write_text(f"{head}正文:\n{body}", encoding="utf-8")
    return path


@pytest.fixture
def lay(theme: Theme, faces: Faces, tmp_path: Path):  # type: ignore[no-untyped-def]
    def laid(body: str, theme: Theme = theme, head: str = HEAD) -> Laid:
        report, _ = read_report(written(tmp_path, body, head))
        return Laid(*lay_out(report, theme, faces, RunCache(), lambda _done, _total: None))

    return laid


def notes(page: Page) -> list[str]:
    return [words_of(mark.items) for mark in marks(page.items) if mark.role == "Note"]


def noted_text(count: int, marked: int) -> str:
    """Paragraphs, of which some have a note each."""
    words = [f"      {FULL}{f'^{i}' if i <= marked else ''}" for i in range(1, count + 1)]
    below = [f"      ^{i} 第{i}条注。" for i in range(1, marked + 1)]
    return "  - 段: |\n" + "\n\n".join([*words, "\n".join(below)]) + "\n"


def paper(columns: int = 1, above: float = 5.0) -> Bed:
    plain = bed(columns)
    return plain._replace(notes=Apart(above, 2.0, 20.0, None))  # type: ignore[arg-type]


def remark(count: int, height: float = 8.0) -> tuple[Piece, ...]:
    return tuple(Piece(height, nothing, snap=False) for _ in range(count))


def test_a_note_takes_its_room_from_the_page() -> None:
    flow = lines(LINES + 4)
    flow[2] = replace(flow[2], notes=remark(2))
    first, second = fill(flow, paper())
    assert len(first.puts) == 9  # 21 points of notes leave no room for three lines
    assert [put.top for put in first.notes] == [FOOT - 16, FOOT - 8]
    assert not second.notes


def test_a_line_whose_note_has_no_room_goes_to_the_next_page_with_it() -> None:
    flow = lines(LINES)
    flow[-1] = replace(flow[-1], notes=remark(1))
    first, second = fill(flow, paper())
    assert (len(first.puts), len(second.puts)) == (LINES - 1, 1)
    assert (len(first.notes), len(second.notes)) == (0, 1)


def test_a_note_is_parted_only_where_no_page_holds_it() -> None:
    flow = lines(2)
    flow[0] = replace(flow[0], notes=remark(20))
    leaves = fill(flow, paper())
    assert [len(leaf.notes) for leaf in leaves] == [13, 7]
    assert [line for leaf in leaves for line in (put.piece for put in leaf.notes)] == list(flow[0].notes)
    assert not [problem for leaf in leaves for problem in leaf.problems]
    assert [len(leaf.puts) for leaf in leaves] == [1, 2]  # the second line stands beside what is left of the note


def test_notes_stand_in_the_column_of_their_mark() -> None:
    flow = lines(2 * LINES - 3)
    flow[LINES + 1] = replace(flow[LINES + 1], notes=remark(1))
    (leaf,) = fill(flow, paper(2))
    assert [put.column for put in leaf.notes] == [1]
    column = next(put.column for put in leaf.puts if put.piece is flow[LINES + 1])
    assert column == 1


def test_balanced_columns_and_what_stands_across_clear_the_notes() -> None:
    flow = [*lines(8), *lines(1, reach="wide"), *lines(40)]
    flow[0] = replace(flow[0], notes=remark(3))
    for leaf in fill(flow, paper(2)):
        for put in leaf.puts:
            over = [note.top for note in leaf.notes if put.column in (note.column, -1)]
            assert put.top + put.piece.height <= min(over, default=FOOT + 5) - 5 + 0.01


def test_a_note_at_the_foot_of_a_wide_piece_keeps_the_whole_page_free() -> None:
    flow = [*lines(1, reach="wide", notes=remark(4)), *lines(2 * LINES)]
    first, _ = fill(flow, paper(2))
    assert {put.column for put in first.notes} == {0}


def test_notes_stand_on_the_page_of_their_marks_and_count_on_every_page(lay) -> None:  # type: ignore[no-untyped-def]
    laid = lay(noted_text(26, 26))
    assert len(laid.pages) > 1
    for page in laid.pages:
        said = notes(page)
        assert said
        assert [note[0] for note in said] == [circled(i + 1) for i in range(len(said))]
        references = [words_of(mark.items) for mark in marks(page.items) if mark.role == "Reference"]
        assert references == [note[0] for note in said]
    assert [note[1:] for page in laid.pages for note in notes(page)] == [f"第{i}条注。" for i in range(1, 27)]
    assert not laid.problems


def test_notes_stand_below_all_text_under_a_rule(lay) -> None:  # type: ignore[no-untyped-def]
    laid = lay(noted_text(30, 30))
    for page in laid.pages:
        inside = {id(run) for mark in marks(page.items) if mark.role == "Note" for run in runs_of(mark.items)}
        body = [run.y for run in runs(page.items) if id(run) not in inside]
        below = [run.y for run in runs_of(page.items) if id(run) in inside]
        rule = next(
            item.items[0].path.points[1]  # type: ignore[union-attr]
            for item in page.items
            if isinstance(item, Marked) and item.role == "Artifact" and not any(True for _ in runs_of(item.items))
        )
        assert max(body) < rule < min(below)


def test_a_theme_may_count_through_in_figures(theme: Theme, lay) -> None:  # type: ignore[no-untyped-def]
    changed = Path(theme.files[0]).parent
    plain = read_theme(changed)
    laid = lay(noted_text(26, 26), _with(plain, "flow: {notes: {count: through, form: plain}}"))
    assert [note.partition("第")[0] for page in laid.pages for note in notes(page)] == [str(i) for i in range(1, 27)]


def _with(theme: Theme, said: str) -> Theme:
    """The theme with changes on top; maps are merged."""
    from report.content.source import Fields, Scalar

    def merged(under: Fields, over: Fields) -> Fields:
        new = {key.text: value for key, value in over.entries}
        kept = [
            (key, merged(value, new.pop(key.text)))  # type: ignore[arg-type]
            if isinstance(value, Fields) and isinstance(new.get(key.text), Fields)
            else (key, new.pop(key.text, value))
            for key, value in under.entries
        ]
        return Fields((*kept, *((Scalar(name, True, PLACE), value) for name, value in new.items())), under.place)

    change = parse(said.encode(), "change.yaml")
    assert isinstance(change, Fields)
    root = replace(theme.root, layers=(merged(theme.root.layers[0], change), *theme.root.layers[1:]))
    return replace(theme, root=root)


def test_points_captions_and_titles_have_notes_too(lay) -> None:  # type: ignore[no-untyped-def]
    laid = lay(
        "  - 节: |\n      小节题^1\n\n      ^1 题注。\n"
        "  - 要点:\n      - |\n        要点^1\n\n        ^1 点注。\n"
        "  - 人物:\n      名: 张伟\n      文: |\n        讲课^1\n\n        ^1 人注。\n"
    )
    assert notes(laid.pages[0]) == ["①题注。", "②点注。", "③人注。"]
    assert [entry.title for entry in laid.paged.outline] == ["一、小节题"]


def test_a_mark_where_nothing_can_stand_below_is_told(lay) -> None:  # type: ignore[no-untyped-def]
    bar = "  - 图表:\n      类: 条形\n      项:\n        - {事实: 村, 名: 'LABEL'}\n"
    laid = lay(bar.replace("LABEL", "村^1\n\n\n          ^1 名注。"))
    assert laid.codes == ["note-not-here"]


REGION = """  - 空白: {}
  - 空白: {}
  - 页:
      版式: 三行
      区:
        一:
          - 专题:
              题: 示例
              文: |
                WORDS^1。

                ^1 版位的注。
"""


def test_a_region_of_a_composed_page_has_its_notes_at_its_foot(lay) -> None:  # type: ignore[no-untyped-def]
    laid = lay(REGION.replace("WORDS", "村村有家园"))
    assert notes(laid.pages[2]) == ["①版位的注。"]
    assert not laid.problems
    full = lay(REGION.replace("WORDS", FULL * 2))
    assert "block-overflow" in full.codes


TABLE = """  - 表格:
      题: 县区^2
      数据: 县区
      注: |
        数字虚构。

        ^1 含开发区。
        ^2 截至年底。
"""


def test_notes_of_a_table_stand_below_it_and_cells_may_share_one(lay, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "d.csv").write_text("县区,家园\n甲,40^1\n乙^1,128\n丙,9\n", encoding="utf-8")
    laid = lay(TABLE, head=HEAD + "数据: {县区: {文件: d.csv}}\n核对: {数字: 关}\n")
    assert not laid.problems
    page = laid.pages[0]
    assert notes(page) == []
    assert "1\u2002含开发区。" in words_of(page.items)
    runs = [run for run in runs_of(page.items) if isinstance(run, Run)]
    edges = {run.text: run.x + run.width for run in runs if run.text in ("40", "128", "9")}
    assert max(edges.values()) - min(edges.values()) < 0.1  # marks stand outside the figures
    (mark,) = [run for run in runs if run.text == "1" and abs(run.x - edges["40"]) < 0.5]
    assert mark.size < 8


def test_references_say_the_page_and_the_book_says_how_many(lay) -> None:  # type: ignore[no-untyped-def]
    laid = lay(
        "  - 段: |\n      见[第{页}页](#节-末)，共{{ 文档.页数 }}页。\n  - 分页:\n  - 段: 中\n  - 分页:\n"
        "  - 节: {题: 末, 号: 末}\n  - 段: 尾\n"
    )
    assert "见第3页，共3页。" in laid.text(1)
    (link,) = links(laid.pages[0].items)
    assert laid.paged.destinations[link.target].page == 3
    assert not laid.problems


def test_a_reference_in_a_composed_page_says_the_page(lay) -> None:  # type: ignore[no-untyped-def]
    laid = lay(REGION.replace("WORDS", "见[第{页}页](#节-末)") + "  - 节: {题: 末, 号: 末}\n  - 段: 尾\n")
    assert "见第4页" in laid.text(3)


def test_a_folio_may_say_how_many_pages_there_are(theme: Theme, lay) -> None:  # type: ignore[no-untyped-def]
    changed = _with(theme, 'furniture: {folio: {form: "第{n}页 共{total}页"}}')
    laid = lay("  - 段: 一\n  - 分页:\n  - 段: 二\n", changed)
    said = ["".join("".join(run.text for run in runs_of(page.items)).split()) for page in laid.pages]
    assert [one.rpartition("第")[2] for one in said] == ["1页共2页", "2页共2页"]


NAMES = """  - 段: |
      [王芳]{人名}讲课。

  - 分页:
  - 人物: {名: 张　伟, 职: 村支书, 文: 示例}
  - 段: |
      [曾莉]{人名}^1和[王芳]{人名}。

      ^1 [闫丽]{人名}也在。
  - 附录: {题: 人名索引, 自动: 人名表}
"""


def test_the_index_lists_profiles_and_marked_names_in_the_order_of_pinyin(lay) -> None:  # type: ignore[no-untyped-def]
    laid = lay(NAMES)
    last = laid.pages[-1]
    index = "".join(words_of(mark.items) for mark in marks(last.items) if mark.role == "Index")
    assert "".join(index.split()) == "王芳1、2闫丽2曾莉2张伟2"
    assert [link.text for link in links(last.items)] == ["1", "2", "2", "2", "2"]
    assert not [link for page in laid.pages[:-1] for link in links(page.items) if "person" in link.target]


def test_names_are_ordered_by_reading() -> None:
    given = ["张三", "曾四", "阿依", "Wang", "褚云", "陈晨", "单田", "陈安", "闫一", "严二"]
    assert sorted(given, key=order) == ["Wang", "阿依", "陈安", "陈晨", "褚云", "单田", "严二", "闫一", "曾四", "张三"]


def test_an_index_without_names_is_told(lay) -> None:  # type: ignore[no-untyped-def]
    assert "no-names" in lay("  - 段: 一\n  - 附录: {题: 人名索引, 自动: 人名表}\n").codes


def test_the_file_with_notes_and_an_index_is_sound(tmp_path: Path) -> None:
    report = written(tmp_path, noted_text(24, 24) + NAMES)
    built = pipeline.build(report, pipeline.Options(), RunCache(), lambda *_: None)
    path = tmp_path / "notes.pdf"
    path.write_bytes(built.files[0].data)
    tools.run("qpdf", "--check", path)
    with pikepdf.open(path) as file:
        names = [str(one) for one in file.Root.StructTreeRoot.IDTree.Names][::2]
    assert len(names) == len(set(names)) == 25
    verapdf.assert_conforms(path)


def test_figures_in_notes_are_checked_and_marks_are_no_figures(tmp_path: Path) -> None:
    body = "  - 段: |\n      村{{ 村 }}^1。\n\n      ^1 其中2134个在平原。\n"
    ledger = pipeline.check(written(tmp_path, body), pipeline.Options(), RunCache(), lambda *_: None).ledger
    assert [(entry.text, entry.status) for entry, _ in ledger] == [("2135个", "referenced"), ("2134个", "unmatched")]


def test_circled_numbers_end_at_fifty() -> None:
    assert [circled(i) for i in (1, 20, 21, 36, 50, 51)] == ["①", "⑳", "㉑", "㊱", "㊿", "51"]
