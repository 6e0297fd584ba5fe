"""A report's text into another text of the same report: other keys, clean characters, a newer format.

All of it works on the text at the places that `report.content.source` gives, so that what is not meant to change stays
as it was typed, byte for byte.
"""
