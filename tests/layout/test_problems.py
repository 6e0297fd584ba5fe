"""What can be wrong with blocks of a flow, each told with its place and its page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.content.model import (
    Appendix,
    Attachment,
    BackCover,
    Block,
    Blocks,
    Callout,
    Cards,
    Chapter,
    Columns,
    Common,
    Contents,
    Photo,
    TemplatePage,
    Text,
)
from report.messages import render
from tests.layout.tiny import PLACE, Press, card, fact, linked, prose, text

ELSEWHERE = PLACE._replace(line=99)


def common(**given: object) -> Common:
    return Common(**given)  # type: ignore[arg-type]


def in_columns(block: Block) -> Columns:
    return Columns(((block,), (text("右。"),)), PLACE)


CASES: dict[str, Block] = {
    "unknown-variant": Text(prose("正文。"), ELSEWHERE, common(style="没有的样式")),
    "bleed-not-here": Text(prose("正文。"), ELSEWHERE, common(bleed=True)),
    "bleed-in-block": in_columns(Callout(prose("提示。"), ELSEWHERE, common(bleed=True))),
    "start-in-block": in_columns(Text(prose("正文。"), ELSEWHERE, common(start="any"))),
    "card-not-tile": Cards((replace(card("5"), span=2, place=ELSEWHERE),), PLACE),
    "no-sources": Appendix(prose("附录"), "sources", (), ELSEWHERE),
    "no-terms": Appendix(prose("附录"), "terms", (), ELSEWHERE),
    "unknown-reference": Text(linked("见图", "#图-没有"), ELSEWHERE),
    "qr-too-long": BackCover((), "长" * 3000, "", ELSEWHERE),
    "missing-glyph-rare": Text(prose("程\U0002ffff"), ELSEWHERE),
    "bad-picture": Photo("none.png", (0.5, 0.5), "示例", (), ELSEWHERE),
    "attachment-broken": Attachment("paper.pdf", prose("附件"), ELSEWHERE),
    "unknown-ground": Chapter(prose("章"), (), None, ELSEWHERE, common(style="没有的底色")),
}


@pytest.mark.parametrize("code", CASES)
def test_a_problem_is_told_once_with_its_page_and_what_to_do(code: str, press: Press) -> None:
    laid = press.lay(text("前面。"), CASES[code])
    found = [one for one in laid.problems if one.code == code]
    assert len(found) == 1
    place = found[0].place
    assert place is not None
    assert place.line in (PLACE.line, ELSEWHERE.line)
    for language in ("zh", "en"):
        said = render(found[0], language)  # type: ignore[arg-type]
        assert "；" in said or "; " in said
        assert "{" not in said


def test_the_same_name_twice_is_told(press: Press) -> None:
    named = [Text(prose("正文。"), PLACE, common(anchor="甲")) for _ in range(2)]
    assert press.lay(*named).codes == ["anchor-twice"]


def test_a_reference_leads_to_its_block_by_either_name(press: Press) -> None:
    named = Text(prose("正文。"), PLACE, common(anchor="甲"))
    laid = press.lay(Text(linked("见", "#甲"), PLACE), *(text("行。") for _ in range(60)), named)
    assert laid.codes == []
    assert laid.paged.destinations["甲"].page == 2
    photo = Cards((card("5"),), PLACE, common(anchor="乙"))
    assert press.lay(photo, Text(linked("见", "#乙"), PLACE)).codes == []


def test_a_style_of_the_theme_changes_the_look(press: Press) -> None:
    plain, small = press.lay(text("正文。")), press.lay(Text(prose("正文。"), PLACE, common(style="小字")))
    assert "hei-400 9 " in next(line for line in plain.trace(1) if "正文" in line)
    assert "hei-400 6.5 " in next(line for line in small.trace(1) if "正文" in line)


def composed(*blocks: Block) -> TemplatePage:
    """A composed page with blocks in the region of a quotation."""
    return TemplatePage("图引", "", "", "", {}, {"引文": Blocks(blocks, PLACE)}, {"引文": PLACE}, PLACE)


def test_any_block_may_stand_in_a_region_of_a_composed_page(press: Press) -> None:
    laid = press.lay(text("前面。"), composed(Callout(prose("提示。"), PLACE)))
    assert laid.text(len(laid.pages)) == "提示。"
    too_much = press.lay(text("前面。"), composed(*(Callout(prose("提示。" * 90), PLACE) for _ in range(4))))
    assert "block-overflow" in too_much.codes


def test_a_composed_page_after_a_flow_finds_its_side(press: Press) -> None:
    laid = press.lay(text("前面。"), composed(Callout(prose("提示。"), PLACE)))
    assert laid.on("提示。") == [3]
    assert [(one.code, one.severity, one.page) for one in laid.problems] == [("quiet-page", "notice", 2)]


def test_before_the_first_flow_the_author_counts_the_pages(press: Press) -> None:
    recto = composed(Callout(prose("提示。"), PLACE))
    assert press.lay(recto, recto).codes == ["template-side"]


def test_composed_contents_say_what_they_leave_out(press: Press) -> None:
    page = TemplatePage(
        "目录", "", "", "", {}, {"目录": Blocks((Contents(PLACE, charts=True),), PLACE)}, {"目录": PLACE}, PLACE
    )
    assert "lists-not-here" in press.lay(page).codes


def test_facts_make_the_table_of_sources(press: Press) -> None:
    laid = press.lay(
        Appendix(prose("数据来源"), "sources", (), PLACE),
        Appendix(prose("名词"), "terms", prose("说在前面。"), PLACE),
        facts=[fact("岗", "318", label="岗位的意思"), fact("户", "40", "户", "示例统计")],
    )
    assert laid.codes == []
    assert laid.text(1).endswith("岗318个示例办公室2025年12月31日户40户示例统计2025年12月31日")
    assert laid.text(2) == "名词说在前面。名词说明岗岗位的意思"
