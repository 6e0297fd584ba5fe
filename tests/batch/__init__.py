"""Many reports: job files, rows, executors, limits."""
