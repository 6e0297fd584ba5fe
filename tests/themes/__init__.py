"""Tests of themes as data: the format, the check, new themes, specimen books."""
