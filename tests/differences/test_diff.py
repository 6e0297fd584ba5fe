"""Two editions: figures, words, pages; as text, as JSON, as a marked copy."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from report.deliver.differences import Mark, changes, differences
from report.deliver.differences.reading import read_pdf
from tests.cli.shell import banxin
from tests.differences.builds import BODY, HEAD, LONG, TABLE, built, edition, write
from tests.tools import run
from tests.verapdf import judge

CHANGED = BODY.replace("把服务送到", "把关爱送到").replace("，带动妇女就业", "")


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two editions: a fact, a cell and two sentences differ."""
    old = edition(write(tmp_path), tmp_path / "out")
    head = HEAD.replace("值: 2135", "值: 2140")
    return old, edition(write(tmp_path, CHANGED, head, TABLE.replace("1350", "1420")), tmp_path / "out")


def test_what_changed_is_told_in_words(two: tuple[Path, Path]) -> None:
    done = banxin("diff", *two)
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0] == "《小报告》office"
    assert "  村  2135个 → 2140个  报告.yaml:5:3  第 1 页" in lines
    assert "  培训[2024].人次  1350人次 → 1420人次  培训.csv:3:6  第 1 页" in lines
    assert "  第 1 页  全市〔2135个 → 2140个〕村都建了阵地。" in lines
    assert "  第 1 页  各县区把阵地建到妇女身边，把〔服务 → 关爱〕送到家门口。" in lines
    assert "  第 1 页  发放贷款3.6亿元〔−，带动妇女就业〕。" in lines
    assert "  第 1 页  2024 │ 〔1350 → 1420〕" in lines
    assert "  第 1 页  字句 4 处" in lines
    assert lines[-2:] == ["  改 培训.csv", "  改 报告.yaml"] or lines[-2:] == ["  改 报告.yaml", "  改 培训.csv"]


def test_english_readers_get_english_words(two: tuple[Path, Path]) -> None:
    done = banxin("diff", *two, "--lang", "en")
    assert "figures changed: 2" in done.out
    assert "  page 1  sentences: 4" in done.out


def test_programs_get_json(two: tuple[Path, Path]) -> None:
    told = banxin("diff", *two, "--json").json
    assert (told["same"], told["delivery"], told["figures_known"]) == (False, "office", True)
    assert [(one["kind"], one["name"], one["pages"]) for one in told["figures"]] == [
        ("changed", "村", [1]),
        ("changed", "培训[2024].人次", [1]),
    ]
    assert told["figures"][0]["new"] == {"value": "2140", "unit": "个", "printed": "2140", "place": "报告.yaml:5:3"}
    assert told["pages"] == [{"kind": "changed", "old": 1, "new": 1, "words": 4, "look": False, "text": ""}]
    assert [one["kind"] for one in told["words"]] == ["changed"] * 4
    assert {one["kind"] for one in told["marks"]} == {"changed", "removed"}


def test_the_same_build_twice_has_no_difference(tmp_path: Path) -> None:
    report = write(tmp_path)
    built(report, tmp_path / "one")
    built(report, tmp_path / "two")
    done = banxin("diff", tmp_path / "one", tmp_path / "two" / "small.lock.json")
    assert done.code == 0
    assert done.out.splitlines()[2:] == ["两期的文字、数字和画面都相同"]
    assert banxin("diff", tmp_path / "one", tmp_path / "two", "--json").json["same"] is True


def test_marks_lie_on_the_words_that_changed(two: tuple[Path, Path]) -> None:
    marks = changes(*two)
    assert all(isinstance(mark, Mark) and mark.page == 1 for mark in marks)
    with pypdfium2.PdfDocument(two[1] / "small-office.pdf") as document:
        page = document[0]
        left, _, _, top = page.get_trimbox()
        text = page.get_textpage()
        found = [
            text.get_text_bounded(left + m.x + 1, top - m.y - m.height, left + m.x + m.width - 1, top - m.y).strip()
            for m in marks
            if m.kind != "removed"
        ]
        text.close()
        page.close()
    assert sorted(words.replace(" ", "") for words in found) == ["1420", "2140个", "关爱"]


def test_pages_are_matched_by_what_they_say(tmp_path: Path) -> None:
    old = edition(write(tmp_path, LONG), tmp_path / "out")
    count = len(read_pdf((old / "small-office.pdf").read_bytes(), "").sizes)
    assert count > 2
    new = edition(
        write(tmp_path, "  - 节: 新加的一节\n  - 段: 新加的一段话。\n  - 分页: {}\n" + LONG), tmp_path / "out"
    )
    found = differences(old, new)
    assert (found.pages[0].kind, found.pages[0].new) == ("added", 1)
    assert found.pages[0].text.endswith("新加的一节 新加的一段话。")
    assert [(one.kind, one.old, one.new) for one in found.pages[1:]] == [
        ("moved", n, n + 1) for n in range(1, count + 1)
    ]
    assert found.words == ()
    assert f"  第 2–{count + 1} 页  移位  原第 1–{count} 页" in banxin("diff", old, new).out.splitlines()
    back = differences(new, old)
    assert ("removed", 1, None) in [(one.kind, one.old, one.new) for one in back.pages]


