"""Forms into the blocks of the model."""

from report.content.builders.bench import Bench
from report.content.builders.dispatch import build, built_blocks
from report.content.builders.figures import card, chart

__all__ = ["Bench", "build", "built_blocks", "card", "chart"]
