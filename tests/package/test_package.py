"""`banxin package`: opened, complete, checked, the same twice; refused where the certificate has errors."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from report import pipeline, resources
from report.content.catalogue import read_catalogue
from report.content.read import read_report
from report.deliver.cache import RunCache
from report.deliver.impose.sheets import imposed
from report.deliver.impose.wanted import Wanted
from report.deliver.package.archive import package, zipped
from report.deliver.package.parts import Finished, Job, Manner, parts_of
from report.deliver.package.ticket import rows, ticket
from tests import tools
from tests.cli.shell import TINY, banxin, held, write
from tests.verapdf import assert_conforms

PRINTING = "印刷: {纸张: 双胶纸, 克重: 140g, 封面纸: 铜版纸, 封面克重: 250g, 印数: 1000, 覆膜: 哑膜, 纸厚: 0.17mm}\n"
BOUND = "版面: {开本: 大度16开, 装订: 胶订}\n"
REPORT = TINY.replace("正文:", BOUND + PRINTING + "正文:")


def opened(path: Path) -> dict[str, bytes]:
    """The entries of a zip by name."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("report.yaml", REPORT)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_a_package_holds_what_the_shop_needs() -> None:
    done = banxin("package", "report.yaml", "--no-separations")
    assert done.code == 0, done.err
    path = Path("out/tiny/tiny-press-package.zip")
    assert "tiny-press-package.zip" in done.out
    held_ = {name.removeprefix("tiny-press/"): data for name, data in opened(path).items()}
    licences = [name for name in held_ if name.startswith("licences/")]
    assert list(held_) == [
        "tiny-press.pdf",
        "tiny-press-certificate.pdf",
        "tiny-press-certificate.json",
        "tiny-press-ticket.pdf",
        "tiny-press-ticket.json",
        "tiny-press-thumbnails.pdf",
        "tiny-press-fonts.csv",
        *licences,
        "SHA256SUMS",
    ]
    assert licences
    sums = dict(reversed(line.split("  ")) for line in held_["SHA256SUMS"].decode().splitlines())  # type: ignore[misc]
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in held_.items() if name != "SHA256SUMS"}
    rows_ = list(csv.DictReader(io.StringIO(held_["tiny-press-fonts.csv"].decode("utf-8-sig"))))
    assert {row["许可"] for row in rows_} == {"OFL-1.1"}
    assert {row["许可文本"] for row in rows_} == set(licences)
    record = json.loads(held_["tiny-press-certificate.json"])
    assert record["sha256"] == hashlib.sha256(held_["tiny-press.pdf"]).hexdigest()


@pytest.mark.usefixtures("folder")
def test_the_same_report_gives_the_same_package_from_its_folder_too() -> None:
    assert banxin("package", "report.yaml", "--no-separations", "-o", "one.zip").code == 0
    assert banxin("package", "report.yaml", "--no-separations", "-o", "two.zip", "--lang", "en").code == 0
    assert banxin("build", "report.yaml", "-o", "done").code == 0
    done = banxin("package", "done", "--no-separations", "--json")
    assert done.code == 0, done.err
    assert done.json["path"] == str(Path("done/tiny-press-package.zip"))
    one = Path("one.zip").read_bytes()
    assert one == Path("two.zip").read_bytes() == Path("done/tiny-press-package.zip").read_bytes()
    assert done.json["sha256"] == hashlib.sha256(one).hexdigest()


@pytest.mark.usefixtures("folder")
def test_the_ticket_says_what_is_printed() -> None:
    banxin("package", "report.yaml", "--no-separations", "-o", "p.zip")
    held_ = opened(Path("p.zip"))
    said = json.loads(held_["tiny-press/tiny-press-ticket.json"])
    assert said["paper"] == {"name": "双胶纸", "weight_gsm": 140, "thickness_mm": 0.17}
    assert said["cover_paper"] == {"name": "铜版纸", "weight_gsm": 250, "thickness_mm": None}
    picked = ("size_mm", "size_name", "binding", "pages", "quantity", "finish", "condition")
    assert [said[key] for key in picked] == [
        [210.0, 285.0], "大度16开", "perfect", 1, 1000, "哑膜", "FOGRA39",
    ]  # fmt: skip
    Path("t.pdf").write_bytes(held_["tiny-press/tiny-press-ticket.pdf"])
    text = "".join(tools.run("pdftotext", "-raw", "t.pdf", "-").split())
    for words in ("印刷工单", "1000本", "双胶纸，140g/m²（每张厚0.17mm）", "胶订", "哑膜", "210×285mm（大度16开）"):
        assert words in text
    Path("n.pdf").write_bytes(held_["tiny-press/tiny-press-thumbnails.pdf"])
    assert_conforms(Path("t.pdf"), Path("n.pdf"))
    tools.run("qpdf", "--check", "t.pdf")
    with pikepdf.open("t.pdf") as pdf:
        assert len(pdf.pages) == 1
        assert b"None" not in pdf.pages[0].obj.Contents.read_bytes()


