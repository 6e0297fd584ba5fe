"""Spans of time and amounts of memory as people write them: 300s, 5 分, 26h, 800MB."""

from __future__ import annotations

import re
import unicodedata

SECONDS = {
    "s": 1,
    "秒": 1,
    "秒钟": 1,
    "m": 60,
    "min": 60,
    "分": 60,
    "分钟": 60,
    "h": 3600,
    "时": 3600,
    "小时": 3600,
    "d": 86400,
    "天": 86400,
    "日": 86400,
}
BYTES = {"kb": 10**3, "mb": 10**6, "gb": 10**9, "kib": 2**10, "mib": 2**20, "gib": 2**30, "m": 10**6, "g": 10**9}


def duration(text: str) -> float | None:
    """Seconds, more than none of them; None for what is no span of time."""
    return _scaled(text, SECONDS)


def memory(text: str) -> int | None:
    """Bytes; None for what is no amount of memory."""
    found = _scaled(text, BYTES)
    return None if found is None else int(found)


def _scaled(text: str, scales: dict[str, int]) -> float | None:
    plain = unicodedata.normalize("NFKC", text).lower().replace(" ", "")
    found = re.fullmatch(r"(\d{1,9}(?:\.\d{1,3})?)([a-z秒分时小日天钟]+)", plain)
    if found is None or found[2] not in scales or float(found[1]) <= 0:
        return None
    return float(found[1]) * scales[found[2]]
