"""Strict readers of what timers are written in, each by its own rules: cron, systemd's calendar, the task's XML.

Each gives the moments of a day, so that three translations of one text can be compared over years.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree

Moments = frozenset[tuple[int, int]]
"""Hours and minutes of a day."""
SYSTEMD_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SPACE = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
ORDER = {
    "Task": ("RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"),
    "CalendarTrigger": (
        *("Enabled", "StartBoundary", "EndBoundary", "Repetition", "ExecutionTimeLimit", "RandomDelay"),
        *("ScheduleByDay", "ScheduleByWeek", "ScheduleByMonth", "ScheduleByMonthDayOfWeek"),
    ),
    "Repetition": ("Interval", "Duration", "StopAtDurationEnd"),
    "Exec": ("Command", "Arguments", "WorkingDirectory"),
}
"""The order of elements in the schema of tasks."""


def cron_moments(fields: str, day: date) -> Moments:
    """crontab(5): a list of numbers or a star in each field; days and weekdays, when both are said, by "or"."""
    minutes, hours, days, months, weekdays = fields.split(" ")
    if day.month not in numbers(months, 1, 12):
        return frozenset()
    by_day, by_week = day.day in numbers(days, 1, 31), day.isoweekday() % 7 in numbers(weekdays, 0, 6)
    fits = (by_day or by_week) if "*" not in (days, weekdays) else (by_day and by_week)
    return frozenset((h, m) for h in numbers(hours, 0, 23) for m in numbers(minutes, 0, 59)) if fits else frozenset()


def numbers(field: str, low: int, high: int) -> set[int]:
    found = set(range(low, high + 1)) if field == "*" else {int(part) for part in field.split(",")}
    assert found <= set(range(low, high + 1))
    return found


def systemd_moments(calendar: str, day: date) -> Moments:
    """systemd.time(7), CALENDAR EVENTS, as far as it is written: [weekdays] *-months-days|~last hours:minutes:00."""
    pattern = r"(?:([A-Z][a-z]{2}(?:,[A-Z][a-z]{2})*) )?\*-([\d,*]+)(?:-([\d,*]+)|~([\d,]+)) ([\d,*]+):([\d,*]+):00"
    found = re.fullmatch(pattern, calendar)
    assert found is not None, calendar
    week, months, days, from_end, hours, minutes = found.groups()
    if week and SYSTEMD_DAYS[day.weekday()] not in week.split(","):
        return frozenset()
    last = monthrange(day.year, day.month)[1]
    fits = last - day.day + 1 in numbers(from_end, 1, 31) if from_end else day.day in numbers(days, 1, 31)
    if not fits or day.month not in numbers(months, 1, 12):
        return frozenset()
    return frozenset((h, m) for h in numbers(hours, 0, 23) for m in numbers(minutes, 0, 59))


def task_root(data: bytes) -> ElementTree.Element:
    """The task of a file, whose elements stand in the order of the schema."""
    assert data[:2] in (b"\xff\xfe", b"\xfe\xff"), "schtasks reads UTF-16 with its mark"
    root = ElementTree.fromstring(data.decode("utf-16").encode("utf-16"))
    for element in root.iter():
        name = element.tag.removeprefix(SPACE)
        children = [child.tag.removeprefix(SPACE) for child in element]
        assert element.tag.startswith(SPACE)
        if name in ORDER:
            assert children == sorted(children, key=ORDER[name].index), name
    return root


def task_moments(root: ElementTree.Element, day: date) -> Moments:
    """What the triggers of a task start on a day; a task has at most 48."""
    triggers = root.findall(f"{SPACE}Triggers/{SPACE}CalendarTrigger")
    assert 0 < len(triggers) <= 48
    return frozenset(moment for trigger in triggers if _fits(trigger, day) for moment in _of_trigger(trigger))


def _fits(trigger: ElementTree.Element, day: date) -> bool:
    (schedule,) = [child for child in trigger if child.tag.startswith(f"{SPACE}Schedule")]
    match schedule.tag.removeprefix(f"{SPACE}ScheduleBy"):
        case "Day":
            return schedule.findtext(f"{SPACE}DaysInterval") == "1"
        case "Week":
            assert schedule.findtext(f"{SPACE}WeeksInterval") == "1"
            return f"{day:%A}" in names(schedule, "DaysOfWeek")
        case "Month":
            last = monthrange(day.year, day.month)[1]
            days = {last if text == "Last" else int(text) for text in texts(schedule, "DaysOfMonth")}
            return day.day in days and f"{day:%B}" in names(schedule, "Months")
        case _:
            week = (day.day - 1) // 7 + 1
            is_last = day.day + 7 > monthrange(day.year, day.month)[1]
            weeks = texts(schedule, "Weeks")
            counted = str(week) in weeks or (is_last and "Last" in weeks)
            return counted and f"{day:%A}" in names(schedule, "DaysOfWeek") and f"{day:%B}" in names(schedule, "Months")


def names(schedule: ElementTree.Element, group: str) -> set[str]:
    return {child.tag.removeprefix(SPACE) for child in schedule.findall(f"{SPACE}{group}/*")}


def texts(schedule: ElementTree.Element, group: str) -> set[str]:
    return {child.text or "" for child in schedule.findall(f"{SPACE}{group}/*")}


def _of_trigger(trigger: ElementTree.Element) -> Iterator[tuple[int, int]]:
    start = re.fullmatch(r"\d{4}-\d\d-\d\dT(\d\d):(\d\d):00", trigger.findtext(f"{SPACE}StartBoundary") or "")
    assert start is not None
    at = int(start[1]) * 60 + int(start[2])
    yield divmod(at, 60)
    interval = trigger.findtext(f"{SPACE}Repetition/{SPACE}Interval")
    if interval:
        step, length = (_minutes(text) for text in (interval, trigger.findtext(f"{SPACE}Repetition/{SPACE}Duration")))
        for again in range(at + step, at + length + 1, step):
            assert again < 24 * 60, "it would start on the next day"
            yield divmod(again, 60)


def _minutes(text: str | None) -> int:
    found = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?", text or "")
    assert found is not None, text
    return int(found[1] or 0) * 60 + int(found[2] or 0)
