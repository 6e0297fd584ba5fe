"""Blocks into marked items in a region of a page, or into pieces of a flow."""