@pytest.mark.usefixtures("folder")
def test_a_ticket_that_lacks_what_shops_ask_for_says_so() -> None:
    write("report.yaml", REPORT.replace("克重: 140g, ", "").replace("印数: 1000, ", ""))
    told = banxin("package", "report.yaml", "--no-separations").told
    assert any(line.startswith("report.yaml:") and "[ticket-incomplete] 工单缺 克重、印数" in line for line in told)


SOFT = REPORT.replace("标准: PDF/X-4}", "标准: PDF/X-4, 图片: 36dpi}").replace(
    "  - 页: {版式: 展望, 区: {题: 下一步, 文: 从家出发}}", "  - 图片: {图: dusk.jpg, 替代: 山水}"
)


def test_errors_of_the_certificate_stop_the_package(folder: Path) -> None:
    sample = resources.sample()
    assert sample is not None
    (folder / "dusk.jpg").write_bytes((sample.parent / "img" / "dusk.jpg").read_bytes())
    write("report.yaml", SOFT)
    before = held(folder)
    done = banxin("package", "report.yaml", "--no-separations", "-o", "p.zip")
    assert done.code == 4
    assert any("[g21-picture-soft]" in line for line in done.told)
    assert any("[package-errors]" in line for line in done.told)
    assert held(folder) == before
    told = banxin("package", "report.yaml", "--no-separations", "-o", "p.zip", "--with-errors", "--json")
    assert (told.code, told.json["errors"]) == (0, 1)
    assert "p.zip" in held(folder)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["missing.yaml"], 2, "no-report"),
        (["report.yaml", "-o", "p.tar"], 64, "package-name"),
        (["report.yaml", "--only", "晚报"], 2, "unknown-delivery"),
        (["empty"], 2, "package-no-edition"),
        (["stale"], 2, "package-stale"),
        (["proof"], 2, "package-draft"),
        (["office"], 2, "package-not-built"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_mistakes_are_told(arguments: list[str], code: int, says: str) -> None:
    Path("empty").mkdir()
    other = write("other.yaml", REPORT)
    assert banxin("build", "other.yaml", "-o", "stale", "--only", "press").code == 0
    assert banxin("build", "report.yaml", "-o", "proof", "--draft", "--only", "press").code == 0
    assert banxin("build", "report.yaml", "-o", "office", "--only", "office").code == 0
    other.write_text(REPORT.replace("从家出发", "从此出发"), encoding="utf-8")
    done = banxin("package", *arguments, "--no-separations")
    assert done.code == code, done.err
    assert [line for line in done.told if f"错误[{says}]" in line], done.err


def test_a_report_without_a_press_delivery_has_no_package(folder: Path) -> None:
    write("report.yaml", REPORT.replace("印厂: {标准: PDF/X-4}, ", ""))
    assert any("[package-no-press]" in line for line in banxin("package", "report.yaml").told)
    two = "特种: {标准: PDF/X-4}, 普通: {标准: PDF/X-4}, "
    write("report.yaml", REPORT.replace("印厂: {标准: PDF/X-4}, ", two))
    assert any("[package-which]" in line and "特种、普通" in line for line in banxin("package", "report.yaml").told)
    assert banxin("package", "report.yaml", "--only", "普通", "--no-separations").code == 0


# The sample, as a job of its own


@pytest.fixture(scope="module")
def sample() -> Job:
    source = resources.sample()
    assert source is not None
    built = pipeline.build(source, pipeline.Options(only=("press",)), RunCache(), lambda *_: None)
    report, _ = read_report(source)
    delivery = next(one for one in report.deliveries if one.key == "press")
    files = [Finished(file.name, file.data) for file in built.files]
    return Job(report, delivery, tuple(parts_of(files, report, delivery, Manner(plates=True))))


def test_the_sample_is_a_job_of_five_sheets_with_a_clean_certificate(sample: Job) -> None:
    said = ticket(sample)
    assert (said["pages"], said["sheets_a_copy"], said["binding"]) == (20, 5, "saddle-stitch")
    assert [file["errors"] for file in said["files"]] == [0]
    assert said["inks"] == ["Cyan", "Magenta", "Yellow", "Black"]
    assert [part.role for part in sample.parts] == ["book"]


def test_thumbnails_show_every_page(sample: Job, tmp_path: Path) -> None:
    files = package(sample, read_catalogue(resources.fonts() / "fonts.yaml"))
    (tmp_path / "n.pdf").write_bytes(files["kaifeng-press-thumbnails.pdf"])
    with pikepdf.open(tmp_path / "n.pdf") as pdf:
        assert len(pdf.pages) == 1
        pictures = pdf.pages[0].obj.Resources.XObject
        assert len(pictures) == 20
    numbers = tools.run("pdftotext", "-raw", tmp_path / "n.pdf", "-").split()
    assert [word for word in numbers if word.isdigit()] == [str(n) for n in range(1, 21)]
    again = package(sample, read_catalogue(resources.fonts() / "fonts.yaml"))
    assert zipped(files, "k") == zipped(again, "k")


def test_a_cover_of_its_own_is_a_file_of_its_own(sample: Job) -> None:
    """Two files: the inside, and a sheet that holds the outer pages; stand-ins made by imposition."""
    data = sample.parts[0].data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        inside = io.BytesIO()
        del pdf.pages[16:]
        pdf.save(inside)
    cover = imposed(data, "c.pdf", Wanted(layout="reader")).data
    files = [Finished("k-press.pdf", inside.getvalue()), Finished("k-press-cover.pdf", cover)]
    job = Job(
        sample.report, sample.delivery, tuple(parts_of(files, sample.report, sample.delivery, Manner(plates=False)))
    )
    assert [part.role for part in job.parts] == ["cover", "inside"]
    said: dict[str, Any] = ticket(job)
    assert said["pages"] == 16, "the cover's sheet is no page of the inside"
    assert [file["role"] for file in said["files"]] == ["cover", "inside"]
    texts = {row.head: row.texts for row in rows(job, said) if row.head}
    assert texts["页数"] == ("内文 16 页，封面另出 11 面，每本 4 张，每张 4 页",)
    packed = package(job, read_catalogue(resources.fonts() / "fonts.yaml"))
    wanted = {"k-press-cover-certificate.pdf", "k-press-certificate.pdf", "k-press-cover.pdf", "k-press.pdf"}
    assert wanted <= packed.keys()


GLUED_BOOK = """格式: 1
文档: {编号: book, 标题: 向光而行, 单位: 青岚市妇女联合会, 日期: 2026-03-08}
版面: {装订: 胶订, 页数: 96, 封面编页: false}
印刷: {纸张: 双胶纸, 克重: 100g, 封面纸: 铜版纸, 封面克重: 250g, 印数: 2000}
正文:
  - 封面: {标语: 五年同行}
"""


def test_a_glued_book_of_96_pages_has_a_spine_of_5_8_mm_in_cover_and_ticket(tmp_path: Path) -> None:
    pages = "".join("  - 段: 好。\n  - 分页:\n" for _ in range(95))
    tail = "  - 段: 好。\n  - 封底: {文: 编印}\n输出: {印厂: {封面另出: true}}\n"
    (tmp_path / "r.yaml").write_text(GLUED_BOOK + pages + tail, encoding="utf-8")
    done = banxin("package", tmp_path / "r.yaml", "-o", tmp_path / "p.zip", "--no-separations", "--json")
    assert done.code == 0, done.err
    with zipfile.ZipFile(tmp_path / "p.zip") as packed:
        held = {Path(name).name: packed.read(name) for name in packed.namelist()}
    told = json.loads(held["book-press-ticket.json"])
    assert (told["pages"], told["spine_mm"], told["paper"]["thickness_mm"]) == (96, 5.8, 0.12)
    assert [(file["role"], file["errors"]) for file in told["files"]] == [("cover", 0), ("inside", 0)]
    codes = {
        p["code"]
        for name, data in held.items()
        if name.endswith("certificate.json")
        for p in json.loads(data)["problems"]
    }
    assert not codes & {"c09-finished-size", "c06-page-count"}, "no fault of a cover's sheet, of a glued book"
    with pikepdf.open(io.BytesIO(held["book-press-cover.pdf"])) as pdf:
        left, _, right, _ = map(float, pdf.pages[0].TrimBox)
    assert round((right - left) / 72 * 25.4, 1) == 2 * 210 + 5.8