def test_a_chart_that_changed_without_a_word_is_seen(tmp_path: Path) -> None:
    chart = BODY + "  - 图片: {图: 图.png, 替代: 一张图, 说明: 图}\n"
    for colour, name in (((200, 30, 30), "one"), ((30, 30, 200), "two")):
        from PIL import Image

        Image.new("RGB", (1600, 1000), colour).save(tmp_path / "图.png")
        built(write(tmp_path, chart), tmp_path / name)
    found = differences(tmp_path / "one", tmp_path / "two")
    assert (found.words, found.figures) == ((), ())
    (page,) = found.pages
    assert (page.kind, page.words, page.look) == ("changed", 0, True)
    (mark,) = page.marks
    assert mark.kind == "look"
    assert mark.width > 200


def test_a_new_picture_is_seen_beside_words_that_changed(tmp_path: Path) -> None:
    from PIL import Image

    for colour, words, name in (((200, 30, 30), "送到家门口", "one"), ((30, 30, 200), "送进家门", "two")):
        Image.new("RGB", (1600, 1000), colour).save(tmp_path / "图.png")
        Image.new("RGB", (1600, 1000), (9, 99, 9)).save(tmp_path / "同.png")
        body = BODY.replace("送到家门口", words) + "  - 图片: {图: 图.png, 替代: 一张图, 说明: 图}\n"
        built(write(tmp_path, body + "  - 图片: {图: 同.png, 替代: 同一张, 说明: 同}\n"), tmp_path / name)
    found = differences(tmp_path / "one", tmp_path / "two")
    looks = [mark for page in found.pages for mark in page.marks]
    assert len(found.words) == 1
    assert len(looks) == 1
    assert looks[0].width / looks[0].height == pytest.approx(1.6, abs=0.05)


def test_text_that_flowed_on_is_no_difference(tmp_path: Path) -> None:
    """A sentence that went moves all that follows; pages whose sentences stay are not told of."""
    old = edition(write(tmp_path, LONG), tmp_path / "out")
    gone = "田里的水渠修好了，夜校的灯又亮起来。"
    new = edition(write(tmp_path, LONG.replace(gone * 40, gone * 30, 1)), tmp_path / "out")
    found = differences(old, new)
    assert len(found.words) == 10
    assert {one.kind for one in found.words} == {"removed"}
    assert not any(one.look for one in found.pages)


def test_running_heads_and_page_numbers_are_no_difference(tmp_path: Path) -> None:
    old = edition(write(tmp_path, LONG), tmp_path / "out")
    reading = read_pdf((old / "small-office.pdf").read_bytes(), "")
    assert len(reading.artifacts) >= len(reading.sizes)
    assert not any(reading.page_text(2).endswith(text) for text in ("\n2", " 2"))


# The marked copy


def test_the_marked_copy_stands_beside_the_new_edition(two: tuple[Path, Path], tmp_path: Path) -> None:
    done = banxin("diff", *two, "--pdf", tmp_path / "new" / "对照.pdf")
    assert done.code == 0
    path = tmp_path / "new" / "对照.pdf"
    run("qpdf", "--check", path)
    with pikepdf.open(path) as file:
        assert len(file.pages) == 2
        assert file.pages[1].label == "1"
        assert str(file.docinfo["/Title"]) == "两期对照：小报告"
    text = run("pdftotext", "-layout", path, "-")
    for words in ("数字变了 2 处", "2135", "2140", "服务", "关爱", "删去之处", "培训.csv:3:6"):
        assert words.replace(" ", "") in text.replace(" ", ""), words


def test_the_marked_copy_is_for_everyone(two: tuple[Path, Path], tmp_path: Path) -> None:
    banxin("diff", *two, "--pdf", "对照.pdf")
    banxin("diff", *two, "--pdf", "changes.pdf", "--lang", "en")
    found = judge([tmp_path / "对照.pdf", tmp_path / "changes.pdf"], ("ua1",))
    assert len(found) == 2
    assert not any(found.values())


def test_the_marked_copy_is_the_same_every_time(two: tuple[Path, Path], tmp_path: Path) -> None:
    copies = []
    for name in ("a.pdf", "b.pdf"):
        banxin("diff", *two, "--pdf", name)
        copies.append((tmp_path / name).read_bytes())
    assert copies[0] == copies[1]


