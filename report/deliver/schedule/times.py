"""When a job runs next, by the clock of the machine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from report.deliver.jobs import Times

FURTHEST = 366 * 8
"""Days that are looked through for each run: 29 February comes again after eight years at the latest."""


def hours_of(times: Times) -> tuple[int, ...]:
    return times.hours or tuple(range(24))


def minutes_of(times: Times) -> tuple[int, ...]:
    return times.minutes or tuple(range(60))


def runs_on(times: Times, day: date) -> bool:
    """Whether a job runs on a day at all."""
    if times.months and day.month not in times.months:
        return False
    if times.last_day and (day + timedelta(1)).day == 1:
        return True
    if times.days or times.last_day:
        return day.day in times.days
    return not times.weekdays or day.isoweekday() % 7 in times.weekdays


def next_runs(times: Times, after: datetime, count: int) -> tuple[datetime, ...]:
    """The next moments after a moment."""
    found: list[datetime] = []
    for moment in _moments(times, after.date(), FURTHEST * count):
        if len(found) == count:
            break
        if moment > after:
            found.append(moment)
    return tuple(found)


def _moments(times: Times, day: date, most: int) -> Iterator[datetime]:
    for _ in range(most):
        if runs_on(times, day):
            for hour in hours_of(times):
                for minute in minutes_of(times):
                    yield datetime.combine(day, time(hour, minute))
        day += timedelta(1)
