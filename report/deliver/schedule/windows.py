"""Timers as tasks of the Windows Task Scheduler: an XML file each, to be imported with schtasks."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree

from report.deliver.jobs import Times
from report.deliver.schedule.calls import Timer
from report.deliver.schedule.times import hours_of, minutes_of
from report.named import NamedTuple

SPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task"
MOST = 48
"""Triggers that a task may have."""
FIRST_DAY = "2024-01-01"
"""From when a trigger counts: a day that is past, so that it counts from the start."""
WEEKDAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKS = ("1", "2", "3", "4", "Last")
"""Every week of a month: a fifth one is the last, and where there is none the fourth is told twice and starts once."""
SETTINGS = {
    "MultipleInstancesPolicy": "IgnoreNew",
    "DisallowStartIfOnBatteries": "false",
    "StopIfGoingOnBatteries": "false",
    "StartWhenAvailable": "true",
    "Enabled": "true",
    "ExecutionTimeLimit": "PT0S",
    "Priority": "7",
}


class Start(NamedTuple):
    """A time of day at which a trigger starts, and minutes after which it starts again all day (0: it does not)."""

    hour: int
    minute: int
    again: int = 0


def windows_files(timers: Sequence[Timer]) -> Mapping[str, bytes]:
    """The tasks by name of file, in UTF-16 as schtasks wants them; none for times of too many triggers."""
    return {f"{timer.name}.xml": task(timer) for timer in timers if starts(timer.at) is not None}


def starts(times: Times) -> tuple[Start, ...] | None:
    """The triggers of a day; None where there would be more than a task may have.

    Minutes of every hour repeat through the day, minutes at equal distances by that distance.
    """
    hours, minutes = hours_of(times), minutes_of(times)
    if len(hours) * len(minutes) <= MOST and len(hours) < 24:
        return tuple(Start(hour, minute) for hour in hours for minute in minutes)
    if len(hours) < 24:
        return None
    step = 60 // len(minutes)
    if len(minutes) > 1 and minutes == tuple(range(minutes[0], 60, step)) and minutes[0] < step and 60 % step == 0:
        return (Start(0, minutes[0], step),)
    return tuple(Start(0, minute, 60) for minute in minutes) if len(minutes) <= MOST else None


def task(timer: Timer) -> bytes:
    """The XML of a task."""
    root = ElementTree.Element("Task", {"version": "1.2", "xmlns": SPACE})
    about = _below(root, "RegistrationInfo")
    _below(about, "Description", f"Banxin: {' '.join(timer.title.split())}")
    triggers = _below(root, "Triggers")
    for start in starts(timer.at) or ():
        _trigger(triggers, timer.at, start)
    principal = _below(_below(root, "Principals"), "Principal", id="Author")
    _below(principal, "LogonType", "Password")
    _below(principal, "RunLevel", "LeastPrivilege")
    settings = _below(root, "Settings")
    for name, value in SETTINGS.items():
        _below(settings, name, value)
    run = _below(_below(root, "Actions", Context="Author"), "Exec")
    _below(run, "Command", timer.call.words[0])
    _below(run, "Arguments", subprocess.list2cmdline(timer.call.words[1:]))
    _below(run, "WorkingDirectory", str(timer.call.folder))
    ElementTree.indent(root)
    text = '<?xml version="1.0" encoding="UTF-16"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"
    return text.replace("\n", "\r\n").encode("utf-16")


def command(timer: Timer) -> str:
    """The line that imports a task; it asks for the user's password, so that the task runs when nobody is there."""
    return f'schtasks /Create /TN "Banxin\\{timer.name}" /XML "{timer.name}.xml" /RU "%USERNAME%" /RP *'


def _trigger(triggers: ElementTree.Element, times: Times, start: Start) -> None:
    """A trigger of one time of day; its parts in the order of the schema."""
    trigger = _below(triggers, "CalendarTrigger")
    _below(trigger, "Enabled", "true")
    _below(trigger, "StartBoundary", f"{FIRST_DAY}T{start.hour:02d}:{start.minute:02d}:00")
    if start.again:
        again = _below(trigger, "Repetition")
        _below(again, "Interval", "PT1H" if start.again == 60 else f"PT{start.again}M")
        _below(again, "Duration", "PT23H59M")
        _below(again, "StopAtDurationEnd", "false")
    trigger.append(_schedule(times))


def _schedule(times: Times) -> ElementTree.Element:
    if times.days or times.last_day:
        schedule = ElementTree.Element("ScheduleByMonth")
        days = _below(schedule, "DaysOfMonth")
        for day in (*times.days, *(["Last"] if times.last_day else [])):
            _below(days, "Day", str(day))
        _named(_below(schedule, "Months"), MONTHS, [month - 1 for month in times.months])
    elif times.months:
        schedule = ElementTree.Element("ScheduleByMonthDayOfWeek")
        weeks = _below(schedule, "Weeks")
        for week in WEEKS:
            _below(weeks, "Week", week)
        _named(_below(schedule, "DaysOfWeek"), WEEKDAYS, times.weekdays)
        _named(_below(schedule, "Months"), MONTHS, [month - 1 for month in times.months])
    elif times.weekdays:
        schedule = ElementTree.Element("ScheduleByWeek")
        _below(schedule, "WeeksInterval", "1")
        _named(_below(schedule, "DaysOfWeek"), WEEKDAYS, times.weekdays)
    else:
        schedule = ElementTree.Element("ScheduleByDay")
        _below(schedule, "DaysInterval", "1")
    return schedule


def _named(parent: ElementTree.Element, names: Sequence[str], numbers: Sequence[int]) -> None:
    """An element for each number, or for all of them."""
    for number in numbers or range(len(names)):
        _below(parent, names[number])


def _below(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, name, attributes)
    child.text = text
    return child
