"""Timers as lines of a crontab (crontab(5))."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence

from report.deliver.jobs import Times
from report.deliver.schedule.calls import Timer

FILE = "banxin.cron"
HEAD = """\
# What is secret stands in this file of the user, one NAME=value a line: ~/.config/banxin/environment
# A run that is missed while the machine is off is not made up for; the check tells of a job that is absent.
"""
SECRETS = 'E="$HOME/.config/banxin/environment"; if [ -r "$E" ]; then set -a; . "$E"; set +a; fi;'


def cron_files(timers: Sequence[Timer]) -> Mapping[str, bytes]:
    """The lines as one file; none for times that cron cannot say (`is_sayable`)."""
    lines = [f"# {' '.join(timer.title.split())}\n{line(timer)}\n" for timer in timers if is_sayable(timer.at)]
    return {FILE: (HEAD + "".join(lines)).encode()} if lines else {}


def is_sayable(times: Times) -> bool:
    """Cron knows no last day of a month."""
    return not times.last_day


def fields(times: Times) -> str:
    """The five fields. Days and weekdays are never both given, which cron would join by "or"."""
    parts = (times.minutes, times.hours, times.days, times.months, times.weekdays)
    return " ".join(",".join(map(str, part)) or "*" for part in parts)


def line(timer: Timer) -> str:
    """A line of the crontab; % would end its command, so it is escaped."""
    command = f"cd {shlex.quote(str(timer.call.folder))} || exit 1; {SECRETS} {shlex.join(timer.call.words)}"
    return f"{fields(timer.at)} {command}".replace("%", "\\%")
