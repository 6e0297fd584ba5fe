"""`banxin preflight` as it is called: lines, JSON, exit codes, the certificate."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pikepdf
import pytest

from tests.cli.shell import banxin
from tests.preflight.fixtures import broken, form, good, in_root, on_page, paints, says
from tests.verapdf import assert_conforms

KEYS = (
    "file readable sha256 bytes version title producer pages standards condition boxes fonts images inks plates "
    "black_text max_ink problems not_judged"
)


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.pdf").write_bytes(good())
    Path("bad.pdf").write_bytes(broken(on_page("/Rotate", 180), paints("1 0 0 rg 100 200 20 20 re f")))


def test_a_good_file_ends_well() -> None:
    done = banxin("preflight", "good.pdf", "--no-separations")
    assert done.code == 0
    assert "PDF/X-4（文件自称符合）：未发现错误" in done.out
    assert "4 页：错误 0 条，警告 0 条，未判 3 条" in done.out
    assert {re.findall(r"未判\[([\w-]+)\]", line)[0] for line in done.told} == {"not-measured", "beyond-preflight"}


def test_a_bad_file_is_told_line_by_line() -> None:
    done = banxin("preflight", "bad.pdf", "--standard", "x4", "--no-separations", "--lang", "en")
    assert done.code == 4
    turned = next(line for line in done.told if "g03" in line)
    assert turned == "bad.pdf: warning[g03-turned] the page is turned by 180 degrees (page 1); export it upright"
    red = next(line for line in done.told if "x32" in line)
    assert red.startswith("bad.pdf: error[x32-device-rgb] the shape has RGB colour")
    assert "32.3, 210.4 mm from left and top" in red
    assert "PDF/X-4 (claimed by the file): errors: 1" in done.out


def test_the_same_on_many_pages_is_told_once() -> None:
    with pikepdf.open("good.pdf") as pdf:
        for page in (*pdf.pages[0:1], *pdf.pages[2:4]):
            page.obj.Rotate = 180
        pdf.save("turned.pdf")
    lines = [line for line in banxin("preflight", "turned.pdf", "--no-separations").told if "g03" in line]
    assert len(lines) == 1
    assert "另见第 3–4 页（第 1 页）" in lines[0]


def test_json_holds_what_the_contract_says() -> None:
    done = banxin("preflight", "bad.pdf", "--standard", "x4,a2u", "--json", "--no-separations")
    assert done.code == 4
    told = done.json
    assert list(told) == KEYS.split()
    assert (told["pages"], told["plates"], told["condition"]) == (4, None, "FOGRA39")
    assert told["boxes"] == [{"pages": "1–4", "trim_mm": [210.0, 285.0], "bleed_mm": [3.0] * 4}]
    assert {row["name"]: row["claimed"] for row in told["standards"]} == dict.fromkeys(
        ("PDF/X-4", "PDF/A-2u", "PDF/UA-1"), True
    )
    assert {problem["code"] for problem in told["problems"]} >= {"x32-device-rgb", "a2u-colour", "g03-turned"}
    assert {problem["severity"] for problem in told["not_judged"]} == {"unjudged"}
    assert told["black_text"]["k_knockout"] == told["black_text"]["other"] == 0


def test_spots_may_be_allowed() -> None:
    spot = pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name("/Rot"), pikepdf.Name.DeviceCMYK])
    spot.append(pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 1, 0], N=1))
    resources = pikepdf.Dictionary(ColorSpace=pikepdf.Dictionary(S=spot))
    Path("spot.pdf").write_bytes(broken(form("/S cs 1 scn 100 200 20 20 re f", Resources=resources)))
    assert banxin("preflight", "spot.pdf", "--no-separations").code == 4
    assert banxin("preflight", "spot.pdf", "--no-separations", "--spots", "Rot").code == 0


@pytest.mark.parametrize(
    ("line", "code", "exit_code"),
    [
        ("preflight", "needs-argument", 64),
        ("preflight good.pdf --standard x1a", "unknown-standard-name", 64),
        ("preflight good.pdf --certificate good.pdf", "certificate-name", 64),
        ("preflight good.pdf --certificate good.json", "certificate-name", 64),
        ("preflight god.pdf", "no-report", 2),
        ("preflight .", "unreadable-pdf", 2),
    ],
)
def test_a_wrong_call_is_told(line: str, code: str, exit_code: int) -> None:
    done = banxin(*line.split())
    assert done.code == exit_code
    assert f"[{code}]" in done.err


def test_the_certificate_is_one_page_that_keeps_its_standards() -> None:
    assert banxin("preflight", "bad.pdf", "--certificate", "out/单.pdf", "--no-separations").code == 4
    told = json.loads(Path("out/单.json").read_text(encoding="utf-8"))
    assert list(told) == KEYS.split()
    with pikepdf.open("out/单.pdf") as pdf:
        assert len(pdf.pages) == 1
    assert_conforms(Path("out/单.pdf"))


def test_a_certificate_of_many_findings_stays_one_page() -> None:
    faults = [says(f"{n / 40} 0.5 0.5 1 k", 6 + n / 10) for n in range(1, 12)]
    names = [in_root(f"/Extra{n}", value=n) for n in range(3)]
    Path("很多.pdf").write_bytes(broken(*faults, *names))
    for language in ("zh", "en"):
        banxin("preflight", "很多.pdf", "--certificate", f"{language}.pdf", "--no-separations", "--lang", language)
    with pikepdf.open("zh.pdf") as pdf:
        assert len(pdf.pages) == 1
    assert Path("zh.pdf").read_bytes() == Path("en.pdf").read_bytes(), "the shop reads Chinese"


def test_what_is_no_pdf_has_a_certificate_too() -> None:
    Path("no.pdf").write_bytes(b"%PDF-1.6 and nothing")
    assert banxin("preflight", "no.pdf", "--certificate", "c.pdf").code == 4
    with pikepdf.open("c.pdf") as pdf:
        assert len(pdf.pages) == 1
