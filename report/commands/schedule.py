"""schedule: the times of a job file as timers of the system, and the look for jobs that are absent."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import report
from report.commands.arguments import FAULT, GOOD, Arguments, Usage, path_of
from report.commands.reports import report_file
from report.deliver.jobs import Job, read_jobs
from report.deliver.output import write_files
from report.deliver.runs import home_of
from report.deliver.schedule import Timer, cron_files, next_runs, systemd_files, timers, windows_files
from report.deliver.schedule.cron import FILE, is_sayable
from report.deliver.schedule.windows import command as schtasks
from report.deliver.schedule.windows import starts
from report.deliver.watch import Absence, absences, read_records
from report.deliver.watch.absence import HOUR, alarm
from report.messages import fill
from report.messages.schedule import WORDS
from report.problem import ContentError, Problem, problem
from report.terminal import Screen

WAYS = {"systemd": systemd_files, "cron": cron_files, "windows": windows_files}
FOLDER = Path("schedule")
SHOWN = 3
"""Next runs that are listed."""


def schedule_arguments() -> Arguments:
    parser = Arguments("schedule")
    parser.add_argument("jobs", type=path_of, metavar="JOBS.yaml")
    parser.add_argument("-o", dest="folder", type=path_of, metavar="DIR")
    parser.flags("--systemd", "--cron", "--windows", "--check", "--json")
    return parser


def schedule(asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]) -> int:
    given = [way for way in (*WAYS, "check") if getattr(asked, way)]
    if len(given) > 1:
        raise Usage("schedule-one-way", "schedule", given=" ".join(f"--{way}" for way in given))
    path = report_file(asked.jobs)
    jobs = read_jobs(path)
    if asked.check:
        return _check(path, jobs, asked, screen, environ)
    if not any(job.at for job in jobs):
        raise ContentError([problem("schedule-no-times", None, file=path)])
    if not given:
        return _list(jobs, asked, screen)
    _refuse(jobs, given[0])
    return _write(timers(jobs, path, program()), given[0], asked, screen)


def program() -> tuple[str, ...]:
    """How this Banxin is called: from its checkout, by the program that was installed, or as a module."""
    checkout = Path(report.__file__).resolve().parents[1] / "generate.py"
    if checkout.is_file():
        return sys.executable, str(checkout)
    beside = Path(sys.executable).with_name("banxin.exe" if sys.platform == "win32" else "banxin")
    return (str(beside),) if beside.is_file() else (sys.executable, "-P", "-m", "report")


def _word(screen: Screen, key: str, **values: object) -> str:
    return fill(WORDS[key], screen.language, values.items())[0]


def _refuse(jobs: Sequence[Job], way: str) -> None:
    """What a system cannot say exactly is not written at all."""
    refused = list(_refused(jobs, way))
    if refused:
        raise ContentError(refused)


def _refused(jobs: Sequence[Job], way: str) -> Iterator[Problem]:
    for job in jobs:
        if job.at is not None and way == "cron" and not is_sayable(job.at):
            yield problem("schedule-cron-last-day", job.places["at"], text=job.at.text)
        if job.at is not None and way == "windows" and starts(job.at) is None:
            yield problem("schedule-many-triggers", job.places["at"], text=job.at.text)


def _write(made: Sequence[Timer], way: str, asked: argparse.Namespace, screen: Screen) -> int:
    folder = asked.folder or FOLDER
    files = WAYS[way](made)
    write_files(folder, files)
    install = list(_install(made, way, folder))
    if asked.json:
        screen.say_json({"files": [(folder / name).as_posix() for name in files], "install": install})
        return GOOD
    for name in files:
        screen.say(_word(screen, "written", file=(folder / name).as_posix()))
    screen.say(_word(screen, "install"))
    for line in install:
        screen.say(f"  {line}")
    if way == "systemd":
        screen.say(_word(screen, "linger"))
    return GOOD


def _install(made: Sequence[Timer], way: str, folder: Path) -> Iterator[str]:
    if way == "systemd":
        home = "~/.config/systemd/user"
        yield f"mkdir -p {home} && cp {folder.as_posix()}/banxin-*.service {folder.as_posix()}/banxin-*.timer {home}/"
        yield "systemctl --user daemon-reload"
        yield "systemctl --user enable --now " + " ".join(f"{timer.name}.timer" for timer in made)
    elif way == "cron":
        yield f"(crontab -l 2>/dev/null; cat {folder.as_posix()}/{FILE}) | crontab -"
    else:
        yield f"cd {folder}"
        yield from (schtasks(timer) for timer in made)


def _list(jobs: Sequence[Job], asked: argparse.Namespace, screen: Screen) -> int:
    now = datetime.now()
    runs = {job.name: next_runs(job.at, now, SHOWN) if job.at else () for job in jobs}
    if asked.json:
        told = {name: [moment.isoformat(timespec="minutes") for moment in moments] for name, moments in runs.items()}
        screen.say_json({"next": told})
        return GOOD
    for job in jobs:
        moments = ("、" if screen.language == "zh" else ", ").join(
            f"{moment:%Y-%m-%d %H:%M}" for moment in runs[job.name]
        )
        if job.at is None:
            screen.say(_word(screen, "no-timer", job=job.name))
        else:
            screen.say(_word(screen, "timer", job=job.name, text=job.at.text, next=moments))
    return GOOD


def _check(
    path: Path, jobs: Sequence[Job], asked: argparse.Namespace, screen: Screen, environ: Mapping[str, str]
) -> int:
    """Tell of absent jobs, to the channels of their notices and here."""
    records, now = read_records(path, home_of(path, environ, reading=True)), time.time()
    found, unwritten = absences(jobs, records, now)
    if not found:
        raise ContentError([problem("schedule-no-absence", None, file=path)])
    screen.tell([*unwritten, *alarm(found, records, environ, now, screen.language)], str(path))
    if asked.json:
        screen.say_json({"jobs": [_told(one) for one in found]})
    else:
        for one in found:
            screen.say(_said(one, screen))
    return FAULT if any(one.late for one in found) else GOOD


def _told(one: Absence) -> dict[str, object]:
    limit = one.job.notices.absence
    return {"job": one.job.name, "absent": one.late, "silent_seconds": round(one.silent, 1), "limit_seconds": limit}


def _said(one: Absence, screen: Screen) -> str:
    key = "absent" if one.late else "waiting" if one.beat.succeeded is None else "present"
    limit = (one.job.notices.absence or 0.0) / HOUR
    return _word(screen, key, job=one.job.name, hours=f"{one.silent / HOUR:.1f}", limit=f"{limit:g}")
