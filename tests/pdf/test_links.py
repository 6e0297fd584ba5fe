"""Links and named places."""

from __future__ import annotations

import pikepdf

from report.drawing import Destination, Group, Item, Link
from tests.pdf import tiny

PLACES = {"there": Destination(2, 0.0, 30.0)}


def annotations(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    return list(file.pages[0].get("/Annots", []))


def with_links(*items: Item) -> pikepdf.Pdf:
    return tiny.opened(tiny.pdf(items, (), standards=tiny.ARCHIVE, links=True, places=PLACES))


def test_a_place_is_led_to_by_a_destination_and_a_uri_by_an_action() -> None:
    file = with_links(Link(20, 30, 40, 10, "there", "那里"), Link(20, 50, 40, 10, "https://例.cn/甲?a=(1)#b", "站"))
    inner, outer = annotations(file)
    assert [float(v) for v in inner.Rect] == [32, 152, 72, 162]
    assert [str(inner.Dest[1]), float(inner.Dest[3])] == ["/XYZ", 162.0]
    assert "/A" not in inner
    assert (str(outer.A.S), str(outer.A.URI)) == ("/URI", "https://%E4%BE%8B.cn/%E7%94%B2?a=(1)#b")


def test_a_link_in_a_moved_group_moves_with_it() -> None:
    group = Group((Link(0, 0, 40, 10, "there", "那里"),), matrix=(0, 1, -1, 0, 100, 20))
    file = with_links(group)
    (one,) = annotations(file)
    assert [float(v) for v in one.Rect] == [102, 132, 112, 172]


def test_links_without_a_place_and_all_links_of_a_press_file_are_left_out() -> None:
    page = (Link(20, 30, 40, 10, "nowhere", "无"), Link(20, 30, 40, 10, "there", "那里"))
    assert len(annotations(with_links(*page))) == 1
    assert annotations(tiny.opened(tiny.pdf(page, (), places=PLACES))) == []
