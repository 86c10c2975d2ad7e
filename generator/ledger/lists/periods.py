"""What a head or a title says of time: a date, a month, a year, this year or last year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.reading import MONTHS

_YEAR = r"(?:19|20)\d\d"
_MONTH, _DAY = r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_DATES = re.compile(
    rf"(?<!\d)(?:(?P<y1>{_YEAR})[-/.](?P<m1>{_MONTH})[-/.](?P<d1>{_DAY})"
    rf"|(?P<y2>{_YEAR})(?P<m2>{_MONTH})(?P<d2>{_DAY})"
    rf"|(?P<y3>[123]\d)(?P<m3>{_MONTH})(?P<d3>{_DAY})"
    rf"|(?P<d4>\d{{1,2}})/(?P<m4>\d{{1,2}})[ -]?(?P<y4>{_YEAR})"
    rf"|{_YEAR}/(?P<y5>{_YEAR})"
    rf"|(?P<y6>{_YEAR})[-/.]?(?P<m6>{_MONTH})"
    rf"|(?P<y7>{_YEAR})"
    r"|(?P<y8>1[5-9]|[23]\d))(?!\d)"
)
_WORD_MONTH = re.compile(r"(?<![a-zåäö])(" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-zåäö])")
_LAST_MONTH, _LAST_DAY = 12, 31


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, with month and day where they are said (else 0). A year of 0: a month was said, and no year."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def ends_year(self) -> bool:
        """Whether it is a whole year, or the end of one."""
        return self.month in {0, _LAST_MONTH} and self.day in {0, _LAST_DAY}

    def __str__(self) -> str:
        """Write it as a date is written, as far as it is known: ``2025-10-31``."""
        return "-".join([str(self.year), *(str(part).zfill(2) for part in (self.month, self.day) if part)])


def moments_in(text: str, *, short: bool = True) -> tuple[list[Moment], str]:
    """Find the dates, months and years of a folded text, in their order. Returns the rest of the text too.

    ``short``: two figures alone may be a year, as in *Bokslut 24*.
    """
    found = list(_found(text, short=short))
    rest = _WORD_MONTH.sub(" ", _DATES.sub(" ", text))
    return [moment for _, moment in sorted(found, key=lambda each: each[0])], rest


def _found(text: str, *, short: bool) -> Iterator[tuple[int, Moment]]:
    of_year = 0
    months = [(match.start(), MONTHS[match[1]]) for match in _WORD_MONTH.finditer(text)]
    for match in _DATES.finditer(text):
        if match["y8"] and not short:
            continue
        parts = {name[0]: int(value) for name, value in match.groupdict().items() if value}
        year = parts["y"] if parts["y"] > 99 else 2000 + parts["y"]  # noqa: PLR2004 - two digits
        of_year = of_year or year
        before = [month for place, month in months if place < match.start()]
        if before and "m" not in parts:
            continue  # the year of the month that stands before it
        yield match.start(), Moment(year, parts.get("m", 0), parts.get("d", 0))
    yield from ((place, Moment(of_year, month)) for place, month in months)
