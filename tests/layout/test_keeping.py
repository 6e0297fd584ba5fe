"""What stays together at the foot of a page, where pages begin, and when their numbers settle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from report.content.model import (
    Block,
    Callout,
    Chart,
    Common,
    Contents,
    Event,
    Gallery,
    Honour,
    Honours,
    Photo,
    Quote,
    Section,
    Series,
    TableBlock,
    TemplatePage,
    Text,
    Timeline,
    Topic,
)
from report.layout import binding
from report.layout.fill import fill
from report.layout.pieces import Piece, Spread, nothing
from tests.layout.making import picture, places, table
from tests.layout.test_fill import bed, kinds, lines, page
from tests.layout.test_notes import FOOT, paper, remark
from tests.layout.tiny import PLACE, SENTENCE, Laid, Press, card, marks, prose, runs, text

COUNTS = range(26, 48)
"""Lines above a block, up to a full page: somewhere in between it meets the foot of the page."""


def above(count: int) -> Text:
    return text(*("填" for _ in range(count)))


def broken(press: Press, block: Block, parted: Callable[[Laid], bool]) -> list[int]:
    """The counts of lines above a block at which it is parted as it must not be; the block meets the foot at some."""
    found, pages = [], set()
    for count in COUNTS:
        laid = press.lay(above(count), block)
        pages.add(len(laid.pages))
        if parted(laid):
            found.append(count)
    assert pages == {1, 2}, "the block never met the foot of a page"
    return found


def apart(first: str, then: str) -> Callable[[Laid], bool]:
    """Whether the last of some words and the first of others stand on different pages."""
    return lambda laid: laid.on(first)[-1] != laid.on(then)[0]


def test_no_last_line_of_a_paragraph_is_alone_at_the_head_of_a_page(press: Press) -> None:
    def alone(laid: Laid) -> bool:
        lines_on = [len({round(run.y) for run in runs(one.items) if run.text.strip("填")}) for one in laid.pages]
        return 1 in lines_on

    assert broken(press, text(SENTENCE * 6), alone) == []


@pytest.fixture
def photo(press: Press) -> Photo:
    picture((1600, 1000)).save(press.folder / "a.png")
    return Photo("a.png", (0.5, 0.5), "田间课堂", prose("图注"), PLACE)


def test_a_picture_stays_with_its_caption(press: Press, photo: Photo) -> None:
    def parted(laid: Laid) -> bool:
        figure = [one.number for one in laid.pages if any(mark.role == "Figure" for mark in marks(one.items))]
        return figure != laid.on("图注")

    assert broken(press, photo, parted) == []


def test_the_last_row_of_a_gallery_stays_with_the_caption_of_all(press: Press, photo: Photo) -> None:
    gallery = Gallery((replace(photo, caption=prose("小注")),) * 2, 2, prose("总注"), PLACE)
    assert broken(press, gallery, apart("小注", "总注")) == []


def test_a_chart_stays_with_its_source(press: Press) -> None:
    series = Series(Decimal(12), "exact", card("12").figure, prose("名目"), "", PLACE)
    chart = Chart("bar", prose("图题"), (), (series,), PLACE, source="出处处")
    assert broken(press, chart, apart("名目", "出处处")) == []


def test_a_quote_stays_with_its_source_and_a_callout_with_its_ground(press: Press) -> None:
    assert broken(press, Quote(prose("引语"), prose("说话人"), PLACE), apart("引语", "说话人")) == []
    parted = broken(press, Callout(prose("提示语"), PLACE), lambda laid: len(laid.pages) > laid.on("提示语")[0])
    assert parted == []


def test_titles_stay_with_what_they_name(press: Press) -> None:
    topic = Topic(prose("专题题"), (), prose("专题文"), (), PLACE)
    assert broken(press, topic, apart("专题题", "专题文")) == []
    honours = Honours(prose("荣誉题"), (Honour("省级", prose("某奖"), 2024, PLACE),), PLACE)
    assert broken(press, honours, apart("荣誉题", "某奖")) == []


def rows(count: int) -> TableBlock:
    return replace(table(places(count)), group=-1, total=False, note=(), source="", common=Common())


def test_a_table_begins_with_its_title_heads_and_two_rows(press: Press) -> None:
    first, second = (row[1].text for row in places(8).rows[:2])
    assert broken(press, rows(8), apart("“妇女之家”", first)) == []
    assert broken(press, rows(8), apart(first, second)) == []


def test_the_title_of_a_list_stays_with_its_rows(press: Press) -> None:
    timeline = Timeline((Event("2024", prose("一件事"), PLACE),), PLACE)
    for count in range(30, 46):
        sections = [Section(2, prose(f"节{i}"), PLACE) for i in range(count)]
        charts = rows(3)
        laid = press.lay(Contents(PLACE, 2, charts=True), *sections, timeline, charts)
        assert any("表示例各县区" in laid.text(one.number) for one in laid.pages), count


def test_balanced_columns_end_above_their_own_notes() -> None:
    flow_ = lines(20)
    flow_[0] = replace(flow_[0], notes=remark(3))
    (leaf,) = fill(flow_, paper(2))
    in_column = [[put for put in leaf.puts if put.column == column] for column in (0, 1)]
    assert [len(column) for column in in_column] == [9, 11]
    assert in_column[0][-1].top + 10 <= leaf.notes[0].top - 5


def test_what_stands_across_clears_the_notes_of_every_column() -> None:
    flow_ = lines(4)
    flow_[3] = replace(flow_[3], notes=remark(3))
    leaves = fill([*flow_, Piece(80.0, nothing, reach="wide")], paper(2))
    assert {put.column for put in leaves[0].notes} == {1}
    assert leaves[0].notes[0].top == FOOT - 24
    assert kinds(leaves) == ["4", "1"]


def test_a_spread_that_comes_first_lets_the_text_fill_the_recto_before_it() -> None:
    spread = Spread(page("left", "verso"), page("right", "recto"))
    assert kinds(fill([spread, *lines(3)], bed())) == ["3", "left", "right"]


def test_a_composed_page_that_must_begin_on_a_recto_is_given_one(press: Press) -> None:
    def blank(start: str = "") -> TemplatePage:
        name = press.theme.root.sub("flow").sub("pages").text("blank")
        return TemplatePage(name, "", "", "", {}, {}, {}, PLACE, Common(start=start))

    laid = press.lay(blank(), blank("recto"))
    assert [one.number for one in laid.pages] == [1, 2, 3]
    assert laid.codes == ["quiet-page"]


def test_contents_that_push_the_pages_on_still_say_the_right_ones(press: Press) -> None:
    sections = [Section(2, prose(f"节甲{i}乙"), PLACE) for i in range(80)]
    laid = press.lay(Contents(PLACE), *(part for one in sections for part in (one, text("文"))))
    front = max(laid.on("目")[-1:], default=1)
    entries = {mark.title: mark.page for mark in laid.paged.outline}
    assert front < entries[f"{_numeral(80)}、节甲79乙"]
    said = "".join(laid.text(number) for number in range(1, entries["一、节甲0乙"] + 1))
    for i in (0, 40, 79):
        assert f"节甲{i}乙{entries[f'{_numeral(i + 1)}、节甲{i}乙']}" in said


def _numeral(number: int) -> str:
    from report.layout.book import han_number

    return han_number(number)


def test_numbers_that_do_not_settle_are_told(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    assert press.lay(Contents(PLACE), Section(2, prose("节"), PLACE)).codes == []
    monkeypatch.setattr(binding, "ROUNDS", 1)
    assert press.lay(Contents(PLACE), Section(2, prose("节"), PLACE)).codes == ["pages-unsettled"]
