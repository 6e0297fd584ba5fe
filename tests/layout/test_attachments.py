"""The pages of an attachment behind its title page: how many, where, under which labels, and what is told of them."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from report.content.model import Attachment
from report.drawing import GuestPage, Marked, Page
from report.units import MM
from tests.layout.tiny import PLACE, Laid, Press, prose, text

GIVEN = Attachment("paper.pdf", prose("通知"), PLACE)


def paper(folder: Path, *sizes: tuple[float, float]) -> pikepdf.Pdf:
    """A file of blank pages, to be saved by the caller."""
    file = pikepdf.new()
    for size in sizes:
        file.add_blank_page(page_size=size)
    return file


def laid(press: Press, file: pikepdf.Pdf, **options: object) -> Laid:
    file.save(press.folder / "paper.pdf", **options)  # type: ignore[arg-type]
    file.close()
    return press.lay(text("前面。"), GIVEN, text("后面。"))


def guests(page: Page) -> list[GuestPage]:
    figures = [item for item in page.items if isinstance(item, Marked) and item.role == "Figure"]
    return [item for figure in figures for item in figure.items if isinstance(item, GuestPage)]


def test_every_page_follows_the_title_page_as_a_figure_of_its_own(press: Press) -> None:
    found = laid(press, paper(press.folder, (100, 200), (300, 50)))
    assert found.codes == []
    assert found.trace(3)[:4] == [
        "<Figure> 附件《通知》第 1 页",
        "{",
        "guest page 247.64 303.94 100.00 200.00 paper.pdf 1",
        "}",
    ]
    assert [[one.number for one in guests(page)] for page in found.pages] == [[], [], [1], [2], []]
    assert found.on("后面") == [5]


@pytest.mark.parametrize(("turn", "wide"), [(0, False), (90, True), (180, False), (270, True)])
def test_a_large_page_is_scaled_into_the_safe_area_as_it_is_turned(press: Press, turn: int, wide: bool) -> None:
    file = paper(press.folder, (1000, 2000))
    file.pages[0].Rotate = turn
    (box,) = guests(laid(press, file).pages[2])
    room = 200 * MM, 275 * MM
    assert box.width / box.height == pytest.approx(2 if wide else 0.5)
    assert (box.width if wide else box.height) == pytest.approx(room[0] if wide else room[1])
    assert (box.x + box.width / 2, box.y + box.height / 2) == pytest.approx((105 * MM, 142.5 * MM))


def test_the_trim_box_is_what_is_shown(press: Press) -> None:
    file = paper(press.folder, (300, 300))
    file.pages[0].CropBox, file.pages[0].TrimBox = [0, 0, 200, 200], [20, 30, 120, 180]
    (box,) = guests(laid(press, file).pages[2])
    assert (box.width, box.height) == (100, 150)


def test_labels_of_the_file_are_kept_and_pages_without_one_are_numbered_on(press: Press) -> None:
    labelled = paper(press.folder, *[(100, 100)] * 3)
    styles = [0, pikepdf.Dictionary(S=pikepdf.Name.r, St=4), 2, pikepdf.Dictionary(S=pikepdf.Name.D, P="附-")]
    labelled.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(styles))
    assert [page.label for page in laid(press, labelled).pages] == ["1", "2", "iv", "v", "附-1", "6"]
    plain = paper(press.folder, (100, 100))
    assert [page.label for page in laid(press, plain).pages] == ["1", "2", "3", "4"]


def test_what_is_left_out_is_told(press: Press) -> None:
    file = paper(press.folder, (100, 100))
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9])
    file.pages[0].Annots = file.make_indirect(pikepdf.Array([note, note]))
    file.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    problems = laid(press, file).problems
    assert [(one.code, one.severity, one.place) for one in problems] == [
        ("attachment-notes", "notice", PLACE),
        ("attachment-scripts", "notice", PLACE),
    ]
    assert dict(problems[0].values) == {"file": "paper.pdf", "count": "2"}


def test_a_file_with_hidden_layers_is_refused(press: Press) -> None:
    file = paper(press.folder, (100, 100))
    layer = file.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="密"))
    file.Root.OCProperties = pikepdf.Dictionary(OCGs=[layer], D=pikepdf.Dictionary(OFF=[layer]))
    assert laid(press, file).codes == ["attachment-layers"]


@pytest.mark.parametrize("password", ["", "secret"])
def test_an_encrypted_file_is_refused(press: Press, password: str) -> None:
    found = laid(press, paper(press.folder, (100, 100)), encryption=pikepdf.Encryption(owner="o", user=password))
    assert [(one.code, one.severity, one.place) for one in found.problems] == [("attachment-encrypted", "error", PLACE)]


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.4\n%%EOF\n", b"PK\x03\x04 no PDF", b"%PDF-1.4\n1 0 obj<</Pages 2 0 R>>"]
)
def test_a_broken_file_is_refused(press: Press, data: bytes) -> None:
    (press.folder / "paper.pdf").write_bytes(data)
    found = press.lay(text("前面。"), GIVEN)
    assert [(one.code, one.place) for one in found.problems] == [("attachment-broken", PLACE)]
