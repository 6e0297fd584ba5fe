"""Many reports: jobs into tasks, tasks onto any executor, outcomes as they come."""

from report.deliver.batch.plan import Plan, planned
from report.deliver.batch.run import Crew, run
from report.deliver.batch.tasks import DONE, Manner, Outcome, Task

__all__ = ["DONE", "Crew", "Manner", "Outcome", "Plan", "Task", "planned", "run"]
