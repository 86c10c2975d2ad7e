"""Of which days a ledger's years are: the calendar year, which is the financial year, or a new association's first."""

from collections.abc import Iterator
from datetime import date

from generator.figures.figure import calendar_year
from generator.findings.finding import Finding
from generator.ground.source import Source
from generator.ledger.messages import LEDGER_OTHER_DAYS
from generator.ledger.row import Ledger


def first_day(ledger: Ledger, year: int) -> date | None:
    """The day on which an association was new, where a ledger begins on it within a year; None where it does not."""
    days = ledger.days.get(year)
    begins = days is not None and year == min(ledger.years) and days == calendar_year(year, days.start)
    return days.start if days and begins and days.start != calendar_year(year).start else None


def other_days(ledger: Ledger, year: int, since: date | None, *places: Source) -> Iterator[Finding]:
    """Tell of a ledger whose year is of other days than the report's, which begins with the association, ``since``."""
    for shown in (year, year - 1):
        found, own = ledger.days.get(shown), calendar_year(shown, since)
        if found and shown in ledger.years and found != own:
            yield LEDGER_OTHER_DAYS.found(ledger.place, *places, found=found, own=own)
            return  # the year before is of such days too
