"""Deliveries: every consistent set of standards, screens, printer's marks, spot inks, the shop's own profile."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from report import pipeline, resources
from report.content.read import read_report
from report.deliver.cache import RunCache
from report.pdf.intent import CONDITIONS
from report.problem import ConformanceError, ContentError
from report.standards import STANDARDS, conflict
from report.units import MM
from tests import tools
from tests.verapdf import judge

pytestmark = pytest.mark.xdist_group("deliveries")

REPORT = """\
格式: 1
文档: {编号: d, 标题: 五年一览, 单位: 示例单位, 日期: 2024-01-21, 主题: brochure}
版面: {装订: 骑马订}
数据: {表一: {文件: t.csv}}
正文:
  - 封面: {标语: 同行}
  - 段: 正文一段，[见表](#表-一)，网址见[这里](https://example.org/)。
  - 图片: {图: a.jpg, 替代: 示例图}
  - 表格: {号: 一, 题: 示例表, 数据: 表一, 样式: 斑马}
  - 封底: {文: 示例}
输出:
  印厂: {标记: [裁切, 折线, 套准, 色条, 说明]}
  专金: {专色: [金], 标记: [说明]}
  公文: {版式: 公文附件}
  网阅: {图片: 100dpi}
  归档: {标准: [PDF/A-3u, PDF/UA-1]}
  新: {标准: PDF/A-4}
  自备: {色彩: own.icc}
"""
FLAVOURS = {
    "press": ("2u", "ua1"),
    "专金": ("2u", "ua1"),
    "office": ("2u", "ua1"),
    "screen": ("2u", "ua1"),
    "归档": ("3u", "ua1"),
    "新": ("4",),
    "自备": ("2u", "ua1"),
}


def silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files of all deliveries by key."""
    from PIL import Image

    folder = tmp_path_factory.mktemp("deliveries")
    (folder / "report.yaml").write_text(REPORT, encoding="utf-8")
    (folder / "t.csv").write_text("名,数\n甲,1\n乙,2\n", encoding="utf-8")
    gradient = Image.linear_gradient("L").resize((1600, 1100))
    Image.merge("RGB", (gradient, gradient.rotate(180), Image.new("L", gradient.size, 90))).save(folder / "a.jpg")
    (folder / "own.icc").write_bytes(CONDITIONS["TR006"].path.read_bytes())
    built = pipeline.build(folder / "report.yaml", pipeline.Options(), RunCache(), silent)
    for file in built.files:
        (folder / file.name).write_bytes(file.data)
    return {file.delivery: folder / file.name for file in built.files}


@pytest.mark.parametrize("key", FLAVOURS)
def test_each_conforms(files: dict[str, Path], key: str) -> None:
    assert {flavour: found for (_, flavour), found in judge([files[key]], FLAVOURS[key]).items() if found} == {}
    tools.run("qpdf", "--check", files[key])


def code(path: Path) -> str:
    """All content streams of a file, forms left out."""
    with pikepdf.open(path) as pdf:
        return "\n".join(page.Contents.read_bytes().decode("latin-1") for page in pdf.pages)


def operators(path: Path) -> set[str]:
    return {line.rsplit(" ", 1)[-1] for line in code(path).splitlines()}


def test_a_screen_file_has_no_inks_no_bleed_and_links(files: dict[str, Path]) -> None:
    assert not operators(files["screen"]) & {"k", "K", "cs", "CS"}
    assert {"rg"} <= operators(files["screen"])
    assert "/OP true" not in code(files["screen"])
    with pikepdf.open(files["screen"]) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert (intent.DestOutputProfile.N, str(intent.OutputConditionIdentifier)) == (3, "sRGB IEC61966-2.1")
        assert bytes(intent.DestOutputProfile.read_bytes()) == CONDITIONS["sRGB"].path.read_bytes()
        assert [round(float(v)) for v in pdf.pages[0].MediaBox] == [0, 0, 595, 808]
        kinds = {str(a.Subtype) for page in pdf.pages for a in page.get("/Annots", [])}
        assert kinds == {"/Link"}
        images = [image for page in pdf.pages for image in page.get_images().values()]
        assert {str(image.ColorSpace) for image in images} == {"/DeviceRGB"}


def test_the_resolution_of_pictures_is_kept_down(files: dict[str, Path]) -> None:
    widths = {}
    for key in ("press", "screen"):
        with pikepdf.open(files[key]) as pdf:
            widths[key] = max(int(image.Width) for page in pdf.pages for image in page.get_images().values())
    assert widths["press"] == 1600
    assert widths["screen"] == pytest.approx(131 / 25.4 * 100, abs=1)


def test_a_press_file_has_no_links_and_no_rgb(files: dict[str, Path]) -> None:
    assert not operators(files["press"]) & {"rg", "RG"}
    with pikepdf.open(files["press"]) as pdf:
        assert not any("/Annots" in page for page in pdf.pages)


def test_marks_stand_outside_the_bleed_in_the_colour_of_all_plates(files: dict[str, Path]) -> None:
    with pikepdf.open(files["press"]) as pdf:
        for page in pdf.pages:
            media, bleed, trim = ([float(v) for v in page[key]] for key in ("/MediaBox", "/BleedBox", "/TrimBox"))
            assert media[:2] == [0.0, 0.0]
            assert bleed[0] == pytest.approx(12 * MM, abs=0.01)
            assert trim[0] - bleed[0] == pytest.approx(3 * MM, abs=0.01)
            assert media[2] - bleed[2] == pytest.approx(12 * MM, abs=0.01)
            spaces = page.Resources.ColorSpace
            assert "/All" in {str(spaces[key][1]) for key in spaces}
        assert pdf.pages[1].TrimBox == pdf.pages[0].TrimBox


def test_inside_the_bleed_marks_leave_no_ink(files: dict[str, Path], tmp_path: Path) -> None:
    """The pages with and without marks are the same inside the bleed."""
    import numpy as np
    from PIL import Image

    plain = tmp_path / "plain.pdf"
    source = files["press"].parent / "report.yaml"
    bare = source.with_name("bare.yaml")
    bare.write_text(REPORT.replace("{标记: [裁切, 折线, 套准, 色条, 说明]}", "{}"), encoding="utf-8")
    plain.write_bytes(pipeline.build(bare, pipeline.Options(only=("印厂",)), RunCache(), silent).files[0].data)
    shown = []
    for i, path in enumerate((files["press"], plain)):
        tools.run("pdftoppm", "-r", "50.8", "-f", "2", "-l", "2", "-png", path, tmp_path / f"{i}")
        (picture,) = tmp_path.glob(f"{i}-*.png")
        shown.append(np.asarray(Image.open(picture).convert("RGB"), np.int16))
    slug = round(12 / 25.4 * 50.8)
    inner = shown[0][slug : slug + shown[1].shape[0], slug : slug + shown[1].shape[1]]
    difference = np.abs(inner - shown[1])[2:-2, 2:-2].max(axis=2)  # a page of another size is rounded to other pixels
    assert difference.mean() <= 1.5
    assert (difference > 96).mean() <= 0.005
    assert shown[0].shape[0] - shown[1].shape[0] == pytest.approx(2 * slug, abs=2)


def test_the_slug_line_says_file_page_and_date(files: dict[str, Path]) -> None:
    text = tools.run("pdftotext", "-layout", files["press"], "-")
    pages = text.split("\f")[:-1]
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        last = "".join(page.strip().splitlines()[-1].split())
        assert last.startswith(f"d-press.pdf{number}2024-01-21"), last


def test_every_plate_says_its_own_name(files: dict[str, Path], tmp_path: Path) -> None:
    """Ghostscript's separations: a spot ink has a plate, and the registration colour is on all of them."""
    tools.run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", "-r36", "-dLastPage=1", "-o",
              tmp_path / "s%d.tif", files["专金"])  # fmt: skip
    plates = {path.name.partition("(")[2].removesuffix(").tif") for path in tmp_path.glob("s1(*")}
    assert plates == {"Cyan", "Magenta", "Yellow", "Black", "PANTONE 871 C"}


