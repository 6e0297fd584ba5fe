"""When a job runs: 每月 5 日 06:30, monthly on day 5 at 06:30, or a line of cron, into the same record."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from report.deliver.jobs.model import Times
from report.named import NamedTuple

_ZH_DAYS = {"日": 0, "天": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_EN_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_EN_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_QUARTER = {"首": (1, 4, 7, 10), "次": (2, 5, 8, 11), "末": (3, 6, 9, 12)}
_HALF = {"首": (1, 7), "末": (6, 12)}
_EN_QUARTER = {"first": "首", "second": "次", "last": "末"}
WORKDAYS = (1, 2, 3, 4, 5)
LONGEST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Days that every year's month has."""
NICKNAMES = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *",
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
}


class NotTimes(ValueError):
    """The text is no time; `code` is that of the problem, `what` fills its blank."""

    def __init__(self, code: str, what: str = "") -> None:
        super().__init__(code)
        self.code, self.what = code, what


def read_times(text: str) -> Times:
    """The times that a text means. Raises NotTimes."""
    plain = " ".join(unicodedata.normalize("NFKC", text).lower().split())
    found = _cron(text, plain) or _spoken(text, plain)
    if found is None:
        raise NotTimes("bad-times", text)
    return found


class _Phrase(NamedTuple):
    """A way to say days: a pattern, and what it means, always or by its match."""

    pattern: re.Pattern[str]
    meaning: Times | Callable[[re.Match[str]], Times]


def _spoken(text: str, plain: str) -> Times | None:
    """Days in words, then a time of day."""
    for phrase in _PHRASES:
        found = phrase.pattern.fullmatch(plain)
        if found is not None:
            days = phrase.meaning(found) if callable(phrase.meaning) else phrase.meaning
            _check_days(days)
            clock = found.groupdict()
            hour, minute = int(clock.get("hour") or 0), _minute(clock)
            if hour > 23 or minute > 59:
                raise NotTimes("no-such-time", text)
            hours = (hour,) if clock.get("hour") else ()
            return Times(text, (minute,), hours, days.days, days.months, days.weekdays, days.last_day)
    return None


def _minute(clock: dict[str, str | None]) -> int:
    return 30 if clock.get("half") else int(clock.get("minute") or clock.get("minute_zh") or 0)


def _check_days(times: Times) -> None:
    """A day that some month lacks would be left out in silence."""
    months = times.months or tuple(range(1, 13))
    for day in times.days:
        most = max(LONGEST[month - 1] for month in months)
        if not 1 <= day <= 31 or (len(months) == 1 and day > most + (months == (2,))):
            raise NotTimes("no-such-day", str(day))
        if any(day > LONGEST[month - 1] for month in months):
            raise NotTimes("day-not-in-month", str(day))


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(sorted({int(number) for number in re.findall(r"\d+", text)}))


def _months(text: str) -> tuple[int, ...]:
    found = _numbers(text)
    if any(not 1 <= month <= 12 for month in found):
        raise NotTimes("no-such-month", text)
    return found


def _zh_weekdays(text: str) -> tuple[int, ...]:
    """一、三、五, or 一至五."""
    span = re.fullmatch(r"([一二三四五六日天])[至到~-]([一二三四五六日天])", text)
    if span is None:
        return tuple(sorted({_ZH_DAYS[day] for day in re.findall(r"[一二三四五六日天]", text)}))
    first, last = _ZH_DAYS[span[1]], _ZH_DAYS[span[2]] or 7
    if first > last:
        raise NotTimes("bad-times", text)
    return tuple(sorted({day % 7 for day in range(first, last + 1)}))


def _en_weekdays(text: str) -> tuple[int, ...]:
    return tuple(sorted({_EN_DAYS.index(day[:3]) for day in re.findall(r"[a-z]+", text) if day != "and"}))


def _en_date(found: re.Match[str]) -> Times:
    month = found["month"]
    number = _EN_MONTHS.index(month[:3]) + 1 if month[:3] in _EN_MONTHS else int(month)
    return Times("", days=_numbers(found["days"]), months=_months(str(number)))


def _days(found: re.Match[str], months: Sequence[int] = ()) -> Times:
    """The days of a month that were matched, or its last one."""
    given = found["days"] or ""
    return Times("", days=_numbers(given), months=tuple(months), last_day=not _numbers(given))


_CLOCK = r"(?P<hour>\d{1,2}) ?(?::(?P<minute>\d{2})|[点时] ?(?:(?P<half>半)|(?P<minute_zh>\d{1,2}) ?分?)?)"
_ZH_OF_MONTH = r"(?P<days>\d{1,2}(?: ?[、,和] ?\d{1,2})*(?= ?[日号]))?(?: ?[日号]|最后一[天日]|末日)"
_EN_OF_MONTH = r"(?:on )?(?:the )?(?:day |days )?(?P<days>\d{1,2}(?:(?:, | and )\d{1,2})*|last day)"
_EN_DAY = r"(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?s?"


