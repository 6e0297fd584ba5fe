"""Text into lines."""

from report.typeset.paragraph import set_line, set_paragraph
from report.typeset.style import Icon, Line, Paragraph, Span, TextStyle
from report.typeset.vertical import set_vertical

__all__ = ["Icon", "Line", "Paragraph", "Span", "TextStyle", "set_line", "set_paragraph", "set_vertical"]
