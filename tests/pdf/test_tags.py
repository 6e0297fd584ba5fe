"""The structure tree, as pikepdf reads it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf

from report.drawing import Group, Link, Marked, Shape, rectangle
from tests.pdf import tiny
from tests.verapdf import assert_conforms


def tree(data: bytes) -> list[str]:
    """Elements with their kids, indented: content by page and number, links as OBJR."""
    with pikepdf.open(BytesIO(data)) as file:
        pages = {page.objgen: i for i, page in enumerate(file.pages)}
        return list(_said(file.Root.StructTreeRoot.K, pages, 0))


def _said(element: pikepdf.Object, pages: dict[tuple[int, int], int], depth: int):  # type: ignore[no-untyped-def]
    own = pages.get(element.Pg.objgen) if "/Pg" in element else None
    yield "  " * depth + str(element.S)[1:]
    for kid in element.K:
        if isinstance(kid, int):
            yield "  " * (depth + 1) + f"page {own} content {kid}"
        elif kid.get("/Type") == "/StructElem":
            assert kid.P.objgen == element.objgen
            yield from _said(kid, pages, depth + 1)
        elif kid.Type == "/OBJR":
            yield "  " * (depth + 1) + f"page {pages[kid.Pg.objgen]} {kid.Obj.Subtype}"
        else:
            yield "  " * (depth + 1) + f"page {pages[kid.Pg.objgen]} content {kid.MCID}"


def dot() -> Shape:
    return Shape(rectangle(20, 100, 5, 5), fill=tiny.RED)


def test_nesting_of_marks_is_the_tree_and_artifacts_are_not_in_it() -> None:
    page = (
        tiny.p(*tiny.line("大", 20, 20), role="H1"),
        tiny.p(dot(), tiny.p(*tiny.line("强", 20, 40), role="Span"), dot()),
        tiny.p(dot(), role="Artifact"),
        dot(),
        Group((tiny.p(*tiny.line("里", 20, 60)),), matrix=(1, 0, 0, 1, 5, 5)),
    )
    assert tree(tiny.pdf(page)) == [
        "Document",
        "  Sect",
        "    H1",
        "      page 0 content 0",
        "    P",
        "      page 0 content 1",
        "      Span",
        "        page 0 content 2",
        "      page 0 content 3",
        "    P",
        "      page 0 content 4",
    ]


def test_one_key_on_several_pages_is_one_element() -> None:
    first, second = (tiny.p(*tiny.line(text, 20, 20), key="p1") for text in ("前半", "后半"))
    last = tiny.p(*tiny.line("完", 20, 40))
    data = tiny.pdf((first,), (second, last))
    assert tree(data) == [
        "Document",
        "  P",
        "    page 0 content 0",
        "    page 1 content 0",
        "  P",
        "    page 1 content 1",
    ]
    with pikepdf.open(BytesIO(data)) as file:
        numbers = file.Root.StructTreeRoot.ParentTree.Nums
        keys = [int(page.StructParents) for page in file.pages]
        paragraph, other = file.Root.StructTreeRoot.K.K
        assert (numbers[0], numbers[2], keys) == (0, 1, [0, 1])
        assert [one.objgen for one in numbers[1]] == [paragraph.objgen]
        assert [one.objgen for one in numbers[3]] == [paragraph.objgen, other.objgen]


def test_elements_that_hold_nothing_are_left_out_but_cells_stay() -> None:
    row = tiny.p(tiny.p(*tiny.line("甲", 20, 20), role="TD"), tiny.p(role="TD"), role="TR")
    page = (tiny.p(row, role="Table"), tiny.p(tiny.p(dot(), role="Artifact")), tiny.p(tiny.p()))
    assert tree(tiny.pdf(page)) == ["Document", "  Table", "    TR", "      TD", "        page 0 content 0", "      TD"]


def test_a_link_is_the_kid_of_a_link_element_and_has_words() -> None:
    words = tiny.line("看", 20, 20)
    link = Link(20, 10, 12, 12, "https://example.com/", "例站")
    page = (tiny.p(*words, link), tiny.p(tiny.p(*words, link, role="Link"), role="Reference"), link)
    data = tiny.pdf(page, standards=tiny.ARCHIVE, links=True)
    assert tree(data) == [
        "Document",
        "  P",
        "    page 0 content 0",
        "    Link",
        "      page 0 /Link",
        "  Reference",
        "    Link",
        "      page 0 content 1",
        "      page 0 /Link",
        "  Link",
        "    page 0 /Link",
    ]
    with pikepdf.open(BytesIO(data)) as file:
        numbers = file.Root.StructTreeRoot.ParentTree.Nums
        found = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        for one in file.pages[0].Annots:
            element = found[int(one.StructParent)]
            assert (element.S, str(one.Contents), int(one.F)) == ("/Link", "例站", 4)
    assert tree(tiny.pdf(page))[-1] == "      page 0 content 1", (
        "without links their elements stay where they hold text"
    )


def test_attributes_stand_with_their_owners() -> None:
    cell = tiny.p(*tiny.line("项", 20, 20), role="TH", attributes=(("Scope", "Column"), ("ColSpan", "2")))
    figure = tiny.p(dot(), role="Figure", alt="一点", box=(20, 100, 5, 5), language="zh-TW")
    items = tiny.p(tiny.p(*tiny.line("一", 20, 40), role="LI"), role="L", attributes=(("ListNumbering", "Decimal"),))
    table = tiny.p(tiny.p(cell, role="TR"), role="Table")
    with pikepdf.open(BytesIO(tiny.pdf((table, figure, items)))) as file:
        table, figure, items = file.Root.StructTreeRoot.K.K
        (head,) = table.K[0].K[0].A
        (layout,) = figure.A
        assert (head.O, head.Scope, head.ColSpan) == ("/Table", "/Column", 2)
        assert (layout.O, layout.Placement) == ("/Layout", "/Block")
        assert [float(v) for v in layout.BBox] == [32, 87, 37, 92]
        assert (str(figure.Alt), str(figure.Lang)) == ("一点", "zh-TW")
        assert (items.A[0].O, items.A[0].ListNumbering) == ("/List", "/Decimal")


def test_replacing_text_of_a_span_stands_in_the_content_once() -> None:
    marked = Marked(
        "Span", (*tiny.line("甲", 20, 20), tiny.p(dot(), role="Artifact"), *tiny.line("乙", 40, 20)), actual="丙"
    )
    with pikepdf.open(BytesIO(tiny.pdf((tiny.p(marked),)))) as file:
        code = file.pages[0].Contents.read_bytes().decode()
    assert "/Span<</MCID 0/ActualText<FEFF4E19>>>BDC" in code
    assert "/Span<</MCID 1/ActualText<FEFF>>>BDC" in code


def test_a_run_of_another_language_says_so() -> None:
    latin = tiny.line("Latin", 20, 20, tiny.style(family="latin-serif", language="en"))
    with pikepdf.open(BytesIO(tiny.pdf((tiny.p(*latin, *tiny.line("汉", 60, 20)),)))) as file:
        code = file.pages[0].Contents.read_bytes().decode()
    assert code.count("/Span<</Lang(en)>>BDC") == 1


def test_headings_open_sections_inside_each_other_and_a_title_ends_them() -> None:
    roles = ("P", "Title", "H1", "P", "H2", "P", "H2", "H1", "P", "Title", "P")
    page = tuple(tiny.p(*tiny.line("甲", 20, 12 * k), role=role) for k, role in enumerate(roles, 1))
    said = [line for line in tree(tiny.pdf(page)) if "content" not in line]
    assert said == [
        "Document",
        "  P",
        "  Title",
        "  Sect",
        "    H1",
        "    P",
        "    Sect",
        "      H2",
        "      P",
        "    Sect",
        "      H2",
        "  Sect",
        "    H1",
        "    P",
        "  Title",
        "  P",
    ]


def grouped() -> Marked:
    """Two columns; a group of two rows whose first cells are one, then a group of one row."""

    def cell(text: str, y: float, role: str = "TD", **more: str) -> Marked:
        return tiny.p(*tiny.line(text, 20, y), role=role, attributes=tuple(more.items()))

    def row(*cells: Marked) -> Marked:
        return tiny.p(*cells, role="TR")

    head = row(*(cell(text, 20, "TH", Scope="Column") for text in ("县区", "村数")))
    first, second = (row(cell(text, 40, "TH", ColSpan="2", Scope="Row")) for text in ("市区", "县"))
    body = row(cell("鼓楼", 60, RowSpan="2"), cell("十", 60)), row(cell("九", 80))
    return tiny.p(head, first, *body, second, row(cell("兰考", 100), cell("八", 100)), role="Table")


def test_cells_of_grouped_rows_name_their_heads(tmp_path: Path) -> None:
    data = tiny.pdf((grouped(),))
    with pikepdf.open(BytesIO(data)) as file:
        (table,) = file.Root.StructTreeRoot.K.K
        heads = [str(one.ID) for row in (table.K[0], table.K[1], table.K[4]) for one in row.K]
        county, count, city, country = heads
        said = [[str(name) for name in one.A[0].Headers] for row in table.K for one in row.K if one.S == "/TD"]
        assert said == [[county, city], [count, city], [count, city], [county, country], [count, country]]
        assert int(table.K[2].K[0].A[0].RowSpan) == 2
        names = file.Root.StructTreeRoot.IDTree.Names
        found = {str(names[i]): names[i + 1].objgen for i in range(0, len(names), 2)}
        assert found == {str(one.ID): one.objgen for row in table.K for one in row.K if one.S == "/TH"}
    (tmp_path / "a.pdf").write_bytes(data)
    assert_conforms(tmp_path / "a.pdf", flavours=("2u", "ua1"))


def test_a_plain_table_needs_no_names_of_heads() -> None:
    head = tiny.p(tiny.p(*tiny.line("项", 20, 20), role="TH", attributes=(("Scope", "Column"),)), role="TR")
    body = tiny.p(tiny.p(*tiny.line("一", 20, 40), role="TD"), role="TR")
    with pikepdf.open(BytesIO(tiny.pdf((tiny.p(head, body, role="Table"),)))) as file:
        (table,) = file.Root.StructTreeRoot.K.K
        assert "/ID" not in table.K[0].K[0]
        assert "/A" not in table.K[1].K[0]
        assert "/IDTree" not in file.Root.StructTreeRoot
