"""Summary and lock: what was made, from what, and whether that still holds."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path

import pytest

from report import program, resources
from report.deliver import edition
from report.deliver.cache import RunCache
from report.deliver.edition import Choices
from report.pipeline import Built, BuiltFile
from report.problem import Place, problem

ANY = Choices()
LATER = 2**63
"""A run that begins when every file has been saved for long."""


def made(report: Path, **inputs: str) -> Built:
    """A build of one file that warned of something in a table beside the report."""
    warned = problem("straight-quotes", Place(str(report.parent / "facts.csv"), 3, 4), "warning", page=2, char="x")
    return Built(
        "r",
        "Title",
        (BuiltFile("press", "r-press.pdf", b"%PDF", 4, ("PDF/X-4",)),),
        (warned, problem("page-count", severity="warning", pages=3)),
        ("song-400",),
        {"facts": 1, "matched": 1, "unmatched": 0},
        {str(path): program.file_digest(Path(path)) or "" for path in [str(report), *inputs]},
    )


def delivered(folder: Path, report: Path, choices: Choices = ANY) -> Built:
    """A build with its files on the disk."""
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text("x")
    (report.parent / "facts.csv").write_text("1")
    built = made(report, **{str(report.parent / "facts.csv"): "", str(resources.fonts() / "fonts.yaml"): ""})
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "r-press.pdf").write_bytes(b"%PDF")
    (folder / "summary.json").write_bytes(edition.as_bytes(edition.summary(built, folder, [], 1.5)))
    (folder / "r.lock.json").write_bytes(edition.as_bytes(edition.lock(built, report, folder, choices, LATER)))
    return built


def test_a_lock_names_no_place_of_this_machine(tmp_path: Path) -> None:
    for place in ("here", "far/away"):
        delivered(tmp_path / place / "out", tmp_path / place / "in" / "r.yaml")
    one, other = ((tmp_path / place / "out" / "r.lock.json").read_bytes() for place in ("here", "far/away"))
    assert one == other
    lock = json.loads(one)
    assert str(tmp_path) not in one.decode()
    assert (lock["report"], list(lock["inputs"])) == (
        "../in/r.yaml",
        ["banxin:fonts/fonts.yaml", "facts.csv", "r.yaml"],
    )
    assert lock["tool"]["libraries"].keys() == set(program.LIBRARIES)
    assert all(lock["tool"]["libraries"].values())


def test_a_moved_edition_is_still_itself(tmp_path: Path) -> None:
    delivered(tmp_path / "one" / "out", tmp_path / "one" / "r.yaml")
    shutil.move(tmp_path / "one", tmp_path / "two")
    found = edition.unchanged(tmp_path / "two" / "r.yaml", tmp_path / "two" / "out", ANY)
    assert found is not None
    assert found.summary["files"][0]["path"] == (tmp_path / "two" / "out" / "r-press.pdf").as_posix()


def test_its_problems_come_back_as_they_were(tmp_path: Path) -> None:
    built = delivered(tmp_path / "out", tmp_path / "r.yaml")
    found = edition.unchanged(tmp_path / "r.yaml", tmp_path / "out", ANY)
    assert found is not None
    assert found.problems == built.problems


@pytest.mark.parametrize("file", ["r.yaml", "facts.csv", "out/r-press.pdf", "out/r.lock.json", "out/summary.json"])
def test_no_file_may_differ(file: str, tmp_path: Path) -> None:
    delivered(tmp_path / "out", tmp_path / "r.yaml")
    (tmp_path / file).write_bytes(b"{}")
    assert edition.unchanged(tmp_path / "r.yaml", tmp_path / "out", ANY) is None


def test_a_file_saved_during_the_build_is_not_trusted(tmp_path: Path) -> None:
    """Saved while the report is being built: the PDF may be of the old text, so the next run builds again."""
    built = delivered(tmp_path / "out", tmp_path / "r.yaml")
    saved = (tmp_path / "facts.csv").stat().st_mtime_ns
    os.utime(tmp_path / "r.yaml", ns=(0, saved - 10**9))
    inputs = edition.lock(built, tmp_path / "r.yaml", tmp_path / "out", ANY, saved)["inputs"]
    assert (inputs["facts.csv"], len(inputs["r.yaml"])) == ("", 64)


@pytest.mark.parametrize("change", [{"id": "other"}, {"files": []}, {"seconds": ...}, {"more": 1}])
def test_the_summary_must_be_of_this_build(change: dict[str, object], tmp_path: Path) -> None:
    """A run that was killed between summary and lock leaves the summary of another build."""
    delivered(tmp_path / "out", tmp_path / "r.yaml")
    path = tmp_path / "out" / "summary.json"
    told = {**json.loads(path.read_bytes()), **change}
    path.write_text(json.dumps({k: v for k, v in told.items() if v is not ...}))
    assert edition.unchanged(tmp_path / "r.yaml", tmp_path / "out", ANY) is None


@pytest.mark.parametrize("other", [Choices(("press",)), Choices(draft=True), Choices(fonts=(Path("mine.yaml"),))])
def test_no_choice_may_differ(other: Choices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.yaml").write_text("")
    delivered(tmp_path / "out", tmp_path / "r.yaml", other)
    assert edition.unchanged(tmp_path / "r.yaml", tmp_path / "out", other) is not None
    assert edition.unchanged(tmp_path / "r.yaml", tmp_path / "out", ANY) is None


def test_another_report_is_another_matter(tmp_path: Path) -> None:
    delivered(tmp_path / "out", tmp_path / "r.yaml")
    shutil.copy(tmp_path / "r.yaml", tmp_path / "s.yaml")
    assert edition.unchanged(tmp_path / "s.yaml", tmp_path / "out", ANY) is None


@pytest.mark.parametrize("inner", ["r.yaml", "img/a b.jpg", "../beside/x.csv"])
def test_names_lead_back(inner: str, tmp_path: Path) -> None:
    path = tmp_path / "home" / inner
    assert edition.name(path, tmp_path / "home") == inner
    assert edition.located(inner, tmp_path / "home").resolve() == path.resolve()


def test_names_of_what_comes_with_the_tool(tmp_path: Path) -> None:
    theme = resources.themes() / "brochure" / "theme.yaml"
    assert edition.name(theme, tmp_path) == "banxin:themes/brochure/theme.yaml"
    assert edition.located("banxin:themes/brochure/theme.yaml", tmp_path) == theme
    assert edition.located("banxin:elsewhere/x", tmp_path) == tmp_path / "banxin:elsewhere/x"


def test_the_tool_is_its_files_and_their_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x").write_text("1")
    seen = set()
    for name, text in (("a.py", "1"), ("b.py", "1"), ("a.py", "2")):
        (tmp_path / "x").write_text(text)
        monkeypatch.setattr(resources, "code", lambda name=name: iter([(name, tmp_path / "x")]))
        seen.add(program.tool()["code"])
    assert len(seen) == 3


def test_a_memory_spares_reading_the_program_while_its_files_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    memory, stamps = RunCache(), [("a.py", 1, 1)]
    monkeypatch.setattr(resources, "stamps", lambda: iter(stamps))
    first = program.tool(memory)
    monkeypatch.setattr(resources, "code", lambda: iter(()))
    assert program.tool(memory) == first
    stamps[0] = ("a.py", 1, 2)
    assert program.tool(memory) != first
    stamps[0] = ("a.py", 1, time.time_ns())  # a file just written may be written again without another time
    program.tool(memory)
    monkeypatch.undo()
    monkeypatch.setattr(resources, "stamps", lambda: iter(stamps))
    assert program.tool(memory) == first


def test_the_tool_counts_code_themes_and_profiles_but_not_fonts() -> None:
    names = [name for name, _ in resources.code()]
    assert {"__main__.py", "themes/brochure/theme.yaml", "profiles/coated-fogra39l-300.icc"} <= set(names)
    assert names == sorted(set(names), key=lambda n: tuple(n.split("/")))
    assert not [name for name in names if "fonts.yaml" in name or "__pycache__" in name]