def test_sources_lie_in_the_archive_and_nowhere_else(files: dict[str, Path]) -> None:
    with pikepdf.open(files["归档"]) as pdf:
        held = {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}
        assert len(pdf.Root.AF) == len(held)
    folder = files["归档"].parent
    assert held["report.yaml"] == (folder / "report.yaml").read_bytes()
    assert held["t.csv"] == (folder / "t.csv").read_bytes()
    lock = json.loads(held["lock.json"])
    assert sorted(lock["inputs"]) == ["a.jpg", "own.icc", "report.yaml", "t.csv"]
    for key in ("press", "office", "screen"):
        with pikepdf.open(files[key]) as pdf:
            assert not pdf.attachments


def test_pdf_a_4_is_pdf_2_without_an_information_dictionary(files: dict[str, Path]) -> None:
    data = files["新"].read_bytes()
    assert data.startswith(b"%PDF-2.0")
    with pikepdf.open(files["新"]) as pdf:
        assert "/Info" not in pdf.trailer


def test_a_profile_of_the_shops_own_is_the_intent(files: dict[str, Path]) -> None:
    with pikepdf.open(files["自备"]) as pdf:
        intent = pdf.Root.OutputIntents[0]
        assert str(intent.OutputConditionIdentifier) == "Custom"
        assert "/RegistryName" not in intent
        assert str(intent.Info)
        assert bytes(intent.DestOutputProfile.read_bytes()) == CONDITIONS["TR006"].path.read_bytes()


