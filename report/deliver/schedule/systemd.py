"""Timers as units of systemd: a service and a timer each (systemd.service(5), systemd.timer(5), systemd.time(7))."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from report.deliver.jobs import Times
from report.deliver.schedule.calls import Timer

WEEKDAYS = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
SERVICE = """\
[Unit]
Description={title}

[Service]
Type=oneshot
WorkingDirectory={folder}
# what is secret: the variables that the job file names, one NAME=value a line
EnvironmentFile=-%h/.config/banxin/environment
ExecStart={command}
Nice=10
"""
TIMER = """\
[Unit]
Description={title}

[Timer]
{calendar}
# a run that was missed while the machine was off is made up for
Persistent=true
AccuracySec=1s

[Install]
WantedBy=timers.target
"""


def systemd_files(timers: Sequence[Timer]) -> Mapping[str, bytes]:
    """The units by name of file."""
    files: dict[str, bytes] = {}
    for timer in timers:
        title = _line(f"Banxin: {timer.title}")
        program, *words = timer.call.words
        command = " ".join([_quoted(program), *(_quoted(word).replace("$", "$$") for word in words)])
        service = SERVICE.format(title=title, folder=_line(str(timer.call.folder)), command=command)
        calendar = "\n".join(f"OnCalendar={one}" for one in calendars(timer.at))
        files[f"{timer.name}.service"] = service.encode()
        files[f"{timer.name}.timer"] = TIMER.format(title=title, calendar=calendar).encode()
    return files


def calendars(times: Times) -> Iterator[str]:
    """Calendar expressions: any of them starts the job. The last day of a month is ~01 (days from its end)."""
    clock = f"{_list(times.hours)}:{_list(times.minutes)}:00"
    months = _list(times.months)
    if times.days or not times.last_day:
        week = ",".join(WEEKDAYS[day] for day in times.weekdays)
        yield f"{week} *-{months}-{_list(times.days)} {clock}".lstrip()
    if times.last_day:
        yield f"*-{months}~01 {clock}"


def _list(numbers: Sequence[int]) -> str:
    return ",".join(f"{number:02d}" for number in numbers) or "*"


def _line(text: str) -> str:
    """A value of a unit on one line; % begins a specifier there."""
    return text.replace("\n", " ").replace("%", "%%")


def _quoted(word: str) -> str:
    """A word of a command line (systemd.service(5), COMMAND LINES); variables are replaced in all but the first."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'.replace("\n", "\\n")
