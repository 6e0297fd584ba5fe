"""After a report of a job: its edition kept, compared with the one before, and told to the watch."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from report.deliver.aftermath import done_of, follow
from report.deliver.batch import Outcome
from report.deliver.jobs import Difference, Job
from report.deliver.keeping import editions
from report.problem import Place, problem
from tests.differences.builds import BODY, HEAD, built, write
from tests.tools import run

HERE = Place("任务.yaml", 3, 5)


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def job(keep: int | None = None, difference: Difference | None = None) -> Job:
    return Job("月报", Path("报告.yaml"), "out", Path(), HERE, keep=keep, difference=difference)


def made(folder: Path, told: Job, villages: int) -> list[str]:
    """One more month; the codes of what could not be done."""
    done = built(write(folder, BODY, HEAD.replace("2135", str(villages))), folder / "out", "--json")
    outcome = Outcome("月报", "月报", str(folder / "out"), "delivered", summary=done.json)
    return [one.code for one in follow(told, outcome)]


def test_months_are_kept_and_compared(tmp_path: Path) -> None:
    told = job(2, Difference(True, "差异.pdf"))
    assert [made(tmp_path, told, villages) for villages in (2135, 2140, 2150)] == [[], [], []]
    assert [path.name[:4] for path in editions(tmp_path / "out")] == ["0002", "0003"]
    changed = json.loads((tmp_path / "out" / "差异.json").read_text("utf-8"))
    assert [(one["old"]["printed"], one["new"]["printed"]) for one in changed["figures"]] == [("2140", "2150")]
    run("qpdf", "--check", tmp_path / "out" / "差异.pdf")


def test_one_edition_and_a_comparison_need_two(tmp_path: Path) -> None:
    for villages in (2135, 2140):
        made(tmp_path, job(1, Difference(True, "")), villages)
    assert len(editions(tmp_path / "out")) == 2
    assert (tmp_path / "out" / "differences.json").is_file()
    assert not list((tmp_path / "out").glob("*差异*"))


def test_a_month_without_a_change_leaves_the_last_comparison(tmp_path: Path) -> None:
    told = job(5, Difference(True, "差异.pdf"))
    for villages in (2135, 2140, 2140):
        made(tmp_path, told, villages)
    changed = json.loads((tmp_path / "out" / "差异.json").read_text("utf-8"))
    assert (len(editions(tmp_path / "out")), changed["same"]) == (2, False)


def test_a_job_that_asks_for_nothing_keeps_nothing(tmp_path: Path) -> None:
    assert made(tmp_path, job(), 2135) == []
    assert not (tmp_path / "out" / "editions").exists()


def test_what_went_far_away_is_told(tmp_path: Path) -> None:
    outcome = Outcome("月报", "月报", "s3://archive/月报", "delivered", summary={"id": "small"})
    (told,) = follow(job(3), outcome)
    assert (told.code, told.severity, told.place) == ("edition-far", "warning", HERE)


def test_files_that_changed_meanwhile_are_a_warning(tmp_path: Path) -> None:
    done = built(write(tmp_path), tmp_path / "out", "--json")
    (tmp_path / "out" / "small-office.pdf").write_bytes(b"other")
    outcome = Outcome("月报", "月报", str(tmp_path / "out"), "delivered", summary=done.json)
    assert [(one.code, one.severity) for one in follow(job(3), outcome)] == [("edition-unfinished", "warning")]


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("delivered", "built"),
        ("unchanged", "unchanged"),
        ("resumed", "unchanged"),
        ("failed", "failed"),
        ("left", "failed"),
    ],
)
def test_outcomes_as_a_watch_follows_them(status: str, told: str) -> None:
    problems = (problem("no-report", file="x", near=""), problem("page-count", severity="warning", pages=3))
    summary = {"files": [{"pages": 4}, {"pages": 8}]}
    outcome = Outcome("月报", "甲县", "out", status, problems, summary, 1.5, "报告.yaml")  # type: ignore[arg-type]
    done = done_of(outcome)
    assert (done.job, done.name, done.status, done.pages, done.seconds) == ("月报", "甲县", told, 12, 1.5)
    assert [message.split(" ")[0] for message in done.messages] == ["报告.yaml:"]