def _zh(pattern: str, clock: str = _CLOCK) -> re.Pattern[str]:
    return re.compile(rf"{pattern} ?{clock}")


def _en(pattern: str, clock: str = _CLOCK) -> re.Pattern[str]:
    return re.compile(rf"{pattern},? (?:at )?{clock}")


_PHRASES = (
    _Phrase(_zh(r"每[日天]"), Times("")),
    _Phrase(_zh(r"每个?工作日"), Times("", weekdays=WORKDAYS)),
    _Phrase(
        _zh(r"每(?:周|星期|个星期) ?(?P<week>[一二三四五六日天](?: ?[、,和至到~-]? ?(?:周|星期)?[一二三四五六日天])*)"),
        lambda found: Times("", weekdays=_zh_weekdays(re.sub(r"周|星期| ", "", found["week"]))),
    ),
    _Phrase(_zh(rf"每个?月 ?的? ?{_ZH_OF_MONTH}"), _days),
    _Phrase(
        _zh(rf"每个?季度? ?(?:的? ?(?P<which>[首次末])月)? ?{_ZH_OF_MONTH}"),
        lambda found: _days(found, _QUARTER[found["which"] or "首"]),
    ),
    _Phrase(
        _zh(rf"每半年 ?(?:的? ?(?P<which>[首末])月)? ?{_ZH_OF_MONTH}"),
        lambda found: _days(found, _HALF[found["which"] or "首"]),
    ),
    _Phrase(
        _zh(rf"每年 ?(?P<months>\d{{1,2}}(?: ?[、,和] ?\d{{1,2}})*) ?月 ?{_ZH_OF_MONTH}"),
        lambda found: _days(found, _months(found["months"])),
    ),
    _Phrase(re.compile(r"每个?小?时(?: ?(?:第|的)? ?(?P<minute>\d{1,2}) ?分)?"), Times("")),
    _Phrase(_en(r"(?:daily|every day)"), Times("")),
    _Phrase(_en(r"(?:every weekday|weekdays|on weekdays)"), Times("", weekdays=WORKDAYS)),
    _Phrase(
        _en(rf"(?:every|weekly on|every week on) (?P<week>{_EN_DAY}(?:(?:, | and ){_EN_DAY})*)"),
        lambda found: Times("", weekdays=_en_weekdays(found["week"])),
    ),
    _Phrase(_en(rf"(?:monthly|every month) {_EN_OF_MONTH}"), _days),
    _Phrase(
        _en(rf"(?:quarterly|every quarter) {_EN_OF_MONTH}(?: of the (?P<which>first|second|last) month)?"),
        lambda found: _days(found, _QUARTER[_EN_QUARTER[found["which"] or "first"]]),
    ),
    _Phrase(
        _en(rf"(?:yearly|every year) (?:on )?(?P<month>(?:{'|'.join(_EN_MONTHS)})[a-z]*) (?P<days>\d{{1,2}})"),
        _en_date,
    ),
    _Phrase(re.compile(r"(?:hourly|every hour)(?: at (?:minute )?:?(?P<minute>\d{1,2}))?"), Times("")),
)


def _cron(text: str, plain: str) -> Times | None:
    """Five fields of cron, or one of its nicknames; None for what is neither."""
    fields = NICKNAMES.get(plain, plain).split()
    if plain.startswith("@") and plain not in NICKNAMES:
        raise NotTimes("bad-times", text)
    if len(fields) != 5 or not all(re.fullmatch(r"[\d*,/a-z-]+", field) for field in fields):
        return None
    if not re.match(r"[\d*]", fields[0]):
        return None
    minutes, hours = _field(fields[0], 0, 59), _field(fields[1], 0, 23)
    days, months = _field(fields[2], 1, 31), _field(fields[3], 1, 12, _EN_MONTHS, 1)
    weekdays = tuple(sorted({day % 7 for day in _field(fields[4], 0, 7, _EN_DAYS)}))
    if days and weekdays:
        raise NotTimes("days-and-weekdays", text)
    return Times(text, minutes, hours, days, months, weekdays)


def _field(field: str, low: int, high: int, names: Sequence[str] = (), first: int = 0) -> tuple[int, ...]:
    """The numbers of a field of cron; none for all of them."""
    if field == "*":
        return ()
    found: set[int] = set()
    for part in field.split(","):
        span, slash, step = part.partition("/")
        ends = (str(low), str(high)) if span == "*" else tuple(span.split("-", 1))
        numbers = [names.index(end) + first if end in names else int(end) if end.isdecimal() else -1 for end in ends]
        if slash and (not step.isdecimal() or int(step) < 1):
            raise NotTimes("bad-cron-field", field)
        if len(numbers) == 1 and slash:
            numbers = [*numbers, high]
        if not low <= numbers[0] <= numbers[-1] <= high:
            raise NotTimes("bad-cron-field", field)
        found |= set(range(numbers[0], numbers[-1] + 1, int(step) if slash else 1))
    return tuple(sorted(found))
