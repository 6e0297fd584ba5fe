"""What stands around the pages: version, boxes, intents, metadata, outline, and the same bytes everywhere."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from report.drawing import Shape, Sheet, rectangle
from report.pdf import syntax
from report.problem import ConformanceError
from report.units import MM
from tests.pdf import tiny
from tests.tools import run

DC, XMP, PDF = ("http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/pdf/1.3/")


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def streams(data: bytes) -> list[bytes]:
    """Every stream of the file, decoded where it is text."""
    with opened(data) as file:
        found = [one for one in file.objects if isinstance(one, pikepdf.Stream)]
        return [one.read_bytes() for one in found if one.get("/Subtype") not in ("/Image",) and "/N" not in one]


def contents(data: bytes) -> str:
    with opened(data) as file:
        return "\n".join(page.Contents.read_bytes().decode() for page in file.pages)


def test_the_lowest_version_of_the_standards_holds() -> None:
    blank = (tiny.p(*tiny.line("青", 20, 20)),)
    assert tiny.pdf(blank).startswith(b"%PDF-1.6\n")
    assert tiny.pdf(blank, standards=tiny.ARCHIVE).startswith(b"%PDF-1.7\n")
    assert tiny.pdf(blank, standards=()).startswith(b"%PDF-1.7\n")


def test_boxes_start_at_the_origin_and_nest() -> None:
    sheet = Sheet(210 * MM, 285 * MM, 3 * MM)
    with opened(tiny.pdf((tiny.p(*tiny.line("青", 20, 20)),), sheet=sheet)) as file:
        page = file.pages[0]
        said = {key: [float(v) for v in page[key]] for key in ("/MediaBox", "/BleedBox", "/TrimBox")}
    assert said == {
        "/MediaBox": [0, 0, 612.283, 824.882],
        "/BleedBox": [0, 0, 612.283, 824.882],
        "/TrimBox": [8.504, 8.504, 603.78, 816.378],
    }


def test_two_intents_share_one_profile(press: bytes, archive: bytes) -> None:
    with opened(press) as file:
        intents = list(file.Root.OutputIntents)
        assert [str(one.S) for one in intents] == ["/GTS_PDFX", "/GTS_PDFA1"]
        assert intents[0].DestOutputProfile.objgen == intents[1].DestOutputProfile.objgen
        assert (intents[0].DestOutputProfile.N, str(intents[0].OutputConditionIdentifier)) == (4, "FOGRA39")
    with opened(archive) as file:
        assert [str(one.S) for one in file.Root.OutputIntents] == ["/GTS_PDFA1"]


def test_information_and_xmp_say_the_same_and_the_packet_is_not_filtered(press: bytes) -> None:
    with opened(press) as file:
        assert "/Filter" not in file.Root.Metadata
        packet = ElementTree.fromstring(file.Root.Metadata.read_bytes())
        info = {key: str(value) for key, value in file.docinfo.items()}
    words = {one.tag: "".join(one.itertext()).strip() for one in packet.iter() if one.tag.startswith("{")}
    assert info["/Title"] == words[f"{{{DC}}}title"] == "小册子"
    assert info["/Author"] == words[f"{{{DC}}}creator"] == "某人"
    assert info["/Subject"] == words[f"{{{DC}}}description"] == "试验"
    assert info["/Keywords"] == words[f"{{{PDF}}}Keywords"] == "甲, 乙"
    assert info["/Creator"] == words[f"{{{XMP}}}CreatorTool"] == info["/Producer"] == words[f"{{{PDF}}}Producer"]
    assert info["/CreationDate"] == info["/ModDate"] == "D:20240121083000+08'00'"
    assert words[f"{{{XMP}}}CreateDate"] == words[f"{{{XMP}}}ModifyDate"] == "2024-01-21T08:30:00+08:00"
    assert info["/Trapped"] == "/False"
    assert set(info) == {
        "/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer", "/CreationDate", "/ModDate", "/Trapped",
    }  # fmt: skip


def test_the_catalog_speaks_to_readers(press: bytes) -> None:
    with opened(press) as file:
        root = file.Root
        assert str(root.Lang) == "zh-CN"
        assert root.ViewerPreferences.DisplayDocTitle is True
        assert root.MarkInfo.Marked is True
        assert root.PageMode == "/UseOutlines"
        assert [page.label for page in file.pages] == ["封面", "1"]
        assert {str(page.Tabs) for page in file.pages} == {"/S"}


def test_bookmarks_lead_by_destination_and_skip_no_level(press: bytes) -> None:
    with opened(press) as file, file.open_outline() as outline:
        tops = [float(item.destination[3]) for item in outline.root]
        assert [item.title for item in outline.root] == ["封面", "第一章"]
        assert [child.title for child in outline.root[1].children] == ["正文"]
        assert tops == [192.0, 182.0]
        assert outline.root[1].destination[0].objgen == file.pages[1].objgen
    assert b"/GoTo" not in b"".join(streams(press))


def test_a_transparency_group_stands_only_where_something_shines_through(press: bytes) -> None:
    with opened(press) as file:
        assert file.pages[0].Group.CS == "/DeviceCMYK"
        assert "/Group" not in file.pages[1]


def test_no_fault_of_the_stock_writer_reaches_the_file(press: bytes) -> None:
    everything = press + b"".join(streams(press))
    for fault in (b"Helvetica", b"ASCII85", b"(anonymous)", b"(unspecified)", b"ReportLab", b"/ProcSet/PS", b"D:2000"):
        assert fault not in everything, fault
    assert re.search(rb"[^\n]endstream", press) is None
    assert b"\nxref\n" not in press, "a cross-reference stream takes its place"


def test_only_process_inks_are_used(press: bytes) -> None:
    assert not re.search(r"(?<!\S)(rg|RG|g|G|cs|CS|sc|SC)(?!\S)", contents(press))
    with opened(press) as file:
        spaces = {str(one.ColorSpace) for one in file.objects if isinstance(one, pikepdf.Stream) and "/Width" in one}
    assert spaces == {"/DeviceCMYK"}


def test_numbers_have_three_decimals_at_most(press: bytes) -> None:
    assert re.search(r"\d\.\d{4}", contents(press)) is None
    assert re.search(r"\d\.?e[-+]?\d", contents(press)) is None


def test_a_skipped_heading_is_refused_where_the_file_claims_to_be_accessible() -> None:
    page = (tiny.p(*tiny.line("大", 20, 20), role="H1"), tiny.p(*tiny.line("小", 20, 40), role="H3"))
    with pytest.raises(ConformanceError) as caught:
        tiny.pdf(page)
    found = caught.value.problems[0]
    assert (found.code, found.values, found.page) == ("heading-skipped", (("found", "H3"), ("wanted", "H2")), 1)
    assert tiny.pdf(page, standards=("PDF/X-4",))


def test_the_identifier_is_made_of_the_content() -> None:
    def identifier(words: str) -> bytes:
        with opened(tiny.pdf((tiny.p(*tiny.line(words, 20, 20)),))) as file:
            first, second = file.trailer.ID
            assert bytes(first) == bytes(second)
            return bytes(first)

    assert identifier("甲") == identifier("甲")
    assert identifier("甲") != identifier("乙")


SCRIPT = """
import hashlib, sys
from pathlib import Path
from tests.pdf import conftest, tiny
pages = conftest.everything(Path(sys.argv[1]))
data = tiny.pdf(*pages, outline=conftest.OUTLINE, places=conftest.PLACES, labels=("封面", "1"))
print(hashlib.sha256(data).hexdigest())
"""


@pytest.mark.parametrize(
    "environment", [{"PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu"}, {"PYTHONHASHSEED": "8", "RL_pdfComments": "1"}]
)
def test_the_same_bytes_whatever_the_process(press: bytes, photo: Path, environment: dict[str, str]) -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(photo)],
        cwd=root, env={**os.environ, **environment}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == hashlib.sha256(press).hexdigest()


def test_settings_of_the_process_are_neither_used_nor_changed(press: bytes, photo: Path) -> None:
    from reportlab import rl_config

    from tests.pdf import conftest

    kept = rl_config.pdfComments, rl_config.invariant
    rl_config.pdfComments, rl_config.invariant = 1, 0
    try:
        again = tiny.pdf(
            *conftest.everything(photo), outline=conftest.OUTLINE, places=conftest.PLACES, labels=("封面", "1")
        )
        assert (rl_config.pdfComments, rl_config.invariant) == (1, 0)
    finally:
        rl_config.pdfComments, rl_config.invariant = kept
    assert again == press


def test_qpdf_finds_nothing(press: bytes, archive: bytes, tmp_path: Path) -> None:
    for name, data in (("press.pdf", press), ("archive.pdf", archive)):
        (tmp_path / name).write_bytes(data)
        assert "No syntax or stream encoding errors found" in run("qpdf", "--check", tmp_path / name)


def test_writing_is_what_imports_reportlab_and_never_platypus() -> None:
    said = (
        "import sys; import report.pdf.document, report.pdf.intent; assert 'reportlab' not in sys.modules;"
        "from tests.pdf import tiny; tiny.pdf((tiny.p(*tiny.line('青', 20, 20)),));"
        "assert 'reportlab.pdfgen.canvas' in sys.modules and 'reportlab.platypus' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", said], cwd=Path(__file__).parents[2], check=True)


def test_more_objects_than_one_object_stream_holds() -> None:
    many = tuple(tiny.p(Shape(rectangle(i, 20, 0.5, 0.5), fill=tiny.RED)) for i in range(220))
    with opened(tiny.pdf(many)) as file:
        assert len(file.Root.StructTreeRoot.K.K) == 220


@pytest.mark.parametrize(
    ("value", "said"), [(1.0, "1"), (0.5, "0.5"), (-0.0004, "0"), (12.3456, "12.346"), (6e-17, "0"), (100.0, "100")]
)
def test_numbers(value: float, said: str) -> None:
    assert syntax.num(value) == said


def test_names_and_strings_are_escaped() -> None:
    assert syntax.name("专色 A#1") == b"/#E4#B8#93#E8#89#B2#20A#231"
    assert syntax.literal("a(b)\\c") == b"(a\\(b\\)\\\\c)"
    assert syntax.text("𠮷") == b"<FEFFD842DFB7>"


def test_every_code_is_read_as_it_was_written() -> None:
    """Brackets, backslashes and ends of lines among the bytes of two-byte codes."""
    values = range(0x10000)
    with pikepdf.new() as pdf:
        said = "".join(map(syntax.code_of, values)).encode("latin-1")
        (shows,) = pikepdf.parse_content_stream(pikepdf.Stream(pdf, b"(%s) Tj" % said))
        assert bytes(shows.operands[0]) == b"".join(value.to_bytes(2, "big") for value in values)


def test_deflate_is_libdeflate_of_one_version() -> None:
    data = "开封市妇女联合会".encode() * 40
    assert hashlib.sha256(syntax.deflated(data)).hexdigest()[:16] == "f5e87173cee40028"
