"""Text into lines."""

from report.typeset.once import set_line, set_paragraph, set_vertical
from report.typeset.style import Icon, Line, Paragraph, Span, TextStyle

__all__ = ["Icon", "Line", "Paragraph", "Span", "TextStyle", "set_line", "set_paragraph", "set_vertical"]
