"""Every block as it stands on a tiny page: what it says, in what order, under which marks."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from report.content.model import (
    BackCover,
    Blank,
    Block,
    Break,
    Callout,
    Cards,
    Chapter,
    Chart,
    Colophon,
    Columns,
    Common,
    Contents,
    Cover,
    Derived,
    Event,
    Figure,
    Gallery,
    Honour,
    Honours,
    MapBlock,
    Matter,
    Photo,
    Points,
    Profile,
    Quote,
    Section,
    Series,
    Step,
    Steps,
    Text,
    Timeline,
    TitlePage,
    Topic,
    Wall,
    WheelNode,
    YearWheel,
)
from report.drawing import Picture, Run, Shape
from report.units import MM
from tests.layout.making import picture
from tests.layout.tiny import PLACE, SENTENCE, Press, card, fact, links, marks, prose, runs, text, words_of


def common(**given: object) -> Common:
    return Common(**given)  # type: ignore[arg-type]


def photo(press: Press, name: str = "wide.png", size: tuple[int, int] = (3000, 2000)) -> Photo:
    """A picture made on the spot."""
    path = press.folder / name
    if not path.exists():
        picture(size).save(path)
    return Photo(name, (0.5, 0.5), "示例图", prose("示例图说明"), PLACE)


def series(value: int, label: str = "", name: str = "") -> Series:
    return Series(Decimal(value), "exact", Figure("", str(value), "个"), prose(label), name, PLACE)


def test_a_text_is_one_paragraph_mark_over_all_its_lines(press: Press) -> None:
    laid = press.lay(text(SENTENCE * 4, "短句。"))
    assert laid.roles(1) == ["P", "P"]
    assert laid.said == SENTENCE * 4 + "短句。"


def test_lines_of_text_stand_on_the_grid_on_both_sides_of_a_leaf(press: Press) -> None:
    laid = press.lay(*(text(SENTENCE * 9) for _ in range(20)))
    assert len(laid.pages) >= 2
    for page in laid.pages:
        baselines = {round(run.y / MM, 3) for run in runs(page.items)}
        assert all(abs(y / 5 - round(y / 5)) < 0.001 for y in baselines), baselines
        assert max(baselines) <= 260.001


def test_no_line_of_a_paragraph_is_alone_on_a_page(press: Press) -> None:
    for lead in range(44, 49):
        laid = press.lay(*(text("行。") for _ in range(lead)), text(SENTENCE * 6))
        counts = [len({run.y for run in runs(page.items) if run.text != "行。"}) for page in laid.pages]
        assert 1 not in counts, (lead, counts)


def test_points_are_a_list_with_signs(press: Press) -> None:
    given = Points((prose("甲"), prose("乙" * 60)), numbered=True, place=PLACE)
    laid = press.lay(given)
    assert laid.roles(1) == ["L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody"]
    assert laid.text(1) == "1.甲2." + "乙" * 60


def test_a_section_hangs_in_the_margin_and_stays_with_its_text(press: Press) -> None:
    laid = press.lay(Section(2, prose("把培训办到村口"), PLACE), text("正文。"))
    heading, body = (mark for mark in marks(laid.pages[0].items) if mark.role in ("H1", "P"))
    at = next(run for run in runs(heading.items))
    words = next(run for run in runs(body.items))
    assert at.x < words.x - 40 * MM
    assert at.y == pytest.approx(words.y)
    assert laid.text(1).replace("\u2060", "") == "一、把培训办到村口正文。"


def test_sections_and_subsections_count_in_their_chapter(press: Press) -> None:
    laid = press.lay(
        Chapter(prose("甲章"), (), None, PLACE),
        Section(2, prose("子"), PLACE),
        Section(3, prose("丑"), PLACE),
        Section(3, prose("寅"), PLACE),
        Section(2, prose("卯"), PLACE),
        Section(3, prose("辰"), PLACE),
        Chapter(prose("乙章"), (), None, PLACE),
        Section(2, prose("巳"), PLACE),
    )
    said = [entry.title for entry in laid.paged.outline]
    assert said == ["第一章 甲章", "一、子", "（一）丑", "（二）寅", "二、卯", "（一）辰", "第二章 乙章", "一、巳"]
    assert [entry.level for entry in laid.paged.outline] == [1, 2, 3, 3, 2, 3, 1, 2]


def test_headings_never_skip_a_level(press: Press) -> None:
    laid = press.lay(Section(3, prose("小节在先"), PLACE), Section(2, prose("节在后"), PLACE), text("正文。"))
    assert [role for role in laid.roles(1) if role.startswith("H")] == ["H1", "H2"]


def test_a_heading_is_not_left_at_the_foot_of_a_page(press: Press) -> None:
    laid = press.lay(*(text("行。") for _ in range(45)), Section(3, prose("小节"), PLACE), text(SENTENCE * 3))
    assert laid.on("小节") == laid.on(SENTENCE[:6]) == [2]


def test_a_quote_and_a_callout_have_their_grounds(press: Press) -> None:
    laid = press.lay(Quote(prose("说的话。"), prose("示例学员"), PLACE), Callout(prose("提示。"), PLACE))
    assert laid.roles(1) == ["BlockQuote", "P", "P"]
    fills = [line for line in laid.trace(1) if line.startswith("shape r") and "fill" in line]
    assert [line.rsplit(" ", 1)[1] for line in fills] == ["22/98/85/22", "4/6/13/0", "22/98/85/22"]


def test_a_bleeding_callout_runs_over_both_edges(press: Press) -> None:
    laid = press.lay(text("正文。"), Callout(prose("提示。"), PLACE, common(bleed=True)))
    panel = next(shape for shape in shapes(laid.pages[0].items) if shape.path.points[2] > 200 * MM)
    x, _, width, _ = panel.path.points
    assert x <= -3 * MM + 0.01
    assert x + width >= 213 * MM
    assert laid.codes == []


def shapes(items: object) -> list[Shape]:
    found: list[Shape] = []
    for item in items:  # type: ignore[attr-defined]
        if isinstance(item, Shape):
            found.append(item)
        elif hasattr(item, "items") and not isinstance(item, Run):
            found += shapes(item.items)
    return found


@pytest.mark.parametrize(("count", "rows"), [(1, [1]), (2, [2]), (4, [4]), (5, [3, 2]), (7, [4, 3]), (9, [3, 3, 3])])
def test_cards_stand_in_even_rows_of_at_most_four(press: Press, count: int, rows: list[int]) -> None:
    laid = press.lay(Cards(tuple(card(str(10 + i)) for i in range(count)), PLACE))
    tops = [run.y for run in runs(laid.pages[0].items) if run.text.isdecimal()]
    assert [tops.count(top) for top in dict.fromkeys(tops)] == rows


def test_a_card_in_a_flow_grows_with_its_label_and_says_its_note(press: Press) -> None:
    long = replace(card("5"), label=prose("长" * 90), note=prose("注"))
    laid = press.lay(Cards((long,), PLACE), text("后面。"))
    assert laid.codes == []
    assert laid.said == "5个" + "长" * 90 + "注后面。"


def test_a_wall_is_parted_between_rows(press: Press) -> None:
    laid = press.lay(Wall(tuple(card(str(100 + i)) for i in range(24)), PLACE))
    assert laid.codes == []
    assert [len([r for r in runs(p.items) if r.text.isdecimal()]) for p in laid.pages] == [16, 8]


def test_a_chart_says_its_source_and_date(press: Press) -> None:
    given = Chart("bar", prose("示例图题（个）"), (), (series(3, "甲", "岗"), series(5, "乙")), PLACE)
    laid = press.lay(given, facts=[fact("岗", "3")])
    assert laid.text(1).endswith("来源：示例办公室·截至2025年12月31日")
    assert laid.codes == []
    said = press.lay(replace(given, source="示例来源"), facts=[fact("岗", "3")])
    assert "来源：示例来源·截至" in said.text(1)


def test_a_flower_in_a_flow_says_what_it_counts(press: Press) -> None:
    laid = press.lay(Chart("flower", prose("一瓣一村"), (), (series(40, "村"), series(24, "社区")), PLACE))
    assert laid.text(1).startswith("一瓣一村村40个；社区24个")


def test_charts_that_need_a_scene_are_refused_in_a_flow(press: Press) -> None:
    laid = press.lay(Chart("net", (), (), (series(40),), PLACE), text("正文。"))
    assert [(one.code, one.page, one.place) for one in laid.problems] == [("chart-not-in-flow", 1, PLACE)]


def test_a_derived_figure_wraps(press: Press) -> None:
    laid = press.lay(Derived(prose("人均"), Figure("", "1", "万元"), Decimal(10000), "1391万元 ÷ 1391人" * 8, PLACE))
    assert laid.codes == []
    assert laid.said.startswith("人均1万元·派生数：")


def test_pictures_keep_their_shape_and_never_leave_the_page(press: Press) -> None:
    tall = photo(press, "tall.png", (1500, 3000))
    laid = press.lay(photo(press), tall, photo(press))
    boxes = [box for page in laid.pages for box in pictures(page.items)]
    assert laid.codes == []
    assert [round(box.width / box.height, 2) for box in boxes] == [1.5, 0.5, 1.5]
    assert all(box.y + box.height <= 260 * MM + 0.01 for box in boxes)
    assert [len(laid.on("示例图说明"))] == [len(laid.pages)]


def pictures(items: object) -> list[Picture]:
    found: list[Picture] = []
    for item in items:  # type: ignore[attr-defined]
        if isinstance(item, Picture):
            found.append(item)
        elif hasattr(item, "items") and not isinstance(item, Run):
            found += pictures(item.items)
    return found


def test_a_bleeding_picture_rises_to_the_edge_at_the_head_of_a_page(press: Press) -> None:
    bleeding = replace(photo(press, "big.png", (4000, 2600)), common=common(bleed=True))
    laid = press.lay(bleeding, text("正文。"))
    (box,) = pictures(laid.pages[0].items)
    assert (box.x / MM, box.y / MM, box.width / MM) == pytest.approx((-3, -3, 216))
    below = press.lay(text("正文。"), bleeding)
    (box,) = pictures(below.pages[0].items)
    assert box.y > 25 * MM


def test_a_spread_takes_the_next_two_facing_pages(press: Press) -> None:
    wide = replace(photo(press, "spread.png", (5300, 3200)), spread=True)
    laid = press.lay(text("之前。"), wide, text("之后。"))
    assert laid.on("之前。") == laid.on("之后。") == [1]
    left, right = (pictures(laid.pages[i].items)[0] for i in (1, 2))
    assert [page.number for page in laid.pages] == [1, 2, 3]
    assert left.crop[0] == 5300 - right.crop[2]
    overlap = left.crop[2] - right.crop[0]
    assert overlap / (left.crop[2] - left.crop[0]) == pytest.approx(6 / 216, abs=0.002)
    glued = press.lay(text("之前。"), wide, binding="perfect")
    more = pictures(glued.pages[1].items)[0].crop[2] - pictures(glued.pages[2].items)[0].crop[0]
    assert more > overlap


def test_a_gallery_has_rows_and_a_map_its_approval(press: Press) -> None:
    shots = tuple(replace(photo(press), caption=prose(f"图{i}")) for i in range(5))
    laid = press.lay(
        Gallery(shots, 3, prose("总说明"), PLACE), MapBlock(photo(press), "示例S(2026)001号", PLACE), binding="none"
    )
    assert laid.text(1).startswith("图0图1图2图3图4总说明示例图说明审图号：示例S(2026)001号")
    tops = [round(box.y) for box in pictures(laid.pages[0].items)]
    assert [tops.count(top) for top in dict.fromkeys(tops)] == [3, 2, 1]


def test_neighbouring_profiles_share_a_row(press: Press) -> None:
    people = [Profile(prose(f"姓名{i}"), prose("职"), None, prose("一句话。"), PLACE) for i in range(3)]
    laid = press.lay(*people, text("正文。"))
    tops = [run.y for run in runs(laid.pages[0].items) if run.text.startswith("姓名")]
    assert tops[0] == tops[1] < tops[2]


def test_honours_name_a_level_once(press: Press) -> None:
    items = (Honour("省级", prose("甲"), 2024, PLACE), *(Honour("市级", prose(n), 2023, PLACE) for n in "乙丙"))
    laid = press.lay(Honours(prose("荣誉"), items, PLACE))
    assert laid.text(1) == "荣誉省级甲2024市级乙2023丙2023"
    assert laid.roles(1).count("LI") == 3


def events(*given: tuple[str, str]) -> Timeline:
    return Timeline(tuple(Event(date, prose(said), PLACE) for date, said in given), PLACE)


def test_a_timeline_is_spaced_by_date_where_there_is_room(press: Press) -> None:
    laid = press.lay(events(("2021", "甲"), ("2022", "乙"), ("2024", "丙")))
    names = {run.text: run.x for run in runs(laid.pages[0].items)}
    first, second, third = (names[name] for name in "甲乙丙")
    assert (third - second) / (second - first) == pytest.approx(730 / 365, abs=0.01)


def test_a_crowded_timeline_goes_down_the_page(press: Press) -> None:
    laid = press.lay(events(("2021-06-01", "甲" * 30), ("2021-06-02", "乙" * 30), ("2021-06", "丙")))
    assert laid.text(1) == "2021年6月1日" + "甲" * 30 + "2021年6月2日" + "乙" * 30 + "2021年6月丙"
    assert len({run.y for run in runs(laid.pages[0].items)}) == 3


def test_columns_stand_side_by_side_on_one_grid(press: Press) -> None:
    sides: tuple[tuple[Block, ...], ...] = ((text(SENTENCE * 3),), (text("右。"), text(SENTENCE)))
    laid = press.lay(Columns(sides, PLACE))
    left = {round(run.y, 2) for run in runs(laid.pages[0].items) if run.x < 100 * MM}
    right = {round(run.y, 2) for run in runs(laid.pages[0].items) if run.x > 100 * MM}
    assert right <= left
    assert laid.said == SENTENCE * 3 + "右。" + SENTENCE


def test_columns_higher_than_a_page_go_on_beside_each_other(press: Press) -> None:
    left: tuple[Block, ...] = tuple(text(f"左{i}。") for i in range(60))
    laid = press.lay(Columns((left, (text("右。"),)), PLACE))
    assert laid.codes == []
    assert len(laid.pages) == 2
    assert sorted(laid.said) == sorted("".join(f"左{i}。" for i in range(60)) + "右。")


def test_a_topic_has_its_number_and_stands_beside_its_figures(press: Press) -> None:
    beside: tuple[Block, ...] = (Cards((card("5"),), PLACE),)
    laid = press.lay(
        Chapter(prose("章"), (), None, PLACE), Topic(prose("题"), prose("标"), prose("文。"), beside, PLACE)
    )
    assert laid.text(len(laid.pages)) == "1-1题标文。5个示例"


def test_steps_wheel_and_colophon(press: Press) -> None:
    nodes = (WheelNode(3, 8, prose("节点"), prose("注"), "crimson", PLACE),)
    laid = press.lay(
        Steps(tuple(Step(prose(f"步{i}"), prose("做。")) for i in range(5)), PLACE),
        YearWheel(prose("一年"), nodes, ((7, 8),), prose("弧"), prose("弧注"), (3, 7), PLACE),
        Colophon((("编", prose("示例编辑部")), ("说明", prose("长" * 80))), PLACE),
    )
    assert laid.codes == []
    for words in ("1步0做。", "5步4做。", "节点注", "弧弧注", "编示例编辑部", "说明" + "长" * 80):
        assert words in laid.said


def test_prefaces_begin_a_page_under_an_upright_title(press: Press) -> None:
    preface = Matter("preface", (), prose("前言的话。"), PLACE)
    laid = press.lay(text("之前。"), preface, Matter("closing", prose("尾声"), prose("完。"), PLACE))
    assert [laid.on(words) for words in ("之前。", "前言的话。", "完。")] == [[1], [2], [3]]
    assert any("vertical" in line and "前言" in line for line in laid.trace(2))
    assert laid.roles(2)[0] == "H1"


def test_a_title_too_long_for_one_column_takes_two(press: Press) -> None:
    title = "示例市妇女联合会二〇二一年至二〇二五年工作画册"
    laid = press.lay(Chapter(prose(title), (), None, PLACE))
    columns = [run for run in runs(laid.pages[-1].items) if run.vertical]
    assert "".join(run.text for run in columns) == title
    assert len({round(run.x) for run in columns}) == 2
    assert laid.codes == ["quiet-page"]


def test_an_author_ends_the_columns_of_a_title(press: Press) -> None:
    laid = press.lay(Chapter(prose("建岗\n立业有成"), (), None, PLACE))
    columns: dict[int, str] = {}
    for run in runs(laid.pages[-1].items):
        columns[round(run.x)] = columns.get(round(run.x), "") + run.text
    assert [columns[x] for x in sorted(columns, reverse=True)] == ["建岗", "立业有成"]


def test_pages_that_blocks_fill_alone(press: Press) -> None:
    laid = press.lay(
        Cover(None, prose("标语"), "", PLACE),
        TitlePage((), (), (), "", PLACE),
        Cover(photo(press, "cover.png", (4000, 5400)), (), "", PLACE),
        Blank(2, PLACE),
        BackCover(prose("编者"), "https://example.org/x", "5000册", PLACE),
        binding="saddle-stitch",
    )
    assert laid.text(1) == "示例册标语示例单位示例副题"
    assert laid.text(2) == "示例册示例副题示例单位2026年3月8日"
    assert laid.text(4) == laid.text(5) == ""
    assert laid.text(8) == "示例册编者印数：5000册"
    assert len(laid.pages) == 8
    assert [link.target for link in links(laid.pages[7].items)] == ["https://example.org/x"]


def test_the_qr_code_is_black_squares_that_a_reader_would_take(press: Press) -> None:
    import segno

    said = "https://example.org/示例"
    laid = press.lay(BackCover((), said, "", PLACE))
    (figure,) = (mark for mark in marks(laid.pages[-1].items) if mark.role == "Figure")
    (code,) = figure.items
    assert isinstance(code, Shape)
    assert code.fill is not None
    matrix = [tuple(row) for row in segno.make(said, error="m", micro=False, boost_error=False).matrix]
    x0, y0, side, _ = figure.box or (0, 0, 0, 0)
    module = side / (len(matrix) + 8)
    drawn = [[0] * len(matrix) for _ in matrix]
    points = iter(code.path.points)
    for x, y, width, _height in zip(points, points, points, points, strict=True):
        row, column = round((y - y0) / module) - 4, round((x - x0) / module) - 4
        for i in range(round(width / module)):
            drawn[row][column + i] = 1
    assert [tuple(row) for row in drawn] == matrix


def test_a_break_to_a_side_and_a_start(press: Press) -> None:
    laid = press.lay(
        text("甲。"), Break("recto", PLACE), text("乙。"), replace(text("丙。"), common=common(start="any"))
    )
    assert [laid.on(words) for words in ("甲。", "乙。", "丙。")] == [[1], [3], [4]]
    assert [(one.code, one.severity, one.page) for one in laid.problems] == [("quiet-page", "notice", 2)]


def test_an_unsplit_text_moves_as_a_whole(press: Press) -> None:
    lead = tuple(text("行。") for _ in range(43))
    whole = Text(prose(SENTENCE * 9), PLACE, common(unsplit=True))
    assert press.lay(*lead, whole).on("春耕") == [2]
    assert press.lay(*lead, replace(whole, common=common())).on("春耕") == [1, 2]
    too_tall = press.lay(Text(prose(SENTENCE * 120), PLACE, common(unsplit=True)))
    assert too_tall.codes == ["unsplit-too-tall"]
    assert too_tall.said == SENTENCE * 120


def test_contents_show_the_pages_of_this_very_book(press: Press) -> None:
    laid = press.lay(
        Contents(PLACE, depth=3, charts=True),
        Matter("preface", (), prose("话。"), PLACE),
        Chapter(prose("甲章"), (), None, PLACE),
        Section(2, prose("乙节"), PLACE),
        text(SENTENCE * 150),
        Section(3, prose("丙小节"), PLACE),
        Chart("bar", prose("丁图"), (), (series(3, "子"), series(5, "丑")), PLACE),
    )
    listed = laid.text(1)
    for title in ("前言", "甲章", "一、乙节", "（一）丙小节", "丁图"):
        page = next(p.number for p in laid.pages[1:] if title in laid.text(p.number).replace("\u2060", ""))
        assert f"{title}{page}" in listed
    for link in links(laid.pages[0].items):
        place = laid.paged.destinations[link.target]
        words = link.text.split("、")[-1].split("）")[-1].split(" ")[-1]
        assert words in laid.text(place.page)


def test_thumb_tabs_stand_on_rectos_and_step_down_with_the_chapters(press: Press) -> None:
    body: list[Block] = []
    for i in range(7):
        body += [Chapter(prose(f"第{'甲乙丙丁戊己庚'[i]}个很长的章题"), (), None, PLACE), text("正文。")]
    laid = press.lay(*body)
    tops = []
    for page in laid.pages:
        fields = [s for s in shapes(page.items) if s.path.points[:1] == (pytest.approx(204 * MM),)]
        assert bool(fields) == (page.number % 2 == 1 and page.number > 2)
        tops += [round(field.path.points[1] / MM) for field in fields]
    assert tops == [25, 55, 85, 115, 145, 175, 25]
    assert [code for code in laid.codes if code != "quiet-page"] == []


def test_a_picture_over_the_head_takes_its_place(press: Press) -> None:
    bleeding = replace(photo(press, "big.png", (4000, 2600)), common=common(bleed=True))
    heads = [
        any("示例册" in line for line in press.lay(*body).trace(2))
        for body in (
            (text("甲。"), Break("any", PLACE), bleeding),
            (text("甲。"), Break("any", PLACE), text("乙。"), bleeding),
        )
    ]
    assert heads == [False, True]


def test_a_credit_stands_after_the_caption_and_not_in_the_alternative_text(press: Press) -> None:
    picture((1600, 1000)).save(press.folder / "a.png")
    both = Photo("a.png", (0.5, 0.5), "田间课堂", prose("春耕"), PLACE, credit=prose("王芳"))
    alone = replace(both, caption=())
    laid = press.lay(both, alone)
    captions = [words_of(mark.items) for mark in marks(laid.pages[0].items) if mark.role == "Caption"]
    assert ["".join(one.split()) for one in captions] == ["春耕摄影：王芳", "摄影：王芳"]
    assert {mark.alt for mark in marks(laid.pages[0].items) if mark.role == "Figure"} == {"田间课堂"}