def test_a_profile_that_is_no_printing_condition_is_refused(tmp_path: Path) -> None:
    (tmp_path / "s.icc").write_bytes(CONDITIONS["sRGB"].path.read_bytes())
    head = "格式: 1\n文档: {编号: a, 标题: 甲, 日期: 2024-01-21, 主题: brochure}\n"
    text = head + "正文: [段: 好]\n输出: {印厂: {色彩: s.icc}}\n"
    (tmp_path / "r.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        pipeline.build(tmp_path / "r.yaml", pipeline.Options(), RunCache(), silent)
    assert [(p.code, p.place.line if p.place else 0) for p in caught.value.problems] == [("bad-profile", 4)]


@pytest.mark.parametrize(
    ("names", "condition", "code"),
    [
        (("PDF/X-4", "PDF/A-2u", "PDF/UA-1"), "FOGRA39", None),
        (("PDF/X-4", "PDF/A-3u", "PDF/UA-1"), "FOGRA39", None),
        (("PDF/A-4",), "sRGB", None),
        (("PDF/A-2u", "PDF/A-3u"), "FOGRA39", "standards-two-archives"),
        (("PDF/A-4", "PDF/X-4"), "FOGRA39", "standards-two-versions"),
        (("PDF/UA-1", "PDF/A-4"), "FOGRA39", "standards-two-versions"),
        (("PDF/X-4",), "sRGB", "standards-screen"),
    ],
)
def test_which_sets_can_be_one_file(names: tuple[str, ...], condition: str, code: str | None) -> None:
    assert set(names) <= set(STANDARDS)
    found = conflict(names, condition)
    assert (found[0] if found else None) == code


def test_the_sample_is_delivered_to_press_office_and_screen() -> None:
    source = resources.sample()
    assert source is not None
    report, _ = read_report(source)
    assert [d.key for d in report.deliveries] == ["press", "office", "screen"]


def test_the_samples_conform_in_every_delivery(tmp_path: Path) -> None:
    press = resources.sample()
    assert press is not None
    files = []
    for source in (press, press.parent.parent / "bulletin" / "report.yaml"):
        for file in pipeline.build(source, pipeline.Options(), RunCache(), silent).files:
            files.append(tmp_path / file.name)
            files[-1].write_bytes(file.data)
    assert len(files) == 5
    assert {key: found for key, found in judge(files).items() if found} == {}


CERTIFIED = """\
格式: 1
文档: {编号: c, 标题: 五年一览, 日期: 2024-01-21, 主题: 小字}
正文:
  - 段: 这段字只有八磅，用了四种油墨。
输出:
  印厂: {预检单: true}
"""


@pytest.mark.parametrize(("colour", "refused"), [("crimson", True), ("ink", False)])
def test_a_file_that_is_to_have_a_certificate_is_read_again_before_it_is_delivered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, colour: str, refused: bool
) -> None:
    """Where the build's own check were to let something pass, the independent reading finds it."""
    monkeypatch.setattr(pipeline, "page_problems", lambda *_: ())
    own = tmp_path / "小字"
    own.mkdir()
    style = f"styles: {{flow-body: {{size: 8, colour: {colour}}}}}\n"
    (own / "theme.yaml").write_text(f"name: 小字\ninherits: brochure\n{style}", encoding="utf-8")
    (tmp_path / "r.yaml").write_text(CERTIFIED, encoding="utf-8")
    if not refused:
        built = pipeline.build(tmp_path / "r.yaml", pipeline.Options(), RunCache(), silent)
        assert {one.severity for one in built.problems} <= {"warning", "notice"}
        return
    with pytest.raises(ConformanceError) as caught:
        pipeline.build(tmp_path / "r.yaml", pipeline.Options(), RunCache(), silent)
    errors = [one for one in caught.value.problems if one.severity == "error"]
    assert [one.code for one in errors] == ["g17-many-inks"]
    assert (errors[0].file, errors[0].page) == ("c-press.pdf", 1)


def test_the_certificate_stands_beside_its_file(tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text(CERTIFIED.replace("小字", "brochure").replace("八磅", "九磅"), encoding="utf-8")
    text = (tmp_path / "r.yaml").read_text(encoding="utf-8")
    (tmp_path / "r.yaml").write_text(text.replace("预检单: true", "预检单: true, 标记: [裁切, 说明]"), encoding="utf-8")
    out = tmp_path / "out"
    done = subprocess.run(
        [sys.executable, "-m", "report", "build", str(tmp_path / "r.yaml"), "-o", str(out), "--no-cache"],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    record = json.loads((out / "c-press-certificate.json").read_text(encoding="utf-8"))
    assert record["sha256"] == hashlib.sha256((out / "c-press.pdf").read_bytes()).hexdigest()
    assert {row["name"]: row["errors"] for row in record["standards"]} == dict.fromkeys(FILED, 0)
    assert 100 <= record["max_ink"]["percent"] <= 300
    assert not record["max_ink"]["measured"]
    assert judge([out / "c-press-certificate.pdf"])[out / "c-press-certificate.pdf", "2u"] == ()
    assert "c-press.pdf" in tools.run("pdftotext", out / "c-press-certificate.pdf", "-")


FILED = ("PDF/X-4", "PDF/A-2u", "PDF/UA-1")
