"""Job files (任务.yaml): which reports are made, from which rows, when, and who hears of it."""

from report.deliver.jobs.model import Channel, Difference, Failure, Hook, Job, Limits, Mail, Notices, RowSource, Times
from report.deliver.jobs.read import blanks, read_jobs
from report.deliver.jobs.times import read_times

__all__ = [
    "Channel",
    "Difference",
    "Failure",
    "Hook",
    "Job",
    "Limits",
    "Mail",
    "Notices",
    "RowSource",
    "Times",
    "blanks",
    "read_jobs",
    "read_times",
]
