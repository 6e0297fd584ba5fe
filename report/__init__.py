"""Print-ready Chinese reports from YAML and data."""

__version__ = "0.1.0"
