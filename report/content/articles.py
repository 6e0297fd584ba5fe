"""Numbers of books and goods (ISBN-13, EAN-13) as people write them, into digits that a barcode can hold."""

from __future__ import annotations

import re
import unicodedata

from report.named import NamedTuple

DIGITS = 13
SHORT = 10
"""Digits of an ISBN before 2007."""
BOOKLAND = ("978", "979")
"""What an ISBN begins with."""
ADD_ONS = (2, 5)
"""How many digits an add-on may have."""
SCALES = (0.8, 2.0)
"""How small and how large a symbol may be printed, 1 with modules of 0.33 mm (GS1 General Specifications, 5.2)."""


class Fault(NamedTuple):
    """What is wrong with a number: a code of the messages, and what to write instead."""

    code: str
    right: str


def digits_of(text: str) -> str:
    """A written number without its word, hyphens and spaces; full-width figures become plain ones."""
    plain = unicodedata.normalize("NFKC", text).strip()
    plain = re.sub(r"^(ISBN|EAN)(-1[03])?\s*[:：]?", "", plain, flags=re.IGNORECASE)
    return re.sub(r"[\s\-‐‑–—]", "", plain).upper()


def fault_of(text: str) -> Fault | None:
    """What is wrong with the number of a book or an article; None for a right one."""
    digits = digits_of(text)
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return Fault("barcode-old", grouped(text, check_digit("978" + digits[:9]), prefix="978"))
    if not re.fullmatch(r"\d{13}", digits):
        return Fault("barcode-digits", str(len(digits)))
    right = check_digit(digits[:-1])
    return None if digits.endswith(right) else Fault("barcode-check", grouped(text, right))


def check_digit(digits: str) -> str:
    """The thirteenth digit: the twelve before it weighted 1 and 3 in turn, made up to a multiple of ten."""
    total = sum(int(digit) * (3 if i % 2 else 1) for i, digit in enumerate(digits))
    return str(-total % 10)


def grouped(text: str, check: str, prefix: str = "") -> str:
    """A number with its right check digit, in the groups in which it was written."""
    plain = unicodedata.normalize("NFKC", text).strip()
    own = re.sub(r"^(ISBN|EAN)(-1[03])?\s*[:：]?\s*", "", plain, flags=re.IGNORECASE)
    return f"{prefix}{'-' if prefix else ''}{own[:-1]}{check}"


def is_book(digits: str) -> bool:
    return digits.startswith(BOOKLAND)
