"""Proofs against an earlier edition: what is marked, where, how it is told, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

import report as library
from report.deliver.differences.revisions import Revisions, revisions
from tests.cli.shell import Done, banxin
from tests.differences.builds import BODY, HEAD, LONG, TABLE, built, edition, write
from tests.verapdf import assert_conforms

CHART = "  - 图表: {类: 柱形, 题: 培训, 数据: 培训, 横: 年份, 纵: 人次}\n"


def proof(report: Path, out: Path, *more: object) -> Done:
    return banxin("build", report, "-o", out, "--draft", "--json", *more)


def codes(done: Done) -> list[str]:
    return [one["code"] for one in done.json["problems"]]


def marked(tmp_path: Path, old: str, new: str, tables: tuple[str, str] = (TABLE, TABLE)) -> Revisions:
    """What the second body has that the first one has not."""
    files = []
    for name, body, table in (("a", old, tables[0]), ("b", new, tables[1])):
        built(write(tmp_path / name, body, table=table), tmp_path / name / "out")
        files.append((name, (tmp_path / name / "out" / "small-office.pdf").read_bytes()))
    return revisions(files[0], files[1])


def test_a_changed_word_marks_its_line_and_nothing_else(tmp_path: Path) -> None:
    found = marked(tmp_path, BODY, BODY.replace("家门口", "村口"))
    assert (found.changed, found.removed) == (1, 0)
    assert {mark.page for mark in found.marks} == {1}


def test_text_that_only_flowed_to_another_page_is_not_marked(tmp_path: Path) -> None:
    added = "  - 段: 又添了一段说明。\n"
    found = marked(tmp_path, LONG, added + LONG)
    assert (found.changed, found.removed) == (1, 0)
    assert [mark.page for mark in found.marks] == [1]


def test_a_removed_sentence_leaves_a_place_without_width(tmp_path: Path) -> None:
    found = marked(tmp_path, BODY, BODY.replace("各县区把阵地建到妇女身边，把服务送到家门口。", ""))
    assert (found.changed, found.removed) == (0, 1)
    assert [mark.width for mark in found.marks] == [0.0]


def test_a_chart_of_other_values_is_marked_as_a_whole_and_its_table_by_the_cell(tmp_path: Path) -> None:
    found = marked(tmp_path, BODY + CHART, BODY.replace("全市", "全县") + CHART, (TABLE, TABLE.replace("1350", "1420")))
    kinds = sorted((mark.kind, mark.height > 50) for mark in found.marks)
    assert kinds == [("changed", False), ("changed", False), ("look", True)]
    assert found.changed == 3


def test_a_chart_that_only_moved_is_not_marked(tmp_path: Path) -> None:
    found = marked(tmp_path, BODY + CHART, "  - 段: 添一段。\n" + BODY + CHART)
    assert [mark.kind for mark in found.marks] == ["added"]


def test_a_figure_that_floated_on_with_its_title_is_not_marked(tmp_path: Path) -> None:
    old = LONG.replace("  - 段: 第丙组", CHART + "  - 段: 第丙组")
    found = marked(tmp_path, old, LONG.replace("  - 段: 第丁组", CHART + "  - 段: 第丁组"))
    assert found == ((), 0, 0)


def test_a_paragraph_of_many_sentences_is_one_place(tmp_path: Path) -> None:
    added = f"  - 段: {'新的一句话。' * 30}\n"
    assert marked(tmp_path, BODY, BODY + added)[1:] == (1, 0)
    assert marked(tmp_path / "2", BODY + added, BODY)[1:] == (0, 1)


def test_since_alone_means_the_edition_that_was_kept_last(tmp_path: Path) -> None:
    report, out = write(tmp_path), tmp_path / "out"
    edition(report, out)
    write(tmp_path, BODY.replace("家门口", "村口"))
    kept = edition(report, out)
    write(tmp_path, BODY.replace("家门口", "院门口"))
    done = proof(report, out, "--since")
    assert done.code == 0
    (told,) = (one for one in done.json["problems"] if one["code"] == "since-marked")
    assert kept.name in told["message"]
    assert "改动 1 处" in told["message"]
    assert told["severity"] == "notice"


@pytest.mark.parametrize("name", ["1", "0001", "2024-01-21", "{name}", "{path}", "{pdf}"])
def test_an_edition_is_named_by_number_date_name_folder_or_pdf(tmp_path: Path, name: str) -> None:
    report, out = write(tmp_path), tmp_path / "out"
    kept = edition(report, out)
    write(tmp_path, BODY.replace("家门口", "村口"))
    given = name.format(name=kept.name, path=kept, pdf=kept / "small-office.pdf")
    assert codes(proof(report, out, "--since", given)) == ["since-marked"]


def test_what_a_proof_adds_is_no_change_for_the_next_proof(tmp_path: Path) -> None:
    report, out = write(tmp_path), tmp_path / "out"
    edition(report, out)
    write(tmp_path, BODY.replace("家门口", "村口"))
    assert codes(proof(report, out, "--since", "1", "--keep", 5)) == ["since-marked"]
    assert codes(proof(report, out, "--since", "2")) == ["since-same"]


def test_a_plain_proof_is_made_again_after_one_with_bars(tmp_path: Path) -> None:
    report, out = write(tmp_path), tmp_path / "out"
    edition(report, out)
    write(tmp_path, BODY.replace("家门口", "村口"))
    bars = proof(report, out, "--since").json
    plain = proof(report, out).json
    assert plain["cached"] is False
    assert plain["files"][0]["sha256"] != bars["files"][0]["sha256"]


def test_a_proof_with_bars_keeps_its_standards_and_its_text(tmp_path: Path) -> None:
    report, out = write(tmp_path, BODY + CHART), tmp_path / "out"
    edition(report, out)
    write(tmp_path, BODY.replace("家门口", "村口").replace("带动妇女就业", "就业"))
    assert proof(report, out, "--since").code == 0
    first = (out / "small-office.pdf").read_bytes()
    assert_conforms(out / "small-office.pdf")
    assert proof(report, out, "--since", "--no-cache").code == 0
    assert (out / "small-office.pdf").read_bytes() == first


def test_mistakes_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    report, out = write(tmp_path / "r"), tmp_path / "out"
    other = write(tmp_path / "s", head=HEAD.replace("编号: small", "编号: other"))
    kept = edition(other, tmp_path / "other")
    foreign = tmp_path / "别人.pdf"
    with pikepdf.new() as file:
        file.add_blank_page()
        file.save(foreign)
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.7 not one")
    cases: list[tuple[tuple[object, ...], int, str]] = [
        (("--since",), 2, "since-none-kept"),
        (("--since", "7"), 2, "since-no-edition"),
        (("--since", kept), 2, "since-other-report"),
        (("--since", kept / "other-office.pdf"), 2, "since-other-report"),
        (("--since", foreign), 2, "since-not-ours"),
        (("--since", tmp_path / "坏.pdf"), 2, "diff-unreadable"),
    ]
    for given, code, said in cases:
        done = proof(report, out, *given)
        assert (done.code, codes(done)) == (code, [said])
    assert banxin("build", report, "--since", kept).code == 64
    assert not out.exists()


def test_the_library_takes_a_folder_or_a_file(tmp_path: Path) -> None:
    report, out = write(tmp_path), tmp_path / "out"
    kept = edition(report, out)
    write(tmp_path, BODY.replace("家门口", "村口"))
    for since in (kept, kept / "small-office.pdf"):
        result = library.build(report, draft=True, since=since)
        assert result.ok
        assert [one.code for one in result.problems] == ["since-marked"]
    assert [one.code for one in library.build(report, since=kept).problems] == ["since-needs-draft"]