def test_a_mark_has_its_colour_and_its_bar(two: tuple[Path, Path], tmp_path: Path) -> None:
    """The mark's place on the marked page is coloured, where the page itself is white."""
    from report.deliver.differences.marking import BAR, EDGES, GUTTER

    banxin("diff", *two, "--pdf", "m.pdf")
    mark = next(one for one in changes(*two) if one.kind == "changed" and one.width > 15)
    with pypdfium2.PdfDocument(tmp_path / "m.pdf") as document:
        page = document[1]
        picture = page.render(scale=2).to_pil().convert("RGB")
        page.close()
    at = picture.getpixel((int(2 * (GUTTER + mark.x + 0.5)), int(2 * (EDGES + mark.y + 0.8))))
    assert at[0] > at[2] + 40, "amber"
    bar = picture.getpixel((int(2 * (GUTTER - BAR)), int(2 * (EDGES + mark.y + mark.height / 2))))
    assert bar[0] > bar[1] + 100, "red"


# Mistakes


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("nothing", "diff-no-edition"),
        ("empty", "diff-no-lock"),
        ("out/editions", "diff-no-lock"),
        ("报告.yaml", "diff-not-an-edition"),
        ("list.json", "diff-not-an-edition"),
        ("broken.pdf", "diff-unreadable"),
        ("untagged.pdf", "diff-untagged"),
        ("gone", "diff-file-gone"),
    ],
)
def test_what_is_no_edition_is_told(given: str, code: str, two: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "list.json").write_text("[1]")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 no more")
    pikepdf.new().save(tmp_path / "untagged.pdf")
    shutil.copytree(two[0], tmp_path / "gone")
    (tmp_path / "gone" / "small-office.pdf").unlink()
    done = banxin("diff", tmp_path / given, two[1])
    assert (done.code, [line.split("[")[1].split("]")[0] for line in done.told]) == (2, [code])


def test_two_reports_are_not_two_editions(two: tuple[Path, Path], tmp_path: Path) -> None:
    other = edition(write(tmp_path / "other", head=HEAD.replace("small", "other")), tmp_path / "other" / "out")
    done = banxin("diff", two[0], other)
    assert (done.code, "diff-other-report" in done.err) == (2, True)
    pdfs = two[0] / "small-office.pdf", other / "other-office.pdf"
    assert banxin("diff", *pdfs, "--json").json["words"] == []


def test_a_table_that_came_as_a_whole_is_one_line(tmp_path: Path) -> None:
    old = edition(write(tmp_path), tmp_path / "out")
    more = "".join(f"{year},{year - 1000}\n" for year in range(1990, 2000))
    new = edition(write(tmp_path, table=TABLE + more), tmp_path / "out")
    done = banxin("diff", old, new, "--pdf", "m.pdf")
    assert "数字变了 10 处\n  新增 培训[…]  10 个数\n" in done.out
    assert len(banxin("diff", old, new, "--json").json["figures"]) == 10
    assert "培训[…]" in run("pdftotext", "m.pdf", "-").replace(" ", "")
    assert len([one for one in differences(old, new).words if len(one.segments) == 1]) == 10


def test_editions_need_a_delivery_in_common(two: tuple[Path, Path]) -> None:
    done = banxin("diff", *two, "--only", "press")
    assert done.code == 2
    assert "diff-no-delivery" in done.err
    assert "office" in done.err


@pytest.mark.parametrize("target", ["对照.txt", "out/editions/{new}/small-office.pdf"])
def test_the_marked_copy_replaces_nothing(target: str, two: tuple[Path, Path]) -> None:
    before = (two[1] / "small-office.pdf").read_bytes()
    done = banxin("diff", *two, "--pdf", target.replace("{new}", two[1].name))
    assert done.code == 64
    assert "diff-target" in done.err
    assert (two[1] / "small-office.pdf").read_bytes() == before


def test_pdfs_alone_are_compared_by_their_words(two: tuple[Path, Path]) -> None:
    done = banxin("diff", *(one / "small-office.pdf" for one in two))
    assert done.code == 0
    assert "第 1 页  全市〔2135个 → 2140个〕村都建了阵地。" in done.out
    assert "旧的一期没有记数字，只比了文字和画面" in done.out


def test_a_lock_without_figures_is_compared_all_the_same(two: tuple[Path, Path], tmp_path: Path) -> None:
    """Builds of earlier versions have such locks."""
    lock = tmp_path / "out" / "small.lock.json"
    told = json.loads(lock.read_text("utf-8"))
    for key in ("figures", "title", "date", "standards"):
        del told[key]
    lock.write_text(json.dumps(told), "utf-8")
    done = banxin("diff", lock, two[0])
    assert done.code == 0
    assert "旧的一期没有记数字" in done.out
