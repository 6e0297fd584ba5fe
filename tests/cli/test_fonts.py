"""`banxin fonts`: list, add, check, and the rare pack; a font of one's own in a report."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from report import resources
from report.content.source import load, plain
from tests.cli.shell import TINY, Done, banxin, held, write
from tests.typeset.fonts import built, collection, saved, variable

HOME = Path("share/banxin/fonts")
RARE = "𠀀"
"""A character that no bundled font has."""


def run(*argv: object) -> Done:
    """A run of a user whose data folder is `share`."""
    return banxin(*argv, XDG_DATA_HOME="share", BANXIN_CACHE="cache")


def test_every_face_is_listed_with_licence_right_and_coverage() -> None:
    faces = {(row["family"], row["weight"], row["style"]): row for row in run("fonts", "list", "--json").json["faces"]}
    song = faces["song", 400, "normal"]
    assert (song["licence"], song["embedding"], song["gb2312"], song["present"]) == (
        "OFL-1.1",
        "installable",
        6763,
        True,
    )
    assert song["han"] > 27000
    assert faces["fang", 400, "normal"]["embedding"] == "editable"
    assert not faces["rare", 400, "normal"]["present"]
    assert len(run("fonts", "list").out.splitlines()) == len(faces) + 1


def test_bundled_fonts_are_whole() -> None:
    done = run("fonts", "check", "--json")
    assert (done.code, done.json["errors"]) == (0, 0)
    assert [p["code"] for p in done.json["problems"]] == ["rare-pack-absent"]


def test_a_font_of_ones_own_sets_a_report() -> None:
    saved(built(f"小下一步从家出发{RARE}", "Own Song"), Path("own.ttf"))
    done = run("fonts", "add", "own.ttf", "--as", "own", "--licence", "已购")
    assert (done.code, done.err) == (0, "")
    assert held(HOME).keys() == {"own.ttf", "fonts.yaml"}
    assert plain(load(HOME / "fonts.yaml"))["families"]["own"]["licence"] == "已购"
    assert run("theme", "new", "mine").code == 0
    theme = Path("mine/theme.yaml")
    text = theme.read_text(encoding="utf-8")
    theme.write_text(text.replace("flow-body: {face: hei,", "flow-body: {face: own,"), encoding="utf-8")
    flowing = TINY.replace("编号: tiny", "编号: tiny, 主题: mine").partition("正文:")[0] + "正文:\n  - 段: 从家出发，\n"
    built_ = run(write("r.yaml", flowing.replace("从家出发，", f"从家出发{RARE}")), "--json")
    assert built_.code == 0
    assert "own-400" in built_.json["fonts"]


def test_a_font_that_may_not_be_embedded_is_refused() -> None:
    saved(built("小", "Closed", fs_type=2), Path("closed.ttf"))
    done = run("fonts", "add", "closed.ttf")
    assert done.code == 2
    assert done.told == ["错误[font-licence] 字体 closed.ttf 不许嵌入（fsType 2）；请换一个许可嵌入的字体"]
    assert not HOME.exists()


@pytest.mark.parametrize(
    ("name", "code"),
    [("text.ttf", "not-a-font"), ("cut.ttf", "not-a-font"), ("web.woff", "font-kind"), ("moving.ttf", "font-variable")],
)
def test_what_is_no_usable_font_is_told(name: str, code: str) -> None:
    path = Path(name)
    if name == "moving.ttf":
        saved(variable("小", "Moving"), path)
    else:
        whole = saved(built("小", "Whole"), Path("whole.ttf")).read_bytes()
        path.write_bytes({"text.ttf": b"hello", "cut.ttf": whole[: len(whole) // 2], "web.woff": b"wOFF" + whole}[name])
    done = run("fonts", "add", name)
    assert (done.code, f"[{code}]" in done.err) == (2, True)
    assert not HOME.exists()


def test_names_that_others_rely_on_stay_theirs() -> None:
    saved(built("小", "song"), Path("a.ttf"))
    assert "[font-key-taken]" in run("fonts", "add", "a.ttf").err
    saved(built("小", "Twice"), Path("b.ttf"))
    saved(built("小", "Twice", width=900), Path("c.ttf"))
    assert "[font-face-taken]" in run("fonts", "add", "b.ttf", "c.ttf").err
    assert run("fonts", "add", "b.ttf").code == 0
    assert "[font-face-taken]" in run("fonts", "add", "c.ttf").err
    saved(built("大", "Other"), Path("b.ttf"))
    assert "[font-file-taken]" in run("fonts", "add", "b.ttf").err
    assert "[no-font-file]" in run("fonts", "add", "nowhere").err
    assert "[fonts-no-home]" in banxin("fonts", "add", "c.ttf").err


def test_a_folder_of_fonts_and_a_collection() -> None:
    Path("held").mkdir()
    saved(built("小", "One"), Path("held/one.ttf"))
    saved(built("小", "Two", compact=True), Path("held/two.otf"))
    collection([built("小", "Three"), built("小", "Four")], Path("held/three.ttc"))
    Path("held/readme.txt").write_text("no font", encoding="utf-8")
    done = run("fonts", "add", "held", "--json")
    assert {row["family"] for row in done.json["faces"]} == {"One", "Two", "Three"}
    assert {p["code"] for p in done.json["problems"]} == {"font-licence-unknown"}
    before = held(HOME)
    assert run("fonts", "add", "held").code == 0
    assert held(HOME) == before
    assert run("fonts", "check").code == 0


def test_a_font_that_was_changed_is_found() -> None:
    saved(built("小", "One"), Path("one.ttf"))
    run("fonts", "add", "one.ttf")
    saved(built("小大", "One"), HOME / "one.ttf")
    done = run("fonts", "check")
    assert (done.code, "错误[font-hash] 字体文件 one.ttf" in done.err) == (2, True)
    (HOME / "one.ttf").unlink()
    assert "[font-missing]" in run("fonts", "check").err


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A rare pack of one character, in a folder with a font that is not of it, and a bundle whose catalogue says so."""
    folder = tmp_path / "hanazono"
    folder.mkdir()
    font = saved(built(RARE, "HanaMinB"), folder / "HanaMinB.ttf")
    saved(built("小", "HanaMinA"), folder / "HanaMinA.ttf")
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    for file in resources.fonts().glob("*.ttf"):
        (bundle / file.name).symlink_to(file)
    text = (resources.fonts() / "fonts.yaml").read_text(encoding="utf-8")
    old = "829543436cdf7b4c6730e2af5806fa406f8ddf0d4b656e0cd49c58d4db1c8d3c"
    assert old in text
    text = text.replace(old, hashlib.sha256(font.read_bytes()).hexdigest())
    (bundle / "fonts.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(resources, "fonts", lambda: bundle)
    return folder


@pytest.mark.parametrize("given", ["", "HanaMinB.ttf"])
def test_the_rare_pack_is_known_by_its_digest(given: str, pack: Path) -> None:
    report = write("r.yaml", TINY.replace("从家出发", f"从{RARE}出发"))
    missing = run(report)
    assert missing.code == 2
    assert "banxin fonts add HanaMinB.ttf" in missing.err
    done = run("fonts", "add", pack / given)
    assert (done.code, done.err) == (0, "")
    assert held(HOME).keys() == {"HanaMinB.ttf", "fonts.yaml"}
    assert "OFL-1.1" in done.out
    shutil.rmtree(pack)
    built_ = run(report, "--json")
    assert (built_.code, "rare-400" in built_.json["fonts"]) == (0, True)
    assert run("fonts", "check").err == ""
