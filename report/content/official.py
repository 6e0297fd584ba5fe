"""What an official document says of itself: its number as GB/T 9704-2012 has it written (7.2.5)."""

from __future__ import annotations

from report.patterns import late

NUMBER = late(r"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z]*〔[12]\d{3}〕[1-9]\d*号")
EXAMPLE = "国办发〔2026〕3号"
_YEAR = late(r"\s*[〔(（\[［【〖{｛〈《]\s*(\d{4})\s*年?\s*[〕)）\]］】〗}｝〉》]\s*")
_SERIAL = late(r"第?\s*0*(\d+)\s*号?$")
_FIGURES = str.maketrans("０１２３４５６７８９", "0123456789")


def numbered(text: str) -> str:
    """The number as it should be written; "" where it cannot be told what year and serial number it has."""
    year = _YEAR.sub(r"〔\1〕", text.strip().translate(_FIGURES), count=1)
    found = _SERIAL.sub(r"\1号", year)
    return found if NUMBER.fullmatch(found) else ""
