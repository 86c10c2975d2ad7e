"""Dates and times as a workbook stores them: days since an epoch, or in Strict the words of ISO 8601."""

import re
from datetime import date, datetime, time, timedelta

EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a cell has no time zone
EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
"""Day 0 where an old Macintosh made the workbook."""
_NO_LEAP_DAY = 60
"""Day 60 is 29 February 1900, which only spreadsheets believe in; days before it count from one day later."""
_DURATION = re.compile(r"PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?")

Moment = datetime | date | time | timedelta


def from_serial(days: float, epoch: datetime) -> datetime | time:
    """The moment of a number of days, to the millisecond; less than a day is a time of day.

    Raises:
        OverflowError, ValueError: no calendar has the day.

    """
    day, fraction = divmod(days, 1)
    of_day = timedelta(milliseconds=round(fraction * 86_400_000))
    if 0 <= days < 1 and not of_day.days:
        return (EPOCH + of_day).time()
    if 0 < days < _NO_LEAP_DAY and epoch == EPOCH:
        day += 1
    return epoch + timedelta(days=day) + of_day


def duration(days: float) -> timedelta:
    """The length of time of a number of days, to the millisecond; raises as ``from_serial``."""
    exact = timedelta(days=days)
    if not exact.microseconds:
        return exact
    return timedelta(seconds=exact.total_seconds() // 1, microseconds=round(exact.microseconds, -3))


def from_iso(text: str) -> Moment:
    """The moment that a text says: ``2020-12-31``, ``2020-12-31T00:00:00``, ``08:30:00`` or ``PT1H30M``.

    Raises:
        ValueError: it says none.

    """
    text = text.strip().removesuffix("Z")
    if match := _DURATION.fullmatch(text):
        hours, minutes, seconds = (float(part or 0) for part in match.groups())
        return timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if ":" not in text:
        return date.fromisoformat(text)
    if "-" not in text:
        return time.fromisoformat(text)
    return datetime.fromisoformat(text).replace(tzinfo=None)
