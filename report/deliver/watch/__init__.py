"""Runs without anybody watching: a log, a heartbeat for each job, metrics, and notices of failure and of absence."""

from report.deliver.watch.absence import Absence, absences
from report.deliver.watch.beats import Beat, Counts, read_beat
from report.deliver.watch.records import Records, read_records
from report.deliver.watch.watch import Done, Watch

__all__ = ["Absence", "Beat", "Counts", "Done", "Records", "Watch", "absences", "read_beat", "read_records"]
