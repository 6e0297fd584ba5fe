"""Preflight: an independent reading of any PDF. It knows nothing of how our own files are written."""

from report.preflight.judgement import Judgement, judge

__all__ = ["Judgement", "judge"]
