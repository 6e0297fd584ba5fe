"""`banxin theme`: new, check, specimen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.shell import TINY, banxin, held, write


def test_a_new_theme_works_at_once() -> None:
    done = banxin("theme", "new", "朱砂")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[-1] == "看样 banxin theme specimen 朱砂"
    assert held("朱砂").keys() == {"theme.yaml"}
    said = Path("朱砂/theme.yaml").read_text(encoding="utf-8")
    for word in ("inherits: brochure", "绛: crimson", "crimson: [22, 98, 85, 22]    # 绛", "flow-body: {face: hei"):
        assert word in said
    plain, own = write("a/r.yaml"), write("r.yaml", TINY.replace("编号: tiny", "编号: tiny, 主题: 朱砂"))
    assert banxin(own).code == 0
    assert banxin(plain, "-o", "b").code == 0
    assert held("out/tiny")["tiny-office.pdf"] == held("b")["tiny-office.pdf"]
    assert banxin("theme", "check", "朱砂").code == 0


def test_what_a_new_theme_shows_can_be_changed() -> None:
    banxin("theme", "new", "朱砂")
    path = Path("朱砂/theme.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("[22, 98, 85, 22]", "[0, 90, 90, 10]"), encoding="utf-8")
    red = write("r.yaml", TINY.replace("编号: tiny", "编号: tiny, 主题: 朱砂"))
    banxin(red)
    banxin(write("a/r.yaml"), "-o", "b")
    assert held("out/tiny")["tiny-office.pdf"] != held("b")["tiny-office.pdf"]


def test_a_new_theme_from_one_beside_it() -> None:
    banxin("theme", "new", "底")
    assert banxin("theme", "new", "面", "--from", "底").code == 0
    assert "inherits: 底\n" in Path("面/theme.yaml").read_text(encoding="utf-8")
    assert banxin("theme", "check", "面").code == 0


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (("new", "有"), "folder-exists"),
        (("new", "新", "--from", "没有"), "unknown-theme"),
        (("new", ".."), "theme-folder-name"),
        (("new", "新", "--from", "../brochure"), "theme-folder-name"),
        (("check", "没有"), "unknown-theme"),
        (("specimen", "没有"), "unknown-theme"),
    ],
)
def test_mistakes_are_told_and_nothing_is_written(argv: tuple[str, ...], code: str) -> None:
    write("有/x", "x")
    before = held(".")
    done = banxin("theme", *argv)
    assert (done.code, len(done.told)) == (2, 1)
    assert f"[{code}]" in done.told[0]
    assert held(".") == before


def test_a_check_tells_everything_and_ends_with_two() -> None:
    write("坏/theme.yaml", "name: 坏\ninherits: brochure\nblocks: {callout: {fil: ink, style: 没有}}\n")
    done = banxin("theme", "check", "坏")
    assert (done.code, done.out) == (2, "错误 1 条，警告 1 条\n")
    shown = [line for line in done.told if "提示" not in line]
    assert shown[0].startswith("坏/theme.yaml:3:20: 警告[theme-key] 主题格式里没有 fil 这个键；是不是 fill？")
    assert shown[1].startswith("坏/theme.yaml:3:37: 错误[unknown-style]")


def test_a_check_in_json_and_in_english() -> None:
    write("坏/theme.yaml", "name: 坏\ninherits: brochure\ngrid: {gutter: 5}\n")
    done = banxin("theme", "check", "坏", "--json", "--lang", "en")
    assert done.code == 2
    assert (done.json["theme"], done.json["warnings"]) == ("坏", 0)
    first = next(p for p in done.json["problems"] if p["code"] == "grid-sum")
    assert (first["file"], first["severity"], first["line"]) == ("report/themes/brochure/theme.yaml", "error", 17) or (
        first["file"].endswith("brochure/theme.yaml")
    )
    assert first["message"].startswith("the grid does not add up: 18 + 12 × 11 + 11 × 5 + 16 = 221 mm")
    assert banxin("theme", "check", "brochure", "--json").json["errors"] == 0


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        ((), "needs-argument"),
        (("chek",), "unknown-command"),
        (("check",), "needs-argument"),
        (("new", "甲", "--fron", "brochure"), "unknown-argument"),
        (("specimen", "brochure", "-o"), "needs-value"),
    ],
)
def test_wrong_usage(argv: tuple[str, ...], code: str) -> None:
    done = banxin("theme", *argv)
    assert done.code == 64
    assert f"[{code}]" in done.told[0]
    assert "用法：banxin theme" in done.told[0]


def test_help_on_all_and_on_each() -> None:
    assert banxin("theme", "--help").out.count("banxin theme ") > 3
    assert "--from THEME" in banxin("theme", "new", "--help").out


def test_a_folder_called_theme_is_no_command_in_the_way() -> None:
    Path("theme").mkdir()
    assert banxin("theme", "check", "brochure").code == 0
