"""The PartialDate: a day, or only the month or the year of it, as projects' periods are known."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
A_MONTH = f"(?:{'|'.join(MONTHS)})"
"""A month's name, for a regular expression."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year; ``month`` and ``day`` are None where they are not known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        """The first day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


def lies_within(start: PartialDate | None, end: PartialDate | None, year: int) -> bool:
    """Whether a period, open where None stands, has a day in ``year``."""
    begins_by = start is None or start.first <= date(year, 12, 31)
    return begins_by and (end is None or end.last >= date(year, 1, 1))
