"""SVG logos and PDF pages as pictures: read, drawn, refused."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from report import pipeline
from report.deliver.cache import RunCache
from report.drawing import GuestPage, Vector, moved
from report.pipeline import Options
from report.problem import ReportError
from report.svg import read_vector
from tests import tools, verapdf
from tests.pdf import tiny
from tests.pdf.test_pixels import inked, painted, pixels

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80">'
RED, GREEN, WHITE = (200, 30, 40), (0, 120, 70), (255, 255, 255)


def svg(folder: Path, inside: str, head: str = HEAD) -> Path:
    path = folder / "logo.svg"
    path.write_text(f"{head}{inside}</svg>", encoding="utf-8")
    return path


def drawn(folder: Path, inside: str, head: str = HEAD) -> Image.Image:
    """The drawing, one pixel a unit."""
    path = svg(folder, inside, head)
    image = painted(folder, Vector(12, 12, 144, 96, str(path)))
    left, top, _, _ = pixels(12, 12, 144, 96)
    return image.crop((left, top, left + 120, top + 80))


def dark(image: Image.Image, x: float, y: float) -> bool:
    found = image.getpixel((int(x), int(y)))
    assert isinstance(found, tuple)
    return sum(found) < 500


@pytest.mark.parametrize(
    ("inside", "ink", "paper"),
    [
        (
            '<rect x="10" y="10" width="20" height="40"/>',
            [(12, 12), (28, 48)],
            [(8, 12), (33, 30), (20, 54)],
        ),
        (
            '<rect x="10" y="10" width="40" height="40" rx="15"/>',
            [(30, 12), (12, 30)],
            [(11, 11), (48, 48)],
        ),
        (
            '<circle cx="40" cy="40" r="20"/>',
            [(40, 22), (58, 40)],
            [(24, 24), (62, 40)],
        ),
        (
            '<ellipse cx="40" cy="40" rx="30" ry="10"/>',
            [(12, 40), (68, 40)],
            [(40, 28), (40, 52)],
        ),
        (
            '<polygon points="10,10 50,10 10,50"/>',
            [(12, 12), (20, 30)],
            [(40, 40)],
        ),
        (
            '<line x1="10" y1="40" x2="100" y2="40" stroke="black" stroke-width="6"/>',
            [(12, 40), (98, 42)],
            [(50, 50)],
        ),
        (
            '<polyline points="10,10 60,10 60,60" fill="none" stroke="black" stroke-width="6"/>',
            [(30, 10), (60, 40)],
            [(40, 30)],
        ),
        (
            '<path d="M10 70 Q60 -50 110 70 z"/>',
            [(60, 30), (20, 66)],
            [(60, 4), (12, 30)],
        ),
        (
            '<path d="m10 40a30 30 0 0 1 60 0z"/>',
            [(40, 14), (60, 38)],
            [(40, 44), (14, 14)],
        ),
        (
            '<path fill-rule="evenodd" d="M10 10h60v60h-60zM30 30h20v20h-20z"/>',
            [(14, 14), (60, 40)],
            [(40, 40)],
        ),
        (
            '<g transform="translate(60 40) rotate(90)"><rect x="-30" y="-5" width="60" height="10"/></g>',
            [(60, 14), (60, 66)],
            [(40, 40)],
        ),
        (
            '<g transform="translate(10,10) scale(2 3)"><rect width="10" height="10"/></g>',
            [(28, 38), (12, 12)],
            [(34, 20), (20, 44)],
        ),
        (
            '<rect width="30" height="30" transform="rotate(45 60 40) translate(45 25)"/>',
            [(60, 22), (42, 40)],
            [(46, 26)],
        ),
        (
            '<g fill="none"><rect width="50" height="50"/><rect fill="black" x="60" width="20" height="20"/></g>',
            [(70, 10)],
            [(20, 20)],
        ),
        (
            '<g visibility="hidden"><rect width="50" height="50"/></g><rect display="none" width="9" height="9"/>',
            [],
            [(5, 5)],
        ),
    ],
)
def test_shapes_stand_where_they_are_drawn(
    tmp_path: Path, inside: str, ink: list[tuple[int, int]], paper: list[tuple[int, int]]
) -> None:
    image = drawn(tmp_path, inside)
    assert [dark(image, x, y) for x, y in ink] == [True] * len(ink)
    assert [dark(image, x, y) for x, y in paper] == [False] * len(paper)


def test_colours_come_from_attributes_styles_and_classes(tmp_path: Path) -> None:
    path = svg(
        tmp_path,
        "<style>.a,.b{fill:#c81e28} .b{stroke:#000}</style>"
        '<rect class="a" width="9" height="9" fill="lime"/>'
        '<rect class="a" style="fill:rgb(0,120,70)" width="9" height="9"/>'
        '<g style="color:#007846"><rect fill="currentColor" width="9" height="9" fill-opacity="50%"/></g>',
    )
    parts = read_vector(path).parts
    assert [tuple(round(value * 255) for value in part.fill or ()) for part in parts] == [RED, GREEN, GREEN]
    assert [part.opacity for part in parts] == [1, 1, 0.5]


def test_colours_are_converted_and_black_is_black_alone(tmp_path: Path) -> None:
    path = svg(tmp_path, '<rect width="9" height="9"/><rect x="20" width="9" height="9" fill="#c81e28"/>')
    data = tiny.pdf((tiny.p(Vector(12, 12, 120, 80, str(path)), role="Figure", alt="徽", box=(12, 12, 120, 80)),))
    file = tiny.opened(data)
    code = file.pages[0].Contents.read_bytes().decode("latin-1")
    assert "0 0 0 1 k" in code
    assert " rg" not in code
    (tmp_path / "a.pdf").write_bytes(data)
    verapdf.assert_conforms(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    ("inside", "strange"),
    [
        ("<text>字</text>", "text"),
        ('<linearGradient id="g"/>', "linearGradient"),
        ('<defs><linearGradient id="g"/></defs>', "defs"),
        ('<rect width="9" height="9" fill="url(#g)"/>', "url(#g)"),
        ('<image href="a.png"/>', "image"),
        ('<use href="#a"/>', "use"),
        ('<g clip-path="url(#c)"><rect width="9" height="9"/></g>', "clip-path"),
        ('<g opacity=".5"><rect width="9" height="9"/></g>', "opacity g"),
        ("<style>g rect{fill:red}</style>", "style g rect"),
        ('<g transform="perspective(3)"/>', "transform perspective"),
    ],
)
def test_what_cannot_be_drawn_is_named(tmp_path: Path, inside: str, strange: str) -> None:
    assert read_vector(svg(tmp_path, inside)).strange == (strange,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<svg",
        "<html/>",
        '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>',
        '<svg viewBox="0 0 0 9"/>',
        '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg viewBox="0 0 9 9">&a;</svg>',
    ],
)
def test_what_is_no_svg_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.svg").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"no XML|no size|entities|html"):
        read_vector(tmp_path / "a.svg")


def test_a_drawing_without_a_view_box_is_as_large_as_it_says(tmp_path: Path) -> None:
    path = svg(tmp_path, "", '<svg xmlns="http://www.w3.org/2000/svg" width="30mm" height="20mm">')
    assert read_vector(path)[:2] == (30, 20)


def test_a_drawing_moves_with_what_holds_it() -> None:
    assert moved(Vector(1, 2, 3, 4, "a.svg"), 10, 20) == Vector(11, 22, 3, 4, "a.svg")


def build(folder: Path, body: str) -> pipeline.BuiltFile:
    (folder / "r.yaml").write_text(
        f"格式: 1\n文档: {{编号: t, 标题: 测, 日期: 2024-01-21}}\n正文:\n{body}", encoding="utf-8"
    )
    return pipeline.build(folder / "r.yaml", pipeline.Options(), RunCache(), lambda *_: None).files[0]


def codes(folder: Path, body: str) -> list[str]:
    try:
        build(folder, body)
    except ReportError as error:
        return [problem.code for problem in error.problems]
    return []


def paper(path: Path, pages: int = 2) -> None:
    with pikepdf.new() as file:
        for number in range(pages):
            file.add_blank_page(page_size=(600, 200))
            code = b"0 1 1 0 k 0 0 280 200 re f" if number else b"1 0 0 0 k 0 0 300 200 re f"
            file.pages[-1].Contents = file.make_stream(code)
        file.save(path)


def test_a_page_of_a_pdf_is_a_picture_cropped_around_its_focus(tmp_path: Path) -> None:
    paper(tmp_path / "logo.pdf")
    body = "  - 图集:\n      每行: 2\n      图:\n        - {图: logo.pdf, 页: 2, 替代: 徽, 焦点: [FOCUS, 0.5]}\n"
    widths = []
    for focus in ("0", "1"):
        (tmp_path / "a.pdf").write_bytes(build(tmp_path, body.replace("FOCUS", focus)).data)
        tools.run("qpdf", "--check", tmp_path / "a.pdf")
        tools.run("pdftoppm", "-r", "72", "-png", "-singlefile", tmp_path / "a.pdf", tmp_path / "page")
        with Image.open(tmp_path / "page.png") as image:
            top = image.convert("RGB").crop((0, 0, image.width, image.height // 2))
        widths.append(inked(top))
    assert widths[0] is not None, "the left half is red"
    assert widths[1] is None, "and the right one empty"
    verapdf.assert_conforms(tmp_path / "a.pdf")


def test_a_guest_page_may_lie_in_a_clip(tmp_path: Path) -> None:
    paper(tmp_path / "logo.pdf")
    assert isinstance(moved(GuestPage(0, 0, 10, 10, str(tmp_path / "logo.pdf"), 1), 1, 1), GuestPage)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.svg", HEAD + "<text>字</text></svg>", "svg-strange"),
        ("a.svg", "no picture", "picture-broken"),
        ("a.pdf", "no picture", "picture-broken"),
        ("a.png", "no picture", "bad-picture"),
    ],
)
def test_files_that_are_no_pictures_are_told(tmp_path: Path, name: str, text: str, code: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert set(codes(tmp_path, f"  - 图片: {{图: {name}, 替代: 徽}}\n")) == {code}


def test_a_page_that_a_pdf_does_not_have_and_a_locked_one_are_told(tmp_path: Path) -> None:
    paper(tmp_path / "a.pdf")
    assert set(codes(tmp_path, "  - 图片: {图: a.pdf, 页: 3, 替代: 徽}\n")) == {"picture-page"}
    with pikepdf.open(tmp_path / "a.pdf", allow_overwriting_input=True) as file:
        file.save(encryption=pikepdf.Encryption(owner="o", user=""))
    assert set(codes(tmp_path, "  - 图片: {图: a.pdf, 替代: 徽}\n")) == {"picture-encrypted"}


def test_check_finds_what_a_standard_refuses_in_a_picture(tmp_path: Path) -> None:
    paper(tmp_path / "a.pdf")
    with pikepdf.open(tmp_path / "a.pdf", allow_overwriting_input=True) as file:
        file.pages[0].Contents = file.make_stream(b"1 0 0 rg 0 0 9 9 re f")
        file.save()
    assert codes(tmp_path, "  - 图片: {图: a.pdf, 替代: 徽}\n") == ["guest-colour"]
    checked = pipeline.check(tmp_path / "r.yaml", pipeline.Options(), RunCache(), lambda *_: None)
    assert [problem.code for problem in checked.problems] == ["guest-colour"]


def test_a_spread_shows_half_of_a_drawing_on_each_page(tmp_path: Path) -> None:
    paper(tmp_path / "a.pdf")
    body = "  - 段: 前\n  - 图片: {图: a.pdf, 页: 2, 替代: 徽, 跨页: true}\n"
    (tmp_path / "b.pdf").write_bytes(build(tmp_path, body).data)
    tools.run("pdftoppm", "-r", "36", "-png", tmp_path / "b.pdf", tmp_path / "page")
    shares = []
    for name in ("page-2.png", "page-3.png"):
        with Image.open(tmp_path / name) as image:
            found = inked(image.convert("RGB").crop((0, 0, image.width, image.height // 2)))
            shares.append((found[2] - found[0]) / image.width if found else 0.0)
    assert shares[0] > 0.8, "the left half is red"
    assert shares[1] < 0.1


def test_on_a_screen_the_colours_of_a_drawing_are_those_that_it_states(tmp_path: Path) -> None:
    """No ink can print them, so the way over inks would lose them; for the press they are inks as ever."""
    inside = '<rect width="60" height="80" fill="#00FF00"/><rect x="60" width="60" height="80" fill="#0A80FF"/>'
    svg(tmp_path, inside)
    report = tmp_path / "r.yaml"
    report.write_text(
        "格式: 1\n文档: {编号: r, 标题: 图, 日期: 2026-01-21}\n输出: {网阅: {}, 印厂: {}}\n"
        "正文:\n  - 图片: {图: logo.svg, 替代: 标志}\n",
        encoding="utf-8",
    )
    screen, press = (file.data for file in pipeline.build(report, Options(), RunCache(), lambda *_: None).files)
    fills = [line for line in tiny.code(screen) if line.endswith(" rg")]
    assert {"0 1 0 rg", "0.039 0.502 1 rg"} <= set(fills)
    assert not any(line.endswith((" rg", " RG")) for line in tiny.code(press))
    path = tmp_path / "screen.pdf"
    path.write_bytes(screen)
    verapdf.assert_conforms(path)
