"""Editions kept beside a build: whole, numbered, no more than asked for, and the same wherever they are made."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest

from report.deliver import output
from report.deliver.keeping import editions, keep_edition
from report.problem import ContentError
from tests.cli.shell import banxin, held
from tests.differences.builds import BODY, TABLE, built, edition, write


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def said(folder: Path, text: str) -> Path:
    """An edition of a report that says this."""
    return edition(write(folder, f"  - 段: {text}\n"), folder / "out", 3)


def test_the_last_three_are_kept(tmp_path: Path) -> None:
    made = [said(tmp_path, f"第{name}稿。") for name in "甲乙丙丁戊"]
    assert [path.name[:15] for path in made] == [f"{n:04d}-2024-01-21" for n in range(1, 6)]
    assert list(editions(tmp_path / "out")) == [tmp_path / path for path in made[2:]]
    assert not list((tmp_path / "out" / "editions").glob(".*"))


def test_what_did_not_change_is_no_new_edition(tmp_path: Path) -> None:
    first = said(tmp_path, "一稿。")
    assert said(tmp_path, "一稿。") == first
    done = banxin("build", "报告.yaml", "-o", "out", "--keep", 3)
    assert f"与上一期相同：{first.relative_to(tmp_path)}" in done.out or "与上一期相同" in done.out
    assert len(editions(tmp_path / "out")) == 1


def test_a_report_that_went_back_is_an_edition_again(tmp_path: Path) -> None:
    names = [said(tmp_path, text).name for text in ("一稿。", "二稿。", "一稿。")]
    assert [name[:4] for name in names] == ["0001", "0002", "0003"]
    assert names[0][-8:] == names[2][-8:]


def test_an_unchanged_build_is_kept_when_no_edition_was(tmp_path: Path) -> None:
    report = write(tmp_path)
    os.utime(report, ns=(0, 0))
    os.utime(tmp_path / "培训.csv", ns=(0, 0))
    banxin("build", report, "-o", "out")
    done = banxin("build", report, "-o", "out", "--keep", 2)
    assert done.out.splitlines()[0].startswith("未变")
    assert "存为一期：out/editions/0001-2024-01-21-" in done.out


def test_a_manifest_says_all_of_an_edition(tmp_path: Path) -> None:
    home = edition(write(tmp_path), tmp_path / "out")
    told = json.loads((home / "manifest.json").read_text("utf-8"))
    assert list(told) == ["format", "edition", "id", "title", "date", "tool", "choices", "inputs", "files", "figures"]
    assert (told["edition"], told["id"], told["title"], told["date"]) == (home.name, "small", "小报告", "2024-01-21")
    (file,) = told["files"]
    data = (home / "small-office.pdf").read_bytes()
    assert (file["name"], file["delivery"], file["bytes"]) == ("small-office.pdf", "office", len(data))
    assert file["sha256"] == hashlib.sha256(data).hexdigest()
    assert file["standards"] == ["PDF/A-2u", "PDF/UA-1"]
    (page,) = file["pages"]
    assert page["number"] == 1
    assert len(page["sha256"]) == 64
    assert page["text"].splitlines()[-3:] == ["年份\t人次（人次）", "2023\t1200", "2024\t1350"]
    figures = {one["name"]: one for one in told["figures"]}
    assert list(figures) == ["村", "贷款", "培训[2023].人次", "培训[2024].人次"]
    assert figures["贷款"] == {
        "name": "贷款",
        "value": "360000000",
        "unit": "元",
        "printed": "3.6亿",
        "place": "报告.yaml:6:3",
        "pages": {"small-office.pdf": [1]},
    }
    assert figures["培训[2024].人次"]["place"] == "培训.csv:3:6"
    assert {"培训.csv", "banxin:fonts/fonts.yaml"} <= told["inputs"].keys()


def test_an_edition_is_the_same_wherever_it_is_made(tmp_path: Path) -> None:
    homes = []
    for place in ("here", "far/away"):
        report = write(tmp_path / place)
        os.utime(report, ns=(0, 0))
        os.utime(report.parent / "培训.csv", ns=(0, 0))
        homes.append(edition(report, tmp_path / place / "out"))
    assert held(homes[0]) == held(homes[1])
    assert str(tmp_path) not in (homes[0] / "manifest.json").read_text("utf-8")


def test_a_big_register_is_no_table_of_figures(tmp_path: Path) -> None:
    rows = TABLE.splitlines()[0] + "\n" + "".join(f"{1000 + n},{n}\n" for n in range(501))
    home = edition(
        write(tmp_path, BODY.replace("  - 表格: {题: 培训人次, 数据: 培训}\n", ""), table=rows), tmp_path / "out"
    )
    told = json.loads((home / "manifest.json").read_text("utf-8"))
    assert [one["name"] for one in told["figures"]] == ["村", "贷款"]


@pytest.mark.parametrize("fails", ["_write_synced", "rename"])
def test_an_edition_that_cannot_be_written_leaves_the_others(
    fails: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in ("一稿。", "二稿。", "三稿。"):
        said(tmp_path, text)
    report = write(tmp_path, "  - 段: 四稿。\n")
    built(report, tmp_path / "out")
    before = held(tmp_path / "out" / "editions")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output if fails == "_write_synced" else Path, fails, full)
    done = banxin("build", report, "-o", "out", "--keep", 3)
    assert done.code == 1
    assert "disk-full" in done.err
    monkeypatch.undo()
    assert held(tmp_path / "out" / "editions") == before


def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path) -> None:
    said(tmp_path, "一稿。")
    left = tmp_path / "out" / "editions" / ".banxin-dead" / "new"
    left.mkdir(parents=True)
    (left / "small-office.pdf").write_bytes(b"half")
    said(tmp_path, "二稿。")
    assert sorted(path.name[:4] for path in (tmp_path / "out" / "editions").iterdir()) == ["0001", "0002"]


@pytest.mark.parametrize("harm", ["changed", "gone", "no-lock", "old-lock"])
def test_files_that_do_not_belong_together_are_no_edition(harm: str, tmp_path: Path) -> None:
    built(write(tmp_path), tmp_path / "out")
    pdf, lock = tmp_path / "out" / "small-office.pdf", tmp_path / "out" / "small.lock.json"
    match harm:
        case "changed":
            pdf.write_bytes(pdf.read_bytes() + b"\n")
        case "gone":
            pdf.unlink()
        case "no-lock":
            lock.unlink()
        case _:
            told = json.loads(lock.read_text("utf-8"))
            del told["figures"]
            lock.write_text(json.dumps(told))
    with pytest.raises(ContentError) as raised:
        keep_edition(tmp_path / "out", "small", 3)
    assert [one.code for one in raised.value.problems] == ["edition-unfinished"]
    assert not (tmp_path / "out" / "editions").exists()


@pytest.mark.parametrize("number", ["0", "-1", "三", "1.5", ""])
def test_a_number_of_editions_is_a_whole_number_from_one(number: str) -> None:
    done = banxin("build", "报告.yaml", f"--keep={number}")
    assert (done.code, "--keep" in done.err) == (64, True)


def test_other_folders_beside_editions_are_left_alone(tmp_path: Path) -> None:
    for text in ("一稿。", "二稿。"):
        said(tmp_path, text)
    mine = tmp_path / "out" / "editions" / "我的"
    shutil.copytree(editions(tmp_path / "out")[0], mine)
    edition(write(tmp_path, "  - 段: 三稿。\n"), tmp_path / "out", 1)
    assert mine.is_dir()
    assert [path.name[:4] for path in editions(tmp_path / "out")] == ["0003"]
