"""The times of a job file as what the system starts programs with: systemd timers, cron lines, Windows tasks."""

from report.deliver.schedule.calls import Call, Timer, timers
from report.deliver.schedule.cron import cron_files
from report.deliver.schedule.systemd import systemd_files
from report.deliver.schedule.times import next_runs
from report.deliver.schedule.windows import windows_files

__all__ = ["Call", "Timer", "cron_files", "next_runs", "systemd_files", "timers", "windows_files"]
